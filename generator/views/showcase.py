"""The showcase: what the student chose, in the student's order, with reasons."""

from dataclasses import dataclass, field

from generator.model.words import Words
from generator.views.pick_card import PickCard, pick_cards
from generator.views.plain import PlainWords, as_plain
from generator.views.view import Page, Subject, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowcaseContent:
    """The student's own exhibition. Without picks the page says that choosing takes time."""

    title: PlainWords | None = field(metadata={"help": "the student's title"})
    introduction: Words | None = field(metadata={"help": "the student's welcome"})
    ask_me: PlainWords | None = field(metadata={"help": "what the student wants to be asked about"})
    picks: tuple[PickCard, ...] = field(
        metadata={"help": "in the student's order; the first one is featured"}
    )


def build(subject: Subject) -> tuple[Page, ...]:
    """The showcase page."""
    showcase = subject.student.showcase
    language = subject.student.language
    content = ShowcaseContent(
        title=as_plain(showcase.title, language=language) if showcase else None,
        introduction=showcase.introduction if showcase else None,
        ask_me=as_plain(showcase.ask_me, language=language) if showcase else None,
        picks=pick_cards(subject),
    )
    return (
        Page(
            path=SHOWCASE.path,
            title=SHOWCASE.title,
            template="showcase.html",
            menu=SHOWCASE.name,
            content=content,
        ),
    )


SHOWCASE = View(
    name="showcase", title=N_("Showcase"), icon="star-outline", path="showcase.html", build=build, in_bar=True
)
