"""What single pages decide: which goal is current, which reflections belong together, what stands beside a piece."""

from dataclasses import replace

import pytest

from generator.model.audience import Audience
from generator.model.evidence import Stage
from generator.model.framework import ProficiencyScale
from generator.model.goal import GoalState, Phase
from generator.model.structure import Structure
from generator.views.about import ABOUT, AboutContent
from generator.views.evidence import EVIDENCE, EvidenceContent
from generator.views.goals import GOALS, GoalsContent
from generator.views.home import HOME, HomeContent
from generator.views.more import MoreContent
from generator.views.portfolio import fill
from generator.views.progress import PROGRESS, ProgressContent
from generator.views.reflections import REFLECTIONS, ReflectionsContent
from generator.views.scale import SCALE, ScaleContent
from generator.views.showcase import SHOWCASE, ShowcaseContent
from generator.views.view import Subject, View
from tests.views.builders import (
    asha,
    evidence,
    framework,
    goal,
    newcomer,
    pick,
    point,
    reflection,
    showcase,
    step,
    student,
    subject,
)


def _content(view: View, given: Subject) -> object:
    return view.build(given)[0].content


def _evidence_page(given: Subject, *, title: str) -> EvidenceContent:
    contents = [page.content for page in EVIDENCE.build(given)]
    (found,) = (one for one in contents if isinstance(one, EvidenceContent) and one.title.text == title)
    return found


def test_goals_being_worked_on_stand_before_new_ones_and_three_are_seen_first() -> None:
    goals = [
        goal("n", wording="new", state=GoalState.NEW, on="2026-01-04"),
        goal("a", wording="oldest", on="2025-10-01"),
        goal("b", wording="middle", on="2025-10-02"),
        goal("c", wording="newest", on="2025-10-03"),
    ]
    content = _content(GOALS, subject(student(goals=goals)))
    assert isinstance(content, GoalsContent)
    assert [card.wording.text for card in content.current] == ["newest", "middle", "oldest"]
    assert [card.wording.text for card in content.also_current] == ["new"]


def test_past_goals_stand_in_the_term_they_ended_in() -> None:
    goals = [
        goal("a", wording="reached", state=GoalState.DONE, on="2025-09-10", steps=(step(on="2026-02-01"),)),
        goal("b", wording="changed", state=GoalState.CHANGED, on="2025-09-10"),
    ]
    content = _content(GOALS, subject(student(goals=goals)))
    assert isinstance(content, GoalsContent)
    assert [(past.term, [card.wording.text for card in past.goals]) for past in content.past] == [
        ("Winter", ["reached"]),
        ("Fall", ["changed"]),
    ]
    assert content.current == ()


def test_a_goal_shows_all_six_phases_and_stands_in_one() -> None:
    content = _content(GOALS, asha())
    assert isinstance(content, GoalsContent)
    for card in (*content.current, *content.also_current):
        assert [phase.phase for phase in card.phases] == list(Phase)
        assert sum(phase.current for phase in card.phases) == 1


def test_a_changed_goal_keeps_its_old_wording() -> None:
    content = _content(GOALS, asha())
    assert isinstance(content, GoalsContent)
    (before,) = content.current[0].before
    assert before.wording.text == "I want to read all books."


def test_points_of_progress_come_by_area_newest_first_and_know_each_other() -> None:
    content = _content(PROGRESS, asha())
    assert isinstance(content, ProgressContent)
    (mathematics,) = content.areas
    newest, first = mathematics.points
    assert (str(newest.given_on), str(first.given_on)) == ("2026-02-03", "2025-11-28")
    assert newest.updates is not None
    assert newest.updates.path == first.path
    assert first.updated_by is not None
    assert first.updated_by.path == newest.path


def test_areas_without_a_point_are_named() -> None:
    content = _content(PROGRESS, asha())
    assert isinstance(content, ProgressContent)
    assert [area.name for area in content.areas_to_come] == ["English Language Arts", "Science"]


