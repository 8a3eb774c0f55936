"""The vectors of the format in real browsers, with the cryptography that families will use."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.vault.browser.bundle import ROOT, bring_up_to_date
from tests.browser.conftest import until
from tests.browser.vault.conftest import Host
from tests.browser.vault.engines import firefox, webkit

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

NAMES = sorted(
    path.stem for path in (ROOT / "tests" / "vectors" / "vault").glob("*.json") if path.stem != "ok"
)


@pytest.fixture
def address() -> Iterator[str]:
    bring_up_to_date()
    host = Host(ROOT)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{host.server_port}/tests/browser/vault/vectors.html"
    host.shutdown()
    host.server_close()


def assert_all_are_refused_as_they_should(verdicts: dict[str, Any]) -> None:
    assert {name: said for name, said in verdicts.items() if said} == {}
    assert set(NAMES) <= verdicts.keys()


def test_in_chromium(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    until(page, "() => 'run' in window")
    page.evaluate("(names) => void run(names)", NAMES)
    until(page, "() => 'verdicts' in window")
    assert_all_are_refused_as_they_should(page.evaluate("window.verdicts"))
    page.close()


def test_in_firefox(address: str, tmp_path: Path) -> None:
    with firefox(tmp_path / "profile") as engine:
        engine.go(address)
        engine.until("window.run")
        engine.run("void window.run(arguments[0])", NAMES)
        engine.until("window.verdicts")
        assert_all_are_refused_as_they_should(engine.run("return window.verdicts"))


def test_in_webkitgtk(address: str) -> None:
    with webkit() as engine:
        engine.go(address)
        engine.until("window.run")
        engine.run("void window.run(arguments[0])", NAMES)
        engine.until("window.verdicts")
        assert_all_are_refused_as_they_should(engine.run("return window.verdicts"))
