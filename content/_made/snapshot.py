"""Turns a drawn or rendered picture into a photo: table, light, shadow, noise, and a camera's metadata."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from paper import Colour, clouds
from PIL import Image, ImageDraw, ImageFilter
from PIL.TiffImagePlugin import IFDRational
from shapes import Point

CAMERA = ("Maple Creek Elementary", "Class tablet 3")
CREEK = (50.2671, -119.2720)
"""Where the made-up photos say they were taken, so that there is a place to take out: degrees north and east."""


def wooden_table(width: int, height: int, *, seed: int, colour: Colour = (176, 134, 92)) -> Image.Image:
    """A table top with grain along its planks."""
    chance = np.random.default_rng(seed)
    rows = np.arange(height, dtype=np.float32)[:, None]
    drift = clouds(height, width, seed=seed, cell=400) * 60
    grain = np.sin((rows + drift) * 0.16 + clouds(height, width, seed=seed + 1, cell=220) * 9)
    streaks = np.repeat(chance.normal(size=(height, 1)).astype(np.float32), width, axis=1)
    plank = ((rows + 40) // 330).astype(int)
    tone = np.array([chance.normal() * 9 for _ in range(int(plank.max()) + 1)], np.float32)[plank]
    seam = np.where((rows + 40) % 330 < 3, -42, 0)
    shade = grain * 6 + streaks * 3 + tone + seam
    return _image(np.array(colour, np.float32) + shade[..., None] * np.array((1, 0.92, 0.8), np.float32))


def laid_on(
    table: Image.Image, sheet: Image.Image, *, corners: Sequence[Point], lift: float = 14
) -> Image.Image:
    """Lays the sheet on the table so that its corners (from upper left, clockwise) fall where told, with a soft shadow."""
    outline = [(float(x), float(y)) for x, y in corners]
    shadow = Image.new("L", table.size)
    ImageDraw.Draw(shadow).polygon([(x + lift, y + lift * 1.4) for x, y in outline], fill=150)
    shadow = shadow.filter(ImageFilter.GaussianBlur(lift))
    dark = Image.composite(Image.new("RGB", table.size, (40, 26, 14)), table, shadow)
    full = Image.new("L", sheet.size, 255)
    coefficients = _perspective(outline, sheet.size)
    resample = Image.Resampling.BICUBIC
    warped = sheet.transform(table.size, Image.Transform.PERSPECTIVE, coefficients, resample)
    mask = full.transform(table.size, Image.Transform.PERSPECTIVE, coefficients, resample)
    return Image.composite(warped, dark, mask)


def lit(
    picture: Image.Image, *, seed: int, lamp: Point = (0.25, 0.1), warmth: float = 1.0, noise: float = 3.0
) -> Image.Image:
    """Adds light from a window at `lamp` (fractions of the picture), a dark far corner, warmth and sensor noise."""
    pixels = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.7)), np.float32)
    height, width = pixels.shape[:2]
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    distance = np.hypot(across / width - lamp[0], down / height - lamp[1])
    light = 1.12 - 0.34 * distance**1.4 + (clouds(height, width, seed=seed, cell=500) - 0.5) * 0.06
    tint = np.array((1 + 0.03 * warmth, 1.0, 1 - 0.06 * warmth), np.float32)
    chance = np.random.default_rng(seed)
    speckle = (
        chance.normal(size=(height // 2 + 1, width // 2 + 1, 1)).repeat(2, 0).repeat(2, 1)[:height, :width]
    )
    return _image(pixels * light[..., None] * tint + speckle * noise)


def save_photo(
    picture: Image.Image,
    path: Path,
    *,
    taken: str,
    orientation: int = 1,
    quality: int = 72,
    place: tuple[float, float] | None = CREEK,
) -> None:
    """Writes a JPEG as a tablet does: pixels as the sensor lay, a turn in the metadata, a place and a camera.

    `taken` is `YYYY:MM:DD HH:MM:SS`; `orientation` is 1, 3, 6 or 8 and the picture is stored so that it needs that turn.
    """
    turns = {1: 0, 3: 180, 6: 90, 8: 270}
    stored = picture.rotate(turns[orientation], expand=True)
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = CAMERA
    exif[0x0112] = orientation
    exif[0x0132] = taken
    details = exif.get_ifd(0x8769)
    details[0x9003] = taken
    details[0xA430] = "Cedar and Arbutus classes"
    if place:
        location = exif.get_ifd(0x8825)
        location[1], location[2] = "N" if place[0] >= 0 else "S", _degrees(abs(place[0]))
        location[3], location[4] = "E" if place[1] >= 0 else "W", _degrees(abs(place[1]))
    path.parent.mkdir(parents=True, exist_ok=True)
    stored.save(path, "JPEG", quality=quality, exif=exif, optimize=True, progressive=True)


def _degrees(value: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    whole = int(value)
    minutes = int((value - whole) * 60)
    seconds = round(((value - whole) * 60 - minutes) * 6000)
    return IFDRational(whole), IFDRational(minutes), IFDRational(seconds, 100)


def _perspective(corners: Sequence[Point], size: tuple[int, int]) -> list[float]:
    width, height = size
    rows: list[list[float]] = []
    wanted: list[float] = []
    for (x, y), (u, v) in zip(corners, [(0, 0), (width, 0), (width, height), (0, height)], strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows), np.array(wanted))]


def _image(pixels: NDArray[np.float32]) -> Image.Image:
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
