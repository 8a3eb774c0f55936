from generator.model.evidence import Evidence, Moment, Stage
from generator.model.medium import Medium
from generator.model.words import Voice
from generator.views.compare import CompareContent
from generator.views.comparisons import ComparisonKind, ComparisonSource, comparison_card, pairs_of
from generator.views.growth import GROWTH, GrowthContent
from generator.views.view import Subject
from tests.views.builders import artifact, assessment, comparison, evidence, picture, sound, student, subject

EARLY, LATE = "2025-09-10-early", "2025-12-01-late"


def _sources(given: Subject) -> list[tuple[ComparisonSource, str, str]]:
    return [(pair.source, str(pair.earlier.id), str(pair.later.id)) for pair in pairs_of(given)]


def _text(name: str, *, piece: str = "", text: str = "Some words of mine.", language: str = "en") -> Evidence:
    return evidence(name, text=text, competencies=["en-write"], piece=piece, language=language)


def _compared(given: Subject) -> CompareContent:
    content = GROWTH.build(given)[1].content
    assert isinstance(content, CompareContent)
    return content


def test_an_early_and_a_late_piece_of_one_kind_and_competency_are_found() -> None:
    given = subject(student(evidence=[_text(EARLY), _text("2025-10-10-middle"), _text(LATE)]))
    assert _sources(given) == [(ComparisonSource.FOUND, EARLY, LATE)]


def test_pieces_less_than_sixty_days_apart_are_not_called_early_and_late() -> None:
    assert _sources(subject(student(evidence=[_text("2025-09-01-a"), _text("2025-10-30-b")]))) == []
    assert len(_sources(subject(student(evidence=[_text("2025-09-01-a"), _text("2025-10-31-b")])))) == 1


def test_different_kinds_are_not_paired_by_themselves() -> None:
    drawing = evidence(LATE, artifacts=(artifact("a.png"),), competencies=["en-write"])
    assert _sources(subject(student(evidence=[_text(EARLY), drawing]), media={"a.png": picture("a")})) == []


def test_a_teachers_notes_are_not_a_piece_of_writing_to_compare() -> None:
    notes = evidence(LATE, text="Asha read aloud.", words_by=Voice.TEACHER, competencies=["en-write"])
    assert _sources(subject(student(evidence=[_text(EARLY), notes]))) == []


def test_what_people_chose_comes_first_and_is_not_found_again() -> None:
    given = subject(
        student(evidence=[_text(EARLY), _text(LATE)], comparisons=[comparison(EARLY, later=LATE)])
    )
    assert _sources(given) == [(ComparisonSource.CHOSEN, EARLY, LATE)]


def test_a_chosen_pair_says_whose_words_it_carries() -> None:
    given = subject(
        student(evidence=[_text(EARLY), _text(LATE)], comparisons=[comparison(EARLY, later=LATE)])
    )
    content = GROWTH.build(given)[0].content
    assert isinstance(content, GrowthContent)
    assert [card.chosen_by for card in content.comparisons] == [(Voice.STUDENT,)]


def test_versions_give_their_first_and_last() -> None:
    versions = [
        _text("2025-10-01-a", piece="p"),
        _text("2025-10-03-b", piece="p"),
        _text("2025-10-09-c", piece="p"),
    ]
    assert _sources(subject(student(evidence=versions))) == [
        (ComparisonSource.VERSIONS, "2025-10-01-a", "2025-10-09-c")
    ]


def test_versions_that_people_compared_tell_their_story_once() -> None:
    versions = [
        _text("2025-10-01-a", piece="p"),
        _text("2025-10-03-b", piece="p"),
        _text("2025-10-09-c", piece="p"),
    ]
    chosen = comparison("2025-10-03-b", later="2025-10-09-c")
    given = subject(student(evidence=versions, comparisons=[chosen]))
    assert _sources(given) == [(ComparisonSource.CHOSEN, "2025-10-03-b", "2025-10-09-c")]
    assert [step.card.made_on.day for step in _compared(given).process] == [1, 3, 9]


