"""`kinfolio verify`: whether what is on the web is what was built."""

from datetime import date
from pathlib import Path

import click

from generator import keyholding
from generator.cli.terminal import count, print_json, progress_bar, show_problems
from generator.cli.workplace import open_workplace, school_options
from generator.publish.findings import Difference
from generator.publish.live import LiveSite
from generator.publish.proven import PROVEN_NAME, save_proven, stamps_of
from generator.publish.verify import Verified, published_files
from generator.publish.verify import verify as compare


@click.command()
@click.argument("address", required=False, default="")
@school_options
@click.option(
    "--without-headers", is_flag=True, help="Spare the headers, for a host that can send none of ours."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document for other programs.")
@click.pass_context
def verify(
    context: click.Context,
    *,
    address: str,
    config: Path,
    content: Path | None,
    out: Path | None,
    without_headers: bool,
    as_json: bool,
) -> None:
    """Fetch every file of the site at ADDRESS and compare it with the last build.

    ADDRESS is that of the configuration when left out. Also looks whether every contents list is signed by the school
    and the newest, whether anything is left over, and whether the host sends the headers it should. Sends no key.
    """
    workplace, problems = open_workplace(config, content=content, out=out)
    if workplace is None:
        show_problems(problems)
        context.exit(1)
    address = address or workplace.config.address
    if not address:
        raise click.UsageError("say which address; the configuration has none")
    live, folder = LiveSite(address), workplace.config.out
    sites = keyholding.known_sites(workplace, today=date.today())  # noqa: DTZ011 - the school's own day
    paths = published_files(folder)
    # Before asking: a build that goes on meanwhile changes a file's time, and it counts as not proven.
    stamps = stamps_of(folder, paths)
    with progress_bar(wanted=not as_json) as bar:
        bar.step("Comparing", len(paths))
        verified = compare(
            live,
            out=folder,
            paths=paths,
            sites=sites,
            with_headers=not without_headers,
            advance=bar.advance,
        )
    if not any(found.difference is not Difference.HEADER for found in verified.findings):
        save_proven(workplace.home / PROVEN_NAME, stamps, address=live.address)
    if as_json:
        print_json(_as_json(verified, address=live.address))
    else:
        _show(verified, address=live.address)
    context.exit(1 if verified.findings else 0)


def _show(verified: Verified, *, address: str) -> None:
    for found in verified.findings:
        click.echo(f"{found.path}: {found.difference}: {found.message}", err=True)
    if verified.findings:
        click.echo(
            f"{count(len(verified.findings), 'difference')} in {count(verified.files, 'file')}", err=True
        )
    else:
        click.echo(f"{address} is the last build: {count(verified.files, 'file')}, all the same, all signed")


def _as_json(verified: Verified, *, address: str) -> dict[str, object]:
    return {
        "ok": not verified.findings,
        "address": address,
        "files": verified.files,
        "findings": [
            {"difference": found.difference, "path": found.path, "message": found.message}
            for found in verified.findings
        ],
    }
