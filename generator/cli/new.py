"""`kinfolio new`: a school that builds at once, and one more student, piece of evidence or goal."""

import re
import sys
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from generator.cli.terminal import count
from generator.cli.workplace import open_workplace
from generator.model.audience import Audience
from generator.model.evidence import Context, EvidenceForm, EvidenceKind
from generator.model.goal import Horizon
from generator.model.structure import Structure
from generator.problems import KinfolioError
from generator.reading.date_types import to_date
from generator.reading.people import GRADES
from generator.reading.word_types import LANGUAGE
from generator.starting.files import id_for, write_new
from generator.starting.guardians import known_guardians
from generator.starting.habit import NewEvidence, evidence_file, goal_file
from generator.starting.roll import NewStudent, read_roll, typed_names
from generator.starting.school import Answers, NewSchool, school_files, student_file
from generator.starting.standards import STARTER_GRADES

QUESTIONS = {
    "why": "What is your why? What do you want to reach with portfolios?",
    "for_whom": "Who are the portfolios for?",
    "needs": "What do your students need? (stays with the staff)",
    "agency": "How much voice, choice and ownership will students have?",
    "routines": "When, with which devices and with whose help will you work on them?",
    "feedback": "How, and how often, will you assess and give feedback?",
}

_MADE_UP = "Robin Example: Alex Example"


