"""Work that lives elsewhere, as a card that names the website and fetches nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from generator.model.evidence import Link
from generator.model.words import Words
from generator.views.plain import PlainWords, as_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCard:
    """The way to another website, opened only when somebody taps it."""

    address: str = field(metadata={"help": "where it leads, http or https"})
    host: str = field(metadata={"help": "the website's name, such as `scratch.mit.edu`"})
    title: PlainWords | None = field(metadata={"help": "what is there; none where nobody wrote it"})
    note: Words | None = field(metadata={"help": "the student about it"})


def link_cards(links: Iterable[Link], *, language: str) -> tuple[LinkCard, ...]:
    """The links in their order; titles are in `language`."""
    return tuple(
        LinkCard(
            address=link.address,
            host=(urlsplit(link.address).hostname or "").removeprefix("www."),
            title=as_plain(link.title, language=language),
            note=link.note,
        )
        for link in links
    )
