"""The creek behind the school: a field page about a salamander, a bar graph, a map."""

from pathlib import Path

from paper import Colour, Sheet
from shapes import Point, box, ellipse, through
from snapshot import laid_on, lit, save_photo, wooden_table

PENCIL: Colour = (74, 72, 78)
INK: Colour = (44, 44, 54)
BROWN: Colour = (116, 82, 54)


def field_page(path: Path) -> None:
    """A page of the field journal, a bit muddy, with a salamander drawn from above and arrows."""
    sheet = Sheet(1260, 1640, seed=411, ground="lined")
    sheet.wash(ellipse((1030, 1420), 150, 110), (150, 110, 66), strength=0.4)
    sheet.wash(ellipse((1110, 1330), 40, 34), (150, 110, 66), strength=0.4)
    sheet.write("Field Journal   April 14", (190, 96), size=60, colour=(40, 60, 140))
    body: list[Point] = through(
        "330,600 350,540 410,515 470,545 560,560 660,590 740,650 800,740 880,800 980,800 1060,740 1090,660 1100,740 1050,830 960,870 840,850 750,780 680,700 600,660 500,650 400,660 346,640 330,600"
    )
    sheet.wash(body, (150, 104, 70), strength=0.85)
    sheet.wash(
        through("420,560 560,590 690,640 780,730 880,815 780,765 670,670 540,620 420,590 420,560"),
        (224, 150, 60),
        strength=0.8,
    )
    sheet.line(body, PENCIL, width=4, tool="pencil")
    for leg in (
        through("470,552 440,470 380,440"),
        through("480,648 440,740 390,770"),
        through("690,612 740,540 800,530"),
        through("640,672 600,770 620,830"),
    ):
        sheet.line(leg, BROWN, width=22, tool="marker")
        end = leg[-1]
        for toe in range(4):
            sheet.line(
                [end, (end[0] + (toe - 1.5) * 22, end[1] + (30 if end[1] > 600 else -30))],
                BROWN,
                width=8,
                tool="marker",
            )
    for x, y in ((392, 556), (392, 620)):
        sheet.line(ellipse((x, y), 10, 10), INK, width=9, tool="ink")
    for _ in range(60):
        place = 0.1 + 0.8 * sheet.chance()
        sheet.line(
            ellipse((420 + 480 * place, 560 + 230 * place**1.3 + 60 * sheet.chance()), 2, 2),
            INK,
            width=4,
            tool="ink",
        )
    notes = (
        ((190, 380), "4 toes!!", (366, 432), (300, 392)),
        ((830, 480), "5 toes", (812, 520), (840, 490)),
        ((640, 960), "tail as long as the body", (960, 880), (900, 940)),
        ((190, 880), "skin is wet + cold", (500, 660), (330, 860)),
    )
    for (x, y), text, near, far in notes:
        sheet.line([near, far], PENCIL, width=3, tool="pencil")
        sheet.write(text, (x, y - 16), size=46)
    for row, text in enumerate(
        (
            "Where: under the rotten log,",
            "7 steps from the bridge.",
            "Air 11 C   Water 7 C",
            "I did NOT pick her up because",
            "my hands are dry and warm.",
            "Question: does she come",
            "back to the same log?",
        )
    ):
        sheet.write(text, (190, 1070 + row * 62), size=50, colour=(52, 60, 92))
    table = wooden_table(1500, 1900, seed=96, colour=(134, 120, 104))
    photo = laid_on(table, sheet.image(), corners=through("130,120 1392,104 1378,1780 110,1768"))
    save_photo(
        lit(photo, seed=97, lamp=(0.7, 0.1), warmth=0.3), path, taken="2026:04:14 14:31:09", quality=62
    )


def water_graph(path: Path) -> None:
    """A bar graph of creek temperatures, months in order, with a title that asks for a reader."""
    sheet = Sheet(1400, 1050, seed=212, ground="grid")
    sheet.write("How cold is Maple Creek?", (330, 80), size=68, colour=(40, 60, 140), tool="marker")
    sheet.line([(200, 150), (200, 902)], INK, width=6, tool="pencil", straight=True)
    sheet.line([(198, 900), (1330, 900)], INK, width=6, tool="pencil", straight=True)
    for degree in range(0, 15, 2):
        y = 900 - degree * 50
        sheet.line([(186, y), (204, y)], INK, width=4, tool="pencil", straight=True)
        sheet.write(str(degree), (124, y), size=44)
    colours: tuple[Colour, ...] = (
        (236, 132, 60),
        (230, 176, 60),
        (110, 160, 210),
        (70, 110, 190),
        (60, 90, 170),
        (86, 130, 200),
        (90, 176, 150),
        (110, 180, 90),
    )
    months = (("Sep", 12), ("Oct", 9), ("Nov", 5), ("Dec", 3), ("Jan", 2), ("Feb", 3), ("Mar", 5), ("Apr", 7))
    for place, (month, degrees) in enumerate(months):
        left = 230 + place * 136
        top = 900 - degrees * 50
        bar = box(left, top, left + 100, 898)
        sheet.colour_in(bar, colours[place], angle=70 if place % 2 else 110, width=9, straight=True)
        sheet.line(bar, INK, width=5, tool="pencil", straight=True)
        sheet.write(month, (left + 6, 950), size=48)
    sheet.write("degrees C", (30, 140), size=38)
    sheet.line(through("770,560 800,690 806,780"), PENCIL, width=4, tool="pencil")
    sheet.write("ice at the edge!", (640, 520), size=46, colour=(190, 60, 60))
    scan = sheet.image()
    scan.save(path, "JPEG", quality=68, optimize=True)


