"""Pictures for paper: as large as print needs and no larger, without anything but pixels."""

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageOps

from generator.media.colours import in_srgb


@dataclass(frozen=True, slots=True, kw_only=True)
class Fineness:
    """How fine pictures are printed: pixels on the longer edge, and how hard JPEG presses."""

    longest: int
    quality: int
    from_originals: bool = False


ORDINARY = (
    Fineness(longest=1600, quality=84),
    Fineness(longest=1200, quality=78),
    Fineness(longest=900, quality=72),
    Fineness(longest=640, quality=65),
)
"""Tried in this order until the book is small enough."""
HIGH = Fineness(longest=3600, quality=92, from_originals=True)
"""For a print shop: 300 dots per inch on a whole page."""


@dataclass(slots=True, kw_only=True)
class PictureBox:
    """Makes each picture once and names its file. `original` gives the untouched file of a place in the site, if known."""

    copies: Callable[[str], Path | None]
    original: Callable[[str], Path | None]
    fineness: Fineness
    files: dict[str, bytes] = field(default_factory=dict)
    _ratios: dict[str, float] = field(default_factory=dict)

    def put(self, place: str) -> tuple[str, float] | None:
        """The picture's name and its width by its height; None where it cannot be read."""
        name = f"{place.rpartition('/')[2].rpartition('.')[0]}.jpg"
        if name not in self.files:
            made = self._made(place)
            if made is None:
                return None
            self.files[name], self._ratios[name] = made
        return name, self._ratios[name]

    def _made(self, place: str) -> tuple[bytes, float] | None:
        original = self.original(place) if self.fineness.from_originals else None
        for path in (original, self.copies(place)):
            if path is not None and (made := _for_paper(path, fineness=self.fineness)):
                return made
        return None


def _for_paper(path: Path, *, fineness: Fineness) -> tuple[bytes, float] | None:
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures; the media room has looked at this one already.
            warnings.simplefilter("ignore")
            with Image.open(path) as image:
                profile = image.info.get("icc_profile")
                upright = ImageOps.exif_transpose(image)
                pixels = in_srgb(upright, profile=profile)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    if pixels.mode != "RGB":
        ground = Image.new("RGB", pixels.size, "white")
        ground.paste(pixels, mask=pixels.convert("RGBA").getchannel("A"))
        pixels = ground
    pixels.thumbnail((fineness.longest, fineness.longest), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    pixels.save(out, "JPEG", quality=fineness.quality, optimize=True)
    return out.getvalue(), pixels.width / pixels.height
