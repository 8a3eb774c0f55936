"""One student's portfolio, read out of the school's files and ready to be handed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from generator.config import Workplace
from generator.keepsake.learner import without_other_children
from generator.keepsake.open_edition import folder_name
from generator.model.audience import Audience
from generator.model.school import School
from generator.model.student import Student
from generator.pages.theme import Theme, load_theme
from generator.plan import media_folder
from generator.problems import KinfolioError, Problem, Severity, in_reading_order
from generator.reading.school import read_school
from generator.site import MediaJob, clean_media
from generator.views.audience import seen_by
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One student's portfolio, ready to be handed over: as its reader sees it, without classmates' names."""

    subject: Subject
    copies: Mapping[str, Path]
    """Clean media by their place in the site."""
    theme: Theme
    audience: Audience
    language: str
    """In which the interface speaks; people's words stay as they wrote them."""
    workplace: Workplace

    @property
    def student(self) -> Student:
        """Whose it is."""
        return self.subject.student

    @property
    def name(self) -> str:
        """What the folder is called."""
        return folder_name(self.student)


def hand_over(
    workplace: Workplace, *, student: str, audience: Audience, language: str = ""
) -> tuple[Handover | None, tuple[Problem, ...]]:
    """The student's portfolio as that reader sees it; None where the files have errors. No language means the school's.

    Raises:
        KinfolioError: there is no such student.
    """
    school, problems = read_school(workplace.config)
    if school is None or _has_errors(problems):
        return None, in_reading_order(problems)
    seen = without_other_children(seen_by(_find(student, school=school), audience=audience))
    job = MediaJob(student=seen, content=workplace.config.content, cache=media_folder(workplace))
    media, files, slips = clean_media(job)
    if _has_errors(slips):
        return None, in_reading_order((*problems, *slips))
    return Handover(
        subject=Subject(student=seen, framework=school.framework, media=media),
        copies={file.path: file.file for file in files},
        theme=load_theme(workplace.config.theme),
        audience=audience,
        language=language or school.framework.school_language,
        workplace=workplace,
    ), in_reading_order((*_about(student, problems), *slips))


def _find(student: str, *, school: School) -> Student:
    known = {str(one.id): one for one in school.students}
    if student not in known:
        near = ", ".join(get_close_matches(student, known, n=3)) or "one of the folders in `students/`"
        raise KinfolioError(f"there is no student `{student}`", hint=f"name {near}")
    return known[student]


def _about(student: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Warnings about this student's files, such as a classmate's name in their words."""
    return tuple(problem for problem in problems if problem.origin.path.startswith(f"students/{student}/"))


def _has_errors(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
