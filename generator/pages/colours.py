"""Colours as people write them, and whether they can be read: contrast as WCAG 2.2 measures it."""

import re
from dataclasses import dataclass

_HEX = re.compile(r"#[0-9A-Fa-f]{6}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two colours that meet on a page, and the least contrast between them: 4.5 for words, 3 for lines and shapes."""

    what: str
    front: str
    back: str
    least: float

    @property
    def ratio(self) -> float:
        """From 1 (the same) to 21 (black on white)."""
        return contrast(self.front, other=self.back)

    @property
    def can_be_read(self) -> bool:
        """Whether the contrast suffices."""
        return self.ratio >= self.least


def is_colour(text: str) -> bool:
    """Whether `text` is a colour as a theme may write it, such as `#17645A`."""
    return _HEX.match(text) is not None


def contrast(colour: str, *, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours.

    >>> round(contrast("#000000", other="#FFFFFF"), 1)
    21.0
    """
    lighter, darker = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, *, into: str, share: float) -> str:
    """`colour` laid over `into` with `share` of it (0 to 1) visible.

    >>> mixed("#FFFFFF", into="#000000", share=0.5)
    '#808080'
    """
    pairs = zip(_channels(colour), _channels(into), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02X}" for over, under in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
