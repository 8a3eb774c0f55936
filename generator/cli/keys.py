"""`kinfolio keys`: who can open what. Never a word, a link or a key."""

from datetime import date
from pathlib import Path

import click

from generator import pipeline
from generator.cli.terminal import count, print_json, show_problems
from generator.cli.workplace import open_workplace, school_options


@click.group()
def keys() -> None:
    """Who can open what."""


@keys.command("list")
@school_options
@click.option("--json", "as_json", is_flag=True, help="One JSON document for other programs.")
@click.pass_context
def list_keys(
    context: click.Context, *, config: Path, content: Path | None, out: Path | None, as_json: bool
) -> None:
    """List every keyholder with the portfolios they can open, and every portfolio's epoch."""
    workplace, problems = open_workplace(config, content=content, out=out)
    if workplace is None:
        show_problems(problems)
        context.exit(1)
    held = pipeline.keyholders(workplace, today=date.today())  # noqa: DTZ011 - the school's own day
    if as_json:
        print_json(
            {
                "keyholders": [
                    {
                        "person": holder.person,
                        "sites": [
                            {
                                "student": site.student,
                                "edition": site.edition,
                                "site": site.site,
                                "epoch": site.epoch,
                                "role": site.role,
                            }
                            for site in holder.sites
                        ],
                    }
                    for holder in held
                ]
            }
        )
        return
    for holder in held:
        click.echo(holder.person)
        for site in holder.sites:
            click.echo(f"  {site.site}  {site.student} ({site.edition}), as {site.role}, epoch {site.epoch}")
    click.echo(count(len(held), "keyholder"))
