"""What axe-core has to say about a page: every rule of WCAG 2.0 to 2.2, levels A and AA.

`python -m tests.browser.accessibility` asks it about every kind of page in every state a page can be in, which takes a while;
the tests ask about each kind in one state, and every state meets several kinds.
"""

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page

from tests.browser.by_hand import example_and_browser
from tests.browser.reader import Reader, reader_at
from tests.browser.walking import go_to, one_of_each, page_kinds
from tests.schools.example import CONTENT, ExampleSchool

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

WIDTHS = (320, 360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
DIRECTIONS = ("ltr", "rtl")
BANDS = ("K-3", "4-7", "8-12")

READ_BY = {
    "asha-gill": "harpreet-gill",
    "arjan-gill": "harpreet-gill",
    "kai-reid": "emi-nakamura",
    "yusuf-haddad": "rana-haddad",
}
"""Students whose portfolios hold every kind of page together, and who opens them."""

OTHER_EDITIONS = {"staff": ("group:cedar", "ms-okafor"), "showcase": ("showcase:asha-gill",) * 2}
"""A class as its teacher sees it and a shared showcase as a visitor does: the site, and who opens it."""


@dataclass(frozen=True, kw_only=True)
class State:
    """How a page is looked at."""

    width: int
    scheme: Literal["light", "dark"]
    direction: str
    band: str

    def arrange(self, page: Page) -> None:
        """Brings the open page into this state."""
        # 320 wide and 256 high is also a screen of 1280 by 1024 at 400 %.
        page.set_viewport_size({"width": self.width, "height": 256 if self.width == 320 else 800})
        page.emulate_media(color_scheme=self.scheme, reduced_motion="reduce")
        page.evaluate(
            """([direction, band]) => {
              document.documentElement.dir = direction;
              document.body.dataset.band = band;
            }""",
            [self.direction, self.band],
        )


def every_state() -> Iterator[State]:
    """Every width with every scheme, direction and age band."""
    for width, scheme, direction, band in product(WIDTHS, SCHEMES, DIRECTIONS, BANDS):
        yield State(width=width, scheme=scheme, direction=direction, band=band)


def violations(page: Page) -> list[str]:
    """One line for each violation: rule, place, and what was measured."""
    # Asked from outside, where the page's own policy does not reach; kept for the page's whole visit.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        """(tags) => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
          .then((said) => said.violations)""",
        _TAGS,
    )
    return [
        f"{violation['id']} at {node['target'][0]}: {node['failureSummary'].splitlines()[-1].strip()}"
        for violation in found
        for node in violation["nodes"]
    ]


def too_wide(page: Page) -> list[str]:
    """The page itself, where it scrolls sideways, with the elements that stick out."""
    said: list[str] = page.evaluate(
        """() => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          const out = [...document.querySelectorAll("header *, main *")].filter((one) => {
            const { left, right } = one.getBoundingClientRect();
            return right > root.clientWidth + 1 || left < -1;
          });
          return ["the page", ...out.slice(0, 3).map((one) => `${one.tagName} ${one.className}`)];
        }"""
    )
    return said


def open_all(page: Page) -> None:
    """Unfolds whatever is folded, so that it is looked at too."""
    page.evaluate("() => { for (const one of document.querySelectorAll('main details')) one.open = true; }")


@contextmanager
def opened_portfolios(browser: Browser, school: ExampleSchool) -> Iterator[dict[str, Reader]]:
    """One open portfolio for each student of `READ_BY`, in a browser without transitions."""
    with ExitStack() as stack:
        readers = {
            student: stack.enter_context(reader_at(browser, school, reduced_motion="reduce"))
            for student in READ_BY
        }
        for student, reader in readers.items():
            reader.unlock(student, words=school.words[READ_BY[student]])
        yield readers


def kinds_of_pages(readers: Mapping[str, Reader]) -> dict[str, tuple[str, str]]:
    """For each kind of page, whose portfolio shows it and where."""
    found: dict[str, tuple[str, str]] = {}
    for student, reader in readers.items():
        for kind, route in page_kinds(reader.page, known=found).items():
            found.setdefault(kind, (student, route))
    return found


def with_a_shared_showcase(folder: Path) -> Path:
    """The example school, in which one student shares the showcase with whoever has the link."""
    content = Path(shutil.copytree(CONTENT, folder / "content"))
    with (content / "students" / "asha-gill" / "showcase.yml").open("a", encoding="utf-8") as showcase:
        showcase.write("share until: 2199-06-30\n")
    return content


def main(arguments: Sequence[str]) -> int:
    """The command line: 1 where a rule is broken, 3 where there is no browser."""
    argparse.ArgumentParser(prog="python -m tests.browser.accessibility", description=__doc__).parse_args(
        arguments
    )
    with example_and_browser(with_a_shared_showcase) as (school, browser):
        looks, found = ask_about_everything(browser, school)
    for (what, said), times in found.most_common():
        print(f"{what}: {said} ({times} states)")
    print(f"{looks} looks at pages: {sum(found.values())} violations or pages wider than the screen")
    return 1 if found else 0


def ask_about_everything(browser: Browser, school: ExampleSchool) -> tuple[int, Counter[tuple[str, str]]]:
    """How often a page was looked at, and what was wrong: kind of page and complaint, with the number of states."""
    found = Counter[tuple[str, str]]()
    looks = 0

    def look(kind: str, page: Page) -> None:
        nonlocal looks
        for state in every_state():
            state.arrange(page)
            found.update((kind, said) for said in (*violations(page), *too_wide(page)))
            looks += 1
        print(f"{kind}: {looks} looks so far", flush=True)

    with reader_at(browser, school, reduced_motion="reduce") as locked:
        locked.page.goto(f"{school.address}{school.sites['asha-gill']}/")
        locked.page.wait_for_selector("#words")
        look("locked", locked.page)
    with opened_portfolios(browser, school) as readers:
        for kind, (student, route) in kinds_of_pages(readers).items():
            page = readers[student].page
            go_to(page, route)
            open_all(page)
            look(f"{kind} ({student})", page)
    for edition, (site, person) in OTHER_EDITIONS.items():
        with reader_at(browser, school, reduced_motion="reduce") as reader:
            reader.follow(site, link=school.links[person])
            for kind, route in one_of_each(reader.page).items():
                go_to(reader.page, route)
                open_all(reader.page)
                look(f"{edition}: {kind}", reader.page)
    return looks, found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
