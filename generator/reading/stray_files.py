"""Files that nothing reads or speaks of, and the name they were probably meant to have."""

from collections.abc import Iterator

from generator.problems import Origin, Problem, warning
from generator.reading.findings import Findings
from generator.reading.notes import nearest
from generator.reading.student import ReadStudent
from generator.reading.tree import FRAMEWORK_FILES, SCHOOL_FILES, STUDENT_FILES, STUDENT_FOLDERS


def stray_school_files(findings: Findings) -> Iterator[Problem]:
    """Outside the students' folders."""
    expected = {*SCHOOL_FILES, *(f"framework/{name}" for name in FRAMEWORK_FILES)}
    items = (
        *findings.content.groups,
        *findings.content.rubrics,
        *findings.content.tasks,
        *findings.content.group_work,
    )
    known = expected | {item.path for item in items} | findings.spoken_of
    students = {tree.folder for tree in findings.content.students}
    for path in findings.content.files:
        home = "/".join(path.split("/")[:2]) + "/"
        if path in known or home in students or _in_refused_folder(path):
            continue
        name = path.rsplit("/", 1)[-1]
        near = next((right for right in expected if right.endswith(f"/{name}")), "") or nearest(
            path, expected
        )
        fix = (
            f"did you mean `{near}`?"
            if near
            else "begin its name with an underscore, or move it out of the content"
        )
        yield warning(Origin(path=path), "unknown-file", "nothing reads this file", fix=fix)


def _in_refused_folder(path: str) -> bool:
    """A student's folder with a wrong name has been told of already."""
    return path.startswith("students/") and path.count("/") > 1


def stray_files(read: ReadStudent, findings: Findings) -> Iterator[Problem]:
    """In one student's folder. What lies beside a text that could not be read is not held against anybody."""
    del findings
    tree = read.tree
    claimed = tree.claimed | read.spoken_of
    about = f"{tree.folder}about.md"
    texts = (path for path in read.unread if path.endswith(".md") and path != about)
    unsure = tuple(path.rsplit("/", 1)[0] + "/" for path in texts) + tree.indexless
    for path in tree.files.values():
        if path in claimed or (unsure and path.startswith(unsure)):
            continue
        inside = path.removeprefix(tree.folder)
        first, _, rest = inside.partition("/")
        if about in read.unread and not rest:
            continue
        if not rest:
            near = nearest(first, STUDENT_FILES)
        elif first not in STUDENT_FOLDERS:
            near = nearest(first, STUDENT_FOLDERS)
            near = near and f"{near}/{rest}"
        else:
            right = ".yml" if first in {"goals", "progress", "conversations", "conferences"} else ".md"
            stem, _, ending = inside.rpartition(".")
            near = (
                stem + right
                if ending.lower() in {"yaml", "yml", "md", "markdown", "txt"} and "/" not in rest
                else ""
            )
        if near and near != inside:
            fix = f"did you mean `{near}`?"
        else:
            fix = "name it under `artifacts`, or begin its name with an underscore"
        yield warning(
            Origin(path=path), "unknown-file", "no text of this student speaks of this file", fix=fix
        )
