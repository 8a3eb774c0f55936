"""Arjan's science report: three printed pages, scanned into a PDF that still knows who made it."""

from collections.abc import Sequence
from pathlib import Path
from time import gmtime

import bridges
from paper import HANDS, Colour
from PIL import Image, ImageDraw, ImageFont, ImageOps

WIDE, TALL = 1000, 1294
PRINTED = gmtime(1765360800)
"""10 December 2025, so that the file is the same whenever it is made."""
INK: Colour = (34, 36, 42)
RESULTS = ((0.0, 0.0), (0.5, 0.3), (1.0, 0.9), (1.5, 1.6), (2.0, 2.6), (2.5, 4.0), (3.0, 5.9), (3.5, 8.1))


def bridge_report(path: Path, *, photo: Path) -> None:
    """Writes the report; `photo` is the picture of the second bridge."""
    pages = [_title(photo), _results(), _conclusion()]
    pages[0].save(
        path,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=118,
        quality=60,
        title="How much can triangles carry?",
        author="Arjan Gill",
        subject="Science 7, Mr. Lindqvist",
        keywords="bridge, truss, joint three",
        creationDate=PRINTED,
        modDate=PRINTED,
    )


def _title(photo: Path) -> Image.Image:
    page, draw = _page(1)
    draw.text((90, 120), "How much can triangles carry?", font=_font(50), fill=INK)
    draw.text((90, 196), "A test of two stick bridges", font=_font(30), fill=(90, 90, 100))
    picture = ImageOps.exif_transpose(Image.open(photo)).convert("RGB")
    picture.thumbnail((820, 620))
    page.paste(picture, (90, 270))
    _paragraphs(
        draw,
        920,
        (
            "Question: If I use the same number of sticks, does a bridge of triangles carry more than a flat bridge?",
            "Hypothesis: If the sticks make triangles, then the bridge will carry at least twice as much, because a triangle cannot change its shape without a side getting longer.",
            "Kept the same: 54 sticks, the same glue, 24 hours of drying, the same two piles of books, a gap of 50 cm.",
        ),
    )
    return page


def _results() -> Image.Image:
    page, draw = _page(2)
    draw.text((90, 110), "Results", font=_font(42), fill=INK)
    left, bottom, across, up = 170, 800, 660, 500
    draw.line([(left, bottom - up), (left, bottom), (left + across, bottom)], fill=INK, width=3)
    for kilograms in range(5):
        x = left + across * kilograms / 4
        draw.text((x, bottom + 16), str(kilograms), font=_font(22), fill=INK, anchor="ma")
        draw.line([(x, bottom), (x, bottom + 8)], fill=INK, width=2)
    for centimetres in range(0, 11, 2):
        y = bottom - up * centimetres / 10
        draw.text((left - 16, y), str(centimetres), font=_font(22), fill=INK, anchor="rm")
        draw.line([(left, y), (left + across, y)], fill=(222, 224, 228), width=1)
    places = [(left + across * load / 4, bottom - up * sag / 10) for load, sag in RESULTS]
    draw.line(places, fill=(40, 96, 160), width=4)
    for x, y in places:
        draw.ellipse((x - 7, y - 7, x + 7, y + 7), fill=(40, 96, 160))
    draw.text((left + across / 2, bottom + 52), "load in kilograms", font=_font(24), fill=INK, anchor="ma")
    draw.text((left - 70, bottom - up - 46), "sag in millimetres, bridge 2", font=_font(24), fill=INK)
    _paragraphs(
        draw,
        920,
        (
            "Bridge 1 (flat) touched the table at 1.0 kg. It did not break, it gave up.",
            "Bridge 2 (truss) carried 3.5 kg. It broke with a crack eight tenths of a second after the seventh bottle was in.",
            "The curve gets steeper. I thought it would be a straight line.",
        ),
    )
    return page


def _conclusion() -> Image.Image:
    page, draw = _page(3)
    draw.text((90, 110), "What I conclude, and how I could be wrong", font=_font(34), fill=INK)
    _paragraphs(
        draw,
        200,
        (
            "The truss carried three and a half times as much as the flat bridge. My hypothesis said twice, so it was right but too careful.",
            "It did not break in a stick. It broke in a joint, the third one, where I had glued on a Friday in a hurry. So I tested my glue more than I tested triangles.",
            "Sources of error: I only built one of each. The bottles swing. I added them by hand, not always at the same speed.",
            "Next time: three bridges of each kind, and a joint test first: two sticks, one drop of glue, hang bottles until it lets go.",
            "Thanks to: my sister, who held the phone and said one useful thing (change only one thing); my dad, for the bucket.",
            "Sources: our lab notes of 15 October to 25 November; the school library's book on bridges, chapter 4, checked against our own numbers.",
        ),
    )
    return page


def _page(number: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    page = Image.new("RGB", (WIDE, TALL), (253, 253, 252))
    draw = ImageDraw.Draw(page)
    draw.text((90, 50), "Arjan Gill, Arbutus class", font=_font(20), fill=(120, 120, 128))
    draw.text((WIDE / 2, TALL - 50), str(number), font=_font(20), fill=(120, 120, 128), anchor="mm")
    return page, draw


def _paragraphs(draw: ImageDraw.ImageDraw, top: int, texts: Sequence[str]) -> None:
    font = _font(25)
    for text in texts:
        line = ""
        for word in text.split():
            if font.getlength(f"{line} {word}") > WIDE - 190:
                draw.text((90, top), line, font=font, fill=INK)
                top, line = top + 38, word
            else:
                line = f"{line} {word}".strip()
        draw.text((90, top), line, font=font, fill=INK)
        top += 62


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(HANDS["typed"]), size)


def write(path: Path) -> None:
    """The report with a photo made beside it, for looking at while making."""
    photo = path.with_suffix(".jpg")
    bridges.second(photo)
    bridge_report(path, photo=photo)
