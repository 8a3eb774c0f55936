"""A family's visit in a real browser, on a host that is sometimes at fault."""

import pytest
from playwright.sync_api import Page

from generator.vault.browser.bundle import LANGUAGES
from tests.browser.vault.conftest import ASHA, LINK, RAVI, SOUGHT, SOUND_SECONDS, WORDS, Visit, renewed
from tests.schools.cost import OF_SCHOOLS

pytestmark = [pytest.mark.browser]
UNLOCK = "#unlock:not([hidden])"


def test_words_open_and_a_slip_is_named(visit: Visit) -> None:
    page = visit.page
    visit.go("#/timeline")
    page.wait_for_selector(UNLOCK)
    page.fill("#words", "acorn banjo cactsu daisy eagle fable")
    page.click("#go")
    page.wait_for_selector("#trouble p")
    assert "Word 3, “cactsu”, is not on our list" in page.inner_text("#trouble")
    page.click("#trouble button")
    assert page.input_value("#words") == WORDS.text
    page.fill("#words", "banjo acorn cactus daisy eagle fable")
    page.click("#go")
    visit.until("document.querySelector('#trouble').innerText.includes('do not open this portfolio')")
    page.fill("#words", " Acorn, BANJO cactus-daisy. eagle 6 fable")
    page.click("#go")
    visit.titled("Timeline")
    visit.until("document.activeElement.localName === 'h1'")
    assert visit.complaints == []


def test_words_open_at_the_cost_that_schools_ask_for(simple_visit: Visit) -> None:
    simple_visit.deployment.publish(ASHA, "Asha", siblings=(RAVI,), cost=OF_SCHOOLS)
    simple_visit.go("")
    simple_visit.page.fill("#words", WORDS.text)
    simple_visit.page.click("#go")
    simple_visit.titled("Home")


def test_a_password_manager_may_fill_the_words_in(simple_visit: Visit) -> None:
    page = simple_visit.page
    simple_visit.go("")
    page.wait_for_selector(UNLOCK)
    filled = f"kept.value = '{WORDS.text}'; kept.dispatchEvent(new Event('input'))"
    page.evaluate(f"const kept = document.querySelector('input[autocomplete=current-password]'); {filled}")
    page.wait_for_selector("#so-far li.known")
    page.click("#go")
    simple_visit.titled("Home")


def test_a_link_opens_and_leaves_the_address(visit: Visit) -> None:
    visit.open()
    assert "k=" not in visit.page.url
    visit.go(f"#k={LINK.text}")
    visit.until("!location.hash.includes('k=')")
    assert visit.page.title() == "Home"


def test_nothing_in_a_page_acts_by_itself(simple_visit: Visit) -> None:
    simple_visit.open()
    page = simple_visit.page
    assert page.evaluate("window.acted === undefined")
    assert page.locator("main script, iframe, object").count() == 0
    assert page.get_attribute("#bad", "href") is None


def test_no_picture_or_control_stands_in_for_the_document_or_its_form(simple_visit: Visit) -> None:
    simple_visit.open()
    page = simple_visit.page
    assert page.locator("img[name], form[name]").count() == 0
    assert page.evaluate("[document.body instanceof HTMLBodyElement, typeof document.querySelectorAll]") == [
        True,
        "function",
    ]
    assert page.evaluate("document.querySelector('#posing').attributes.length") == 1
    assert page.locator("#posing [name]").evaluate_all("all => all.map(({ name }) => name)") == ["q"]
    assert page.evaluate("window.acted === undefined")


def test_going_back_and_forward_keeps_the_place(visit: Visit) -> None:
    visit.open("#/timeline")
    page = visit.page
    visit.titled("Timeline")
    visit.until("document.images[0].src.startsWith('blob:') && document.images[0].naturalWidth > 0")
    page.evaluate("scrollTo(0, 900)")
    page.wait_for_timeout(200)
    page.evaluate("document.querySelector('a[href=\"#/e/day4\"]').click()")
    visit.titled("Piece 4")
    assert page.evaluate("scrollY") == 0
    page.evaluate("scrollTo(0, 300)")
    page.wait_for_timeout(200)
    page.go_back()
    visit.titled("Timeline")
    visit.until("Math.abs(scrollY - 900) < 3")
    page.go_forward()
    visit.titled("Piece 4")
    visit.until("Math.abs(scrollY - 300) < 3")


