"""The class list: who was seen when, and what is still to come, by name; nobody is ranked."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.model.consent import Consent
from generator.model.evidence import EvidenceKind
from generator.model.framework import Area
from generator.model.student import Student
from generator.reporting.due import newest_day
from generator.staff.register import Register, StaffView, full_name, student_path
from generator.views.plain import PlainWords
from generator.views.view import Page
from generator.views.wording import N_

LONG_UNSEEN = timedelta(days=30)
"""Who was not seen for longer is named on top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentLink:
    """A student and their page."""

    name: PlainWords = field(metadata={"help": "the full name"})
    path: str = field(metadata={"help": "the student's page"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StillToCome:
    """One kind of communication of which some are to come."""

    name: PlainWords = field(metadata={"help": "what the jurisdiction calls it"})
    count: int = field(metadata={"help": "how many"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow:
    """One student in the class list."""

    student: StudentLink = field(metadata={"help": "name and page"})
    last_seen: date | None = field(metadata={"help": "the newest piece, observation or conversation"})
    observations: int = field(metadata={"help": "observations in this school year"})
    communications: tuple[StillToCome, ...] = field(metadata={"help": "updates still to come"})
    areas: tuple[Area, ...] = field(metadata={"help": "areas without a point of progress"})
    missing: int = field(metadata={"help": "how much is to come, for sorting only; never shown as a number"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassListContent:
    """The class list page."""

    group: str = field(metadata={"help": "the class's name"})
    as_of: date | None = field(
        metadata={"help": "the newest day anything was written down; time is counted from it"}
    )
    rows: tuple[ClassRow, ...] = field(metadata={"help": "by name"})
    no_observation: tuple[StudentLink, ...] = field(
        metadata={"help": "students without an observation in this school year"}
    )
    long_unseen: tuple[StudentLink, ...] = field(
        metadata={"help": "students of whom nothing was written down for 30 days"}
    )
    no_consent_yet: tuple[StudentLink, ...] = field(
        metadata={"help": "students whose family has not answered about pictures"}
    )
    no_pictures: tuple[StudentLink, ...] = field(
        metadata={"help": "students whose family wants no pictures of them, also after withdrawing a yes"}
    )
    rules: PlainWords | None = field(
        metadata={"help": "name of the reporting rules; none where the school names none"}
    )
    framework_language: str = field(metadata={"help": "language of areas"})


def build(register: Register) -> tuple[Page, ...]:
    """The class list page."""
    rows = tuple(_row(student, register=register) for student in register.students)
    rules, language = register.framework.reporting, register.framework.school_language
    as_of = register.as_of
    content = ClassListContent(
        group=register.group.name,
        as_of=as_of,
        rows=rows,
        no_observation=tuple(row.student for row in rows if not row.observations),
        long_unseen=tuple(
            row.student
            for row in rows
            if as_of and (row.last_seen is None or as_of - row.last_seen > LONG_UNSEEN)
        ),
        no_consent_yet=tuple(link_to(one) for one in register.students if register.consent(one) is None),
        no_pictures=tuple(link_to(one) for one in register.students if _wants_none(register.consent(one))),
        rules=PlainWords(text=rules.name, language=rules.language) if rules else None,
        framework_language=language,
    )
    return (
        Page(
            path=CLASS_LIST.path,
            title=CLASS_LIST.title,
            template="staff/class-list.html",
            menu=CLASS_LIST.name,
            content=content,
            first=True,
        ),
    )


def link_to(student: Student) -> StudentLink:
    """A student and their page."""
    return StudentLink(name=full_name(student), path=student_path(student))


def still_to_come(student: Student, *, register: Register) -> tuple[StillToCome, ...]:
    """The updates a student's family is still to hear, as the reporting rules call them."""
    rules, due = register.framework.reporting, register.due(student)
    if rules is None or due is None:
        return ()
    return tuple(
        StillToCome(name=PlainWords(text=one.rule.name, language=rules.language), count=one.to_come)
        for one in due.communications_to_come
    )


def _wants_none(consent: Consent | None) -> bool:
    return consent is not None and (consent.withdrawn_on is not None or not consent.own_portfolio)


def _row(student: Student, *, register: Register) -> ClassRow:
    framework, year, due = register.framework, register.year, register.due(student)
    communications = still_to_come(student, register=register)
    areas = tuple(area for area in framework.areas if due and area.id in due.areas_to_come)
    return ClassRow(
        student=link_to(student),
        last_seen=newest_day([student]),
        observations=sum(
            EvidenceKind.OBSERVATION in one.kinds for one in student.evidence if year and one.made_on in year
        ),
        communications=communications,
        areas=areas,
        missing=sum(one.count for one in communications) + len(areas),
    )


CLASS_LIST = StaffView(
    name="class",
    title=N_("My class"),
    icon="account-group-outline",
    path="index.html",
    build=build,
    in_bar=True,
)
