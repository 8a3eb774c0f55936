import gzip
import http.client
import socket
import struct
import time
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from generator.publish.hosts import HEADERS, NEVER_CHANGES
from generator.publish.serve import serving

SITE = "abcdefghij234567"
BLOB = f"{SITE}/d/abcdefghij234567abcdefghij"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("deployment")
    files = {
        "dist/index.html": "front",
        "dist/404.html": "nothing here",
        "dist/shell/portfolio.js": "export {}",
        "dist/.htaccess": "secret recipe",
        f"dist/{SITE}/index.html": "shell",
        f"dist/{BLOB}": "sealed",
        "elsewhere.txt": "not served",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    with serving(folder / "dist") as address:
        yield address


def ask(address: str, path: str, *, method: str = "GET") -> tuple[int, str, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("/", "front", "text/html; charset=utf-8"),
        (f"/{SITE}/", "shell", "text/html; charset=utf-8"),
        ("/shell/portfolio.js?x=1", "export {}", "text/javascript; charset=utf-8"),
        (f"/{BLOB}", "sealed", "application/octet-stream"),
    ],
)
def test_a_file_comes_with_its_type_and_every_header_of_the_table(
    address: str, path: str, text: str, kind: str
) -> None:
    status, body, headers = ask(address, path)
    assert (status, body, headers["Content-Type"]) == (200, text, kind)
    assert all(headers[name] == value for name, value in HEADERS)


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        f"/{SITE}/d/",
        "/.htaccess",
        "/../elsewhere.txt",
        "/%2e%2e/elsewhere.txt",
        "/x/%00",
        "//etc/passwd",
    ],
)
def test_what_is_not_there_gets_the_neutral_page(address: str, path: str) -> None:
    status, body, _ = ask(address, path)
    assert (status, body) == (404, "nothing here")


def test_a_folder_is_sent_on_to_its_slash(address: str) -> None:
    status, _, headers = ask(address, f"/{SITE}")
    assert (status, headers["Location"]) == (301, f"/{SITE}/")


def test_only_what_never_changes_is_kept_by_browsers(address: str) -> None:
    assert ask(address, f"/{BLOB}")[2]["Cache-Control"] == NEVER_CHANGES
    assert ask(address, f"/{SITE}/")[2]["Cache-Control"] == "no-cache"


def test_asking_for_the_head_gives_no_body(address: str) -> None:
    status, body, headers = ask(address, "/", method="HEAD")
    assert (status, body, headers["Content-Length"]) == (200, "", "5")


def test_a_browser_that_leaves_is_no_failure_to_tell(address: str, capfd: pytest.CaptureFixture[str]) -> None:
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname or "", parts.port or 0)) as leaving:
        # Closed without a word, as a browser does that is shut.
        leaving.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        leaving.sendall(b"GET / HTTP/1.1\r\n")
        time.sleep(0.2)
    time.sleep(0.3)
    assert ask(address, "/")[0] == 200
    assert capfd.readouterr().err == ""


def test_words_are_packed_for_who_takes_them_so_and_what_is_sealed_is_not(address: str) -> None:
    for path, packing in (("shell/portfolio.js", "gzip"), (BLOB, None)):
        asked = urllib.request.Request(f"{address}{path}", headers={"Accept-Encoding": "gzip"})  # noqa: S310 - our own address
        with urllib.request.urlopen(asked, timeout=10) as answer:  # noqa: S310 - the same
            body = answer.read()
        assert answer.headers["Content-Encoding"] == packing
        assert int(answer.headers["Content-Length"]) == len(body)
        assert (gzip.decompress(body) if packing else body).decode() == ask(address, f"/{path}")[1]
