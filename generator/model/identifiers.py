"""Names by which records refer to each other, each its own type so that none is mistaken for another."""

from typing import NewType

StudentId = NewType("StudentId", str)
"""The student's folder name: lower-case letters, digits and hyphens."""
PersonId = NewType("PersonId", str)
GroupId = NewType("GroupId", str)
AreaId = NewType("AreaId", str)
CompetencyId = NewType("CompetencyId", str)
LevelId = NewType("LevelId", str)
PromptId = NewType("PromptId", str)
ContentId = NewType("ContentId", str)
BigIdeaId = NewType("BigIdeaId", str)
ProfileId = NewType("ProfileId", str)
ThinkingMoveId = NewType("ThinkingMoveId", str)
RubricId = NewType("RubricId", str)
CriterionId = NewType("CriterionId", str)
EvidenceId = NewType("EvidenceId", str)
"""The evidence's file or folder name without its ending, such as `2026-10-02-reading-aloud`; unique within a student."""
ReflectionId = NewType("ReflectionId", str)
GoalId = NewType("GoalId", str)
PieceId = NewType("PieceId", str)
"""What all drafts and resubmissions of one piece of work share."""
UpdateId = NewType("UpdateId", str)
"""The file name of a learning update without its ending; it names no child."""
TaskId = NewType("TaskId", str)
