"""Pictures of every kind of page in every width, scheme and language, to leaf through: `python -m tests.browser.gallery FOLDER`.

With `--readme` it makes only the three small pictures that README.md shows, in `docs/pictures/`.
"""

import argparse
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.by_hand import example_and_browser
from tests.browser.reader import Reader, reader_at
from tests.browser.walking import go_to, page_kinds
from tests.schools.example import REPOSITORY, ExampleSchool

FAMILIES = {
    "asha-gill": ("harpreet-gill", "English"),
    "gurnoor-sandhu": ("manjit-sandhu", "Punjabi"),
    "yusuf-haddad": ("rana-haddad", "Arabic"),
}
"""Whose portfolios are shown, who opens them, and the language the student writes in."""

WIDTHS: dict[str, ViewportSize] = {
    "narrowest": {"width": 320, "height": 640},
    "phone": {"width": 360, "height": 740},
    "tablet": {"width": 768, "height": 1024},
    "wide": {"width": 1280, "height": 800},
}
SCHEMES = ("light", "dark")
AGES = {
    "mika-reyes": ("liza-reyes", "Grade 1"),
    "ruth-adeyemi": ("yewande-adeyemi", "Grade 11"),
}
"""The youngest and the oldest: whose portfolios, who opens them, and the grade."""
AGE_KINDS = ("home", "timeline", "goals", "evidence with a picture")

INTERFACE_LANGUAGES = ("fr", "ar", "pa", "zh-Hant")
INTERFACE_KINDS = ("home", "timeline", "goals", "scale")
"""Pages that are shown once more in the words of other languages."""

README = {
    "home-phone.webp": ("home", "phone"),
    "growth-phone.webp": ("comparison with pictures", "phone"),
    "home-wide.webp": ("home", "wide"),
}
_README_WIDTH = 900
_TALLEST = 16_000
_TO_DRAW = 100


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture: what it shows and its file."""

    kind: str
    variant: str
    file: str


def main(arguments: Sequence[str]) -> int:
    """The command line; 3 means that there is no browser."""
    options = argparse.ArgumentParser(prog="python -m tests.browser.gallery", description=__doc__)
    options.add_argument("folder", type=Path, nargs="?", default=Path("build/gallery"))
    options.add_argument("--readme", action="store_true", help="make only the pictures of README.md")
    chosen = options.parse_args(arguments)
    with example_and_browser() as (school, browser):
        if chosen.readme:
            take_readme_pictures(browser, school, folder=REPOSITORY / "docs" / "pictures")
        else:
            shots = tuple(take_gallery(browser, school, folder=chosen.folder))
            (chosen.folder / "index.html").write_text(_index(shots), encoding="utf-8", newline="\n")
            print(f"{len(shots)} pictures: {chosen.folder / 'index.html'}")
    return 0


def take_readme_pictures(browser: Browser, school: ExampleSchool, *, folder: Path) -> None:
    """The three pictures of README.md: the first screen of each page, small."""
    folder.mkdir(parents=True, exist_ok=True)
    student, (guardian, _) = next(iter(FAMILIES.items()))
    settings = {"color_scheme": "light", "device_scale_factor": 2, "reduced_motion": "reduce"}
    with reader_at(browser, school, viewport=WIDTHS["phone"], **settings) as reader:
        reader.unlock(student, words=school.words[guardian])
        kinds = page_kinds(reader.page)
        for name, (kind, width) in README.items():
            reader.page.set_viewport_size(WIDTHS[width])
            go_to(reader.page, kinds[kind])
            reader.see_all()
            _keep(reader.page.screenshot(), folder / name, widest=_README_WIDTH)


def take_gallery(browser: Browser, school: ExampleSchool, *, folder: Path) -> Iterator[Shot]:
    """Every kind of page, whole; makes the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (student, (guardian, language)) in enumerate(FAMILIES.items()):
        with reader_at(browser, school, viewport=WIDTHS["phone"], reduced_motion="reduce") as reader:
            if not number:
                yield from _locked(reader.page, school, student=student, folder=folder)
            reader.unlock(student, words=school.words[guardian])
            kinds = page_kinds(reader.page)
            for kind, route in kinds.items():
                go_to(reader.page, route)
                for width, scheme in product(WIDTHS, SCHEMES):
                    _arrange(reader.page, width=width, scheme=scheme)
                    if scheme == SCHEMES[0]:
                        reader.see_all()
                    yield _shot(reader.page, kind, f"{language} {width} {scheme}", folder=folder)
            if not number:
                yield from _translated(reader, kinds, folder=folder)
    for student, (guardian, grade) in AGES.items():
        with reader_at(browser, school, viewport=WIDTHS["phone"], reduced_motion="reduce") as reader:
            reader.unlock(student, words=school.words[guardian])
            yield from _aged(reader, grade, folder=folder)