def test_drafts_of_one_text_are_told_with_their_changes() -> None:
    drafts = [_text(EARLY, piece="p", text="I ran home."), _text(LATE, piece="p", text="I ran home fast.")]
    changes = _compared(subject(student(evidence=drafts))).changes
    assert changes is not None
    assert [segment.text.strip() for place in changes.places for segment in place] == ["home.", "home fast."]


def test_two_texts_that_share_hardly_a_word_are_not_told_as_changes() -> None:
    drafts = [
        _text(EARLY, piece="p", text="otter moon dark"),
        _text(LATE, piece="p", text="Quite another story."),
    ]
    assert _compared(subject(student(evidence=drafts))).changes is None


def test_two_pieces_are_not_told_as_changes_of_each_other() -> None:
    assert _compared(subject(student(evidence=[_text(EARLY), _text(LATE)]))).changes is None


def test_a_translation_is_not_told_as_a_change() -> None:
    drafts = [_text(EARLY, piece="p"), _text(LATE, piece="p", language="fr")]
    assert _compared(subject(student(evidence=drafts))).changes is None


def test_the_kind_is_that_of_both_sides_or_mixed() -> None:
    media: dict[str, Medium] = {"a.png": picture("a"), "b.png": picture("b"), "c.m4a": sound("c")}

    def kind(earlier: str, later: str) -> ComparisonKind:
        sides = [
            evidence(EARLY, artifacts=(artifact(earlier),), piece="p", stage=Stage.SKETCH),
            evidence(LATE, artifacts=(artifact(later),), piece="p", stage=Stage.FINAL),
        ]
        return _compared(subject(student(evidence=sides), media=media)).summary.kind

    assert kind("a.png", "b.png") is ComparisonKind.PICTURES
    assert kind("a.png", "c.m4a") is ComparisonKind.MIXED


def test_each_side_carries_what_was_judged_about_it() -> None:
    given = subject(
        student(
            evidence=[_text(EARLY), _text(LATE)],
            assessments=[
                assessment("EME", competency="en-write", about=[EARLY]),
                assessment("PRO", competency="en-write", about=[LATE], on="2025-12-02"),
            ],
        )
    )
    compared = _compared(given)
    levels = [
        [voice.current.level.level.name for one in side.assessments for voice in one.voices]
        for side in (compared.earlier, compared.later)
    ]
    assert levels == [["Emerging"], ["Proficient"]]


def test_the_later_side_shows_how_it_is_and_not_how_it_was() -> None:
    before, after = artifact("a.png", moment=Moment.BEFORE), artifact("b.png", moment=Moment.AFTER)
    pieces = [evidence(EARLY, artifacts=(artifact("a.png"),)), evidence(LATE, artifacts=(before, after))]
    media = {name: picture(name) for name in ("a.png", "b.png")}
    given = subject(
        student(evidence=pieces, comparisons=(comparison(pieces[0].id, later=pieces[1].id),)), media=media
    )
    assert [one.moment for one in _compared(given).later.artifacts] == [Moment.AFTER]


def test_the_card_of_a_pair_shows_how_the_later_piece_is_and_not_how_it_was() -> None:
    before, after = artifact("a.png", moment=Moment.BEFORE), artifact("b.png", moment=Moment.AFTER)
    pieces = [evidence(EARLY, artifacts=(artifact("a.png"),)), evidence(LATE, artifacts=(before, after))]
    media = {name: picture(name) for name in ("a.png", "b.png")}
    given = subject(
        student(evidence=pieces, comparisons=(comparison(pieces[0].id, later=pieces[1].id),)), media=media
    )
    pair = comparison_card(pairs_of(given)[0], subject=given)
    assert pair.earlier.picture == media["a.png"].small
    assert pair.later.picture == media["b.png"].small
