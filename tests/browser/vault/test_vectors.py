"""The vectors of the format in real browsers, with the cryptography that families will use."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.vault.browser.bundle import ROOT, bring_up_to_date
from tests.browser.reader import until
from tests.browser.vault.conftest import Host
from tests.browser.vault.engines import Engine, firefox, webkit
from tests.vault.public_vectors import COBBLESTONE, PUBLIC_VECTORS, argon2id, wycheproof

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


def public_vectors() -> dict[str, list[dict[str, Any]]]:
    """Those of others that ask for what the page does; none where they do not lie beside the project."""
    if not PUBLIC_VECTORS.exists():
        return {}
    return {
        "cobblestone": wycheproof(COBBLESTONE),
        # The format's own sizes; Chromium knows no AES keys of 192 bits at all.
        "gcm": [
            test for test in wycheproof("aes_gcm_test.json") if (test["keySize"], test["ivSize"]) == (256, 96)
        ],
        "hkdf": wycheproof("hkdf_sha256_test.json"),
        # Words are text, and the tag has 32 bytes without a secret or further data.
        "argon2id": [
            case
            for case in argon2id()
            if case["pass"] and case["length"] == "32" and not {"secret", "ad"} & case.keys()
        ],
    }


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
    page.evaluate("(vectors) => void runPublic(vectors)", public_vectors())
    until(page, "() => 'publicVerdicts' in window")
    assert page.evaluate("window.publicVerdicts") == []
    page.close()


@pytest.mark.thorough
def test_in_firefox(address: str, tmp_path: Path) -> None:
    with firefox(tmp_path / "profile") as engine:
        assert_agrees(engine, address)


@pytest.mark.thorough
def test_in_webkitgtk(address: str) -> None:
    with webkit() as engine:
        assert_agrees(engine, address)


def assert_agrees(engine: Engine, address: str) -> None:
    engine.go(address)
    engine.until("window.run")
    engine.run("void window.run(arguments[0])", NAMES)
    engine.until("window.verdicts")
    assert_all_are_refused_as_they_should(engine.run("return window.verdicts"))
    engine.run("void window.runPublic(arguments[0])", public_vectors())
    engine.until("window.publicVerdicts")
    assert engine.run("return window.publicVerdicts") == []
