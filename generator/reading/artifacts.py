"""Files of student work, as evidence and reflections list them."""

from generator.model.evidence import Artifact, Moment
from generator.model.identifiers import StudentId
from generator.reading.fields import Field, Shape, Values
from generator.reading.file_type import FILE
from generator.reading.id_types import reference
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import TEXT, YES_NO, choice
from generator.reading.word_types import WORDS
from generator.reading.yaml import Node

_PICTURES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".gif",
    ".tif",
    ".tiff",
    ".heic",
    ".heif",
    ".avif",
    ".svg",
    ".bmp",
)
_FILMS = (".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".ogv")
_SOUNDS = (".m4a", ".mp3", ".wav", ".ogg", ".oga", ".opus", ".flac", ".aac")

_FILE = Field(name="file", type=FILE, required=True, help="the file, relative to this text")
_CAPTION = Field(name="caption", type=TEXT, help="what stands below it")
_ALTERNATIVE = Field(
    name="alternative", type=TEXT, help="what somebody who cannot see or hear it needs to know"
)
_TRANSCRIPT = Field(name="transcript", type=WORDS, help="what is said in a recording, in words")
_RESURFACE = Field(name="resurface", type=YES_NO, help="yes where it may come back later as a memory")
_MOMENT = Field(
    name="moment", type=choice(Moment), help="before or after, for pictures that show a change side by side"
)
_SHOWS = Field(
    name="shows",
    type=one_or_more(reference(Target.STUDENT, StudentId)),
    help="the children who can be recognised in it, by the names of their folders",
)
_BLURRED = Field(
    name="blurred",
    type=FILE,
    help="a copy in which they cannot be recognised, for portfolios where they may not be shown",
)
_BLURRED_HIDES = Field(
    name="blurred hides",
    type=one_or_more(reference(Target.STUDENT, StudentId)),
    help="whom that copy hides; everybody under shows when left out",
)
ARTIFACT = Shape(
    name="an artifact",
    fields=(
        _FILE,
        _CAPTION,
        _ALTERNATIVE,
        _TRANSCRIPT,
        _RESURFACE,
        _MOMENT,
        _SHOWS,
        _BLURRED,
        _BLURRED_HIDES,
    ),
)

ARTIFACTS = Field(name="artifacts", type=one_or_more(record(ARTIFACT)), help="the files, in order")


def artifacts_of(values: Values, *, notes: Notes) -> tuple[Artifact, ...]:
    """The artifacts listed, in order. Warns where somebody who cannot see or hear one is left with nothing.

    What shows a child whose family has not agreed is left out here already, or its blurred copy stands in for it.
    """
    artifacts = (_artifact(item, notes=notes) for item in values.get_or(ARTIFACTS, ()))
    return tuple(artifact for artifact in artifacts if artifact is not None)


def _artifact(values: Values, *, notes: Notes) -> Artifact | None:
    path = _allowed(values, notes=notes)
    if path is None:
        return None
    alternative = values.get_or(_ALTERNATIVE, "")
    transcript = values.get(_TRANSCRIPT)
    ending = path.lower()
    if ending.endswith(_PICTURES) and not alternative:
        notes.warn(
            values.nodes["file"],
            "no-alternative",
            "the picture has no words for somebody who cannot see it",
            fix="add a line `alternative:` that says what can be seen, in one sentence",
        )
    if ending.endswith(_SOUNDS) and transcript is None:
        notes.warn(
            values.nodes["file"],
            "no-transcript",
            "the recording has no words for somebody who cannot hear it",
            fix="add a line `transcript:` with what is said",
        )
    if ending.endswith(_FILMS) and transcript is None:
        notes.warn(
            values.nodes["file"],
            "no-transcript",
            "the film has no words for somebody who cannot hear it",
            fix="add a line `transcript:` with what is said, or that nobody speaks",
        )
    return Artifact(
        path=path,
        caption=values.get_or(_CAPTION, ""),
        alternative=alternative,
        transcript=transcript.words(notes.surroundings.student_language) if transcript else None,
        resurface=values.get_or(_RESURFACE, False),
        origin=values.origin,
        moment=values.get(_MOMENT),
    )


def _allowed(values: Values, *, notes: Notes) -> str | None:
    """The path that may be published in this portfolio; None after noting that there is none."""
    path, shows = values.need(_FILE), values.get_or(_SHOWS, ())
    refused = refusals(path, shows=shows, notes=notes)
    if not refused:
        return path
    blurred, hidden = values.get(_BLURRED), values.get_or(_BLURRED_HIDES, shows)
    if blurred is not None and frozenset(refused) <= frozenset(hidden):
        return blurred
    note_no_consent(values.nodes["file"], refused=refused, notes=notes)
    return None


def refusals(path: str, *, shows: tuple[StudentId, ...], notes: Notes) -> tuple[StudentId, ...]:
    """Those in a picture whose families have not agreed that it stands in this portfolio."""
    around = notes.surroundings
    consents = around.roster.consents
    refused = tuple(
        child
        for child in shows
        if child not in consents or not consents[child].allows(path, own=child == around.student)
    )
    notes.withheld = notes.withheld or bool(refused)
    return refused


def note_no_consent(node: Node, *, refused: tuple[StudentId, ...], notes: Notes) -> None:
    """Warns that a picture is left out, and for whose sake."""
    who = ", ".join(f"`{child}`" for child in refused)
    notes.warn(
        node,
        "no-consent",
        f"the picture shows {who}, whose family has not agreed to it here; it is left out",
        fix="add a copy that hides the face as `blurred:`, or ask the family and write the answer to `consent.yml`",
    )
