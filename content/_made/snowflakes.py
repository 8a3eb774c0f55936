"""What Arjan's turtle program draws, drawn the same way so that picture and program agree."""

from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

SIZE = 900


def snowflake(path: Path) -> None:
    """Six arms whose branches branch three times, on the turtle window's white."""
    window = Image.new("RGB", (SIZE * 2, SIZE * 2), "white")
    draw = ImageDraw.Draw(window)
    for arm in range(6):
        _branch(draw, SIZE, SIZE, turn=arm * pi / 3, length=420.0, depth=3)
    window.resize((SIZE, SIZE), Image.Resampling.LANCZOS).quantize(24).save(path, "PNG", optimize=True)


def _branch(draw: ImageDraw.ImageDraw, x: float, y: float, *, turn: float, length: float, depth: int) -> None:
    if depth == 0:
        end = (x + cos(turn) * length, y - sin(turn) * length)
        draw.line([(x, y), end], fill=(30, 92, 150), width=6)
        return
    for _ in range(3):
        there = (x + cos(turn) * length / 3, y - sin(turn) * length / 3)
        draw.line([(x, y), there], fill=(30, 92, 150), width=6)
        x, y = there
        for side in (-1, 1):
            _branch(draw, x, y, turn=turn + side * pi / 3, length=length / 3, depth=depth - 1)
