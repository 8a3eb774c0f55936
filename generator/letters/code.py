"""The QR code of a link, as a drawing inside the page."""

import io
from functools import lru_cache

import segno
from markupsafe import Markup

QUIET_ZONE = 4
"""Modules of white around a code that the standard asks for; they are part of the drawing."""


@lru_cache(maxsize=1024)
def drawn_code(link: str) -> Markup:
    """SVG of the code at error level M: still read with a coffee stain or a fold across it. Its size comes from the style."""
    drawing = io.BytesIO()
    segno.make(link, error="m", micro=False, boost_error=False).save(
        drawing,
        kind="svg",
        border=QUIET_ZONE,
        xmldecl=False,
        svgns=True,
        omitsize=True,
        nl=False,
        light="#fff",
    )
    # What segno draws holds nothing of what was typed, only paths and numbers.
    return Markup(drawing.getvalue().decode())  # noqa: S704 - see above
