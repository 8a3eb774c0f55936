"""Gets the other browsers and servers that portfolios are tried with, where the system lets us install packages.

`python -m tests.programs` does the getting and says loudly what is missing; the tests themselves only look, and skip.
It needs nothing but Python. Chromium has further ways of its own, in `tests/browser/chromium.py`.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SYSTEM: Final = "/usr/sbin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program of the system: what starts it, by any of its names, and the Debian packages that bring it."""

    name: str
    starters: tuple[str, ...]
    beside: tuple[str, ...] = ()
    """Other commands that must be there too."""
    packages: tuple[str, ...]

    @property
    def is_here(self) -> bool:
        return any(map(path_of, self.starters)) and all(map(path_of, self.beside))


# Only what is needed, not what is recommended: a web browser's recommendations are half a desktop. Films in WebKitGTK
# are played by GStreamer, whose parts it merely recommends.
CHROMIUM: Final = Program(
    name="Chromium",
    starters=("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"),
    packages=("chromium", "fonts-liberation", "fonts-noto-core"),
)
PROGRAMS: Final = (
    Program(name="Firefox", starters=("firefox-esr", "firefox"), packages=("firefox-esr",)),
    Program(
        name="WebKitGTK",
        starters=("WebKitWebDriver",),
        beside=("Xvfb",),
        packages=(
            "webkit2gtk-driver",
            "xvfb",
            "gstreamer1.0-gl",
            "gstreamer1.0-libav",
            "gstreamer1.0-plugins-bad",
            "gstreamer1.0-plugins-good",
            "libgl1-mesa-dri",
        ),
    ),
    Program(name="nginx", starters=("nginx",), packages=("nginx-light",)),
    Program(name="Apache", starters=("apache2",), packages=("apache2-bin",)),
    Program(
        name="an SFTP server",
        starters=("sshd",),
        beside=("sftp", "ssh-keygen"),
        packages=("openssh-server", "openssh-sftp-server", "openssh-client"),
    ),
    Program(name="rsync", starters=("rsync",), packages=("rsync",)),
)


def path_of(command: str) -> str | None:
    """Where a command is; servers often lie where only an administrator's PATH leads."""
    return shutil.which(command) or shutil.which(command, path=_SYSTEM)


def get(programs: tuple[Program, ...] = PROGRAMS) -> tuple[Program, ...]:
    """Installs what is missing, together and where that fails each by itself, and gives what is missing still."""
    missing = _missing(programs)
    if missing and _may_install():
        _apt("update", "-qq")
        _install(package for program in missing for package in program.packages)
        for program in _missing(missing):
            _install(program.packages)
    return _missing(missing)


def _missing(programs: tuple[Program, ...]) -> tuple[Program, ...]:
    return tuple(program for program in programs if not program.is_here)


def _install(packages: Iterable[str]) -> None:
    _apt("install", "-y", "-qq", "--no-install-recommends", *packages)


def _may_install() -> bool:
    return Path("/etc/debian_version").exists() and getattr(os, "geteuid", lambda: 1)() == 0


def _apt(*arguments: str) -> None:
    # At runlevel 1 no package starts a server: ours bring their own, at ports of their own.
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    command = ["apt-get", "-o", "DPkg::Lock::Timeout=120", *arguments]
    try:
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired) as failure:
        print(f"apt-get: {failure}")


def main() -> None:
    """Says which programs the tests will use, and shouts about those they must do without."""
    missing = tuple(program for program in get((CHROMIUM, *PROGRAMS)) if program is not CHROMIUM)
    for program in PROGRAMS:
        if program not in missing:
            print(f"{program.name} for the tests: {next(filter(None, map(path_of, program.starters)))}")
    for program in missing:
        print(
            f"\n{'!' * 100}\n{program.name.upper()} could not be found or installed: portfolios are NOT proven"
        )
        print(f"with it. On Debian or Ubuntu: apt install {' '.join(program.packages)}\n{'!' * 100}\n")


if __name__ == "__main__":
    main()
