"""Theo's stop-motion story: twenty-four beads that like to stand in rows."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from film import save_film
from paper import HANDS, Sheet
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from shapes import Point
from snapshot import lit
from sound import in_a_room, silence, spoken

WIDE, TALL = 640, 480
COLOURS = ((220, 70, 60), (240, 170, 50), (70, 130, 200), (90, 170, 90))
SCENES = (
    ("24 beads have a party", None),
    ("2 rows of 12", 2),
    ("3 rows of 8", 3),
    ("4 rows of 6", 4),
    ("5 rows? one row is short!", 5),
    ("6 rows of 4", 6),
    ("it is always 24", None),
)
STORY = (
    "Twenty four beads had a party.",
    "They stood in two rows of twelve.",
    "Then three rows of eight.",
    "Then four rows of six.",
    "They tried five rows, but one row was too short, and the beads got cross.",
    "So they made six rows of four.",
    "And it was always twenty four. The end.",
)


def beads(path: Path) -> None:
    """The film with the storyteller's voice."""
    pieces = [np.concatenate([spoken(line, pace=140, pitch=72), silence(0.7)]) for line in STORY]
    lengths = [len(piece) / 22050 for piece in pieces]
    sound = in_a_room(np.concatenate(pieces), seed=7)
    tags = {"title": "24 beads by Theo", "artist": "Theo M.", "location": "+50.2671-119.2720/"}
    save_film(_frames(lengths), path, rate=8, sound=sound, tags=tags)


def poster(path: Path) -> None:
    """One scene as a picture, for looking at while making."""
    list(_frames([2.0] * 7))[60].save(path)


def _frames(lengths: list[float]) -> Iterator[Image.Image]:
    chance = np.random.default_rng(24)
    sheet = lit(Sheet(WIDE, TALL, seed=25, ground="blue").image(), seed=26, noise=0.8)
    places = [_scattered(chance), *(_rows(rows) for _, rows in SCENES[1:-1] if rows), _ring()]
    for scene, ((title, _), seconds) in enumerate(zip(SCENES, lengths, strict=True)):
        stay = places[scene]
        before = places[max(0, scene - 1)]
        count = round(seconds * 8)
        for frame in range(count):
            part = min(1.0, frame / max(1, count * 0.5))
            part = round(part * 6) / 6
            spots = [
                (ax + (bx - ax) * part + chance.normal() * 1.3, ay + (by - ay) * part + chance.normal() * 1.3)
                for (ax, ay), (bx, by) in zip(before, stay, strict=True)
            ]
            yield _picture(sheet, spots, title)
    yield from (_picture(sheet, places[-1], SCENES[-1][0]) for _ in range(8))


def _picture(sheet: Image.Image, spots: list[Point], title: str) -> Image.Image:
    picture = sheet.copy()
    shadow = Image.new("L", picture.size)
    dark = ImageDraw.Draw(shadow)
    for x, y in spots:
        dark.ellipse((x - 15, y - 9, x + 25, y + 25), fill=120)
    picture.paste((40, 50, 60), (0, 0), shadow.filter(ImageFilter.GaussianBlur(4)))
    draw = ImageDraw.Draw(picture)
    for number, (x, y) in enumerate(spots):
        tone = COLOURS[number % 4]
        draw.ellipse((x - 19, y - 19, x + 19, y + 19), fill=tuple(int(channel * 0.8) for channel in tone))
        draw.ellipse((x - 18, y - 19, x + 15, y + 14), fill=tone)
        draw.ellipse((x - 5, y - 5, x + 5, y + 5), fill=(60, 44, 40))
        draw.ellipse((x - 12, y - 14, x - 4, y - 7), fill=(255, 246, 236))
    font = ImageFont.truetype(str(HANDS["child"]), 44)
    draw.text((WIDE / 2, 440), title, font=font, fill=(44, 50, 96), anchor="mm")
    return picture


def _scattered(chance: np.random.Generator) -> list[Point]:
    return [(70 + 500 * chance.random(), 50 + 320 * chance.random()) for _ in range(24)]


def _rows(rows: int) -> list[Point]:
    across = -(-24 // rows)
    gap = min(50, 560 / across)
    left, top = WIDE / 2 - (across - 1) * gap / 2, 210 - (rows - 1) * 27
    return [(left + (bead % across) * gap, top + (bead // across) * 54) for bead in range(24)]


def _ring() -> list[Point]:
    turn = np.linspace(0, 2 * np.pi, 25)
    return [
        (WIDE / 2 + 180 * float(np.cos(start)), 205 + 160 * float(np.sin(start)))
        for start, _ in pairwise(turn)
    ]
