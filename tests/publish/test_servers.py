"""What we write for servers, tried with the servers themselves where they are installed."""

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish.hosts import HEADERS, apache, caching_of, nginx

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
    "theme/ab12/kinfolio.css": "text/css",
}
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
APACHE = shutil.which("apache2") or shutil.which("apache2", path="/usr/sbin")
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
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            for _ in range(200):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                if server.poll() is not None:
                    pytest.fail(server.stdout.read().decode() if server.stdout else "it ended")
                time.sleep(0.05)
            yield
        finally:
            server.terminate()


def ask(port: int, path: str) -> tuple[int, str, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers
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
        assert headers["X-Robots-Tag"]


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed here")
def test_nginx_serves_a_deployment_as_we_mean(deployment: Path, tmp_path: Path) -> None:
    assert NGINX
    port = free_port()
    server = nginx(server_name="localhost", root=str(deployment)).replace(
        "listen 80;", f"listen 127.0.0.1:{port};"
    )
    temporary = "".join(
        f"{name}_temp_path {tmp_path}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (tmp_path / "nginx.conf").write_text(
        f"{user} daemon off; pid {tmp_path}/pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; {temporary}\n{server} }}\n",
        encoding="utf-8",
    )
    with running([NGINX, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")], port=port):
        assert_served_as_we_mean(port)


@pytest.mark.skipif(APACHE is None or not APACHE_MODULES.is_dir(), reason="Apache is not installed here")
def test_apache_serves_a_deployment_as_we_mean(deployment: Path, tmp_path: Path) -> None:
    assert APACHE
    port = free_port()
    modules = ("mpm_event", "authz_core", "dir", "mime", "headers", "autoindex")
    lines = [f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in modules]
    lines += [
        f"Listen 127.0.0.1:{port}",
        "ServerName localhost",
        f"PidFile {tmp_path}/pid",
        f"ErrorLog {tmp_path}/errors",
        f"DefaultRuntimeDir {tmp_path}",
        f"DocumentRoot {deployment}",
        f"<Directory {deployment}>",
        "AllowOverride FileInfo Indexes Options",
        "Require all granted",
        "</Directory>",
        '<FilesMatch "^\\.ht">',
        "Require all denied",
        "</FilesMatch>",
    ]
    for folder in (deployment, *deployment.parents):
        # Apache's children give up root's rights.
        if folder.is_relative_to(tmp_path.parent.parent) and os.geteuid() == 0:
            folder.chmod(0o755)
    (tmp_path / "apache.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
    types = tmp_path / "mime.types"
    types.write_text("text/html html\n", encoding="utf-8")
    with (tmp_path / "apache.conf").open("a", encoding="utf-8") as configuration:
        configuration.write(f"TypesConfig {types}\n")
    with running([APACHE, "-D", "FOREGROUND", "-f", str(tmp_path / "apache.conf")], port=port):
        assert_served_as_we_mean(port)
