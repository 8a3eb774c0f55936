from collections.abc import Iterator
from typing import Any

import pytest

from generator.model.audience import Audience
from generator.problems import Problem
from generator.reading.documents import read_item, read_items
from generator.reading.fields import Field, Shape
from generator.reading.notes import Notes, Surroundings
from generator.reading.schemas import ITEM_FILES, LIST_FILES
from generator.reading.text import Text
from tests.schools.tiny import TinySchool

STUDENT = "students/ana-lee"


@pytest.mark.parametrize(
    ("facts", "slug", "fix"),
    [
        ("date: 2025-02-30", "impossible-date", "February 2025 has the days 01 to 28"),
        ("date: 2025-13-01", "impossible-date", "01 to 12"),
        ("date: 2025-10-2", "impossible-date", "`2025-10-02`"),
        ("date: 02/10/2025", "impossible-date", "year, month and day"),
        ("date: 0025-10-02", "impossible-date", "between 1900"),
        ("kind: obsevation", "unknown-choice", "`observation`"),
        ("kind: [product, quiz]", "unknown-choice", "`product`, `observation`, `conversation`"),
        ("form: worksample", "unknown-choice", "`work sample`"),
        ("audience: familly", "unknown-choice", "`family`"),
        ("audience: parents", "unknown-choice", "use one of"),
        ("audiance: family", "unknown-field", "`audience`"),
        ("language: English", "unknown-language", "`en`"),
        ("language: Punjabi", "unknown-language", "`pa`"),
        ("title: [a, b]", "wrong-type", "one value"),
        ("feedback: nice", "wrong-type", "`by: …`"),
        ("feedback: {by: ms-ito}", "missing-field", "`can do:`"),
        ("explanation: {txt: hi}", "unknown-field", "`text:`"),
        ("explanation: {language: en}", "missing-field", "`text:`"),
        ("piece: My Heron", "bad-id", "`my-heron`"),
        ("artifacts: {file: a.jpg, resurface: maybe}", "unknown-choice", "`yes` or `no`"),
        ("artifacts: {caption: x}", "missing-field", "`file:`"),
        ("artifacts: {file: b.jpg}", "missing-file", "`a.jpg`"),
        ("artifacts: {file: A.JPG}", "missing-file", "`a.jpg`"),
        ("artifacts: {file: nowhere/x.pdf}", "missing-file", f"{STUDENT}/evidence/nowhere/x.pdf"),
        ("artifacts: {file: ../../../people.yml}", "path-outside", "copy the file"),
        ("artifacts: {file: ../../bo-ray/x.jpg}", "path-outside", "copy the file"),
        ("artifacts: {file: ../../../../../../etc/passwd}", "path-outside", "copy the file"),
        ("artifacts: {file: /etc/passwd}", "path-outside", "beside this text"),
        ("artifacts: {file: 'C:\\photos\\a.jpg'}", "path-outside", "beside this text"),
        ("artifacts: {file: '\\\\server\\a.jpg'}", "path-outside", "beside this text"),
        ("artifacts: {file: 'https://a.b/c.jpg'}", "path-outside", "beside this text"),
        ("artifacts: {file: 'file:///etc/passwd'}", "path-outside", "beside this text"),
    ],
)
def test_a_slip_is_one_problem_with_its_line_and_mend(
    tiny_school: TinySchool, facts: str, slug: str, fix: str
) -> None:
    tiny_school.edit(f"{STUDENT}/evidence/a.jpg", b"x")
    tiny_school.edit("students/bo-ray/x.jpg", b"x").edit(
        "students/bo-ray/student.yml", "name: Bo\ngroup: fir\nguardians: jo-lee\n"
    )
    problems = [
        problem
        for problem in tiny_school.evidence(f"talk about: x\n{facts}").check()
        if problem.slug != "unknown-file"
    ]
    assert [problem.slug for problem in problems] == [slug]
    assert problems[0].origin.line == 3
    assert problems[0].origin.column > 0
    assert problems[0].severity == "error"
    assert fix in problems[0].fix


def test_all_slips_of_a_file_are_told_at_once(tiny_school: TinySchool) -> None:
    tiny_school.evidence("kind: x\nform: y\ntitel: z\ndate: 2025-02-30\nfeedback: {by: ms-ita}")
    assert sorted(tiny_school.slugs()) == [
        "impossible-date", "missing-field", "unknown-choice", "unknown-choice", "unknown-field", "unknown-speaker",
    ]  # fmt: skip


def test_evidence_without_a_day_is_a_problem(tiny_school: TinySchool) -> None:
    problem = tiny_school.evidence("kind: product", name="volcano").only_problem()
    assert problem.slug == "missing-date"
    assert "`2025-10-02-volcano`" in problem.fix


def test_an_impossible_day_in_a_file_name_is_a_problem(tiny_school: TinySchool) -> None:
    assert tiny_school.evidence("kind: product", name="2025-02-30-a").slugs() == ["impossible-date"]


