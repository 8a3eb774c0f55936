"""Everything that can be wrong with what a host serves, and the sentence for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.vault.signing import SigningKey
from generator.vault.slots import Role, Slot, SlotsHeader, link_kek, slots_file
from tests.browser import chromium
from tests.browser.vault.conftest import ASHA, LINK, RAVI, SCHOOL, WORDS, Deployment, Visit
from tests.schools.cost import CHEAP

pytestmark = [pytest.mark.browser]

MISSING = "parts of it are not in their place"
DAMAGED = "changed or damaged on its way"
NEWER = "made by a newer Kinfolio"
FOREIGN = "is not the one that belongs here"
TAMPERED = "do not type the words again"
FORGED = "not made by the school"
OPENS_NOTHING = "do not open this portfolio"
SPOKEN = ("en", "fr", "pa", "zh-Hant", "ar")


def with_byte(path: Path, *, at: int, value: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] = value
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-700])


def for_all(folder: Path, spoil: Callable[[Path], object]) -> None:
    for path in folder.iterdir():
        spoil(path)


def put_in_place_of(path: Path) -> None:
    """The same file of the other child's site."""
    path.write_bytes((path.parent.parent / RAVI.site / path.name).read_bytes())


def another_school(folder: Path) -> None:
    """Slots made by somebody who holds the key, with a school of their own in them."""
    header = SlotsHeader(site=ASHA.site, epoch=ASHA.epoch, salt=b"s" * 16, cost=CHEAP)
    slot = Slot(kek=link_kek(LINK, salt=header.salt), role=Role.GUARDIAN)
    forged = SigningKey(seed=b"f" * 32).public
    assert forged != SCHOOL.public
    (folder / "slots").write_bytes(
        slots_file([slot], key=ASHA, school=forged, header=header, secret=b"x" * 32)
    )


WHEN_WORDS_ARE_TYPED: dict[str, tuple[Callable[[Path], object], str]] = {
    "slots are missing": (lambda folder: (folder / "slots").unlink(), MISSING),
    "slots are another file": (lambda folder: (folder / "slots").write_text("<html>"), MISSING),
    "slots are cut": (lambda folder: cut(folder / "slots"), DAMAGED),
    "slots are newer": (lambda folder: with_byte(folder / "slots", at=4, value=2), NEWER),
    "slots are another child's": (lambda folder: put_in_place_of(folder / "slots"), FOREIGN),
    "Argon2id would work for an hour": (
        lambda folder: with_byte(folder / "slots", at=12, value=255),
        TAMPERED,
    ),
    "the salt is another": (lambda folder: with_byte(folder / "slots", at=24, value=0), OPENS_NOTHING),
}
WHEN_IT_IS_OPENED: dict[str, tuple[Callable[[Path], object], str]] = {
    "the contents list is missing": (lambda folder: (folder / "m1").unlink(), MISSING),
    "the contents list is cut": (lambda folder: cut(folder / "m1"), DAMAGED),
    "the contents list is another child's": (lambda folder: put_in_place_of(folder / "m1"), DAMAGED),
    "another school signed": (another_school, FORGED),
    "all pages are missing": (lambda folder: for_all(folder / "d", Path.unlink), MISSING),
    "all pages are cut": (lambda folder: for_all(folder / "d", cut), DAMAGED),
}


@pytest.mark.parametrize("state", WHEN_WORDS_ARE_TYPED)
def test_typing_words_says_what_is_wrong(simple_visit: Visit, state: str) -> None:
    spoil, said = WHEN_WORDS_ARE_TYPED[state]
    spoil(simple_visit.deployment.folder / ASHA.site)
    simple_visit.go("")
    simple_visit.page.fill("#words", WORDS.text)
    simple_visit.page.click("#go")
    simple_visit.until(f"document.querySelector('#trouble').innerText.includes('{said}')")
    assert "Asha" not in simple_visit.page.content()


