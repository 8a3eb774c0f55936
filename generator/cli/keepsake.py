"""`kinfolio keepsake`: what a family keeps, readable, for one student asked for by name."""

from pathlib import Path

import click

from generator.cli.terminal import count, progress_bar, show_problems
from generator.cli.workplace import open_workplace
from generator.handover.book import write_book
from generator.handover.edition import write_open_edition
from generator.handover.places import keepsakes_folder
from generator.handover.portfolio import hand_over
from generator.languages.tags import LANGUAGES
from generator.model.audience import Audience

_READERS = {reader.value: reader for reader in (Audience.FAMILY, Audience.STUDENT)}

_BANNER = """
********************************************************************************
  THIS IS NOT LOCKED. Whoever gets hold of it can read it and copy it.
  Hand it to the family, then delete it here. Never put it on a website.
********************************************************************************
"""


@click.command()
@click.option("--student", required=True, help="Whose: the name of the folder in students/.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to put it; beside the keyring when left out.",
)
@click.option("--zip", "zipped", is_flag=True, help="One zip instead of a folder.")
@click.option(
    "--for",
    "reader",
    type=click.Choice(sorted(_READERS)),
    default=Audience.FAMILY.value,
    show_default=True,
    help="What is in it: what the family sees, or also what only the student sees.",
)
@click.option(
    "--language",
    type=click.Choice([language.tag for language in LANGUAGES]),
    help="In which the headings speak; the school's language when left out.",
)
@click.option("--hi-res", is_flag=True, help="Pictures in the book as fine as a print shop likes them.")
@click.option(
    "--paper",
    type=click.Choice(("letter", "a4")),
    help="The book's pages; by the school's language otherwise.",
)
@click.option("--without-book", is_flag=True, help="The open edition alone, which needs no Typst.")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("site-config.yml"),
    show_default=True,
    help="The school's configuration.",
)
@click.option(
    "--content", type=click.Path(path_type=Path, file_okay=False), help="The folder of the school's files."
)
@click.pass_context
def keepsake(
    context: click.Context,
    *,
    student: str,
    out: Path | None,
    zipped: bool,
    reader: str,
    language: str | None,
    hi_res: bool,
    paper: str | None,
    without_book: bool,
    config: Path,
    content: Path | None,
) -> None:
    """Make what a family keeps of one portfolio: a folder that opens without a password, and a book to print."""
    workplace, problems = open_workplace(config, content=content)
    if workplace is None:
        show_problems(problems)
        context.exit(1)
    with progress_bar(wanted=True) as bar:
        bar.step("Reading, and looking at pictures, film and sound", 1)
        handover, slips = hand_over(
            workplace, student=student, audience=_READERS[reader], language=language or ""
        )
    show_problems((*problems, *slips))
    if handover is None:
        context.exit(1)
    click.echo(_BANNER, err=True)
    into = out.absolute() if out else keepsakes_folder(workplace)
    with progress_bar(wanted=True) as bar:
        bar.step("Writing the pages", 1)
        place, files = write_open_edition(handover, into=into, zipped=zipped)
    click.echo(f"open edition: {place} ({count(files, 'file')})")
    if without_book:
        return
    page = {"letter": "us-letter", "a4": "a4"}.get(paper or "", "")
    with progress_bar(wanted=True) as bar:
        bar.step("Setting the book", 1)
        book = write_book(handover, into=into, fine=hi_res, paper=page)
    click.echo(f"book: {book.place} ({book.size / 1_000_000:.1f} MB)")
    for script in book.scripts_without_letters:
        click.echo(
            f"  this computer has no letters for {script}, so some words in the book are empty boxes\n"
            f"  hint: install the font Noto Sans {script} and make the book again",
            err=True,
        )
    if not book.keeps_pdf_ua:
        click.echo(
            "  a sign in the book can be drawn by no font of this computer: it is an empty box, and the book is tagged\n"
            "  but no PDF/UA, which asks for every sign\n"
            "  hint: often it is a picture sign; install the font Noto Emoji and make the book again",
            err=True,
        )
