"""Something dear, made once for all processes of a test run: whoever comes first makes it, the others wait for it."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 280.0
"""Seconds; below what a single test is given."""


def common_folder(factory: pytest.TempPathFactory) -> Path:
    """A temporary folder that all processes of this test run see."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder with what `make` puts into it."""
    done, failed = folder / ".made", folder / ".failed"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not done.exists():
            assert not failed.exists(), f"another process could not make {folder.name}"
            assert time.monotonic() < end, f"{folder.name} was begun by another process and never came"
            time.sleep(0.1)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    done.touch()
    return folder
