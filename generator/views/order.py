"""Newest first, as families read."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

Dated = TypeVar("Dated")


def newest_first(items: Iterable[Dated], *, on: Callable[[Dated], date]) -> tuple[Dated, ...]:
    """Items by their day, newest first; of two on one day the one that was written down later comes first."""
    oldest_first = sorted(items, key=on)
    return tuple(oldest_first[::-1])
