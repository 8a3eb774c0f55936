"""The example school in `content/`, built by the command a teacher runs, with what only the school knows beside it."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from unittest import mock

from generator.cli.main import run
from generator.config import Workplace
from generator.publish.serve import serving
from generator.reading.site_config import read_site_config
from generator.vault.keyring_file import open_keyring
from tests.schools.once import made_once

REPOSITORY = Path(__file__).parents[2]
CONTENT = REPOSITORY / "content"
_CACHE = ".kinfolio"


@dataclass(frozen=True, kw_only=True)
class Held:
    """What is in the keyring, which no family has."""

    sites: dict[str, str]
    """Site ids of families' portfolios by student, of staff editions by `group:` and the class, of showcases by their visitor."""
    words: dict[str, str]
    """Six words by keyholder."""
    links: dict[str, str]
    """Link keys by keyholder."""


@dataclass(frozen=True, kw_only=True)
class ExampleSchool(Held):
    """The example school's deployment as a host serves it."""

    address: str
    out: Path


@contextmanager
def example_in(folder: Path, *, content: Path = CONTENT) -> Iterator[ExampleSchool]:
    """The school in `content/`, or another, built into this folder and served."""
    _build(folder / "built", place=folder, content=content)
    with _served(folder / "built") as school:
        yield school


@contextmanager
def common_example(folder: Path) -> Iterator[ExampleSchool]:
    """The same, built by whichever process of the test run asks first, and served by each: for looking at."""
    folder.mkdir(exist_ok=True)
    built = made_once(folder / "built", partial(_build, place=folder, content=CONTENT))
    with _served(built) as school:
        yield school


def example_workplace(folder: Path, *, common: Path) -> Workplace:
    """Where a command works on `content/` itself, with a home of its own and the clean media of the whole test run."""
    config, _ = read_site_config(REPOSITORY / "site-config.yml")
    assert config is not None
    return Workplace(config=config, home=folder / "home", cache=common / _CACHE)


@contextmanager
def another_school(folder: Path, *, config: Path, name: str) -> Iterator[ExampleSchool]:
    """A school that a test has written, with the folder of content beside its configuration, built and served."""
    _build_of(folder / "built", config=config, content=config.parent / "content", name=name)
    with _served(folder / "built") as school:
        yield school


def _build(built: Path, *, place: Path, content: Path) -> None:
    config = Path(shutil.copy(REPOSITORY / "site-config.yml", place))
    _build_of(built, config=config, content=content, name="maple-creek")


def _build_of(built: Path, *, config: Path, content: Path, name: str) -> None:
    home, out = built / "home", built / "dist"
    with mock.patch.dict(os.environ, {"KINFOLIO_HOME": str(home)}):
        assert run(["build", "--config", str(config), "--content", str(content), "--out", str(out)]) == 0
    with open_keyring(home / name, today=date(2026, 6, 30)) as kept:
        held = Held(
            sites={
                f"showcase:{site.student}" if site.edition == "showcase" else site.student: site.key.site
                for site in kept.keyring.sites
                if site.edition in {"family", "staff", "showcase"}
            },
            words={holder.person: holder.words.text for holder in kept.keyring.keyholders},
            links={holder.person: holder.link.text for holder in kept.keyring.keyholders},
        )
    (built / "held.json").write_text(json.dumps(asdict(held)), encoding="utf-8")


@contextmanager
def _served(built: Path) -> Iterator[ExampleSchool]:
    held = Held(**json.loads((built / "held.json").read_text(encoding="utf-8")))
    with serving(built / "dist") as address:
        yield ExampleSchool(**asdict(held), address=address, out=built / "dist")
