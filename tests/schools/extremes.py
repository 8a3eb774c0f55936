"""A school of everything at its limit: endless names, no picture and twenty, nine thousand words, four scripts, one piece and four hundred."""

import io
from pathlib import Path

from PIL import Image

from tests.schools.tiny import TinySchool

LONGEST_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONGEST_NAME = "Wolfeschlegelsteinhausenbergerdorff-Keihanaikukauakahihuliheekahaunaele"
FOUR_SCRIPTS = "River ਦਰਿਆ نهر 河 and the longest way home that anybody in this class ever walked"
HUNDREDS = 400


def extreme_school(root: Path) -> TinySchool:
    """One class of four: nothing at all, one piece, four hundred pieces, and each kind of thing too large."""
    school = TinySchool(root)
    school.edit(
        "students/ana-lee/student.yml", f"name: Ana {LONGEST_NAME}\ncalled: {LONGEST_NAME}\n" + _FACTS
    )
    for student in ("no-piece", "one-piece", "many-pieces"):
        school.edit(f"students/{student}/student.yml", f"name: {student.title()}\n" + _FACTS)
    school.edit("students/one-piece/evidence/2025-10-02-only.md", "Just this.\n")
    for number in range(HUNDREDS):
        day = f"2025-{9 + number // 110:02}-{2 + number % 27:02}"
        school.edit(f"students/many-pieces/evidence/{day}-piece-{number}.md", f"Piece number {number}.\n")
    _write_extremes(school)
    return school


_FACTS = "group: fir\nguardians: [jo-lee]\n"


def _write_extremes(school: TinySchool) -> None:
    evidence = "students/ana-lee/evidence"
    sentence = "And then the river turned once more and we followed it. "
    school.edit(f"{evidence}/2025-10-03-a-long-story.md", "\n\n".join([sentence * 30] * 30) + "\n")
    school.edit(
        f"{evidence}/2025-10-04-words.md",
        f"---\ntitle: {LONGEST_WORD}\n---\n{LONGEST_WORD} {LONGEST_WORD * 2}\n\n"
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
    listed = "".join(f"  - file: {name}\n    alternative: A picture.\n" for name, _ in pictures)
    school.edit(f"{folder}/index.md", f"---\nartifacts:\n{listed}---\nLook.\n")
    for number, (name, size) in enumerate(pictures):
        data = io.BytesIO()
        Image.new("RGB", size, (40 + number * 9, 120, 160)).save(data, "PNG")
        school.edit(f"{folder}/{name}", data.getvalue())
