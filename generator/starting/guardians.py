"""Who may be named as a guardian, before a file names somebody whom nobody knows."""

from pathlib import Path

from generator.model.audience import Audience, Role
from generator.problems import Problem
from generator.reading.notes import Notes, Surroundings
from generator.reading.people import read_people
from generator.reading.text import to_text


def known_guardians(content: Path) -> dict[str, str]:
    """Names by id, in the order of `people.yml`; nobody where there is no such file or it has slips, which `check` names."""
    try:
        data = (content / "people.yml").read_bytes()
    except OSError:
        return {}
    text = to_text(data, path="people.yml")
    if isinstance(text, Problem):
        return {}
    around = Surroundings(
        folder="", files={}, school_language="en", default_audience=Audience.FAMILY, people={}, levels={}
    )
    people = read_people(Notes(text=text, surroundings=around), school_language="en")
    return {str(person.id): person.name for person in people if person.role is Role.GUARDIAN}
