"""What the class was asked to do, and what technology is good for in it: Ruben Puentedura's four words."""

from dataclasses import dataclass, field

from generator.model.framework import Area
from generator.model.task import Samr
from generator.staff.class_list import StudentLink, link_to
from generator.staff.register import Register, StaffView
from generator.views.plain import PlainWords, as_plain
from generator.views.view import Page
from generator.views.wording import N_

_HELP = {
    Samr.SUBSTITUTION: (
        N_("Substitution"),
        N_("The tool stands in for paper, and the task stays the same. A good beginning, and often enough."),
    ),
    Samr.AUGMENTATION: (
        N_("Augmentation"),
        N_(
            "The task stays the same and the tool adds something: hearing oneself, a second try, a longer memory."
        ),
    ),
    Samr.MODIFICATION: (
        N_("Modification"),
        N_("The task itself changes: children ask or do something that the tool makes possible."),
    ),
    Samr.REDEFINITION: (
        N_("Redefinition"),
        N_(
            "A task that could not exist before, such as an answer from somebody far away who really read it."
        ),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SamrWord:
    """One of the four words, explained."""

    samr: Samr = field(metadata={"help": "which of the four"})
    name: str = field(metadata={"help": "interface message: its name"})
    meaning: str = field(metadata={"help": "interface message: what it means in a classroom"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTask:
    """One task."""

    title: PlainWords = field(metadata={"help": "what the class calls it"})
    areas: tuple[Area, ...] = field(metadata={"help": "its areas of learning"})
    learning: PlainWords | None = field(metadata={"help": "what it is for"})
    samr: SamrWord | None = field(metadata={"help": "where it stands; none where nobody said"})
    because: PlainWords | None = field(metadata={"help": "why it stands there"})
    students: tuple[StudentLink, ...] = field(metadata={"help": "who has evidence from it, by name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksContent:
    """The tasks page."""

    words: tuple[SamrWord, ...] = field(metadata={"help": "the four words in their order"})
    tasks: tuple[ShownTask, ...] = field(metadata={"help": "in the order of their files"})


def build(register: Register) -> tuple[Page, ...]:
    """The tasks page."""
    language = register.framework.school_language
    words = {samr: SamrWord(samr=samr, name=name, meaning=meaning) for samr, (name, meaning) in _HELP.items()}
    tasks = tuple(
        ShownTask(
            title=PlainWords(text=task.title, language=language),
            areas=tuple(area for area in register.framework.areas if area.id in task.areas),
            learning=as_plain(task.learning, language=language),
            samr=words[task.samr] if task.samr else None,
            because=as_plain(task.because, language=language),
            students=tuple(
                link_to(student)
                for student in register.students
                if any(one.task == task.id for one in student.evidence)
            ),
        )
        for task in register.tasks
    )
    content = TasksContent(words=tuple(words.values()), tasks=tasks)
    return (
        Page(
            path=TASKS.path, title=TASKS.title, template="staff/tasks.html", menu=TASKS.name, content=content
        ),
    )


TASKS = StaffView(
    name="tasks", title=N_("Tasks"), icon="clipboard-text-outline", path="tasks.html", build=build
)
