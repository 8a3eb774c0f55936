import contextlib
import io
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.publish.staging import staging_for
from tests.publish.conftest import World


def test_a_deployment_opens_and_leaves_nothing_beside_it(world: World) -> None:
    committed = world.publish()
    assert world.opened(world.site("asha"), "mum") == "Asha, firstpicture of asha"
    assert sorted(path.name for path in world.folder.iterdir()) == ["dist"]
    assert committed.foreign == committed.deleted == ()
    assert set(committed.written) == world.tree().keys()


def test_a_second_publication_touches_no_file(world: World) -> None:
    world.publish()
    before = world.tree()
    assert world.publish().written == ()
    assert world.tree() == before


def test_an_edit_touches_only_that_site_and_only_what_changed(world: World) -> None:
    world.publish()
    before = world.tree()
    after_edit = world.changed(pages={**world.pages, "asha": "Asha, second"})
    site = world.site("asha")
    committed = after_edit.publish()
    assert {path.split("/")[0] for path in committed.written} == {site}
    assert [path for path in committed.written if "/d/" not in path] == [f"{site}/m1"]
    assert len(committed.written) == 2
    after = world.tree()
    assert all(after[path] == before[path] for path in before if path not in committed.written)


def test_an_old_blob_stays_for_one_generation(world: World) -> None:
    def blobs() -> int:
        return sum("/d/" in path for path in world.tree())

    world.publish()
    first = blobs()
    world.changed(pages={**world.pages, "asha": "Asha, second"}).publish()
    assert blobs() == first + 1
    world.changed(pages={**world.pages, "asha": "Asha, second"}).publish()
    assert blobs() == first + 1
    committed = world.changed(pages={**world.pages, "asha": "Asha, third"}).publish()
    assert blobs() == first + 1
    assert len(committed.deleted) == 1


def test_a_blob_that_comes_back_is_not_deleted(world: World) -> None:
    world.publish()
    world.changed(pages={**world.pages, "asha": "Asha, second"}).publish()
    world.publish()
    world.changed(pages={**world.pages, "asha": "Asha, second"}).publish()
    assert world.opened(world.site("asha"), "mum") == "Asha, secondpicture of asha"


def test_somebody_who_lost_access_opens_nothing_and_their_old_files_are_gone(world: World) -> None:
    world.publish()
    world.changed(pages=world.pages, guardians={**world.guardians, "asha": ("mum",)}).publish()
    site = world.site("asha")
    assert world.opened(site, "dad") is None
    assert world.opened(site, "mum") == "Asha, firstpicture of asha"
    assert sorted(path.name for path in (world.out / site).iterdir()) == ["d", "index.html", "m2", "slots"]
    assert len(list((world.out / site / "d").iterdir())) == 2


def test_a_site_that_is_kept_is_left_alone_and_one_that_is_removed_goes(world: World) -> None:
    world.publish()
    kept, removed = world.site("ben"), world.site("cleo")
    before = world.tree()
    fewer = world.changed(pages={"asha": "Asha, second", "ben": "not built at all"})
    assert not fewer.publish(kept=frozenset({"ben"}), removed=frozenset({removed})).foreign
    assert not (world.out / removed).exists()
    assert {path: file for path, file in world.tree().items() if path.startswith(kept)} == {
        path: file for path, file in before.items() if path.startswith(kept)
    }


def test_a_site_nobody_speaks_of_is_told_and_not_deleted(world: World) -> None:
    world.publish()
    committed = world.changed(pages={"asha": "Asha, first", "ben": "Ben, first"}).publish()
    assert committed.foreign == (world.site("cleo"),)
    assert world.opened(world.site("cleo"), "gran")


def test_a_foreign_file_is_told_and_not_deleted(world: World) -> None:
    world.publish()
    site = world.site("asha")
    strangers = ("holiday.jpg", f"{site}/notes.txt", f"{site}/d/readme.md")
    for path in strangers:
        (world.out / path).write_text("mine", encoding="utf-8")
    (world.out / "CNAME").write_text("portfolios.example.org", encoding="utf-8")
    committed = world.changed(pages={**world.pages, "asha": "Asha, second"}).publish()
    assert set(committed.foreign) == set(strangers)
    assert all((world.out / path).exists() for path in (*strangers, "CNAME"))


def test_a_damaged_file_is_mended_by_the_next_publication(world: World) -> None:
    world.publish()
    before = {path: data for path, (data, _) in world.tree().items()}
    blob = next(path for path in world.tree() if "/d/" in path)
    (world.out / blob).write_bytes(bytes(len(before[blob])))
    assert world.publish().written == (blob,)
    assert {path: data for path, (data, _) in world.tree().items()} == before


def test_a_theme_that_changed_keeps_the_old_one_for_a_generation(world: World) -> None:
    world.publish()
    themes = [{**world.shared, "theme/cd34/a.css": b"a"}, {**world.shared, "theme/ef56/a.css": b"b"}]
    for shared in themes:
        del shared["theme/ab12/kinfolio.css"]
        World(
            folder=world.folder,
            keyring=world.keyring,
            pages=world.pages,
            guardians=world.guardians,
            shared=shared,
        ).publish()
    assert sorted(path.name for path in (world.out / "theme").iterdir()) == ["cd34", "ef56"]


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    left_over = tmp_path / ".dist.staging-1"
    (left_over / "x").mkdir(parents=True)
    with staging_for(tmp_path / "dist") as staging:
        assert not left_over.exists()
        assert staging.folder.exists()
    assert not staging.folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows settles no folders")
