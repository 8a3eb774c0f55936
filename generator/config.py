"""What `site-config.yml` says, as one frozen record with every default in sight."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """How one school builds its portfolios. Paths are absolute; relative ones were taken from the file's folder."""

    file: Path
    school: str
    """A short id of the school, lower-case letters, digits and hyphens; names its keyring, so it never changes."""
    content: Path
    out: Path
    theme: str
    """Name of a theme that ships with Kinfolio, or the absolute path of the school's own."""
    address: str
    """Where the portfolios will be on the web, for letters and QR codes; empty until the school knows."""
    editions: tuple[str, ...]
    default_audience: str
    """For evidence without an audience of its own."""
    letters: Path | None
    """Where letters are written; None for the folder of the keyring."""
    lock_after_minutes: int
    wording: bool = True
    """Whether `check` looks at how teachers' comments are worded; on this computer, nothing is sent anywhere."""
    other_children: str = "initial"
    """How classmates are named: first name, initial or a friend; a family's consent may say otherwise."""
    staff_read: bool = False
    """Whether the teachers of a class may open the family portfolios of its students."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Where a command works: the configuration, the folder of the school's keyring, and what can be made again."""

    config: SiteConfig
    home: Path
    """Outside of any repository and any output."""
    cache: Path
    """May be deleted at any time; holds nothing readable that the content folder does not hold."""
