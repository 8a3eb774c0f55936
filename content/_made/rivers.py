"""Yusuf's pictures: a word that is a river, the road of silk, and a circuit that finally shone."""

from itertools import pairwise
from math import sin
from pathlib import Path

from paper import HANDS, Colour, Sheet
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from rendered import wall_and_shelf
from shapes import Point, box, ellipse, through
from snapshot import laid_on, lit, save_photo, wooden_table

INK: Colour = (26, 34, 60)
GOLD: Colour = (196, 148, 54)


def river_word(path: Path) -> None:
    """The word نهر, river, written large; its tail runs on as water."""
    sheet = Sheet(1800, 1300, seed=601)
    sheet.wash(
        through("-60,760 400,700 900,800 1400,720 1880,790 1880,1360 -60,1360 -60,760"),
        (60, 130, 160),
        strength=0.8,
    )
    sheet.wash(
        through("-60,980 500,930 1100,1010 1880,950 1880,1360 -60,1360 -60,980"), (24, 78, 124), strength=0.7
    )
    sheet.wash(ellipse((1420, 280), 150, 150), (240, 190, 90), strength=0.7)
    sheet.write("نَهْر", (500, 530), size=470, colour=INK, hand="arabic", tool="ink", steady=True)
    for strand in range(7):
        start = 830 + strand * 56
        sheet.line(
            [(x, start + 26 * sin(x / 120 + strand)) for x in range(60, 1760, 60)],
            (222, 238, 240) if strand % 2 else GOLD,
            width=5 if strand % 2 else 4,
            tool="marker",
        )
    sheet.line(box(46, 46, 1754, 1254), GOLD, width=9, tool="marker", straight=True)
    sheet.line(box(66, 66, 1734, 1234), INK, width=3, tool="ink", straight=True)
    for corner in ((46, 46), (1754, 46), (46, 1254), (1754, 1254)):
        sheet.colour_in(ellipse(corner, 26, 26), GOLD, tool="marker", width=7)
    save_photo(
        lit(sheet.image(), seed=602, noise=2), path, taken="2026:02:25 10:30:00", orientation=1, quality=64
    )


def river_sketch(path: Path) -> None:
    """The first try with a marker on squared paper."""
    sheet = Sheet(1200, 860, seed=603, ground="grid")
    sheet.write("نهر", (330, 420), size=230, colour=(60, 60, 70), hand="arabic", tool="crayon", steady=True)
    sheet.line(through("140,660 500,640 820,690 1080,650"), (70, 120, 200), width=9)
    sheet.line(through("140,720 500,700 820,750 1080,710"), (70, 120, 200), width=9)
    sheet.line(through("880,210 840,300 800,360"), (200, 60, 60), width=6)
    sheet.write("too stiff!", (820, 160), size=54, colour=(200, 60, 60))
    sheet.write("let the tail run into the water", (250, 800), size=44, colour=(70, 70, 90))
    sheet.image().save(path, "JPEG", quality=64, optimize=True)


