"""The heron at the creek, drawn by the same child in September and in May."""

from pathlib import Path

from paper import Colour, Sheet
from shapes import Point, ellipse, through
from snapshot import laid_on, lit, save_photo, wooden_table

SLATE: Colour = (104, 124, 146)
DEEP: Colour = (58, 72, 96)
INK: Colour = (48, 46, 52)
REED: Colour = (96, 132, 62)


def september(path: Path) -> None:
    """Crayon from memory: a round body, legs like sticks, the sun in the corner. Photographed sideways."""
    sheet = Sheet(1500, 1120, seed=904)
    sheet.colour_in(
        through("0,800 380,780 800,812 1200,786 1500,800 1500,1120 0,1120 0,800"),
        (92, 164, 214),
        angle=4,
        width=15,
        gap=1.1,
    )
    for row in range(4):
        top = 850 + row * 66
        sheet.line([(90 + x * 90, top + (14 if x % 2 else -12)) for x in range(15)], (40, 98, 178), width=9)
    sheet.colour_in(ellipse((0, 0), 210, 200, start=0, end=360), (250, 206, 44), angle=60)
    for ray in range(7):
        turn = ray * 15
        inner, outer = (
            ellipse((0, 0), 235, 230, start=turn, end=turn + 1)[0],
            ellipse((0, 0), 350, 340, start=turn, end=turn + 1)[0],
        )
        sheet.line([inner, outer], (244, 170, 30), width=12)
    body = through("560,560 610,450 760,410 900,470 960,560 900,650 740,690 600,650 560,560")
    sheet.colour_in(body, (128, 152, 190), angle=25)
    sheet.line(body, (44, 62, 122), width=11)
    neck = through("860,470 900,360 880,270 930,210")
    sheet.line(neck, (128, 152, 190), width=46)
    sheet.line(through("830,440 866,350 852,260 900,186"), (44, 62, 122), width=9)
    sheet.line(through("890,500 932,370 916,290 950,240"), (44, 62, 122), width=9)
    head = ellipse((965, 190), 74, 60)
    sheet.colour_in(head, (128, 152, 190), angle=10)
    sheet.line(head, (44, 62, 122), width=10)
    sheet.colour_in(through("1030,160 1210,196 1032,226 1030,160"), (245, 150, 40), straight=True)
    sheet.line(through("1030,160 1210,196 1032,226"), (196, 96, 20), width=8, straight=True)
    sheet.line(ellipse((985, 176), 15, 15), INK, width=8)
    sheet.line(ellipse((985, 176), 4, 4), INK, width=8)
    sheet.line(through("980,214 1006,228 1034,222"), INK, width=6)
    for foot in (680, 800):
        sheet.line([(foot, 680), (foot + 8, 940)], (245, 150, 40), width=13)
        for toe in (-46, 0, 48):
            sheet.line([(foot + 8, 940), (foot + 8 + toe, 986)], (245, 150, 40), width=11)
    sheet.line(through("600,540 690,600 800,590 870,540"), (44, 62, 122), width=9)
    for x in (90, 150, 215, 1290, 1350, 1420):
        sheet.line([(x, 860), (x + 16, 700), (x - 6, 560)], (72, 146, 60), width=13)
        sheet.colour_in(ellipse((x - 6, 520), 17, 52), (126, 78, 40), angle=80)
    sheet.colour_in(through("1180,1000 1250,960 1330,1000 1250,1040 1180,1000"), (246, 120, 60))
    sheet.line(through("1330,1000 1380,966 1380,1034 1330,1000"), (246, 120, 60), width=10)
    sheet.write("MY HARON", (400, 90), size=84, colour=(200, 50, 60), tool="crayon")
    sheet.write("by Asha", (1180, 70), size=48, colour=(70, 70, 160), tool="crayon")
    table = wooden_table(1800, 1400, seed=91)
    photo = laid_on(table, sheet.image(), corners=through("150,158 1672,120 1700,1262 118,1286"))
    save_photo(lit(photo, seed=92, noise=3.2), path, taken="2025:09:12 10:41:07", orientation=6, quality=66)


