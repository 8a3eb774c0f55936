from generator.model.evidence import EvidenceKind
from generator.model.structure import Structure
from generator.model.words import Voice
from generator.views.timeline import TIMELINE, Season, TimelineContent
from generator.views.timeline_filters import FilterKind
from generator.views.view import Subject
from tests.views.builders import asha, evidence, newcomer, point, reflection, student, subject


def _timeline(given: Subject) -> TimelineContent:
    content = TIMELINE.build(given)[0].content
    assert isinstance(content, TimelineContent)
    return content


def _days(content: TimelineContent) -> list[str]:
    return [
        entry.on.isoformat() for term in content.terms for month in term.months for entry in month.entries
    ]


def test_everything_with_a_date_comes_newest_first() -> None:
    content = _timeline(asha())
    assert _days(content) == sorted(_days(content), reverse=True)
    assert content.total == len(_days(content)) == 13


def test_terms_hold_months_and_days_between_terms_stand_alone() -> None:
    given = subject(
        student(evidence=[evidence(f"{day}-x") for day in ("2025-12-18", "2025-12-28", "2026-01-06")])
    )
    assert [
        (term.name.text if term.name else None, [month.anchor for month in term.months])
        for term in _timeline(given).terms
    ] == [
        ("Winter", ["month-2026-01-term-2"]),
        (None, ["month-2025-12-term-0"]),
        ("Fall", ["month-2025-12-term-1"]),
    ]


def test_an_earlier_year_says_which_grade_it_was_and_this_year_does_not() -> None:
    days = ("2019-10-01", "2020-10-01", "2021-10-01", "2024-06-20", "2025-10-01")
    terms = _timeline(subject(student(evidence=[evidence(f"{day}-x") for day in days]))).terms
    assert [term.grade_then for term in terms] == ["", "2", "K", "", ""]


def test_a_month_has_its_season() -> None:
    days = ("2025-12-01", "2026-02-28", "2026-03-01", "2026-06-01", "2026-09-01", "2026-11-30")
    given = subject(student(evidence=[evidence(f"{day}-x") for day in days]))
    months = [month for term in _timeline(given).terms for month in term.months]
    assert [month.season for month in reversed(months)] == [
        Season.WINTER,
        Season.WINTER,
        Season.SPRING,
        Season.SUMMER,
        Season.AUTUMN,
        Season.AUTUMN,
    ]


def test_of_one_day_the_later_in_the_file_comes_first() -> None:
    given = subject(student(evidence=[evidence("2025-10-01-first"), evidence("2025-10-01-second")]))
    entries = _timeline(given).terms[0].months[0].entries
    assert [entry.evidence.title.text for entry in entries if entry.evidence] == ["Second", "First"]


def test_an_entry_is_exactly_one_thing() -> None:
    content = _timeline(asha())
    entries = [entry for term in content.terms for month in term.months for entry in month.entries]
    assert all(
        sum(one is not None for one in (entry.evidence, entry.reflection, entry.point, entry.update)) == 1
        for entry in entries
    )


def test_filters_offer_only_what_is_there_with_counts_that_agree() -> None:
    content = _timeline(asha())
    entries = [entry for term in content.terms for month in term.months for entry in month.entries]
    for group in content.filters:
        for option in group.options:
            assert option.count == sum(option.token in entry.tokens for entry in entries) > 0
            assert bool(option.label) != bool(option.message)
    assert {token for entry in entries for token in entry.tokens} == {
        option.token for group in content.filters for option in group.options
    }


def test_a_filter_with_one_choice_is_no_filter() -> None:
    given = subject(student(evidence=[evidence("2025-10-01-a", areas=["science"]), evidence("2025-10-02-b")]))
    assert _timeline(given).filters == ()


def test_each_kind_of_entry_can_be_filtered_by_whose_words_it_holds() -> None:
    given = subject(
        student(
            evidence=[evidence(kinds=(EvidenceKind.OBSERVATION,), words_by=Voice.TEACHER)],
            reflections=[reflection()],
            points=[point()],
        )
    )
    (voices,) = (group for group in _timeline(given).filters if group.kind is FilterKind.VOICE)
    assert [(option.token, option.count) for option in voices.options] == [
        ("voice:student", 1),
        ("voice:teacher", 2),
    ]


def test_thinking_moves_can_be_filtered_wherever_they_show() -> None:
    given = subject(
        student(
            evidence=[evidence(thinking=["explain"])],
            reflections=[reflection(thinking=["explain", "wonder"])],
        )
    )
    (moves,) = (group for group in _timeline(given).filters if group.kind is FilterKind.THINKING)
    assert [(option.token, option.count) for option in moves.options] == [
        ("thinking:explain", 2),
        ("thinking:wonder", 1),
    ]


def test_an_empty_timeline_is_empty() -> None:
    assert _timeline(newcomer()) == TimelineContent(led_by=Structure.TIME, terms=(), filters=(), total=0)
