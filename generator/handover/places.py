"""Where keepsakes may lie: nowhere that is published or read as content."""

from pathlib import Path

from generator.config import Workplace
from generator.problems import KinfolioError


def keepsakes_folder(workplace: Workplace) -> Path:
    """Where keepsakes go unless somebody says otherwise: beside the keyring, far from everything that is published."""
    return workplace.home / "keepsakes"


def refuse_shared_places(folder: Path, *, workplace: Workplace) -> None:
    """Raises KinfolioError for a folder inside what is published or what the school's files are."""
    place = folder.absolute().resolve()
    for taken, why in (
        (workplace.config.out, "what is published"),
        (workplace.config.content, "the school's files"),
    ):
        if place.is_relative_to(taken.resolve()):
            raise KinfolioError(
                f"{folder} lies inside {why}, and a keepsake can be read by anyone",
                hint="name a folder elsewhere with --out, or leave --out away",
            )
