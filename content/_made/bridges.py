"""Arjan's bridges: the plan, the first one that sagged, the second one that carried, and what they cost."""

from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path

from paper import Colour, Sheet
from PIL import Image, ImageDraw
from rendered import stick, wall_and_shelf
from shapes import ellipse
from snapshot import lit, save_photo

INK: Colour = (40, 44, 60)
CHALK: Colour = (226, 236, 246)


def first(path: Path) -> None:
    """A flat deck on two stacks of books, sagging already."""
    picture = wall_and_shelf(1760, 1320, seed=71, wall=(220, 214, 204), shelf=(128, 104, 82), edge=700)
    _books(picture)
    for row in range(3):
        y = 640 - row * 34
        places = [
            (300 + joint * 166.0, y + 58 * (1 - ((joint - 3.5) / 3.5) ** 2) + row * 3) for joint in range(8)
        ]
        for here, there in pairwise(places):
            stick(picture, here, there, width=22, colour=(214 - row * 14, 180 - row * 12, 128 - row * 10))
    for joint in range(9):
        x = 330 + joint * 138
        sag = 58 * (1 - ((joint - 4) / 4.4) ** 2)
        stick(picture, (x, 646 + sag), (x + 26, 560 + sag), width=20)
    save_photo(
        lit(picture, seed=72, lamp=(0.8, 0.0)), path, taken="2025:10:15 10:12:44", orientation=6, quality=64
    )


def second(path: Path) -> None:
    """The truss: triangles front and back, braces across, gusset plates cut from milk cartons."""
    picture = wall_and_shelf(1760, 1320, seed=73, wall=(206, 214, 216), shelf=(150, 124, 96), edge=760)
    _books(picture)
    for depth in (1, 0):
        shift_x, shift_y = 84 * depth, -70 * depth
        tone = (196, 164, 116) if depth else (228, 196, 142)
        lower = [(260 + joint * 206.0 + shift_x, 660.0 + shift_y) for joint in range(7)]
        upper = [((a + c) / 2, b - 190) for (a, b), (c, _) in pairwise(lower)]
        for row in (lower, upper):
            for here, there in pairwise(row):
                stick(picture, here, there, width=20, colour=tone)
        for place, top in enumerate(upper):
            stick(picture, lower[place], top, width=18, colour=tone)
            stick(picture, top, lower[place + 1], width=18, colour=tone)
        draw = ImageDraw.Draw(picture)
        for x, y in (*lower, *upper):
            draw.polygon(
                [(x - 22, y + 16), (x + 22, y + 16), (x + 12, y - 18), (x - 12, y - 18)],
                fill=(214, 222, 228),
                outline=(150, 160, 168),
            )
        if depth:
            for x, y in (*lower, *upper):
                stick(picture, (x, y), (x - 84, y + 70), width=16, colour=(206, 174, 124))
    save_photo(lit(picture, seed=74), path, taken="2025:11:18 11:31:20", orientation=1, quality=66)


