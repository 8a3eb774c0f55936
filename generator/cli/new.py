"""`kinfolio new`: one more student, piece of evidence or goal; or a whole school, in `new_school.py`."""

import sys
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from generator.cli.new_school import school
from generator.cli.workplace import open_workplace
from generator.model.audience import Audience
from generator.model.evidence import Context, EvidenceForm, EvidenceKind
from generator.model.goal import Horizon
from generator.problems import KinfolioError
from generator.reading.date_types import to_date
from generator.starting.files import id_for, write_new
from generator.starting.guardians import known_guardians
from generator.starting.habit import NewEvidence, evidence_file, goal_file
from generator.starting.roll import NewStudent
from generator.starting.school import student_file


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


new.add_command(school)


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
