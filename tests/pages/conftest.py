"""One press for all tests of this room: setting it up is the slow part."""

import pytest

from generator.pages.engine import Press
from generator.pages.theme import Theme, load_theme


@pytest.fixture(scope="session")
def kinfolio() -> Theme:
    return load_theme("kinfolio")


@pytest.fixture(scope="session")
def press(kinfolio: Theme) -> Press:
    return Press(kinfolio)
