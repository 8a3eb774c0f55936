"""`kinfolio schemas`: JSON Schemas with which an editor completes and checks while one types."""

from pathlib import Path

import click

from generator.cli.terminal import count
from generator.reading.schemas import schemas as all_schemas


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write them to.",
)
def schemas(*, out: Path) -> None:
    """Write one JSON Schema for each kind of file, for editors."""
    out.mkdir(parents=True, exist_ok=True)
    written = all_schemas()
    for name, text in written:
        (out / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{count(len(written), 'schema')} in {out}")
