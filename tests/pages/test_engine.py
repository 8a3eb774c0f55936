"""Every page of a full and of an empty portfolio, as families would get it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.model.evidence import EvidenceKind
from generator.model.words import Voice
from generator.pages.engine import Press, RenderedFile
from generator.views.portfolio import fill
from generator.views.view import Portfolio
from tests.pages.reading_html import Page, read
from tests.views import builders

HOSTILE = '<script>alert("x")</script><img src=//evil.test/x onerror=alert(1)>'
PORTFOLIOS = {
    "full": fill(builders.asha(), language="en"),
    "empty": fill(builders.newcomer(), language="en"),
}


def laid_out(press: Press, portfolio: Portfolio) -> list[RenderedFile]:
    return list(press.lay_out(portfolio))


def pages(press: Press, portfolio: Portfolio) -> Iterator[tuple[str, str, Page]]:
    for file in press.lay_out(portfolio):
        if file.media_type == "text/html":
            yield file.path, file.text, read(file.text)


@pytest.fixture(params=PORTFOLIOS)
def portfolio(request: pytest.FixtureRequest) -> Portfolio:
    return PORTFOLIOS[request.param]


def test_every_page_of_the_views_comes_out_once_and_in_order(press: Press, portfolio: Portfolio) -> None:
    files = laid_out(press, portfolio)
    expected = [page.path for page in portfolio.pages] + (["search.json"] if portfolio.search else [])
    assert [file.path for file in files] == expected


def test_what_is_needed_first_is_marked(press: Press, portfolio: Portfolio) -> None:
    first = {file.path for file in laid_out(press, portfolio) if file.first}
    assert first == {page.path for page in portfolio.pages if page.first}


def test_every_page_has_its_landmarks(press: Press, portfolio: Portfolio) -> None:
    for path, _, page in pages(press, portfolio):
        for landmark in ("h1", "main", "header", "footer", "title"):
            found = page.all(landmark)
            expected = 1 if landmark != "header" else len(found)
            assert len(found) == expected, (path, landmark)
        assert page.all("nav")[0]["aria-label"] == "Places", path
        assert page.all("html") == [{"lang": "en", "dir": "ltr"}], path
        assert page.all("main")[0]["id"] == "main", path
        assert page.all("a")[0] == {"class": "skip-link", "href": "#main"}, path
        assert all(nav.get("aria-label") for nav in page.all("nav")), path


def test_every_page_is_sound_html(press: Press, portfolio: Portfolio) -> None:
    for path, _, page in pages(press, portfolio):
        assert (page.unbalanced, page.open_tags) == ([], []), path
        assert len(page.ids) == len(set(page.ids)), path
        for _, attributes in page.tags:
            for name in ("aria-labelledby", "for"):
                assert attributes.get(name, "main") in page.ids, (path, attributes)


def test_headings_never_skip_a_level(press: Press, portfolio: Portfolio) -> None:
    for path, _, page in pages(press, portfolio):
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), (
            path,
            levels,
        )


def test_pictures_and_players_say_what_they_are(press: Press, portfolio: Portfolio) -> None:
    for path, _, page in pages(press, portfolio):
        assert all("alt" in picture for picture in page.all("img")), path
        for player in (*page.all("audio"), *page.all("video")):
            assert player["preload"] == "none", path
            assert player["aria-label"], path
            assert "autoplay" not in player, path


def test_nothing_runs_is_styled_inline_or_comes_from_elsewhere(press: Press, portfolio: Portfolio) -> None:
    for path, _, page in pages(press, portfolio):
        names = {tag for tag, _ in page.tags}
        assert names.isdisjoint({"script", "style", "iframe", "object", "embed", "base"}), path
        for tag, attributes in page.tags:
            assert "style" not in attributes, (path, tag)
            assert not any(name.startswith("on") for name in attributes), (path, tag)
        for address in page.addresses:
            assert not re.match(r"[a-z][a-z0-9+.-]*:|/", address, re.IGNORECASE), (path, address)


def test_every_address_leads_to_a_page_a_medium_or_the_theme(press: Press, portfolio: Portfolio) -> None:
    found = {path: page for path, _, page in pages(press, portfolio)}
    for path, page in found.items():
        for address in page.addresses:
            target, _, anchor = address.partition("#")
            up = path.count("/")
            assert target.startswith("../" * up) or not target, (path, address)
            target = target.removeprefix("../" * up)
            if target.startswith(("m/", "theme/")) or target == "search.json":
                continue
            assert (target or path) in found, (path, address)
            if anchor:
                assert anchor in found[target or path].ids, (path, address)


def test_a_way_out_takes_nothing_along_and_names_where_it_leads(press: Press) -> None:
    ways_out = [(page, link) for _, _, page in pages(press, PORTFOLIOS["full"]) for link in page.ways_out]
    assert {link["href"] for _, link in ways_out} == {"https://www.example.org/creek?page=2"}
    for page, link in ways_out:
        assert {"noopener", "noreferrer"} < set(link["rel"].split())
        assert "Opens another website: example.org" in page.words


def test_a_childs_name_is_in_no_title(press: Press) -> None:
    for path, html, _page in pages(press, PORTFOLIOS["full"]):
        match = re.search(r"<title>(.*?)</title>", html)
        assert match is not None
        assert "Asha" not in match[1], path


def test_the_place_one_is_at_is_marked(press: Press) -> None:
    by_path = {path: page for path, _, page in pages(press, PORTFOLIOS["full"])}
    current = [link["href"] for link in by_path["goals.html"].all("a") if link.get("aria-current") == "page"]
    assert current == ["goals.html"]
    more = [link["aria-current"] for link in by_path["progress.html"].all("a") if link["href"] == "more.html"]
    assert more == ["true"]


def test_peoples_words_carry_their_language_and_direction(press: Press) -> None:
    subject = builders.subject(
        builders.student(evidence=(builders.evidence(title="سلحفاة", text="رأيت سلحفاة.", language="ar"),))
    )
    files = {path: (text, page) for path, text, page in pages(press, fill(subject, language="en"))}
    (text, _page) = next(value for path, value in files.items() if path.startswith("e/"))
    assert '<span lang="ar" dir="rtl">سلحفاة</span>' in text
    assert '<div class="words" lang="ar" dir="rtl">' in text


def test_hostile_names_and_words_are_shown_and_do_nothing(press: Press) -> None:
    hostile = builders.evidence(
        title=HOSTILE,
        text=HOSTILE,
        learning=HOSTILE,
        talk_about=HOSTILE,
        kinds=(EvidenceKind.CONVERSATION,),
        words_by=Voice.TEACHER,
    )
    student = replace(
        builders.student(
            evidence=(hostile,),
            goals=(builders.goal(wording=HOSTILE),),
            reflections=(builders.reflection(text=HOSTILE, about=[hostile.id]),),
            showcase=builders.showcase(builders.pick(hostile.id, because=HOSTILE)),
        ),
        called=HOSTILE,
        accent='"><script>',
        cover="../../../etc/passwd",
        avatar='"><script>',
    )
    for path, _, page in pages(press, fill(builders.subject(student), language="en")):
        assert not page.all("script"), path
        assert all("onerror" not in attributes for _, attributes in page.tags), path
        assert not any("evil" in address for address in page.addresses), path


def test_search_finds_what_the_views_gave(press: Press) -> None:
    portfolio = PORTFOLIOS["full"]
    index = json.loads(laid_out(press, portfolio)[-1].text)
    assert [entry["path"] for entry in index] == [entry.path for entry in portfolio.search]
    assert set(index[0]) == {"path", "title", "text", "kind", "date", "lang"}


def test_search_says_kinds_in_the_schools_language_and_keeps_them_to_be_exchanged(press: Press) -> None:
    portfolio = replace(PORTFOLIOS["full"], language="fr")
    index = json.loads(laid_out(press, portfolio)[-1].text)
    said = {entry["kind"]: entry.get("said") for entry in index}
    assert said["Evidence"] == "Preuve d’apprentissage"
    assert said["Growth"] != "Growth"


def test_the_same_portfolio_gives_the_same_bytes(press: Press) -> None:
    assert laid_out(press, PORTFOLIOS["full"]) == laid_out(press, PORTFOLIOS["full"])


def test_two_portfolios_laid_out_in_turn_do_not_mix(press: Press) -> None:
    french = replace(PORTFOLIOS["full"], language="fr")
    apart = [*laid_out(press, PORTFOLIOS["full"]), *laid_out(press, french)]
    one, other = press.lay_out(PORTFOLIOS["full"]), press.lay_out(french)
    together = [file for pair in zip(one, other, strict=True) for file in pair]
    assert together[::2] + together[1::2] == apart
    assert "20 mai 2026" in together[1].text
    assert "May 20, 2026" in together[0].text


def test_only_a_preview_says_loudly_that_it_is_one(press: Press) -> None:
    portfolio = PORTFOLIOS["empty"]
    warning = "Nothing here is locked"
    assert all(warning not in file.text for file in press.lay_out(portfolio))
    previewed = [file for file in press.lay_out(portfolio, preview=True) if file.media_type == "text/html"]
    assert all(warning in file.text and "/~scripts/plain.js" in file.text for file in previewed)


def test_an_empty_portfolio_speaks_kindly_and_of_no_numbers(press: Press) -> None:
    for path, _, page in pages(press, PORTFOLIOS["empty"]):
        assert "0 %" not in page.words, path
        assert "missing" not in page.words.lower(), path
    home = next(page for path, _, page in pages(press, PORTFOLIOS["empty"]) if path == "index.html")
    assert "This portfolio has just begun." in home.words


def test_no_level_word_stands_before_its_plain_sentence(press: Press) -> None:
    for path, _, page in pages(press, PORTFOLIOS["full"]):
        if path in {"levels.html", "scale.html"}:
            continue
        for name in ("Emerging", "Developing", "Proficient", "Extending"):
            word = page.words.find(name)
            if word >= 0:
                assert 0 <= page.words.find(f"What {name} means.") < word, (path, name)