def test_links_into_a_page_and_the_skip_link_arrive(simple_visit: Visit) -> None:
    simple_visit.open()
    page = simple_visit.page
    page.click("#march")
    simple_visit.titled("Timeline")
    simple_visit.until("Math.abs(document.getElementById('day-3').getBoundingClientRect().top) < 40")
    page.evaluate("document.querySelector('.skip-link').click()")
    simple_visit.until("document.activeElement.id === 'main'")


def test_language_and_direction_are_the_pages_own(simple_visit: Visit) -> None:
    simple_visit.open("#/arabic")
    simple_visit.titled("قصتي")
    assert simple_visit.page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        "ar",
        "rtl",
    ]


def test_the_page_says_when_the_school_published_it(simple_visit: Visit) -> None:
    simple_visit.open()
    simple_visit.page.wait_for_selector("[data-published]:not([hidden])")
    assert simple_visit.page.inner_text("[data-published]") == "Published on November 23, 2026"


def test_an_unknown_page_is_said_kindly(simple_visit: Visit) -> None:
    simple_visit.open("#/nowhere")
    simple_visit.page.click("text=To the first page")
    simple_visit.titled("Home")


@pytest.mark.parametrize("language", SOUGHT)
def test_words_are_found_by_their_beginnings_and_lead_to_their_place(visit: Visit, language: str) -> None:
    typed, title, _, path = SOUGHT[language]
    visit.open("#/search")
    page = visit.page
    page.wait_for_selector("form[data-ready]")
    page.locator("#q").press_sequentially(typed)
    page.wait_for_selector(f"[data-results] a:text('{title}')")
    assert page.inner_text("[data-status]") == "1 page found"
    page.click("[data-results] a")
    name, _, place = path.partition("#")
    visit.until(f"location.hash.startsWith('#/{name.removesuffix('.html')}')")
    visit.until(f"document.activeElement.id === '{place}'")
    page.go_back()
    page.wait_for_selector("[data-results] a")
    assert page.input_value("#q") == typed
    assert not any(typed in asked for asked in visit.deployment.host.asked)


def test_half_a_word_of_an_input_method_is_not_called_nothing(visit: Visit) -> None:
    visit.open("#/search")
    page = visit.page
    page.wait_for_selector("form[data-ready]")
    page.locator("#q").focus()
    typing = page.context.new_cdp_session(page)
    for letters in ("tu", "tu shu", "图书"):
        typing.send(
            "Input.imeSetComposition",
            {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)},
        )
        page.wait_for_timeout(400)
        if letters != "图书":
            assert "Nothing" not in page.inner_text("[data-status]")
    # Phones compose every word: it is sought before it ends.
    page.wait_for_selector("[data-results] a:text('星期三')")
    typing.send("Input.insertText", {"text": "xylophone"})
    visit.until("document.querySelector('[data-status]').innerText.startsWith('Nothing found. Try')")
    assert page.locator("[data-results] a").count() == 0


def test_what_is_found_stands_by_kind_and_all_of_much_on_request(visit: Visit) -> None:
    visit.open("#/search")
    page = visit.page
    page.wait_for_selector("form[data-ready]")
    page.fill("#q", "made")
    page.wait_for_selector("[data-results] a")
    assert page.locator("[data-results] h2").all_inner_texts() == ["Made"]
    assert page.locator("[data-results] button").count() == 0


def test_sound_plays_and_seeks_and_files_are_saved(visit: Visit) -> None:
    visit.open("#/listening")
    page = visit.page
    visit.titled("Listening")
    visit.until("!!document.querySelector('audio').src || !!document.querySelector('.fetch-media')")
    if page.locator(".fetch-media").count():
        page.click(".fetch-media")
    visit.until(f"Math.round(document.querySelector('audio').duration) === {SOUND_SECONDS}")
    page.evaluate("const sound = document.querySelector('audio'); sound.currentTime = 30; sound.play()")
    visit.until("document.querySelector('audio').currentTime > 30.3")
    with page.expect_download() as download:
        page.click("#code")
    assert download.value.suggested_filename == "robot.py"
    assert not any("~/abc" in asked or "media" in asked for asked in visit.deployment.host.asked)


