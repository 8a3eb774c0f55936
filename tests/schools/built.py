"""A tiny school with siblings and a picture, built by the command a teacher runs, with a keyring of its own."""

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from copy import copy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unittest import mock

from PIL import Image

from generator.cli.main import run
from generator.vault.keyring import Keyring
from generator.vault.keyring_file import open_keyring
from tests.schools.tiny import TinySchool

TODAY = date(2026, 11, 23)
_POT = """\
---
artifacts:
  - file: pot.png
    caption: The pot
    alternative: A brown clay pot.
---
My clay pot.
"""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


class BuiltSchool:
    """Ana and Ben Lee, children of Jo Lee and of Sam Ray, in one class of Ms. Ito's."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = TinySchool(root)
        self.home = root / "home"
        self.out = root / "dist"
        self.letters = root / "letters"
        self.configure("")
        self.files.edit(
            "people.yml",
            "guardians:\n  - {id: jo-lee, name: Jo Lee}\n  - {id: sam-ray, name: Sam Ray}\n"
            "staff:\n  - {id: ms-ito, name: Hana Ito, shown as: Ms. Ito}\n",
        )
        for student, name in (("ana-lee", "Ana Lee"), ("ben-lee", "Ben Lee")):
            self.files.edit(
                f"students/{student}/student.yml",
                f"name: {name}\ngroup: fir\nguardians: [jo-lee, sam-ray]\n",
            )
        self.files.edit("students/ben-lee/evidence/2025-10-03-pot/index.md", _POT)
        self.files.edit("students/ben-lee/evidence/2025-10-03-pot/pot.png", _picture())

    def copied_to(self, root: Path) -> "BuiltSchool":
        """The same school in another folder, to be changed there: its files, keyring and last build."""
        shutil.copytree(self.root, root)
        school, files = copy(self), copy(self.files)
        files.root, files.content = root, root / "content"
        school.root, school.files = root, files
        school.home, school.out, school.letters = root / "home", root / "dist", root / "letters"
        return school

    @property
    def config_file(self) -> Path:
        return self.root / "site-config.yml"

    def configure(self, more: str) -> None:
        """Writes the configuration; `more` are further lines."""
        lines = "school: tiny\naddress: https://portfolios.example/\nletters: letters\n"
        self.config_file.write_text(lines + more, encoding="utf-8")

    def command(self, *arguments: str, typed: str = "") -> Said:
        """Runs a command as if in the school's folder."""
        out, err = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, {"KINFOLIO_HOME": str(self.home)}),
            mock.patch("sys.stdin", io.StringIO(typed)),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            named = () if arguments[0] == "unseal" else ("--config", str(self.config_file))
            code = run([*arguments, *named])
        return Said(code=code, out=out.getvalue(), err=err.getvalue())

    def build(self, *arguments: str) -> Said:
        """Builds, which has to work."""
        said = self.command("build", "--jobs", "1", *arguments)
        assert said.code == 0, said.all
        return said

    @contextmanager
    def keyring(self) -> Iterator[Keyring]:
        """The keyring, for looking and for changing."""
        with open_keyring(self.home / "tiny", today=TODAY) as kept:
            yield kept.keyring

    def site(self, student: str, *, edition: str = "family") -> Path:
        """The folder of a sealed site."""
        with self.keyring() as keyring:
            (key,) = (
                site.key for site in keyring.sites if (site.student, site.edition) == (student, edition)
            )
        return self.out / key.site

    def link(self, person: str) -> str:
        """The text of a person's link key."""
        with self.keyring() as keyring:
            return keyring.keyholder(person).link.text


def _picture() -> bytes:
    file = io.BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(file, "PNG")
    return file.getvalue()
