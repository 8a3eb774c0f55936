"""Growth as the guide names it: every version in a row, and goals that changed at several points."""

from dataclasses import replace

from generator.model.evidence import Stage
from generator.model.goal import Revision
from generator.model.identifiers import GoalId
from generator.views.goal_journey import goal_journeys
from generator.views.growth import GROWTH, GrowthContent
from tests.views.builders import day, evidence, goal, newcomer, reflection, student, subject, words


def test_a_goal_shows_every_wording_from_its_day_on_with_the_looks_back_between() -> None:
    changed = replace(
        goal("read", on="2025-09-20"),
        wording=words("Third."),
        revisions=(
            Revision(changed_on=day("2025-10-15"), wording_before=words("First."), reason="Too many."),
            Revision(changed_on=day("2025-11-03"), wording_before=words("Second."), reason=""),
        ),
    )
    look = replace(reflection("2025-10-20-half-way"), goal=GoalId("read"))
    (journey,) = goal_journeys(subject(student(goals=(changed,), reflections=(look,))))
    assert [
        (
            point.on.isoformat(),
            point.wording.text if point.wording else "",
            point.reason.text if point.reason else "",
        )
        for point in journey.points
    ] == [
        ("2025-09-20", "First.", ""),
        ("2025-10-15", "Second.", "Too many."),
        ("2025-10-20", "", ""),
        ("2025-11-03", "Third.", ""),
    ]
    assert journey.points[2].path.startswith("reflections.html#")


def test_a_goal_that_stayed_as_it_was_has_no_journey() -> None:
    assert goal_journeys(subject(student(goals=(goal("read"),)))) == ()
    assert goal_journeys(newcomer()) == ()


def test_pieces_with_three_versions_stand_in_a_row() -> None:
    stages = (Stage.IDEA, Stage.SKETCH, Stage.DRAFT, Stage.FINAL)
    versions = [
        evidence(f"2025-10-0{number}-bridge", piece="bridge", stage=stage)
        for number, stage in enumerate(stages, start=1)
    ]
    pair = [evidence(f"2025-11-0{number}-pot", piece="pot") for number in (1, 2)]
    content = GROWTH.build(subject(student(evidence=(*versions, *pair))))[0].content
    assert isinstance(content, GrowthContent)
    assert [[step.card.stage for step in strip] for strip in content.processes] == [list(stages)]
