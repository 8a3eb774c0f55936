"""One student's portfolio, filled: all pages, the menu, the child's own cover, and what search finds."""

from dataclasses import replace

from generator.model.audience import Audience
from generator.model.student import Student
from generator.views import VIEWS
from generator.views.evidence import EVIDENCE
from generator.views.goals import GOALS
from generator.views.growth import GROWTH
from generator.views.more import more_page
from generator.views.progress import PROGRESS
from generator.views.reflections import REFLECTIONS
from generator.views.scale import SCALE
from generator.views.search import SEARCH
from generator.views.search_entries import search_entries
from generator.views.showcase import SHOWCASE
from generator.views.structure import led
from generator.views.timeline import TIMELINE
from generator.views.view import Cover, Portfolio, Subject, View


def fill(subject: Subject, *, language: str, audience: Audience = Audience.FAMILY) -> Portfolio:
    """Every view's pages for one student whom `seen_by` has narrowed; `language` is that of the interface words."""
    subject = replace(subject, audience=audience)
    student = subject.student
    made = views_for(student, audience=audience)
    pages = (*(page for view in made for page in view.build(subject)), more_page(made))
    paths = frozenset(page.path for page in pages)
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
        school_language=subject.framework.school_language,
        views=tuple(view for view in made if view.in_menu),
        pages=pages,
        search=tuple(entry for entry in search_entries(subject) if entry.path.partition("#")[0] in paths),
    )


def views_for(student: Student, *, audience: Audience) -> tuple[View, ...]:
    """The views this audience gets, the first page's first. Visitors begin at the showcase and meet no empty page."""
    if audience is not Audience.SHOWCASE:
        return led(VIEWS, structure=student.led_by)
    # Named one by one: a view that joins later is not for visitors until somebody says so.
    shown = {
        TIMELINE: True,
        GROWTH: bool(student.comparisons),
        GOALS: bool(student.goals),
        PROGRESS: bool(student.points),
        REFLECTIONS: bool(student.reflections),
        SCALE: True,
        SEARCH: True,
        EVIDENCE: True,
    }
    return (SHOWCASE, *(view for view in VIEWS if shown.get(view)))
