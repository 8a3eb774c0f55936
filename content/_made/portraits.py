"""Children as they drew themselves: nobody's face, everybody's raincoat."""

from pathlib import Path

from paper import Colour, Sheet
from shapes import Point, box, ellipse, through

INK: Colour = (46, 44, 52)


def head(sheet: Sheet, at: Point, *, size: float, skin: Colour, hair: Colour, style: str) -> None:
    """A face with hair, drawn around its middle."""
    x, y = at
    if style == "braids":
        for side in (-1, 1):
            for knot in range(5):
                sheet.colour_in(
                    ellipse(
                        (x + side * size * (1.02 + knot * 0.04), y + size * (0.2 + knot * 0.32)),
                        size * 0.2,
                        size * 0.22,
                    ),
                    hair,
                    width=7,
                )
    if style == "patka":
        sheet.colour_in(ellipse((x, y - size * 0.98), size * 0.34, size * 0.3), hair, width=7)
    sheet.colour_in(ellipse((x, y), size, size * 1.08), skin, angle=50, width=9)
    if style == "curls":
        for curl in range(11):
            turn = 170 + curl * 20
            spot = ellipse((x, y), size * 1.02, size * 1.05, start=turn, end=turn + 1)[0]
            sheet.line(ellipse(spot, size * 0.24, size * 0.24), hair, width=14)
    else:
        top = [
            (x - size * 1.02, y - size * 0.05),
            (x - size * 0.9, y - size * 0.8),
            (x, y - size * 1.22),
            (x + size * 0.9, y - size * 0.8),
            (x + size * 1.02, y - size * 0.05),
            (x + size * 0.6, y - size * 0.5),
            (x, y - size * 0.62),
            (x - size * 0.6, y - size * 0.5),
            (x - size * 1.02, y - size * 0.05),
        ]
        sheet.colour_in(top, hair, angle=100, width=9)
    sheet.line(ellipse((x, y), size, size * 1.08), INK, width=6)
    for side in (-1, 1):
        sheet.line(ellipse((x + side * size * 0.36, y - size * 0.02), size * 0.07, size * 0.1), INK, width=8)
        sheet.wash(
            ellipse((x + side * size * 0.58, y + size * 0.34), size * 0.16, size * 0.12),
            (236, 120, 110),
            strength=0.5,
        )
    sheet.line(
        ellipse((x, y + size * 0.3), size * 0.36, size * 0.3, start=25, end=155), (180, 50, 60), width=8
    )
    sheet.line(
        [(x, y + size * 0.1), (x + size * 0.08, y + size * 0.22), (x - size * 0.02, y + size * 0.24)],
        INK,
        width=4,
    )


def raincoat(path: Path) -> None:
    """Asha in the red raincoat, in the rain, with a salamander."""
    sheet = Sheet(1000, 1200, seed=701)
    for _ in range(70):
        x, y = 1000 * sheet.chance(), 30 + 900 * sheet.chance()
        sheet.line([(x, y), (x - 8, y + 46)], (96, 146, 206), width=6)
    coat: list[Point] = through("330,1010 380,690 450,600 550,600 620,690 670,1010 330,1010")
    sheet.colour_in(ellipse((500, 430), 206, 222), (206, 42, 46), width=12)
    head(sheet, (500, 450), size=142, skin=(190, 134, 92), hair=(40, 30, 30), style="braids")
    sheet.colour_in(coat, (206, 42, 46), angle=80, width=12)
    sheet.line(coat, (130, 20, 34), width=9)
    for side in (-1, 1):
        arm = [(500 + side * 110, 680), (500 + side * 210, 800), (500 + side * 260, 860)]
        sheet.line(arm, (206, 42, 46), width=62)
        sheet.colour_in(ellipse((500 + side * 272, 880), 36, 36), (190, 134, 92), width=8)
        sheet.line([(500 + side * 70, 1010), (500 + side * 74, 1060)], (60, 80, 140), width=60)
        sheet.colour_in(
            box(500 + side * 74 - 56, 1060, 500 + side * 74 + 56, 1130), (246, 200, 44), straight=True
        )
        sheet.line(box(500 + side * 74 - 56, 1060, 500 + side * 74 + 56, 1130), INK, width=6, straight=True)
    for button in range(4):
        sheet.line(ellipse((500, 690 + button * 80), 10, 10), (250, 214, 60), width=13)
    sheet.line(through("740,850 800,826 860,850 930,820"), (220, 130, 50), width=26)
    sheet.line(ellipse((756, 842), 3, 3), INK, width=7)
    sheet.line(through("0,1140 300,1126 700,1148 1000,1130"), (90, 150, 70), width=26)
    sheet.write("me + Sally the salamander", (130, 70), size=54, colour=(60, 60, 140), tool="crayon")
    sheet.image().save(path, "JPEG", quality=66, optimize=True)


