import json
import re
import subprocess
from pathlib import Path

import pytest

from generator.publish.hosts import (
    CONTENT_SECURITY_POLICY,
    HEADERS,
    NEVER_CHANGES,
    apache,
    azure,
    caching_of,
    cloudfront,
    netlify_and_cloudflare,
    nginx,
)
from generator.publish.layout import place_of
from generator.publish.recipes import rsync, s3
from generator.publish.shell import NoShell, shell_files, site_page
from generator.vault.browser.bundle import OUTPUTS, node_command

ROOT = Path(__file__).resolve().parents[2]
SITE = "abcdefghij234567"
BLOB = f"{SITE}/d/abcdefghij234567abcdefghij"
PATHS = (
    BLOB,
    "theme/ab12/fonts/a.woff2",
    f"{SITE}/m1",
    f"{SITE}/slots",
    f"{SITE}/index.html",
    "shell/portfolio.js",
)


def by_underscore_headers(text: str, path: str) -> dict[str, str]:
    """What Netlify and Cloudflare would send: every rule that matches, values of one name joined."""
    sent: dict[str, str] = {}
    matches = False
    for line in text.splitlines():
        if not line.startswith(" "):
            pattern = re.sub(r":\w+", "[^/]+", line).replace("*", ".*")
            matches = re.fullmatch(pattern, f"/{path}") is not None
        elif matches:
            name, value = line.strip().split(": ", 1)
            sent[name] = f"{sent[name]}, {value}" if name in sent else value
    return sent


@pytest.mark.parametrize("path", PATHS)
def test_netlify_and_cloudflare_send_the_table(path: str) -> None:
    sent = by_underscore_headers(netlify_and_cloudflare(), path)
    assert {name: sent[name] for name, _ in HEADERS} == dict(HEADERS)
    assert sent.get("Cache-Control", "no-cache") == caching_of(path)


def test_cloudflare_takes_lines_of_this_length() -> None:
    assert max(map(len, netlify_and_cloudflare().splitlines())) < 2000


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("text", [apache(), nginx(server_name="x", root="/srv/x")], ids=["apache", "nginx"])
def test_servers_know_what_never_changes(text: str, path: str) -> None:
    found = re.search(r"(?:m#|~\^)(.*\$)(?:#|\")", text)
    assert found
    assert bool(re.search(found[1], f"/{path}")) == (caching_of(path) == NEVER_CHANGES)


def test_every_server_sends_every_header() -> None:
    texts = (apache(), nginx(server_name="x", root="/srv/x"))
    assert all(f'{name} "{value}"' in text for text in texts for name, value in HEADERS)
    assert json.loads(azure())["globalHeaders"].items() >= dict(HEADERS).items()


def test_nginx_has_no_location_with_headers_of_its_own() -> None:
    text = nginx(server_name="x", root="/srv/x")
    assert not any("add_header" in block for block in re.findall(r"\n  location[^{]*\{[^}]*\}", text))


def test_cloudfront_sends_every_header_once() -> None:
    settings = json.loads(cloudfront())
    known = settings["SecurityHeadersConfig"]
    others = settings["CustomHeadersConfig"]
    sent = {item["Header"]: item["Value"] for item in others["Items"]}
    assert len(sent) == others["Quantity"]
    sent["Content-Security-Policy"] = known["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    sent["Referrer-Policy"] = known["ReferrerPolicy"]["ReferrerPolicy"]
    assert known["ContentTypeOptions"] == {"Override": True}
    assert {**sent, "X-Content-Type-Options": "nosniff"} == dict(HEADERS)


def test_the_function_for_cloudfront_in_the_docs_finds_the_page_of_a_folder() -> None:
    found = re.search(
        r"(?s)```js\n(function handler.*?)```", (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    )
    assert found
    asked = ["/", f"/{SITE}/", f"/{SITE}/slots", f"/{BLOB}"]
    ask = (
        f"console.log(JSON.stringify({json.dumps(asked)}.map(uri => handler({{ request: {{ uri }} }}).uri)))"
    )
    command = [*node_command(), "-e", found[1] + ask]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    assert json.loads(said) == ["/index.html", f"/{SITE}/index.html", *asked[2:]]


def test_the_recipe_for_cloudfront_in_the_docs_is_the_one_we_make() -> None:
    assert cloudfront() in (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "made", [s3(bucket="BUCKET"), rsync(to="YOU@HOST:/srv/portfolios")], ids=["s3", "rsync"]
)
def test_the_lines_to_type_in_the_docs_are_those_we_try(made: str) -> None:
    assert made in (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")


def test_the_recipe_in_the_docs_is_the_one_we_make() -> None:
    docs = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    assert nginx(server_name="portfolios.example.org", root="/srv/portfolios") in docs


class TestShell:
    def test_every_shared_file_has_a_place(self, built: Path) -> None:
        assert {place_of(path) for path in shell_files(built=built)} == {"shell"}

    def test_no_shared_file_names_another_server(self, built: Path) -> None:
        pages = {path: data for path, data in shell_files(built=built).items() if path.endswith(".html")}
        assert pages
        assert not any(re.search(rb"(?:src|href)=.?(?:https?:)?//", data) for data in pages.values())

    def test_the_page_of_a_site_is_there(self, built: Path) -> None:
        assert site_page(built=built) == b"page"

    def test_a_missing_file_says_how_to_get_it(self, tmp_path: Path) -> None:
        with pytest.raises(NoShell, match="is missing") as refusal:
            shell_files(built=tmp_path)
        assert "pip install" in refusal.value.hint

    def test_search_engines_are_asked_to_stay_away(self, built: Path) -> None:
        assert shell_files(built=built)["robots.txt"] == b"User-agent: *\nDisallow: /\n"

    def test_the_page_and_the_header_forbid_the_same(self) -> None:
        page = (ROOT / "generator/vault/browser/shell.html").read_text(encoding="utf-8")
        in_page = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
        assert in_page
        assert f"{in_page[1]}; frame-ancestors 'none'" == CONTENT_SECURITY_POLICY


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name in OUTPUTS:
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "shell.html").write_bytes(b"page")
    return tmp_path
