"""A sound as a small picture: how loud it is from moment to moment, as SVG path data."""

import sys
from array import array
from collections.abc import Sequence

from generator.media.ffmpeg import START_UP, Input, run

BARS = 120
HEIGHT = 48
VIEW_BOX = f"0 0 {BARS * 2} {HEIGHT}"
"""The `viewBox` the path is drawn for: one upright line per bar, two units apart. Stroke it."""

_RATE = 2000
"""Samples per second: enough to tell loud from quiet, and an hour stays small."""


def waveform_of(sound: Input, *, seconds: float, program: str) -> str:
    """Path data of numbers alone; empty where the sound cannot be drawn."""
    arguments = [
        "-v",
        "quiet",
        *sound.arguments,
        "-map",
        "0:a:0",
        "-ac",
        "1",
        "-ar",
        str(_RATE),
        "-f",
        "s16le",
        "pipe:1",
    ]
    heard = run(program, arguments, seconds=START_UP + seconds)
    return path_of(_samples(heard.output)) if heard.well else ""


def path_of(samples: Sequence[int]) -> str:
    """One bar per slice of time, as tall as its loudest moment is loud beside the loudest of all; quiet stays a dot."""
    if not samples:
        return ""
    peaks = []
    for bar in range(BARS):
        start, end = bar * len(samples) // BARS, (bar + 1) * len(samples) // BARS
        piece = samples[start : max(end, start + 1)]
        highest, lowest = max(piece), min(piece)
        peaks.append(max(highest, -lowest))
    loudest = max(*peaks, 1)
    middle = HEIGHT // 2
    bars = []
    for bar, peak in enumerate(peaks):
        half = max(1, round(peak / loudest * (middle - 2)))
        bars.append(f"M{bar * 2 + 1} {middle - half}v{half * 2}")
    return "".join(bars)


def _samples(raw: bytes) -> Sequence[int]:
    samples = array("h")
    samples.frombytes(raw[: len(raw) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples
