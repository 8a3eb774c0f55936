"""A school of its own: configuration, framework, people, one class, its students, and why all of it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.structure import Structure
from generator.problems import KinfolioError
from generator.reading.slugs import slug_of
from generator.starting.files import NewFile, as_list, as_value, id_for
from generator.starting.roll import NewStudent
from generator.starting.standards import starter_framework

_TERMS = {
    "en": ("Fall", "Winter", "Spring"),
    "fr": ("Automne", "Hiver", "Printemps"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers to the guide's questions, in the school's words; empty where nobody answered."""

    why: str = ""
    for_whom: str = ""
    needs: str = ""
    agency: str = ""
    routines: str = ""
    structure: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSchool:
    """What is needed to begin."""

    name: str
    language: str
    group: str
    grade: str
    teacher: str
    structure: Structure
    answers: Answers
    students: tuple[NewStudent, ...]


def school_files(school: NewSchool, *, today: date) -> tuple[NewFile, ...]:
    """Every file of the new school; `today` chooses the school year.

    Raises:
        KinfolioError: two students have names that look the same on a letter.
    """
    _look_different(school.students)
    people: set[str] = set()
    teacher = id_for(school.teacher, taken=people, otherwise="teacher")
    guardians: dict[str, str] = {}
    for student in school.students:
        for name in student.guardians:
            if name not in guardians:
                guardians[name] = id_for(name, taken=people, otherwise="guardian")
    group = id_for(school.group, taken=set(), otherwise="class")
    school_id = id_for(school.name, taken=set(), otherwise="school")
    return (
        NewFile(path="site-config.yml", text=_configuration(school_id)),
        NewFile(path=".gitignore", text="dist/\n.kinfolio/\n"),
        NewFile(path="content/school.yml", text=_school(school, today=today)),
        NewFile(path="content/people.yml", text=_people(school, teacher=teacher, guardians=guardians)),
        NewFile(path=f"content/groups/{group}.md", text=_group(school, teacher=teacher)),
        *_why(school),
        *_framework(),
        *_students(school.students, group=group, guardians=guardians, taken=people),
    )


def _configuration(school: str) -> str:
    return (
        f"school: {school}\n"
        "# Take the # away for a sealed site of each class that only its teachers open.\n"
        "# editions: [family, staff]\n"
    )


def _look_different(students: tuple[NewStudent, ...]) -> None:
    seen: set[str] = set()
    for student in students:
        slug = slug_of(student.name)
        if slug in seen:
            hint = "tell them apart as the school does, with a middle name or the class"
            raise KinfolioError(f"two students are called {student.name}", hint=hint)
        seen.add(slug)


def _school(school: NewSchool, *, today: date) -> str:
    begins = today.year if today.month >= 7 else today.year - 1
    names = _TERMS.get(school.language.split("-")[0], _TERMS["en"])
    days = (
        (f"{begins}-09-02", f"{begins}-12-19"),
        (f"{begins + 1}-01-05", f"{begins + 1}-03-13"),
        (f"{begins + 1}-03-30", f"{begins + 1}-06-26"),
    )
    terms = "".join(
        f"  - name: {name}\n    from: {first}\n    to: {last}\n"
        for name, (first, last) in zip(names, days, strict=True)
    )
    return (
        f"name: {as_value(school.name)}\nlanguage: {school.language}\nreporting: bc\n"
        f"# The days of your terms; look at your calendar.\nterms:\n{terms}"
    )


def _people(school: NewSchool, *, teacher: str, guardians: dict[str, str]) -> str:
    lines = [f"  - id: {person}\n    name: {as_value(name)}\n" for name, person in guardians.items()]
    written = f"guardians:\n{''.join(lines)}" if lines else ""
    return f"{written}staff:\n  - id: {teacher}\n    name: {as_value(school.teacher)}\n"


def _group(school: NewSchool, *, teacher: str) -> str:
    # The agreement below is left to the class: a text that nobody agreed on would be none.
    return (
        f"---\nname: {as_value(school.group)}\ngrade: {school.grade}\nteachers: [{teacher}]\n"
        f"structure: {school.structure}\n---\n"
    )


def _why(school: NewSchool) -> Iterator[NewFile]:
    answers = school.answers
    given = (
        ("why", answers.why),
        ("for whom", answers.for_whom),
        ("needs", answers.needs),
        ("agency", answers.agency),
        ("routines", answers.routines),
        ("structure", answers.structure),
        ("feedback", answers.feedback),
    )
    lines = [f"{name}: {as_value(answer)}\n" for name, answer in given if answer.strip()]
    if lines:
        yield NewFile(path="content/why.yml", text="".join(lines))


def _framework() -> Iterator[NewFile]:
    for name, text in starter_framework().items():
        yield NewFile(path=f"content/framework/{name}", text=text)


def _students(
    students: tuple[NewStudent, ...], *, group: str, guardians: dict[str, str], taken: set[str]
) -> Iterator[NewFile]:
    for student in students:
        own = id_for(student.name, taken=taken, otherwise="student")
        ids = tuple(guardians[name] for name in student.guardians)
        file = student_file(student, group=group, guardians=ids)
        yield NewFile(path=f"content/students/{own}/{file.path}", text=file.text)


def student_file(student: NewStudent, *, group: str, guardians: tuple[str, ...]) -> NewFile:
    """`student.yml` in the folder of one student; `guardians` are ids."""
    lines = [f"name: {as_value(student.name)}", f"group: {group}"]
    if student.called:
        lines.append(f"called: {as_value(student.called)}")
    if student.language:
        lines.append(f"language: {student.language}")
    if guardians:
        lines.append(f"guardians: {as_list(guardians)}")
    return NewFile(path="student.yml", text="\n".join(lines) + "\n")
