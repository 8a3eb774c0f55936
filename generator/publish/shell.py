"""What all portfolios of a deployment share: the shell, the worker, a neutral front page, and the hosts' files."""

from pathlib import Path
from typing import Final

from generator.problems import KinfolioError
from generator.publish.hosts import host_files
from generator.vault.browser.bundle import BUILT, OUTPUTS

_SHELL_PAGE: Final = "shell.html"
_WORKER: Final = "sw.js"


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
        "index.html": _page("Learning portfolios", _FRONT).encode(),
        "404.html": _page("Nothing is here", _NOT_FOUND).encode(),
        "robots.txt": b"User-agent: *\nDisallow: /\n",
        # GitHub Pages would hide files that it takes for Jekyll's.
        ".nojekyll": b"",
        **host_files(),
    }


def _read(built: Path, name: str) -> bytes:
    try:
        return (built / name).read_bytes()
    except OSError as failure:
        raise NoShell(
            f"the file {name} that opens portfolios in a browser is missing",
            hint="install Kinfolio again with `pip install .`, or run `python -m generator.vault.browser.bundle`",
        ) from failure


def _page(title: str, body: str) -> str:
    return _PAGE.replace("TITLE", title).replace("BODY", body.strip())


_PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>TITLE</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="shell/unlock.css">
</head>
<body class="unlock">
<main>
BODY
</main>
</body>
</html>
"""

_FRONT = """
<h1>Learning portfolios</h1>
<p>Families open their child’s portfolio here. Each one is locked and has an address of its own.</p>
<p>Please scan the code on the letter from school, or type the address that is printed there.</p>
<p>You have no letter, or have lost it? The school will gladly print a new one.</p>
<p lang="fr">Chaque portfolio a sa propre adresse, imprimée sur la lettre de l’école. Numérisez le code de cette lettre, ou tapez l’adresse.</p>
"""

_NOT_FOUND = """
<h1>Nothing is here</h1>
<p>Perhaps a letter of the address went astray. Please scan the code on the letter from school again, or type the address once more.</p>
<p>If it stays so, the school can print a new letter.</p>
<p lang="fr">Il n’y a rien ici. Vérifiez l’adresse imprimée sur la lettre de l’école.</p>
"""
