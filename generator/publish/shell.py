"""What all portfolios of a deployment share: the shell, the worker, a neutral front page, and the hosts' files."""

import base64
from pathlib import Path
from typing import Final

from generator.problems import KinfolioError
from generator.publish.hosts import host_files
from generator.vault.browser.bundle import BUILT, LANGUAGES, OUTPUTS

_FRONT: Final = Path(__file__).resolve().parent / "front"
_SHELL_PAGE: Final = "shell.html"
_WORKER: Final = "sw.js"
_OFFLINE: Final = ("offline.js", "unlock.css", "reader.css", "LICENCES.txt")


class NoShell(KinfolioError):
    """The browser files are missing: the package was not built, or not wholly."""


def site_page(*, built: Path = BUILT) -> bytes:
    """The page of every site, the same bytes for all. Raises NoShell."""
    return _read(built, _SHELL_PAGE)


def shell_files(*, built: Path = BUILT) -> dict[str, bytes]:
    """Every shared file but the theme's, by its path in the deployment. Holds nothing of a school. Raises NoShell."""
    return {
        **{f"shell/{name}": _read(built, name) for name in OUTPUTS if name not in {_SHELL_PAGE, _WORKER}},
        _WORKER: _read(built, _WORKER),
        "shell/front.css": _read(_FRONT, "front.css"),
        "index.html": _read(_FRONT, "front.html"),
        "404.html": _read(_FRONT, "nothing.html"),
        "robots.txt": b"User-agent: *\nDisallow: /\n",
        # GitHub Pages would hide files that it takes for Jekyll's.
        ".nojekyll": b"",
        **host_files(),
    }


def offline_shell_files(*, built: Path = BUILT) -> dict[str, bytes]:
    """What a portfolio for a disk has in place of the shell, by its path; the page that unlocks is `index.html`. Raises NoShell."""
    return {
        "index.html": _read(built, "offline.html"),
        **{f"shell/{name}": _read(built, name) for name in _OFFLINE},
        "shell/words.txt.js": as_script(_read(built, "words.txt")),
        **{
            f"shell/pages-{language}.json.js": as_script(_read(built, f"pages-{language}.json"))
            for language in LANGUAGES
        },
        "shell/front.css": _read(_FRONT, "front.css"),
    }


def as_script(data: bytes) -> bytes:
    """A script that hands over these bytes, as `vault/browser/format/script_files.js` takes them."""
    return b'kinfolio("%s")\n' % base64.b64encode(data)


def _read(built: Path, name: str) -> bytes:
    try:
        return (built / name).read_bytes()
    except OSError as failure:
        raise NoShell(
            f"the file {name} that opens portfolios in a browser is missing",
            hint="install Kinfolio again with `pip install .`, or run `python -m generator.vault.browser.bundle`",
        ) from failure
