"""A bean in a jar, one picture a day for eleven days, played in a few seconds."""

from collections.abc import Iterator
from math import pi, sin
from pathlib import Path

import numpy as np
from film import save_film
from paper import HANDS
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rendered import wall_and_shelf
from shapes import Point, smooth

WIDE, TALL = 640, 480
DAYS = 11


def bean(path: Path) -> None:
    """The whole film, 14 seconds, no sound."""
    save_film(
        _frames(),
        path,
        rate=12,
        tags={"title": "Asha bean time lapse", "comment": "windowsill, Cedar classroom"},
    )


def poster(path: Path) -> None:
    """The last day as a picture, for looking at while making."""
    list(_frames())[-8].save(path)


def _frames() -> Iterator[Image.Image]:
    background = wall_and_shelf(WIDE, TALL, seed=51, wall=(206, 222, 232), shelf=(196, 168, 128), edge=390)
    chance = np.random.default_rng(52)
    count = 168
    for frame in range(count):
        day = min(DAYS, 1 + frame * (DAYS + 0.6) / count)
        growth = max(0.0, (day - 2.2) / (DAYS - 2.2))
        light = 1 + 0.05 * sin(day * 2 * pi) + chance.normal() * 0.008
        picture = background.copy()
        _plant(picture, growth, sway=3 * sin(frame * 0.5))
        _jar(picture)
        _day_card(picture, int(day))
        pixels = np.asarray(picture, np.float32) * light
        yield Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _plant(picture: Image.Image, growth: float, *, sway: float) -> None:
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((236, 330, 404, 428), 20, fill=(92, 68, 50))
    for root in range(5):
        depth = 60 * min(1.0, growth * 3) * (0.6 + 0.1 * root)
        draw.line(
            smooth([(320, 356), (306 + root * 8, 356 + depth * 0.5), (280 + root * 20, 356 + depth)]),
            fill=(236, 226, 200),
            width=3,
        )
    draw.ellipse((304, 342, 338, 364), fill=(196, 148, 104))
    if growth <= 0:
        return
    height = 270 * growth**1.2
    lean = 22 * sin(growth * 5) + sway * growth
    stem: list[Point] = [(320, 348), (320 + lean * 0.4, 348 - height * 0.5), (320 + lean, 348 - height)]
    draw.line(smooth(stem), fill=(110, 160, 70), width=int(6 + 4 * growth))
    for pair in range(4):
        start = 0.16 + pair * 0.2
        size = max(0.0, min(1.0, (growth - start) / 0.22)) * (72 - pair * 8)
        if size < 3:
            continue
        up = 0.34 + pair * 0.21 if pair < 3 else 1.0
        x, y = 320 + lean * up, 348 - height * up
        for side in (-1, 1):
            tip = (x + side * size, y - size * 0.18 + sway)
            leaf = smooth(
                [
                    (x, y),
                    (x + side * size * 0.4, y - size * 0.42),
                    tip,
                    (x + side * size * 0.45, y + size * 0.2),
                    (x, y),
                ],
                step=3,
            )
            draw.polygon(leaf, fill=(86 + pair * 10, 150 + pair * 10, 62))
            draw.line([(x, y), tip], fill=(140, 190, 100), width=2)


def _jar(picture: Image.Image) -> None:
    glass = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(glass)
    draw.rounded_rectangle(
        (226, 250, 414, 436), 26, fill=(225, 240, 248, 58), outline=(240, 250, 255, 200), width=4
    )
    draw.rounded_rectangle((240, 262, 256, 420), 8, fill=(255, 255, 255, 120))
    draw.ellipse((232, 240, 408, 264), outline=(240, 250, 255, 220), width=4)
    picture.paste(glass, (0, 0), glass.filter(ImageFilter.GaussianBlur(0.6)))


def _day_card(picture: Image.Image, day: int) -> None:
    draw = ImageDraw.Draw(picture)
    draw.rectangle((466, 330, 604, 420), fill=(250, 246, 232), outline=(180, 160, 130), width=2)
    font = ImageFont.truetype(str(HANDS["child"]), 42)
    draw.text((535, 376), f"Day {day}", font=font, fill=(50, 80, 150), anchor="mm")
