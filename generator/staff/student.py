"""One student for their teachers: everything seen, said and made, also what is for staff only, with gaps named."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from generator.model.audience import Audience
from generator.model.evidence import Evidence, EvidenceForm, EvidenceKind
from generator.model.student import Student
from generator.model.words import Voice, Words
from generator.staff.balance import AreaBalance, CompetencyBalance, competency_balances, student_balance
from generator.staff.class_list import CLASS_LIST, StillToCome, StudentLink, link_to, still_to_come
from generator.staff.gradebook import GradebookArea, gradebook_areas
from generator.staff.register import Register
from generator.views.order import newest_first
from generator.views.plain import PlainWords
from generator.views.triangulation import SOURCES
from generator.views.view import Page
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenItem:
    """One dated thing, in words."""

    on: date = field(metadata={"help": "the day"})
    title: PlainWords = field(metadata={"help": "its title"})
    form: EvidenceForm | None = field(metadata={"help": "what it is"})
    words: Words | None = field(metadata={"help": "the teacher's notes; none for a student's own text"})
    only_staff: bool = field(metadata={"help": "nobody but teachers sees it"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFrom:
    """One of the three sources."""

    source: EvidenceKind = field(metadata={"help": "observation, conversation or product"})
    items: tuple[SeenItem, ...] = field(metadata={"help": "newest first"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenInArea:
    """One area of learning."""

    balance: AreaBalance = field(metadata={"help": "the area and its balance"})
    sources: tuple[SeenFrom, ...] = field(metadata={"help": "always all three: observed, said, made"})
    competencies: tuple[CompetencyBalance, ...] = field(
        metadata={
            "help": "what was seen, said and made of each competency, and which of the three is missing"
        }
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentContent:
    """One student's page in the staff edition."""

    student: StudentLink = field(metadata={"help": "name and page"})
    called: PlainWords = field(metadata={"help": "the name the student chose"})
    class_path: str = field(metadata={"help": "the class list"})
    areas: tuple[SeenInArea, ...] = field(metadata={"help": "the areas studied, in the framework's order"})
    elsewhere: tuple[SeenFrom, ...] = field(
        metadata={"help": "what belongs to none of these areas: all three sources"}
    )
    gradebook: tuple[GradebookArea, ...] = field(
        metadata={"help": "competency by date, in the teacher's and the student's words"}
    )
    communications: tuple[StillToCome, ...] = field(metadata={"help": "updates still to come"})
    framework_language: str = field(metadata={"help": "language of areas and competencies"})


def student_pages(register: Register) -> tuple[Page, ...]:
    """One page for each student."""
    return tuple(_page(student, register=register) for student in register.students)


def _page(student: Student, *, register: Register) -> Page:
    link = link_to(student)
    language = register.framework.school_language
    balances = student_balance(student, register=register).areas
    shown = frozenset(balance.area.id for balance in balances)
    content = StudentContent(
        student=link,
        called=PlainWords(text=student.called, language=student.language),
        class_path=CLASS_LIST.path,
        areas=tuple(
            SeenInArea(
                balance=balance,
                sources=_sources(one for one in student.evidence if balance.area.id in one.areas),
                competencies=competency_balances(student, area=balance.area.id, register=register),
            )
            for balance in balances
        ),
        elsewhere=_sources(one for one in student.evidence if shown.isdisjoint(one.areas)),
        gradebook=gradebook_areas(
            [student], framework=register.framework, voices=(Voice.TEACHER, Voice.STUDENT)
        ),
        communications=still_to_come(student, register=register),
        framework_language=language,
    )
    return Page(
        path=link.path,
        title=N_("One student"),
        template="staff/student.html",
        menu=CLASS_LIST.name,
        content=content,
    )


def _sources(evidence: Iterable[Evidence]) -> tuple[SeenFrom, ...]:
    pieces = tuple(evidence)
    return tuple(
        SeenFrom(
            source=source,
            items=newest_first(
                (_item(one) for one in pieces if source in one.kinds), on=lambda item: item.on
            ),
        )
        for source in SOURCES
    )


def _item(evidence: Evidence) -> SeenItem:
    return SeenItem(
        on=evidence.made_on,
        title=PlainWords(text=evidence.title, language=evidence.title_language),
        form=evidence.form,
        words=evidence.words if evidence.words_by is Voice.TEACHER else None,
        only_staff=evidence.audience is Audience.STAFF,
    )
