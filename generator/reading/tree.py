"""Which files a school keeps, and what each of them is."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.identifiers import StudentId
from generator.problems import Origin, Problem, error
from generator.reading.id_types import ID, suggest_id
from generator.reading.text import Text, to_text
from generator.reading.updates import kind_of_update
from generator.reading.walking import same_names, walk

SCHOOL_FILES = ("school.yml", "people.yml", "why.yml", "consent.yml")
FRAMEWORK_FILES = (
    "areas.yml",
    "competencies.yml",
    "content.yml",
    "big-ideas.yml",
    "profiles.yml",
    "thinking-moves.yml",
    "scale.yml",
    "prompts.yml",
)
STUDENT_FILES = (
    "student.yml",
    "about.md",
    "assessments.yml",
    "growth.yml",
    "showcase.yml",
    "core-competencies.yml",
)
STUDENT_FOLDERS = ("evidence", "reflections", "goals", "progress", "conversations", "conferences")

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file that becomes a record: its content path, and its name without ending (or its folder's name)."""

    stem: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentTree:
    """What lies in one student's folder. Paths are content paths."""

    id: StudentId
    folder: str
    """Ends with a slash."""
    files: Mapping[str, str]
    """Every file: its path with composed accents, to its path as the disk has it."""
    evidence: tuple[Item, ...]
    reflections: tuple[Item, ...]
    goals: tuple[Item, ...]
    points: tuple[Item, ...]
    updates: tuple[Item, ...]
    """Learning updates, summaries and informal updates, which lie among the points."""
    conversations: tuple[Item, ...]
    conferences: tuple[Item, ...]
    indexless: tuple[str, ...]
    """Folders that should hold an `index.md` and do not, each ending with a slash."""

    def file(self, name: str) -> str | None:
        """The content path of a file directly in the folder, where there is one."""
        return self.files.get(self.folder + name)

    @property
    def claimed(self) -> frozenset[str]:
        """The files whose place says what they are; everything else must be spoken of by one of them."""
        facts = (self.file(name) for name in STUDENT_FILES)
        items = (
            item.path
            for item in (
                *self.evidence,
                *self.reflections,
                *self.goals,
                *self.points,
                *self.updates,
                *self.conversations,
                *self.conferences,
            )
        )
        return frozenset(path for path in (*facts, *items) if path)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentTree:
    """A content folder at one moment, in the order of names."""

    root: str
    """Absolute."""
    files: tuple[str, ...]
    groups: tuple[Item, ...]
    rubrics: tuple[Item, ...]
    tasks: tuple[Item, ...]
    group_work: tuple[Item, ...]
    students: tuple[StudentTree, ...]
    problems: tuple[Problem, ...]

    def read(self, path: str) -> bytes:
        """The bytes of a file by its content path.

        Raises:
            OSError: the file vanished or may not be read.
        """
        with open(f"{self.root}/{path}", "rb") as file:  # noqa: PTH123 - a thousand files; pathlib doubles the time
            return file.read()


def read_tree(root: str) -> ContentTree:
    """Walks the content folder once, never out of it. A folder that may not be read is a problem."""
    problems: list[Problem] = []
    paths = sorted(walk(root, problems=problems))
    problems.extend(same_names(paths))
    by_student: dict[str, list[str]] = {}
    groups = []
    rubrics = []
    tasks = []
    group_work: list[Item] = []
    for path in paths:
        parts = path.split("/")
        if parts[0] == "students" and len(parts) > 2:
            by_student.setdefault(parts[1], []).append(path)
        elif parts[0] == "groups" and len(parts) == 2 and path.endswith(".md"):
            groups.append(Item(stem=parts[1].removesuffix(".md"), path=path))
        elif parts[0] == "rubrics" and len(parts) == 2 and path.endswith(".yml"):
            rubrics.append(Item(stem=parts[1].removesuffix(".yml"), path=path))
        elif parts[0] == "tasks" and len(parts) == 2 and path.endswith(".yml"):
            tasks.append(Item(stem=parts[1].removesuffix(".yml"), path=path))
        elif parts[0] == "group-work" and len(parts) == 2 and path.endswith(".md"):
            group_work.append(Item(stem=parts[1].removesuffix(".md"), path=path))
        elif parts[0] == "group-work" and len(parts) == 3 and parts[2] == "index.md":
            group_work.append(Item(stem=parts[1], path=path))
    problems.extend(_same_stem(group_work))
    students = []
    for name, files in by_student.items():
        if not ID.fullmatch(name):
            fix = f"rename the folder to `{suggest_id(name) or 'given-family'}`; it is the student's id"
            message = f"`{name}` is not an id: lower-case letters, digits and hyphens"
            problems.append(error(Origin(path=f"students/{name}"), "bad-id", message, fix=fix))
            continue
        students.append(_student(name, files, problems=problems))
    return ContentTree(
        root=root,
        files=tuple(paths),
        groups=tuple(groups),
        rubrics=tuple(rubrics),
        tasks=tuple(tasks),
        group_work=tuple(group_work),
        students=tuple(students),
        problems=tuple(problems),
    )


