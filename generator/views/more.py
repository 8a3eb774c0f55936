"""More: the page that lists the views which have no place in the bar. It is made from them, so it is no view itself."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.views.view import Page, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreEntry:
    """The way to one view."""

    path: str = field(metadata={"help": "its page"})
    title: str = field(metadata={"help": "interface message: its title"})
    icon: str = field(metadata={"help": "its icon"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreContent:
    """The page behind the bar's last place."""

    entries: tuple[MoreEntry, ...] = field(
        metadata={"help": "the views that are not in the bar, in menu order"}
    )


def more_page(views: Iterable[View]) -> Page:
    """The page that lists the rest of the menu."""
    rest = (view for view in views if view.in_menu and not view.in_bar)
    entries = tuple(MoreEntry(path=view.path, title=view.title, icon=view.icon) for view in rest)
    return Page(
        path="more.html",
        title=N_("More"),
        template="more.html",
        menu="more",
        content=MoreContent(entries=entries),
    )
