"""Mika's pictures: two houses a year apart, a frog in boots, a star of snow, a bean with somebody who waters it."""

from math import cos, pi, sin
from pathlib import Path

from paper import Colour, Sheet
from PIL import ImageDraw
from portraits import head
from rendered import wall_and_shelf
from shapes import Point, box, ellipse, through
from snapshot import lit, save_photo

INK: Colour = (52, 48, 58)
GRASS: Colour = (96, 168, 70)
FROG: Colour = (92, 172, 72)
BOOT: Colour = (248, 200, 40)
SKY: Colour = (120, 176, 228)
RED: Colour = (208, 60, 56)
SUN: Colour = (252, 206, 44)


def kindergarten_house(path: Path) -> None:
    """A square, a roof, one window, the sun in the corner."""
    sheet = Sheet(1000, 800, seed=1101)
    _sun(sheet, (70, 60), 120)
    sheet.line(through("0,700 240,690 520,712 1000,694"), GRASS, width=26)
    sheet.line(through("330,690 322,430 660,420 672,694"), RED, width=16, straight=True)
    sheet.line(through("290,440 490,240 706,426"), INK, width=18, straight=True)
    sheet.line(box(410, 500, 500, 590), SKY, width=14, straight=True)
    sheet.line(box(560, 560, 622, 692), INK, width=14, straight=True)
    sheet.write("MIKA", (60, 760), size=74, colour=(70, 70, 170), tool="crayon")
    _save(sheet, path, taken="2025:05:13 09:40:10", orientation=6)


def house_with_us(path: Path) -> None:
    """The house a year later, with a door, a path, three people and a grandfather in the window."""
    sheet = Sheet(1100, 860, seed=1102)
    sheet.colour_in(through("0,0 1100,0 1100,300 560,330 0,300 0,0"), SKY, angle=4, width=15, gap=1.2)
    _sun(sheet, (1010, 80), 90)
    sheet.colour_in(through("0,640 400,624 1100,640 1100,860 0,860 0,640"), GRASS, angle=6, width=14)
    sheet.colour_in(box(340, 330, 780, 650), (250, 226, 176), straight=True)
    sheet.line(box(340, 330, 780, 650), INK, width=9, straight=True)
    roof = through("300,340 560,150 824,336 300,340")
    sheet.colour_in(roof, (168, 88, 60), straight=True, angle=60)
    sheet.line(roof, INK, width=9, straight=True)
    sheet.colour_in(box(520, 470, 610, 650), RED, straight=True)
    sheet.line(ellipse((594, 566), 5, 5), SUN, width=8)
    sheet.colour_in(through("520,650 610,650 700,860 430,860 520,650"), (212, 196, 170), straight=True)
    for left in (380, 660):
        sheet.colour_in(box(left, 400, left + 90, 490), (206, 232, 250), straight=True)
        sheet.line(box(left, 400, left + 90, 490), INK, width=7, straight=True)
    sheet.colour_in(box(682, 420, 728, 486), (60, 60, 70), straight=True, width=7)
    sheet.colour_in(ellipse((705, 452), 15, 17), (206, 152, 110), width=6)
    people: tuple[tuple[float, float, Colour, Colour, Colour], ...] = (
        (130, 1.15, (122, 86, 160), (196, 140, 98), (40, 32, 32)),
        (250, 1.25, (64, 110, 160), (240, 204, 172), (150, 96, 54)),
        (880, 0.85, BOOT, (216, 164, 122), (52, 40, 36)),
    )
    for x, size, coat, skin, hair in people:
        foot = 800.0
        for side in (-1, 1):
            sheet.line([(x + side * 18, foot - 90 * size), (x + side * 22, foot)], INK, width=13)
            sheet.line(
                [(x + side * 26 * size, foot - 180 * size), (x + side * 66 * size, foot - 120 * size)],
                coat,
                width=20,
            )
        body = [(x, foot - 220 * size), (x + 48 * size, foot - 80 * size), (x - 48 * size, foot - 80 * size)]
        sheet.colour_in([*body, body[0]], coat, straight=True)
        head(sheet, (x, foot - 262 * size), size=42 * size, skin=skin, hair=hair, style="short")
    sheet.write("us", (960, 800), size=70, colour=(70, 70, 170), tool="crayon")
    _save(sheet, path, taken="2026:05:21 10:12:31", orientation=1)


def frog_boots(path: Path) -> None:
    """A frog who was cold, in somebody's boots."""
    sheet = Sheet(1000, 820, seed=1103)
    _rain(sheet, 40)
    sheet.colour_in(ellipse((740, 740), 220, 46), SKY, angle=4, width=14)
    _frog(sheet, (480, 420), 1.0)
    for side in (-1, 1):
        _boot(sheet, (480 + side * 110, 640))
    sheet.write("FROG HAS MY BUTS", (200, 770), size=62, colour=INK, tool="crayon")
    _save(sheet, path, taken="2025:10:08 11:03:00", orientation=8)


