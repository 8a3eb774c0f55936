"""How fast a family's phone shows the locked page and the home behind it: `python -m tests.browser.lighthouse`.

Runs Lighthouse as it measures a phone of the middle class on a slow 4G connection. Lighthouse is no part of the set-up:
the command named in KINFOLIO_LIGHTHOUSE is used, or the one on the PATH, or npx fetches it.
"""

import argparse
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser import chromium
from tests.schools.example import ExampleSchool, example_in

STUDENT, GUARDIAN = "asha-gill", "harpreet-gill"
LEAST = 95
TIMES = 3

_VERSION = "12"
_MEASURES = {
    "first-contentful-paint": "first words",
    "largest-contentful-paint": "largest words or picture",
    "speed-index": "speed index",
    "total-blocking-time": "blocked",
    "cumulative-layout-shift": "moved about",
    "total-byte-weight": "bytes",
}


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What Lighthouse says of one visit."""

    score: int
    measures: dict[str, str]


def main(arguments: Sequence[str]) -> int:
    """The command line: 1 where a page is slower than `LEAST`, 3 where a program is missing or fails."""
    options = argparse.ArgumentParser(prog="python -m tests.browser.lighthouse", description=__doc__)
    options.add_argument(
        "--times", type=int, default=TIMES, help="visits to each page; the middle one counts"
    )
    chosen = options.parse_args(arguments)
    path, command = chromium.find(), lighthouse_command()
    if path is None or command is None:
        print(chromium.MISSING if path is None else "There is neither lighthouse nor npx.", file=sys.stderr)
        return 3
    slow = False
    with tempfile.TemporaryDirectory() as place, example_in(Path(place)) as school:
        for name, address in addresses(school).items():
            try:
                visits = [visit(address, command=command, browser=path) for _ in range(chosen.times)]
            except subprocess.CalledProcessError as failure:
                print(f"Lighthouse failed: {failure.stderr.strip() or failure}", file=sys.stderr)
                return 3
            score = round(statistics.median(one.score for one in visits))
            middle = min(visits, key=lambda one: abs(one.score - score))
            said = ", ".join(f"{measure} {value}" for measure, value in middle.measures.items())
            print(f"{name}: performance {score} of 100 ({said})", flush=True)
            slow |= score < LEAST
    return 1 if slow else 0


def addresses(school: ExampleSchool) -> dict[str, str]:
    """The locked page, and the home as the code on a letter opens it."""
    locked = f"{school.address}{school.sites[STUDENT]}/"
    return {"locked": locked, "home": f"{locked}#k={school.links[GUARDIAN]}"}


def lighthouse_command() -> list[str] | None:
    """How to start Lighthouse; None where nothing can."""
    if named := os.environ.get("KINFOLIO_LIGHTHOUSE"):
        return shlex.split(named)
    if installed := shutil.which("lighthouse"):
        return [installed]
    npx = shutil.which("npx")
    return [npx, "--yes", f"lighthouse@{_VERSION}"] if npx else None


def visit(address: str, *, command: Sequence[str], browser: str) -> Visit:
    """One visit in a fresh profile."""
    said = subprocess.run(
        [
            *command,
            address,
            "--only-categories=performance",
            "--form-factor=mobile",
            "--output=json",
            "--quiet",
            f"--chrome-flags={' '.join(('--headless=new', *chromium.FLAGS))}",
        ],
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    report: dict[str, Any] = json.loads(said.stdout)
    audits = report["audits"]
    return Visit(
        score=round(100 * (report["categories"]["performance"]["score"] or 0)),
        measures={
            name: audits[audit].get("displayValue", "").replace("\N{NO-BREAK SPACE}", " ").strip()
            for audit, name in _MEASURES.items()
        },
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
