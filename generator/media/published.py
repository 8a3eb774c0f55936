"""How a file's clean copies stand in a site: what a page shows of them, and what has to be sealed."""

from dataclasses import dataclass
from pathlib import Path

from generator.media.records import Derivative, Media, MediaKind, Role
from generator.media.waveform import VIEW_BOX
from generator.model.medium import Medium, MediumKind, Rendition

_KINDS = {
    MediaKind.PICTURE: MediumKind.PICTURE,
    MediaKind.FILM: MediumKind.FILM,
    MediaKind.SOUND: MediumKind.SOUND,
    MediaKind.DOCUMENT: MediumKind.DOCUMENT,
    MediaKind.CODE: MediumKind.CODE,
    MediaKind.TEXT: MediumKind.CODE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFile:
    """One copy with its place in the site, named by its content so that equal files are one."""

    path: str
    media_type: str
    file: Path


def published(media: Media) -> tuple[Medium, tuple[PublishedFile, ...]]:
    """What pages show of it, and its files, each once."""
    pages = tuple(copy for copy in media.derivatives if copy.role is Role.PAGE)
    large = media.of(Role.LARGE) or (pages[0] if pages else None)
    text = media.of(Role.TEXT)
    medium = Medium(
        kind=_KINDS[media.kind],
        large=_rendition(large),
        small=_rendition(media.of(Role.SMALL) or large),
        play=_rendition(media.of(Role.FILM) or media.of(Role.SOUND)),
        download=_rendition(media.of(Role.DOCUMENT) or text),
        pages=tuple(_placed(page) for page in pages),
        page_texts=media.page_texts,
        seconds=media.seconds,
        waveform=media.waveform,
        waveform_box=VIEW_BOX if media.waveform else "",
        code_html=media.html,
        code_text=text.file.read_text(encoding="utf-8") if text else "",
        code_language=media.language,
    )
    files = {
        _path(copy): PublishedFile(path=_path(copy), media_type=copy.media_type, file=copy.file)
        for copy in media.derivatives
    }
    return medium, tuple(files.values())


def _rendition(copy: Derivative | None) -> Rendition | None:
    return None if copy is None else _placed(copy)


def _placed(copy: Derivative) -> Rendition:
    return Rendition(
        path=_path(copy), media_type=copy.media_type, bytes=copy.size, width=copy.width, height=copy.height
    )


def _path(copy: Derivative) -> str:
    return f"media/{copy.digest[:20]}{copy.file.suffix}"
