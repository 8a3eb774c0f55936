"""The recipes for SFTP and rsync, run as the docs say against a real server, broken off, and begun again."""

import itertools
import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish.layout import place_in_order
from generator.publish.recipes import rsync
from generator.publish.serve import serving
from generator.publish.verify import KEPT_BACK
from generator.vault.links import link_key_from
from generator.vault.open import OpenedSite, open_site
from tests.programs import path_of
from tests.publish.sftp_server import HOST, SftpServer, sftp_serving
from tests.schools.built import BuiltSchool

FOLDER = "public html"
EVIDENCE = "students/ana-lee/evidence/2025-10-02-volcano.md"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SftpServer]:
    folder = tmp_path / "server"
    folder.mkdir()
    with sftp_serving(folder) as started:
        yield started


@pytest.fixture
def school(sealed_school: BuiltSchool, tmp_path: Path) -> BuiltSchool:
    return sealed_school.copied_to(tmp_path / "school")


def lines(school: BuiltSchool, *more: str) -> list[str]:
    file = school.root / "upload.txt"
    said = school.command("sftp", str(file), "--to", FOLDER, *more)
    assert said.code == 0, said.all
    return file.read_text(encoding="utf-8").splitlines()


def upload(server: SftpServer, batch: list[str]) -> None:
    file = server.settings.with_name("batch.txt")
    file.write_text("".join(f"{line}\n" for line in batch), encoding="utf-8")
    done = subprocess.run(server.sftp(file), capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def sent(batch: list[str]) -> set[str]:
    return {line.split('"')[3].removeprefix(f"{FOLDER}/") for line in batch if line.startswith("rename")}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def opened(school: BuiltSchool, web: Path, student: str = "ana-lee") -> OpenedSite:
    site = school.site(student).name
    return open_site(web / site, link_key_from(school.link("jo-lee")))


def words(site: OpenedSite) -> str:
    """Everything that can be read there, every sealed file of it."""
    return "".join(site.read(path).decode("utf-8", "replace") for path in site.paths)


def test_the_batch_sends_what_points_after_what_it_points_to(school: BuiltSchool) -> None:
    targets = [line.split('"')[3] for line in lines(school) if line.startswith("rename")]
    steps = [place_in_order(path.removeprefix(f"{FOLDER}/")) for path in targets]
    assert steps == sorted(steps)
    assert set(steps) == {0, 1, 2, 3}
    assert not any("rename" not in line for line in lines(school) if f'"{targets[0]}"' in line)


def test_what_arrives_is_what_was_built_and_verify_agrees(school: BuiltSchool, server: SftpServer) -> None:
    upload(server, lines(school))
    web = server.web / FOLDER
    assert tree(web) == tree(school.out)
    with serving(web) as address:
        said = school.command("verify", address)
    assert said.code == 0, said.all


def test_after_a_proof_only_what_changed_is_sent_and_what_went_is_deleted(
    school: BuiltSchool, server: SftpServer
) -> None:
    upload(server, lines(school))
    web = server.web / FOLDER
    with serving(web) as address:
        assert school.command("verify", address).code == 0
        assert sent(lines(school, "--address", address)) == KEPT_BACK
        assert lines(school, "--address", address, "--everything") == lines(school)
        school.files.edit(EVIDENCE, "It foamed again.\n")
        shutil.rmtree(school.files.content / "students" / "ben-lee")
        ben = school.site("ben-lee").name
        school.build("--prune")
        batch = lines(school, "--address", address)
        changed = sent(batch) - KEPT_BACK
        assert 0 < len(changed) < 10
        assert {path.split("/")[0] for path in changed} == {school.site("ana-lee").name}
        upload(server, batch)
        assert not (web / ben).exists()
        assert tree(web) == tree(school.out)
        assert school.command("verify", address).code == 0


def uploaded_and_built_anew(school: BuiltSchool, server: SftpServer) -> tuple[Path, str]:
    """The folder on the server, what a portfolio there says, and here a build that says something else."""
    upload(server, lines(school))
    web = server.web / FOLDER
    before = words(opened(school, web))
    school.files.edit(EVIDENCE, "It foamed again.\n")
    school.build()
    return web, before


def test_what_was_not_proven_is_sent_again(school: BuiltSchool, server: SftpServer) -> None:
    upload(server, lines(school)[:-8])
    with serving(server.web / FOLDER) as address:
        assert school.command("verify", address).code == 1
        assert lines(school, "--address", address) == lines(school)


def test_broken_off_anywhere_every_portfolio_opens_as_it_was_or_as_it_will_be(
    school: BuiltSchool, server: SftpServer
) -> None:
    web, before = uploaded_and_built_anew(school, server)
    with serving(web) as address:
        school.command("verify", address)
    batch = lines(school)
    after = words(opened(school, school.out))
    assert before != after
    seen = []
    changes = [number for number, line in enumerate(batch) if line.startswith("rename")]
    # The first run may end anywhere; the next one goes on from what it left.
    steps = [0, *changes[:: max(1, len(changes) // 12)], len(batch)]
    for begin, end in itertools.pairwise(steps):
        upload(server, batch[begin:end])
        seen.append(words(opened(school, web)))
        assert words(opened(school, web, "ben-lee"))
    assert set(seen) == {before, after}
    assert seen == sorted(seen, key=lambda one: one == after)
    assert tree(web).items() >= tree(school.out).items()


def test_killed_in_the_middle_of_a_file_the_old_portfolio_is_whole(
    school: BuiltSchool, server: SftpServer
) -> None:
    web, before = uploaded_and_built_anew(school, server)
    file = school.root / "upload.txt"
    lines(school)
    # So slow that even the smallest sealed file takes a while.
    with subprocess.Popen(
        server.sftp(file, "-l", "8", "-B", "256"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as slow:
        try:
            end = time.monotonic() + 30
            while not any(path.stat().st_size for path in web.rglob("*.new")):
                assert time.monotonic() < end
                assert slow.poll() is None
                time.sleep(0.02)
        finally:
            slow.kill()
    assert words(opened(school, web)) == before
    upload(server, lines(school))
    assert words(opened(school, web)) == words(opened(school, school.out))
    assert not [*web.rglob("*.new")]


def test_rsync_brings_the_same_in_the_same_order(school: BuiltSchool, server: SftpServer) -> None:
    if path_of("rsync") is None:
        pytest.skip("NO RSYNC here: the recipe for it is NOT proven")
    web = server.web / "portfolios"
    recipe = rsync(to=f"{HOST}:{web}", folder=str(school.out))
    steps: list[list[str]] = []
    for line in recipe.splitlines():
        before = set(tree(web)) if web.is_dir() else set()
        subprocess.run(shlex.split(line), check=True, timeout=60, env={**os.environ, "RSYNC_RSH": server.ssh})
        steps.append(sorted(set(tree(web)) - before))
    sealed, others, contents, slots = steps
    assert sealed
    assert all("/d/" in path or path.startswith("theme/") for path in sealed)
    assert others
    assert not any("/d/" in path or path.endswith("/slots") for path in others)
    assert contents
    assert all(path.endswith("/m1") for path in contents)
    assert slots
    assert all(path.endswith("/slots") for path in slots)
    assert tree(web) == tree(school.out)


def test_a_name_with_signs_of_patterns_is_only_a_name(
    sealed_school: BuiltSchool, tmp_path: Path, server: SftpServer
) -> None:
    school = sealed_school.copied_to(tmp_path / 'my "school" [1]*')
    upload(server, lines(school))
    assert tree(server.web / FOLDER) == tree(school.out)
