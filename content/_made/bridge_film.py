"""Arjan's bridge test: water bottle by water bottle, until the third joint lets go."""

from itertools import pairwise
from pathlib import Path

import numpy as np
from film import save_film
from paper import HANDS
from PIL import Image, ImageDraw, ImageFont
from rendered import stick, wall_and_shelf
from shapes import Point
from sound import RATE, Samples, in_a_room, silence

WIDE, TALL = 640, 480
LOADS = (0, 1, 2, 3, 4, 5, 6, 7)
BREAKS_AT = 118
LENGTH = 150


def bridge_test(path: Path) -> None:
    """The film with its creaks and the crack; a tablet left its location in it."""
    tags = {
        "title": "bridge 2 load test",
        "artist": "Arjan Gill",
        "location": "+50.2671-119.2720/",
        "make": "Class tablet 3",
    }
    save_film((frame_at(frame) for frame in range(LENGTH)), path, rate=10, sound=_creaks(), tags=tags)


def poster(path: Path) -> None:
    """One moment as a picture, for looking at while making."""
    frame_at(100).save(path)


def frame_at(frame: int) -> Image.Image:
    """The picture at a tenth of a second."""
    picture = wall_and_shelf(WIDE, TALL, seed=81, wall=(214, 206, 190), shelf=(140, 112, 86), edge=400)
    draw = ImageDraw.Draw(picture)
    for left in (10, 500):
        draw.rectangle((left, 270, left + 130, 470), fill=(96, 120, 150))
        draw.rectangle((left, 262, left + 130, 276), fill=(120, 146, 176))
    broken = frame >= BREAKS_AT
    load = min(len(LOADS) - 1, frame // 15)
    sag = load**1.7 * 1.1 + (np.sin(frame) * 0.8 if load > 4 else 0)
    fall = max(0, frame - BREAKS_AT) ** 2 * 1.9
    for joint_from, joint_to in zip(
        _deck(sag, broken=broken, fall=fall), _deck(sag, broken=broken, fall=fall)[1:], strict=False
    ):
        stick(picture, joint_from, joint_to, width=9, shadow=(4, 7))
    deck = _deck(sag, broken=broken, fall=fall)
    tops = [((ax + bx) / 2, (ay + by) / 2 - 62) for (ax, ay), (bx, by) in pairwise(deck)]
    for place, top in enumerate(tops):
        stick(picture, deck[place], top, width=7, shadow=(4, 7))
        stick(picture, top, deck[place + 1], width=7, shadow=(4, 7))
        if place and not (broken and place == 4):
            stick(picture, tops[place - 1], top, width=7, shadow=(4, 7))
    _bucket(picture, hang=deck[3], load=load, fall=min(fall, 120))
    font = ImageFont.truetype(str(HANDS["child"]), 36)
    words = "CRACK!" if broken else f"{load} bottles, {load * 500} g"
    draw.text((WIDE / 2, 60), words, font=font, fill=(180, 40, 40) if broken else (50, 56, 80), anchor="mm")
    return picture


def _deck(sag: float, *, broken: bool, fall: float) -> list[Point]:
    places: list[Point] = []
    for joint in range(7):
        x = 110 + joint * 70.0
        bow = sag * (1 - ((joint - 3) / 3) ** 2)
        drop = min(130, fall * (1 - abs(joint - 3) / 3.4)) if broken and 0 < joint < 6 else 0
        places.append((x + (8 if broken and joint > 3 else 0), 262 + bow + drop))
    return places


def _bucket(picture: Image.Image, *, hang: Point, load: int, fall: float) -> None:
    draw = ImageDraw.Draw(picture)
    x, y = hang
    floor = min(TALL - 66, y + 62)
    draw.line([(x - 30, floor), (x, y), (x + 30, floor)], fill=(90, 90, 96), width=3)
    draw.polygon(
        [(x - 38, floor), (x + 38, floor), (x + 30, floor + 62), (x - 30, floor + 62)], fill=(206, 84, 62)
    )
    for bottle in range(load):
        left = x - 32 + (bottle % 4) * 17
        top = floor - 26 - (bottle // 4) * 22 - fall * 0.06
        draw.rounded_rectangle(
            (left, top, left + 13, top + 32), 4, fill=(180, 214, 232), outline=(110, 150, 176)
        )


def _creaks() -> Samples:
    chance = np.random.default_rng(82)
    sound = silence(LENGTH / 10)
    for frame in (50, 66, 78, 91, 97, 104, 110, 114):
        length = int(0.09 * RATE)
        time = np.arange(length) / RATE
        creak = np.sin(2 * np.pi * (240 + 90 * chance.random()) * time * (1 + time * 3)) * np.exp(-time * 34)
        at = int(frame / 10 * RATE)
        sound[at : at + length] += (creak * 0.3 * (frame / 110)).astype(np.float32)
    length = int(0.7 * RATE)
    time = np.arange(length) / RATE
    crack = chance.normal(size=length) * np.exp(-time * 11)
    at = int(BREAKS_AT / 10 * RATE)
    sound[at : at + length] += crack.astype(np.float32)
    return in_a_room(sound, seed=83, noise=0.01)
