from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from generator.publish.dist import Committed, Plan, SitePlan, commit
from generator.publish.staging import staging_for
from generator.vault.errors import VaultError
from generator.vault.keyring import Keyring, new_keyring
from generator.vault.open import open_site
from generator.vault.site import PlainFile, Publication, seal_site
from generator.vault.slots import Role
from tests.schools.cost import CHEAP

SHELL = b"<!doctype html><title>Portfolio</title>"
SHARED = {"index.html": b"<!doctype html>", "sw.js": b"// worker", "theme/ab12/kinfolio.css": b"body{}"}


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """Everything of a publication, before it is put out."""

    files: tuple[tuple[str, bytes], ...]
    plan: Plan


@dataclass(frozen=True, kw_only=True)
class World:
    """A school's pages by student, who may open them, and a keyring: enough to publish real sealed sites."""

    folder: Path
    keyring: Keyring = field(default_factory=lambda: new_keyring(cost=CHEAP))
    pages: Mapping[str, str]
    guardians: Mapping[str, tuple[str, ...]]
    shared: Mapping[str, bytes] = field(default_factory=lambda: dict(SHARED))

    @property
    def out(self) -> Path:
        return self.folder / "dist"

    def changed(
        self, *, pages: Mapping[str, str], guardians: Mapping[str, tuple[str, ...]] | None = None
    ) -> "World":
        return replace(self, pages=pages, guardians=guardians or self.guardians)

    def site(self, student: str) -> str:
        return next(site.key.site for site in self.keyring.sites if site.student == student)

    def publish(
        self, *, kept: frozenset[str] = frozenset(), removed: frozenset[str] = frozenset()
    ) -> Committed:
        """Seals every student that is not kept, and commits."""
        return self.put_out(self.seal(kept=kept, removed=removed))

    def seal(self, *, kept: frozenset[str] = frozenset(), removed: frozenset[str] = frozenset()) -> "Sealed":
        keys = {
            student: self.keyring.entitle(
                student, edition="family", keyholders=dict.fromkeys(self.guardians[student], Role.GUARDIAN)
            )
            for student in self.pages
        }
        together = {key.site for key in keys.values()}
        files = list(self.shared.items())
        plans = []
        for student in self.pages.keys() - kept:
            site = keys[student].site
            stamp = self.keyring.stamp(
                student, edition="family", fingerprint=self.pages[student], today=date(2026, 11, 23)
            )
            publication = Publication(
                generation=stamp.generation,
                published=stamp.published,
                edition="family",
                label=student,
                entry="index.html",
                theme="theme/ab12/",
                lock_after_minutes=15,
            )
            picture = b"picture of " + student.encode()
            plain = [
                PlainFile(path="index.html", media_type="text/html", data=self.pages[student].encode()),
                PlainFile(path="media/x.webp", media_type="image/webp", data=picture),
            ]
            sealed = [
                *seal_site(
                    plain, key=keys[student], signing_key=self.keyring.signing_key, publication=publication
                )
            ]
            sealed.append(self.keyring.slots(student, edition="family", together=together))
            below = [(f"{site}/{file.name}", file.data) for file in sealed] + [(f"{site}/index.html", SHELL)]
            files += below
            plans.append(SitePlan(site=site, files=frozenset(path for path, _ in below)))
        plan = Plan(
            built=tuple(plans),
            kept=frozenset(keys[student].site for student in kept),
            removed=removed,
            shared=frozenset(self.shared),
        )
        return Sealed(files=tuple(files), plan=plan)

    def put_out(self, sealed: "Sealed") -> Committed:
        with staging_for(self.out) as staging:
            for path, data in sealed.files:
                staging.put(path, data)
            return commit(staging, sealed.plan, bookkeeping=self.folder / "state" / "superseded.json")

    def opened(self, site: str, guardian: str) -> str | None:
        """What this guardian reads, picture and all; None where nothing opens for them."""
        try:
            opened = open_site(self.out / site, self.keyring.keyholder(guardian).link)
        except VaultError:
            return None
        return opened.read("index.html").decode() + opened.read("media/x.webp").decode()

    def tree(self) -> dict[str, tuple[bytes, int]]:
        """Every published file with its bytes and its time."""
        return {
            path.relative_to(self.out).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(self.out.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(
        folder=tmp_path,
        pages={"asha": "Asha, first", "ben": "Ben, first", "cleo": "Cleo, first"},
        guardians={"asha": ("mum", "dad"), "ben": ("mum",), "cleo": ("gran",), "dov": ("gran",)},
    )
