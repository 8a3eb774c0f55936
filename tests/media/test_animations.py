from pathlib import Path

import pytest
from PIL import Image

from generator.media import animations
from generator.media.cache import MediaCache
from generator.media.records import Role
from tests.media.making import CANARY, assert_clean, copies_of, media_of, scene


def flipbook(path: Path, *, frames: int = 6) -> Path:
    pictures = [scene(600, 400).rotate(step * 9) for step in range(frames)]
    pictures[0].save(
        path, "GIF", save_all=True, append_images=pictures[1:], duration=120, loop=0, comment=CANARY
    )
    return path


def test_a_flip_book_keeps_moving_and_its_card_holds_still(tmp_path: Path, cache: MediaCache) -> None:
    path = flipbook(tmp_path / "a.gif")
    assert CANARY.encode() in path.read_bytes()

    media = media_of(path, cache=cache)

    assert_clean(media)
    large, small = media.of(Role.LARGE), media.of(Role.SMALL)
    assert large is not None
    assert small is not None
    with Image.open(large.file) as moving, Image.open(small.file) as card:
        moving.load()
        assert getattr(moving, "n_frames", 1) == 6
        assert moving.info["duration"] == 120
        assert moving.info["loop"] == 0
        assert getattr(card, "n_frames", 1) == 1
        assert max(card.size) == 480


def test_an_animated_png_moves_too(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.png"
    scene(80, 60).save(path, "PNG", save_all=True, append_images=[scene(80, 60).rotate(90)], duration=200)

    large = media_of(path, cache=cache).of(Role.LARGE)

    assert large is not None
    with Image.open(large.file) as moving:
        assert getattr(moving, "n_frames", 1) == 2


def test_a_film_disguised_as_a_picture_shows_its_first_frame_and_says_so(
    tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(animations, "MOST_FRAMES", 5)

    media, problems = copies_of(flipbook(tmp_path / "a.gif"), cache=cache)

    assert media is not None
    large = media.of(Role.LARGE)
    assert large is not None
    with Image.open(large.file) as still:
        assert getattr(still, "n_frames", 1) == 1
    assert [problem.slug for problem in problems] == ["animation-too-long"]
