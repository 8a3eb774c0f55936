"""A school of everything at its limit: endless names, no picture and twenty, nine thousand words, four scripts, one piece and four hundred."""

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from tests.schools.tiny import TinySchool

LONGEST_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
WORD_OF_TWO_HUNDRED = ("Rindfleischetikettierungsüberwachungsaufgaben" * 5)[:200]
LONGEST_NAME = "Wolfeschlegelsteinhausenbergerdorff-Keihanaikukauakahihuliheekahaunaele" + "-Nānāikapono" * 4
FOUR_SCRIPTS = "River ਦਰਿਆ نهر 河 and the longest way home that anybody in this class ever walked"
HUNDREDS = 400
FILM = Path(__file__).parents[2] / "content/students/arjan-gill/evidence/2025-11-25-load-test/test.mp4"
STUDENTS = ("ana-lee", "no-piece", "one-piece", "many-pieces", "two-drafts")

DRAFTS = {
    "chinese": (
        "zh-Hans",
        "我看见一只小鸟。它飞走了。我很高兴。",
        "我看见一只红色的小鸟。它飞来了。我很高兴。妈妈也笑了。",
    ),
    "arabic": (
        "ar",
        "ذهبتُ إلى النهر. كان الماء باردًا. جلستُ على حجر.",
        "ذهبتُ مع أبي إلى النهر. كان الماء باردًا جدًا. غنّيتُ.",
    ),
    "poem": (
        "en",
        "grey wings  \nslow feet  \nwater",
        "grey wings  \nquick beak  \nslow feet  \nquiet water",
    ),
    "same": ("en", "Nothing moved. Nothing sang.", "Nothing moved. Nothing sang."),
    "long": (
        "en",
        " ".join(f"On day {day} the creek was {day} steps wide." for day in range(200)),
        " ".join(f"On day {day} the creek was {day} steps wide." for day in range(3, 200))
        + " Then it rained.",
    ),
}
"""Two drafts of one text each, and their language: without spaces, from right to left, in lines, unchanged, too long to go by words."""


def extreme_school(root: Path) -> TinySchool:
    """One class of five: nothing at all, one piece, four hundred pieces, drafts, and each kind of thing too large."""
    school = TinySchool(root)
    school.edit(
        "students/ana-lee/student.yml", f"name: Ana {LONGEST_NAME}\ncalled: {LONGEST_NAME}\n" + _FACTS
    )
    for student in STUDENTS[1:]:
        school.edit(f"students/{student}/student.yml", f"name: {student.title()}\n" + _FACTS)
    school.edit("students/one-piece/evidence/2025-10-02-only.md", "Just this.\n")
    _write_hundreds(school)
    _write_drafts(school)
    _write_extremes(school)
    _write_films(school)
    return school


_FACTS = "group: fir\nguardians: [jo-lee]\n"


def _write_hundreds(school: TinySchool) -> None:
    """As a busy class keeps them: nine of ten with a picture, each with something to read."""
    for number in range(HUNDREDS):
        day = f"2025-{9 + number // 110:02}-{2 + number % 27:02}"
        folder = f"students/many-pieces/evidence/{day}-piece-{number}"
        words = f"Piece number {number}. " + " ".join(_SENTENCES[(number + step) % 5] for step in range(6))
        facts = "areas: [science]\ncompetencies: [sc-question]\n"
        if number % 10 == 0:
            school.edit(f"{folder}.md", f"---\n{facts}---\n{words}\n")
            continue
        listed = (
            "artifacts:\n  - file: p.jpg\n    alternative: What I made.\n    caption: It took all week.\n"
        )
        school.edit(f"{folder}/index.md", f"---\n{facts}{listed}---\n{words}\n")
        school.edit(f"{folder}/p.jpg", _photo(number % 12))


_SENTENCES = (
    "We looked at the creek again and the water had come up to the second stone.",
    "I wanted to know why the bubbles stay under the leaf.",
    "My partner held the ruler and I wrote the numbers down.",
    "It did not work the first time, so I changed the lid and tried once more.",
    "Next time I would ask the question before I guess.",
)


