"""How we know, for teachers: what was seen, said and made in each area, and which of the three is missing."""

from dataclasses import dataclass, field

from generator.model.framework import Area, Competency
from generator.model.identifiers import AreaId
from generator.model.student import Student
from generator.staff.class_list import StudentLink, link_to
from generator.staff.register import Register, StaffView
from generator.views.triangulation import Balance, balances
from generator.views.view import Page
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaBalance:
    """One area of one student."""

    area: Area = field(metadata={"help": "area of learning"})
    balance: Balance = field(metadata={"help": "what there is of each source, and which is missing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyBalance:
    """One competency of one student."""

    competency: Competency = field(metadata={"help": "the competency"})
    balance: Balance = field(metadata={"help": "what there is of each source, and which is missing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentBalance:
    """One student, area by area."""

    student: StudentLink = field(metadata={"help": "name and page"})
    areas: tuple[AreaBalance, ...] = field(metadata={"help": "the areas studied, in the framework's order"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceContent:
    """The page of balances."""

    students: tuple[StudentBalance, ...] = field(metadata={"help": "by name"})
    framework_language: str = field(metadata={"help": "language of areas"})


def build(register: Register) -> tuple[Page, ...]:
    """The page of balances."""
    content = BalanceContent(
        students=tuple(student_balance(one, register=register) for one in register.students),
        framework_language=register.framework.school_language,
    )
    return (
        Page(
            path=BALANCE.path,
            title=BALANCE.title,
            template="staff/balance.html",
            menu=BALANCE.name,
            content=content,
        ),
    )


def student_balance(student: Student, *, register: Register) -> StudentBalance:
    """One student's balance in every area the class studies."""
    studied = register.group.areas or tuple(area.id for area in register.framework.areas)
    of_areas = {
        one.area: one
        for one in balances(register.subject(student))
        if one.competency is None and one.area is not None
    }
    areas = tuple(
        AreaBalance(area=area, balance=of_areas[area.id])
        for area in register.framework.areas
        if area.id in studied and area.id in of_areas
    )
    return StudentBalance(student=link_to(student), areas=areas)


def competency_balances(
    student: Student, *, area: AreaId, register: Register
) -> tuple[CompetencyBalance, ...]:
    """The area's competencies: those of the student's grade, and what was shown besides."""
    known = {one.id: one for one in register.framework.competencies}
    return tuple(
        CompetencyBalance(competency=known[one.competency], balance=one)
        for one in balances(register.subject(student))
        if one.area == area and one.competency is not None
    )


BALANCE = StaffView(
    name="balance",
    title=N_("How we know"),
    icon="scale-balance",
    path="balance.html",
    build=build,
    in_bar=True,
)