def _locked(page: Page, school: ExampleSchool, *, student: str, folder: Path) -> Iterator[Shot]:
    page.goto(f"{school.address}{school.sites[student]}/")
    page.wait_for_selector("#words")
    for width, scheme in product(WIDTHS, SCHEMES):
        _arrange(page, width=width, scheme=scheme)
        yield _shot(page, "locked", f"{width} {scheme}", folder=folder)


def _aged(reader: Reader, grade: str, *, folder: Path) -> Iterator[Shot]:
    kinds = page_kinds(reader.page)
    for kind in AGE_KINDS:
        go_to(reader.page, kinds[kind])
        for width in ("phone", "wide"):
            _arrange(reader.page, width=width, scheme="light")
            reader.see_all()
            yield _shot(reader.page, kind, f"{grade} {width} light", folder=folder)


def _translated(reader: Reader, kinds: dict[str, str], *, folder: Path) -> Iterator[Shot]:
    for language, kind in product(INTERFACE_LANGUAGES, INTERFACE_KINDS):
        page = reader.page
        go_to(page, kinds[kind])
        page.locator("select[data-language]").select_option(language)
        page.wait_for_selector(f"html[lang={language}]", state="attached")
        for width in ("phone", "wide"):
            _arrange(page, width=width, scheme="light")
            reader.see_all()
            yield _shot(page, kind, f"interface {language} {width} light", folder=folder)


def _arrange(page: Page, *, width: str, scheme: str) -> None:
    page.set_viewport_size(WIDTHS[width])
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")


def _shot(page: Page, kind: str, variant: str, *, folder: Path) -> Shot:
    file = f"{kind} {variant}.webp".replace(" ", "-")
    # A screen as tall as the page: what is far below a real one is not drawn, and the bar of places would lie over words.
    size = page.evaluate("() => [innerWidth, document.documentElement.scrollHeight]")
    page.set_viewport_size({"width": size[0], "height": min(size[1], _TALLEST)})
    page.wait_for_timeout(_TO_DRAW)
    _keep(page.screenshot(), folder / file, widest=WIDTHS["wide"]["width"])
    return Shot(kind=kind, variant=variant, file=file)


def _keep(picture: bytes, file: Path, *, widest: int) -> None:
    with Image.open(io.BytesIO(picture)) as shot:
        image = shot.convert("RGB").crop((0, 0, shot.width, min(shot.height, _TALLEST)))
        if image.width > widest:
            image.thumbnail((widest, _TALLEST))
        image.save(file, "WEBP", quality=82, method=4)


def _index(shots: tuple[Shot, ...]) -> str:
    kinds = tuple(dict.fromkeys(shot.kind for shot in shots))
    jumps = " · ".join(f'<a href="#{escape(_anchor(kind))}">{escape(kind)}</a>' for kind in kinds)
    sections = [f"<nav>{jumps}</nav>"]
    for kind in kinds:
        figures = "".join(
            f'<figure><a href="{escape(shot.file)}"><img src="{escape(shot.file)}" alt="" loading="lazy"></a>'
            f"<figcaption>{escape(shot.variant)}</figcaption></figure>"
            for shot in shots
            if shot.kind == kind
        )
        sections.append(f'<h2 id="{escape(_anchor(kind))}">{escape(kind)}</h2><div>{figures}</div>')
    return _PAGE.replace("SECTIONS", "\n".join(sections))


def _anchor(kind: str) -> str:
    return kind.replace(" ", "-")


_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gallery</title>
<style>
body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; background: #ddd; color: #222; }
div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
figure { margin: 0; }
img { height: 26rem; max-width: 24rem; object-fit: cover; object-position: top; border: 1px solid #888; background: #fff; }
</style>
</head>
<body>
<h1>Every kind of page</h1>
SECTIONS
</body>
</html>
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