def goalkeeper(path: Path) -> None:
    """Theo between two goalposts and two houses."""
    sheet = Sheet(1100, 900, seed=702)
    sheet.colour_in(through("0,640 1100,620 1100,900 0,900 0,640"), (104, 176, 84), angle=8, width=13)
    for left, roof in ((40, (190, 70, 60)), (860, (70, 100, 170))):
        sheet.colour_in(box(left, 460, left + 190, 640), (240, 220, 180), straight=True)
        sheet.line(box(left, 460, left + 190, 640), INK, width=6, straight=True)
        sheet.colour_in(
            [(left - 20, 462), (left + 95, 350), (left + 210, 462), (left - 20, 462)], roof, straight=True
        )
    for x in (300, 800):
        sheet.line([(x, 300), (x, 740)], INK, width=12, straight=True)
    sheet.line([(300, 300), (800, 300)], INK, width=12, straight=True)
    for net in range(9):
        sheet.line([(320 + net * 56, 304), (320 + net * 56, 730)], (170, 170, 180), width=3, straight=True)
        sheet.line([(304, 340 + net * 46), (796, 340 + net * 46)], (170, 170, 180), width=3, straight=True)
    sheet.colour_in(box(480, 520, 620, 700), (250, 160, 40), straight=True)
    sheet.line(through("490,540 400,470 350,420"), (250, 160, 40), width=40)
    sheet.line(through("610,540 700,470 750,420"), (250, 160, 40), width=40)
    for x in (345, 756):
        sheet.colour_in(ellipse((x, 404), 34, 38), (60, 120, 90), width=8)
    for x in (515, 585):
        sheet.line([(x, 700), (x, 800)], (40, 50, 100), width=40)
    head(sheet, (550, 430), size=92, skin=(240, 202, 170), hair=(150, 92, 50), style="short")
    sheet.colour_in(ellipse((390, 800), 46, 46), (250, 250, 250), width=8)
    sheet.line(ellipse((390, 800), 46, 46), INK, width=6)
    sheet.write("I have 2 houses and 1 goal", (130, 120), size=60, colour=(200, 60, 50), tool="crayon")
    sheet.image().save(path, "WEBP", quality=60, method=6)


def new_street(path: Path) -> None:
    """Oskar's new street: eleven houses, one of them with an arrow."""
    sheet = Sheet(1500, 850, seed=703, ground="blue")
    sheet.colour_in(through("0,600 1500,590 1500,850 0,850 0,600"), (120, 122, 126), angle=2, width=14)
    for dash in range(9):
        sheet.line([(40 + dash * 170, 730), (130 + dash * 170, 728)], (250, 246, 220), width=12)
    tones: tuple[Colour, ...] = (
        (226, 150, 120),
        (240, 214, 150),
        (150, 186, 170),
        (214, 180, 200),
        (180, 200, 130),
        (200, 90, 80),
    )
    for house in range(6):
        left, tall = 40 + house * 240, 190 + int(90 * sheet.chance())
        wall = box(left, 600 - tall, left + 190, 600)
        sheet.colour_in(wall, tones[house], straight=True, angle=80)
        sheet.line(wall, INK, width=6, straight=True)
        sheet.colour_in(
            [
                (left - 22, 602 - tall),
                (left + 95, 500 - tall),
                (left + 212, 602 - tall),
                (left - 22, 602 - tall),
            ],
            (110, 76, 70),
            straight=True,
        )
        sheet.colour_in(box(left + 70, 520, left + 120, 600), (96, 60, 44), straight=True, width=7)
        for window in (24, 128):
            sheet.colour_in(
                box(left + window, 450, left + window + 42, 492), (252, 232, 130), straight=True, width=6
            )
            sheet.line(box(left + window, 450, left + window + 42, 492), INK, width=4, straight=True)
    sheet.line(through("1180,130 1110,210 1090,280"), (200, 40, 50), width=13)
    sheet.line(through("1064,246 1090,286 1124,254"), (200, 40, 50), width=13)
    sheet.write("me and Nana", (960, 84), size=62, colour=(200, 40, 50), tool="crayon")
    sheet.write("Bus 14 goes right here", (360, 800), size=60, colour=(250, 248, 236), tool="crayon")
    sheet.image().save(path, "JPEG", quality=64, optimize=True)
