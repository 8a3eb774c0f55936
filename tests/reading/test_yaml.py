import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml import SafeLoader

from generator.reading import yaml as reading_yaml
from generator.reading.text import Text, to_text
from generator.reading.yaml import Document, Mapping, Node, Scalar, Sequence, read_yaml


def text_of(typed: str | bytes) -> Text:
    text = to_text(typed if isinstance(typed, bytes) else typed.encode(), path="a.yml")
    assert isinstance(text, Text)
    return text


def read(typed: str | bytes) -> Document:
    return read_yaml(text_of(typed))


def values(typed: str) -> dict[str, str]:
    root = read(typed).root
    assert isinstance(root, Mapping)
    return {key.text: value.text for key, value in root.entries if isinstance(value, Scalar)}


def test_scalars_stay_what_was_typed() -> None:
    typed = "grade: NO\nid: 0123\nlevel: 3_4\ntime: 12:30\nday: 2025-13-01\nname: null\nsum: 1e3\n"
    assert values(typed) == {
        "grade": "NO", "id": "0123", "level": "3_4", "time": "12:30", "day": "2025-13-01", "name": "null", "sum": "1e3",
    }  # fmt: skip


def test_a_scalar_knows_its_place_behind_other_scripts() -> None:
    root = read("a: 1\nਨਾਮ: 'ਆਸ਼ਾ 🦉' # hi\n").root
    assert isinstance(root, Mapping)
    key, value = root.entries[1]
    assert isinstance(value, Scalar)
    assert (key.line, key.column, key.width) == (2, 1, 3)
    assert (value.line, value.column, value.width) == (2, 6, 8)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_counts_the_same(ending: str) -> None:
    root = read(f"a: 1{ending}b: 2{ending}").root
    assert isinstance(root, Mapping)
    assert [key.line for key, _ in root.entries] == [1, 2]


def test_a_byte_order_mark_is_not_part_of_the_first_name() -> None:
    assert values("\ufeffname: Ana\n") == {"name": "Ana"}


def test_a_duplicate_key_is_named_with_both_lines() -> None:
    (problem,) = read("a: 1\nb: 2\na: 3\n").problems
    assert (problem.slug, problem.origin.line, problem.origin.column) == ("duplicate-key", 3, 1)
    assert "line 1" in problem.message


@pytest.mark.parametrize(
    ("typed", "slug", "line", "mend"),
    [
        ("title: Volcano: again\n", "broken-yaml", 1, "quotes"),
        ("a:\n\t- b\n", "broken-yaml", 2, "tabs"),
        ("a: [1, 2\nb: 3\n", "broken-yaml", 2, "]"),
        ("x: 1\na: 'never closed\n", "broken-yaml", 2, "quotation mark"),
        ("a: &b 1\nc: *b\n", "yaml-anchor", 1, "write the value out"),
        ("a: *b\n", "yaml-anchor", 1, "write the value out"),
        ("a: !!python/name:os.system x\n", "yaml-tag", 1, "quotes"),
        ("a: 1\n---\nb: 2\n", "second-document", 2, "take the line out"),
        ("? [a, b]\n: c\n", "broken-yaml", 1, "one word"),
        ("a: b\x07\n", "unreadable-character", 1, "delete"),
        ("a: 1\nb: \x00\n", "unreadable-character", 2, "delete"),
    ],
)
def test_what_is_not_yaml_is_one_problem_with_its_place(typed: str, slug: str, line: int, mend: str) -> None:
    document = read(typed)
    (problem,) = document.problems
    assert document.root is None
    assert (problem.slug, problem.origin.line) == (slug, line)
    assert mend in problem.fix


def test_a_billion_laughs_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert [problem.slug for problem in read(bomb).problems] == ["yaml-anchor"]


@pytest.mark.parametrize("depth", [25, 900, 100_000])
def test_bottomless_brackets_are_refused(depth: int) -> None:
    (problem,) = read("a: " + "[" * depth + "]" * depth).problems
    assert problem.slug == "yaml-too-deep"
    assert "brackets" in problem.fix


def test_the_slower_loader_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "a: ü😀\nb: [1, {c: NO}]\nd: |\n  two\n  lines\ne:\n"
    fast = read(typed)
    monkeypatch.setattr(reading_yaml, "_LOADER", SafeLoader)
    slow = read(typed)
    assert slow.root == fast.root


@pytest.mark.parametrize("data", [b"name: Zo\xeb\n", "name: Ana".encode("utf-16"), b"a: 1\nb: \xff\n"])
def test_what_is_not_utf_8_is_a_problem(data: bytes) -> None:
    problem = to_text(data, path="a.yml")
    assert not isinstance(problem, Text)
    assert problem.slug == "not-utf-8"


def test_the_line_that_is_not_utf_8_is_named() -> None:
    problem = to_text(b"a: 1\nb: \xff\n", path="a.yml")
    assert not isinstance(problem, Text)
    assert problem.origin.line == 2


def nodes(node: Node | None) -> list[Node]:
    if isinstance(node, Sequence):
        return [node, *(inner for item in node.items for inner in nodes(item))]
    if isinstance(node, Mapping):
        return [node, *(inner for key, value in node.entries for inner in (key, *nodes(value)))]
    return [node] if node else []


YAMLISH = st.text(
    st.sampled_from([*"ab:- \n\t'\"[]{}#&*!|>?,\\%@`", "\u2028", "\x85", "😀", "é"]), max_size=60
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=80), YAMLISH, st.binary(max_size=60)))
def test_no_text_raises_and_every_place_is_inside_the_file(typed: str | bytes) -> None:
    data = typed if isinstance(typed, bytes) else typed.encode("utf-8", "surrogatepass")
    text = to_text(data, path="a.yml")
    if not isinstance(text, Text):
        return
    document = read_yaml(text)
    for node in nodes(document.root):
        assert 1 <= node.line <= len(text.lines) + 1
        if isinstance(node, Scalar) and node.text:
            assert 1 <= node.column <= len(text.lines[node.line - 1]) + 1
    for problem in document.problems:
        assert 1 <= problem.origin.line <= len(text.lines)
        assert 0 <= problem.origin.column <= len(problem.origin.excerpt) + 1
    assert document.root is None or isinstance(document.root, (Scalar, Sequence, Mapping))
