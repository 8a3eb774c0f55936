"""Kai's pictures: the sugar poster, the garden box in two months, the ramp drawing."""

from pathlib import Path

from paper import Colour, Sheet
from PIL import Image, ImageDraw
from rendered import wall_and_shelf
from shapes import box, ellipse, through
from snapshot import lit, save_photo

INK: Colour = (34, 38, 48)


def sugar(path: Path) -> None:
    """Five drinks, and the cubes beside each."""
    sheet = Sheet(1500, 1150, seed=901, ground="black")
    sheet.write(
        "WHAT IS IN THE BOX?", (330, 110), size=84, colour=(250, 240, 220), hand="capitals", tool="crayon"
    )
    drinks: tuple[tuple[str, int, Colour], ...] = (
        ("water", 0, (120, 190, 240)),
        ("milk", 4, (244, 240, 230)),
        ("chai, Mom's", 5, (206, 160, 110)),
        ("juice box", 8, (240, 160, 50)),
        ("soda", 13, (190, 60, 70)),
    )
    for row, (label, cubes, colour) in enumerate(drinks):
        y = 270 + row * 165
        sheet.colour_in(
            [(110, y - 56), (220, y - 56), (204, y + 56), (126, y + 56), (110, y - 56)],
            colour,
            straight=True,
            width=8,
        )
        sheet.line(
            [(110, y - 56), (126, y + 56), (204, y + 56), (220, y - 56)],
            (250, 250, 250),
            width=6,
            straight=True,
        )
        sheet.write(label, (260, y), size=54, colour=(250, 250, 244), hand="capitals", tool="crayon")
        for cube in range(cubes):
            left = 650 + cube * 62
            sheet.colour_in(box(left, y - 24, left + 48, y + 24), (252, 252, 250), straight=True, width=6)
            sheet.line(box(left, y - 24, left + 48, y + 24), (150, 160, 170), width=4, straight=True)
    sheet.write(
        "1 cube = 3 g, from the labels, per 250 ml",
        (300, 1090),
        size=44,
        colour=(170, 190, 200),
        hand="capitals",
        tool="crayon",
    )
    sheet.image().save(path, "WEBP", quality=58, method=6)


def garden(path: Path, *, month: str) -> None:
    """The garden box from the same place: earth in April, leaves in June."""
    grown = month == "June"
    picture = wall_and_shelf(
        1440,
        1080,
        seed=902,
        wall=(176, 200, 214) if grown else (190, 196, 200),
        shelf=(112, 138, 78) if grown else (130, 132, 96),
        edge=430,
        cards=0,
    )
    draw = ImageDraw.Draw(picture)
    draw.polygon(through("220,560 1220,560 1340,880 100,880"), fill=(70, 50, 38))
    for plank, tone in ((0, (172, 128, 84)), (1, (150, 108, 68))):
        draw.rectangle((100, 880 + plank * 62, 1340, 938 + plank * 62), fill=tone)
    draw.polygon(through("220,545 1220,545 1220,566 220,566"), fill=(150, 110, 70))
    sheet = Sheet(1440, 1080, seed=903)
    sheet.take(picture)
    for row in range(4):
        for column in range(9):
            x = 250 + column * 118 - row * 16 + column * row * 4
            y = 640 + row * 72
            if not grown:
                sheet.line([(x, y), (x + 2, y - 18)], (120, 170, 80), width=6, tool="marker")
                continue
            for leaf in range(9):
                size = 46 + row * 10 + 20 * sheet.chance()
                turn = -165 + leaf * 19
                tip = ellipse((x, y), size, size * 1.1, start=turn, end=turn + 1)[0]
                tone = (44 + int(70 * sheet.chance()), 112 + int(60 * sheet.chance()), 50)
                sheet.colour_in(
                    [
                        (x, y),
                        ((x + tip[0]) / 2 - 12, (y + tip[1]) / 2),
                        tip,
                        ((x + tip[0]) / 2 + 12, (y + tip[1]) / 2),
                        (x, y),
                    ],
                    tone,
                    tool="marker",
                    width=5,
                )
            if (row + column) % 3 == 0:
                sheet.colour_in(ellipse((x + 20, y - 12), 16, 16), (214, 56, 48), tool="marker", width=5)
    sheet.colour_in(box(960, 770, 1300, 870), (250, 244, 226), straight=True, tool="ink", gap=0.25)
    sheet.write("Box 4, " + month, (984, 822), size=44, colour=(60, 60, 80), tool="ink")
    taken = "2026:06:08 10:01:00" if grown else "2026:04:20 10:04:00"
    save_photo(
        lit(sheet.image(), seed=904, lamp=(0.6, 0.0)),
        path,
        taken=taken,
        orientation=3 if grown else 1,
        quality=60,
    )


def ramp(path: Path) -> None:
    """Side view of a small ramp with angles, for people who will saw it."""
    sheet = Sheet(1300, 850, seed=905, ground="grid")
    sheet.line(through("160,660 1140,660 1140,360 700,360 160,660"), INK, width=7, tool="ink", straight=True)
    for x in (440, 700, 920):
        top = 660 - max(0, min(300, (x - 160) * 300 / 540))
        sheet.line([(x, 660), (x, top)], INK, width=4, tool="pencil", straight=True)
    sheet.line(ellipse((160, 660), 150, 150, start=-29, end=0), (200, 60, 60), width=5, tool="ink")
    sheet.write("29", (326, 622), size=44, colour=(200, 60, 60), hand="neat", tool="ink")
    sheet.line(ellipse((380, 604), 8, 8), (200, 60, 60), width=4, tool="ink")
    sheet.write("was 40, nobody dared", (180, 300), size=40, colour=(200, 60, 60), hand="neat")
    sheet.write("54 cm", (380, 716), size=44, hand="neat")
    sheet.write("30 cm", (1158, 520), size=34, hand="neat")
    sheet.write("Ramp v3, side view, 1 square = 5 cm", (180, 110), size=46, hand="neat")
    scan = sheet.image().resize((1040, 680), Image.Resampling.LANCZOS)
    scan.quantize(40, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        path, "PNG", optimize=True
    )
