"""`kinfolio sftp`: what to type into `sftp`, so that nobody meets half a portfolio."""

from pathlib import Path

import click

from generator.cli.terminal import count, show_problems
from generator.cli.workplace import last_build, open_workplace, school_options
from generator.publish.live import address_of
from generator.publish.proven import PROVEN_NAME, read_proven
from generator.publish.sftp import batch, difference


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@school_options
@click.option("--to", required=True, metavar="FOLDER", help="The folder on the server, such as public_html.")
@click.option("--address", default="", help="Where it is read; the configuration's address when left out.")
@click.option("--everything", is_flag=True, help="Send what is there already as well.")
@click.pass_context
def sftp(
    context: click.Context,
    *,
    file: Path,
    config: Path,
    content: Path | None,
    out: Path | None,
    to: str,
    address: str,
    everything: bool,
) -> None:
    """Write to FILE what `sftp -b FILE` is to do: send the last build in the right order, and delete last.

    After a `kinfolio verify` that found all the same, only what has changed since then.
    """
    workplace, problems = open_workplace(config, content=content, out=out)
    if workplace is None:
        show_problems(problems)
        context.exit(1)
    folder = last_build(workplace)
    address = address or workplace.config.address
    note = workplace.home / PROVEN_NAME
    proven = {} if everything or not address else read_proven(note, address=address_of(address))
    wanted = difference(folder, proven=proven)
    lines = tuple(batch(folder, wanted, to=to))
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    click.echo(
        f"{count(len(wanted.send), 'file')} to send and {count(len(wanted.delete), 'file')} to delete,"
        f" in {file}; now: sftp -b {file} YOU@HOST"
    )
