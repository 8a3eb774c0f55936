"""What we write for servers, tried with the servers themselves where they are installed."""

import contextlib
import http.client
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish.hosts import HEADERS, apache, caching_of, nginx
from tests.programs import path_of

SITE = "abcdefghij234567"
BLOB = f"{SITE}/d/abcdefghij234567abcdefghij"
FILES = {
    "index.html": "text/html",
    "404.html": "text/html",
    "sw.js": "text/javascript",
    f"{SITE}/index.html": "text/html",
    f"{SITE}/slots": "application/octet-stream",
    f"{SITE}/m1": "application/octet-stream",
    BLOB: "application/octet-stream",
    "shell/portfolio.js": "text/javascript",
    "shell/unlock.css": "text/css",
    "shell/words.txt": "text/plain",
    "robots.txt": "text/plain",
    "theme/ab12/kinfolio.css": "text/css",
    "theme/ab12/letters.woff2": "font/woff2",
}
NGINX, APACHE = path_of("nginx"), path_of("apache2")
APACHE_MODULES = Path("/usr/lib/apache2/modules")


@pytest.fixture
def deployment(tmp_path: Path) -> Path:
    root = tmp_path / "dist"
    for path in FILES:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"this is {path}", encoding="utf-8")
    (root / ".htaccess").write_text(apache(), encoding="utf-8")
    return root


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(command: list[str], *, port: int) -> Iterator[None]:
    # A file and no pipe: a server that tells of every request would wait for somebody to read.
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT) as server,
    ):
        try:
            for _ in range(600):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                if server.poll() is not None:
                    said.seek(0)
                    pytest.fail(said.read().decode() or "it ended")
                time.sleep(0.05)
            else:
                pytest.fail("the server was started and never answered")
            yield
        finally:
            server.terminate()


def ask(port: int, path: str) -> tuple[int, str, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(errors="replace"), answer.headers
    finally:
        connection.close()


def assert_served_as_we_mean(port: int) -> None:
    for path, kind in FILES.items():
        status, body, headers = ask(port, f"/{path}")
        assert (status, body) == (200, f"this is {path}")
        assert headers.get_content_type() == kind, path
        assert headers.get_all("Cache-Control") == [caching_of(path)], path
        for name, value in HEADERS:
            assert headers.get_all(name) == [value], path
    assert ask(port, f"/{SITE}/")[1] == f"this is {SITE}/index.html"
    for nowhere in (f"/{SITE}/d/", "/nothing", "/.htaccess"):
        status, body, headers = ask(port, nowhere)
        assert status in {403, 404}
        assert "abcdefghij" not in body
        for name, value in HEADERS:
            assert headers.get_all(name) == [value], nowhere


@contextlib.contextmanager
def nginx_serving(deployment: Path, *, folder: Path) -> Iterator[int]:
    """A port at which nginx serves a deployment as our file for it says; its own files lie in `folder`."""
    if NGINX is None:
        pytest.skip("NO NGINX here: our file for it is NOT proven")
    port = free_port()
    server = nginx(server_name="localhost", root=str(deployment)).replace(
        "listen 80;", f"listen 127.0.0.1:{port};"
    )
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user} daemon off; pid {folder}/pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; {temporary}\n{server} }}\n",
        encoding="utf-8",
    )
    with running([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")], port=port):
        yield port


@contextlib.contextmanager
def apache_serving(deployment: Path, *, folder: Path) -> Iterator[int]:
    """A port at which Apache serves a deployment as the `.htaccess` in it says; its own files lie in `folder`."""
    if APACHE is None or not APACHE_MODULES.is_dir():
        pytest.skip("NO APACHE here: our file for it is NOT proven")
    port = free_port()
    modules = ("mpm_event", "authz_core", "dir", "mime", "headers", "autoindex")
    types = folder / "mime.types"
    types.write_text("text/html html\n", encoding="utf-8")
    lines = [f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in modules]
    lines += [
        f"Listen 127.0.0.1:{port}",
        "ServerName localhost",
        f"PidFile {folder}/pid",
        f"ErrorLog {folder}/errors",
        f"DefaultRuntimeDir {folder}",
        f"DocumentRoot {deployment}",
        f"<Directory {deployment}>",
        "AllowOverride FileInfo Indexes Options",
        "Require all granted",
        "</Directory>",
        '<FilesMatch "^\\.ht">',
        "Require all denied",
        "</FilesMatch>",
        f"TypesConfig {types}",
    ]
    for above in (deployment, *deployment.parents):
        # Apache's children give up root's rights.
        if above.is_relative_to(folder.parent.parent) and os.geteuid() == 0:
            above.chmod(0o755)
    (folder / "apache.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with running([APACHE, "-D", "FOREGROUND", "-f", str(folder / "apache.conf")], port=port):
        yield port


def test_nginx_serves_a_deployment_as_we_mean(deployment: Path, tmp_path: Path) -> None:
    with nginx_serving(deployment, folder=tmp_path) as port:
        assert_served_as_we_mean(port)


def test_apache_serves_a_deployment_as_we_mean(deployment: Path, tmp_path: Path) -> None:
    with apache_serving(deployment, folder=tmp_path) as port:
        assert_served_as_we_mean(port)
