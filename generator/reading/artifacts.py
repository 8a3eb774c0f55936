"""Files of student work, as evidence and reflections list them."""

from generator.model.evidence import Artifact, Moment
from generator.reading.fields import Field, Shape, Values
from generator.reading.file_type import FILE
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes
from generator.reading.plain_types import TEXT, YES_NO, choice
from generator.reading.word_types import WORDS

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
ARTIFACT = Shape(name="an artifact", fields=(_FILE, _CAPTION, _ALTERNATIVE, _TRANSCRIPT, _RESURFACE, _MOMENT))

ARTIFACTS = Field(name="artifacts", type=one_or_more(record(ARTIFACT)), help="the files, in order")


def artifacts_of(values: Values, *, notes: Notes) -> tuple[Artifact, ...]:
    """The artifacts listed, in order. Warns where somebody who cannot see or hear one is left with nothing."""
    return tuple(_artifact(item, notes=notes) for item in values.get_or(ARTIFACTS, ()))


def _artifact(values: Values, *, notes: Notes) -> Artifact:
    path = values.need(_FILE)
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
