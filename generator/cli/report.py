"""`kinfolio report`: what the school still owes its families, in plain words."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from generator.cli.terminal import print_json, show_problems
from generator.cli.workplace import open_workplace, school_options
from generator.model.people import Group
from generator.model.reporting import ReportingRules, SchoolYear
from generator.model.school import School
from generator.problems import KinfolioError, Problem, Severity
from generator.reading.school import read_school
from generator.reporting.due import Due, due_for, year_to_look_at


@click.group()
def report() -> None:
    """Look at what families were told, as the jurisdiction's reporting rules ask for it."""


@report.command()
@school_options
@click.option("--group", "group_id", help="Only this class, by its id.")
@click.option(
    "--on",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="A day of the school year to look at; today when left out.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document for other programs.")
@click.pass_context
def due(
    context: click.Context,
    *,
    config: Path,
    content: Path | None,
    out: Path | None,
    group_id: str | None,
    on: datetime | None,
    as_json: bool,
) -> None:
    """Name what is missing for whom: updates to come, and areas without a point of progress."""
    school = read_whole_school(context, config=config, content=content, out=out)
    groups = chosen_groups(school, group_id=group_id)
    rules = school.framework.reporting
    if rules is None:
        raise KinfolioError(
            "the school names no reporting rules",
            hint="add a line `reporting: bc` to school.yml, or name a file with rules of your own",
        )
    day = on.date() if on else date.today()  # noqa: DTZ011 - the school's own day
    year = year_to_look_at(school.framework, school.students, on=day)
    by_group = [(group, _dues(school, group=group, rules=rules, year=year)) for group in groups]
    if as_json:
        print_json(_as_json(by_group, rules=rules, year=year, school=school))
        return
    click.echo(f"{rules.name}, {year.first_day} to {year.last_day}")
    for group, dues in by_group:
        click.echo(f"\n{group.name}")
        for one in dues:
            _show(one, school=school)


def read_whole_school(
    context: click.Context, *, config: Path, content: Path | None, out: Path | None
) -> School:
    """The school of a configuration; ends the command where its files have errors, after showing them."""
    workplace, problems = open_workplace(config, content=content, out=out)
    school: School | None = None
    if workplace is not None:
        school, told = read_school(workplace.config)
        problems = (*problems, *told)
    errors: tuple[Problem, ...] = tuple(one for one in problems if one.severity is Severity.ERROR)
    if school is None or errors:
        show_problems(errors)
        context.exit(1)
    return school


def chosen_groups(school: School, *, group_id: str | None) -> tuple[Group, ...]:
    """The class of that id, or all of them in the order of their names.

    Raises:
        click.UsageError: there is no such class.
    """
    if group_id is None:
        return tuple(sorted(school.groups, key=lambda group: group.name))
    found = tuple(group for group in school.groups if group.id == group_id)
    if not found:
        known = ", ".join(sorted(group.id for group in school.groups))
        message = f"there is no class {group_id}; the classes are {known}"
        raise click.UsageError(message)
    return found


def _dues(school: School, *, group: Group, rules: ReportingRules, year: SchoolYear) -> tuple[Due, ...]:
    students = sorted((one for one in school.students if one.group.id == group.id), key=lambda one: one.name)
    return tuple(due_for(one, framework=school.framework, rules=rules, year=year) for one in students)


def _show(due: Due, *, school: School) -> None:
    click.echo(f"  {due.called}")
    if due.complete:
        click.echo("    everything is there")
    for one in due.communications_to_come:
        given = ", ".join(str(day) for day in one.given_on)
        there = f" (there: {given})" if given else ""
        click.echo(f"    {one.rule.name}: {one.to_come} of {one.rule.count} to come{there}")
    if due.areas_to_come:
        click.echo(f"    no point of progress yet: {', '.join(_names(due, school=school))}")


def _names(due: Due, *, school: School) -> Iterable[str]:
    return (area.name for area in school.framework.areas if area.id in due.areas_to_come)


def _as_json(
    by_group: list[tuple[Group, tuple[Due, ...]]],
    *,
    rules: ReportingRules,
    year: SchoolYear,
    school: School,
) -> dict[str, object]:
    return {
        "rules": rules.name,
        "year": {"from": year.first_day.isoformat(), "to": year.last_day.isoformat()},
        "students": [
            {
                "group": group.id,
                "student": one.student,
                "called": one.called,
                "complete": one.complete,
                "communications": [
                    {
                        "kind": str(asked.rule.kind),
                        "name": asked.rule.name,
                        "asked": asked.rule.count,
                        "given": [day.isoformat() for day in asked.given_on],
                        "to_come": asked.to_come,
                    }
                    for asked in one.communications
                ],
                "areas_to_come": list(one.areas_to_come),
                "areas_to_come_named": list(_names(one, school=school)),
            }
            for group, dues in by_group
            for one in dues
        ],
    }
