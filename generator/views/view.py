"""What a view is, what it is given, and what it makes: pages that know their place and their content, not their looks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.audience import Audience
from generator.model.framework import Framework
from generator.model.medium import Medium
from generator.model.student import Student


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Everything a view may know: one student as one audience sees them, and what the school shares.

    `student` has been narrowed to the audience already. `media` maps an artifact's content path to what it became; a
    path that is missing there could not be cleaned and is not published.
    """

    student: Student
    framework: Framework
    media: Mapping[str, Medium]
    audience: Audience = Audience.FAMILY
    worked_out: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out once and is wanted on many pages, such as cards. No input, and gone with its student."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to lay out.

    `path` is relative to the site's root and opaque where a title would give something away. `title` is an interface
    word (a gettext message): it names the kind of page, never the child. `menu` names the view whose menu entry is the
    current one. `content` is the view's own frozen record, the only thing its template sees beside the frame.
    """

    path: str
    title: str
    template: str
    menu: str
    content: Any
    first: bool = False
    """Needed right after opening, so it travels in the first parcel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry of a menu: its name, its title, an icon of the Material set, and the page it leads to."""

    name: str
    title: str
    icon: str
    path: str
    in_bar: bool = False
    """One of the five destinations of the bar; the others are under More."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Place):
    """One entry of `VIEWS`: its place in the menu, and how its pages are made."""

    build: Callable[[Subject], tuple[Page, ...]]
    in_menu: bool = True
    """Whether the menu leads to it; the pages of single pieces of evidence are reached from cards instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """One page as search finds it. `text` is plain words; `kind` an interface word such as `Evidence`."""

    path: str
    title: str
    text: str
    kind: str
    date: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A text file that a page offers to keep, such as a table for a spreadsheet."""

    path: str
    media_type: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The child's own face of the portfolio, on every page."""

    called: str
    accent: str
    cover: str
    avatar: str
    band: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """One student's filled views for one audience; what the pages room lays out."""

    cover: Cover
    school_name: str
    contact: str
    language: str
    """The language of the interface words."""
    school_language: str
    """The language of the framework's words and of people's names."""
    views: tuple[Place, ...]
    """Those in the menu, in order."""
    pages: tuple[Page, ...]
    search: tuple[SearchEntry, ...]
    downloads: tuple[Download, ...] = ()
