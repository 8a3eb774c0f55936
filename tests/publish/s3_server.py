"""Amazon's S3 as moto plays it, and a stand-in for CloudFront that does what our two recipes for it say."""

import contextlib
import http.client
import http.server
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from generator.publish.hosts import cloudfront
from generator.publish.recipes import s3
from tests.publish.test_servers import free_port, running

BUCKET = "portfolios"
_ENDED = "ended with"
_RUNNER = f"""
import shlex, sys
from awscli.clidriver import create_clidriver
for line in sys.stdin:
    status = create_clidriver().main(shlex.split(line)[1:])
    print("{_ENDED}", status, flush=True)
"""
"""What the command `aws` runs, for one line after another: loading it takes longer than what it does here."""
_SIGNED = "AWS4-HMAC-SHA256 Credential=made-up/20261127/ca-central-1/s3/aws4_request, SignedHeaders=host, Signature=0"
"""Somebody with an account; moto looks at no signature, and refuses nobody but strangers."""


@dataclass(frozen=True, kw_only=True)
class S3Server:
    """A bucket that nobody but its owner reads."""

    port: int
    aws: "subprocess.Popen[str]"

    def run(self, lines: str) -> None:
        """Runs lines of a recipe as they stand there."""
        for line in lines.splitlines():
            assert self.aws.stdin
            assert self.aws.stdout
            self.aws.stdin.write(f"{line}\n")
            self.aws.stdin.flush()
            said = []
            while (told := self.aws.stdout.readline()) and not told.startswith(_ENDED):
                said.append(told)
            assert told == f"{_ENDED} 0\n", (line, said)

    def ask(self, path: str) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Asks as the distribution does, which the bucket knows."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", f"/{BUCKET}{path}", headers={"Authorization": _SIGNED})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def names(self) -> set[str]:
        """Everything in the bucket."""
        listed = self.ask("?list-type=2")[2].decode()
        assert "<IsTruncated>false" in listed
        return set(re.findall(r"<Key>([^<]*)</Key>", listed))


@contextlib.contextmanager
def s3_serving(folder: Path) -> Iterator[S3Server]:
    """A fresh S3 with one empty bucket. It keeps everything in memory; settings of `aws` lie in `folder`."""
    for needed in ("moto.server", "awscli"):
        pytest.importorskip(needed, reason="NO S3 here: the recipe for it is NOT proven")
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "AWS_ACCESS_KEY_ID": "made-up",
        "AWS_SECRET_ACCESS_KEY": "made-up",
        "AWS_DEFAULT_REGION": "ca-central-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_CONFIG_FILE": str(folder / "none"),
        "AWS_SHARED_CREDENTIALS_FILE": str(folder / "none"),
        "AWS_EC2_METADATA_DISABLED": "true",
        "PYTHONWARNINGS": "ignore",
    }
    moto = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with (
        running(moto, port=port),
        subprocess.Popen(
            [sys.executable, "-c", _RUNNER],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as aws,
    ):
        server = S3Server(port=port, aws=aws)
        try:
            server.run(f"aws s3 mb s3://{BUCKET}")
            yield server
        finally:
            aws.kill()


@contextlib.contextmanager
def cloudfront_before(server: S3Server) -> Iterator[int]:
    """A port at which the bucket is read as through CloudFront: the function, the policy, and caching as it was put."""

    class Handler(_Distribution):
        bucket = server

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as front:
        thread = threading.Thread(target=front.serve_forever, daemon=True)
        thread.start()
        try:
            yield front.server_port
        finally:
            front.shutdown()
            thread.join()


@contextlib.contextmanager
def s3_and_cloudfront_serving(deployment: Path, *, folder: Path) -> Iterator[int]:
    """A port at which a deployment is read that was uploaded as the recipe says."""
    with s3_serving(folder) as server:
        server.run(s3(bucket=BUCKET, folder=str(deployment)))
        with cloudfront_before(server) as port:
            yield port


class _Distribution(http.server.BaseHTTPRequestHandler):
    bucket: S3Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.endswith("/"):
            path += "index.html"
        status, headers, body = self.bucket.ask(path)
        # What is not there is 403, as for everybody without the right to list.
        self.send_response(status if status == HTTPStatus.OK else HTTPStatus.FORBIDDEN)
        for name in ("Content-Type", "Cache-Control", "ETag"):
            if name in headers:
                self.send_header(name, headers[name])
        self.send_header("Content-Length", str(len(body)))
        for name, value in _policy():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


def _policy() -> list[tuple[str, str]]:
    """What CloudFront sends for the policy that docs/hosting.md gives it."""
    settings = json.loads(cloudfront())
    known = settings["SecurityHeadersConfig"]
    return [
        ("Content-Security-Policy", known["ContentSecurityPolicy"]["ContentSecurityPolicy"]),
        ("Referrer-Policy", known["ReferrerPolicy"]["ReferrerPolicy"]),
        ("X-Content-Type-Options", "nosniff"),
        *((item["Header"], item["Value"]) for item in settings["CustomHeadersConfig"]["Items"]),
    ]
