import pytest

from generator.model.words import Words
from generator.views.plain import as_plain, excerpt, plain, plain_paragraphs


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("A **bold** and *soft* and ***both***.", "A bold and soft and both."),
        ("A __bold__ and _soft_ word.", "A bold and soft word."),
        ("# My *volcano*\nIt foamed.", "My volcano It foamed."),
        ("- red\n- blue\n\n1. one\n2) two", "red blue one two"),
        ("> somebody said\n> this", "somebody said this"),
        ("[the creek](https://example.org/a_b) and ![a heron](heron.jpg)", "the creek and a heron"),
        ("`print(1)` and ``a ` b``", "print(1) and a ` b"),
        ("```python\nprint('*')\n```", "print('*')"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
        ("H<sub>2</sub>O <!-- not this -->", "H2O"),
        (r"\*not soft\*", "*not soft*"),
        ("snake_case_name and 2*3*4 and 5 < 6 > 4", "snake_case_name and 2*3*4 and 5 < 6 > 4"),
        ("one\r\ntwo\rthree", "one two three"),
        ("above\n\n---\n\nbelow", "above below"),
        ("<https://example.org>", "https://example.org"),
        ("ਮੈਂ **ਘਰ** ਗਈ।", "ਮੈਂ ਘਰ ਗਈ।"),
        ("", ""),
    ],
)
def test_markdown_reads_as_plain_words(markdown: str, expected: str) -> None:
    assert plain(Words(text=markdown, language="en")) == expected


@pytest.mark.parametrize(
    "odd", ["*a ", "<!--", "[", "[a](", "`", "`` `", "-", "| ", "> ", "_", "<a ", "![", "#", "1. "]
)
def test_odd_text_of_any_length_comes_back(odd: str) -> None:
    assert plain(Words(text=odd * 10_000 + "\nend", language="en")).endswith("end")


def test_paragraphs_headings_and_list_items_stand_alone() -> None:
    assert plain_paragraphs("# Title\nfirst line\nsame paragraph\n\n- one\n- two\n\nend") == (
        "Title",
        "first line same paragraph",
        "one",
        "two",
        "end",
    )


def test_a_hard_break_stays_a_line_break() -> None:
    assert plain_paragraphs("grey wings  \nslow feet\\\nend") == ("grey wings\nslow feet\nend",)


def test_an_excerpt_ends_between_words_and_keeps_its_language() -> None:
    cut = excerpt(Words(text="One two, three four", language="pa-Guru"), longest=10)
    assert (cut.text, cut.language, cut.direction) == ("One two…", "pa-Guru", "ltr")


def test_a_short_text_is_not_cut() -> None:
    assert excerpt(Words(text="One two", language="ar"), longest=10).text == "One two"


def test_an_excerpt_has_no_table_unless_there_is_nothing_else() -> None:
    table = "| × | 20 | 3 |\n| --- | --- | --- |\n| 4 | 80 | 12 |"
    among = excerpt(Words(text=f"My guess is 80.\n\n{table}\n\nIt is 92.", language="en"))
    assert among.text == "My guess is 80. It is 92."
    assert excerpt(Words(text=table, language="en")).text == "× 20 3 4 80 12"


def test_blank_text_is_nobodys_line() -> None:
    assert as_plain("  ", language="en") is None