def may(path: Path) -> None:
    """Pencil and watercolour from looking: feathers with direction, a still pond, room around the bird."""
    sheet = Sheet(1350, 1750, seed=520)
    sheet.wash(through("-90,-90 1440,-90 1440,760 700,820 -90,740 -90,-90"), (196, 216, 226), strength=0.42)
    sheet.wash(
        through("-120,700 400,640 760,690 1470,610 1470,890 700,900 -120,890 -120,700"),
        (122, 150, 120),
        strength=0.5,
    )
    sheet.wash(through("-120,880 1470,870 1470,1860 -120,1860 -120,880"), (132, 172, 184), strength=0.55)
    for row in range(9):
        top = 1010 + row * 76
        start = 60 + 500 * sheet.chance()
        sheet.wash(
            [(start, top), (start + 420, top - 9), (start + 700, top), (start + 400, top + 10), (start, top)],
            (70, 112, 134),
            strength=0.32,
        )
    for _ in range(34):
        x = 30 + 1290 * sheet.chance()
        if 330 < x < 980:
            continue
        height = 260 + 330 * sheet.chance()
        lean = (sheet.chance() - 0.5) * 130
        sheet.line(
            [(x, 1090), (x + lean * 0.4, 1090 - height * 0.6), (x + lean, 1090 - height)],
            REED if sheet.chance() > 0.4 else (142, 148, 70),
            width=7,
            tool="marker",
        )
    body = _body()
    sheet.wash(body, SLATE, strength=0.85)
    neck = through(
        "700,840 640,770 598,690 640,610 706,540 708,460 668,410 706,388 752,440 760,540 712,620 668,690 700,760 770,830 700,840"
    )
    sheet.wash(neck, (158, 168, 178), strength=0.72)
    head = through("706,400 660,392 618,396 612,430 660,452 728,448 748,418 706,400")
    sheet.wash(head, (214, 218, 220), strength=0.6)
    sheet.wash(through("612,396 380,436 612,430 612,396"), (222, 170, 74), strength=0.95)
    sheet.wash(through("640,394 720,382 830,356 900,372 820,396 730,418 640,394"), DEEP, strength=0.95)
    _feathers(sheet)
    for path_points in (neck, head):
        sheet.line(path_points, INK, width=3.4, tool="pencil")
    sheet.line(through("612,396 500,412 380,436 500,432 612,430"), INK, width=3.6, tool="pencil")
    sheet.line(through("600,414 480,428 400,434"), INK, width=2.4, tool="pencil")
    sheet.line(ellipse((642, 412), 11, 11), (150, 110, 20), width=6, tool="marker")
    sheet.line(ellipse((641, 412), 4, 4), INK, width=6, tool="ink")
    for step in range(9):
        y = 520 + step * 34
        sheet.line([(738 - step * 6, y), (728 - step * 7, y + 20)], DEEP, width=4.5, tool="pencil")
    for step in range(7):
        sheet.line(
            [(690 + step * 13, 850), (668 + step * 12, 930 + step * 6), (660 + step * 13, 985)],
            (206, 212, 214),
            width=5,
            tool="crayon",
        )
    for x, bend in ((800, 10), (872, -12)):
        sheet.line([(x, 1120), (x + bend, 1260), (x - 4, 1420)], (112, 98, 66), width=13, tool="marker")
        sheet.line([(x - 6, 1120), (x + bend - 7, 1260), (x - 11, 1420)], INK, width=3, tool="pencil")
        sheet.line(ellipse((x + bend, 1262), 11, 14), INK, width=3, tool="pencil")
        sheet.line(ellipse((x - 4, 1424), 70, 13), (228, 238, 240), width=5, tool="crayon")
        sheet.line(ellipse((x - 4, 1424), 116, 22), (90, 128, 146), width=3.5, tool="pencil")
        sheet.wash(
            [(x - 20, 1440), (x + 14, 1440), (x + 22, 1570), (x - 4, 1660), (x - 26, 1560), (x - 20, 1440)],
            (84, 100, 104),
            strength=0.35,
        )
    sheet.wash(through("700,1470 900,1450 1060,1500 960,1620 760,1600 700,1470"), SLATE, strength=0.3)
    sheet.write("Great blue heron, Maple Creek pond", (70, 1672), size=46, colour=(66, 70, 76), hand="neat")
    sheet.write("Asha G. May 2026", (950, 1672), size=42, colour=(66, 70, 76), hand="neat")
    table = wooden_table(1560, 1960, seed=93, colour=(198, 176, 148))
    photo = laid_on(table, sheet.image(), corners=through("112,104 1452,112 1446,1856 104,1850"), lift=10)
    save_photo(lit(photo, seed=94, noise=3.4), path, taken="2026:05:20 13:22:50", quality=68)


def _body() -> list[Point]:
    return through(
        "690,820 760,800 880,850 1010,950 1120,1080 1160,1150 1080,1130 960,1160 840,1150 740,1080 684,960 690,820"
    )


def _feathers(sheet: Sheet) -> None:
    sheet.line(_body(), INK, width=3.6, tool="pencil")
    for row in range(7):
        for column in range(8):
            x, y = 740 + column * 44 + row * 20, 868 + row * 30 + column * 34
            if y > 1118 or x > 1070:
                continue
            length = 46 + 8 * row
            sheet.line(
                [
                    (x, y),
                    (x + length * 0.7, y + 4),
                    (x + length, y + 34),
                    (x + length * 0.5, y + 30),
                    (x + 4, y + 8),
                ],
                DEEP,
                width=3.2,
                tool="pencil",
            )
            sheet.line([(x + 6, y + 5), (x + length * 0.9, y + 30)], DEEP, width=2, tool="pencil")
    for quill in range(5):
        sheet.line(
            [
                (930 + quill * 34, 1010 + quill * 22),
                (1040 + quill * 22, 1090 + quill * 12),
                (1140 - quill * 6, 1148),
            ],
            DEEP,
            width=5,
            tool="pencil",
        )
