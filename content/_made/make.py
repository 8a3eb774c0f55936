"""Makes every picture, film and recording of the example school again: `python make.py [STUDENT …]`."""

import sys
from collections.abc import Callable
from pathlib import Path

import bead_film
import bean_film
import bridge_film
import bridges
import comics
import creek
import flowers
import gardens
import gauges
import herons
import portraits
import pots
import quiet
import recordings as heard
import report
import rivers
import routes
import signs
import small_hands
import snowflakes
import tides
import volcano
from recordings import record

STUDENTS = Path(__file__).parent.parent / "students"
GROUP_WORK = STUDENTS.parent / "group-work"


def at(folder: Path, *names: str) -> Path:
    """The path below the folder, with its folders made."""
    path = folder.joinpath(*names)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def together() -> None:
    """What a group made together."""
    folder = GROUP_WORK / "2026-05-14-signs-for-the-creek-path"
    signs.sign(at(folder, "sign.jpg"))
    signs.hanging(at(folder, "hanging.jpg"), blurred=at(folder, "hanging-blurred.jpg"))


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
    record(
        heard.OTTER_EARLY,
        at(evidence, "2025-09-18-reading-aloud", "otter.mp3"),
        seed=2,
        title="otter september",
        artist="Asha Gill",
    )
    record(
        heard.OTTER_LATE,
        at(evidence, "2026-05-12-reading-aloud", "otter.mp3"),
        seed=3,
        title="otter may",
        artist="Asha Gill",
    )
    record(
        heard.VOLCANO_THOUGHTS,
        at(home, "reflections", "2025-10-10-my-volcano", "talk.ogg"),
        seed=4,
        title="volcano talk",
        artist="Asha Gill",
    )


def arjan(home: Path) -> None:
    """Arjan's media."""
    evidence = home / "evidence"
    bridges.first(at(evidence, "2025-10-15-flat-bridge", "bridge.jpg"))
    bridges.plan(at(evidence, "2025-11-06-plan-for-bridge-two", "plan.tiff"))
    second = at(evidence, "2025-11-18-truss-bridge", "truss.jpg")
    bridges.second(second)
    bridge_film.bridge_test(at(evidence, "2025-11-25-load-test", "test.mp4"))
    report.bridge_report(at(evidence, "2025-12-10-bridge-report", "report.pdf"), photo=second)
    bridges.costs(at(evidence, "2026-01-16-what-it-cost", "circle.webp"))
    snowflakes.snowflake(at(evidence, "2026-02-19-turtle-snowflake", "snowflake.png"))
    record(
        heard.FRENCH_MARKET,
        at(evidence, "2026-04-15-at-the-market", "marche.ogg"),
        seed=11,
        title="marche",
        artist="Arjan Gill",
    )


def theo(home: Path) -> None:
    """Theo's media."""
    evidence = home / "evidence"
    portraits.goalkeeper(at(home, "two-houses.webp"))
    comics.strip(at(evidence, "2025-10-30-zeros-bad-day", "comic.jpg"))
    bead_film.beads(at(evidence, "2026-02-11-twenty-four-beads", "beads.mp4"))
    comics.flip_book(at(evidence, "2026-03-05-fraction-flip-book", "flip.gif"))
    record(
        heard.FRACTION_TALK,
        at(evidence, "2026-01-27-two-thirds-out-loud", "talk.mp3"),
        seed=12,
        title="two thirds",
        artist="Theo M.",
    )


def gurnoor(home: Path) -> None:
    """Gurnoor's media."""
    evidence = home / "evidence"
    flowers.marigold(at(home, "marigold.jpg"))
    record(heard.HELLO_GURNOOR, at(home, "hello.m4a"), seed=13, title="ਸਤ ਸ੍ਰੀ ਅਕਾਲ", artist="Gurnoor")
    flowers.phulkari(at(evidence, "2025-11-03-phulkari", "phulkari.jpg"))
    flowers.water_poster(at(evidence, "2026-04-22-water-poster", "poster.jpg"))
    record(
        heard.NANI_STORY,
        at(evidence, "2026-01-20-nani-story", "kahani.m4a"),
        seed=14,
        title="ਚਿੜੀ ਤੇ ਕਾਂ",
        artist="Gurnoor Sandhu",
    )


def maeve(home: Path) -> None:
    """Maeve's media."""
    quiet.cat(at(home, "evidence", "2025-10-21-button", "button.jpg"))
    quiet.quilt(at(home, "evidence", "2026-04-23-a-quilt-of-quarters", "quilt.jpg"))