@pytest.mark.parametrize("state", WHEN_IT_IS_OPENED)
def test_a_scanned_code_says_what_is_wrong(simple_visit: Visit, state: str) -> None:
    spoil, said = WHEN_IT_IS_OPENED[state]
    spoil(simple_visit.deployment.folder / ASHA.site)
    simple_visit.page.goto(f"{simple_visit.deployment.site(ASHA)}#k={LINK.text}")
    simple_visit.until(f"document.querySelector('main.message')?.innerText.includes('{said}')")
    assert simple_visit.page.locator("main.message button").is_visible()
    assert "Asha" not in simple_visit.page.content()


def test_a_folder_under_another_name_is_said(simple_visit: Visit) -> None:
    folder = simple_visit.deployment.folder
    (folder / ASHA.site).rename(folder / "asha")
    simple_visit.page.goto(f"{simple_visit.deployment.address}asha/#k={LINK.text}")
    simple_visit.until(f"document.querySelector('#trouble').innerText.includes('{FOREIGN}')")


def test_a_link_that_is_cut_or_old_says_so(simple_visit: Visit) -> None:
    page, address = simple_visit.page, simple_visit.deployment.site(ASHA)
    page.goto(f"{address}#k={LINK.text[:-3]}")
    simple_visit.until("document.querySelector('#trouble').innerText.includes('This link is not complete')")
    page.goto("about:blank")
    page.goto(f"{address}#k={'A' * 22}")
    simple_visit.until(
        "document.querySelector('#trouble').innerText.includes('does not open the portfolio any more')"
    )


def test_a_damaged_picture_is_never_shown_in_part(simple_visit: Visit) -> None:
    simple_visit.open()
    folder = simple_visit.deployment.folder / ASHA.site / "d"
    for path in folder.iterdir():
        cut(path)
    simple_visit.go("#/timeline")
    simple_visit.until("document.querySelector('main').innerText.includes('changed or damaged')")
    simple_visit.deployment.publish(ASHA, "Asha", siblings=(RAVI,))
    simple_visit.page.click("main.message button")
    simple_visit.titled("Timeline")
    simple_visit.until("document.images[0].src.startsWith('blob:')")


def test_without_webassembly_typed_words_say_so_and_the_code_opens(simple_visit: Visit) -> None:
    simple_visit.page.add_init_script("delete globalThis.WebAssembly")
    simple_visit.go("")
    simple_visit.page.fill("#words", WORDS.text)
    simple_visit.page.click("#go")
    simple_visit.until("document.querySelector('#trouble').innerText.includes('Scanning the code')")
    simple_visit.page.goto("about:blank")
    simple_visit.open()


def told_in(browser: Browser, address: str, *, language: str, missing: str = "") -> str:
    """What is said in place of a portfolio, in the language of this browser."""
    context = browser.new_context(locale=language)
    page = context.new_page()
    if missing:
        page.add_init_script(f"delete globalThis.{missing}")
    page.goto(address)
    page.wait_for_selector("#trouble p")
    assert page.get_attribute("html", "lang") == language
    assert page.get_attribute("html", "dir") == ("rtl" if language in {"ar", "fa"} else "ltr")
    said = page.inner_text("#trouble")
    context.close()
    return said


def test_a_browser_without_what_is_needed_is_told_in_its_own_language(
    browser: Browser, deployment: Deployment
) -> None:
    address = deployment.site(ASHA)
    said = {
        language: told_in(browser, address, language=language, missing="DecompressionStream")
        for language in SPOKEN
    }
    assert "too old" in said["en"]
    assert len(set(said.values())) == len(said)


def test_an_address_that_is_not_safe_is_said_in_the_readers_language(
    browser: Browser, deployment: Deployment
) -> None:
    mapped = "--host-resolver-rules=MAP portfolios.example 127.0.0.1"
    elsewhere = browser.browser_type.launch(executable_path=chromium.find(), args=[*chromium.FLAGS, mapped])
    address = deployment.site(ASHA).replace("127.0.0.1", "portfolios.example")
    said = {language: told_in(elsewhere, address, language=language) for language in SPOKEN}
    elsewhere.close()
    assert all("https" in text for text in said.values())
    assert len(set(said.values())) == len(said)
