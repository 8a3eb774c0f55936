"""`kinfolio new school`: asks the questions of getting started, or takes what is usual, and sets up a school that builds."""

import re
from datetime import date
from pathlib import Path

import click

from generator.cli.terminal import count
from generator.model.structure import Structure
from generator.problems import KinfolioError
from generator.reading.people import GRADES
from generator.reading.word_types import LANGUAGE
from generator.starting.files import write_new
from generator.starting.roll import NewStudent, read_roll, typed_names
from generator.starting.school import Answers, NewSchool, school_files
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


@click.command()
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
