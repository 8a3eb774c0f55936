import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.frontmatter import MarkedText, read_front_matter
from generator.reading.text import Text, to_text

KNOWN = frozenset({"title", "audience"})


def read(typed: str) -> MarkedText:
    text = to_text(typed.encode(), path="a.md")
    assert isinstance(text, Text)
    return read_front_matter(text, known=KNOWN)


def test_facts_and_words_are_told_apart() -> None:
    marked = read("---\ntitle: Hi\n---\n\nOne.\n\nTwo.\n\n")
    assert marked.facts
    assert [key.text for key, _ in marked.facts.entries] == ["title"]
    assert (marked.body, marked.body_line, marked.whole) == ("One.\n\nTwo.", 5, True)


def test_facts_keep_the_line_numbers_of_the_file() -> None:
    marked = read("\n\n---\naudience: student\n---\n")
    assert marked.facts
    assert marked.facts.entries[0][0].line == 4


@pytest.mark.parametrize("before", ["\ufeff", "\n\n", "\ufeff\r\n  \n"])
def test_a_byte_order_mark_and_blank_lines_do_not_hide_the_facts(before: str) -> None:
    marked = read(before + "---\naudience: student\n---\nWords.\n")
    assert marked.facts
    assert marked.body == "Words."


def test_a_text_without_facts_is_all_words() -> None:
    marked = read("Asha lined up the tiles.\n\n---\n\nLater.\n")
    assert (marked.facts, marked.body, marked.whole) == (
        None,
        "Asha lined up the tiles.\n\n---\n\nLater.",
        True,
    )


def test_an_empty_file_is_nothing_and_no_problem() -> None:
    assert read("\n  \n") == MarkedText(facts=None, body="", body_line=1, problems=(), whole=True)


def test_two_marks_with_nothing_between_are_no_facts() -> None:
    marked = read("---\n---\naudience: all of us\n")
    assert (marked.facts, marked.body, marked.whole) == (None, "audience: all of us", True)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("---\naudience: student\nWords.\n", "front-matter-not-closed"),
        ("---\naudience: student\n----\nWords.\n", "front-matter-not-closed"),
        ("audience: student\n---\nWords.\n", "front-matter-not-opened"),
        ("Audience: student\n\nWords.\n", "front-matter-not-opened"),
        ("----\naudience: student\n---\n", "front-matter-not-opened"),
        ("—\naudience: student\n—\n", "front-matter-not-opened"),
        (" ---\naudience: student\n---\n", "front-matter-not-opened"),
        ("+++\naudience = 1\n+++\n", "front-matter-not-opened"),
        ("---\njust words\n---\nmore\n", "not-facts"),
        ("---\n- a\n---\nmore\n", "not-facts"),
        ("---\ntitle: a: b\n---\nmore\n", "broken-yaml"),
    ],
)
def test_where_facts_cannot_be_told_from_words_there_are_no_words(typed: str, slug: str) -> None:
    marked = read(typed)
    assert [problem.slug for problem in marked.problems] == [slug]
    assert (marked.facts, marked.body, marked.whole) == (None, "", False)


def test_a_problem_in_the_facts_has_the_line_of_the_file() -> None:
    (problem,) = read("\n---\ntitle: fine\naudience: a: b\n---\n").problems
    assert (problem.origin.line, problem.origin.excerpt) == (4, "audience: a: b")


PIECES = st.lists(
    st.sampled_from(
        ["---", "--", "audience: student", "title:", "words", "", "\ufeff", "- a", " x: 'y", "\t", "é"]
    ),
    max_size=9,
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=80), PIECES.map("\n".join), PIECES.map("\r\n".join)))
def test_no_text_raises_and_nothing_half_read_has_words(typed: str) -> None:
    text = to_text(typed.encode("utf-8", "surrogatepass"), path="a.md")
    if not isinstance(text, Text):
        return
    marked = read_front_matter(text, known=KNOWN)
    assert 1 <= marked.body_line <= len(text.lines)
    assert marked.whole or (marked.problems and not marked.body)
    if marked.body:
        assert text.lines[marked.body_line - 1] == marked.body.split("\n")[0]
    for problem in marked.problems:
        assert 1 <= problem.origin.line <= len(text.lines)
