"""`kinfolio digest`: a message about what is new, without names, to paste into any channel."""

from datetime import date, datetime, timedelta
from pathlib import Path

import click

from generator.cli.report import chosen_groups, read_whole_school
from generator.cli.workplace import school_options
from generator.letters.digest import LANGUAGES, digest

USUAL_DAYS = 14


@click.command(name="digest")
@school_options
@click.option(
    "--since",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="The first day that counts as new; two weeks ago when left out.",
)
@click.option("--group", "group_id", help="Only this class, by its id.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language of the message; the school's when left out.",
)
@click.pass_context
def digest_command(
    context: click.Context,
    *,
    config: Path,
    content: Path | None,
    out: Path | None,
    since: datetime | None,
    group_id: str | None,
    language: str | None,
) -> None:
    """Print what is new in each class, for a newsletter or a chat: kinds of things, where to look, one question.

    No child's name and no title is in it, so it may go where a portfolio may not.
    """
    school = read_whole_school(context, config=config, content=content, out=out)
    today = date.today()  # noqa: DTZ011 - the school's own day
    first = since.date() if since else today - timedelta(days=USUAL_DAYS)
    messages = (
        digest(
            group,
            students=school.students,
            framework=school.framework,
            since=first,
            until=today,
            language=language or school.framework.school_language,
        )
        for group in chosen_groups(school, group_id=group_id)
    )
    click.echo("\n\n".join(messages))
