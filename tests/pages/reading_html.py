"""Reads a page as a browser would, far enough to ask about its landmarks and addresses."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_ADDRESSES = ("href", "src", "poster", "data-index", "action")
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905 - reads better


@dataclass
class Page(HTMLParser):
    """Tags with their attributes, addresses, ids, and the text people read."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _EMPTY:
            self.open_tags.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self.open_tags and self.open_tags[-1] == tag:
            self.open_tags.pop()
        else:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        # What stands in a drawing is part of the drawing; its words stand beside it.
        if "svg" not in self.open_tags:
            self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def addresses(self) -> list[str]:
        """Everything that is fetched or leads somewhere, but for links that say they leave the portfolio."""
        found = [
            attributes[name]
            for tag, attributes in self.tags
            for name in _ADDRESSES
            if name in attributes and not (tag == "a" and "external" in attributes.get("rel", ""))
        ]
        for _, attributes in self.tags:
            found += [part.split()[0] for part in attributes.get("srcset", "").split(",") if part.strip()]
        return found

    @property
    def ways_out(self) -> list[dict[str, str]]:
        return [attributes for attributes in self.all("a") if "external" in attributes.get("rel", "")]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.text).split())


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page