def test_a_reload_stays_open_and_a_rested_worker_asks_for_its_keys(simple_visit: Visit) -> None:
    simple_visit.open("#/listening")
    page = simple_visit.page
    simple_visit.until("document.querySelector('audio')?.src.includes('/~/')")
    for hard in (False, True):
        simple_visit.context.new_cdp_session(page).send("Page.reload", {"ignoreCache": hard})
        simple_visit.titled("Listening")
        simple_visit.until(f"Math.round(document.querySelector('audio')?.duration) === {SOUND_SECONDS}")
    workers = simple_visit.context.new_cdp_session(page)
    workers.send("ServiceWorker.enable")
    workers.send("ServiceWorker.stopAllWorkers")
    page.evaluate("const sound = document.querySelector('audio'); sound.currentTime = 20; sound.play()")
    simple_visit.until("document.querySelector('audio').currentTime > 20.3")


def test_siblings_open_without_typing_again(visit: Visit) -> None:
    visit.open()
    page = visit.page
    page.click("[data-siblings] summary")
    page.click("[data-siblings] a:text('Ravi')")
    visit.until("document.querySelector('#who')?.textContent === 'Ravi'")
    assert page.url == f"{visit.deployment.site(RAVI)}#/"
    page.go_back()
    visit.until("document.querySelector('#who')?.textContent === 'Asha'")


def test_lock_closes_every_tab_and_the_way_back(visit: Visit) -> None:
    visit.open("#/timeline")
    visit.titled("Timeline")
    other = visit.context.new_page()
    other.goto(f"{visit.deployment.site(ASHA)}#k={LINK.text}")
    other.wait_for_selector("#who")
    visit.page.click("[data-lock]")
    visit.page.wait_for_selector(UNLOCK)
    other.wait_for_selector(UNLOCK)
    visit.page.go_back()
    visit.page.wait_for_selector(UNLOCK)
    assert visit.page.title() == "Portfolio"


def test_it_asks_and_then_closes_when_nobody_reads(simple_visit: Visit) -> None:
    page = simple_visit.page
    page.clock.install()
    simple_visit.open()
    page.clock.fast_forward("14:30")
    simple_visit.until("document.querySelector('dialog').open")
    page.click("text=Keep it open")
    simple_visit.until("!document.querySelector('dialog').open")
    page.clock.fast_forward("15:30")
    page.wait_for_selector(UNLOCK)


def test_a_host_at_fault_is_explained(simple_visit: Visit) -> None:
    page, host = simple_visit.page, simple_visit.deployment.host
    slots = simple_visit.deployment.folder / ASHA.site / "slots"
    kept = slots.read_bytes()
    slots.unlink()
    simple_visit.go("")
    page.wait_for_selector(UNLOCK)
    page.fill("#words", WORDS.text)
    for friendly in (False, True):
        host.friendly = friendly
        page.click("#go")
        simple_visit.until("document.querySelector('#trouble').innerText.includes('not in their place')")
    slots.write_bytes(kept)
    host.down = True
    page.click("#go")
    simple_visit.until("document.querySelector('#trouble').innerText.includes('no answer')")
    host.down = False
    page.click("#go")
    simple_visit.titled("Home")


def test_what_was_damaged_is_not_shown_and_can_be_tried_again(simple_visit: Visit) -> None:
    manifest = simple_visit.deployment.folder / ASHA.site / "m1"
    kept = manifest.read_bytes()
    manifest.write_bytes(kept[:1000] + bytes([kept[1000] ^ 1]) + kept[1001:])
    page = simple_visit.page
    page.goto(f"{simple_visit.deployment.site(ASHA)}#k={LINK.text}")
    page.wait_for_selector("main.message h1")
    assert "changed or damaged" in page.inner_text("main")
    manifest.write_bytes(kept)
    page.click("main.message button")
    simple_visit.titled("Home")


