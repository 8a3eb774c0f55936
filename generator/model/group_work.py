"""What one student's portfolio says about work that was made together."""

from dataclasses import dataclass

from generator.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Another member of the group, already named as the school and that child's family want it."""

    name: str
    """A first name, an initial such as `L.`, or empty for a friend who is not named."""
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """This student's part in work of a group; nothing in it is another child's."""

    role: str
    """What the student did in it, such as `drew the map`; empty where nobody wrote it."""
    words: Words | None
    """The student about their own part."""
    partners: tuple[Partner, ...]