def me(path: Path) -> None:
    """Mika in yellow boots, and the frog."""
    sheet = Sheet(820, 900, seed=1104)
    sheet.line(through("0,830 260,820 560,838 820,826"), GRASS, width=26)
    sheet.colour_in(through("150,660 180,440 300,440 330,660 150,660"), (70, 120, 180), angle=80)
    for side in (-1, 1):
        sheet.line([(240 + side * 70, 470), (240 + side * 130, 580)], (70, 120, 180), width=34)
        sheet.line([(240 + side * 40, 660), (240 + side * 42, 730)], INK, width=30)
        _boot(sheet, (240 + side * 46, 740), size=0.62)
    head(sheet, (240, 330), size=112, skin=(216, 164, 122), hair=(52, 40, 36), style="short")
    _frog(sheet, (590, 610), 0.75)
    sheet.write("MIKA AND FROG", (110, 90), size=66, colour=(70, 110, 60), tool="crayon")
    sheet.image().save(path, "JPEG", quality=46, optimize=True)


def snow(path: Path) -> None:
    """One flake with six arms over the toe of a boot, on blue paper."""
    sheet = Sheet(900, 760, seed=1105, ground="blue")
    sheet.pixels *= 0.5
    white: Colour = (246, 250, 255)
    middle: Point = (430, 320)
    for arm in range(6):
        turn = pi / 2 + arm * pi / 3
        tip = (middle[0] + cos(turn) * 230, middle[1] + sin(turn) * 230)
        sheet.line([middle, tip], white, width=15, straight=True)
        for part in (0.5, 0.75):
            knot = (middle[0] + cos(turn) * 230 * part, middle[1] + sin(turn) * 230 * part)
            for side in (-1, 1):
                twig = turn + side * pi / 4
                end = (knot[0] + cos(twig) * 70, knot[1] + sin(twig) * 70)
                sheet.line([knot, end], white, width=11, straight=True)
    for _ in range(40):
        spot = (900 * sheet.chance(), 760 * sheet.chance())
        sheet.line([spot, (spot[0] + 3, spot[1] + 3)], white, width=8)
    toe = through("620,760 640,640 760,600 900,620 900,760 620,760")
    sheet.colour_in(toe, BOOT, angle=20)
    sheet.line(toe, INK, width=9)
    sheet.image().save(path, "JPEG", quality=54, optimize=True)


def bean(path: Path) -> None:
    """What a bean needs: a sun, some drops, a hand."""
    sheet = Sheet(900, 800, seed=1106)
    _sun(sheet, (120, 110), 100)
    sheet.colour_in(through("0,560 450,548 900,566 900,800 0,800 0,560"), (132, 90, 60), angle=8, width=14)
    sheet.colour_in(ellipse((430, 640), 54, 36), (206, 150, 110), width=9)
    sheet.line(through("430,610 420,500 440,400 430,330"), FROG, width=17)
    for side in (-1, 1):
        leaf = [(430, 360), (430 + side * 70, 280), (430 + side * 150, 320), (430 + side * 80, 370)]
        sheet.colour_in([*leaf, leaf[0]], FROG)
        sheet.line([*leaf, leaf[0]], (40, 104, 50), width=7)
    for root in (-60, 0, 56):
        sheet.line([(430, 670), (430 + root, 760)], (236, 222, 196), width=8)
    can = through("640,180 800,180 820,320 630,320 640,180")
    sheet.colour_in(can, (96, 128, 190), straight=True)
    sheet.line(can, INK, width=8, straight=True)
    sheet.line([(640, 290), (560, 250)], (96, 128, 190), width=24)
    sheet.line(ellipse((816, 240), 52, 46, start=-80, end=80), (216, 164, 122), width=28)
    for drop in range(8):
        x, y = 545 - drop % 3 * 26, 290 + drop * 28
        sheet.line([(x, y), (x - 4, y + 18)], (70, 130, 210), width=11)
    sheet.write("SUN WOTR ME", (190, 745), size=60, colour=(250, 244, 226), tool="crayon")
    _save(sheet, path, taken="2026:04:16 09:20:45", orientation=1)


