"""Search: the page with the field; what it finds travels beside it as entries."""

from dataclasses import dataclass, field

from generator.views.view import Page, Subject, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContent:
    """The search page. The field works in the browser; without it the page leads to the timeline."""

    called: str = field(metadata={"help": "the name the student chose, for the field's label"})
    timeline_path: str = field(metadata={"help": "where to look by hand"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The search page."""
    content = SearchContent(called=subject.student.called, timeline_path="timeline.html")
    return (
        Page(path=SEARCH.path, title=SEARCH.title, template="search.html", menu=SEARCH.name, content=content),
    )


SEARCH = View(name="search", title=N_("Search"), icon="magnify", path="search.html", build=build)
