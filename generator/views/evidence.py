"""One page per piece of evidence: the work first, then everything that was said about it."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.audience import Audience
from generator.model.evidence import Context, Evidence, EvidenceForm, EvidenceKind, Permission, Stage
from generator.model.framework import Area, BigIdea, Content, ThinkingMove
from generator.model.group_work import Part
from generator.model.words import Voice, Words
from generator.views.artifacts import ShownArtifact, show_artifacts
from generator.views.card import EvidenceCard, card_of
from generator.views.comparisons import ComparisonCard, comparison_card, pairs_of
from generator.views.competency_link import CompetencyLink, competency_link
from generator.views.feedback import ShownFeedback, show_feedback
from generator.views.goal_card import GoalLink, goal_link
from generator.views.history import AssessedSubject, assessed_subjects
from generator.views.judgement_changes import JudgementChange, judgement_changes
from generator.views.keys import evidence_path
from generator.views.links import LinkCard, link_cards
from generator.views.plain import PlainWords, as_plain
from generator.views.point_card import PointCard, point_card
from generator.views.process import ProcessStep, process_strip, versions_of
from generator.views.reflection_bubble import ReflectionBubble, reflection_bubble
from generator.views.reflections import reflections_newest_first
from generator.views.rubric import ShownRubric, show_rubric
from generator.views.talk import Talk, talk_about
from generator.views.threads import Thread, threads_about
from generator.views.view import Page, Subject, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceContent:
    """The page of one piece of evidence."""

    title: PlainWords = field(metadata={"help": "the title, in the words of whoever wrote it"})
    made_on: date = field(metadata={"help": "the day it was made, seen or said"})
    kinds: tuple[EvidenceKind, ...] = field(metadata={"help": "how we know: made, seen, said"})
    form: EvidenceForm | None = field(metadata={"help": "what it is, such as a journal"})
    context: Context | None = field(metadata={"help": "with whom and where"})
    stage: Stage | None = field(metadata={"help": "where in the making of its piece it stands"})
    artifacts: tuple[ShownArtifact, ...] = field(
        metadata={"help": "the files, in order; what the page is for"}
    )
    words: Words | None = field(metadata={"help": "its text: the student's writing or the teacher's notes"})
    words_by: Voice = field(metadata={"help": "whose text it is"})
    explanation: Words | None = field(metadata={"help": "the student about the piece"})
    learning: PlainWords | None = field(metadata={"help": "what we were learning"})
    areas: tuple[Area, ...] = field(metadata={"help": "areas of learning"})
    know: tuple[Content, ...] = field(metadata={"help": "what we were learning to know"})
    competencies: tuple[CompetencyLink, ...] = field(
        metadata={"help": "what we were learning to do, curricular ones first, with their pages"}
    )
    understand: tuple[BigIdea, ...] = field(metadata={"help": "what we were learning to understand"})
    thinking: tuple[ThinkingMove, ...] = field(metadata={"help": "thinking moves it shows"})
    chosen: bool = field(metadata={"help": "the student chose how to show this"})
    choice: Words | None = field(metadata={"help": "what the student chose, and why"})
    links: tuple[LinkCard, ...] = field(metadata={"help": "work that lives elsewhere"})
    rubric: ShownRubric | None = field(metadata={"help": "a rubric and everybody's words by it"})
    framework_language: str = field(metadata={"help": "language of areas and competencies"})
    feedback: tuple[ShownFeedback, ...] = field(metadata={"help": "in three parts, oldest first"})
    assessments: tuple[AssessedSubject, ...] = field(
        metadata={
            "help": "levels about this piece: every voice side by side for one subject; after all words"
        }
    )
    changed: tuple[JudgementChange, ...] = field(
        metadata={"help": "where a judgement about any version of it was looked at again, oldest first"}
    )
    process: tuple[ProcessStep, ...] = field(
        metadata={"help": "all versions of its piece in a row; empty where it is the only one"}
    )
    earlier: EvidenceCard | None = field(metadata={"help": "the version before this one"})
    later: EvidenceCard | None = field(metadata={"help": "the version after this one"})
    comparisons: tuple[ComparisonCard, ...] = field(
        metadata={"help": "pages where it stands beside another piece"}
    )
    reflections: tuple[ReflectionBubble, ...] = field(
        metadata={"help": "the student's looks back at it, newest first"}
    )
    goals: tuple[GoalLink, ...] = field(metadata={"help": "goals it serves"})
    points: tuple[PointCard, ...] = field(metadata={"help": "points of progress that rest on it"})
    talk: Talk = field(metadata={"help": "a question for home"})
    threads: tuple[Thread, ...] = field(
        metadata={"help": "what student, teacher and family say about it, oldest first"}
    )
    part: Part | None = field(
        metadata={"help": "my part where a group made it: `role`, `words`, `partners` with `name` and `role`"}
    )
    permission: Permission | None = field(
        metadata={"help": "for knowledge shared with permission: `by` whom, and `until` when"}
    )
    shared_with: Audience = field(metadata={"help": "who may see it"})


def build(subject: Subject) -> tuple[Page, ...]:
    """A page for each piece of evidence, newest first."""
    comparisons = tuple((pair, comparison_card(pair, subject=subject)) for pair in pairs_of(subject))
    pages: list[Page] = []
    for evidence in reversed(subject.student.evidence):
        beside = (card for pair, card in comparisons if evidence.id in {pair.earlier.id, pair.later.id})
        pages.append(
            Page(
                path=evidence_path(subject.student.id, evidence.id),
                title=EVIDENCE.title,
                template="evidence.html",
                menu="timeline",
                content=_content(evidence, comparisons=tuple(beside), subject=subject),
            )
        )
    return tuple(pages)


def _content(
    evidence: Evidence, *, comparisons: tuple[ComparisonCard, ...], subject: Subject
) -> EvidenceContent:
    student, framework = subject.student, subject.framework
    about_it = (given for given in student.assessments if evidence.id in given.evidence)
    versions = versions_of(evidence, student=student)
    place = versions.index(evidence)
    points = (point_card(point, subject=subject) for point in student.points if evidence.id in point.evidence)
    competencies = [known for known in framework.competencies if known.id in evidence.competencies]
    return EvidenceContent(
        title=PlainWords(text=evidence.title, language=evidence.title_language),
        made_on=evidence.made_on,
        kinds=evidence.kinds,
        form=evidence.form,
        context=evidence.context,
        stage=evidence.stage,
        artifacts=show_artifacts(evidence.artifacts, subject=subject, language=evidence.title_language),
        words=evidence.words,
        words_by=evidence.words_by,
        explanation=evidence.explanation,
        learning=as_plain(evidence.learning, language=framework.school_language),
        areas=tuple(area for area in framework.areas if area.id in evidence.areas),
        know=tuple(known for known in framework.content if known.id in evidence.content),
        competencies=tuple(
            competency_link(known, subject=subject)
            for known in sorted(competencies, key=lambda known: known.is_core)
        ),
        understand=tuple(known for known in framework.big_ideas if known.id in evidence.big_ideas),
        thinking=tuple(move for move in framework.thinking_moves if move.id in evidence.thinking),
        chosen=evidence.chosen,
        choice=evidence.choice,
        links=link_cards(evidence.links, language=evidence.title_language),
        rubric=show_rubric(evidence, subject=subject),
        framework_language=framework.school_language,
        feedback=show_feedback(evidence.feedback),
        assessments=assessed_subjects(about_it, subject=subject),
        changed=judgement_changes(versions, subject=subject),
        process=process_strip(evidence, subject=subject),
        earlier=card_of(versions[place - 1], subject=subject) if place else None,
        later=card_of(versions[place + 1], subject=subject) if place + 1 < len(versions) else None,
        comparisons=comparisons,
        reflections=tuple(
            reflection_bubble(reflection, subject=subject)
            for reflection in reflections_newest_first(subject)
            if evidence.id in reflection.evidence
        ),
        goals=tuple(
            goal_link(goal, subject=subject)
            for goal in student.goals
            if evidence.id in goal.evidence or any(evidence.id in step.evidence for step in goal.steps)
        ),
        points=tuple(point for point in points if point is not None),
        talk=talk_about(evidence, subject=subject),
        threads=threads_about(subject, evidence=evidence.id),
        part=evidence.part,
        permission=evidence.permission,
        shared_with=evidence.audience,
    )


EVIDENCE = View(
    name="evidence",
    title=N_("Evidence"),
    icon="file-document-outline",
    path="timeline.html",
    build=build,
    in_menu=False,
)
