"""The register of consent: what each child's family allows. No entry is a no."""

from collections.abc import Collection, Mapping

from generator.model.consent import Consent, Naming
from generator.model.identifiers import PersonId, StudentId
from generator.reading.date_types import PAST_DATE
from generator.reading.documents import read_items
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import reference
from generator.reading.nested_types import one_or_more
from generator.reading.notes import Notes, Target, nearest
from generator.reading.plain_types import TEXT, YES_NO, choice

_STUDENT = Field(
    name="student",
    type=reference(Target.STUDENT, StudentId),
    required=True,
    help="the child's folder in students",
)
_SIGNED_BY = Field(
    name="signed by",
    type=reference(Target.GUARDIAN, PersonId),
    required=True,
    help="the guardian who signed the form",
)
_ON = Field(name="on", type=PAST_DATE, required=True, help="the day it was signed")
_OWN = Field(
    name="own portfolio",
    type=YES_NO,
    help="yes when pictures of the child may stand in the child's own portfolio; no when left out",
)
_CLASSMATES = Field(
    name="classmates",
    type=YES_NO,
    help="yes when pictures of the child may stand in classmates' portfolios; no when left out",
)
_YES_TO = Field(
    name="yes to", type=one_or_more(TEXT), help="single pictures that are allowed, as paths of the content"
)
_NO_TO = Field(
    name="no to", type=one_or_more(TEXT), help="single pictures that are not allowed, whatever else is"
)
_NAMED_AS = Field(
    name="named as",
    type=choice(Naming),
    help="how classmates' portfolios name the child; the school's usual way when left out",
)
_WITHDRAWN = Field(
    name="withdrawn", type=PAST_DATE, help="the day the family took it back; from then on all is a no"
)
CONSENT = Shape(
    name="a consent",
    fields=(
        _STUDENT,
        _SIGNED_BY,
        _ON,
        _OWN,
        _CLASSMATES,
        _YES_TO,
        _NO_TO,
        _NAMED_AS,
        _WITHDRAWN,
    ),
)


def read_consents(notes: Notes, *, files: Collection[str]) -> Mapping[StudentId, Consent]:
    """The entry that counts for each child: the last one written, for a form is signed anew every year.

    `files` are all content paths, so that a single picture with a slip in its name is noticed.
    """
    consents: dict[StudentId, Consent] = {}
    for values in read_items(notes, shape=CONSENT):
        given_on, withdrawn_on = values.need(_ON), values.get(_WITHDRAWN)
        if withdrawn_on is not None and withdrawn_on < given_on:
            notes.error(
                values.nodes["withdrawn"],
                "wrong-order",
                f"it was taken back on {withdrawn_on}, before it was signed",
                fix="look at the two days; the later form is an entry of its own, below the earlier one",
            )
        consent = Consent(
            student=values.need(_STUDENT),
            own_portfolio=values.get_or(_OWN, False),
            classmates=values.get_or(_CLASSMATES, False),
            yes_to=_pictures(values, _YES_TO, files=files, notes=notes),
            no_to=_pictures(values, _NO_TO, files=files, notes=notes),
            named_as=values.get(_NAMED_AS),
            withdrawn_on=withdrawn_on,
            signed_by=values.need(_SIGNED_BY),
            origin=notes.origin(values.nodes["signed by"]),
        )
        consents[consent.student] = consent
    return consents


def _pictures(
    values: Values, field: Field[tuple[str, ...]], *, files: Collection[str], notes: Notes
) -> frozenset[str]:
    named = values.get_or(field, ())
    for path in named:
        if path not in files:
            near = nearest(path, files)
            fix = f"did you mean `{near}`?" if near else "write it as a path of the content folder"
            notes.error(values.nodes[field.name], "missing-file", f"there is no file `{path}`", fix=fix)
    return frozenset(named)
