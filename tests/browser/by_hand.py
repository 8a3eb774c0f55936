"""For commands that look at the example school in a browser, outside of any test."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import chromium
from tests.schools.example import CONTENT, ExampleSchool, example_in


@contextmanager
def example_and_browser(
    prepared: Callable[[Path], Path] = lambda _place: CONTENT,
) -> Iterator[tuple[ExampleSchool, Browser]]:
    """The example school, or what was prepared of it, and a Chromium; without one the command ends with 3."""
    path = chromium.find()
    if path is None:
        print(chromium.MISSING, file=sys.stderr)
        raise SystemExit(3)
    with (
        tempfile.TemporaryDirectory() as place,
        example_in(Path(place), content=prepared(Path(place))) as school,
        chromium.chromium_at(path) as browser,
    ):
        yield school, browser
