"""`kinfolio check`: everything that is wrong in a school's files, at once."""

from pathlib import Path

import click

from generator import pipeline
from generator.cli.terminal import count, print_json, problems_json, progress_bar, show_problems
from generator.cli.workplace import open_workplace, school_options
from generator.problems import Severity
from generator.workers import cores


@click.command()
@school_options
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option(
    "--jobs", type=click.IntRange(min=1), default=cores, show_default="one per core", help="Processes to use."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document for other programs.")
@click.pass_context
def check(
    context: click.Context,
    *,
    config: Path,
    content: Path | None,
    out: Path | None,
    strict: bool,
    jobs: int,
    as_json: bool,
) -> None:
    """Read everything and name every problem with its place and its mend. Publishes nothing."""
    workplace, problems = open_workplace(config, content=content, out=out)
    students = 0
    if workplace is not None:
        with progress_bar(wanted=not as_json, workers=True) as bar:
            checked = pipeline.check(workplace, jobs=jobs, progress=bar)
        problems = (*problems, *checked.problems)
        students = checked.students
    failed = any(strict or problem.severity is Severity.ERROR for problem in problems)
    if as_json:
        print_json({"ok": not failed, "students": students, "problems": problems_json(problems)})
    else:
        show_problems(problems)
        if not failed:
            click.echo(f"{count(students, 'portfolio')} ready to build")
    context.exit(1 if failed else 0)
