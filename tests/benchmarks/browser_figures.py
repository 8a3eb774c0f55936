"""`python -m tests.benchmarks.browser_figures`: how soon a family sees something, and how many bytes that takes.

Builds the example school, serves it on this computer, and unlocks it with six words in each browser that is here.
Bytes are what a host with compression sends: gzip for scripts, styles and pages, everything sealed as it is.
"""

import gzip
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from generator.cli.main import run
from generator.publish.serve import serving
from generator.vault.browser.bundle import BUILT, HERE, OUTPUTS
from generator.vault.keyring_file import open_keyring
from generator.vault.open import open_site
from generator.vault.passphrase import Words
from tests.browser import chromium
from tests.browser.vault.engines import firefox, webkit

REPOSITORY = Path(__file__).parents[2]
TIMES = 5
STUDENT, GUARDIAN = "asha-gill", "harpreet-gill"
FIRST_PAGE = "document.querySelector('body.portfolio h1')"
FIRST_FRAME = "document.querySelector('main video')?.readyState >= 2"

Run = Callable[[str], object]
"""Runs a function's body in a page and gives what it returns."""


@dataclass(frozen=True, kw_only=True)
class Example:
    """The example school as a host serves it."""

    address: str
    out: Path
    words: Words
    film: str
    """The route of a page with a film."""


def main() -> None:
    """Prints one table."""
    # Looked for before Playwright runs, which the search may need itself.
    if chromium.find() is None:
        raise SystemExit(chromium.MISSING)
    tell_of_the_shell()
    with example() as school:
        tell_of_bytes(school)
        for name, measure in (("Chromium", in_chromium), ("Firefox", in_firefox), ("WebKitGTK", in_webkit)):
            try:
                for what, route, condition in (
                    ("first page", "", FIRST_PAGE),
                    ("first film frame", school.film, FIRST_FRAME),
                ):
                    seconds = [measure(school, route, condition) for _ in range(TIMES)]
                    spread = f"{min(seconds):.2f} to {max(seconds):.2f}"
                    print(
                        f"{name}: submit to {what}: {statistics.median(seconds):.2f} s ({spread}, {TIMES} runs)"
                    )
            except pytest.skip.Exception:
                print(f"{name}: not here")


def tell_of_the_shell() -> None:
    """Lines, dependencies and sizes of what opens a portfolio."""
    sources = [path for path in HERE.rglob("*.js") if BUILT not in path.parents and path.name != "bundle.js"]
    lines = [line for path in sources for line in path.read_text(encoding="utf-8").splitlines()]
    code = [line for line in lines if line.strip() and not line.lstrip().startswith(("/*", "*", "//"))]
    print(f"shell: {len(sources)} modules, {len(lines)} lines, {len(code)} of them code")
    sizes = {name: on_the_wire(BUILT / name) for name in OUTPUTS}
    for name in sorted(sizes):
        print(f"  {name}: {sizes[name]} bytes")
    scanned = sum(sizes[name] for name in ("shell.html", "unlock.css", "portfolio.js", "reader.css"))
    print(
        f"  with a scanned code: {scanned}; with typed words: {scanned + sizes['argon2.js'] + sizes['words.txt']}"
    )


def tell_of_bytes(school: Example) -> None:
    """What is fetched before unlocking, for typing words, and to the first useful page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        page = browser.new_page(
            locale="en-CA", service_workers="block", viewport={"width": 360, "height": 740}
        )
        asked: list[str] = []
        page.on("response", lambda response: asked.append(urlsplit(response.url).path.lstrip("/")))
        page.goto(school.address)
        page.wait_for_selector("#unlock:not([hidden])")
        page.wait_for_timeout(1_000)
        print(f"bytes before anybody types: {sent(school, asked)}")
        page.fill("#words", school.words.text)
        page.wait_for_timeout(1_000)
        print(f"bytes before unlocking, words typed: {sent(school, asked)}")
        page.click("#go")
        page.wait_for_selector("body.portfolio h1")
        page.wait_for_timeout(3_000)
        needed = max(asked.index(path) for path in asked if path.endswith(".css")) + 1
        print(f"bytes to the first useful page, which waits for its styles: {sent(school, asked[:needed])}")
        print(f"bytes to the same with the pictures that come into view: {sent(school, asked)}")
        browser.close()


def in_chromium(school: Example, route: str, condition: str) -> float:
    """Seconds from submitting words to a condition."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        page = browser.new_page(locale="en-CA")
        page.goto(f"{school.address}{route}")
        page.wait_for_selector("#unlock:not([hidden])")
        seconds = timed(lambda script: page.evaluate(f"() => {{ {script} }}"), school, condition)
        browser.close()
    return seconds


