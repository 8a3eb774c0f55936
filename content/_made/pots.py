"""Clay: Asha's pinch pot with painted waves, and its first, wobblier sister."""

from math import sin
from pathlib import Path

from rendered import turned_pot, wall_and_shelf
from snapshot import lit, save_photo


def pinch_pot(path: Path) -> None:
    """The glazed pot on a shelf, photographed upside down."""
    picture = wall_and_shelf(1600, 1300, seed=33, wall=(210, 200, 186), shelf=(120, 96, 76), edge=620)
    picture = turned_pot(
        picture,
        profile=lambda height: 300 + 110 * (1 - (2 * height - 0.9) ** 2) - 60 * height**3,
        centre=800,
        top=420,
        bottom=960,
        colour=(188, 112, 74),
        seed=34,
        bands=(
            (0.2, 0.3, (52, 92, 122)),
            (0.36, 0.41, (232, 220, 196)),
            (0.46, 0.58, (52, 92, 122)),
            (0.64, 0.68, (232, 220, 196)),
        ),
        gloss=0.4,
    )
    save_photo(lit(picture, seed=35), path, taken="2026:03:04 11:20:02", orientation=3, quality=66)


def clay_lesson(path: Path) -> None:
    """The first, raw pot: thick at the foot, leaning, unpainted."""
    picture = wall_and_shelf(1400, 1100, seed=36, wall=(206, 212, 214), shelf=(158, 136, 110), edge=520)
    picture = turned_pot(
        picture,
        profile=lambda height: 230 + 90 * height + 34 * sin(height * 9),
        centre=700,
        top=430,
        bottom=800,
        colour=(166, 150, 136),
        seed=37,
        gloss=0.05,
    )
    save_photo(lit(picture, seed=38), path, taken="2026:02:18 11:05:40", orientation=1, quality=64)