@cache
def _photo(number: int) -> bytes:
    picture = Image.effect_noise((640, 480), 40 + number).convert("RGB")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((80, 60, 300 + number * 20, 400), fill=(number * 20, 120, 200 - number * 10))
    return _saved(picture, "JPEG")


def _write_drafts(school: TinySchool) -> None:
    for name, (language, *drafts) in DRAFTS.items():
        for month, text in enumerate(drafts, start=10):
            school.edit(
                f"students/two-drafts/evidence/2025-{month}-02-{name}.md",
                f"---\ntitle: {name}\nlanguage: {language}\npiece: {name}\nstage: {('draft', 'final')[month - 10]}\n---\n{text}\n",
            )


def _write_extremes(school: TinySchool) -> None:
    evidence = "students/ana-lee/evidence"
    sentence = "And then the river turned once more and we followed it. "
    school.edit(f"{evidence}/2025-10-03-a-long-story.md", "\n\n".join([sentence * 30] * 30) + "\n")
    school.edit(
        f"{evidence}/2025-10-04-words.md",
        f"---\ntitle: {LONGEST_WORD}\n---\n{LONGEST_WORD} {WORD_OF_TWO_HUNDRED}\n\n"
        + "".join(f"|{LONGEST_WORD}" for _ in range(4))
        + "|\n"
        + "|---" * 4
        + "|\n"
        + "|a" * 4
        + f"|\n\n```\n{LONGEST_WORD * 4}\n```\n",
    )
    school.edit(f"{evidence}/2025-10-05-scripts.md", f"---\ntitle: {FOUR_SCRIPTS}\n---\n{FOUR_SCRIPTS}\n")
    pictures = [(f"{number}.png", (300, 200)) for number in range(20)]
    _with_pictures(school, f"{evidence}/2025-10-06-twenty", pictures)
    _with_pictures(
        school, f"{evidence}/2025-10-07-shapes", [("tower.png", (60, 1800)), ("wide.png", (2400, 80))]
    )
    _with_pictures(school, f"{evidence}/2025-10-08-dot", [("dot.png", (1, 1))])


def _with_pictures(school: TinySchool, folder: str, pictures: list[tuple[str, tuple[int, int]]]) -> None:
    # The first has no words at all: a caption that somebody forgot.
    listed = "".join(
        f"  - file: {name}\n"
        + (f"    alternative: A picture.\n    caption: Number {number}.\n" if number else "")
        for number, (name, _) in enumerate(pictures)
    )
    school.edit(f"{folder}/index.md", f"---\nartifacts:\n{listed}---\nLook.\n")
    for number, (name, size) in enumerate(pictures):
        school.edit(f"{folder}/{name}", _saved(Image.new("RGB", size, (40 + number * 9, 120, 160)), "PNG"))


def _write_films(school: TinySchool) -> None:
    """Two versions of one film, each of three seconds."""
    film = _three_seconds(school.root)
    for month, name in ((10, "first"), (11, "again")):
        folder = f"students/ana-lee/evidence/2025-{month}-09-film-{name}"
        school.edit(
            f"{folder}/index.md",
            f"---\ntitle: A film, {name}\npiece: film\nartifacts:\n  - file: film.mp4\n    alternative: A bridge.\n---\n",
        )
        school.edit(f"{folder}/film.mp4", film)


def _three_seconds(folder: Path) -> bytes:
    """The film of the example school, cut; the whole where there is nothing to cut with."""
    program = shutil.which("ffmpeg")
    if program is None:
        return FILM.read_bytes()
    cut = folder / "cut.mp4"
    subprocess.run([program, "-v", "error", "-i", FILM, "-t", "3", "-y", cut], check=True)
    return cut.read_bytes()


def _saved(picture: Image.Image, kind: str) -> bytes:
    data = io.BytesIO()
    picture.save(data, kind)
    return data.getvalue()
