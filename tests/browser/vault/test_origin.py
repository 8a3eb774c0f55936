"""What others on the same origin, an old publication, or a moment of bad luck could get out of an open portfolio: nothing."""

import pytest

from tests.browser.vault.conftest import ASHA, LINK, RAVI, Visit

pytestmark = [pytest.mark.browser]

CURIOUS = """
addEventListener("install", () => skipWaiting());
addEventListener("message", async ({ source, data: site }) => {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const answers = open.map((client) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data ? Object.keys(data).join() : "");
    setTimeout(() => resolve(""), 2000);
    client.postMessage({ kind: "who-holds", site }, [port2]);
  }));
  source.postMessage({ asked: open.length, answers: (await Promise.all(answers)).filter(Boolean) });
});
"""
ITS_PAGE = f"""<!doctype html><title>asking</title><script>
navigator.serviceWorker.onmessage = ({{ data }}) => void (data.answers && (document.title = JSON.stringify(data)));
navigator.serviceWorker.register("sw.js").then(() => navigator.serviceWorker.ready)
  .then(({{ active }}) => active.postMessage("{ASHA.site}"));
</script>"""


def test_a_worker_of_another_project_on_the_same_origin_gets_no_keys(simple_visit: Visit) -> None:
    elsewhere = simple_visit.deployment.folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "sw.js").write_text(CURIOUS, encoding="utf-8")
    (elsewhere / "index.html").write_text(ITS_PAGE, encoding="utf-8")
    simple_visit.open("#/listening")
    simple_visit.until("document.querySelector('audio')?.src.includes('/~/')")
    other = simple_visit.context.new_page()
    other.goto(simple_visit.deployment.address.replace("portfolios/", "elsewhere/"))
    for _ in range(100):
        if other.title() != "asking":
            break
        other.wait_for_timeout(100)
    assert other.title() == '{"asked":2,"answers":[]}'


def test_a_file_behind_the_worker_has_an_address_that_tells_nothing_and_opens_nowhere_else(
    simple_visit: Visit,
) -> None:
    simple_visit.open("#/listening")
    page = simple_visit.page
    simple_visit.until("document.querySelector('audio')?.src.includes('/~/')")
    address = page.evaluate("document.querySelector('audio').src")
    folder = simple_visit.deployment.folder / ASHA.site
    _, site, name = address.rsplit("/", 2)
    assert site == ASHA.site
    assert (folder / "d" / name).is_file()
    other = simple_visit.context.new_page()
    answer = other.goto(address)
    assert answer
    assert answer.status == 404


def test_who_looked_at_an_old_publication_still_has_seen_the_newer(simple_visit: Visit) -> None:
    def publish(generation: int, child: str) -> None:
        simple_visit.deployment.publish(ASHA, child, siblings=(RAVI,), generation=generation)

    page = simple_visit.page
    publish(5, "Asha, five")
    simple_visit.open()
    publish(3, "Asha, three")
    page.reload()
    page.click("text=Show the older one")
    simple_visit.until("document.querySelector('#who')?.textContent === 'Asha, three'")
    # Newer than what is shown and older than what was seen: the page renews itself, and keeps its memory.
    publish(4, "Asha, four")
    simple_visit.go("#/nowhere")
    simple_visit.until("document.querySelector('main.message')?.innerText.includes('not here')")
    page.goto("about:blank")
    page.goto(f"{simple_visit.deployment.site(ASHA)}#k={LINK.text}")
    simple_visit.until("document.querySelector('main.message')?.innerText.includes('older portfolio')")
