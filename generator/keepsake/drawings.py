"""The theme's drawings as pictures of their own: inside a page their colours come from its style sheet, in a book from here."""


def standing_alone(drawing: str, *, main: str, card: str, pale: str, faint: bool = False) -> str:
    """The drawing as an SVG file; empty where there is none. `faint` is for what lies under words."""
    if not drawing.strip():
        return ""
    opening, _, rest = drawing.strip().partition(">")
    size = "" if "viewBox" in opening else ' viewBox="0 0 612 792" width="612" height="792"'
    opening = opening.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    rules = f".main{{fill:{main}}}.card{{fill:{card}}}.pale{{fill:{pale}}}"
    clear = ' opacity="0.25"' if faint else ""
    body = rest.removesuffix("</svg>").replace("currentColor", main)
    return f"{opening}{size}><style>{rules}</style><g{clear}>{body}</g></svg>"
