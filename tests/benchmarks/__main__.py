"""`python -m tests.benchmarks`: how fast a class is built, as pages per second, seconds per site, and ratios.

Every path runs as commands of its own, start-up included, in turn, in the same run, with as many processes as the
others. Ratios are medians of pairs of the same round, of seconds and of processor time: seconds move with what else
the machine does, pairs less, processor time least. It asserts nothing.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks.baselines import Baseline, baselines, build_all, write_plain
from tests.benchmarks.synthetic import ClassSize, write_class


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a path took: seconds on the clock, and of all processors together (0 where the system does not tell)."""

    seconds: float
    processor: float

    def times(self, share: float) -> "Cost":
        """The same for that many times the work."""
        return Cost(seconds=self.seconds * share, processor=self.processor * share)


_OURS = ("all, photos known", "one word changed", "nothing changed")
_FLOOR = "floor: read, compress, seal, write"


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
        plain = write_plain(sorted((folder / "content" / "students").iterdir()), folder / "plain")
        print(
            f"{size.students} students, {size.pages} pieces and {size.photos} photos each, {arguments.jobs} processes"
        )
        cold = _cost(lambda: _build(folder, arguments.jobs))
        ways = tuple(way for way in baselines() if not way.missing)
        sample = plain[: arguments.baseline]
        rounds = [_round(folder, arguments.jobs, ways, sample, size) for _ in range(arguments.rounds)]
        _show(rounds, cold=cold, size=size, ways=ways)
        for way in baselines():
            if way.missing:
                print(f"not measured: {way.label}: {way.missing}")
        for label, seconds in _share_of_the_gate(folder):
            print(f"{label:36}{seconds:9.2f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=30)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--photos", type=int, default=30)
    parser.add_argument("--photo-edge", type=int, default=2400, help="longest edge in pixels")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--baseline", type=int, default=3, help="students built the other ways; the rest is scaled"
    )
    return parser.parse_args()


def _round(
    folder: Path, jobs: int, ways: Sequence[Baseline], sample: Sequence[Path], size: ClassSize
) -> dict[str, Cost]:
    """One turn of every path, so that a busy moment hits them all."""
    share = size.students / len(sample)
    times = {way.label: _cost(partial(build_all, way, sample, at_once=jobs)).times(share) for way in ways}
    times[_FLOOR] = _cost(lambda: _seal_only(folder, jobs))
    shutil.rmtree(folder / "dist", ignore_errors=True)
    times["all, photos known"] = _cost(lambda: _build(folder, jobs))
    _change_a_word(folder)
    times["one word changed"] = _cost(lambda: _build(folder, jobs))
    times["nothing changed"] = _cost(lambda: _build(folder, jobs))
    return times


def _show(
    rounds: Sequence[dict[str, Cost]], *, cold: Cost, size: ClassSize, ways: Sequence[Baseline]
) -> None:
    pages = size.students * size.pages
    print(f"{'':36}{'seconds':>9}{'a site':>9}{'pages/s':>9}{'processor':>11}")
    rows = [("all, photos included", cold.seconds, cold.processor)]
    for label in rounds[0]:
        seconds = statistics.median(each[label].seconds for each in rounds)
        rows.append((label, seconds, statistics.median(each[label].processor for each in rounds)))
    for label, seconds, processor in rows:
        a_site, a_second = seconds / size.students, pages / seconds
        print(f"{label:36}{seconds:9.2f}{a_site:9.3f}{a_second:9.0f}{processor:11.2f}")
    for label in _OURS:
        print(f"{label}: how many times as long others take")
        for other in (*(way.label for way in ways), _FLOOR):
            pairs = [(each[other], each[label]) for each in rounds]
            seconds = statistics.median(theirs.seconds / ours.seconds for theirs, ours in pairs)
            processor = statistics.median(theirs.processor / (ours.processor or 1) for theirs, ours in pairs)
            print(f"  {other:34}{seconds:9.2f} in seconds{processor:9.2f} in processor time")


def _build(folder: Path, jobs: int) -> None:
    environment = os.environ | {"KINFOLIO_HOME": str(folder / "home"), "PYTHONPATH": os.getcwd()}  # noqa: PTH109
    # What is installed is compiled; what the others are made of was, when it was installed.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
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


def _seal_only(folder: Path, jobs: int) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.floor"]
    subprocess.run([*command, str(folder / "plain"), str(folder / "floor"), str(jobs)], check=True)


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


def _cost(work: Callable[[], None]) -> Cost:
    begun, used = time.perf_counter(), _processor_time_of_children()
    work()
    return Cost(seconds=time.perf_counter() - begun, processor=_processor_time_of_children() - used)


def _processor_time_of_children() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


if __name__ == "__main__":
    main()
