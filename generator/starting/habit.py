"""The habit of half a minute: one more piece of evidence or one more goal, as a file that is ready to be written on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model.goal import Horizon
from generator.starting.files import NewFile, as_list, as_value, id_for


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvidence:
    """What is known when something was just made, seen or said. Empty texts are left out of the file."""

    title: str
    made_on: date
    kinds: tuple[str, ...]
    form: str
    context: str
    competencies: tuple[str, ...]
    audience: str
    words: str


def evidence_file(evidence: NewEvidence, *, student: Path) -> NewFile:
    """The file below the folder of one student; a second one of the same title and day gets a number."""
    taken = _names(student / "evidence")
    stem = id_for(
        f"{evidence.made_on} {evidence.title or 'something new'}", taken=taken, otherwise="evidence"
    )
    kinds = evidence.kinds[0] if len(evidence.kinds) == 1 else as_list(evidence.kinds)
    facts = _lines(
        {
            "title": as_value(evidence.title) if evidence.title else "",
            "kind": kinds if evidence.kinds else "",
            "form": evidence.form,
            "context": evidence.context,
            "competencies": as_list(evidence.competencies) if evidence.competencies else "",
            "audience": evidence.audience,
        }
    )
    body = evidence.words.strip()
    return NewFile(path=f"evidence/{stem}.md", text=f"---\n{facts}---\n{body}\n" if facts else f"{body}\n")


def goal_file(goal: str, *, set_on: date, horizon: Horizon, review: date | None, student: Path) -> NewFile:
    """The goal's file, named by its first words, with the places where the student goes on writing."""
    short = " ".join(goal.split()[:7])
    stem = id_for(short, taken=_names(student / "goals"), otherwise="goal")
    facts = _lines(
        {
            "goal": as_value(goal),
            "set": set_on.isoformat(),
            "horizon": str(horizon),
            "review": review.isoformat() if review else "",
        }
    )
    return NewFile(path=f"goals/{stem}.yml", text=facts + _GO_ON)


_GO_ON = """\
# I'll know when …
# success: [one sign, another sign]
# I will try …
# strategies: [one thing, another thing]
# helpers: [who helps me]
"""


def _names(folder: Path) -> set[str]:
    return {path.stem for path in folder.iterdir()} if folder.is_dir() else set()


def _lines(facts: Mapping[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in facts.items() if value)
