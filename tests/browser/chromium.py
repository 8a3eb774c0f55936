"""Finds a Chromium for the browser tests, or gets one: installed, else the system's package, else Playwright's own.

`python -m tests.browser.chromium` does the getting and says what it found; the tests themselves only look.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from tests import programs
from tests.programs import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)

MISSING = (
    "NO CHROMIUM could be found or installed: the browser tests are SKIPPED and the pages are NOT proven"
)


@cache
def find() -> str | None:
    """Path of a Chromium that can be started; None where there is none."""
    named = os.environ.get("KINFOLIO_CHROMIUM")
    installed = next(
        (path for path in (named, *map(shutil.which, CHROMIUM.starters)) if path and _starts(path)), None
    )
    # Playwright is only asked where it must be: it cannot be started twice in one process.
    return installed or _of_playwright()


def get() -> str | None:
    """Finds one, or installs one by the first way that works here."""
    if found := find():
        return found
    for attempt in (lambda: programs.get((CHROMIUM,)), _by_playwright):
        attempt()
        find.cache_clear()
        if found := find():
            return found
    return None


@contextmanager
def chromium_at(path: str) -> Iterator["Browser"]:
    """A real Chromium. Only one at a time: Playwright cannot be started twice in one process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


def _starts(path: str) -> bool:
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None  # noqa: PTH110 - a plain look, path comes as text


def _by_playwright() -> None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], timeout=900, check=False)


if __name__ == "__main__":
    chromium = get()
    print(f"Chromium for the tests: {chromium}" if chromium else f"\n{'!' * 100}\n{MISSING}\n{'!' * 100}\n")