def plan(path: Path) -> None:
    """A blueprint in chalk pencil with measurements, scanned as TIFF."""
    sheet = Sheet(1300, 900, seed=75, ground="blue")
    sheet.pixels *= 0.42
    sheet.pixels[..., 2] *= 1.5
    for line in range(0, 1300, 65):
        sheet.line([(line, 0), (line, 900)], (92, 122, 160), width=1.4, tool="pencil", straight=True)
        sheet.line([(0, line), (1300, line)], (92, 122, 160), width=1.4, tool="pencil", straight=True)
    lower = [(160.0 + joint * 163, 560.0) for joint in range(7)]
    upper = [((a + c) / 2, 400.0) for (a, _), (c, _) in pairwise(lower)]
    for row in (lower, upper):
        sheet.line(row, CHALK, width=5, tool="pencil", straight=True)
    for place, top in enumerate(upper):
        sheet.line([lower[place], top, lower[place + 1]], CHALK, width=4, tool="pencil", straight=True)
    for spot in (*lower, *upper):
        sheet.line(ellipse(spot, 11, 11), (250, 214, 120), width=4, tool="pencil")
    sheet.line([(160, 640), (1138, 640)], CHALK, width=3, tool="pencil", straight=True)
    for x in (160, 1138):
        sheet.line([(x, 615), (x, 665)], CHALK, width=3, tool="pencil", straight=True)
    sheet.write("60 cm", (590, 684), size=44, colour=CHALK, hand="neat")
    sheet.write("9 cm", (40, 480), size=40, colour=CHALK, hand="neat")
    sheet.line([(140, 400), (140, 560)], CHALK, width=3, tool="pencil", straight=True)
    sheet.write("Bridge 2: squares lie, triangles hold", (120, 130), size=44, colour=CHALK, hand="neat")
    sheet.write("check joint 3 !", (520, 320), size=40, colour=(250, 214, 120), hand="neat")
    sheet.write("54 sticks   max 60", (120, 800), size=40, colour=CHALK, hand="neat")
    sheet.write("A. Gill, Arbutus", (860, 800), size=40, colour=CHALK, hand="neat")
    scan = (
        sheet.image()
        .resize((760, 526), Image.Resampling.LANCZOS)
        .quantize(48, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    )
    scan.save(path, "TIFF", compression="tiff_lzw")


def costs(path: Path) -> None:
    """A circle graph of what the bridge cost, coloured by hand, angles worked out beside it."""
    sheet = Sheet(1300, 1000, seed=76, ground="grid")
    centre, radius = (460.0, 540.0), 320.0
    parts: tuple[tuple[str, float, Colour], ...] = (
        ("sticks 48%", 0.48, (224, 170, 90)),
        ("glue 27%", 0.27, (110, 160, 210)),
        ("string 15%", 0.15, (190, 110, 130)),
        ("tape 10%", 0.10, (120, 176, 120)),
    )
    turn = -90.0
    for place, (label, share, colour) in enumerate(parts):
        arc = ellipse(centre, radius, radius, start=turn, end=turn + share * 360)
        sheet.colour_in([centre, *arc, centre], colour, angle=30 + place * 40, straight=True, width=10)
        sheet.line([centre, *arc, centre], INK, width=5, tool="ink", straight=True)
        middle = (turn + share * 180) * pi / 180
        sheet.write(
            label,
            (centre[0] + cos(middle) * radius * 0.55 - 90, centre[1] + sin(middle) * radius * 0.62),
            size=28,
            colour=INK,
            hand="neat",
            tool="ink",
        )
        sheet.write(
            f"{share:.2f} x 360 = {share * 360:.0f}",
            (840, 360 + place * 90),
            size=36,
            colour=INK,
            hand="neat",
        )
        turn += share * 360
    sheet.write("What my bridge cost: $12.40", (160, 110), size=58, colour=INK, hand="neat", tool="ink")
    sheet.write("adds up to 360", (840, 750), size=36, colour=(60, 120, 80), hand="neat")
    sheet.image().save(path, "WEBP", quality=62, method=6)


def _books(picture: Image.Image) -> None:
    draw = ImageDraw.Draw(picture)
    tones = ((150, 60, 56), (62, 92, 132), (206, 170, 84), (86, 118, 84), (120, 84, 130))
    for left in (90, 1370):
        for place, tone in enumerate(tones):
            top = 690 + place * 88
            shift = (place * 37) % 26
            draw.rectangle((left + shift, top, left + shift + 330, top + 84), fill=tone)
            draw.rectangle(
                (left + shift, top + 70, left + shift + 330, top + 84),
                fill=tuple(int(channel * 0.7) for channel in tone),
            )
            draw.rectangle((left + shift + 20, top + 8, left + shift + 30, top + 70), fill=(236, 226, 200))
