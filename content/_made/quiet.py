"""Maeve's pictures: the cat on the windowsill, the lighthouse, a quilt made of quarters."""

from pathlib import Path

from paper import Colour, Sheet
from shapes import Point, box, ellipse, through
from snapshot import lit, save_photo

INK: Colour = (52, 48, 58)
GINGER: Colour = (226, 140, 62)


def cat(path: Path) -> None:
    """Button, asleep, with rain behind the window."""
    sheet = Sheet(1500, 1150, seed=851)
    sheet.colour_in(box(180, 90, 1320, 760), (150, 184, 210), straight=True, angle=75, gap=1.0)
    for _ in range(60):
        x, y = 200 + 1080 * sheet.chance(), 110 + 580 * sheet.chance()
        sheet.line([(x, y), (x - 6, y + 34)], (220, 234, 244), width=5)
    for frame in (box(170, 80, 1330, 770), box(740, 80, 760, 770)):
        sheet.line(frame, (150, 104, 70), width=22, straight=True)
    sheet.colour_in(box(90, 770, 1410, 900), (190, 140, 98), straight=True, angle=2)
    body: list[Point] = through("420,770 430,620 560,520 760,500 950,560 1040,680 1050,775 760,800 420,770")
    sheet.colour_in(body, GINGER, angle=40)
    for stripe in range(6):
        x = 560 + stripe * 80
        sheet.line([(x, 530 + abs(2 - stripe) * 14), (x + 14, 590), (x + 4, 650)], (176, 88, 30), width=14)
    sheet.line(body, INK, width=7)
    head = ellipse((470, 690), 120, 98)
    sheet.colour_in(head, GINGER, angle=120)
    for ear in (through("380,630 370,540 440,600"), through("500,598 560,540 570,630")):
        sheet.colour_in([*ear, ear[0]], GINGER, straight=True)
        sheet.line(ear, INK, width=7, straight=True)
    sheet.line(head, INK, width=7)
    for eye in (430, 510):
        sheet.line(ellipse((eye, 684), 24, 12, start=20, end=160), INK, width=7)
    sheet.colour_in(ellipse((470, 716), 11, 8), (230, 120, 130), width=5)
    for side in (-1, 1):
        for whisker in range(3):
            sheet.line(
                [(470 + side * 40, 724), (470 + side * 150, 704 + whisker * 24)], INK, width=3, tool="pencil"
            )
    sheet.line(through("1040,760 1160,800 1190,900 1130,960"), GINGER, width=38)
    sheet.write("z", (640, 430), size=60, colour=(90, 90, 130))
    sheet.write("Z", (700, 370), size=80, colour=(90, 90, 130))
    sheet.write("Button.", (1120, 1050), size=64, colour=(90, 70, 60))
    save_photo(
        lit(sheet.image(), seed=852, noise=2), path, taken="2025:10:21 09:15:00", orientation=6, quality=62
    )


def quilt(path: Path) -> None:
    """Sixteen squares, each cut in quarters a different way."""
    sheet = Sheet(1240, 1240, seed=853)
    tones: tuple[Colour, ...] = (
        (204, 92, 92),
        (240, 196, 112),
        (98, 146, 168),
        (140, 168, 118),
        (178, 140, 176),
        (236, 224, 200),
    )
    for row in range(4):
        for column in range(4):
            left, top = 60 + column * 280, 60 + row * 280
            middle = (left + 140.0, top + 140.0)
            corners = [(left, top), (left + 280, top), (left + 280, top + 280), (left, top + 280)]
            sides = [(left + 140, top), (left + 280, top + 140), (left + 140, top + 280), (left, top + 140)]
            for part in range(4):
                style = (row + column) % 3
                if style == 0:
                    shape = [corners[part], corners[(part + 1) % 4], middle]
                elif style == 1:
                    shape = [corners[part], sides[part], middle, sides[part - 1]]
                else:
                    shape = box(left + part * 70, top, left + part * 70 + 70, top + 280)[:4]
                sheet.colour_in(
                    [*shape, shape[0]],
                    tones[(part * 2 + row + column * 3) % 6],
                    straight=True,
                    angle=20 + part * 40,
                    width=9,
                )
                sheet.line([*shape, shape[0]], (250, 246, 236), width=6, straight=True)
            for stitch in range(13):
                sheet.line(
                    [(left + 8 + stitch * 21, top + 9), (left + 18 + stitch * 21, top + 9)],
                    INK,
                    width=3,
                    tool="pencil",
                    straight=True,
                )
    sheet.image().save(path, "JPEG", quality=60, optimize=True)