def test_a_point_outside_the_scale_keeps_its_reason() -> None:
    outside = point(level_id="INS", reason="New in February; we look again in April.")
    content = _content(PROGRESS, subject(student(points=[outside])))
    assert isinstance(content, ProgressContent)
    (card,) = content.areas[0].points
    assert card.level.outside
    assert card.reason is not None
    assert card.reason.text.startswith("New in February")


def test_reflections_on_versions_of_one_piece_are_one_chain() -> None:
    content = _content(REFLECTIONS, asha())
    assert isinstance(content, ReflectionsContent)
    goal_chain, piece_chain = content.chains
    assert goal_chain.goal is not None
    assert goal_chain.piece is None
    assert piece_chain.piece is not None
    assert piece_chain.piece.title.text == "My story"
    assert [bubble.title.text for bubble in piece_chain.reflections] == ["Second look", "First try"]


def test_a_look_back_at_several_pieces_is_a_chain_of_its_own() -> None:
    pieces = [evidence("2025-10-01-a"), evidence("2025-10-02-b")]
    looks = [
        reflection("2025-11-01-one", about=[pieces[0].id]),
        reflection("2025-11-02-both", about=[pieces[0].id, pieces[1].id]),
    ]
    content = _content(REFLECTIONS, subject(student(evidence=pieces, reflections=looks)))
    assert isinstance(content, ReflectionsContent)
    assert [[bubble.title.text for bubble in chain.reflections] for chain in content.chains] == [
        ["Both"],
        ["One"],
    ]
    assert content.chains[0].piece is None


def test_a_reflection_says_who_may_see_it() -> None:
    content = _content(REFLECTIONS, subject(student(reflections=[reflection(audience=Audience.STUDENT)])))
    assert isinstance(content, ReflectionsContent)
    assert content.chains[0].reflections[0].shared_with is Audience.STUDENT


def test_picks_lead_through_the_showcase_in_the_students_order() -> None:
    pieces = [evidence("2025-10-01-a"), evidence("2025-10-02-b"), evidence("2025-10-03-c")]
    chosen = showcase(pick(pieces[2].id), pick(pieces[0].id, was_hard=True), pick(pieces[1].id))
    content = _content(SHOWCASE, subject(student(evidence=pieces, showcase=chosen)))
    assert isinstance(content, ShowcaseContent)
    assert [one.card.title.text for one in content.picks] == ["C", "A", "B"]
    assert [(one.previous, one.anchor, one.following) for one in content.picks] == [
        ("", "pick-1", "pick-2"),
        ("pick-1", "pick-2", "pick-3"),
        ("pick-2", "pick-3", ""),
    ]
    assert [one.was_hard for one in content.picks] == [False, True, False]


def test_a_pick_that_is_not_shown_leaves_no_gap_in_the_tour() -> None:
    pieces = [evidence("2025-10-01-a"), evidence("2025-10-03-c")]
    chosen = showcase(pick(pieces[0].id), pick("2025-10-02-withheld"), pick(pieces[1].id))
    content = _content(SHOWCASE, subject(student(evidence=pieces, showcase=chosen)))
    assert isinstance(content, ShowcaseContent)
    assert [one.following for one in content.picks] == ["pick-2", ""]


def test_the_page_of_a_piece_gathers_what_belongs_to_it() -> None:
    page = _evidence_page(asha(), title="My story")
    assert [given.current for given in page.process] == [False, True]
    assert page.earlier is not None
    assert page.later is None
    assert [card.path[:2] for card in page.comparisons] == ["g/"]
    assert [bubble.title.text for bubble in page.reflections] == ["Second look"]
    assert [link.wording.text for link in page.goals] == ["I want to read every night."]
    (about_it,) = page.assessments
    assert [voice.voice.value for voice in about_it.voices] == ["student", "teacher"]
    assert about_it.differ


def test_a_goal_whose_step_rests_on_a_piece_is_named_there_too() -> None:
    assert [link.wording.text for link in _evidence_page(asha(), title="My story, first try").goals] == [
        "I want to read every night."
    ]


def test_points_of_progress_stand_on_the_page_of_their_work() -> None:
    assert len(_evidence_page(asha(), title="Fractions").points) == 2


