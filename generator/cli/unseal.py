"""`kinfolio unseal`: a sealed portfolio back as ordinary pages, for whoever has the words."""

import sys
from pathlib import Path
from typing import TextIO

import click

from generator.cli.terminal import count
from generator.problems import KinfolioError
from generator.vault.errors import VaultError
from generator.vault.links import LinkKey, link_key_from
from generator.vault.open import open_site
from generator.vault.passphrase import Words, typed_words
from generator.vault.unseal import unseal_site


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="A new folder for the pages.",
)
@click.option(
    "--words-file",
    type=click.File(encoding="utf-8"),
    help="A file with the six words or the link; - for standard input. Asked for at a prompt otherwise.",
)
@click.pass_context
def unseal(context: click.Context, *, site: Path, out: Path, words_file: TextIO | None) -> None:
    """Open the sealed portfolio in the folder SITE and write its pages to a new folder.

    The words are never given as an argument, for other programs can read those.
    """
    typed = (
        words_file.read()
        if words_file
        else click.prompt("Six words, or the link of the letter", hide_input=sys.stdin.isatty())
    )
    try:
        written = unseal_site(open_site(site, _secret(typed)), into=out)
    except VaultError as refusal:
        click.echo(f"not opened: {refusal}", err=True)
        if refusal.hint:
            click.echo(f"  hint: {refusal.hint}", err=True)
        context.exit(1)
    click.echo(f"{count(len(written), 'file')} in {out}; open {out / 'index.html'}")
    click.echo("these files are readable by anyone who can read that folder")


def _secret(typed: str) -> Words | LinkKey:
    if not typed.strip():
        message = "no words were given"
        raise KinfolioError(
            message, hint="type the six words of the letter, or name a file with --words-file"
        )
    return link_key_from(typed) if "k=" in typed else typed_words(typed)
