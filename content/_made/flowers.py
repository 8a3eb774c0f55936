"""Gurnoor's pictures: a phulkari pattern and a poster about water in two languages."""

from pathlib import Path

from paper import Colour, Sheet
from shapes import Point, box, ellipse, star, through
from snapshot import laid_on, lit, save_photo, wooden_table

THREADS: tuple[Colour, ...] = (
    (236, 150, 30),
    (226, 60, 110),
    (250, 206, 70),
    (40, 130, 90),
    (240, 236, 220),
    (90, 60, 150),
)
GREEN: Colour = (52, 128, 70)


def phulkari(path: Path) -> None:
    """Stitches in diamonds on red cloth-coloured paper, every diamond a flower."""
    sheet = Sheet(1600, 1260, seed=501)
    sheet.wash(through("-60,-60 1660,-60 1660,1320 -60,1320 -60,-60"), (170, 28, 48), strength=0.93)
    sheet.wash(through("-60,-60 1660,-60 1660,1320 -60,1320 -60,-60"), (176, 40, 56), strength=0.9)
    for row in range(5):
        for column in range(7):
            middle: Point = (130 + column * 224 + (112 if row % 2 else 0), 150 + row * 240)
            if middle[0] > 1500:
                continue
            _diamond(
                sheet, middle, colours=(THREADS[(row + column) % 6], THREADS[(row * 2 + column + 3) % 6])
            )
    for x in range(24, 1600, 46):
        for y in (22, 1236):
            sheet.colour_in(star((x, y), 20, points=4), THREADS[2], straight=True, width=5)
    table = wooden_table(1800, 1460, seed=502, colour=(206, 190, 168))
    photo = laid_on(table, sheet.image(), corners=through("110,120 1694,96 1706,1346 96,1362"), lift=9)
    save_photo(lit(photo, seed=503, warmth=0.6), path, taken="2025:11:03 13:10:27", orientation=8, quality=58)


def water_poster(path: Path) -> None:
    """ਪਾਣੀ and water: a drop with a face, a tap, and one rule in each language."""
    sheet = Sheet(1300, 1700, seed=504, ground="blue")
    drop: list[Point] = through("650,330 770,560 860,760 820,950 650,1030 480,950 440,760 530,560 650,330")
    sheet.colour_in(drop, (60, 136, 214), angle=60, width=14)
    sheet.line(drop, (24, 70, 150), width=12)
    for side in (-1, 1):
        sheet.colour_in(ellipse((650 + side * 80, 760), 26, 34), (252, 252, 252), tool="marker", width=6)
        sheet.line(ellipse((650 + side * 80, 766), 9, 12), (30, 30, 50), width=10, tool="ink")
    sheet.line(ellipse((650, 840), 90, 64, start=20, end=160), (30, 30, 60), width=10)
    sheet.line([(520, 700), (560, 560)], (220, 240, 252), width=22)
    sheet.write(
        "ਪਾਣੀ", (120, 180), size=190, colour=(24, 70, 150), hand="gurmukhi", tool="marker", steady=True
    )
    sheet.write("WATER", (660, 190), size=150, colour=(24, 70, 150), hand="print", tool="crayon")
    sheet.write(
        "ਪਾਣੀ ਬਚਾਓ, ਟੂਟੀ ਬੰਦ ਕਰੋ!",
        (150, 1180),
        size=94,
        colour=(190, 40, 60),
        hand="gurmukhi",
        tool="marker",
        steady=True,
    )
    sheet.write(
        "Close the tap. The creek says thank you!", (90, 1330), size=47, colour=(190, 40, 60), tool="crayon"
    )
    for flower in range(7):
        x = 110 + flower * 180
        sheet.line([(x, 1640), (x + 6, 1530)], GREEN, width=12)
        for petal in range(5):
            spot = ellipse((x + 6, 1500), 34, 34, start=petal * 72, end=petal * 72 + 1)[0]
            sheet.colour_in(ellipse(spot, 24, 24), THREADS[flower % 6], width=7)
        sheet.colour_in(ellipse((x + 6, 1500), 17, 17), (250, 214, 70), width=6)
    sheet.line(through("0,1650 400,1636 900,1656 1300,1640"), GREEN, width=30)
    sheet.image().save(path, "JPEG", quality=64, optimize=True)


def marigold(path: Path) -> None:
    """A garland and a name in two scripts, for the page about me."""
    sheet = Sheet(1100, 900, seed=505)
    for bead in range(17):
        spot = ellipse((550, 180), 430, 480, start=180 - bead * 11.25, end=181 - bead * 11.25)[0]
        tone = THREADS[0] if bead % 2 else THREADS[2]
        for ring in (44, 30, 16):
            sheet.colour_in(
                ellipse(spot, ring, ring),
                tuple(max(0, channel - (44 - ring)) for channel in tone),
                angle=ring * 4,
                width=8,
            )
        sheet.line(ellipse(spot, 44, 44), (200, 110, 20), width=5)
    sheet.write(
        "ਗੁਰਨੂਰ", (330, 300), size=170, colour=(170, 28, 70), hand="gurmukhi", tool="marker", steady=True
    )
    sheet.write("Gurnoor", (380, 470), size=96, colour=(70, 50, 140), tool="crayon")
    sheet.line(box(20, 20, 1080, 880), (52, 128, 70), width=12)
    sheet.image().save(path, "JPEG", quality=64, optimize=True)


def _diamond(sheet: Sheet, middle: Point, *, colours: tuple[Colour, Colour]) -> None:
    x, y = middle
    for ring, tone in ((104, colours[0]), (66, colours[1]), (30, colours[0])):
        for corner in range(4):
            corners = [(x, y - ring), (x + ring * 0.92, y), (x, y + ring), (x - ring * 0.92, y)]
            here, there = corners[corner], corners[(corner + 1) % 4]
            for stitch in range(max(3, ring // 8)):
                part = (stitch + 0.3) / max(3, ring // 8)
                sx, sy = here[0] + (there[0] - here[0]) * part, here[1] + (there[1] - here[1]) * part
                sheet.line(
                    [(sx, sy), (sx + (x - sx) * 26 / (ring + 8), sy + (y - sy) * 26 / (ring + 8))],
                    tone,
                    width=6,
                    tool="marker",
                )
