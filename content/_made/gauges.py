"""Ruth's rain gauge, as a sketch and as it stayed, and her two graphs."""

from collections.abc import Sequence
from math import sin
from pathlib import Path

from paper import HANDS, Colour, Sheet, clouds
from PIL import Image, ImageDraw, ImageFont
from shapes import Point, box, ellipse
from snapshot import lit, save_photo

INK: Colour = (40, 44, 56)
ANIMALS = ("heron", "raven", "cat", "frog", "mouse", "snail")


def sketch(path: Path) -> None:
    """Three ideas in pencil on grid paper."""
    sheet = Sheet(1200, 860, seed=1201, ground="grid")
    for place, name in enumerate(("1 numbers", "2 animals", "3 bell")):
        left = 130.0 + place * 370
        sheet.line(box(left, 170, left + 110, 680), INK, width=5, tool="pencil", straight=True)
        sheet.line([(left - 30, 130), (left, 170)], INK, width=5, tool="pencil", straight=True)
        sheet.line([(left + 140, 130), (left + 110, 170)], INK, width=5, tool="pencil", straight=True)
        level = 470.0 - place * 60
        sheet.colour_in(
            box(left + 6, level, left + 104, 676), (150, 190, 220), straight=True, tool="pencil", width=7
        )
        sheet.write(name, (left - 30, 750), size=46, hand="neat", colour=INK)
    for mark in range(9):
        y = 640 - mark * 52
        sheet.line([(240, y), (270, y)], INK, width=4, tool="pencil", straight=True)
        sheet.write(f"{mark * 5}", (282, y), size=28, hand="neat")
    for place, animal in enumerate(ANIMALS):
        y = 200 + place * 84
        sheet.line([(612, y), (640, y)], INK, width=4, tool="pencil", straight=True)
        sheet.write(animal, (650, y), size=36, hand="neat", colour=(60, 100, 60))
    sheet.line(ellipse((1060, 240), 34, 40), INK, width=5, tool="pencil")
    sheet.write("rings at 20", (1000, 330), size=28, hand="neat")
    sheet.line(ellipse((610, 450), 230, 390), (190, 60, 60), width=6, tool="pencil")
    sheet.write("they all pointed here", (380, 60), size=44, hand="neat", colour=(190, 60, 60))
    sheet.write("who bends down?", (830, 820), size=36, hand="neat", colour=(190, 60, 60))
    save_photo(
        lit(sheet.image(), seed=1202, noise=0.8),
        path,
        taken="2025:11:19 14:20:00",
        orientation=6,
        quality=46,
    )


def gauge(path: Path) -> None:
    """The tube with its float and flag, on a board against bricks."""
    picture = _bricks(1000, 1200, seed=1203)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((300, 90, 720, 1130), fill=(186, 148, 104))
    for grain in range(26):
        y = 96 + grain * 40
        draw.line((306, y, 714, y + 7), fill=(176, 138, 96), width=3)
    draw.rectangle((300, 90, 312, 1130), fill=(206, 170, 126))
    for screw in ((330, 120), (690, 120), (330, 1100), (690, 1100)):
        draw.ellipse((screw[0] - 9, screw[1] - 9, screw[0] + 9, screw[1] + 9), fill=(120, 120, 124))
    draw.rectangle((360, 170, 450, 1060), fill=(222, 232, 234), outline=(150, 164, 168), width=4)
    draw.rectangle((364, 640, 446, 1056), fill=(150, 192, 214))
    draw.rectangle((372, 180, 384, 1050), fill=(244, 250, 250))
    draw.polygon([(340, 120), (470, 120), (440, 172), (370, 172)], fill=(90, 100, 104))
    draw.rectangle((366, 600, 444, 644), fill=(232, 226, 210))
    draw.rectangle((436, 612, 540, 620), fill=(70, 74, 80))
    draw.polygon([(536, 584), (536, 648), (500, 616)], fill=(196, 48, 44))
    font = ImageFont.truetype(str(HANDS["typed"]), 34)
    tones: tuple[Colour, ...] = (
        (84, 104, 130),
        (44, 44, 54),
        (206, 128, 58),
        (78, 140, 66),
        (140, 120, 104),
        (176, 130, 150),
    )
    for place, (animal, tone) in enumerate(zip(ANIMALS, tones, strict=True)):
        y = 160 + place * 152
        draw.ellipse((556, y - 30, 640, y + 30), fill=tone)
        draw.ellipse((622, y - 40, 664, y + 2), fill=tone)
        draw.ellipse((646, y - 28, 654, y - 20), fill=(250, 250, 246))
        draw.text((556, y + 38), animal, font=font, fill=(60, 44, 30))
    save_photo(
        lit(picture, seed=1204, lamp=(0.7, 0.0), noise=1.5),
        path,
        taken="2026:02:25 08:41:12",
        orientation=1,
        quality=44,
    )