def _student(name: str, paths: list[str], *, problems: list[Problem]) -> StudentTree:
    folder = f"students/{name}/"
    items: dict[str, list[Item]] = {kind: [] for kind in STUDENT_FOLDERS}
    indexless: dict[str, list[str]] = {}
    with_index = {path.rsplit("/", 1)[0] for path in paths if path.endswith("/index.md")}
    for path in paths:
        parts = path.removeprefix(folder).split("/")
        kind = parts[0]
        if len(parts) == 1 or kind not in items:
            continue
        ending = ".md" if kind in {"evidence", "reflections"} else ".yml"
        if len(parts) == 2 and path.endswith(ending):
            items[kind].append(Item(stem=parts[1].removesuffix(ending), path=path))
        elif ending == ".md" and len(parts) > 2:
            own = f"{folder}{kind}/{parts[1]}"
            if len(parts) == 3 and parts[2] == "index.md":
                items[kind].append(Item(stem=parts[1], path=path))
            elif own not in with_index:
                indexless.setdefault(own, []).append(path)
    told = []
    for own, files in indexless.items():
        texts = [path for path in files if path.lower().endswith((".md", ".markdown", ".txt"))]
        if texts or _DATED.match(own.rsplit("/", 1)[1]):
            fix = (
                f"rename `{texts[0].rsplit('/', 1)[1]}` to `index.md`"
                if texts
                else "write an `index.md` in it"
            )
            problems.append(error(Origin(path=own), "no-index", "the folder has no `index.md`", fix=fix))
            told.append(f"{own}/")
    for of_one_kind in items.values():
        problems.extend(_same_stem(of_one_kind))
    return StudentTree(
        id=StudentId(name),
        folder=folder,
        files={unicodedata.normalize("NFC", path): path for path in paths},
        evidence=tuple(items["evidence"]),
        reflections=tuple(items["reflections"]),
        goals=tuple(items["goals"]),
        points=tuple(item for item in items["progress"] if kind_of_update(item.stem) is None),
        updates=tuple(item for item in items["progress"] if kind_of_update(item.stem) is not None),
        conversations=tuple(items["conversations"]),
        conferences=tuple(items["conferences"]),
        indexless=tuple(told),
    )


def _same_stem(items: list[Item]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for item in items:
        before = seen.setdefault(item.stem, item.path)
        if before != item.path:
            message = f"`{item.stem}` is there twice, also as `{before}`"
            yield error(
                Origin(path=item.path), "duplicate-id", message, fix="keep the file or the folder, not both"
            )


def read_text(content: ContentTree, path: str) -> Text | Problem:
    """One file of the content as text; a file that may not be read is a problem."""
    try:
        return to_text(content.read(path), path=path)
    except OSError as failure:
        message = f"the file cannot be read: {failure.strerror or failure}"
        return error(
            Origin(path=path), "unreadable-file", message, fix="look whether it still exists and may be read"
        )


def files_beside(item: Item, *, content: ContentTree) -> tuple[str, dict[str, str]]:
    """The folder a text lies in, and every file in it: its path with composed accents, to its path as the disk has it."""
    folder = item.path.removesuffix("index.md")
    files = (path for path in content.files if path.startswith(folder))
    return folder, {unicodedata.normalize("NFC", path): path for path in files}
