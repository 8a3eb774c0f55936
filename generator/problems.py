"""What is wrong in a school's files, where, and how to mend it.

A slip in somebody's file is a value that is collected, never an exception: readers return what they could read
together with the problems they met, and `kinfolio check` shows all of them at once. Exceptions are for the machine
(a full disk, a missing tool) and for our own mistakes; they derive from `KinfolioError` and carry a hint.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_WIDEST_EXCERPT = 110


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    """Nothing is published until it is mended."""
    WARNING = "warning"
    """Published all the same; counts as an error with `--strict`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A place in a file. `path` is relative to the content folder, with forward slashes; lines and columns count from 1.

    Line 0 means the file as a whole. `excerpt` is the line as typed and `width` how many characters to point at.
    """

    path: str
    line: int = 0
    column: int = 0
    excerpt: str = ""
    width: int = 1

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend. Message and fix are lower case, without a full stop, naming fields as they were typed."""

    severity: Severity
    origin: Origin
    slug: str
    message: str
    fix: str

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Orders problems as a person reads: by file, then down the page."""
        return (self.origin.path, self.origin.line, self.origin.column, self.slug)


class KinfolioError(Exception):
    """Something outside anybody's content went wrong; `hint` says what to do about it."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        # Whatever a subclass asks for when it is made, it comes back whole from another process.
        return _made_again, (type(self), self.args, self.__dict__)


def _made_again(
    kind: type[KinfolioError], arguments: tuple[Any, ...], state: dict[str, Any]
) -> KinfolioError:
    failure = kind.__new__(kind, *arguments)
    failure.__dict__.update(state)
    return failure


def error(origin: Origin, slug: str, message: str, *, fix: str) -> Problem:
    """A problem that stops publishing."""
    return Problem(severity=Severity.ERROR, origin=origin, slug=slug, message=message, fix=fix)


def warning(origin: Origin, slug: str, message: str, *, fix: str) -> Problem:
    """A problem that is told and does not stop publishing."""
    return Problem(severity=Severity.WARNING, origin=origin, slug=slug, message=message, fix=fix)


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorts by file, line and column, and drops exact repeats."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.sort_key))


def as_text(problem: Problem) -> str:
    """The problem as the terminal shows it: place, message, slug, the line with a pointer, and the fix.

    >>> place = Origin(path="a.yml", line=2, column=7, excerpt="level: Good", width=4)
    >>> print(as_text(error(place, "unknown-level", 'unknown level "Good"', fix="use one of EMG, DEV, PRF, EXT")))
    a.yml:2:7: error: unknown level "Good"  [unknown-level]
        level: Good
              ^^^^
      fix: use one of EMG, DEV, PRF, EXT
    """
    origin = problem.origin
    lines = [f"{origin}: {problem.severity}: {problem.message}  [{problem.slug}]"]
    if origin.excerpt:
        lines += _pointed_at(origin)
    lines.append(f"  fix: {problem.fix}")
    return "\n".join(lines)


def _pointed_at(origin: Origin) -> tuple[str, ...]:
    """The line and a pointer under it; of a line as long as a paragraph only what stands around the place."""
    if not origin.column:
        return (f"    {_clipped(origin.excerpt, begin=0)}",)
    place, width = origin.column - 1, max(1, min(origin.width, _WIDEST_EXCERPT // 2))
    begin = max(0, place + width - _WIDEST_EXCERPT * 2 // 3) if len(origin.excerpt) > _WIDEST_EXCERPT else 0
    return (
        f"    {_clipped(origin.excerpt, begin=begin)}",
        "    " + " " * (place - begin) + "^" * width,
    )


def _clipped(line: str, *, begin: int) -> str:
    """A window of the line; an ellipsis stands in for the last character where it goes on."""
    shown = line[begin : begin + _WIDEST_EXCERPT]
    if begin:
        shown = "…" + shown[1:]
    if begin + _WIDEST_EXCERPT < len(line):
        shown = shown[:-1] + "…"
    return shown


def as_json(problem: Problem) -> dict[str, str | int]:
    """The problem as `--json` prints it, one flat object."""
    origin = problem.origin
    return {
        "severity": str(problem.severity),
        "file": origin.path,
        "line": origin.line,
        "column": origin.column,
        "slug": problem.slug,
        "message": problem.message,
        "fix": problem.fix,
    }
