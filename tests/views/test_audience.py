from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.about import AboutMe
from generator.model.audience import Audience
from generator.model.student import Student
from generator.views.audience import seen_by
from generator.views.portfolio import fill
from tests.views import builders
from tests.views.builders import (
    ORIGIN,
    assessment,
    comparison,
    evidence,
    goal,
    pick,
    point,
    reflection,
    step,
    words,
)

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
AUDIENCES = st.sampled_from(Audience)
READERS = st.sampled_from([one for one in Audience if one is not Audience.STAFF])
SECRETS = ("alpha", "bravo", "charlie", "delta")


def _strings(value: object) -> Iterator[str]:
    """Every string that can be reached from a record, ids and references too."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _strings(one)


@st.composite
def _students(draw: st.DrawFn) -> tuple[Student, dict[str, Audience]]:
    """A student whose items each carry a word of their own, refer to each other at random, and have any audience."""
    audiences: dict[str, Audience] = {}

    def marked(kind: str, secret: str) -> dict[str, Any]:
        audiences[f"{kind}{secret}"] = draw(AUDIENCES)
        return {"audience": audiences[f"{kind}{secret}"]}

    pieces = [f"2025-10-0{number}-piece{secret}" for number, secret in enumerate(SECRETS, start=1)]
    some = st.lists(st.sampled_from(pieces), max_size=3, unique=True)
    goals = [f"goal{secret}" for secret in SECRETS]
    points = [f"2026-02-0{number}-mathematics" for number in range(1, 5)]
    student = builders.student(
        about=AboutMe(
            words=words("aboutmyself"),
            statements=(),
            likes=(),
            languages=(),
            hello=None,
            picture=None,
            picture_alternative="",
            origin=ORIGIN,
        ),
        evidence=[
            evidence(
                piece,
                text=f"piece{secret}",
                piece="same",
                competencies=["en-write"],
                choice=words(f"chose piece{secret}"),
                rubric=builders.rubric_use(
                    builders.rubric_mark(builders.criterion_mark(strength=f"marked piece{secret}"))
                ),
                **marked("piece", secret),
            )
            for piece, secret in zip(pieces, SECRETS, strict=True)
        ],
        assessments=[
            assessment(
                area="science",
                comment=f"assessment{secret}",
                about=draw(some),
                **marked("assessment", secret),
            )
            for secret in SECRETS
        ],
        reflections=[
            reflection(
                f"2025-11-01-reflection{secret}",
                text=f"reflection{secret}",
                about=draw(some),
                goal=draw(st.sampled_from(goals)),
                **marked("reflection", secret),
            )
            for secret in SECRETS
        ],
        goals=[
            goal(
                name,
                wording=f"goal{secret}",
                about=draw(some),
                steps=(step("A step.", about=draw(some)),),
                next_goal=draw(st.sampled_from(goals)),
                **marked("goal", secret),
            )
            for name, secret in zip(goals, SECRETS, strict=True)
        ],
        points=[
            replace(
                point(name, can_do=f"point{secret}", about=draw(some), **marked("point", secret)),
                id=f"point{secret}",
                revises=f"point{draw(st.sampled_from(SECRETS))}",
            )
            for name, secret in zip(points, SECRETS, strict=True)
        ],
        comparisons=[
            comparison(draw(st.sampled_from(pieces)), later=draw(st.sampled_from(pieces))) for _ in range(3)
        ],
        showcase=builders.showcase(*(pick(piece) for piece in draw(some))),
        conversations=[
            builders.conversation(
                builders.remark(f"conversation{secret}"),
                name=f"2026-02-10-conversation{secret}",
                **marked("conversation", secret),
            )
            for secret in SECRETS
        ],
        conferences=[
            builders.conference(
                *draw(some),
                name=f"2026-02-19-conference{secret}",
                agreed=f"conference{secret}",
                goal=draw(st.sampled_from(goals)),
                **marked("conference", secret),
            )
            for secret in SECRETS
        ],
        self_assessments=[
            builders.self_assessment(why=f"chosen{secret}", about=draw(some), **marked("chosen", secret))
            for secret in SECRETS
        ],
    )
    return student, audiences


@UNHURRIED
@given(made=_students(), reader=READERS)
def test_nothing_that_is_not_admitted_can_be_reached(
    made: tuple[Student, dict[str, Audience]], reader: Audience
) -> None:
    student, audiences = made
    withheld = [word for word, audience in audiences.items() if not audience.admits(reader)]
    reached = list(_strings(seen_by(student, audience=reader)))
    assert [word for word in withheld for text in reached if word in text] == []


@UNHURRIED
@given(made=_students(), reader=READERS)
def test_everything_that_is_admitted_stays(
    made: tuple[Student, dict[str, Audience]], reader: Audience
) -> None:
    student, audiences = made
    admitted = [word for word, audience in audiences.items() if audience.admits(reader)]
    reached = " ".join(_strings(seen_by(student, audience=reader)))
    assert [word for word in admitted if word not in reached] == []


@UNHURRIED
@given(made=_students(), reader=READERS)
def test_no_page_and_no_search_entry_holds_what_is_not_admitted(
    made: tuple[Student, dict[str, Audience]], reader: Audience
) -> None:
    student, audiences = made
    withheld = [word for word, audience in audiences.items() if not audience.admits(reader)]
    portfolio = fill(builders.subject(seen_by(student, audience=reader)), language="en")
    shown = " ".join((*_strings(portfolio.pages), *_strings(portfolio.search)))
    assert [word for word in withheld if word in shown] == []


def test_pages_know_the_chosen_name_only() -> None:
    family = seen_by(builders.student(), audience=Audience.FAMILY)
    assert (family.name, family.guardians) == ("Asha", ())


def test_about_me_stays_within_the_family() -> None:
    student = builders.asha().student
    assert seen_by(student, audience=Audience.FAMILY).about is not None
    assert seen_by(student, audience=Audience.SHOWCASE).about is None


def test_a_conversation_goes_with_what_it_is_about() -> None:
    hidden = evidence("2025-10-02-volcano", audience=Audience.STUDENT)
    student = builders.student(
        evidence=[hidden],
        goals=[goal("read", wording="I read.", audience=Audience.STUDENT)],
        conversations=[
            builders.conversation(name="2025-10-03-volcano", about=hidden.id),
            builders.conversation(name="2025-10-03-read", goal="read"),
            builders.conversation(name="2025-10-03-free"),
        ],
    )
    seen = seen_by(student, audience=Audience.FAMILY).conversations
    assert [one.id for one in seen] == ["2025-10-03-free"]


def test_what_a_family_says_inside_a_piece_stays_out_of_the_showcase() -> None:
    shared = replace(
        evidence("2025-10-02-volcano", audience=Audience.SHOWCASE), conversation=(builders.remark(),)
    )
    student = builders.student(evidence=[shared])
    assert seen_by(student, audience=Audience.FAMILY).evidence[0].conversation
    assert seen_by(student, audience=Audience.SHOWCASE).evidence[0].conversation == ()


def test_staff_see_everything() -> None:
    student = builders.asha().student
    assert seen_by(student, audience=Audience.STAFF) is student


def test_narrowing_twice_changes_nothing_more() -> None:
    once = seen_by(builders.asha().student, audience=Audience.FAMILY)
    assert seen_by(once, audience=Audience.FAMILY) == once
