"""Oskar's route of names: a bus line through the class, one stop for each child and what that child likes."""

from pathlib import Path

from paper import Colour, Sheet
from shapes import Point, ellipse, through
from snapshot import lit, save_photo

INK: Colour = (48, 50, 62)
ROUTE: Colour = (44, 110, 168)


def likes(path: Path) -> None:
    """Route 14 with stops that have no names on them, only what somebody likes."""
    sheet = Sheet(1500, 1050, seed=871)
    way = through("90,880 260,860 330,640 560,610 640,380 900,400 980,640 1220,620 1290,300 1420,240")
    sheet.line(way, ROUTE, width=26)
    sheet.line(way, (230, 236, 242), width=5)
    stops: tuple[tuple[Point, str, Point], ...] = (
        ((260, 860), "worms", (220, 960)),
        ((400, 624), "drums", (300, 560)),
        ((640, 392), "snow", (520, 320)),
        ((900, 402), "being goalie", (800, 320)),
        ((1010, 640), "cats", (960, 740)),
        ((1232, 600), "stones", (1240, 720)),
        ((1390, 250), "?", (1370, 170)),
    )
    for place, liked, beside in stops:
        sheet.colour_in(ellipse(place, 34, 34), (250, 214, 92), width=9)
        sheet.line(ellipse(place, 36, 36), INK, width=7)
        sheet.write(liked, beside, size=62, colour=INK)
    bus: list[Point] = [(70, 700), (250, 700), (262, 760), (262, 800), (64, 800), (70, 700)]
    sheet.colour_in(bus, (206, 74, 66), straight=True, angle=10)
    sheet.line(bus, INK, width=8, straight=True)
    for wheel in (115, 212):
        sheet.colour_in(ellipse((wheel, 806), 24, 24), (60, 60, 66), width=8)
    sheet.write("14", (135, 745), size=58, colour=(255, 250, 240))
    sheet.write("the last stop is not asked yet", (640, 985), size=54, colour=(96, 98, 110))
    save_photo(
        lit(sheet.image(), seed=872, noise=2), path, taken="2026:04:14 11:05:00", orientation=1, quality=62
    )
