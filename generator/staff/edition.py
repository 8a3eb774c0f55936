"""The staff edition of one class, filled: all pages, the menu, and the gradebook to keep."""

from generator.staff.balance import BALANCE
from generator.staff.class_list import CLASS_LIST
from generator.staff.goals import GOALS
from generator.staff.gradebook import GRADEBOOK, gradebook_download
from generator.staff.register import Register
from generator.staff.reports_due import REPORTS_DUE
from generator.staff.student import student_pages
from generator.staff.tasks import TASKS
from generator.views.more import MoreContent, MoreEntry
from generator.views.view import Cover, Page, Portfolio
from generator.views.wording import N_

STAFF_VIEWS = (CLASS_LIST, REPORTS_DUE, BALANCE, GRADEBOOK, GOALS, TASKS)
"""Every view of the staff edition, in menu order. The first five stand in the bar."""


def fill_register(register: Register, *, language: str) -> Portfolio:
    """Every page of the staff edition; `language` is that of the interface words."""
    return Portfolio(
        cover=Cover(
            called=register.group.name,
            accent="slate",
            cover="grid",
            avatar="",
            band="8-12",
            language=register.framework.school_language,
        ),
        school_name=register.framework.school_name,
        contact=register.framework.contact,
        language=language,
        school_language=register.framework.school_language,
        views=STAFF_VIEWS,
        pages=(
            *(page for view in STAFF_VIEWS for page in view.build(register)),
            *student_pages(register),
            _more(),
        ),
        search=(),
        downloads=(gradebook_download(register),),
    )


def _more() -> Page:
    rest = (view for view in STAFF_VIEWS if not view.in_bar)
    entries = tuple(MoreEntry(path=view.path, title=view.title, icon=view.icon) for view in rest)
    return Page(
        path="more.html",
        title=N_("More"),
        template="more.html",
        menu="more",
        content=MoreContent(entries=entries),
    )
