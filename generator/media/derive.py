"""The media room's door: one file in, clean copies and problems out."""

import stat
from pathlib import Path

from generator.media.cache import MediaCache, digest_of
from generator.media.documents import document_copies
from generator.media.ffmpeg import Input
from generator.media.pictures import picture_copies
from generator.media.recordings import recording_copies
from generator.media.records import Media, MediaKind, Slip, Source, left_out, unpublishable
from generator.media.signature import DEMUXERS, HEAD, PICTURES, Format, recognise
from generator.media.writings import language_of, writing_copies
from generator.problems import Problem


def derive(source: Source, *, cache: MediaCache) -> tuple[Media | None, tuple[Problem, ...]]:
    """Clean copies of one file, from the cache where they are there already; None with a problem where there are none.

    Raises `OSError` where the cache's disk fails; whatever is wrong with the file itself is a problem.
    """
    try:
        head = _head(source.path)
        if isinstance(head, Slip):
            return None, (head.about(source),)
        found = recognise(head)
        if found is None or found in _REFUSED:
            return None, (_unsuitable(found).about(source),)
        if found is Format.TEXT and source.path.suffix.lower() in _NEVER_TEXT:
            return None, (_only_text().about(source),)
        digest = cache.digest(source.path)
        variant = language_of(source.name) if found is Format.TEXT else ""
    except OSError:
        return None, (_unreadable().about(source),)
    media = cache.find(digest, variant=variant)
    if media is None:
        with cache.work_folder() as work:
            made = _made(source.path, found=found, digest=digest, language=variant, work=work)
            if isinstance(made, Slip):
                return None, (made.about(source),)
            if digest_of(source.path) != digest:
                return None, (_changed().about(source),)
            media = cache.keep(made, variant=variant)
    return media, tuple(remark.about(source) for remark in media.remarks)


def _head(path: Path) -> bytes | Slip:
    if not stat.S_ISREG(path.stat().st_mode):
        return _unreadable()
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        return unpublishable("media-empty", "{name} is empty", fix="copy it again from where it was made")
    return head


def _made(path: Path, *, found: Format, digest: str, language: str, work: Path) -> Media | Slip:
    size = path.stat().st_size
    if found in PICTURES:
        made = picture_copies(path, found=found, work=work)
        if isinstance(made, Slip):
            return made
        pictures, remarks = made
        return Media(
            kind=MediaKind.PICTURE, digest=digest, source_size=size, derivatives=pictures, remarks=remarks
        )
    if found in DEMUXERS:
        return recording_copies(Input(path=path, demuxer=DEMUXERS[found]), digest=digest, work=work)
    if found is Format.PDF:
        return document_copies(path, digest=digest, work=work)
    return writing_copies(path, digest=digest, language=language, work=work)


_REFUSED = {
    Format.SVG: "export it as PNG: an SVG can hold scripts and hidden words",
    Format.ARCHIVE: "export it as PDF, or as a picture of what it shows",
    Format.OLD_OFFICE: "export it as PDF",
    Format.PHOTOSHOP: "export it as PNG or JPEG",
    Format.JPEG_XL: "export it as PNG or JPEG",
}


_NEVER_TEXT = frozenset(
    {
        *(".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".heif", ".avif"),
        *(".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".wmv", ".3gp"),
        *(".mp3", ".m4a", ".aac", ".wav", ".ogg", ".oga", ".opus", ".flac", ".aif", ".aiff", ".wma", ".pdf"),
    }
)
"""Endings that promise something else; text under such a name is a download page or an error message, not a child's words."""


def _only_text() -> Slip:
    return unpublishable(
        "media-only-text",
        "{name} promises a picture, film, sound or PDF and holds text",
        fix="copy the file itself again, not the page it was downloaded from",
    )


def _unsuitable(found: Format | None) -> Slip:
    if found is None:
        return unpublishable(
            "media-unknown",
            "{name} is nothing that can be shown: no picture, film, sound, PDF, code or text",
            fix="export it as JPEG, PNG, MP4, MP3 or PDF",
        )
    return unpublishable(
        "media-unsuitable", f"{{name}} is {found.value}, which is not published", fix=_REFUSED[found]
    )


def _changed() -> Slip:
    return left_out(
        "media-changed",
        "{name} changed while it was read, so it is left out this time",
        fix="build again once the file is copied whole",
    )


def _unreadable() -> Slip:
    return unpublishable(
        "media-unreadable", "{name} cannot be read", fix="check that it is a file and that you may open it"
    )