def walking_map(path: Path) -> None:
    """A large painted map of the way from school to the creek, with a key and a compass."""
    sheet = Sheet(2300, 1700, seed=313)
    sheet.wash(through("-60,-60 2360,-60 2360,1760 -60,1760 -60,-60"), (196, 214, 150), strength=0.55)
    creek: list[Point] = through(
        "-60,420 300,470 560,640 820,690 1080,840 1180,1050 1460,1180 1800,1160 2080,1300 2360,1330"
    )
    sheet.wash(
        [*creek, *[(x - 20, y + 110) for x, y in reversed(creek)], creek[0]], (92, 156, 200), strength=0.85
    )
    for shift in (30, 62):
        sheet.line([(x, y + shift) for x, y in creek], (232, 244, 248), width=5, tool="crayon")
    sheet.wash(ellipse((1900, 480), 270, 170), (108, 170, 204), strength=0.8)
    sheet.wash(ellipse((1900, 480), 120, 70), (74, 136, 186), strength=0.5)
    path_points: list[Point] = through("520,1380 660,1250 700,1080 840,960 860,740 980,560 1250,420 1600,420")
    for start in range(7):
        here, there = path_points[start], path_points[start + 1]
        for dash in range(6):
            part, further = dash / 6, (dash + 0.55) / 6
            sheet.line(
                [
                    (here[0] + (there[0] - here[0]) * part, here[1] + (there[1] - here[1]) * part),
                    (here[0] + (there[0] - here[0]) * further, here[1] + (there[1] - here[1]) * further),
                ],
                (160, 60, 40),
                width=13,
                tool="marker",
            )
    school = box(330, 1330, 620, 1520)
    sheet.colour_in(school, (206, 120, 90), straight=True)
    sheet.line(school, INK, width=7, tool="ink", straight=True)
    sheet.colour_in(through("300,1336 476,1210 650,1336 300,1336"), (120, 70, 60), straight=True)
    sheet.line(through("300,1336 476,1210 650,1336"), INK, width=7, tool="ink", straight=True)
    for window in (380, 470, 560):
        sheet.colour_in(box(window, 1380, window + 40, 1430), (250, 226, 120), straight=True, width=6)
        sheet.line(box(window, 1380, window + 40, 1430), INK, width=4, tool="ink", straight=True)
    for _ in range(58):
        x, y = 90 + 2120 * sheet.chance(), 90 + 1520 * sheet.chance()
        if (
            abs(y - (380 + 0.42 * x)) < 250
            or (250 < x < 1030 and y > 900)
            or (850 < x < 2250 and 250 < y < 720)
            or (x > 1500 and y > 1250)
            or (y < 280)
            or (x < 1150 and y < 200)
        ):
            continue
        height = 90 + 50 * sheet.chance()
        sheet.line([(x, y), (x, y - height * 0.4)], BROWN, width=12, tool="marker")
        tone = (52 + int(40 * sheet.chance()), 118 + int(30 * sheet.chance()), 74)
        sheet.wash(
            [
                (x - height * 0.45, y - height * 0.3),
                (x, y - height * 1.5),
                (x + height * 0.45, y - height * 0.3),
                (x - height * 0.45, y - height * 0.3),
            ],
            tone,
            strength=0.95,
            straight=True,
        )
    for plank in range(6):
        sheet.line(
            [(790 + plank * 24, 660 - plank * 2), (796 + plank * 24, 820 - plank * 2)],
            BROWN,
            width=14,
            tool="marker",
            straight=True,
        )
    sheet.line([(1010, 880), (1120, 850)], BROWN, width=40, tool="marker")
    for place, text, size in (
        ((300, 1580), "our school", 62),
        ((620, 520), "the bridge", 58),
        ((1140, 800), "salamander log!", 58),
        ((1640, 270), "heron pond", 66),
        ((1460, 1080), "Maple Creek", 72),
        ((140, 110), "The way to the creek, 412 steps", 76),
    ):
        sheet.write(text, place, size=size, colour=(44, 50, 88), hand="child", tool="ink")
    sheet.line(ellipse((2110, 140), 66, 66), INK, width=6, tool="ink")
    sheet.colour_in(through("2110,60 2134,140 2086,140 2110,60"), (200, 50, 40), straight=True)
    sheet.colour_in(through("2110,222 2134,140 2086,140 2110,222"), (70, 80, 120), straight=True)
    sheet.write("N", (2096, 40), size=50, colour=INK, tool="ink")
    legend = box(1640, 1400, 2260, 1650)
    sheet.colour_in(legend, (252, 248, 236), straight=True, tool="ink", gap=0.4)
    sheet.line(legend, INK, width=5, tool="ink", straight=True)
    sheet.line([(1680, 1450), (1780, 1450)], (160, 60, 40), width=13, tool="marker")
    sheet.write("where we walked", (1810, 1450), size=48, colour=INK)
    sheet.line([(1680, 1525), (1780, 1525)], (92, 156, 200), width=26, tool="marker")
    sheet.write("water", (1810, 1525), size=48, colour=INK)
    sheet.line([(1680, 1600), (1780, 1600)], BROWN, width=22, tool="marker")
    sheet.write("rotten log", (1810, 1600), size=48, colour=INK)
    save_photo(lit(sheet.image(), seed=314, noise=1.5), path, taken="2026:05:06 09:48:12", quality=58)
