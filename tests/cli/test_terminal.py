"""The progress bar, which must not be in the way of processes that start while it is shown."""

import sys
import threading
from collections.abc import Iterator
from unittest import mock

import pytest

from generator.cli.terminal import progress_bar
from generator.workers import processes


@pytest.fixture(autouse=True)
def _somebody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")


def test_the_bar_of_a_command_with_workers_has_no_thread_until_a_part_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = set(threading.enumerate())
    with progress_bar(wanted=True, workers=True) as bar:
        bar.step("Making portfolios", 2)
        assert set(threading.enumerate()) == before
        bar.advance()
        assert len(set(threading.enumerate()) - before) == 1
        bar.step("Sealing", 1)
    assert "Making portfolios" in capsys.readouterr().err


def test_a_bar_without_workers_ticks_from_the_beginning() -> None:
    before = set(threading.enumerate())
    with progress_bar(wanted=True) as bar:
        bar.step("Comparing", 2)
        assert len(set(threading.enumerate()) - before) == 1


@pytest.fixture
def _another_thread() -> Iterator[None]:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    yield
    done.set()
    thread.join()


@pytest.mark.usefixtures("_another_thread")
def test_beside_a_running_thread_workers_are_not_copies_of_this_process() -> None:
    with mock.patch.object(sys.modules[__name__], "_KNOWN_HERE", "yes"), processes(2, warm_up=int) as pool:
        assert pool is not None
        assert pool.submit(_known).result(timeout=60) == ""


_KNOWN_HERE = ""


def _known() -> str:
    return _KNOWN_HERE
