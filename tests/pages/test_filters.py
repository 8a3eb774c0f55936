"""Values in the reader's words."""

from datetime import date

import pytest

from generator.model.words import Words
from generator.pages.filters import Speech, day, in_a_line, in_their_words, length_of, month, short_day, size
from generator.pages.interface_words import InterfaceWords
from generator.pages.marks import in_words


def said_in(language: str, marked: str) -> str:
    return in_words(marked, speaker=Speech(language=language, own={}))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "October 2, 2025"),
        ("fr", "2 octobre 2025"),
        ("pa-Guru", "2 ਅਕਤੂਬਰ 2025"),
        ("nonsense", "October 2, 2025"),
    ],
)
def test_a_day_is_written_as_readers_write_it(language: str, said: str) -> None:
    assert said_in(language, day(date(2025, 10, 2))) == f'<time datetime="2025-10-02">{said}</time>'


def test_a_month_has_its_year() -> None:
    assert said_in("en", month(date(2025, 10, 1))) == '<time datetime="2025-10">October 2025</time>'


@pytest.mark.parametrize(("language", "said"), [("en", "Oct 2"), ("fr", "2 oct.")])
def test_a_short_day_has_its_month(language: str, said: str) -> None:
    """Beside a level a bare number would read as points."""
    assert said_in(language, short_day(date(2025, 10, 2))) == f'<time datetime="2025-10-02">{said}</time>'


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 KB"), (999_400, "999 KB"), (1_234_567, "1.2 MB"), (12_000_000, "12 MB")]
)
def test_a_size_is_as_families_know_it(count: int, said: str) -> None:
    assert said_in("en", size(count)) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 second"), (18.4, "18 seconds"), (89.4, "89 seconds"), (100, "2 minutes"), (3600, "60 minutes")],
)
def test_a_length_is_said_in_words(seconds: float, said: str) -> None:
    assert said_in("en", length_of(seconds)) == said


def test_words_are_cleaned_and_keep_their_language() -> None:
    html = in_their_words(Words(text="**ਸਤ ਸ੍ਰੀ ਅਕਾਲ**<script>x</script>", language="pa-Guru"))
    assert html.startswith('<div class="words" lang="pa-Guru" dir="ltr">')
    assert "<strong>ਸਤ ਸ੍ਰੀ ਅਕਾਲ</strong>" in html
    assert "script" not in html


def test_words_whose_letters_cannot_be_of_the_language_name_none() -> None:
    """A mother who reads Punjabi wrote in English; a voice is not to read it as Punjabi."""
    html = in_their_words(Words(text="She tells the story to my mother.", language="pa-Guru"))
    assert html.startswith('<div class="words" lang="" dir="auto">')


def test_a_line_has_no_paragraph_around_it() -> None:
    assert (
        in_a_line(Words(text="I want to read *every* night.", language="en"))
        == "I want to read <em>every</em> night."
    )


def test_a_line_of_several_paragraphs_stays_plain() -> None:
    assert in_a_line(Words(text="One & all.\n\nTwo.", language="en")) == "One &amp; all.\n\nTwo."


def test_a_schools_own_word_wins() -> None:
    words = InterfaceWords(language="en", own={"Timeline": "My days"})
    assert words.word("Timeline") == "My days"
    assert words.word("Goals") == "Goals"
    assert words.count_word("%(num)s second", "%(num)s seconds", 2) == "%(num)s seconds"
