"""Photos and drawings: upright, in sRGB, without metadata, in two sizes."""

import errno
import warnings
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from generator.media import animations
from generator.media.colours import in_srgb, without_hidden_colours
from generator.media.records import Derivative, Slip, left_out, unpublishable
from generator.media.signature import Format
from generator.media.webp import LARGE, holds_only_pixels, shrunk, two_sizes

MOST_PIXELS = 60_000_000
"""A camera of 48 megapixels passes; a file that would unpack to gigabytes does not get to unpack."""

_MACHINE = frozenset({errno.ENOSPC, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.EACCES})

_READERS = {
    Format.JPEG: ("JPEG",),
    Format.PNG: ("PNG",),
    Format.WEBP: ("WEBP",),
    Format.GIF: ("GIF",),
    Format.TIFF: ("TIFF",),
    Format.BMP: ("BMP",),
    Format.AVIF: ("AVIF",),
    Format.HEIC: ("HEIF",),
}
_SCALABLE = frozenset({"RGB", "L", "CMYK", "RGBA", "LA"})
"""Modes that may be scaled before their colours are converted, which keeps large scans out of memory."""
_LOSSLESS = frozenset({Format.PNG, Format.GIF, Format.TIFF, Format.BMP})


def picture_copies(
    path: Path, *, found: Format, work: Path
) -> tuple[tuple[Derivative, ...], tuple[Slip, ...]] | Slip:
    """Both sizes, with remarks; or why there are none."""
    if found is Format.HEIC and not _heic_is_readable():
        return left_out(
            "heic-not-readable",
            "{name} is a HEIC photo, which needs an extra to be read, so it is left out",
            fix="run: pip install kinfolio[heic] - or export the photo as JPEG",
        )
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures; the limit below is stricter and says so in the teacher's words.
            warnings.simplefilter("ignore")
            made = _copies(path, found=found, work=work)
    except Image.DecompressionBombError:
        return _too_large("more than 180")
    except UnidentifiedImageError:
        return _damaged(found)
    except OSError as reason:
        # Pillow's own complaints about a file carry no number; those of the machine do.
        if reason.errno in _MACHINE:
            raise
        return _damaged(found)
    except (ValueError, SyntaxError, EOFError, RuntimeError, OverflowError, IndexError, KeyError, TypeError):
        # Pillow's readers let all of these through on files that are cut off or made up.
        return _damaged(found)
    if isinstance(made, Slip):
        return made
    derivatives, remarks = made
    if not all(holds_only_pixels(each.file.read_bytes()) for each in derivatives):
        return unpublishable(
            "picture-not-clean",
            "{name} could not be freed of its metadata, so it is not published",
            fix="open it in a picture editor, export it as PNG and use that",
        )
    return derivatives, remarks


def _copies(
    path: Path, *, found: Format, work: Path
) -> tuple[tuple[Derivative, ...], tuple[Slip, ...]] | Slip:
    with Image.open(path, formats=_READERS[found]) as image:
        megapixels = image.width * image.height / 1_000_000
        if image.width * image.height > MOST_PIXELS:
            return _too_large(f"{megapixels:,.0f}")
        if image.format != "MPO" and getattr(image, "is_animated", False):
            if found is Format.TIFF:
                return _still_copies(image, path=path, found=found, work=work), (_ONE_PAGE,)
            if found in animations.MOVING:
                moved = animations.copies(image, work=work)
                if moved:
                    return moved, ()
                image.seek(0)
                return _still_copies(image, path=path, found=found, work=work), (_TOO_LONG_TO_MOVE,)
        return _still_copies(image, path=path, found=found, work=work), ()


def _still_copies(image: Image.Image, *, path: Path, found: Format, work: Path) -> tuple[Derivative, ...]:
    if image.format in {"JPEG", "MPO"}:
        # The decoder can halve on the way in, but only if *both* sides stay above what is asked for.
        factor = LARGE / max(image.size)
        if factor < 1:
            image.draft(image.mode, (max(1, int(image.width * factor)), max(1, int(image.height * factor))))
    profile = image.info.get("icc_profile")
    ImageOps.exif_transpose(image, in_place=True)
    early = (
        shrunk(image, longest=LARGE)
        if image.mode in _SCALABLE and "transparency" not in image.info
        else image
    )
    pixels = in_srgb(early, profile=profile)
    return two_sizes(
        without_hidden_colours(pixels), work=work, ceiling=path.stat().st_size, drawn=found in _LOSSLESS
    )


def _heic_is_readable() -> bool:
    if find_spec("pillow_heif") is None:
        return False
    import pillow_heif  # noqa: PLC0415 - an extra that is absent in most schools

    pillow_heif.register_heif_opener()
    return True


def _too_large(megapixels: str) -> Slip:
    return unpublishable(
        "picture-too-large",
        f"{{name}} has {megapixels} megapixels, more than the {MOST_PIXELS // 1_000_000} that are opened",
        fix="export it smaller; 1600 pixels on the longer edge are enough",
    )


def _damaged(found: Format) -> Slip:
    return unpublishable(
        "picture-damaged",
        f"{{name}} begins like a {found.value} picture and cannot be read to its end",
        fix="copy it again from the camera or tablet; if it does not open there either, leave it out",
    )


_ONE_PAGE = left_out(
    "first-page-only",
    "{name} is a TIFF of several pages, and only the first is shown",
    fix="export it as PDF to show all pages",
)
_TOO_LONG_TO_MOVE = left_out(
    "animation-too-long",
    "{name} moves for longer than a picture should, so only its first frame is shown",
    fix="export it as a film (MP4)",
)