def test_what_the_school_publishes_meanwhile_is_read(simple_visit: Visit) -> None:
    simple_visit.open()
    simple_visit.deployment.publish(ASHA, "Asha K.", siblings=(RAVI,), generation=2)
    simple_visit.go("#/timeline")
    simple_visit.titled("Timeline")
    simple_visit.page.reload()
    simple_visit.go("#/")
    simple_visit.until("document.querySelector('#who')?.textContent === 'Asha K.'")


def test_an_older_publication_is_noticed_and_shown_when_asked(simple_visit: Visit) -> None:
    simple_visit.deployment.publish(ASHA, "Asha", generation=5)
    simple_visit.open()
    simple_visit.deployment.publish(ASHA, "Asha", generation=4)
    page = simple_visit.page
    page.reload()
    page.wait_for_selector("main.message h1")
    assert "November 23, 2026" in page.inner_text("main")
    page.click("text=Show the older one")
    simple_visit.titled("Home")


def test_a_renewed_portfolio_asks_for_the_words_again(simple_visit: Visit) -> None:
    simple_visit.open()
    simple_visit.deployment.publish(renewed(ASHA), "Asha")
    simple_visit.go("#/timeline")
    simple_visit.page.wait_for_selector(UNLOCK)
    simple_visit.until("document.querySelector('#trouble').innerText.includes('renewed')")
    simple_visit.page.fill("#words", WORDS.text)
    simple_visit.page.click("#go")
    simple_visit.titled("Home")


def test_only_opaque_names_reach_the_host(simple_visit: Visit) -> None:
    simple_visit.open("#/timeline")
    simple_visit.titled("Timeline")
    simple_visit.page.evaluate("document.images[7].scrollIntoView()")
    simple_visit.until("document.images[7].src.startsWith('blob:')")
    known = ("/shell/", "/theme/plain/", "/sw.js", f"/{ASHA.site}/", f"/{RAVI.site}/", "/portfolios/~/")
    inside = ("d/", "slots", "m1")
    for asked in simple_visit.deployment.host.asked:
        assert any(name in asked for name in known), asked
        for site in (ASHA.site, RAVI.site):
            name = asked.partition(f"/{site}/")[2]
            assert name == "" or name.startswith(inside), asked


def test_without_script_the_page_explains_itself(simple_visit: Visit) -> None:
    browser = simple_visit.context.browser
    assert browser
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(simple_visit.deployment.site(ASHA))
    says_it_in_every_language(page)
    assert not page.locator(".moment").is_visible()
    context.close()


def test_where_our_script_never_comes_the_page_says_so_after_a_while(simple_visit: Visit) -> None:
    (simple_visit.deployment.folder / "shell" / "portfolio.js").write_text("a browser too old for this {")
    simple_visit.go("")
    page = simple_visit.page
    assert page.locator(".moment").is_visible()
    assert not page.locator(".late p").first.is_visible()
    page.wait_for_timeout(8_500)
    says_it_in_every_language(page)


def says_it_in_every_language(page: Page) -> None:
    """What to do where nothing opens, short, each in its own direction, and told to a screen reader as its language."""
    said = page.locator(".late p").all()
    spoken = [one.get_attribute("lang") or page.get_attribute("html", "lang") for one in said]
    assert sorted(str(language) for language in spoken) == sorted(("en", *LANGUAGES))
    for language, one in zip(spoken, said, strict=True):
        assert one.is_visible()
        assert "JavaScript" in one.inner_text()
        assert len(one.inner_text()) < 160
        direction = one.evaluate("one => getComputedStyle(one).direction")
        assert direction == ("rtl" if language in {"ar", "fa"} else "ltr")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_page_speaks_french_to_who_prefers_it(simple_visit: Visit) -> None:
    browser = simple_visit.context.browser
    assert browser
    context = browser.new_context(locale="fr-CA")
    page = context.new_page()
    page.goto(simple_visit.deployment.site(ASHA))
    page.wait_for_selector(UNLOCK)
    assert page.inner_text("h1") == "Ouvrir un portfolio"
    page.select_option("#language", "en")
    page.wait_for_selector("h1:text('Open a portfolio')")
    assert page.evaluate("document.documentElement.lang") == "en"
    context.close()
