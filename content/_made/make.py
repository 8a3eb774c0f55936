"""Makes every picture, film and recording of the example school again: `python make.py [STUDENT …]`."""

import sys
from collections.abc import Callable
from pathlib import Path

import bean_film
import creek
import herons
import portraits
import pots
import recordings as heard
import volcano
from recordings import record

STUDENTS = Path(__file__).parent.parent / "students"


def asha(home: Path) -> None:
    """Asha's media."""
    evidence = home / "evidence"
    herons.september(at(evidence, "2025-09-12-heron-drawing", "heron.jpg"))
    herons.may(at(evidence, "2026-05-20-heron-drawing", "heron.jpg"))
    volcano.plan(at(evidence, "2025-10-02-volcano-plan", "plan.png"))
    volcano.model(at(evidence, "2025-10-09-volcano", "volcano.jpg"))
    creek.water_graph(at(evidence, "2026-04-24-creek-temperatures", "graph.jpg"))
    creek.field_page(at(evidence, "2026-04-14-field-journal", "page.jpg"))
    creek.walking_map(at(evidence, "2026-05-06-map-to-the-creek", "map.jpg"))
    pots.clay_lesson(at(evidence, "2026-02-18-first-pot", "pot.jpg"))
    pots.pinch_pot(at(evidence, "2026-03-04-wave-pot", "pot.jpg"))
    bean_film.bean(at(evidence, "2026-03-12-bean-diary", "bean.webm"))
    portraits.raincoat(at(home, "me.jpg"))
    record(heard.HELLO_ASHA, at(home, "hello.m4a"), seed=1, title="hello", artist="Asha")
    record(heard.OTTER_EARLY, at(evidence, "2025-09-18-reading-aloud", "otter.mp3"), seed=2, title="otter september", artist="Asha Gill")
    record(heard.OTTER_LATE, at(evidence, "2026-05-12-reading-aloud", "otter.mp3"), seed=3, title="otter may", artist="Asha Gill")
    record(heard.VOLCANO_THOUGHTS, at(home, "reflections", "2025-10-10-my-volcano", "talk.ogg"), seed=4, title="volcano talk", artist="Asha Gill")


def at(folder: Path, *names: str) -> Path:
    """The path below the folder, with its folders made."""
    path = folder.joinpath(*names)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


MAKERS: dict[str, Callable[[Path], None]] = {"asha-gill": asha}


def main() -> None:
    """Makes the media of the students named, or of all."""
    for student in sys.argv[1:] or MAKERS:
        MAKERS[student](STUDENTS / student)


if __name__ == "__main__":
    main()
