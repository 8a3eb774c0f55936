"""`kinfolio build`: sealed portfolios out of a school's files."""

import time
from datetime import date
from pathlib import Path

import click

from generator import pipeline
from generator.cli.terminal import (
    count,
    print_json,
    problems_json,
    progress_bar,
    show_demonstration,
    show_problems,
)
from generator.cli.workplace import open_workplace, school_options
from generator.model.identifiers import StudentId
from generator.pipeline import BuildReport
from generator.workers import cores


@click.command()
@school_options
@click.option(
    "--student",
    "students",
    multiple=True,
    metavar="ID",
    help="Only this student; may be given more than once.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), default=cores, show_default="one per core", help="Processes to use."
)
@click.option("--strict", is_flag=True, help="Warnings stop the build as errors do.")
@click.option(
    "--prune", is_flag=True, help="Take out the sites of students who are not in the files any more."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document for other programs.")
@click.option(
    "--demo", is_flag=True, help="Also print how to open one portfolio, words included. For made-up schools."
)
@click.pass_context
def build(
    context: click.Context,
    *,
    config: Path,
    content: Path | None,
    out: Path | None,
    students: tuple[str, ...],
    jobs: int,
    strict: bool,
    prune: bool,
    as_json: bool,
    demo: bool,
) -> None:
    """Read the school's files and publish one sealed portfolio per student.

    A portfolio whose inputs did not change is left alone. With any error in the files nothing is published at all.
    """
    begun, today = time.monotonic(), date.today()  # noqa: DTZ011 - the school's own day
    workplace, problems = open_workplace(config, content=content, out=out)
    if workplace is None:
        if as_json:
            print_json({"published": False, "problems": problems_json(problems)})
        else:
            show_problems(problems)
        context.exit(1)
    order = pipeline.BuildOrder(
        students=frozenset(map(StudentId, students)), jobs=jobs, strict=strict, prune=prune
    )
    with progress_bar(wanted=not as_json, workers=True) as bar:
        report = pipeline.build(workplace, order, today=today, progress=bar)
    seconds = time.monotonic() - begun
    if as_json:
        print_json(_as_json(report, seconds=seconds))
    else:
        show_problems((*problems, *report.problems))
        _show(report, out=workplace.config.out, seconds=seconds)
        if demo and report.published:
            show_demonstration(pipeline.demonstration(workplace, today=today), address="")
    context.exit(0 if report.published else 1)


def _show(report: BuildReport, *, out: Path, seconds: float) -> None:
    if not report.published:
        click.echo("nothing was published; what was published before is untouched", err=True)
        return
    for site in report.built:
        click.echo(
            f"  built      {site.student} ({site.edition}): {count(site.pages, 'page')}, {count(site.media, 'media file')}"
        )
    for student in report.unchanged:
        click.echo(f"  unchanged  {student}")
    for name, reason in report.skipped:
        click.echo(f"  skipped    {name}: {reason}")
    pages = sum(site.pages for site in report.built)
    click.echo(
        f"{count(len(report.built), 'portfolio')} built ({count(pages, 'page')}), "
        f"{len(report.unchanged)} unchanged, in {seconds:.1f} s"
    )
    click.echo(f"sealed portfolios: {out}")
    click.echo(f"letters to print:  {report.letters}")
    if report.recovery_sheet:
        click.echo(f"keys, made now:    {report.keyring}")
        click.echo("                   keep this folder: it opens every portfolio and cannot be made again;")
        click.echo(
            f"                   print {report.recovery_sheet.name} in it, put the page away, delete the file"
        )


def _as_json(report: BuildReport, *, seconds: float) -> dict[str, object]:
    return {
        "published": report.published,
        "built": [
            {
                "student": site.student,
                "edition": site.edition,
                "site": site.site,
                "pages": site.pages,
                "media": site.media,
            }
            for site in report.built
        ],
        "unchanged": list(report.unchanged),
        "skipped": [{"what": name, "why": reason} for name, reason in report.skipped],
        "problems": problems_json(report.problems),
        "letters": str(report.letters) if report.letters else None,
        "seconds": round(seconds, 3),
    }
