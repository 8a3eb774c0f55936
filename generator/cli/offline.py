"""`kinfolio offline`: a sealed portfolio to carry away, that opens by a double-click and needs no server."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from generator import keyholding
from generator.cli.terminal import count, show_problems
from generator.cli.workplace import open_workplace, school_options
from generator.keyholding import KeysRefused
from generator.publish.findings import KnownSite
from generator.publish.offline import write_offline


@click.command()
@school_options
@click.option("--student", required=True, help="Whose portfolio.")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    required=True,
    help="A new folder, or a new file whose name ends in .zip.",
)
@click.pass_context
def offline(
    context: click.Context,
    *,
    config: Path,
    content: Path | None,
    out: Path | None,
    student: str,
    target: Path,
) -> None:
    """Write one portfolio of the last build for a disk or a memory stick. It stays sealed; the letter opens it."""
    workplace, problems = open_workplace(config, content=content, out=out)
    if workplace is None:
        show_problems(problems)
        context.exit(1)
    sites = keyholding.known_sites(workplace, today=date.today())  # noqa: DTZ011 - the school's own day
    site = _family_site(student, sites)
    written = write_offline(workplace.config.out, site=site, to=target.absolute())
    click.echo(f"{count(written, 'file')} in {target}")
    click.echo("to open it, double-click index.html and type the six words of the letter")


def _family_site(student: str, sites: tuple[KnownSite, ...]) -> KnownSite:
    family = {site.name.removesuffix(" (family)"): site for site in sites if site.name.endswith(" (family)")}
    if student in family:
        return family[student]
    near = ", ".join(get_close_matches(student, [*family], n=3))
    raise KeysRefused(
        f"there is no portfolio of `{student}`",
        hint=f"did you mean {near}?" if near else "`kinfolio keys list` names everybody",
    )
