"""Lines and shapes as points, in pixels, before any tool has touched them."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, pi, radians, sin

Point = tuple[float, float]


def through(places: str) -> list[Point]:
    """Points written as in a drawing program: `"10,20 30,40"`."""
    pairs = (place.split(",") for place in places.split())
    return [(float(across), float(down)) for across, down in pairs]


def ellipse(centre: Point, across: float, down: float, *, start: float = 0, end: float = 360) -> list[Point]:
    """Points of an ellipse with radii `across` and `down`, or of its arc between two angles in degrees."""
    steps = max(12, int(abs(end - start) / 12))
    angles = [radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(centre[0] + across * cos(angle), centre[1] + down * sin(angle)) for angle in angles]


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The four corners of a rectangle, closed."""
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def star(centre: Point, radius: float, *, points: int = 5, turn: float = -pi / 2) -> list[Point]:
    """The outline of a star, closed."""
    ring = [
        (
            centre[0] + cos(turn + pi * corner / points) * radius * (1 if corner % 2 == 0 else 0.42),
            centre[1] + sin(turn + pi * corner / points) * radius * (1 if corner % 2 == 0 else 0.42),
        )
        for corner in range(points * 2)
    ]
    return [*ring, ring[0]]


def smooth(points: Sequence[Point], *, step: float = 5) -> list[Point]:
    """A Catmull-Rom curve through the points, one point about every `step` pixels."""
    if len(points) < 3:
        return evenly(points, step=step)
    closed = points[0] == points[-1]
    ring = [points[-2] if closed else points[0], *points, points[1] if closed else points[-1]]
    found: list[Point] = []
    for before, here, there, after in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        count = max(2, int(hypot(there[0] - here[0], there[1] - here[1]) / step))
        for part in range(count):
            t = part / count
            found.append(
                (
                    _spline(t, before[0], here[0], there[0], after[0]),
                    _spline(t, before[1], here[1], there[1], after[1]),
                )
            )
    return [*found, points[-1]]


def evenly(points: Sequence[Point], *, step: float) -> list[Point]:
    """The same corners with a point about every `step` pixels between them."""
    found: list[Point] = []
    for here, there in pairwise(points):
        count = max(1, int(hypot(there[0] - here[0], there[1] - here[1]) / step))
        found += [
            (here[0] + (there[0] - here[0]) * part / count, here[1] + (there[1] - here[1]) * part / count)
            for part in range(count)
        ]
    return [*found, *points[-1:]]


def _spline(t: float, before: float, here: float, there: float, after: float) -> float:
    return 0.5 * (
        2 * here
        + (there - before) * t
        + (2 * before - 5 * here + 4 * there - after) * t * t
        + (3 * here - before - 3 * there + after) * t**3
    )
