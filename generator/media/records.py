"""What goes into the media room and what comes out of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.problems import Origin, Problem, Severity


class MediaKind(StrEnum):
    """What a family sees, hears or reads."""

    PICTURE = "picture"
    FILM = "film"
    SOUND = "sound"
    DOCUMENT = "document"
    CODE = "code"
    TEXT = "text"


class Role(StrEnum):
    """What a derivative is for."""

    LARGE = "large"
    """A picture to look at, longest edge at most 1600 pixels; of a film, its poster."""
    SMALL = "small"
    """The same picture for cards and phones, longest edge at most 480 pixels; absent where LARGE is no bigger."""
    FILM = "film"
    SOUND = "sound"
    PAGE = "page"
    """A picture of one page of a document, in page order."""
    DOCUMENT = "document"
    """The cleaned PDF; absent where it could not be shown to be clean."""
    TEXT = "text"
    """Code or plain text as UTF-8, to keep and to run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file of the content folder. `path` is absolute, `name` relative to the content folder; `origin` is where it was referred to."""

    path: Path
    name: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivative:
    """One file to publish. `size` in bytes, `width` and `height` in pixels as shown, `digest` SHA-256 in hex; `file.suffix` fits `media_type`."""

    role: Role
    media_type: str
    file: Path
    size: int
    digest: str
    width: int | None = None
    height: int | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A problem that does not know its file yet: `{name}` in the message stands for it. Kept in the cache with the media it is about."""

    severity: Severity
    slug: str
    message: str
    fix: str

    def about(self, source: Source) -> Problem:
        """The problem, told about one file."""
        return Problem(
            severity=self.severity,
            origin=source.origin,
            slug=self.slug,
            message=self.message.replace("{name}", source.name),
            fix=self.fix.replace("{name}", source.name),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """What is shown of one source file.

    `digest` is the SHA-256 of the source and `source_size` its bytes. `seconds` is set for film and sound, `pages` and
    `page_texts` (one per page of `pages`) for documents, `waveform` (SVG path data in `waveform.VIEW_BOX`) for sound,
    `language` and `html` (class names only, for the style sheet of `writings.style_sheet`) for code and text.
    """

    kind: MediaKind
    digest: str
    source_size: int
    derivatives: tuple[Derivative, ...]
    seconds: float | None = None
    pages: int = 0
    page_texts: tuple[str, ...] = ()
    waveform: str = ""
    language: str = ""
    html: str = ""
    remarks: tuple[Slip, ...] = ()

    def of(self, role: Role) -> Derivative | None:
        """The first derivative of that role. SMALL falls back to LARGE: where they would be the same, one file serves."""
        for derivative in self.derivatives:
            if derivative.role is role:
                return derivative
        return self.of(Role.LARGE) if role is Role.SMALL else None

    @property
    def size(self) -> int:
        """Bytes of all derivatives together."""
        return sum(derivative.size for derivative in self.derivatives)


def unpublishable(slug: str, message: str, *, fix: str) -> Slip:
    """The file is wrong in itself, and nothing is published until it is mended."""
    return Slip(severity=Severity.ERROR, slug=slug, message=message, fix=fix)


def left_out(slug: str, message: str, *, fix: str) -> Slip:
    """The file is not published, or not whole, and the rest is."""
    return Slip(severity=Severity.WARNING, slug=slug, message=message, fix=fix)
