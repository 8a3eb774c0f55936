"""What a path and a media type inside a site may look like, so that no site can write outside its folder."""

import re
import unicodedata
from typing import Final

LONGEST_PATH: Final = 512

_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_KEPT_BY_WINDOWS: Final = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|\Z)", re.IGNORECASE)
_MEDIA_TYPE: Final = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*")
_BLOB_NAME: Final = re.compile(r"[a-z2-7]{26}")
_THEME: Final = re.compile(r"theme/[A-Za-z0-9_-]+/")


def is_safe_path(path: str) -> bool:
    """Whether the path is plain, relative, in NFC, and a legal file name on every system.

    >>> [is_safe_path(path) for path in ("e/7f3kq2ab.html", "../x", "a//b", "aux.html", "theme/x.css")]
    [True, False, False, False, False]
    """
    return (
        _fits(path)
        and unicodedata.is_normalized("NFC", path)
        and _FORBIDDEN.search(path) is None
        and all(_is_safe_segment(segment) for segment in path.split("/"))
        and path.split("/", maxsplit=1)[0].lower() != "theme"
    )


def is_media_type(text: str) -> bool:
    """Whether this is a lower-case `type/subtype` without parameters."""
    return _MEDIA_TYPE.fullmatch(text) is not None


def is_blob_name(text: str) -> bool:
    """Whether this is the name of a sealed blob."""
    return _BLOB_NAME.fullmatch(text) is not None


def is_theme_folder(text: str) -> bool:
    """Whether this is `theme/<one plain name>/`."""
    return _THEME.fullmatch(text) is not None


def _fits(path: str) -> bool:
    try:
        return len(path.encode()) <= LONGEST_PATH
    except UnicodeEncodeError:  # a lone surrogate, as a broken file name yields one
        return False


def _is_safe_segment(segment: str) -> bool:
    return bool(segment) and segment[-1] not in ". " and _KEPT_BY_WINDOWS.match(segment) is None
