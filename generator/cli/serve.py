"""`kinfolio serve`: a plain preview that renews itself, or the sealed portfolios as a host would serve them."""

import threading
from datetime import date
from pathlib import Path

import click

from generator import pipeline
from generator.cli.terminal import count, show_demonstration, show_problems
from generator.cli.workplace import open_workplace, school_options
from generator.preview.portfolios import Portfolios
from generator.preview.server import previewing
from generator.problems import KinfolioError
from generator.publish.serve import serving

_BANNER = """
********************************************************************************
  PREVIEW: these pages are NOT locked. They are shown on this computer only.
  What families get is made by `kinfolio build`; see it with `serve --sealed`.
********************************************************************************
"""


@click.command()
@school_options
@click.option("--sealed", is_flag=True, help="Serve the sealed portfolios of the last build instead.")
@click.option(
    "--demo", is_flag=True, help="Also print how to open one of them, words included. For made-up schools."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="A port of this computer; a free one when left out.",
)
@click.pass_context
def serve(
    context: click.Context,
    *,
    config: Path,
    content: Path | None,
    out: Path | None,
    sealed: bool,
    demo: bool,
    port: int,
) -> None:
    """Show portfolios on this computer until Ctrl-C. Nobody else can reach them."""
    workplace, problems = open_workplace(config, content=content, out=out)
    if workplace is None:
        show_problems(problems)
        context.exit(1)
    if sealed:
        folder = workplace.config.out
        if not (folder / "index.html").is_file():
            message = f"there is nothing in {folder} yet"
            raise KinfolioError(message, hint="run `kinfolio build` first")
        with serving(folder, port=port) as address:
            click.echo(f"sealed portfolios at {address}")
            if demo:
                today = date.today()  # noqa: DTZ011 - the school's own day
                show_demonstration(pipeline.demonstration(workplace, today=today), address=address)
            _until_stopped()
        return
    portfolios = Portfolios(workplace)
    show_problems((*problems, *portfolios.problems))
    watched = (workplace.config.content,)
    with previewing(portfolios, watched=watched, port=port) as address:
        click.echo(_BANNER)
        click.echo(f"{count(len(portfolios.students), 'portfolio')} at {address}")
        _until_stopped()


def _until_stopped() -> None:
    click.echo("stop with Ctrl-C")
    # An event without a time limit cannot be interrupted on Windows.
    stopped = threading.Event()
    try:
        while not stopped.wait(timeout=0.5):
            pass
    except KeyboardInterrupt:
        click.echo("\nstopped")