def test_nothing_points_to_what_a_power_cut_could_take(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Contents lists and key slots move only when every file moved before them is on the disk, under its name."""
    opened: dict[int, Path] = {}
    settled: set[tuple[int, int]] = set()
    moved: dict[Path, tuple[int, int]] = {}
    named: set[Path] = set()
    real_open, real_fsync, real_replace = os.open, os.fsync, os.replace

    def file_of(path: Path) -> tuple[int, int]:
        return path.stat().st_dev, path.stat().st_ino

    def is_manifest(path: Path) -> bool:
        # The opaque name of a sealed file may begin with any letter.
        return path.parent.name != "d" and path.name.startswith("m")

    def noted_open(path: Any, *arguments: Any, **options: Any) -> int:
        descriptor = real_open(path, *arguments, **options)
        opened[descriptor] = Path(os.fsdecode(path))
        return descriptor

    def noted_fsync(descriptor: int) -> None:
        path = opened[descriptor]
        settled.add(file_of(path))
        named.update(target for target in moved if target.parent == path)
        real_fsync(descriptor)

    def noted_replace(source: Any, target: Any, **options: Any) -> None:
        target = Path(target)
        if target.is_relative_to(world.out):
            assert file_of(Path(source)) in settled, f"{target} is moved before its bytes are on the disk"
            if target.name == "slots" or is_manifest(target):
                earlier = {path for path in moved if path.parent.name == "d"}
                if target.name == "slots":
                    earlier |= {path for path in moved if is_manifest(path)}
                assert earlier
                assert earlier <= named, f"{target} is moved before what it points to has its name"
            moved[target] = file_of(Path(source))
        real_replace(source, target, **options)

    monkeypatch.setattr(os, "open", noted_open)
    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(os, "replace", noted_replace)
    world.publish()
    assert set(moved) == named == {path for path in world.out.rglob("*") if path.is_file()}


class Failing:
    """File operations that fail at the n-th step, once or from then on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, at: int, for_good: bool) -> None:
        self.steps = 0
        self._at = at
        self._for_good = for_good
        for name in ("replace", "mkdir", "unlink", "rmdir", "fsync"):
            monkeypatch.setattr(os, name, self._wrap(getattr(os, name)))
        monkeypatch.setattr(io, "open", self._wrap(io.open, only_writing=True))

    def _wrap(self, real: Callable[..., Any], *, only_writing: bool = False) -> Callable[..., Any]:
        def operation(*arguments: Any, **options: Any) -> Any:
            mode = options.get("mode", arguments[1] if len(arguments) > 1 else "r")
            if only_writing and not set(str(mode)) & set("wxa+"):
                return real(*arguments, **options)
            self.steps += 1
            if self.steps == self._at or (self._for_good and self.steps > self._at):
                raise OSError(28, "No space left on device")
            return real(*arguments, **options)

        return operation


@pytest.mark.parametrize("for_good", [False, True], ids=["a step fails", "the power goes"])
def test_every_site_is_old_or_new_whichever_step_fails(
    world: World, *, for_good: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    world.publish()
    asha, ben, cleo = (world.site(student) for student in ("asha", "ben", "cleo"))
    # At once: a new page for one, a new key for another, one goes, one comes.
    next_year = world.changed(
        pages={"asha": "Asha, second", "ben": "Ben, second", "dov": "Dov, first"},
        guardians={**world.guardians, "asha": ("mum",), "ben": ("mum", "gran")},
    )
    sealed = next_year.seal(removed=frozenset({cleo}))
    reached = True
    step = 0
    while reached:
        step += 1
        school = replace(next_year, folder=tmp_path / f"step {step}")
        shutil.copytree(world.out, school.out)
        with monkeypatch.context() as patch:
            failing = Failing(patch, at=step, for_good=for_good)
            with contextlib.suppress(OSError):
                school.put_out(sealed)
            reached = failing.steps >= step
        assert school.opened(asha, "mum") in {
            f"Asha, {which}picture of asha" for which in ("first", "second")
        }
        assert school.opened(ben, "mum") in {f"Ben, {which}picture of ben" for which in ("first", "second")}
        assert school.opened(cleo, "gran") in {None, "Cleo, firstpicture of cleo"}
        assert school.opened(school.site("dov"), "gran") in {None, "Dov, firstpicture of dov"}

        school.put_out(sealed)
        assert school.opened(asha, "mum") == "Asha, secondpicture of asha"
        assert school.opened(asha, "dad") is None
        assert school.opened(ben, "gran") == "Ben, secondpicture of ben"
        assert school.opened(school.site("dov"), "gran") == "Dov, firstpicture of dov"
        assert not (school.out / cleo).exists()
        assert not (school.out / asha / "m1").exists()
        assert not list(school.folder.glob(".dist.staging-*"))
    assert step > 40