class _SchoolFirst(click.Group):
    """`kinfolio new` and `kinfolio new FOLDER` mean a school."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in {"-h", "--help"}):
            args = ["school", *args]
        return super().parse_args(ctx, args)


def _as_day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    day = to_date(value) if value else None
    if isinstance(day, str):
        raise click.BadParameter(day, ctx=ctx, param=param)
    return day


def _config_option() -> click.Option:
    return click.Option(
        ["--config"],
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path("site-config.yml"),
        show_default=True,
        help="The school's configuration.",
    )


@click.group(cls=_SchoolFirst)
def new() -> None:
    """Set up a school, or add a student, a piece of evidence or a goal.

    `kinfolio new FOLDER` asks the questions of getting started and sets up a school that builds at once.
    """


@new.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--name", help="The school's name.")
@click.option(
    "--language", default="en", show_default=True, help="The language the school writes in, such as fr."
)
@click.option("--class", "group", help="The class's name.")
@click.option("--grade", type=click.Choice(GRADES), help="K or 1 to 12.")
@click.option("--teacher", help="The teacher's name.")
@click.option(
    "--structure", type=click.Choice([str(known) for known in Structure]), help="What leads the portfolios."
)
@click.option(
    "--student",
    "students",
    multiple=True,
    metavar="NAME",
    help="A student, with who is at home if you know: 'Ada Love: Jo Love, Kim'; may be given more than once.",
)
@click.option(
    "--students",
    "roll",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A CSV file with the columns name, called, guardians and language; only the first must be there.",
)
@click.option("--why", help="Why you keep portfolios.")
@click.option("--for-whom", help="Whom they are for.")
@click.option("--needs", help="What your students need; stays with the staff.")
@click.option("--agency", help="How much voice, choice and ownership students have.")
@click.option("--routines", help="When and how you work on them.")
@click.option("--feedback", help="How and how often you assess and give feedback.")
@click.option("--yes", is_flag=True, help="Ask nothing; what was not given gets its usual value.")
def school(
    *,
    folder: Path,
    name: str | None,
    language: str,
    group: str | None,
    grade: str | None,
    teacher: str | None,
    structure: str | None,
    students: tuple[str, ...],
    roll: Path | None,
    yes: bool,
    **answered: str | None,
) -> None:
    """Set up a school: its configuration, the starter framework, a class, its students, and why you do it."""
    if (folder / "site-config.yml").exists():
        hint = "to add to it: kinfolio new student, kinfolio new evidence, kinfolio new goal"
        raise KinfolioError(f"there is a school in {folder.absolute()} already", hint=hint)
    if not re.fullmatch(LANGUAGE.schema["pattern"], language):
        raise click.UsageError(f"{language} is not a language; write a tag such as en or fr")
    ask = _Asking(wanted=not yes)
    on_the_roll = (*(read_roll(roll) if roll else ()), *typed_names(students))
    begun = NewSchool(
        name=ask.text("What is your school called?", given=name, usual="Our School"),
        language=language,
        group=ask.text("What is your class called?", given=group, usual="Our class"),
        grade=ask.one("Which grade? (K or 1 to 12)", given=grade, known=GRADES, usual="4"),
        teacher=ask.text("Who teaches it?", given=teacher, usual="Our teacher"),
        answers=Answers(
            **{
                key: ask.text(question, given=answered.get(key), usual="")
                for key, question in QUESTIONS.items()
            }
        ),
        structure=Structure(
            ask.one(
                "What leads the portfolios? (time, theme, skill, student choice, teacher choice; can be changed any time)",
                given=structure,
                known=tuple(str(known) for known in Structure),
                usual=str(Structure.TIME),
            )
        ),
        students=on_the_roll or ask.students(),
    )
    files = school_files(begun, today=date.today())  # noqa: DTZ011 - the school's own day
    write_new(folder, files)
    click.echo(f"{count(len(files), 'file')} for {begun.name} in {folder.absolute()}")
    click.echo("what comes next, in that folder:")
    click.echo("  kinfolio serve         look at the portfolios while you write")
    click.echo("  kinfolio new evidence  write down what you just saw")
    click.echo("  kinfolio build         seal them, and print letters with the words that open them")
    if alone := sum(not one.guardians for one in begun.students):
        click.echo(
            f"{count(alone, 'portfolio')} nobody at home can open yet: add the grown-ups to content/people.yml,"
        )
        click.echo("and their ids as `guardians:` to each student.yml")
    if begun.grade not in STARTER_GRADES:
        click.echo(
            f"the starter framework speaks of Grades {' and '.join(STARTER_GRADES)}: borrow from it, and write"
        )
        click.echo(f"what Grade {begun.grade} learns in content/framework/competencies.yml")
    click.echo("write your class's agreement, made together, below the facts in content/groups/")


@new.command()
@click.argument("name")
@click.option("--class", "group", help="The class's id; the only class when left out.")
@click.option("--called", default="", help="The name on the pages; the first word of the name when left out.")
@click.option("--language", default="", help="The student's writing language, such as pa-Guru.")
@click.option("--guardian", "guardians", multiple=True, metavar="ID", help="A guardian's id in people.yml.")
def student(
    *, name: str, group: str | None, called: str, language: str, guardians: tuple[str, ...], config: Path
) -> None:
    """Add one student to a class."""
    content = _content(config)
    groups = sorted(path.stem for path in (content / "groups").glob("*.md"))
    chosen = group or (groups[0] if len(groups) == 1 else "")
    if chosen not in groups:
        known = ", ".join(groups) or "none yet"
        raise click.UsageError(f"name the class with --class; there are: {known}")
    _known_guardians(content, guardians)
    folder = content / "students"
    own = id_for(name, taken=set(_folders(folder)), otherwise="student")
    wanted = NewStudent(name=name, called=called, language=language)
    file = student_file(wanted, group=chosen, guardians=guardians)
    _tell(write_new(folder / own, (file,)))


@new.command()
@click.argument("student")
@click.option("--title", default="", help="The title; may stay empty.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([str(known) for known in EvidenceKind]),
    help="How we know: product when left out; may be given more than once.",
)
@click.option("--form", default="", type=click.Choice(["", *map(str, EvidenceForm)]), help="Such as journal.")
@click.option(
    "--context", default="", type=click.Choice(["", *map(str, Context)]), help="With whom and where."
)
@click.option(
    "--competency", "competencies", multiple=True, metavar="ID", help="What it shows; more than once."
)
@click.option("--audience", default="", type=click.Choice(["", *map(str, Audience)]), help="Who may see it.")
@click.option("--date", "made_on", callback=_as_day, metavar="DAY", help="The day; today when left out.")
@click.option("--words", default="", help="What happened, or the student's text; - reads it from the pipe.")
def evidence(
    *,
    student: str,
    title: str,
    kinds: tuple[str, ...],
    form: str,
    context: str,
    competencies: tuple[str, ...],
    audience: str,
    made_on: date | None,
    words: str,
    config: Path,
) -> None:
    """Write down what was just made, seen or said."""
    folder = _student(config, student)
    wanted = NewEvidence(
        title=title,
        made_on=made_on or date.today(),  # noqa: DTZ011 - the school's own day
        kinds=kinds,
        form=form,
        context=context,
        competencies=competencies,
        audience=audience,
        words=sys.stdin.read() if words == "-" else words,
    )
    _tell(write_new(folder, (evidence_file(wanted, student=folder),)))


@new.command()
@click.argument("student")
@click.argument("goal")
@click.option(
    "--horizon",
    type=click.Choice([str(known) for known in Horizon]),
    default=str(Horizon.SHORT),
    show_default=True,
    help="For now, or for a long time.",
)
@click.option("--review", callback=_as_day, metavar="DAY", help="The day to look at it again.")
@click.option(
    "--date", "set_on", callback=_as_day, metavar="DAY", help="The day it was set; today when left out."
)
def goal(
    *, student: str, goal: str, horizon: str, review: date | None, set_on: date | None, config: Path
) -> None:
    """Set a goal, in the student's words."""
    folder = _student(config, student)
    day = set_on or date.today()  # noqa: DTZ011 - the school's own day
    file = goal_file(goal, set_on=day, horizon=Horizon(horizon), review=review, student=folder)
    _tell(write_new(folder, (file,)))


