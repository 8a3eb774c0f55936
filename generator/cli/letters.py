"""`kinfolio letters`: the printed page with which a family opens a portfolio."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator import pipeline
from generator.cli.terminal import count, show_problems
from generator.cli.workplace import open_workplace, school_options


@click.command()
@school_options
@click.option(
    "--address", help="Where the portfolios are on the web; instead of `address` in the configuration."
)
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Write them here instead."
)
@click.pass_context
def letters(
    context: click.Context,
    *,
    config: Path,
    content: Path | None,
    out: Path | None,
    address: str | None,
    folder: Path | None,
) -> None:
    """Write one page per keyholder to print: address, QR code, six words, three steps."""
    workplace, problems = open_workplace(config, content=content, out=out)
    if workplace is None:
        show_problems(problems)
        context.exit(1)
    settings = workplace.config
    settings = replace(
        settings,
        address=settings.address if address is None else address,
        letters=settings.letters if folder is None else folder.absolute(),
    )
    workplace = replace(workplace, config=settings)
    written, slips = pipeline.write_letters(workplace, today=date.today())  # noqa: DTZ011 - the school's own day
    show_problems((*problems, *slips))
    if not written:
        context.exit(1)
    click.echo(f"{count(written, 'letter')} in {pipeline.letters_folder(workplace)}")
    click.echo("whoever reads a letter can open the portfolio: print them, hand them over, delete the files")