def heating(path: Path) -> None:
    """Mass against time, five weighings."""
    readings = ((0, 2.00), (5, 1.36), (10, 1.31), (15, 1.29), (20, 1.29))
    graph = Graph(left=110, bottom=500, across=620, up=400, most=(20, 2.0), least=1.2)
    graph.axes("minutes of heating", "mass in g", across=(0, 5, 10, 15, 20), up=(1.2, 1.4, 1.6, 1.8, 2.0))
    graph.line([graph.at(minute, mass) for minute, mass in readings], dots=True)
    graph.save(path)


def level(path: Path) -> None:
    """Two days of the creek, and three readings that nobody should believe."""
    graph = Graph(left=110, bottom=500, across=620, up=400, most=(48, 280), least=0)
    graph.axes("hours", "level in cm", across=(0, 12, 24, 36, 48), up=(0, 70, 140, 210, 280))
    places = []
    for part in range(193):
        hour = part / 4
        rise = 37 / (1 + 2.718 ** (-(hour - 14) * 0.7)) * (1 if hour < 20 else 0.985 ** (hour - 20))
        places.append(graph.at(hour, 34 + rise + sin(part * 1.7) * 0.8))
    graph.line(places, dots=False)
    for hour, wrong in ((9.5, 236), (27, 251), (27.3, 244)):
        x, y = graph.at(hour, wrong)
        graph.draw.line((x - 7, y - 7, x + 7, y + 7), fill=(130, 130, 136), width=4)
        graph.draw.line((x - 7, y + 7, x + 7, y - 7), fill=(130, 130, 136), width=4)
    graph.draw.text((430, 70), "left out: 3 readings", font=graph.font, fill=(110, 110, 116))
    graph.save(path)


class Graph:
    """A plain graph, as a program draws it."""

    def __init__(
        self, *, left: int, bottom: int, across: int, up: int, most: tuple[float, float], least: float
    ) -> None:
        self.picture = Image.new("RGB", (800, 600), (255, 255, 255))
        self.draw = ImageDraw.Draw(self.picture)
        self.font = ImageFont.truetype(str(HANDS["typed"]), 22)
        self._left, self._bottom, self._across, self._up = left, bottom, across, up
        self._most, self._least = most, least

    def at(self, across: float, up: float) -> Point:
        """Where a reading stands."""
        share = (up - self._least) / (self._most[1] - self._least)
        return self._left + self._across * across / self._most[0], self._bottom - self._up * share

    def axes(self, below: str, beside: str, *, across: Sequence[float], up: Sequence[float]) -> None:
        """Both scales with their words."""
        self.draw.line((self._left, self._bottom, self._left + self._across, self._bottom), fill=INK, width=3)
        self.draw.line((self._left, self._bottom - self._up, self._left, self._bottom), fill=INK, width=3)
        for value in up:
            x, y = self.at(0, value)
            self.draw.line((x, y, x + self._across, y), fill=(226, 228, 232), width=1)
            self.draw.text((x - 12, y), f"{value:g}", font=self.font, fill=INK, anchor="rm")
        for value in across:
            x, _ = self.at(value, self._least)
            self.draw.text((x, self._bottom + 12), f"{value:g}", font=self.font, fill=INK, anchor="ma")
        self.draw.text(
            (self._left + self._across / 2, self._bottom + 50), below, font=self.font, fill=INK, anchor="ma"
        )
        self.draw.text((self._left - 70, self._bottom - self._up - 44), beside, font=self.font, fill=INK)

    def line(self, places: Sequence[Point], *, dots: bool) -> None:
        """The readings, joined."""
        self.draw.line(list(places), fill=(40, 84, 140), width=4)
        for x, y in places if dots else ():
            self.draw.ellipse((x - 7, y - 7, x + 7, y + 7), fill=(40, 84, 140))

    def save(self, path: Path) -> None:
        """As PNG with few colours."""
        self.picture.quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            path, "PNG", optimize=True
        )


def _bricks(width: int, height: int, *, seed: int) -> Image.Image:
    picture = Image.new("RGB", (width, height), (196, 188, 178))
    draw = ImageDraw.Draw(picture)
    shade = clouds(height, width, seed=seed, cell=60)
    for row in range(height // 62 + 1):
        for column in range(-1, width // 150 + 1):
            left = column * 150 + (75 if row % 2 else 0)
            tone = 0.82 + 0.3 * float(shade[min(height - 1, row * 62), max(0, min(width - 1, left))])
            colour = tuple(int(channel * tone) for channel in (164, 92, 74))
            draw.rectangle((left + 4, row * 62 + 4, left + 146, row * 62 + 58), fill=colour)
    return picture
