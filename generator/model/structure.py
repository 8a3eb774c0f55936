"""What leads a portfolio: a setting of a class or a student that changes the way in and never what is there."""

from enum import StrEnum


class Structure(StrEnum):
    """How a portfolio is ordered at first sight. Every page is there under each of them."""

    TIME = "time"
    THEME = "theme"
    SKILL = "skill"
    STUDENT_CHOICE = "student choice"
    """The student's picks come first."""
    TEACHER_CHOICE = "teacher choice"
    """What the teacher picked together with the student comes first."""

    @property
    def is_curated(self) -> bool:
        """Whether somebody's choice leads."""
        return self in {Structure.STUDENT_CHOICE, Structure.TEACHER_CHOICE}
