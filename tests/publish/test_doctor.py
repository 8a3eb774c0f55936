"""The doctor at the very limits of each host, and what must never go out."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.publish.doctor import HOSTS, Host, Load, refusals, weigh
from tests.schools.built import BuiltSchool

ROOT = Path(__file__).resolve().parents[2]
BY_NAME = {host.name: host for host in HOSTS}
SMALL = Load(
    files=40,
    folders=4,
    bytes_in_all=3_000_000,
    largest=("a/d/b", 1_000_000),
    fullest=(".", 12),
    strangers=(),
    torn=(),
)


def reasons(load: Load, host: Host) -> list[str]:
    return [refusal.message for refusal in refusals(load, host)]


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.name)
def test_a_small_deployment_is_taken_by_every_host(host: Host) -> None:
    assert reasons(SMALL, host) == []


@pytest.mark.parametrize(
    ("host", "most", "load_of"),
    [
        ("cloudflare", 20_000, lambda most: replace(SMALL, files=most)),
        ("cloudflare-paid", 100_000, lambda most: replace(SMALL, files=most)),
        ("cloudflare", 26_214_400, lambda most: replace(SMALL, largest=("a/d/b", most))),
        ("cloudflare-paid", 26_214_400, lambda most: replace(SMALL, largest=("a/d/b", most))),
        ("azure", 250_000_000, lambda most: replace(SMALL, bytes_in_all=most)),
        ("azure-standard", 500_000_000, lambda most: replace(SMALL, bytes_in_all=most)),
        ("github", 1_000_000_000, lambda most: replace(SMALL, bytes_in_all=most)),
        ("netlify", 54_000, lambda most: replace(SMALL, fullest=(".", most))),
    ],
)
def test_a_limit_is_taken_and_one_more_is_not(host: str, most: int, load_of: Callable[[int], Load]) -> None:
    assert reasons(load_of(most), BY_NAME[host]) == []
    (reason,) = reasons(load_of(most + 1), BY_NAME[host])
    assert reason.startswith(f"{host} takes ")
    taken, found = re.findall(r"\d[\d,.]*\d", reason)
    assert taken != found


def test_where_inodes_are_counted_a_folder_is_a_file() -> None:
    narrow = replace(BY_NAME["apache"], files=44)
    assert reasons(SMALL, narrow) == []
    assert reasons(replace(SMALL, folders=5), narrow) == [
        "apache takes 44 files and folders, and here are 45"
    ]


def test_every_host_has_its_recipe_and_every_limit_is_in_the_docs() -> None:
    docs = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    table = docs.split("## What a host takes", 1)[1].split("\n## ", 1)[0]
    for host in HOSTS:
        (row,) = [line for line in table.splitlines() if line.startswith(f"| `{host.name}` |")]
        limits = (host.files, host.in_one_folder)
        assert all(f"{limit:,}" in row for limit in limits if limit), row
        assert host.bytes_per_file is None or f"{host.bytes_per_file >> 20} MiB" in row
        assert host.bytes_in_all is None or f"{host.bytes_in_all // 1_000_000:,} MB" in row


@pytest.fixture
def deployment(tmp_path: Path) -> Path:
    out = tmp_path / "dist"
    for path in (
        "index.html",
        ".htaccess",
        "shell/portfolio.js",
        "abcdefghij234567/index.html",
        "abcdefghij234567/slots",
        "abcdefghij234567/m1",
        "abcdefghij234567/d/abcdefghij234567abcdefghij",
    ):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(b"x" * 10)
    return out


def test_a_deployment_is_weighed_with_its_hidden_files(deployment: Path) -> None:
    (deployment / "abcdefghij234567/d/abcdefghij234567abcdefghij").write_bytes(b"y" * 90)
    load = weigh(deployment)
    assert (load.files, load.folders, load.bytes_in_all) == (7, 3, 150)
    assert load.largest == ("abcdefghij234567/d/abcdefghij234567abcdefghij", 90)
    assert load.fullest == (".", 4)
    assert load.strangers == load.torn == ()


def test_what_nobody_meant_to_publish_is_refused_by_every_host(deployment: Path) -> None:
    (deployment / "class photo.jpg").write_bytes(b"x")
    (deployment / "CNAME").write_text("portfolios.example.org")
    (deployment / ".git").mkdir()
    (deployment / ".git" / "config").write_text("x")
    for host in HOSTS:
        (reason,) = reasons(weigh(deployment), host)
        assert reason.endswith("class photo.jpg")


@pytest.mark.parametrize("lost", ["index.html", "slots", "m1"])
def test_a_portfolio_that_is_not_whole_is_refused(deployment: Path, lost: str) -> None:
    (deployment / "abcdefghij234567" / lost).unlink()
    (reason,) = reasons(weigh(deployment), BY_NAME["s3"])
    assert reason.endswith(": abcdefghij234567")


class TestCommand:
    def test_a_host_that_takes_it(self, sealed_school: BuiltSchool) -> None:
        said = sealed_school.command("doctor", "cloudflare")
        assert said.code == 0, said.all
        assert "cloudflare: takes it" in said.out

    def test_every_host_is_asked_when_none_is_named(self, sealed_school: BuiltSchool) -> None:
        said = sealed_school.command("doctor", "--json")
        assert [answer["host"] for answer in json.loads(said.out)["hosts"]] == sorted(BY_NAME)
        files = [file for file in sealed_school.out.rglob("*") if file.is_file()]
        assert json.loads(said.out)["files"] == len(files)
        assert json.loads(said.out)["bytes"] == sum(file.stat().st_size for file in files)

    def test_the_web_space_of_a_school_may_be_smaller(self, sealed_school: BuiltSchool) -> None:
        said = sealed_school.command("doctor", "apache", "--files", "10")
        assert said.code == 1
        assert "apache: NO: apache takes 10 files and folders, and here are" in said.err
        assert sealed_school.command("doctor", "apache", "--megabytes", "1").code == 1
        assert sealed_school.command("doctor", "apache", "--megabytes", "1000", "--files", "5000").code == 0

    def test_there_must_be_something(self, own_school: BuiltSchool) -> None:
        assert own_school.command("doctor", "nginx").code == 3
        assert own_school.command("doctor", "nowhere").code == 2


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_weighed_as_a_link(deployment: Path, tmp_path: Path) -> None:
    big = tmp_path / "big"
    big.write_bytes(b"x" * 5000)
    (deployment / "robots.txt").symlink_to(big)
    assert weigh(deployment).bytes_in_all < 5000
