"""A sheet of paper that takes crayon, pencil, ink, watercolour and a child's lettering."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians, sin
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from shapes import Point, evenly, smooth

Colour = tuple[int, int, int]
Grey = NDArray[np.float32]
Tool = Literal["crayon", "pencil", "ink", "marker"]
Ground = Literal["cartridge", "lined", "grid", "kraft", "blue", "black"]

FONTS = Path("/usr/share/fonts")
HANDS = {
    "child": FONTS / "truetype/sjfonts/SteveHand.ttf",
    "neat": FONTS / "truetype/fifthhorseman/dkg.ttf",
    "print": FONTS / "opentype/comic-neue/ComicNeue-Bold.otf",
    "capitals": FONTS / "truetype/humor-sans/Humor-Sans.ttf",
    "typed": FONTS / "truetype/dejavu/DejaVuSans.ttf",
    "gurmukhi": FONTS / "truetype/lohit-punjabi/Lohit-Gurmukhi.ttf",
    "arabic": FONTS / "truetype/noto/NotoNaskhArabic-Bold.ttf",
}


@dataclass(frozen=True, slots=True)
class Touch:
    """How a tool meets the paper: passes over the line, tremor in pixels, how much tooth shows, how it covers."""

    passes: int
    tremor: float
    tooth: float
    cover: float


TOUCHES: dict[Tool, Touch] = {
    "crayon": Touch(passes=3, tremor=2.2, tooth=0.75, cover=0.88),
    "pencil": Touch(passes=2, tremor=1.1, tooth=0.55, cover=0.7),
    "ink": Touch(passes=1, tremor=0.7, tooth=0.0, cover=0.93),
    "marker": Touch(passes=2, tremor=1.3, tooth=0.12, cover=0.8),
}
GROUNDS: dict[Ground, Colour] = {
    "cartridge": (250, 246, 236),
    "lined": (252, 251, 246),
    "grid": (251, 251, 248),
    "kraft": (204, 172, 130),
    "blue": (196, 217, 232),
    "black": (38, 36, 42),
}


def clouds(height: int, width: int, *, seed: int, cell: int = 90) -> Grey:
    """Soft noise from 0 to 1 whose blots are about `cell` pixels wide."""
    grid = np.random.default_rng(seed).random((height // cell + 3, width // cell + 3), dtype=np.float32)
    small = Image.fromarray((grid * 255).astype(np.uint8))
    return np.asarray(small.resize((width, height), Image.Resampling.BICUBIC), dtype=np.float32) / 255


class Sheet:
    """One sheet, in pixels from its upper left corner. The same seed and the same strokes give the same picture."""

    def __init__(self, width: int, height: int, *, seed: int, ground: Ground = "cartridge") -> None:
        self.width, self.height = width, height
        self._chance = np.random.default_rng(seed)
        self._tooth = _tooth(height, width, seed)
        base = np.ones((height, width, 3), np.float32) * np.array(GROUNDS[ground], np.float32)
        shade = (clouds(height, width, seed=seed + 1, cell=260) - 0.5) * 7 + (self._tooth - 0.5) * 9
        self.pixels: NDArray[np.float32] = base + shade[..., None]
        if ground == "lined":
            self._rule(spacing=62, colour=(150, 185, 220), top=130)
        if ground == "grid":
            self._rule(spacing=50, colour=(190, 215, 225), top=25, columns=True)

    def line(
        self,
        points: Sequence[Point],
        colour: Colour,
        *,
        width: float = 8,
        tool: Tool = "crayon",
        straight: bool = False,
    ) -> None:
        """Draws a wobbly line through the points."""
        touch = TOUCHES[tool]
        path = evenly(points, step=6) if straight else smooth(points)
        if len(path) < 2:
            return
        left, top, right, bottom = self._window(path, margin=width + 12)
        mask = Image.new("L", ((right - left) * 2, (bottom - top) * 2))
        draw = ImageDraw.Draw(mask)
        for _ in range(touch.passes):
            shaken = self._shaken(path, amount=touch.tremor)
            weight = width * (0.75 if touch.passes > 1 else 1)
            places = [((x - left) * 2, (y - top) * 2) for x, y in shaken]
            draw.line(places, fill=255, width=max(1, round(weight * 2)), joint="curve")
            radius = weight * 0.96
            for x, y in (places[0], places[-1]):
                draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        self._press(mask, colour, window=(left, top, right, bottom), touch=touch)

    def colour_in(
        self,
        points: Sequence[Point],
        colour: Colour,
        *,
        angle: float = 35,
        width: float = 12,
        gap: float = 0.85,
        straight: bool = False,
        tool: Tool = "crayon",
    ) -> None:
        """Fills a shape the way a hand does: to and fro at an angle, over a pale first layer, a bit past the edge."""
        outline = list(points) if straight else smooth(points)
        left, top, right, bottom = self._window(outline, margin=width)
        size = ((right - left) * 2, (bottom - top) * 2)
        inside = Image.new("L", size)
        ImageDraw.Draw(inside).polygon([((x - left) * 2, (y - top) * 2) for x, y in outline], fill=255)
        hatch = Image.new("L", size, 96)
        draw = ImageDraw.Draw(hatch)
        reach, turn = hypot(*size), radians(angle)
        offset = -reach
        while offset < reach:
            across = offset + self._chance.normal() * width * 0.25
            bend = self._chance.normal() * 5
            middle = (size[0] / 2 - sin(turn) * across, size[1] / 2 + cos(turn) * across)
            places = [
                (
                    middle[0] + cos(turn) * along + sin(turn) * bend * (along / reach) ** 2,
                    middle[1] + sin(turn) * along,
                )
                for along in np.linspace(-reach, reach, 9)
            ]
            draw.line(places, fill=int(190 + self._chance.random() * 65), width=round(width * 2))
            offset += width * 2 * gap
        mask = Image.composite(hatch, Image.new("L", size), inside.filter(ImageFilter.GaussianBlur(1.5)))
        self._press(mask, colour, window=(left, top, right, bottom), touch=TOUCHES[tool])

    def wash(
        self, points: Sequence[Point], colour: Colour, *, strength: float = 0.6, straight: bool = False
    ) -> None:
        """Lays watercolour into a shape: uneven inside, darker where the water stopped."""
        outline = list(points) if straight else self._shaken(smooth(points), amount=3)
        left, top, right, bottom = self._window(outline, margin=24)
        mask = Image.new("L", ((right - left), (bottom - top)))
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in outline], fill=255)
        body = np.asarray(mask.filter(ImageFilter.GaussianBlur(2.2)), np.float32) / 255
        far = np.asarray(mask.filter(ImageFilter.GaussianBlur(14)), np.float32) / 255
        blots = clouds(bottom - top, right - left, seed=int(self._chance.integers(1 << 30)), cell=70)
        alpha = body * (0.5 + 0.5 * blots) * strength + np.clip(body - far, 0, 1) * strength * 0.7
        alpha *= 0.9 + 0.2 * self._tooth[top:bottom, left:right]
        self._stain(np.clip(alpha, 0, 0.96), colour, window=(left, top, right, bottom))

    def write(
        self,
        text: str,
        at: Point,
        *,
        size: int = 60,
        colour: Colour = (60, 60, 66),
        hand: str = "child",
        tool: Tool = "pencil",
        steady: bool = False,
    ) -> float:
        """Letters a line of text from the left middle and gives back where it ends; `steady` keeps joined scripts joined."""
        font = ImageFont.truetype(str(HANDS[hand]), size * 2)
        x, y = at
        for part in (text,) if steady else text:
            ahead = font.getlength(part) / 2
            if part.strip():
                glyph = Image.new("L", (int(ahead * 2) + size * 2, size * 4))
                ImageDraw.Draw(glyph).text((size, size * 2), part, font=font, fill=255, anchor="lm")
                tilt = 0 if steady else self._chance.normal() * 2.2
                glyph = glyph.rotate(tilt, Image.Resampling.BICUBIC)
                lift = 0 if steady else self._chance.normal() * size * 0.025
                left, top = round(x - size / 2), round(y - size + lift)
                window = (left, top, left + glyph.width // 2, top + glyph.height // 2)
                self._press(glyph, colour, window=window, touch=TOUCHES[tool])
            x += ahead if steady else ahead + size * (0.16 if part == " " else 0.035)
        return x

    def take(self, picture: Image.Image) -> None:
        """Goes on drawing over a picture of the same size."""
        self.pixels = np.asarray(picture.convert("RGB"), np.float32).copy()

    def image(self) -> Image.Image:
        """The finished sheet."""
        return Image.fromarray(np.clip(self.pixels, 0, 255).astype(np.uint8))

    def chance(self) -> float:
        """A repeatable random number from 0 to 1, for grass and rain."""
        return float(self._chance.random())

    def _press(
        self, mask: Image.Image, colour: Colour, *, window: tuple[int, int, int, int], touch: Touch
    ) -> None:
        left, top, right, bottom = window
        box_inside = (max(0, left), max(0, top), min(self.width, right), min(self.height, bottom))
        if box_inside[0] >= box_inside[2] or box_inside[1] >= box_inside[3]:
            return
        small = mask.resize((right - left, bottom - top), Image.Resampling.BOX)
        cropped = small.crop(
            (box_inside[0] - left, box_inside[1] - top, box_inside[2] - left, box_inside[3] - top)
        )
        pressure = np.asarray(cropped, np.float32) / 255
        tooth = self._tooth[box_inside[1] : box_inside[3], box_inside[0] : box_inside[2]]
        grip = np.clip((pressure * 1.25 - tooth * touch.tooth) / (1.02 - touch.tooth * 0.6), 0, 1)
        alpha = grip * touch.cover if touch.tooth else pressure * touch.cover
        here = self.pixels[box_inside[1] : box_inside[3], box_inside[0] : box_inside[2]]
        here += (np.array(colour, np.float32) - here) * alpha[..., None]

    def _stain(self, alpha: Grey, colour: Colour, *, window: tuple[int, int, int, int]) -> None:
        left, top, right, bottom = window
        here = self.pixels[top:bottom, left:right]
        here *= 1 - alpha[..., None] * (1 - np.array(colour, np.float32) / 255)

    def _window(self, points: Sequence[Point], *, margin: float) -> tuple[int, int, int, int]:
        across, down = [x for x, _ in points], [y for _, y in points]
        left, top = max(0, int(min(across) - margin)), max(0, int(min(down) - margin))
        right, bottom = min(self.width, int(max(across) + margin)), min(self.height, int(max(down) + margin))
        return left, top, max(right, left + 1), max(bottom, top + 1)

    def _shaken(self, path: Sequence[Point], *, amount: float) -> list[Point]:
        knots = max(2, len(path) // 7)
        places = np.linspace(0, knots - 1, len(path))
        sideways = np.interp(places, range(knots), self._chance.normal(size=knots) * amount)
        upwards = np.interp(places, range(knots), self._chance.normal(size=knots) * amount)
        return [
            (x + float(dx), y + float(dy)) for (x, y), dx, dy in zip(path, sideways, upwards, strict=True)
        ]

    def _rule(self, *, spacing: int, colour: Colour, top: int, columns: bool = False) -> None:
        rows = np.arange(top, self.height, spacing)
        tint = np.array(colour, np.float32)
        for row in rows:
            self.pixels[row : row + 2] = self.pixels[row : row + 2] * 0.35 + tint * 0.65
        if columns:
            for column in np.arange(top, self.width, spacing):
                self.pixels[:, column : column + 2] = self.pixels[:, column : column + 2] * 0.35 + tint * 0.65
        else:
            self.pixels[:, 150:153] = (
                self.pixels[:, 150:153] * 0.4 + np.array((235, 150, 150), np.float32) * 0.6
            )


@lru_cache(maxsize=4)
def _tooth(height: int, width: int, seed: int) -> Grey:
    fine = np.random.default_rng(seed).random((height, width), dtype=np.float32)
    soft = Image.fromarray((fine * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.1))
    grain = np.asarray(soft, np.float32) / 255
    return np.clip((grain - 0.5) * 3.2 + 0.5, 0, 1)
