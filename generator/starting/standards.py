"""The starter framework: of the example school's, what belongs to the grades that a new school gets a start in.

The files are cut as text, so that their comments and their order reach the school as somebody wrote them.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.problems import KinfolioError

_SHIPPED = (
    Path(__file__).parents[1] / "shipped" / "starter" / "framework",
    Path(__file__).parents[2] / "content" / "framework",
)
_OF_GRADES = ("competencies.yml", "content.yml", "big-ideas.yml")
STARTER_GRADES = ("4", "7")
"""The grades whose competencies, content and big ideas the starter framework brings."""


def starter_framework() -> Mapping[str, str]:
    """The text of each file of the starter framework by its name."""
    folder = next((place for place in _SHIPPED if place.is_dir()), None)
    if folder is None:
        raise KinfolioError("the starter framework is not there", hint="install Kinfolio again")
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.yml"))}
    for name in _OF_GRADES:
        texts[name] = _cut(texts[name], keep=_is_of_starter_grade)
    competencies = texts["competencies.yml"]
    ids, areas = (
        set(re.findall(rf"^[- ] {key}: (\S+)$", competencies, re.MULTILINE)) for key in ("id", "area")
    )
    texts["competencies.yml"] = re.sub(
        r"^  follows: (\S+)\n",
        lambda found: found[0] if found[1] in ids else "",
        competencies,
        flags=re.MULTILINE,
    )
    texts["areas.yml"] = _cut(texts["areas.yml"], keep=lambda entry: _value(entry, "id") in areas)
    return texts


def _cut(text: str, *, keep: Callable[[str], bool]) -> str:
    """The entries to keep, with the heading above them; a heading goes with the last of its entries."""
    parts: list[str] = []
    for part in text.strip("\n").split("\n\n"):
        heading, *entries = re.split(r"^(?=- )", part, flags=re.MULTILINE)
        kept = "".join(_lines(entry) for entry in entries if keep(entry))
        if kept or not entries:
            parts.append(_lines(heading) + kept if heading else kept)
    return "\n".join(parts)


def _lines(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _is_of_starter_grade(entry: str) -> bool:
    grade = _value(entry, "grade")
    return grade is None or grade in STARTER_GRADES


def _value(entry: str, key: str) -> str | None:
    found = re.search(rf"^[- ] {key}: (\S+)$", entry, re.MULTILINE)
    return found[1] if found else None
