import builtins
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.media.ffmpeg import Input, Outcome, find_ffmpeg, make, run


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    find_ffmpeg.cache_clear()
    yield
    find_ffmpeg.cache_clear()


@pytest.fixture
def program() -> str:
    found = find_ffmpeg()
    if found is None:
        pytest.skip("needs ffmpeg: pip install kinfolio[film]")
    return found


def test_a_program_on_the_path_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/somewhere/{name}")

    assert find_ffmpeg() == "/somewhere/ffmpeg"


def test_without_one_the_extra_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("imageio_ffmpeg", reason="needs the extra: pip install kinfolio[film]")
    monkeypatch.setattr(shutil, "which", lambda _: None)

    found = find_ffmpeg()

    assert found is not None
    assert Path(found).is_file()


def test_without_either_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "imageio_ffmpeg":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(builtins, "__import__", without)

    assert find_ffmpeg() is None


def test_a_run_without_end_is_ended(program: str) -> None:
    told = run(program, ["-f", "lavfi", "-i", "anullsrc", "-f", "null", "-"], seconds=0.5)

    assert (told.well, told.in_time) == (False, False)


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:9/a.mp4", "tcp://127.0.0.1:9", "concat:a|b", "data:,abc"]
)
def test_nothing_but_files_is_opened(target: str, program: str) -> None:
    told = run(program, ["-v", "error", "-i", target, "-f", "null", "-"], seconds=20)

    assert not told.well
    assert "whitelist" in told.words or "not found" in told.words.lower() or "invalid" in told.words.lower()


def test_ffmpeg_writes_no_log_of_names(program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FFREPORT", f"file={tmp_path.as_posix()}/report.log")

    run(program, ["-f", "lavfi", "-i", "anullsrc=d=0.1", "-f", "null", os.devnull], seconds=20)

    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_the_machines_trouble(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.mp4"
    source.write_bytes(b"nothing")

    class Full:
        free = 0

    def attempt() -> Outcome:
        source_file = Input(path=source, demuxer="mov")
        return make(tmp_path / "b.mp4", source=source_file, arguments=(), program=program, seconds=20)

    assert attempt() is Outcome.REFUSED
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Full)
    with pytest.raises(OSError, match="space"):
        attempt()