def oskar(home: Path) -> None:
    """Oskar's media."""
    portraits.new_street(at(home, "evidence", "2026-02-13-my-new-street", "street.jpg"))
    routes.likes(at(home, "reflections", "2026-04-15-my-route-of-names", "route.jpg"))
    record(
        heard.BUS_POEM,
        at(home, "evidence", "2026-04-29-bus-fourteen", "bus.wav"),
        seed=15,
        title="bus 14",
        artist="Oskar",
    )


def yusuf(home: Path) -> None:
    """Yusuf's media."""
    evidence = home / "evidence"
    rivers.circuit(at(evidence, "2025-12-03-two-bulbs", "circuit.jpg"))
    rivers.silk_road(at(evidence, "2026-01-21-silk-road", "map.jpg"))
    rivers.river_sketch(at(evidence, "2026-02-11-river-sketch", "sketch.jpg"))
    rivers.river_word(at(evidence, "2026-02-25-river-word", "river.jpg"))
    record(
        heard.RIVER_POEM,
        at(evidence, "2026-03-10-the-river-knows-my-name", "poem.mp3"),
        seed=18,
        title="النهر",
        artist="يوسف",
    )


def imogen(home: Path) -> None:
    """Imogen's media."""
    evidence = home / "evidence"
    heard.tide(at(evidence, "2025-10-22-tide-eight-notes", "tide.wav"), finished=False)
    heard.tide(at(evidence, "2026-03-06-tide", "tide.m4a"), finished=True)
    tides.proof(at(evidence, "2026-02-26-lino-proof", "proof.jpg"))
    tides.print_two(at(evidence, "2026-03-11-lino-print", "print.jpg"))


def kai(home: Path) -> None:
    """Kai's media."""
    evidence = home / "evidence"
    gardens.sugar(at(evidence, "2026-01-28-what-is-in-the-box", "poster.webp"))
    gardens.ramp(at(evidence, "2025-11-12-ramp", "ramp.png"))
    gardens.garden(at(evidence, "2026-04-20-garden-box", "april.jpg"), month="April")
    gardens.garden(at(evidence, "2026-06-08-garden-box", "june.jpg"), month="June")
    heard.radio(at(evidence, "2026-02-04-arbutus-radio", "radio.mp3"))


def mika(home: Path) -> None:
    """Mika's media."""
    evidence, reflections = home / "evidence", home / "reflections"
    small_hands.kindergarten_house(at(evidence, "2025-05-13-my-house", "house.jpg"))
    small_hands.house_with_us(at(evidence, "2026-05-21-my-house", "house.jpg"))
    small_hands.frog_boots(at(evidence, "2025-10-08-frog-boots", "frog.jpg"))
    small_hands.tower(at(evidence, "2025-11-20-block-tower", "tower.jpg"))
    small_hands.snow(at(evidence, "2026-01-15-snow-on-my-boot", "snow.jpg"))
    small_hands.bean(at(evidence, "2026-04-16-a-bean-needs", "bean.jpg"))
    small_hands.me(at(home, "me.jpg"))
    spoken = (
        (heard.HELLO_MIKA, at(home, "hello.m4a"), "hello"),
        (heard.SNOW, at(evidence, "2026-01-15-snow-on-my-boot", "snow.m4a"), "snow"),
        (heard.TOWER_FELL, at(reflections, "2025-11-21-it-fell", "fell.m4a"), "it fell"),
        (heard.MY_GOAL, at(reflections, "2026-01-20-my-goal", "goal.m4a"), "my goal"),
    )
    for seed, (recording, path, title) in enumerate(spoken, start=21):
        record(recording, path, seed=seed, title=title, artist="Mika")


def ruth(home: Path) -> None:
    """Ruth's media."""
    evidence = home / "evidence"
    gauges.heating(at(evidence, "2025-10-21-hidden-water-second-report", "heating.png"))
    gauges.sketch(at(evidence, "2025-11-19-gauge-sketch", "sketch.jpg"))
    gauges.level(at(evidence, "2026-02-10-is-the-creek-rising", "level.png"))
    gauges.gauge(at(evidence, "2026-02-25-gauge", "gauge.jpg"))


MAKERS: dict[str, Callable[[Path], None]] = {
    "asha-gill": asha,
    "theo-marchetti": theo,
    "gurnoor-sandhu": gurnoor,
    "maeve-tolliver": maeve,
    "oskar-wren": oskar,
    "arjan-gill": arjan,
    "yusuf-haddad": yusuf,
    "imogen-castellanos": imogen,
    "kai-reid": kai,
    "mika-reyes": mika,
    "ruth-adeyemi": ruth,
}


def main() -> None:
    """Makes the media of the students named, or of all."""
    for student in sys.argv[1:] or MAKERS:
        MAKERS[student](STUDENTS / student)
    if not sys.argv[1:]:
        together()


if __name__ == "__main__":
    main()
