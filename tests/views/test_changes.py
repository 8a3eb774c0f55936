import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.words import Words
from generator.views.changes import LONGEST_BY_WORDS, ChangeKind, Changes, Segment, compare_drafts
from generator.views.plain import plain_paragraphs


def _compare(earlier: str, later: str) -> Changes:
    return compare_drafts(Words(text=earlier, language="en"), later=Words(text=later, language="en"))


def _changed(changes: Changes) -> list[Segment]:
    return [segment for place in changes.places for segment in place]


def _told(changes: Changes) -> list[list[tuple[str, str]]]:
    return [
        [(segment.kind.value, segment.text.strip()) for segment in one.segments] for one in changes.paragraphs
    ]


def test_same_text_is_kept_whatever_its_markup() -> None:
    changes = _compare("The **creek** was loud.", "The creek was loud.")
    assert _told(changes) == [[("kept", "The creek was loud.")]]
    assert changes.places == ()


def test_words_inside_a_sentence_are_told_and_the_sentence_counts_as_changed() -> None:
    changes = _compare("The creek was loud. I ran home.", "The creek was very loud. I ran home.")
    assert _told(changes) == [[("kept", "The creek was"), ("added", "very"), ("kept", "loud. I ran home.")]]
    assert (changes.words_added, changes.words_removed, changes.sentences_changed) == (1, 0, 1)


def test_a_replaced_word_is_removed_and_added() -> None:
    changes = _compare("The dog ran to the old house.", "The dog went to the old house.")
    assert _told(changes) == [
        [("kept", "The dog"), ("removed", "ran"), ("added", "went"), ("kept", "to the old house.")]
    ]


def test_what_was_put_in_the_place_of_something_stands_together_with_it() -> None:
    changes = _compare("The dog ran home. I sat.", "The dog went home. I sat down.")
    assert [[one.text.strip() for one in place] for place in changes.places] == [
        ["ran", "went"],
        ["sat.", "sat down."],
    ]


def test_spelling_stays_as_typed() -> None:
    changes = _compare("Becuase it was nite we ran.", "Because it was nite we ran.")
    assert [(one.kind, one.text.strip()) for one in _changed(changes)] == [
        (ChangeKind.REMOVED, "Becuase"),
        (ChangeKind.ADDED, "Because"),
    ]


def test_a_wholly_new_sentence_is_added_and_a_wholly_gone_one_removed() -> None:
    changes = _compare("I like newts. Rain fell all day.", "I like newts. My brother plays chess!")
    assert _told(changes) == [
        [("kept", "I like newts."), ("removed", "Rain fell all day."), ("added", "My brother plays chess!")]
    ]
    assert (changes.sentences_added, changes.sentences_removed, changes.sentences_changed) == (1, 1, 0)


def test_a_moved_sentence_is_told_once_and_neither_added_nor_removed() -> None:
    changes = _compare(
        "Newts sleep. Herons stand still. Frogs sing loudly.",
        "Herons stand still. Frogs sing loudly. Newts sleep.",
    )
    assert _told(changes) == [[("kept", "Herons stand still. Frogs sing loudly."), ("moved", "Newts sleep.")]]
    assert (changes.sentences_moved, changes.sentences_added, changes.sentences_removed) == (1, 0, 0)
    assert (changes.words_added, changes.words_removed) == (0, 0)


def test_what_is_gone_stays_in_its_paragraph() -> None:
    changes = _compare("One stays here. Gone now.\n\nSecond part.", "One stays here.\n\nSecond part.")
    assert _told(changes) == [
        [("kept", "One stays here."), ("removed", "Gone now.")],
        [("kept", "Second part.")],
    ]


def test_a_paragraph_that_is_gone_stands_by_itself() -> None:
    changes = _compare("First part.\n\nAll this went.\n\nLast part.", "First part.\n\nLast part.")
    assert _told(changes) == [
        [("kept", "First part.")],
        [("removed", "All this went.")],
        [("kept", "Last part.")],
    ]


def test_lines_of_a_poem_are_compared_line_by_line() -> None:
    changes = _compare("grey wings  \nslow feet", "grey wings  \nquick beak  \nslow feet")
    assert [(one.kind, one.text) for one in changes.paragraphs[0].segments] == [
        (ChangeKind.KEPT, "grey wings\n"),
        (ChangeKind.ADDED, "quick beak\n"),
        (ChangeKind.KEPT, "slow feet "),
    ]


def test_gurmukhi_sentences_end_at_the_danda() -> None:
    changes = _compare("ਮੈਂ ਘਰ ਗਈ। ਮੀਂਹ ਪਿਆ।", "ਮੈਂ ਘਰ ਗਈ। ਬਹੁਤ ਮੀਂਹ ਪਿਆ।")
    assert [(one.kind, one.text.strip()) for one in _changed(changes)] == [(ChangeKind.ADDED, "ਬਹੁਤ")]


def test_chinese_is_compared_by_characters() -> None:
    changes = _compare("我喜欢小鸟。", "我很喜欢小鸟。")
    assert [(one.kind, one.text) for one in _changed(changes)] == [(ChangeKind.ADDED, "很")]


def test_chinese_gets_no_spaces_that_nobody_wrote() -> None:
    changes = _compare("我看小鸟。它飞走了。", "我看小鸟。它飞来了。我笑。")
    told = [segment.text for paragraph in changes.paragraphs for segment in paragraph.segments]
    assert "".join(told) == "我看小鸟。它飞走来了。我笑。"


def test_an_empty_draft_is_nothing_or_all_new() -> None:
    assert _compare("", "").paragraphs == ()
    assert _told(_compare("", "All new.")) == [[("added", "All new.")]]


def test_very_long_drafts_are_compared_by_sentences() -> None:
    sentences = [f"Sentence number {number} about the creek." for number in range(LONGEST_BY_WORDS // 10)]
    changes = _compare(
        " ".join(sentences), " ".join([*sentences[:-1], "Sentence number nine about the hill."])
    )
    assert not changes.by_words
    assert (changes.sentences_added, changes.sentences_removed, changes.sentences_changed) == (1, 1, 0)


@pytest.mark.parametrize("text", ["No. " * 1400, "no yes " * 1400, "a\n\n" * 1400, "ha " * 2900])
def test_text_that_repeats_itself_comes_back_at_all(text: str) -> None:
    changes = _compare(text, "Well. " + text + " Yes.")
    assert _later(changes) == _flat("Well. " + text + " Yes.")


_WORD = st.sampled_from(["the", "creek", "ran.", "loud!", "I", "home.", "\n\n", "newt", "  \n", "- "])
_TEXT = st.lists(_WORD, max_size=40).map(" ".join)


@given(earlier=_TEXT, later=_TEXT)
def test_without_what_was_removed_it_reads_as_the_later_draft(earlier: str, later: str) -> None:
    assert _later(_compare(earlier, later)) == _flat(later)


@given(earlier=_TEXT, later=_TEXT)
def test_counts_agree_with_the_lengths_of_both_drafts(earlier: str, later: str) -> None:
    changes = _compare(earlier, later)
    grown = len(_flat(later).split()) - len(_flat(earlier).split())
    assert changes.words_added - changes.words_removed == grown


def _later(changes: Changes) -> str:
    kept = (
        segment.text
        for paragraph in changes.paragraphs
        for segment in paragraph.segments
        if segment.kind is not ChangeKind.REMOVED
    )
    return " ".join("".join(kept).split())


def _flat(markdown: str) -> str:
    return " ".join(" ".join(plain_paragraphs(markdown)).split())
