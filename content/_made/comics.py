"""Theo's comic strip and his flip book."""

from math import sin
from pathlib import Path

from paper import Colour, Sheet
from PIL import Image, ImageFilter
from shapes import Point, box, ellipse, through

INK: Colour = (36, 34, 44)
BEAD: tuple[Colour, ...] = ((224, 74, 62), (244, 176, 50), (72, 134, 206), (96, 176, 92))


def strip(path: Path) -> None:
    """Four panels: a zero feels like nothing until it stands beside a one."""
    sheet = Sheet(2000, 1360, seed=241)
    for panel in range(4):
        left, top = 60 + (panel % 2) * 950, 150 + (panel // 2) * 590
        frame = box(left, top, left + 920, top + 560)
        tones: tuple[Colour, ...] = ((214, 230, 244), (250, 226, 200), (216, 238, 208), (250, 238, 170))
        sheet.colour_in(frame, tones[panel], straight=True, gap=0.9, angle=20 + panel * 30)
        sheet.line(frame, INK, width=10, tool="marker", straight=True)
    sheet.write(
        "ZERO'S BAD DAY  by Theo", (420, 74), size=84, colour=(200, 50, 60), hand="capitals", tool="marker"
    )
    _zero(sheet, (300, 520), mood=-1)
    _say(sheet, (420, 270), "I am nothing.")
    _cloud(sheet, (300, 260))
    for place, digit in enumerate("573"):
        sheet.write(
            digit, (1120 + place * 150, 540), size=190, colour=BEAD[place], hand="capitals", tool="marker"
        )
    _zero(sheet, (1760, 560), mood=-1)
    _say(sheet, (1060, 270), "Go away, you add nothing!")
    sheet.write("1", (300, 1130), size=260, colour=BEAD[2], hand="capitals", tool="marker")
    sheet.line(ellipse((344, 1060), 7, 9), INK, width=10, tool="ink")
    sheet.line(through("322,1110 346,1128 372,1110"), INK, width=7, tool="ink")
    _zero(sheet, (680, 1130), mood=0)
    _say(sheet, (130, 850), "Stand on THIS side of me.")
    sheet.write("10!", (1150, 1130), size=300, colour=(224, 60, 60), hand="capitals", tool="marker")
    for ray in range(9):
        start = ellipse((1400, 1110), 330, 200, start=ray * 40, end=ray * 40 + 1)[0]
        end = ellipse((1400, 1110), 410, 250, start=ray * 40, end=ray * 40 + 1)[0]
        sheet.line([start, end], (244, 150, 40), width=12)
    _say(sheet, (1270, 820), "We are TEN!!!")
    sheet.image().save(path, "JPEG", quality=66, optimize=True)


def flip_book(path: Path) -> None:
    """A whole that falls into halves, quarters and eighths and comes back, as an animated GIF."""
    pages: list[Image.Image] = []
    for page in range(14):
        sheet = Sheet(420, 320, seed=300 + page % 3)
        parts = (1, 2, 4, 8, 4, 2, 1)[page // 2]
        spread = 10 * sin((page % 2) * 1.6)
        for part in range(parts):
            start = -90 + part * 360 / parts
            middle = (
                ellipse((210, 150), spread, spread, start=start + 180 / parts, end=start + 180 / parts + 1)[0]
                if parts > 1
                else (210.0, 150.0)
            )
            arc = ellipse(middle, 105, 105, start=start, end=start + 360 / parts)
            sheet.colour_in(
                [middle, *arc, middle], BEAD[part % 4], straight=True, width=6, angle=30 + part * 25
            )
            sheet.line([middle, *arc, middle], INK, width=4, tool="ink", straight=True)
        sheet.write(
            {1: "1 whole", 2: "2 halves", 4: "4 quarters", 8: "8 eighths"}[parts],
            (120, 290),
            size=34,
            colour=INK,
        )
        small = sheet.image().resize((315, 240), Image.Resampling.LANCZOS).filter(ImageFilter.MedianFilter(3))
        pages.append(small.quantize(16, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE))
    pages[0].save(
        path,
        save_all=True,
        append_images=pages[1:],
        duration=420,
        loop=0,
        optimize=True,
        comment=b"Theo flip book",
    )


def _zero(sheet: Sheet, at: Point, *, mood: int) -> None:
    x, y = at
    sheet.colour_in(ellipse(at, 110, 140), (250, 250, 246), tool="marker")
    sheet.line(ellipse(at, 110, 140), INK, width=20, tool="marker")
    for side in (-1, 1):
        sheet.line(ellipse((x + side * 38, y - 30), 9, 12), INK, width=10, tool="ink")
    sheet.line(
        [(x - 40, y + 50 - mood * 14), (x, y + 46 + mood * 10), (x + 40, y + 50 - mood * 14)],
        INK,
        width=8,
        tool="ink",
    )
    if mood < 0:
        sheet.colour_in(ellipse((x - 44, y + 8), 9, 15), (90, 150, 220), width=6)


def _say(sheet: Sheet, at: Point, words: str) -> None:
    wide = 60 + len(words) * 29
    bubble = ellipse((at[0] + wide / 2 - 10, at[1]), wide / 2, 62)
    sheet.colour_in(bubble, (254, 254, 252), tool="ink", gap=0.4)
    sheet.line(bubble, INK, width=6, tool="ink")
    sheet.line(
        [
            (at[0] + wide * 0.4, at[1] + 60),
            (at[0] + wide * 0.34, at[1] + 106),
            (at[0] + wide * 0.5, at[1] + 60),
        ],
        INK,
        width=6,
        tool="ink",
    )
    sheet.write(words, (at[0] + 22, at[1] + 2), size=46, colour=INK, hand="capitals", tool="ink")


def _cloud(sheet: Sheet, at: Point) -> None:
    for puff in range(4):
        sheet.colour_in(
            ellipse((at[0] - 90 + puff * 52, at[1] - (14 if puff in (1, 2) else 0)), 50, 40),
            (130, 140, 160),
            width=9,
        )
    for drop in range(4):
        sheet.line(
            [(at[0] - 80 + drop * 46, at[1] + 60), (at[0] - 88 + drop * 46, at[1] + 92)],
            (90, 150, 220),
            width=9,
        )