def test_a_value_left_empty_is_a_value_left_out(tiny_school: TinySchool) -> None:
    tiny_school.evidence("title:\nkind:\nfeedback:\ncompetencies: []")
    assert tiny_school.student().evidence[1].title == "More"


@pytest.mark.parametrize("name", ["NO", "Null", "0123", "1e3", "~"])
def test_a_name_stays_what_was_typed(tiny_school: TinySchool, name: str) -> None:
    tiny_school.edit(f"{STUDENT}/student.yml", f"name: {name}\ngroup: fir\nguardians: jo-lee\n")
    assert tiny_school.student().name == name


def test_a_backslash_between_folders_is_understood(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/evidence/media/a.pdf", b"x").evidence("artifacts: {file: media\\a.pdf}")
    assert tiny_school.student().evidence[1].artifacts[0].path == f"{STUDENT}/evidence/media/a.pdf"


def test_accents_match_however_the_machine_composes_them(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/evidence/he\u0301ron.pdf", b"x").evidence(
        "artifacts: {file: h\u00e9ron.pdf}"
    )
    artifact = tiny_school.student().evidence[1].artifacts[0]
    assert (tiny_school.content / artifact.path).exists()


def test_what_markdown_loses_is_told_with_its_line(tiny_school: TinySchool) -> None:
    problem = tiny_school.evidence("kind: product", "One.\n\nTwo <script>x</script>").only_problem()
    assert (problem.slug, problem.severity, problem.origin.line) == ("markup-taken-out", "warning", 6)
    assert problem.origin.column == 5


def test_evidence_with_nothing_in_it_is_worth_a_word(tiny_school: TinySchool) -> None:
    assert tiny_school.evidence("kind: product", "").slugs() == ["nothing-to-see"]


def _shapes(shape: Shape, *, inside: str) -> Iterator[tuple[str, Shape]]:
    yield inside, shape
    for known in shape.fields:
        for nested in known.type.nested:
            yield from _shapes(nested, inside=f"{inside} > {known.name}")


EVERY_SHAPE = dict(
    placed for name, shape in (*ITEM_FILES, *LIST_FILES) for placed in _shapes(shape, inside=name)
)
NESTED = [
    (f"{name} > {known.name}", shape, known)
    for name, shape in EVERY_SHAPE.items()
    for known in shape.fields
    if any(field.required for nested in known.type.nested for field in nested.fields)
]


def _missing(*lines: str, shape: Shape, as_list: bool = False) -> list[Problem]:
    around = Surroundings(
        folder="", files={}, school_language="en", default_audience=Audience.FAMILY, people={}, levels={}
    )
    notes = Notes(text=Text(path="x.yml", lines=lines), surroundings=around)
    read_items(notes, shape=shape) if as_list else read_item(notes, shape=shape)
    return [problem for problem in notes.problems if problem.slug == "missing-field"]


def _required(shapes: tuple[Shape, ...]) -> set[str]:
    return {f"`{field.name}` is missing" for shape in shapes for field in shape.fields if field.required}


@pytest.mark.parametrize(("name", "shape"), LIST_FILES, ids=[name for name, _ in LIST_FILES])
def test_what_an_item_lacks_is_told_at_that_item(name: str, shape: Shape) -> None:
    del name
    problems = _missing("# a remark", "- {}", "", "-", "  {}", shape=shape, as_list=True)
    wanted = _required((shape,))
    assert wanted
    for line in (2, 5):
        assert {problem.message for problem in problems if problem.origin.line == line} == wanted


@pytest.mark.parametrize(("name", "shape", "known"), NESTED, ids=[name for name, *_ in NESTED])
def test_what_an_item_inside_a_file_lacks_is_told_at_that_item(
    name: str, shape: Shape, known: Field[Any]
) -> None:
    del name
    wanted = _required(known.type.nested)
    in_list = _missing("# a remark", f"{known.name}:", "  - {}", "", "  - {}", shape=shape)
    alone = _missing("# a remark", f"{known.name}:", "  {}", shape=shape)
    found = [
        {problem.message for problem in problems if problem.origin.line == line}
        for problems, line in ((in_list, 3), (in_list, 5), (alone, 3))
    ]
    # Some stand alone, some in lists.
    assert found in ([wanted, wanted, wanted], [set(), set(), wanted], [wanted, wanted, set()])


@pytest.mark.parametrize(("name", "shape"), EVERY_SHAPE.items(), ids=EVERY_SHAPE)
def test_a_needed_name_with_nothing_behind_it_is_told_at_that_name(name: str, shape: Shape) -> None:
    del name
    for known in shape.fields:
        if known.required:
            problems = _missing("# a remark", "unknown: x", f"{known.name}:", shape=shape)
            (told,) = [problem for problem in problems if problem.origin.line == 3]
            assert told.message == f"nothing stands behind `{known.name}:`"
