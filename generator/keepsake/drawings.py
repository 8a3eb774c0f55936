"""The theme's drawings as pictures of their own: inside a page their colours come from its style sheet, in a book from here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Paints:
    """The colours a drawing is made of, as `#RRGGBB`, by the names its shapes have."""

    main: str
    pale: str
    card: str
    ink: str


def standing_alone(drawing: str, *, paints: Paints, faint: bool = False) -> str:
    """The drawing as an SVG file; empty where there is none. `faint` is for what lies under words."""
    if not drawing.strip():
        return ""
    opening, _, rest = drawing.strip().partition(">")
    size = "" if "viewBox" in opening else ' viewBox="0 0 612 792" width="612" height="792"'
    opening = opening.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    clear = ' opacity="0.25"' if faint else ""
    body = rest.removesuffix("</svg>").replace("currentColor", paints.main)
    return f"{opening}{size}><style>{_rules(paints)}</style><g{clear}>{body}</g></svg>"


def _rules(paints: Paints) -> str:
    fills = {
        "main": paints.main,
        "pale": paints.pale,
        "card": paints.card,
        "ink": paints.ink,
        "warm": "#E9A13B",
    }
    strokes = {"light": paints.card, "line": paints.ink}
    round_ends = "stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round"
    return "".join(
        (
            *(f".{name}{{fill:{colour}}}" for name, colour in fills.items()),
            *(f".{name}{{fill:none;stroke:{colour};{round_ends}}}" for name, colour in strokes.items()),
        )
    )
