"""`python -m tests.benchmarks`: how fast a class is built, as pages per second, seconds per site, and ratios.

Every path runs as a command of its own, start-up included, in turn, in the same run. The baseline is plain
`mkdocs build` with Material over the same texts, one command per student, nothing sealed. It asserts nothing.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.synthetic import ClassSize, write_class

_MKDOCS = """\
site_name: Portfolio
theme:
  name: material
  font: false
plugins: [search]
markdown_extensions: [tables, attr_list, admonition, pymdownx.superfences, pymdownx.tasklist]
"""


def main() -> None:
    """Builds the class in its several ways and prints a table."""
    arguments = _arguments()
    size = ClassSize(
        students=arguments.students,
        pages=arguments.pages,
        photos=arguments.photos,
        photo_edge=arguments.photo_edge,
    )
    with tempfile.TemporaryDirectory(prefix="kinfolio-benchmark-") as name:
        folder = Path(name)
        write_class(folder, size)
        sample = min(arguments.baseline, size.students)
        _write_baseline(folder, sample)
        print(
            f"{size.students} students, {size.pages} pieces and {size.photos} photos each, {arguments.jobs} processes"
        )
        cold = _seconds(lambda: _build(folder, arguments.jobs))
        rounds = [_round(folder, arguments.jobs, sample, size) for _ in range(arguments.rounds)]
        baseline = statistics.median(each["baseline"] for each in rounds)
        print(f"{'':34}{'seconds':>9}{'a site':>9}{'pages/s':>9}{'x baseline':>11}")
        _row("plain mkdocs build, one by one", baseline, size, baseline)
        _row("all, photos included", cold, size, baseline)
        for label in ("all, photos known", "one word changed", "nothing changed"):
            ratios = statistics.median(each["baseline"] / each[label] for each in rounds)
            _row(label, statistics.median(each[label] for each in rounds), size, baseline, ratio=ratios)
        for label, seconds in _share_of_the_gate(folder):
            print(f"{label:34}{seconds:9.2f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=30)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--photos", type=int, default=30)
    parser.add_argument("--photo-edge", type=int, default=2400, help="longest edge in pixels")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--baseline", type=int, default=3, help="students built the plain way; the rest is scaled"
    )
    return parser.parse_args()


def _round(folder: Path, jobs: int, sample: int, size: ClassSize) -> dict[str, float]:
    """One turn of every path, so that a busy moment hits them all."""
    times = {"baseline": _seconds(lambda: _build_baseline(folder, sample)) * size.students / sample}
    shutil.rmtree(folder / "dist", ignore_errors=True)
    times["all, photos known"] = _seconds(lambda: _build(folder, jobs))
    _change_a_word(folder)
    times["one word changed"] = _seconds(lambda: _build(folder, jobs))
    times["nothing changed"] = _seconds(lambda: _build(folder, jobs))
    return times


def _build(folder: Path, jobs: int) -> None:
    environment = os.environ | {"KINFOLIO_HOME": str(folder / "home"), "PYTHONPATH": os.getcwd()}  # noqa: PTH109
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "--config",
        str(folder / "site-config.yml"),
        "--jobs",
        str(jobs),
    ]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _build_baseline(folder: Path, sample: int) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    for number in range(sample):
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "-q",
            "build",
            "-f",
            str(folder / "plain" / str(number) / "mkdocs.yml"),
        ]
        subprocess.run(
            command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )


def _write_baseline(folder: Path, sample: int) -> None:
    for number in range(sample):
        docs = folder / "plain" / str(number) / "docs"
        docs.mkdir(parents=True)
        (docs.parent / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
        pieces = sorted(
            (folder / "content" / "students" / f"student-{number:05d}" / "evidence").glob("*/index.md")
        )
        for piece in pieces:
            body = piece.read_text(encoding="utf-8").split("---\n", 2)[2]
            (docs / f"{piece.parent.name}.md").write_text(
                f"# {piece.parent.name}\n\n{body}", encoding="utf-8"
            )
        (docs / "index.md").write_text("# Portfolio\n", encoding="utf-8")


def _change_a_word(folder: Path) -> None:
    piece = next((folder / "content" / "students" / "student-00000" / "evidence").glob("*/index.md"))
    piece.write_text(piece.read_text(encoding="utf-8") + "Changed.\n", encoding="utf-8")


def _share_of_the_gate(folder: Path) -> list[tuple[str, float]]:
    """Seconds the canary gate takes for the whole output, by itself."""
    from generator.publish.canary import Place, canaries_of, find
    from generator.publish.strings import strings_of
    from generator.reading.school import read_school
    from generator.reading.site_config import read_site_config

    config, _ = read_site_config(folder / "site-config.yml")
    if config is None:
        return []
    school, _ = read_school(config)
    sealed = [path for path in (folder / "dist").rglob("*") if path.parent.name == "d"]
    begun = time.perf_counter()
    canaries = [canaries_of(strings_of(student)) for student in (school.students if school else ())]
    gathered = time.perf_counter()
    for path in sealed:
        find(canaries[0], name=path.name, data=path.read_bytes(), place=Place.SEALED)
    return [
        ("gate: canaries of everybody", gathered - begun),
        ("gate: every sealed byte", time.perf_counter() - gathered),
    ]


def _seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _row(label: str, seconds: float, size: ClassSize, baseline: float, *, ratio: float | None = None) -> None:
    pages = size.students * size.pages
    share = baseline / seconds if ratio is None else ratio
    print(f"{label:34}{seconds:9.2f}{seconds / size.students:9.3f}{pages / seconds:9.0f}{share:11.1f}")


if __name__ == "__main__":
    main()