def test_a_file_that_is_not_published_leaves_no_word_behind() -> None:
    page = _evidence_page(asha(), title="Fractions")
    assert [artifact.medium.kind.value for artifact in page.artifacts] == ["document"]
    assert not [entry for entry in fill(asha(), language="en").search if "nobody can read" in entry.text]


def test_a_version_between_two_others_leads_both_ways() -> None:
    versions = [
        evidence(f"2025-10-0{number}-v{number}", piece="p", stage=Stage.DRAFT) for number in (1, 2, 3)
    ]
    page = _evidence_page(subject(student(evidence=versions)), title="V2")
    assert page.earlier is not None
    assert page.later is not None
    assert (page.earlier.title.text, page.later.title.text) == ("V1", "V3")


def test_home_shows_the_newest_three_and_every_date() -> None:
    content = _content(HOME, asha())
    assert isinstance(content, HomeContent)
    assert [card.title.text for card in content.newest] == ["Heron", "Fractions", "Snow"]
    assert content.pieces == 6
    assert content.goal is not None
    assert content.goal.wording.text == "I want to read every night."
    assert content.point is not None
    assert str(content.point.given_on) == "2026-02-03"
    assert content.pick is not None
    assert content.hello is not None


def test_home_of_a_newcomer_holds_nothing_but_the_greeting() -> None:
    assert _content(HOME, newcomer()) == HomeContent(
        called="Asha",
        hello=None,
        picture=None,
        led_by=Structure.TIME,
        lead=(),
        newest=(),
        pieces=0,
        news=(),
        talks=(),
        goal=None,
        point=None,
        pick=None,
    )


def test_about_me_shows_all_seven_statements_once_one_is_written_and_none_before() -> None:
    full, empty = _content(ABOUT, asha()), _content(ABOUT, newcomer())
    assert isinstance(full, AboutContent)
    assert isinstance(empty, AboutContent)
    assert [statement.name for statement in full.statements] == [
        "ownership",
        "self-aware",
        "knowledge and skills",
        "flexible pacing",
        "voice",
        "choice",
        "relationships",
    ]
    assert [statement.name for statement in full.statements if statement.words] == ["voice"]
    assert empty.statements == ()


def test_the_scale_explains_every_level_and_keeps_apart_what_is_outside() -> None:
    content = _content(SCALE, newcomer())
    assert isinstance(content, ScaleContent)
    assert [block.level.name for block in content.levels] == [
        "Emerging",
        "Developing",
        "Proficient",
        "Extending",
    ]
    assert content.outside is not None
    assert content.outside.outside


def test_a_scale_without_anything_outside_is_explained_too() -> None:
    shared = framework()
    scale: ProficiencyScale = replace(shared.scale, insufficient_evidence=None)
    content = _content(SCALE, replace(newcomer(), framework=replace(shared, scale=scale)))
    assert isinstance(content, ScaleContent)
    assert content.outside is None


def test_more_lists_the_menu_that_is_not_in_the_bar() -> None:
    (more,) = (page for page in fill(newcomer(), language="en").pages if page.path == "more.html")
    assert isinstance(more.content, MoreContent)
    assert [entry.path for entry in more.content.entries] == [
        "progress.html",
        "competencies.html",
        "how-we-know.html",
        "conversations.html",
        "conferences.html",
        "talk.html",
        "reflections.html",
        "about.html",
        "agreement.html",
        "keepsake.html",
        "scale.html",
        "search.html",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "very loud",  # the student's writing, without its emphasis
        "On the hill",  # a caption
        "ਪਿਘਲ",  # a transcript in Gurmukhi
        "Two thirds",  # a page of a document
        "because",  # the teacher's feedback
        "newt tank",  # a statement about myself
        "library",  # nobody wrote this
    ],
)
def test_search_holds_what_was_written_and_said(said: str) -> None:
    found = [entry for entry in fill(asha(), language="en").search if said in f"{entry.title} {entry.text}"]
    assert bool(found) == (said != "library")
