"""Getting about in an open portfolio as a reader does, and knowing which kinds of page there are."""

from collections.abc import Container, Iterator

from playwright.sync_api import Page

PATIENCE = 20_000
"""Milliseconds to wait for a page; only a page that never comes takes that long."""

FOLDERS = {
    "c": ("competency", {}),
    "e": (
        "evidence",
        {
            "film": "main .work video",
            "sound": "main .work audio",
            "document": "main .work-document",
            "code": "main .work-code",
            "pictures": "main .work + .work a[data-zoom] img",
            "a picture": "main a[data-zoom] img",
            "writing": "main .ruled",
        },
    ),
    "g": (
        "comparison",
        {
            "a slider": "main [data-slider]",
            "drafts": "main .changes",
            "films": "main .side video",
            "sounds": "main .side audio",
            "pictures": "main .side img",
        },
    ),
    "u": ("learning update", {}),
}
"""Pages that come in numbers: the folder of their routes, what they are called, and what tells one kind from another."""


def go_to(page: Page, route: str) -> None:
    """Follows a route as a link would, and waits until its page is there; to a place on the open page it just goes."""
    page.evaluate(
        """(route) => new Promise((done) => {
          const target = `#/${route}`;
          const page = (hash) => hash.split("#")[1] || "/";
          if (page(location.hash) === page(target)) {
            if (route) location.hash = target;
            return done();
          }
          const before = document.querySelector("main");
          const look = new MutationObserver(() => {
            if (document.querySelector("h1") && document.querySelector("main") !== before) { look.disconnect(); done(); }
          });
          look.observe(document.documentElement, { childList: true, subtree: true });
          location.hash = target;
        })""",
        route,
    )
    page.wait_for_selector("body.portfolio h1", timeout=PATIENCE)


def routes_on(page: Page) -> list[str]:
    """Routes of all links on the page, without places inside pages."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("a[href]")]
          .map((link) => new URL(link.getAttribute("href"), document.baseURI))
          .filter((address) => address.pathname === location.pathname && address.hash.startsWith("#/"))
          .map((address) => address.hash.slice(2).split("#")[0])"""
    )
    return list(dict.fromkeys(found))


def every_page(page: Page) -> Iterator[str]:
    """The routes of all pages that links lead to from the first one, each with its page open."""
    seen, waiting = set[str](), [""]
    while waiting:
        route = waiting.pop()
        if route in seen:
            continue
        seen.add(route)
        go_to(page, route)
        yield route
        waiting += [found for found in routes_on(page) if found not in seen]


def one_of_each(page: Page) -> dict[str, str]:
    """Every page that links lead to from the first one; of a folder of pages, one."""
    found, waiting = dict[str, str](), [""]
    while waiting:
        route = waiting.pop(0)
        kind = route.rpartition("/")[0] or route or "home"
        if kind in found:
            continue
        found[kind] = route
        go_to(page, route)
        waiting += routes_on(page)
    return found


def page_kinds(page: Page, *, known: Container[str] = ()) -> dict[str, str]:
    """One route for each kind of page of the open portfolio, evidence once for each kind of work; `known` are not looked for."""
    kinds = {"home": ""}
    waiting, seen = ["", "more"], set[str]()
    folders: dict[str, list[str]] = {}
    while waiting:
        route = waiting.pop(0)
        if route in seen:
            continue
        seen.add(route)
        go_to(page, route)
        for found in routes_on(page):
            folder, inside, _ = found.rpartition("/")
            if inside and found not in folders.setdefault(folder, []):
                folders[folder].append(found)
            elif not inside and found and found not in seen:
                kinds.setdefault(found, found)
                waiting.append(found)
    for folder, routes in sorted(folders.items()):
        name, variants = FOLDERS.get(folder, (folder, {}))
        kinds |= _variants(page, routes, name=name, selectors=variants, known=known)
    return kinds


def _variants(
    page: Page, routes: list[str], *, name: str, selectors: dict[str, str], known: Container[str]
) -> dict[str, str]:
    kinds = {name: routes[0]} if not selectors else {}
    sought = {f"{name} with {variant}": selector for variant, selector in selectors.items()}
    sought = {kind: selector for kind, selector in sought.items() if kind not in known}
    for route in routes:
        if not sought:
            break
        go_to(page, route)
        found = next((kind for kind, selector in sought.items() if page.locator(selector).count()), None)
        if found is not None:
            kinds[found] = route
            del sought[found]
    return kinds
