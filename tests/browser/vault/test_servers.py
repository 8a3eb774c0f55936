"""The shell under real servers with the headers of our recipes: nothing of it is kept from working by its own policy."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import pytest

from tests.browser.vault.conftest import ASHA, SOUND_SECONDS, WORDS, Visit
from tests.publish.s3_server import s3_and_cloudfront_serving
from tests.publish.test_servers import apache_serving, nginx_serving

pytestmark = [pytest.mark.browser]


class Serving(Protocol):
    def __call__(self, deployment: Path, *, folder: Path) -> AbstractContextManager[int]: ...


@pytest.mark.parametrize(
    "serving",
    [nginx_serving, apache_serving, s3_and_cloudfront_serving],
    ids=["nginx", "Apache", "S3 behind CloudFront"],
)
def test_a_portfolio_opens_with_everything_in_it(
    simple_visit: Visit, tmp_path: Path, serving: Serving
) -> None:
    folder = tmp_path / "server"
    folder.mkdir()
    page = simple_visit.page
    with serving(simple_visit.deployment.folder, folder=folder) as port:
        page.goto(f"http://127.0.0.1:{port}/{ASHA.site}/")
        page.fill("#words", WORDS.text)
        page.click("#go")
        simple_visit.titled("Home")
        page.click("header a[href$='timeline']")
        simple_visit.titled("Timeline")
        simple_visit.until(
            "document.images[0].src.startsWith('blob:') && document.images[0].naturalWidth > 0"
        )
        page.evaluate("location.hash = '#/listening'")
        simple_visit.until("document.querySelector('audio')?.src.includes('/~/')")
        simple_visit.until(f"Math.round(document.querySelector('audio').duration) === {SOUND_SECONDS}")
        page.click("header a[href$='search']")
        page.wait_for_selector("form[data-ready]")
        page.fill("#q", "robo")
        page.wait_for_selector("[data-results] a:text('Piece 3')")
        page.reload()
        simple_visit.titled("Search")
        page.click("[data-siblings] summary")
        page.click("[data-siblings] a:text('Ravi')")
        simple_visit.until("document.querySelector('#who')?.textContent === 'Ravi'")
        page.click("[data-lock]")
        page.wait_for_selector("#unlock:not([hidden])")
        page.goto("about:blank")
    assert simple_visit.complaints == []
