"""What the book of one student holds."""

from dataclasses import replace

from generator.model.audience import Audience
from generator.views.audience import seen_by
from generator.views.comparisons import ComparisonSource
from generator.views.keepsake import keepsake_of
from generator.views.portfolio import fill
from tests.views.builders import asha, newcomer


def test_the_book_of_a_newcomer_is_empty() -> None:
    assert keepsake_of(newcomer()).is_empty
    assert not keepsake_of(asha()).is_empty


def test_pieces_stand_in_the_students_order_with_the_reason() -> None:
    subject = asha()
    showcase = subject.student.showcase
    assert showcase is not None
    pieces = keepsake_of(subject).pieces
    assert [piece.because for piece in pieces] == [pick.because for pick in showcase.picks]
    turned = replace(showcase, picks=tuple(reversed(showcase.picks)))
    again = keepsake_of(replace(subject, student=replace(subject.student, showcase=turned), worked_out={}))
    assert [piece.card.path for piece in again.pieces] == [piece.card.path for piece in reversed(pieces)]


def test_pairs_that_nobody_chose_or_made_are_not_in_the_book() -> None:
    assert ComparisonSource.FOUND not in {pair.summary.source for pair in keepsake_of(asha()).pairs}


def test_a_point_that_was_revised_gives_way_to_the_later_one() -> None:
    points = [point for area in keepsake_of(asha()).points for point in area.points]
    assert points
    assert [point for point in points if point.updated_by is not None] == []


def test_goals_stand_in_the_order_they_were_set() -> None:
    days = [goal.set_on for goal in keepsake_of(asha()).goals]
    assert days == sorted(days)


def test_visitors_of_a_showcase_get_no_book() -> None:
    subject = asha()
    seen = replace(subject, student=seen_by(subject.student, audience=Audience.SHOWCASE), worked_out={})
    shown = {page.path for page in fill(seen, language="en", audience=Audience.SHOWCASE).pages}
    assert "keepsake.html" not in shown
    assert "keepsake.html" in {page.path for page in fill(asha(), language="en").pages}
