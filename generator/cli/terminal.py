"""How Kinfolio speaks in a terminal: problems, progress and closing lines; data goes to stdout, all else to stderr."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from generator.pipeline import Demonstration
from generator.problems import Problem, Severity, as_json, as_text


def show_problems(problems: Iterable[Problem]) -> None:
    """Every problem with its place and its mend, then how many there are."""
    shown = tuple(problems)
    for problem in shown:
        click.echo(as_text(problem), err=True)
        click.echo(err=True)
    errors = sum(problem.severity is Severity.ERROR for problem in shown)
    if shown:
        click.echo(f"{count(errors, 'error')}, {count(len(shown) - errors, 'warning')}", err=True)


def print_json(data: dict[str, Any]) -> None:
    """One JSON document on stdout."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def problems_json(problems: Iterable[Problem]) -> list[dict[str, str | int]]:
    """Problems as `--json` gives them."""
    return [as_json(problem) for problem in problems]


def show_demonstration(demonstration: Demonstration | None, *, address: str) -> None:
    """How to open one portfolio of a made-up school, words included; nothing where nobody holds a key."""
    if demonstration:
        place = f"{address}{demonstration.site}/" if address else f"{demonstration.site}/ under the address"
        click.echo(f"to try it: open {place} and type the words of {demonstration.reader}:")
        click.echo(f"           {demonstration.words}")


def count(number: int, noun: str) -> str:
    """`1 page`, `2 pages`; also `1 family`, `2 families`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


class Bar:
    """A progress bar for one step after another; nothing where nobody looks (a pipe, a log, `--json`)."""

    def __init__(self, progress: Progress | None, *, still: bool = False) -> None:
        self._progress = progress
        self._task: TaskID | None = None
        self._still = still

    def step(self, title: str, total: int) -> None:
        """Begins a step of that many parts."""
        if self._progress:
            if self._task is not None:
                self._progress.remove_task(self._task)
            self._task = self._progress.add_task(title, total=total)
            if self._still:
                self._progress.refresh()

    def advance(self) -> None:
        """One part of the step is done."""
        if self._progress and self._task is not None:
            self._progress.advance(self._task)
            if self._still:
                self._tick(self._progress)

    def _tick(self, progress: Progress) -> None:
        """From now on the bar renews itself, in a thread of its own."""
        self._still = False
        progress.stop()
        progress.live.auto_refresh = True
        progress.start()


@contextmanager
def progress_bar(*, wanted: bool, workers: bool = False) -> Iterator[Bar]:
    """A bar on stderr while the block runs, gone afterwards.

    With `workers` the block starts processes: until the first part of a step is done, and they are there, the bar keeps
    to this thread and its clock stands still.
    """
    console = Console(stderr=True)
    if not (wanted and console.is_terminal):
        yield Bar(None)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, auto_refresh=not workers) as progress:
        yield Bar(progress, still=workers)
