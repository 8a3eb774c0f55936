"""Imogen's lino prints of the tide: the sketch, the first proof and the two-colour print."""

from math import sin
from pathlib import Path

from paper import Colour, Sheet
from shapes import Point, ellipse, through
from snapshot import laid_on, lit, save_photo, wooden_table

NIGHT: Colour = (28, 52, 84)
TEAL: Colour = (60, 148, 150)
CREAM: Colour = (250, 244, 228)


def proof(path: Path) -> None:
    """The first proof: one colour, ink too thin, the edge slipped."""
    sheet = Sheet(1100, 1300, seed=801)
    sheet.colour_in(
        through("120,140 990,120 1000,1120 130,1150 120,140"),
        NIGHT,
        straight=True,
        angle=3,
        width=24,
        gap=1.15,
    )
    _scene(sheet, cut=(236, 230, 214), fine=False)
    sheet.write("proof 1", (140, 1220), size=44, hand="neat")
    sheet.write("more ink!", (720, 1220), size=44, hand="neat")
    sheet.image().save(path, "JPEG", quality=60, optimize=True)


def print_two(path: Path) -> None:
    """The final print in two colours, signed and numbered in pencil."""
    sheet = Sheet(1250, 1550, seed=802)
    sheet.colour_in(
        through("130,130 1120,130 1120,1320 130,1320 130,130"),
        TEAL,
        straight=True,
        angle=2,
        width=20,
        gap=0.7,
        tool="marker",
    )
    sheet.colour_in(
        through("130,130 1120,130 1120,640 130,700 130,130"),
        NIGHT,
        straight=True,
        angle=2,
        width=20,
        gap=0.6,
        tool="marker",
    )
    _scene(sheet, cut=CREAM, fine=True)
    sheet.write("3/7", (140, 1410), size=46, hand="neat")
    sheet.write("Tide", (560, 1410), size=46, hand="neat")
    sheet.write("I. C.", (980, 1410), size=46, hand="neat")
    table = wooden_table(1480, 1780, seed=803, colour=(104, 92, 84))
    photo = laid_on(table, sheet.image(), corners=through("128,110 1362,130 1344,1664 106,1640"))
    save_photo(
        lit(photo, seed=804, lamp=(0.2, 0.2), warmth=0.4),
        path,
        taken="2026:03:11 12:02:00",
        orientation=8,
        quality=60,
    )


def _scene(sheet: Sheet, *, cut: Colour, fine: bool) -> None:
    moon: Point = (790, 380)
    sheet.colour_in(ellipse(moon, 118, 118), cut, tool="marker", width=10, gap=0.5)
    for row in range(13 if fine else 6):
        y = 700 + row * (46 if fine else 80)
        wide = 300
        for side in range(-1, 2):
            start = 165 + (side + 1) * 270 + 20 * sin(row * 2.1)
            sheet.line(
                [
                    (start, y),
                    (start + wide * 0.25, y - 26 - row),
                    (start + wide * 0.5, y),
                    (start + wide * 0.75, y + 20),
                    (start + wide * 0.9, y),
                ],
                cut,
                width=(7 if row % 2 else 13) if fine else 15,
                tool="marker",
            )
    for ray in range(9 if fine else 0):
        y = 540 + ray * 46
        half = 118 - ray * 9
        sheet.line([(moon[0] - half, y), (moon[0] + half, y + 6)], cut, width=9, tool="marker")
    for point in range(26 if fine else 9):
        x, y = 170 + 900 * sheet.chance(), 160 + 400 * sheet.chance()
        if abs(x - moon[0]) > 160 or abs(y - moon[1]) > 160:
            sheet.colour_in(ellipse((x, y), 4 + point % 4, 4 + point % 4), cut, tool="ink", width=4)
    hull = through("270,720 330,800 520,800 590,720 270,720")
    sheet.colour_in(hull, cut, tool="marker", straight=True, gap=0.5)
    sheet.line([(430, 720), (430, 430)], cut, width=10, tool="marker", straight=True)
    sheet.colour_in(through("446,440 446,690 590,690 446,440"), cut, tool="marker", straight=True, gap=0.6)
