"""Things with a shape, light and shadow, for pictures that stand in for photos."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from paper import Colour, clouds
from PIL import Image, ImageDraw, ImageFilter
from shapes import Point

LIGHT = np.array((-0.5, -0.62, 0.6)) / np.linalg.norm((-0.5, -0.62, 0.6))


def turned_pot(
    picture: Image.Image,
    *,
    profile: Callable[[float], float],
    centre: float,
    top: float,
    bottom: float,
    colour: Colour,
    seed: int,
    bands: tuple[tuple[float, float, Colour], ...] = (),
    gloss: float = 0.15,
) -> Image.Image:
    """Puts a thrown or pinched pot on the picture; `profile` gives the half width in pixels for a height from 0 to 1.

    `bands` are painted rings: from, to (heights from 0, the rim, to 1) and colour.
    """
    pixels = np.asarray(picture, np.float32).copy()
    height, width = pixels.shape[:2]
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    squash = 0.24
    radii = np.array([profile(min(1.0, max(0.0, step / 400))) for step in range(401)], np.float32)
    dents = (clouds(height, width, seed=seed, cell=60) - 0.5) * 14 + (
        clouds(height, width, seed=seed + 1, cell=18) - 0.5
    ) * 5
    offset = across - centre + dents * 0.25
    nominal = np.clip((down - top) / (bottom - top), 0, 1)
    radius = np.interp(nominal, np.linspace(0, 1, 401), radii)
    along = np.clip(offset / np.maximum(radius, 1), -1, 1)
    sag = np.sqrt(1 - along**2) * radius * squash
    level = (down - top - sag) / (bottom - top)
    radius = np.interp(np.clip(level, 0, 1), np.linspace(0, 1, 401), radii)
    along = offset / np.maximum(radius, 1)
    body = (np.abs(along) < 1) & (level > -0.05) & (level < 1)
    slope = np.interp(np.clip(level, 0, 1), np.linspace(0, 1, 401), np.gradient(radii) * 400 / (bottom - top))
    bumps_x, bumps_y = np.gradient(dents)[1], np.gradient(dents)[0]
    normal = np.stack(
        [along + bumps_x * 0.5, -slope * 0.6 + bumps_y * 0.5, np.sqrt(np.clip(1 - along**2, 0, 1))], axis=-1
    )
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True) + 1e-6
    glow = np.clip(normal @ LIGHT, 0, 1)
    paint = np.ones((height, width, 3), np.float32) * np.array(colour, np.float32)
    for start, end, tint in bands:
        inside = (level + dents * 0.0016 > start) & (level + dents * 0.0016 < end)
        paint[inside] = np.array(tint, np.float32)
    paint *= (0.93 + 0.14 * clouds(height, width, seed=seed + 2, cell=9))[..., None]
    shine = (np.clip(glow, 0, 1) ** 24)[..., None] * 255 * gloss
    lit_body = paint * (0.34 + 0.78 * glow)[..., None] + shine
    pixels = _under(
        pixels,
        centre=(centre + 36, bottom + radii[-1] * squash * 0.6),
        across=float(radii[-1]) * 1.3,
        down=float(radii[-1]) * 0.36,
    )
    pixels[body] = lit_body[body]
    rim = profile(0.0)
    ring = (offset / rim) ** 2 + ((down - top) / (rim * squash)) ** 2
    lip = (ring <= 1.0) & (ring > 0.72)
    hollow = ring <= 0.72
    inner = (
        np.array(colour, np.float32)
        * (0.26 + 0.3 * np.clip((down - top) / (rim * squash) * 0.5 + 0.5, 0, 1))[..., None]
    )
    pixels[hollow] = inner[hollow]
    pixels[lip] = (np.array(colour, np.float32) * (1.08 - 0.12 * along)[..., None])[lip]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def hill(
    picture: Image.Image,
    *,
    peak: Point,
    foot: float,
    half_width: float,
    crater: float,
    colours: tuple[Colour, Colour],
    seed: int,
) -> Image.Image:
    """Puts a rough papier-mâché cone on the picture, from the first colour at the top to the second at the foot."""
    pixels = np.asarray(picture, np.float32).copy()
    height, width = pixels.shape[:2]
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    creases = sum(
        (clouds(height, width, seed=seed + part, cell=cell) - 0.5) * amount
        for part, (cell, amount) in enumerate(((130, 70), (42, 30), (14, 11)))
    )
    rise = np.clip((down - peak[1]) / (foot - peak[1]), 0, 1.2)
    reach = crater + (half_width - crater) * rise**1.25
    along = (across - peak[0] + creases * 0.3) / reach
    floor = foot - (1 - np.sqrt(np.clip(1 - along**2, 0, 1))) * half_width * 0.2
    inside = (np.abs(along) < 1) & (down > peak[1] + creases * 0.12) & (down < floor)
    slope_y, slope_x = np.gradient(creases)
    normal = np.stack(
        [along * 0.8 + slope_x * 1.1, -0.5 + slope_y * 1.1, np.sqrt(np.clip(1 - along**2, 0, 1)) + 0.15],
        axis=-1,
    )
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True) + 1e-6
    glow = np.clip(normal @ LIGHT, 0, 1)
    blend = np.clip(rise + creases * 0.008, 0, 1)[..., None]
    paint = np.array(colours[0], np.float32) * (1 - blend) + np.array(colours[1], np.float32) * blend
    pixels = _under(pixels, centre=(peak[0] + 40, foot), across=half_width * 1.2, down=half_width * 0.3)
    pixels[inside] = (paint * (0.32 + 0.9 * glow)[..., None])[inside]
    mouth = ((across - peak[0]) / (crater * 1.02)) ** 2 + ((down - peak[1] - 4) / (crater * 0.3)) ** 2 < 1
    pixels[mouth] = (60, 22, 18)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def stick(
    picture: Image.Image,
    start: Point,
    end: Point,
    *,
    width: float,
    colour: Colour = (222, 188, 134),
    shadow: Point = (10, 16),
) -> None:
    """Glues one rounded wooden stick onto the picture, with its shadow, from the light's side."""
    size = picture.size
    dark = Image.new("L", size)
    ImageDraw.Draw(dark).line(
        [(start[0] + shadow[0], start[1] + shadow[1]), (end[0] + shadow[0], end[1] + shadow[1])],
        fill=110,
        width=round(width),
    )
    left, top = int(min(start[0], end[0]) - 60), int(min(start[1], end[1]) - 60)
    region = (
        max(0, left),
        max(0, top),
        min(size[0], int(max(start[0], end[0]) + 90)),
        min(size[1], int(max(start[1], end[1]) + 90)),
    )
    soft = dark.crop(region).filter(ImageFilter.GaussianBlur(7))
    picture.paste((30, 20, 12), region[:2], soft)
    draw = ImageDraw.Draw(picture)
    along = np.array((end[0] - start[0], end[1] - start[1]), np.float32)
    side = np.array((-along[1], along[0])) / (np.linalg.norm(along) + 1e-6)
    if side[1] > 0:
        side = -side
    for part in range(5):
        shift = side * (part - 2) * width / 5.2
        tone = tuple(int(min(255, channel * (0.74 + 0.1 * part))) for channel in colour)
        places = [
            (float(start[0] + shift[0]), float(start[1] + shift[1])),
            (float(end[0] + shift[0]), float(end[1] + shift[1])),
        ]
        draw.line(places, fill=tone, width=max(2, round(width / 4)))
        for x, y in places:
            draw.ellipse((x - width / 8, y - width / 8, x + width / 8, y + width / 8), fill=tone)


