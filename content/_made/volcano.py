"""Asha's volcano: the plan in pencil and the model on its tray."""

from pathlib import Path

from paper import Colour, Sheet
from PIL import Image
from rendered import hill, wall_and_shelf
from shapes import box, ellipse, through
from snapshot import lit, save_photo

PENCIL: Colour = (70, 70, 78)
RED: Colour = (206, 50, 44)


def plan(path: Path) -> None:
    """The plan on squared paper with labels, an arrow that changed its mind and a recipe."""
    sheet = Sheet(1400, 1050, seed=77, ground="grid")
    sheet.write("My volcano PLAN", (380, 90), size=70, colour=(40, 60, 140))
    cone = through("300,860 430,700 540,500 590,330 660,310 730,330 780,500 900,700 1030,860")
    sheet.line(cone, PENCIL, width=6, tool="pencil")
    sheet.line([(220, 866), (1110, 866)], PENCIL, width=6, tool="pencil")
    sheet.line(box(590, 340, 730, 640), PENCIL, width=5, tool="pencil", straight=True)
    sheet.colour_in(box(598, 470, 722, 632), (240, 170, 80), angle=15, straight=True, width=8)
    for path_points in (
        through("600,330 560,240 500,190"),
        through("660,316 664,210 640,130"),
        through("722,330 780,250 850,220"),
    ):
        sheet.line(path_points, RED, width=12)
    for path_points in (
        through("590,340 540,450 560,560 490,700 500,790"),
        through("735,340 800,460 770,560 850,680 840,800"),
    ):
        sheet.line(path_points, RED, width=16)
    sheet.line(through("560,560 470,520 330,500"), PENCIL, width=4, tool="pencil")
    sheet.write("lava (tissue)", (70, 500), size=46, colour=RED)
    sheet.line([(722, 520), (930, 440)], PENCIL, width=4, tool="pencil")
    sheet.write("jar with vinager", (900, 410), size=46)
    sheet.line([(900, 740), (1000, 640)], PENCIL, width=4, tool="pencil")
    sheet.write("newspaper + glue", (930, 610), size=42)
    sheet.write("5 spoons?", (910, 250), size=46)
    sheet.line([(900, 254), (1110, 244)], PENCIL, width=6, tool="pencil")
    sheet.write("3 spoons of soda", (920, 310), size=42, colour=(40, 60, 140))
    sheet.write("I think it will foam for 10 seconds.", (200, 950), size=46)
    scan = sheet.image().resize((960, 720), Image.Resampling.LANCZOS)
    scan.quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


def model(path: Path) -> None:
    """The model after the second mixture, lava over the rim, on the tray by the window."""
    picture = wall_and_shelf(1920, 1440, seed=61, wall=(198, 206, 196), shelf=(150, 118, 84), edge=560)
    sheet = Sheet(1920, 1440, seed=62)
    sheet.take(picture)
    sheet.wash(ellipse((960, 1180), 830, 150), (96, 120, 140), strength=0.9)
    picture = sheet.image()
    picture = hill(
        picture,
        peak=(950, 330),
        foot=1210,
        half_width=640,
        crater=120,
        colours=((108, 84, 72), (86, 110, 66)),
        seed=63,
    )
    sheet.take(picture)
    flows = (
        (through("850,350 820,470 740,600 760,720 650,860 600,980"), 46),
        (through("930,380 950,520 900,660 940,820 900,1010"), 56),
        (through("1040,350 1090,470 1080,600 1190,740 1180,900 1280,1060"), 44),
        (through("1000,372 1030,460 1010,560"), 38),
    )
    for flow, width in flows:
        sheet.line([(x + 9, y + 12) for x, y in flow], (58, 20, 16), width=width, tool="marker")
        sheet.line(flow, (204, 40, 30), width=width)
        sheet.line([(x - 8, y - 4) for x, y in flow], (240, 104, 50), width=width * 0.4)
    for _ in range(120):
        x, y = 950 + (sheet.chance() - 0.5) * 230, 318 - sheet.chance() ** 2 * 130
        radius = 9 + 20 * sheet.chance()
        sheet.colour_in(
            ellipse((x, y), radius, radius), (250, 236 - int(70 * sheet.chance()), 214), tool="ink", width=6
        )
        sheet.line(ellipse((x, y), radius, radius), (226, 190, 176), width=2, tool="ink")
    for tree in ((420, 1080), (500, 1150), (1450, 1090), (1370, 1165)):
        x, y = tree
        sheet.line([(x, y), (x, y - 60)], (94, 64, 40), width=12, tool="marker")
        sheet.colour_in(
            [(x - 46, y - 50), (x, y - 190), (x + 46, y - 50), (x - 46, y - 50)], (48, 104, 58), straight=True
        )
    sheet.colour_in(box(1490, 1180, 1800, 1300), (252, 248, 234), straight=True, tool="ink", gap=0.3)
    sheet.write("Mount Asha", (1516, 1224), size=46, colour=(200, 40, 40), tool="marker")
    sheet.write("2nd try", (1580, 1272), size=34, colour=(60, 60, 90), tool="marker")
    save_photo(
        lit(sheet.image(), seed=64, lamp=(0.1, 0.0)),
        path,
        taken="2025:10:09 14:02:31",
        orientation=8,
        quality=60,
    )
