"""People's words as a small tree that a typesetter can walk: the safe HTML of the reading room, without its tags' looks."""

from html.parser import HTMLParser
from typing import Any, Final

from generator.model.words import Words
from generator.reading.markdown import to_html

Node = str | dict[str, Any]
"""A run of text, or `{"tag": …, "kids": […]}` with a tag of `TAGS`."""

TAGS: Final = frozenset({"p", "heading", "em", "strong", "code", "pre", "ul", "ol", "li", "quote", "br", "table", "tr", "cell", "hr", "strike"})  # fmt: skip
_AS: Final = {
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "i": "em",
    "em": "em",
    "b": "strong",
    "strong": "strong",
    "blockquote": "quote",
    "td": "cell",
    "th": "cell",
    "del": "strike",
    "s": "strike",
}
_BLOCKS: Final = frozenset({"ul", "ol", "table", "tr", "quote"})
_VOID: Final = frozenset({"br", "hr"})


def words_tree(words: Words) -> list[Node]:
    """Blocks in their order. Links keep their words; on paper nobody can tap them."""
    html, _removed = to_html(words)
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Node] = []
        self._open: list[tuple[str, dict[str, Any] | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library hands it over
        name = _AS.get(tag, tag)
        if name not in TAGS:
            self._open.append((tag, None))
            return
        node: dict[str, Any] = {"tag": name, "kids": []}
        self._kids.append(node)
        if name not in _VOID:
            self._open.append((tag, node))

    def handle_endtag(self, tag: str) -> None:
        places = [place for place, (opened, _) in enumerate(self._open) if opened == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        inside = self._innermost
        verbatim = any(opened == "pre" for opened, _ in self._open)
        if not verbatim:
            if not data.strip() and (inside is None or inside["tag"] in _BLOCKS):
                return
            data = " ".join(data.split("\n"))
        self._kids.append(data)

    @property
    def _innermost(self) -> dict[str, Any] | None:
        return next((node for _, node in reversed(self._open) if node is not None), None)

    @property
    def _kids(self) -> list[Node]:
        inside = self._innermost
        return self.root if inside is None else inside["kids"]
