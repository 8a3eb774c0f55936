"""Knowledge that is shared only with permission: who gave it, for whom, until when."""

from dataclasses import replace
from datetime import date

from generator.model.audience import Audience
from generator.model.evidence import Evidence, Permission
from generator.model.student import Student
from generator.reading.date_types import DATE
from generator.reading.fields import Field, Shape, Values
from generator.reading.nested_types import record
from generator.reading.plain_types import AUDIENCE, TEXT

_BY = Field(
    name="by", type=TEXT, help="who gave it, as they wish to be named; only staff see the piece until then"
)
_AUDIENCE = Field(name="audience", type=AUDIENCE, help="for whom it was given; family when left out")
_UNTIL = Field(name="until", type=DATE, help="the last day it holds; without end when left out")
PERMISSION = Shape(name="a permission", fields=(_BY, _AUDIENCE, _UNTIL))

PERMISSION_FIELD = Field(
    name="permission",
    type=record(PERMISSION),
    help="for knowledge that is shared only with permission: who gave it, for whom, until when",
)


def permission_of(values: Values) -> Permission | None:
    """The permission a piece of evidence needs; None where it needs none."""
    given = values.get(PERMISSION_FIELD)
    if given is None:
        return None
    return Permission(
        by=given.get_or(_BY, ""),
        audience=given.get_or(_AUDIENCE, Audience.FAMILY),
        until=given.get(_UNTIL),
    )


def narrowed(audience: Audience, *, permission: Permission | None) -> Audience:
    """The widest circle that both the audience and the permission admit."""
    if permission is None:
        return audience
    permitted = permission.audience if permission.by else Audience.STAFF
    return min(audience, permitted, key=lambda circle: circle.width)


def lapsed(student: Student, *, today: date) -> Student:
    """The student once every permission that has run out is taken back: such evidence is for staff alone."""
    if all(one.permission is None for one in student.evidence):
        return student
    evidence = tuple(_lapsed(one, today=today) for one in student.evidence)
    return replace(student, evidence=evidence, withheld=student.withheld or evidence != student.evidence)


def _lapsed(evidence: Evidence, *, today: date) -> Evidence:
    permission = evidence.permission
    if permission is None or permission.until is None or today <= permission.until:
        return evidence
    return replace(evidence, audience=Audience.STAFF)
