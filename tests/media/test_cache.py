import os
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator.media import cache as caching
from generator.media import derive as deriving
from generator.media.cache import MediaCache
from generator.media.pictures import picture_copies
from generator.media.records import Media, Role
from tests.media.making import copies_of, jpeg, media_of, png, problem_of, scene


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "content" / "Amrit at the lake.jpg"
    path.parent.mkdir()
    path.write_bytes(jpeg(scene(900, 600)))
    return path


def aged(path: Path, *, seconds: int = 60) -> Path:
    then = time.time_ns() - seconds * 1_000_000_000
    os.utime(path, ns=(then, then))
    return path


def forbid(monkeypatch: pytest.MonkeyPatch, name: str, *, module: object) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail(f"{name} was called")

    monkeypatch.setattr(module, name, refuse)


def entry_of(media: Media) -> Path:
    return media.derivatives[0].file.parent


def test_the_second_time_nothing_is_made(
    photo: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = media_of(photo, cache=cache)
    forbid(monkeypatch, "picture_copies", module=deriving)

    assert media_of(photo, cache=cache) == first


def test_a_copy_under_another_name_is_the_same_media(
    photo: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = media_of(photo, cache=cache)
    forbid(monkeypatch, "picture_copies", module=deriving)
    other = photo.with_name("other.jpg")
    other.write_bytes(photo.read_bytes())

    assert media_of(other, cache=cache) == first


def test_an_unchanged_file_is_not_read_again(
    photo: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    aged(photo)
    digest = cache.digest(photo)
    forbid(monkeypatch, "digest_of", module=caching)

    assert cache.digest(photo) == digest


def test_a_file_as_young_as_its_record_is_read_again(photo: Path, cache: MediaCache) -> None:
    first = cache.digest(photo)
    stat = photo.stat()
    data = bytearray(photo.read_bytes())
    data[-10] ^= 1
    photo.write_bytes(bytes(data))
    os.utime(photo, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    assert cache.digest(photo) != first


def test_a_changed_file_is_made_anew(photo: Path, cache: MediaCache) -> None:
    first = media_of(photo, cache=cache)
    photo.write_bytes(png(scene(80, 80)))

    second = media_of(photo, cache=cache)

    assert second.digest != first.digest
    assert (second.derivatives[0].width, second.derivatives[0].height) == (80, 80)


@pytest.mark.parametrize("harm", ["flip", "cut", "gone", "record", "record gone", "no json"])
def test_a_damaged_entry_is_noticed_and_made_again(harm: str, photo: Path, cache: MediaCache) -> None:
    first = media_of(photo, cache=cache)
    copy, record = first.derivatives[0].file, entry_of(first) / "record.json"
    data = copy.read_bytes()
    if harm == "flip":
        copy.write_bytes(data[:100] + bytes([data[100] ^ 1]) + data[101:])
    elif harm == "cut":
        copy.write_bytes(data[:-1])
    elif harm == "gone":
        copy.unlink()
    elif harm == "record":
        record.write_text(record.read_text(encoding="utf-8").replace("900", "901"), encoding="utf-8")
    elif harm == "record gone":
        record.unlink()
    else:
        record.write_bytes(b"[1, 2")

    assert cache.find(first.digest) is None
    assert media_of(photo, cache=cache) == first
    assert copy.read_bytes() == data


def test_the_cache_tells_no_name(photo: Path, cache: MediaCache) -> None:
    media_of(photo, cache=cache)

    for path in cache.folder.rglob("*"):
        assert "Amrit" not in path.name
        assert path.is_dir() or b"Amrit" not in path.read_bytes()


def test_nothing_half_made_stays_behind(photo: Path, cache: MediaCache) -> None:
    media_of(photo, cache=cache)
    broken = photo.with_name("broken.jpg")
    broken.write_bytes(photo.read_bytes()[:-9000])
    problem_of(broken, cache=cache)

    assert list((cache.folder / "work").iterdir()) == []
    assert not list(cache.folder.rglob("*.new"))


def test_a_file_that_changes_while_it_is_read_is_left_out(
    photo: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = picture_copies

    def meanwhile(path: Path, **options: object) -> object:
        copies = made(path, **options)  # type: ignore[arg-type]
        path.write_bytes(png(scene(20, 20)))
        return copies

    monkeypatch.setattr(deriving, "picture_copies", meanwhile)

    assert problem_of(photo, cache=cache).slug == "media-changed"
    assert not (cache.folder / "made").exists()


def test_what_left_the_content_folder_leaves_the_cache(photo: Path, cache: MediaCache) -> None:
    kept = media_of(photo, cache=cache)
    text = photo.with_name("poem.txt")
    text.write_text("A poem.", encoding="utf-8")
    poem = media_of(text, cache=cache)
    withdrawn = photo.with_name("withdrawn.png")
    withdrawn.write_bytes(png(scene(60, 60)))
    gone = media_of(withdrawn, cache=cache)

    assert cache.prune(keep={kept.digest, poem.digest}) == 1
    assert not entry_of(gone).exists()
    assert cache.find(gone.digest) is None
    assert cache.find(kept.digest) == kept
    assert cache.find(poem.digest, variant="text") == poem
    assert not any(
        gone.digest in path.read_text(encoding="utf-8") for path in (cache.folder / "known").iterdir()
    )


def test_work_of_a_process_that_died_is_swept_away_and_of_a_living_one_is_not(cache: MediaCache) -> None:
    dead, living = cache.folder / "work" / "dead", cache.folder / "work" / "living"
    dead.mkdir(parents=True)
    living.mkdir()
    aged(dead, seconds=24 * 3600)

    cache.prune(keep=())

    assert [path.name for path in (cache.folder / "work").iterdir()] == ["living"]


def derived(path: str, folder: str) -> tuple[str, ...]:
    media, problems = copies_of(Path(path), cache=MediaCache(folder=Path(folder)))
    assert media is not None
    assert problems == ()
    return tuple(copy.digest for copy in media.derivatives)


def test_several_processes_share_one_cache(photo: Path, cache: MediaCache) -> None:
    with ProcessPoolExecutor(max_workers=3, mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(derived, str(photo), str(cache.folder)) for _ in range(6)]
        found = {job.result() for job in jobs}

    assert len(found) == 1
    media = media_of(photo, cache=cache)
    assert tuple(copy.digest for copy in media.derivatives) in found
    assert media.of(Role.LARGE)
