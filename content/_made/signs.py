"""A group's sign for the creek path, and the wet afternoon on which it was hung."""

from pathlib import Path

from paper import Colour, Sheet
from PIL import Image, ImageDraw, ImageFilter
from portraits import head
from shapes import Point, box, ellipse, through
from snapshot import save_photo

INK: Colour = (46, 44, 52)
BOARD: Colour = (206, 170, 120)
_LOOKING_UP: Point = (1010, 470)


def sign(path: Path) -> None:
    """The painted board at the first bend."""
    sheet = Sheet(1400, 1000, seed=811)
    sheet.colour_in(box(90, 90, 1310, 800), BOARD, angle=2, width=14)
    sheet.line(box(90, 90, 1310, 800), (120, 80, 50), width=14)
    sheet.colour_in(box(640, 800, 760, 1000), (140, 98, 62), straight=True)
    sheet.colour_in(through("180,560 640,520 660,600 190,650 180,560"), (120, 84, 56), angle=4, width=12)
    body = through("300,690 380,660 470,672 560,690 610,720 540,726 440,720 360,726 300,690")
    sheet.colour_in(body, (220, 130, 50), width=8)
    sheet.line(body, INK, width=5)
    sheet.line(ellipse((334, 688), 4, 4), INK, width=8)
    sheet.write("LOOK,", (720, 260), size=120, colour=(40, 60, 140), tool="crayon")
    sheet.write("LIFT NOTHING", (330, 400), size=120, colour=(40, 60, 140), tool="crayon")
    sheet.write("ਦੇਖੋ, ਚੁੱਕੋ ਨਾ", (730, 620), size=84, colour=(160, 40, 60), hand="gurmukhi", steady=True)
    save_photo(sheet.image(), path, taken="2026:05:13 13:05:40", quality=66)


def hanging(path: Path, *, blurred: Path) -> None:
    """Three of the group at the fence; the second file hides the face of the one who looks up."""
    sheet = Sheet(1500, 1100, seed=812, ground="blue")
    for _ in range(120):
        x, y = 1500 * sheet.chance(), 900 * sheet.chance()
        sheet.line([(x, y), (x - 10, y + 50)], (96, 146, 206), width=5)
    sheet.colour_in(through("0,900 1500,880 1500,1100 0,1100 0,900"), (104, 150, 84), angle=6, width=14)
    for post in range(6):
        sheet.line([(120 + post * 260, 560), (120 + post * 260, 930)], (140, 98, 62), width=26)
    sheet.line([(60, 640), (1460, 620)], (140, 98, 62), width=24)
    sheet.colour_in(box(520, 560, 860, 740), BOARD, straight=True)
    sheet.line(box(520, 560, 860, 740), (120, 80, 50), width=9)
    people: tuple[tuple[Point, Colour, Colour, Colour, str], ...] = (
        ((380, 470), (206, 42, 46), (190, 134, 92), (40, 30, 30), "braids"),
        ((700, 330), (60, 120, 90), (240, 202, 170), (150, 92, 50), "short"),
        (_LOOKING_UP, (96, 110, 150), (250, 220, 196), (196, 96, 50), "curls"),
    )
    for at, coat, skin, hair, style in people:
        x, y = at
        shape = [(x - 130, 940), (x - 70, y + 90), (x + 70, y + 90), (x + 130, 940), (x - 130, 940)]
        sheet.colour_in(shape, coat, angle=80, width=12)
        head(sheet, at, size=86, skin=skin, hair=hair, style=style)
    sheet.write("we hung it!", (80, 110), size=80, colour=(60, 60, 140), tool="crayon")
    picture = sheet.image()
    save_photo(picture, path, taken="2026:05:14 14:10:02", quality=66)
    save_photo(_hidden(picture, _LOOKING_UP), blurred, taken="2026:05:14 14:10:02", quality=66)


def _hidden(picture: Image.Image, at: Point) -> Image.Image:
    """The picture with one face so soft that nobody knows it."""
    x, y = at
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).ellipse((x - 150, y - 150, x + 150, y + 150), fill=255)
    soft = picture.filter(ImageFilter.GaussianBlur(46))
    return Image.composite(soft, picture, mask.filter(ImageFilter.GaussianBlur(12)))