def in_firefox(school: Example, route: str, condition: str) -> float:
    """The same in Firefox."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        firefox(Path(folder) / "profile") as engine,
    ):
        engine.go(f"{school.address}{route}")
        engine.until("document.querySelector('#unlock:not([hidden])')")
        return timed(engine.run, school, condition)


def in_webkit(school: Example, route: str, condition: str) -> float:
    """The same in WebKitGTK."""
    with webkit() as engine:
        engine.go(f"{school.address}{route}")
        engine.until("document.querySelector('#unlock:not([hidden])')")
        return timed(engine.run, school, condition)


def timed(run_in_page: Run, school: Example, condition: str) -> float:
    """Types and submits in the page, which then looks at its own clock; asking from outside would cost time."""
    typed = (
        f"const field = document.querySelector('#words'); field.focus(); field.value = '{school.words.text}';"
    )
    run_in_page(f"{typed} field.dispatchEvent(new Event('input'));")
    wait(run_in_page, "document.querySelectorAll('#so-far .known').length === 6")
    run_in_page(
        "const began = performance.now(); const look = setInterval(() => {"
        " const film = document.querySelector('main video[src]');"
        " if (film?.paused) { film.muted = true; film.play().catch(() => undefined); }"
        f" if (!({condition})) return; clearInterval(look);"
        " document.documentElement.dataset.took = String(performance.now() - began); }, 5);"
        " document.querySelector('#go').click();"
    )
    wait(run_in_page, "document.documentElement.dataset.took")
    return float(str(run_in_page("return document.documentElement.dataset.took"))) / 1000


def wait(run_in_page: Run, condition: str) -> None:
    """Asks until it is so."""
    end = time.monotonic() + 60
    while not run_in_page(f"return !!({condition})"):
        if time.monotonic() > end:
            raise TimeoutError(condition)
        time.sleep(0.05)


@contextmanager
def example() -> Iterator[Example]:
    """The school in `content/`, built by the command a teacher runs."""
    with tempfile.TemporaryDirectory(prefix="kinfolio-figures-") as name:
        folder = Path(name)
        shutil.copy(REPOSITORY / "site-config.yml", folder)
        config, out = folder / "site-config.yml", folder / "dist"
        os.environ["KINFOLIO_HOME"] = str(folder / "home")
        content = str(REPOSITORY / "content")
        if run(["build", "--config", str(config), "--content", content, "--out", str(out)]) != 0:
            raise SystemExit("the example school does not build")
        with open_keyring(folder / "home" / "maple-creek", today=date(2026, 6, 30)) as kept:
            words = kept.keyring.keyholder(GUARDIAN).words
            family = {site.student: site.key.site for site in kept.keyring.sites if site.edition == "family"}
        opened = open_site(out / family[STUDENT], words)
        film = next(
            path for path in opened.paths if path.endswith(".html") and b"<video" in opened.read(path)
        )
        with serving(out) as address:
            yield Example(
                address=f"{address}{family[STUDENT]}/",
                out=out,
                words=words,
                film=f"#/{film.removesuffix('.html')}",
            )


def sent(school: Example, asked: list[str]) -> str:
    """The sum over files asked for so far, each once."""
    files = {school.out / path / "index.html" if path.endswith("/") else school.out / path for path in asked}
    sizes = [on_the_wire(file) for file in files if file.is_file()]
    return f"{sum(sizes)} in {len(sizes)} files"


@cache
def on_the_wire(file: Path) -> int:
    """Bytes of a file as a host with compression sends it."""
    data = file.read_bytes()
    return len(gzip.compress(data, 6)) if file.suffix in {".html", ".js", ".css", ".txt"} else len(data)


if __name__ == "__main__":
    main()