def wall_and_shelf(
    width: int, height: int, *, seed: int, wall: Colour, shelf: Colour, edge: float, cards: int = 5
) -> Image.Image:
    """A blurred wall with `cards` pictures above a table whose far edge lies at `edge` pixels from the top."""
    shade = (clouds(height, width, seed=seed, cell=420) - 0.5) * 26
    pixels = np.ones((height, width, 3), np.float32) * np.array(wall, np.float32) + shade[..., None]
    rows = np.arange(height, dtype=np.float32)[:, None]
    grain = np.sin((rows**1.02 + clouds(height, width, seed=seed + 1, cell=500) * 90) * 0.09) * 6
    table = np.array(shelf, np.float32) + grain[..., None] + shade[..., None] * 0.5
    front = (rows > edge).repeat(width, axis=1)
    pixels[front] = table[front]
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    chance = np.random.default_rng(seed)
    for card in range(cards):
        left = card * width / cards + chance.random() * 60
        top = edge * (0.12 + 0.2 * chance.random())
        tint = tuple(int(value) for value in chance.integers(150, 235, size=3))
        draw.rectangle((left, top, left + width / (cards * 1.4), top + edge * 0.42), fill=tint)
    far = image.crop((0, 0, width, int(edge))).filter(ImageFilter.GaussianBlur(16))
    image.paste(far, (0, 0))
    return image


def _under(pixels: NDArray[np.float32], *, centre: Point, across: float, down: float) -> NDArray[np.float32]:
    height, width = pixels.shape[:2]
    mask = Image.new("L", (width, height))
    ImageDraw.Draw(mask).ellipse(
        (centre[0] - across, centre[1] - down, centre[0] + across, centre[1] + down), fill=170
    )
    soft = np.asarray(mask.filter(ImageFilter.GaussianBlur(26)), np.float32)[..., None] / 255
    return pixels * (1 - soft * 0.72)
