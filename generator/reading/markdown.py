"""People's Markdown becomes safe HTML, and what had to be taken out is named."""

import re
import threading
from functools import cache
from html import escape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pygments.token import STANDARD_TYPES

from generator.model.words import Words

HEADING_SHIFT = 2
"""A page has one `h1` and sections with `h2`; a text inside begins below them."""

_EVERYWHERE = {"lang", "dir", "title"}
_TAGS = set(
    "a abbr b blockquote br cite code dd del details dfn div dl dt em h3 h4 h5 h6 hr i ins kbd li mark ol p pre q "  # noqa: SIM905 - one per line would hide the rest
    "rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var".split()
)
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href"},
    "code": {"class"},
    "div": {"class"},
    "details": {"open"},
    "li": {"class"},
    "ol": {"start"},
    "pre": {"class"},
    "span": {"class"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "ul": {"class"},
}
_WITH_CONTENT = set(
    "audio canvas embed frame frameset iframe math noembed noframes noscript object script select style svg "  # noqa: SIM905 - as above
    "template textarea title video xmp".split()
)
_SCHEMES = {"http", "https", "mailto"}
_CLASSES = frozenset({"highlight", "task-list", "task-list-item", *STANDARD_TYPES.values()}) - {""}
_TASKS = (('<input type="checkbox" disabled checked/>', "☑"), ('<input type="checkbox" disabled/>', "☐"))

_OWN = threading.local()
"""A converter per thread: one is costly to make, and keeps the state of the text it is in."""

_PLAIN = re.compile(r"[^\\`*_{}\[\]<>#~|^&=\t\r\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u2028\u2029\ud800-\udfff]+")
_NOT_PLAIN_LINE = re.compile(r"(?m)^[ ]|[ ]$|^(?:[0-9]+[.)]|[-+:])")
_LOSABLE = re.compile(r"<|\]\s?[\[(:]|^(?: {40}|\t{10})", re.MULTILINE)
_INLINE_SIGN = re.compile(r"[\\`*_~^\[\]!<>&\x02\x03]|  \n")
"""What every inline pattern of the dialect below needs at the least; Markdown's own place-holders begin with \\x02."""
_BETWEEN_PARAGRAPHS = re.compile(r"\n{2,}")


def to_html(words: Words) -> tuple[str, tuple[str, ...]]:
    """Safe HTML, and what was taken out, such as `<script>`, `<p onclick>` or `picture volcano.jpg`.

    Headings start at `h3`. There is no style, script, frame, form or picture in the result, and links lead to http,
    https or mailto. Pictures belong under `artifacts`, where they are cleaned; one inside a text is taken out too.
    """
    text = words.text.strip("\n")
    if _is_plain(text):
        return _plain_paragraphs(text), ()
    return _full(text)


def may_lose_something(text: str) -> bool:
    """Whether the text holds anything that `to_html` could have to take out; cheap, and sometimes wrongly yes."""
    return _LOSABLE.search(text) is not None


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and _NOT_PLAIN_LINE.search(text) is None


def _plain_paragraphs(text: str) -> str:
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in _BETWEEN_PARAGRAPHS.split(text))


def _full(text: str) -> tuple[str, tuple[str, ...]]:
    converter = _converter()
    try:
        html = converter.reset().convert(text)
    except RecursionError:
        # Lists hundreds of levels deep: nobody's writing, and no reason to stop a school's build.
        # The converter still believes itself inside those lists, and `reset` does not tell it otherwise.
        del _OWN.markdown
        return "\n".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n")), ("lists inside lists",)
    for made, sign in _TASKS:
        html = html.replace(made, sign)
    lost: tuple[str, ...] = ()
    if may_lose_something(text):
        witness = _Witness()
        witness.feed(html)
        witness.close()
        lost = tuple(dict.fromkeys(witness.lost))
    return _cleaner().clean(html), lost


def _converter() -> Markdown:
    converter: Markdown | None = getattr(_OWN, "markdown", None)
    if converter is None:
        converter = _OWN.markdown = _new_converter()
    return converter


def _new_converter() -> Markdown:
    return Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            "sane_lists",
            "pymdownx.superfences",
            "pymdownx.highlight",
            "pymdownx.tasklist",
            "pymdownx.caret",
            "pymdownx.tilde",
            _Manners(),
        ],
        extension_configs={"pymdownx.highlight": {"guess_lang": False, "css_class": "highlight"}},
        output_format="html",
    )


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept_attribute,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer nofollow external",
    )


def _kept_attribute(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        kept = " ".join(word for word in value.split() if word in _CLASSES)
        return kept or None
    if name == "href" and tag == "a":
        return value if _scheme(value) in _SCHEMES else None
    return value


def _scheme(address: str) -> str:
    return address.strip().partition(":")[0].lower() if ":" in address else ""


class _Manners(Extension):
    """Headings below the page's own, and a backslash at a line's end for poems; plain sentences take the short way."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        # Before priority 20, which is that of all inline patterns together.
        md.treeprocessors.register(_PlainSentences(md), "plain-sentences", 25)
        md.treeprocessors.register(_LowerHeadings(md), "lower-headings", 5)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash-break", 185)


class _PlainSentences(Treeprocessor):
    """Tells Markdown of texts in which none of its two dozen inline patterns could find anything; most are such."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _INLINE_SIGN.search(element.text):
                element.text = AtomicString(element.text)


class _LowerHeadings(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            tag = element.tag
            if isinstance(tag, str) and len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                element.tag = f"h{min(6, int(tag[1]) + HEADING_SHIFT)}"


class _Witness(HTMLParser):
    """Names what the cleaner will not keep. It only tells; nh3 decides."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lost: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "img":
            self.lost.append(f"picture {given.get('src') or ''}".rstrip())
            return
        if tag not in _TAGS:
            self.lost.append(f"<{tag}>")
            return
        allowed = _ATTRIBUTES["*"] | _ATTRIBUTES.get(tag, set())
        for name, value in attrs:
            if name == "href" and tag == "a":
                if _scheme(value or "") not in _SCHEMES:
                    self.lost.append(f"link {value or ''}".rstrip())
            elif name not in allowed or (name == "class" and _kept_attribute(tag, name, value or "") is None):
                self.lost.append(f"<{tag} {name}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
