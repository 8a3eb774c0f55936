"""What became of one file of student work: clean, small pictures, film, sound, pages or text, by their place in the site."""

from dataclasses import dataclass
from enum import StrEnum


class MediumKind(StrEnum):
    """What a file turned out to be by its content."""

    PICTURE = "picture"
    FILM = "film"
    SOUND = "sound"
    DOCUMENT = "document"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One published file. `path` is relative to the site's root; `bytes` is its size, for `Watch, 1 min, 6 MB`."""

    path: str
    media_type: str
    bytes: int
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """One artifact, ready to be shown.

    A picture has `large` and `small` (the same where it is small already). A film has `play` and its poster in `large`
    and `small`. A sound has `play` and `waveform`. A document has `download`, its first page in `large` and `small`, and every page's
    picture in `pages` with its text beside in `page_texts`. Code has `code_html` (Pygments classes, safe) and `code_text`.
    """

    kind: MediumKind
    large: Rendition | None = None
    small: Rendition | None = None
    play: Rendition | None = None
    download: Rendition | None = None
    pages: tuple[Rendition, ...] = ()
    page_texts: tuple[str, ...] = ()
    seconds: float | None = None
    waveform: str = ""
    """The shape of a sound as SVG path data, drawn in the box `waveform_box` (`0 0 width height`)."""
    waveform_box: str = ""
    code_html: str = ""
    code_text: str = ""
    code_language: str = ""

    @property
    def renditions(self) -> tuple[Rendition, ...]:
        """Every published file of this medium, each once."""
        files = (self.large, self.small, self.play, self.download, *self.pages)
        return tuple(dict.fromkeys(file for file in files if file is not None))
