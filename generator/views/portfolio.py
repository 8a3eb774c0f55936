"""One student's portfolio, filled: all pages, the menu, the child's own cover, and what search finds."""

from generator.views import VIEWS
from generator.views.more import more_page
from generator.views.search_entries import search_entries
from generator.views.view import Cover, Portfolio, Subject


def fill(subject: Subject, *, language: str) -> Portfolio:
    """Every view's pages for one student whom `seen_by` has narrowed; `language` is that of the interface words."""
    student = subject.student
    return Portfolio(
        cover=Cover(
            called=student.called,
            accent=student.accent,
            cover=student.cover,
            avatar=student.avatar,
            band=student.band,
            language=student.language,
        ),
        school_name=subject.framework.school_name,
        contact=subject.framework.contact,
        language=language,
        views=tuple(view for view in VIEWS if view.in_menu),
        pages=(*(page for view in VIEWS for page in view.build(subject)), more_page(VIEWS)),
        search=search_entries(subject),
    )
