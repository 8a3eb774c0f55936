"""One student's folder becomes one record; pure but for reading that folder, so students can be read side by side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

from generator.model.evidence import Evidence
from generator.model.identifiers import GroupId, PersonId
from generator.model.people import Group, Person
from generator.model.progress import InformalUpdate, LearningUpdate
from generator.model.student import Student
from generator.problems import Origin, Problem, error
from generator.reading.about import read_about
from generator.reading.assessments import read_assessments
from generator.reading.comparisons import read_comparisons
from generator.reading.conferences import read_conference, update_of
from generator.reading.conversations import read_conversation
from generator.reading.evidence import read_evidence
from generator.reading.goals import read_goal
from generator.reading.group_work import read_part
from generator.reading.notes import NamedDay, Notes, Reference, Surroundings
from generator.reading.points import read_point
from generator.reading.reflections import read_reflection
from generator.reading.self_assessments import read_self_assessments
from generator.reading.showcases import read_showcase
from generator.reading.student_facts import StudentFacts, read_facts
from generator.reading.tree import ContentTree, Item, StudentTree, files_beside, read_text
from generator.reading.updates import read_update

T = TypeVar("T")
C_co = TypeVar("C_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStudent:
    """A student's folder, read. Ids may still name nothing; the cross-checks look them up."""

    tree: StudentTree
    facts: StudentFacts | None
    student: Student | None
    """None where `student.yml` is not whole or its class is not known. Records that are not whole are not in it."""
    problems: tuple[Problem, ...]
    references: tuple[Reference, ...]
    days: tuple[NamedDay, ...]
    spoken_of: frozenset[str]
    """Content paths of files that some text names."""
    shared: tuple[str, ...]
    """Ids of evidence that the student made with others and that lies in `group-work/`."""
    unread: frozenset[str]
    """Content paths of texts that gave no record, so that nobody knows what they speak of."""


class _ReadItem(Protocol[C_co]):
    def __call__(self, notes: Notes, /, *, stem: str) -> C_co | None: ...


@dataclass(slots=True, kw_only=True)
class _Folder:
    content: ContentTree
    surroundings: Surroundings
    notes: list[Notes]
    problems: list[Problem]
    unread: set[str]

    def one(self, name: str, read: Callable[[Notes], T | None]) -> T | None:
        path = self.surroundings.files.get(self.surroundings.folder + name)
        return self._read(path, read) if path is not None else None

    def each(self, items: tuple[Item, ...], read: _ReadItem[T]) -> tuple[T, ...]:
        records = (self._read(item.path, partial(read, stem=item.stem)) for item in items)
        return tuple(record for record in records if record is not None)

    def together(self, items: tuple[Item, ...]) -> tuple[Evidence, ...]:
        """What the student made with others; its files lie beside its text, outside of this folder."""
        made: list[Evidence | None] = []
        own = self.surroundings
        for item in items:
            folder, files = files_beside(item, content=self.content)
            self.surroundings = replace(own, folder=folder, files=files)
            made.append(self._read(item.path, partial(read_part, stem=item.stem)))
        self.surroundings = own
        return tuple(piece for piece in made if piece is not None)

    def _read(self, path: str, read: Callable[[Notes], T | None]) -> T | None:
        text = read_text(self.content, path)
        record = None
        if isinstance(text, Problem):
            self.problems.append(text)
        else:
            notes = Notes(text=text, surroundings=self.surroundings)
            self.notes.append(notes)
            record = read(notes)
        if record is None:
            self.unread.add(path)
        return record


def read_student(
    tree: StudentTree,
    *,
    content: ContentTree,
    around: Surroundings,
    groups: Mapping[GroupId, Group],
    group_work: tuple[Item, ...] = (),
) -> ReadStudent:
    """Reads everything in one student's folder, and the student's part of all `group_work`, which is theirs too."""
    around = replace(
        around, folder=tree.folder, files=tree.files, student=tree.id, student_language=around.school_language
    )
    folder = _Folder(content=content, surroundings=around, notes=[], problems=[], unread=set())
    facts = folder.one("student.yml", lambda notes: read_facts(notes, student=tree.id))
    if tree.file("student.yml") is None:
        folder.problems.append(
            error(
                Origin(path=tree.folder + "student.yml"),
                "missing-file",
                "the student's folder has no `student.yml`",
                fix="write one with `name:` and `group:`, or begin the folder's name with an underscore",
            )
        )
    if facts is not None:
        folder.surroundings = replace(around, called=facts.called, student_language=facts.language)
    evidence = folder.each(tree.evidence, read_evidence)
    made_together = folder.together(group_work)
    reflections = folder.each(tree.reflections, read_reflection)
    goals = folder.each(tree.goals, read_goal)
    points = folder.each(tree.points, read_point)
    conversations = folder.each(tree.conversations, read_conversation)
    conferences = folder.each(tree.conferences, read_conference)
    counted = (update for update in map(update_of, conferences) if update is not None)
    written: tuple[LearningUpdate | InformalUpdate, ...] = folder.each(tree.updates, read_update)
    updates = sorted((*written, *counted), key=lambda known: known.given_on)
    about = folder.one("about.md", read_about)
    assessments = folder.one("assessments.yml", read_assessments) or ()
    comparisons = folder.one("growth.yml", read_comparisons) or ()
    showcase = folder.one("showcase.yml", read_showcase)
    self_assessments = folder.one("core-competencies.yml", read_self_assessments) or ()
    group = groups.get(facts.group) if facts else None
    student = None
    if facts is not None and group is not None:
        inside = (assessment for read in evidence for assessment in read.assessments)
        student = Student(
            id=facts.id,
            name=facts.name,
            called=facts.called,
            language=facts.language,
            group=group,
            joined_on=facts.joined_on,
            accent=facts.accent,
            cover=facts.cover,
            avatar=facts.avatar,
            structure=facts.structure,
            guardians=facts.guardians,
            teachers=tuple(_shown(teacher, people=around.people) for teacher in group.teachers),
            about=about,
            evidence=tuple(
                sorted(
                    (*(read.evidence for read in evidence), *made_together), key=lambda known: known.made_on
                )
            ),
            assessments=tuple(sorted((*assessments, *inside), key=lambda known: known.given_on)),
            reflections=tuple(sorted(reflections, key=lambda known: known.made_on)),
            goals=tuple(sorted(goals, key=lambda known: known.set_on)),
            points=tuple(sorted(points, key=lambda known: known.given_on)),
            comparisons=comparisons,
            showcase=showcase,
            self_assessments=tuple(sorted(self_assessments, key=lambda known: known.made_on)),
            conversations=tuple(sorted(conversations, key=lambda known: known.begun_on)),
            conferences=tuple(sorted(conferences, key=lambda known: known.held_on)),
            updates=tuple(known for known in updates if isinstance(known, LearningUpdate)),
            informal_updates=tuple(known for known in updates if isinstance(known, InformalUpdate)),
            withheld=any(notes.withheld for notes in folder.notes),
            origin=facts.origin,
        )
    return ReadStudent(
        tree=tree,
        facts=facts,
        student=student,
        problems=(*folder.problems, *(problem for notes in folder.notes for problem in notes.problems)),
        references=tuple(known for notes in folder.notes for known in notes.references),
        days=tuple(known for notes in folder.notes for known in notes.days),
        spoken_of=frozenset(path for notes in folder.notes for path in notes.files),
        shared=tuple(item.stem for item in group_work),
        unread=frozenset(folder.unread),
    )


def _shown(person: PersonId, *, people: Mapping[PersonId, Person]) -> str:
    known = people.get(person)
    return known.shown_as if known else person