def silk_road(path: Path) -> None:
    """A map of the silk road with what went which way, in two languages."""
    sheet = Sheet(2000, 1200, seed=604)
    sheet.wash(through("-60,-60 2060,-60 2060,1260 -60,1260 -60,-60"), (222, 196, 144), strength=0.6)
    sheet.wash(
        through("-60,300 210,330 330,430 280,540 120,560 -60,640 -60,300"), (110, 160, 180), strength=0.75
    )
    sheet.wash(through("800,900 960,960 1080,1260 560,1260 640,1040 800,900"), (110, 160, 180), strength=0.75)
    sheet.wash(
        through("1820,420 2060,360 2060,980 1880,860 1780,640 1820,420"), (110, 160, 180), strength=0.75
    )
    stops: tuple[tuple[Point, str, str], ...] = (
        ((360, 500), "Halab", "حلب"),
        ((620, 560), "Baghdad", "بغداد"),
        ((880, 480), "Merv", "مرو"),
        ((1120, 420), "Samarkand", "سمرقند"),
        ((1400, 470), "Kashgar", "كاشغر"),
        ((1720, 560), "Chang'an", "تشانغآن"),
    )
    for (here, _, _), (there, _, _) in pairwise(stops):
        bend = ((here[0] + there[0]) / 2, (here[1] + there[1]) / 2 - 44)
        sheet.line([here, bend, there], (160, 50, 44), width=10, tool="marker")
    for (x, y), latin, arabic in stops:
        sheet.colour_in(ellipse((x, y), 20, 20), GOLD, tool="marker", width=6)
        sheet.line(ellipse((x, y), 20, 20), INK, width=5, tool="ink")
        sheet.write(latin, (x - 70, y + 62), size=38, colour=INK, hand="print", tool="ink")
        sheet.write(
            arabic, (x - 40, y - 88), size=48, colour=(120, 40, 40), hand="arabic", tool="ink", steady=True
        )
    for peak in range(13):
        x, y = 1080 + peak * 62, 760 + 60 * sin(peak * 1.7)
        sheet.wash(
            [(x - 60, y + 70), (x, y - 60), (x + 60, y + 70), (x - 60, y + 70)],
            (140, 110, 90),
            strength=0.8,
            straight=True,
        )
        sheet.line(
            [(x - 60, y + 70), (x, y - 60), (x + 60, y + 70)], INK, width=4, tool="pencil", straight=True
        )
    for camel in range(3):
        x, y = 420 + camel * 150, 760.0
        sheet.line(
            [
                (x, y),
                (x + 18, y - 40),
                (x + 36, y - 4),
                (x + 54, y - 42),
                (x + 76, y - 2),
                (x + 104, y - 60),
                (x + 124, y - 62),
            ],
            (120, 80, 50),
            width=12,
            tool="marker",
        )
        for leg in (6, 24, 60, 76):
            sheet.line([(x + leg, y), (x + leg - 3, y + 52)], (120, 80, 50), width=8, tool="marker")
    sheet.write("paper + silk  →", (1180, 250), size=46, colour=(120, 40, 40), hand="typed", tool="ink")
    sheet.write(
        "←  glass + horses + ideas", (420, 250), size=46, colour=(30, 80, 110), hand="typed", tool="ink"
    )
    sheet.write(
        "The road that nobody walked to the end", (330, 110), size=58, colour=INK, hand="print", tool="ink"
    )
    sheet.write("by Yusuf", (1660, 1120), size=46, colour=INK, hand="print", tool="ink")
    table = wooden_table(2140, 1360, seed=605, colour=(150, 124, 100))
    photo = laid_on(table, sheet.image(), corners=through("76,84 2062,66 2076,1274 64,1290"), lift=8)
    save_photo(lit(photo, seed=606), path, taken="2026:01:21 14:15:00", orientation=3, quality=58)


def circuit(path: Path) -> None:
    """Battery, switch, two bulbs in parallel on a board, both shining."""
    picture = wall_and_shelf(1500, 1120, seed=607, wall=(92, 98, 112), shelf=(110, 88, 70), edge=260)
    draw = ImageDraw.Draw(picture)
    draw.polygon(through("240,420 1260,420 1390,1010 110,1010"), fill=(196, 160, 112))
    draw.polygon(through("110,1010 1390,1010 1390,1040 110,1040"), fill=(140, 108, 72))
    for points, tone in (
        (through("420,860 300,760 420,560 560,560"), (190, 40, 44)),
        (through("420,860 320,700 760,640 960,560"), (190, 40, 44)),
        (through("640,560 760,740 720,860"), (40, 60, 150)),
        (through("1050,560 1160,760 900,880 720,860"), (40, 60, 150)),
    ):
        from_paper = Sheet(1500, 1120, seed=608)
        from_paper.take(picture)
        from_paper.line([(x + 6, y + 10) for x, y in points], (70, 50, 34), width=9, tool="ink")
        from_paper.line(points, tone, width=9, tool="ink")
        picture = from_paper.image()
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((420, 820, 720, 900), 26, fill=(52, 52, 58))
    draw.rounded_rectangle((420, 820, 520, 900), 26, fill=(206, 150, 60))
    draw.rectangle((716, 846, 734, 876), fill=(190, 190, 196))
    glow = Image.new("RGB", picture.size)
    light = ImageDraw.Draw(glow)
    for x in (600, 1005):
        draw.ellipse((x - 62, 520, x + 62, 590), fill=(60, 60, 66))
        draw.rectangle((x - 26, 480, x + 26, 560), fill=(170, 172, 178))
        draw.ellipse((x - 62, 350, x + 62, 496), fill=(255, 240, 180), outline=(240, 220, 150), width=4)
        draw.line(
            [(x - 20, 480), (x - 14, 420), (x, 440), (x + 14, 420), (x + 20, 480)],
            fill=(240, 120, 30),
            width=6,
        )
        light.ellipse((x - 240, 190, x + 240, 670), fill=(150, 112, 40))
    picture = ImageChops.add(picture, glow.filter(ImageFilter.GaussianBlur(90)))
    font = ImageFont.truetype(str(HANDS["child"]), 46)
    ImageDraw.Draw(picture).text(
        (830, 950), "one out, the other still shines", font=font, fill=(60, 40, 30), anchor="mm"
    )
    save_photo(
        lit(picture, seed=609, lamp=(0.5, 0.3)), path, taken="2025:12:03 13:40:11", orientation=6, quality=62
    )
