"""The learning river: one competency across school years."""

from dataclasses import replace

from generator.model.identifiers import CompetencyId
from generator.views.competencies import COMPETENCIES
from generator.views.competency import CompetencyContent
from generator.views.growth import GROWTH, GrowthContent
from generator.views.river import river_of, rivers
from generator.views.timeline import TIMELINE, TimelineContent
from generator.views.view import Subject
from tests.views.builders import evidence, student, subject

ACROSS = ("2023-10-05-a", "2024-05-02-b", "2025-10-01-c")


def across_years() -> Subject:
    pieces = (evidence(one, competencies=["en-write"]) for one in reversed(ACROSS))
    return subject(student(evidence=(*pieces, evidence("2025-11-01-d", competencies=["ma-explain"]))))


def test_a_river_flows_from_the_first_year_to_the_last() -> None:
    bends = river_of(CompetencyId("en-write"), subject=across_years())
    assert [bend.years for bend in bends] == ["2023/24", "2025/26"]
    assert [[f"{one.made_on}" for one in bend.pieces] for bend in bends] == [
        ["2023-10-05", "2024-05-02"],
        ["2025-10-01"],
    ]


def test_each_bend_says_in_which_grade_it_was() -> None:
    assert [bend.grade for bend in river_of(CompetencyId("en-write"), subject=across_years())] == ["2", "4"]


def test_one_year_is_no_river() -> None:
    assert river_of(CompetencyId("ma-explain"), subject=across_years()) == ()


def graded(competencies: dict[str, str | None], *, pieces: dict[str, str]) -> Subject:
    """Competencies by what they follow, and pieces by what they show."""
    known = subject(student(evidence=[evidence(one, competencies=[named]) for one, named in pieces.items()]))
    first = known.framework.competencies[0]
    stream = tuple(
        replace(
            first,
            id=CompetencyId(one),
            i_can=f"I can {one}.",
            follows=CompetencyId(before) if before else None,
        )
        for one, before in competencies.items()
    )
    return replace(known, framework=replace(known.framework, competencies=stream))


def test_competencies_that_follow_each_other_are_one_river() -> None:
    known = graded(
        {"three": None, "four": "three", "five": "four", "other": None},
        pieces={"2023-10-05-a": "three", "2025-10-01-b": "five", "2025-10-02-c": "other"},
    )
    for one in ("three", "five"):
        bends = river_of(CompetencyId(one), subject=known)
        assert [bend.years for bend in bends] == ["2023/24", "2025/26"]
    assert [bend.called for bend in bends] == [("I can three.",), ()]
    assert [link.name for link in rivers(known)] == ["I can five."]


def test_competencies_in_a_ring_still_end() -> None:
    known = graded({"one": "two", "two": "one"}, pieces={"2023-10-05-a": "one"})
    assert river_of(CompetencyId("one"), subject=known) == ()


def test_growth_leads_to_the_river_on_the_page_of_the_competency() -> None:
    known = across_years()
    growth = GROWTH.build(known)[0].content
    assert isinstance(growth, GrowthContent)
    (link,) = growth.rivers
    (page,) = (one for one in COMPETENCIES.build(known) if one.path == link.path)
    assert isinstance(page.content, CompetencyContent)
    assert tuple(bend.years for bend in page.content.river) == link.years == ("2023/24", "2025/26")


def test_the_timeline_names_a_year_whose_terms_nobody_wrote_down() -> None:
    content = TIMELINE.build(across_years())[0].content
    assert isinstance(content, TimelineContent)
    assert [term.name.text for term in content.terms if term.name] == ["Fall", "2023/24"]