def tower(path: Path) -> None:
    """Eighteen blocks on a carpet, wide ones first."""
    picture = wall_and_shelf(
        900, 1120, seed=1107, wall=(214, 220, 214), shelf=(96, 116, 150), edge=760, cards=4
    )
    draw = ImageDraw.Draw(picture)
    chance = Sheet(10, 10, seed=1108).chance
    tones: tuple[Colour, ...] = ((226, 188, 132), (214, 172, 116), (234, 202, 150), (206, 160, 108))
    rows = ((4, 130), (3, 120), (3, 104), (2, 100), (2, 92), (2, 76), (1, 92), (1, 76))
    bottom = 980.0
    for place, (count, wide) in enumerate(rows):
        tall = 92.0 if place < 3 else 84.0
        left = 450 - count * wide / 2 + (chance() - 0.5) * 18
        for block in range(count):
            x, tone = left + block * wide, tones[(place + block) % 4]
            _block(draw, (x, bottom - tall, x + wide - 4, bottom), tone)
        bottom -= tall + 2
    draw.polygon([(392, bottom), (516, bottom), (454, bottom - 84)], fill=(196, 54, 50))
    draw.polygon(
        [(454, bottom - 84), (516, bottom), (536, bottom - 18), (474, bottom - 100)], fill=(150, 36, 38)
    )
    save_photo(
        lit(picture, seed=1109, lamp=(0.2, 0.0)),
        path,
        taken="2025:11:20 13:31:02",
        orientation=6,
        quality=56,
    )


def _block(draw: ImageDraw.ImageDraw, sides: tuple[float, float, float, float], tone: Colour) -> None:
    left, top, right, bottom = sides
    back = [(left, top), (left + 20, top - 18), (right + 20, top - 18), (right, top)]
    side = [(right, top), (right + 20, top - 18), (right + 20, bottom - 18), (right, bottom)]
    draw.polygon(back, fill=tuple(min(255, int(channel * 1.08)) for channel in tone))
    draw.polygon(side, fill=tuple(int(channel * 0.7) for channel in tone))
    draw.rectangle((left, top, right, bottom), fill=tone)
    for grain in range(3):
        y = top + (bottom - top) * (grain + 1) / 4
        draw.line(
            (left + 6, y, right - 8, y + 3), fill=tuple(int(channel * 0.93) for channel in tone), width=2
        )


def _frog(sheet: Sheet, at: Point, size: float) -> None:
    x, y = at
    body = ellipse((x, y + 60 * size), 190 * size, 150 * size)
    sheet.colour_in(body, FROG, angle=30)
    sheet.line(body, (40, 104, 50), width=9)
    for side in (-1, 1):
        eye = (x + side * 90 * size, y - 90 * size)
        sheet.colour_in(ellipse(eye, 52 * size, 52 * size), FROG)
        sheet.colour_in(ellipse(eye, 34 * size, 34 * size), (252, 252, 246), width=7)
        sheet.line(ellipse(eye, 8 * size, 10 * size), INK, width=12)
        sheet.line(
            [(x + side * 110 * size, y + 170 * size), (x + side * 112 * size, y + 230 * size)],
            FROG,
            width=36 * size,
        )
    sheet.line(ellipse((x, y + 20 * size), 110 * size, 70 * size, start=20, end=160), RED, width=11)


def _boot(sheet: Sheet, at: Point, *, size: float = 1.0) -> None:
    x, y = at
    outline = [
        (x - 50 * size, y - 60 * size),
        (x + 46 * size, y - 60 * size),
        (x + 50 * size, y + 16 * size),
        (x + 112 * size, y + 40 * size),
        (x + 112 * size, y + 84 * size),
        (x - 50 * size, y + 84 * size),
    ]
    sheet.colour_in([*outline, outline[0]], BOOT, straight=True, angle=70)
    sheet.line([*outline, outline[0]], (190, 130, 20), width=8, straight=True)


def _sun(sheet: Sheet, at: Point, size: float) -> None:
    sheet.colour_in(ellipse(at, size, size), SUN, angle=60)
    for ray in range(12):
        near = ellipse(at, size * 1.15, size * 1.15, start=ray * 30, end=ray * 30 + 1)[0]
        far = ellipse(at, size * 1.6, size * 1.6, start=ray * 30, end=ray * 30 + 1)[0]
        sheet.line([near, far], (244, 176, 40), width=11)


def _rain(sheet: Sheet, drops: int) -> None:
    for _ in range(drops):
        x, y = sheet.width * sheet.chance(), 620 * sheet.chance()
        sheet.line([(x, y), (x - 7, y + 40)], (112, 158, 214), width=7)


def _save(sheet: Sheet, path: Path, *, taken: str, orientation: int) -> None:
    save_photo(
        lit(sheet.image(), seed=sheet.width, noise=0.8),
        path,
        taken=taken,
        orientation=orientation,
        quality=46,
    )