for _command in (student, evidence, goal):
    _command.params.append(_config_option())


class _Asking:
    """Asks where somebody is there to answer, else takes the usual value."""

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted

    def text(self, question: str, *, given: str | None, usual: str) -> str:
        if given is not None or not self._wanted:
            return usual if given is None else given
        answer: str = click.prompt(question, default=usual, show_default=bool(usual))
        return answer.strip() or usual

    def one(self, question: str, *, given: str | None, known: tuple[str, ...], usual: str) -> str:
        if given is not None or not self._wanted:
            return given or usual
        answer: str = click.prompt(question, default=usual, type=click.Choice(known), show_choices=False)
        return answer

    def students(self) -> tuple[NewStudent, ...]:
        """Names, one a line; nobody asked gives one made-up student, because a school of nobody shows nothing."""
        if not self._wanted:
            return typed_names((_MADE_UP,))
        click.echo("Who is in the class? One name a line; an empty line ends.")
        click.echo("Who opens the portfolio at home may follow a colon, as in Ada Love: Jo Love, Kim")
        names: list[str] = []
        while name := click.prompt("  name", default="", show_default=False).strip():
            names.append(name)
        return typed_names(names or (_MADE_UP,))


def _content(config: Path) -> Path:
    workplace, _ = open_workplace(config)
    if workplace is None:
        raise KinfolioError(f"{config} cannot be used", hint="run kinfolio check")
    return workplace.config.content


def _student(config: Path, student: str) -> Path:
    folder = _content(config) / "students"
    known = _folders(folder)
    if student not in known:
        near = ", ".join(get_close_matches(student, known, n=3)) or ", ".join(known[:12])
        raise click.UsageError(f"there is no student {student}; there are: {near or 'none yet'}")
    return folder / student


def _known_guardians(content: Path, typed: tuple[str, ...]) -> None:
    if not typed:
        return
    known = known_guardians(content)
    for guardian in typed:
        if guardian not in known:
            near = get_close_matches(guardian, known, n=3) or list(known)[:12]
            there = ", ".join(f"{one} ({known[one]})" for one in near) or "none yet"
            raise click.UsageError(f"people.yml names no guardian {guardian}; there are: {there}")


def _folders(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _tell(written: tuple[Path, ...]) -> None:
    for path in written:
        click.echo(path)
