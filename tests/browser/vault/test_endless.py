"""A host that never stops sending: it is heard out no longer than a file can be, and the page says what is wrong."""

import time
from pathlib import Path

import pytest

from generator.vault.links import LinkKey
from generator.vault.manifest import LARGEST_PART_SEALED, LARGEST_SEALED, PartedFile
from generator.vault.open import open_site
from generator.vault.slots import SLOTS_FILE_SIZE
from tests.browser.vault.conftest import ASHA, LINK, WORDS, Deployment, Visit
from tests.browser.vault.engines import Engine, firefox, webkit

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

ON_ITS_WAY = 128 * 1_048_576
"""What may lie in the pipes between a host and a page that does not read on; Firefox fetches far ahead."""
DAMAGED = "changed or damaged on its way"
TROUBLE = f"document.querySelector('#trouble')?.innerText.includes('{DAMAGED}')"
MESSAGE = f"document.querySelector('main.message')?.innerText.includes('{DAMAGED}')"


def endless(deployment: Deployment, name: str) -> None:
    deployment.host.endless = frozenset({f"/{deployment.folder.name}/{ASHA.site}/{name}"})


def assert_heard_out_briefly(deployment: Deployment, most: int) -> None:
    """Twice, for what is damaged is asked for again."""
    assert len(deployment.host.sent) == (1 if most == SLOTS_FILE_SIZE else 2)
    assert_hung_up(deployment, most)


def assert_hung_up(deployment: Deployment, most: int) -> None:
    host = deployment.host
    end = time.monotonic() + 10
    while host.sending and time.monotonic() < end:
        time.sleep(0.05)
    assert not host.sending, "somebody still listens"
    assert all(size <= most + ON_ITS_WAY for size in host.sent), host.sent


def first_pack(deployment: Deployment) -> str:
    return f"d/{open_site(deployment.folder / ASHA.site, LINK).manifest.packs[0].blob}"


def sound_part(folder: Path, link: LinkKey) -> str:
    files = open_site(folder, link).manifest.files
    sound = next(file for file in files if file.path == "media/sound.wav")
    assert isinstance(sound, PartedFile)
    return f"d/{sound.parts[0]}"


def test_endless_slots_are_said_to_be_damaged(simple_visit: Visit) -> None:
    endless(simple_visit.deployment, "slots")
    simple_visit.go("")
    simple_visit.page.fill("#words", WORDS.text)
    simple_visit.page.click("#go")
    simple_visit.until(TROUBLE)
    assert_heard_out_briefly(simple_visit.deployment, SLOTS_FILE_SIZE)


@pytest.mark.parametrize("name", ["m1", "pack"])
def test_an_endless_contents_list_or_page_is_said_to_be_damaged(visit: Visit, name: str) -> None:
    endless(visit.deployment, "m1" if name == "m1" else first_pack(visit.deployment))
    visit.page.goto(f"{visit.deployment.site(ASHA)}#k={LINK.text}")
    visit.until(MESSAGE)
    assert_heard_out_briefly(visit.deployment, LARGEST_SEALED)


def test_an_endless_sound_is_not_played(visit: Visit) -> None:
    visit.open()
    endless(visit.deployment, sound_part(visit.deployment.folder / ASHA.site, LINK))
    visit.go("#/listening")
    visit.until("!!document.querySelector('audio')?.src || !!document.querySelector('.fetch-media')")
    if visit.page.locator(".fetch-media").count():
        visit.page.click(".fetch-media")
    visit.until("document.querySelector('.fetch-media')?.innerText.includes('could not be played')")
    assert visit.deployment.host.sent
    assert_hung_up(visit.deployment, LARGEST_PART_SEALED)


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["Firefox", "WebKitGTK"])
def test_other_engines_hear_it_out_no_longer(deployment: Deployment, tmp_path: Path, name: str) -> None:
    with firefox(tmp_path / "profile") if name == "Firefox" else webkit() as engine:
        opened_in_vain(engine, deployment, "slots", TROUBLE)
        assert_heard_out_briefly(deployment, SLOTS_FILE_SIZE)
        for file in ("m1", first_pack(deployment)):
            deployment.host.sent.clear()
            opened_in_vain(engine, deployment, file, MESSAGE)
            assert_heard_out_briefly(deployment, LARGEST_SEALED)


def opened_in_vain(engine: Engine, deployment: Deployment, file: str, said: str) -> None:
    engine.go("about:blank")
    endless(deployment, file)
    engine.go(f"{deployment.site(ASHA)}#k={LINK.text}")
    engine.until(said)
