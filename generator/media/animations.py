"""Pictures that move stay moving, as long as they are small enough to be pictures."""

from pathlib import Path

from PIL import Image, ImageSequence

from generator.media.colours import in_srgb, without_hidden_colours
from generator.media.records import Derivative, Role
from generator.media.signature import Format
from generator.media.webp import SMALL, moving, shrunk, still

MOVING = frozenset({Format.GIF, Format.WEBP, Format.PNG, Format.AVIF})

LONGEST_EDGE = 800
"""Pixels; an animation of a photo's size is a film."""
MOST_FRAMES = 300
MOST_FRAME_PIXELS = 120_000_000
"""All frames together, in pixels as they are read."""


def copies(image: Image.Image, *, work: Path) -> tuple[Derivative, ...]:
    """The animation as LARGE and its first frame as SMALL, so that cards hold still; empty where it is too long."""
    count = getattr(image, "n_frames", 1)
    if count > MOST_FRAMES or count * image.width * image.height > MOST_FRAME_PIXELS:
        return ()
    frames: list[Image.Image] = []
    durations: list[int] = []
    loop = int(image.info.get("loop", 1))
    for frame in ImageSequence.Iterator(image):
        frame.load()
        durations.append(int(frame.info.get("duration", 100)) or 100)
        frames.append(
            shrunk(
                without_hidden_colours(in_srgb(frame, profile=image.info.get("icc_profile"))),
                longest=LONGEST_EDGE,
            )
        )
    film = moving(
        frames, milliseconds=durations, loop=loop, role=Role.LARGE, file=work / "picture-large.webp"
    )
    card, _ = still(
        shrunk(frames[0], longest=SMALL), role=Role.SMALL, file=work / "picture-small.webp", drawn=True
    )
    return film, card
