"""What a try of somebody's words costs: dear for who guesses, and so for every test that builds a school."""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from unittest import mock

from generator.vault.keyring_file import open_keyring
from generator.vault.slots import Cost

CHEAP: Final = Cost(memory_kib=19_456, passes=1)
"""The least that readers take."""
_DEFAULTS = inspect.unwrap(open_keyring).__kwdefaults__
OF_SCHOOLS: Final[Cost] = _DEFAULTS["cost"]
"""What every school's build asks for."""


@contextmanager
def at_cost(cost: Cost) -> Iterator[None]:
    """Keyrings opened meanwhile begin sites and epochs at this cost."""
    with mock.patch.dict(_DEFAULTS, {"cost": cost}):
        yield
