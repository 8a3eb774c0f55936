"""`kinfolio keys`: who can open what, and every decision about it. Never a word, a link or a key."""

from datetime import date
from pathlib import Path
from typing import NoReturn, TextIO

import click

from generator import keyholding
from generator.cli.terminal import count, print_json, show_problems
from generator.cli.workplace import open_workplace, school_options
from generator.config import Workplace
from generator.keyholding import KeysRefused

_NOT_YET = "what is published stays as it is until then"


class _Refusing(click.Group):
    """Turns what cannot be done as asked into a sentence and the exit code of a wrong command line."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the chosen command."""
        try:
            return super().invoke(ctx)
        except KeysRefused as refusal:
            hint = f"\n  hint: {refusal.hint}" if refusal.hint else ""
            raise click.UsageError(f"{refusal}{hint}", ctx=None) from None


@click.group(cls=_Refusing)
def keys() -> None:
    """Who can open what, and every decision about it.

    Families and students hold keys because the school's files name them. What is decided here holds from the next
    build on. No command shows a word, a link or a key: those stand in the letters alone.
    """


@keys.command("list")
@school_options
@click.option("--json", "as_json", is_flag=True, help="One JSON document for other programs.")
@click.pass_context
def list_keys(
    context: click.Context, *, config: Path, content: Path | None, out: Path | None, as_json: bool
) -> None:
    """List every keyholder with the portfolios they can open, and every portfolio's epoch."""
    workplace = _workplace(context, config, content=content, out=out)
    held = keyholding.keyholders(workplace, today=_today())
    if as_json:
        print_json(
            {
                "keyholders": [
                    {
                        "person": holder.person,
                        "invited": holder.invited,
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
        click.echo(f"{holder.person}, invited by hand" if holder.invited else holder.person)
        for site in holder.sites:
            click.echo(f"  {site.site}  {site.student} ({site.edition}), as {site.role}, epoch {site.epoch}")
    click.echo(count(len(held), "keyholder"))


@keys.command("add")
@click.argument("person")
@school_options
@click.option("--student", "students", multiple=True, metavar="ID", help="Whose portfolio; may be repeated.")
@click.option("--all", "everybody", is_flag=True, help="The portfolios of all students of today.")
@click.option(
    "--name", default="", help="The name for the letter, where people.yml does not know the person."
)
@click.option(
    "--language", default="", help="The language of the letter, such as fr; the school's otherwise."
)
@click.pass_context
def add(
    context: click.Context,
    *,
    person: str,
    config: Path,
    content: Path | None,
    out: Path | None,
    students: tuple[str, ...],
    everybody: bool,
    name: str,
    language: str,
) -> None:
    """Let PERSON read family portfolios though they are nobody's guardian: a grandparent, a counsellor.

    PERSON is the id in people.yml, or a new one together with --name. Guardians and teachers need no such invitation;
    they are named in the school's files.
    """
    if bool(students) == everybody:
        raise click.UsageError("say whose portfolios: --student, or --all")
    workplace = _workplace(context, config, content=content, out=out)
    guest = keyholding.Guest(person=person, name=name, language=language)
    invited = keyholding.invite(workplace, guest, students=frozenset(students), today=_today())
    click.echo(f"{person} may read {', '.join(invited)} from the next build on")
    click.echo("run `kinfolio build`, publish, and hand over the new letter")


@keys.command("remove")
@click.argument("person")
@school_options
@click.option(
    "--student", "students", multiple=True, metavar="ID", help="Only this student; may be repeated."
)
@click.pass_context
def remove(
    context: click.Context,
    *,
    person: str,
    config: Path,
    content: Path | None,
    out: Path | None,
    students: tuple[str, ...],
) -> None:
    """End an invitation. The next build locks those portfolios anew, under keys PERSON never had.

    For a guardian or a teacher it says which file to change: those stand in the school's files.
    """
    workplace = _workplace(context, config, content=content, out=out)
    ended = keyholding.take_back(workplace, person, students=frozenset(students), today=_today())
    click.echo(f"{person} may not read {', '.join(ended)} any more from the next build on; {_NOT_YET}")
    click.echo("run `kinfolio build` and publish. What was read or copied before stays with whoever has it;")
    click.echo("everybody else keeps their letters")


@keys.command("rotate")
@school_options
@click.option("--student", "students", multiple=True, metavar="ID", help="A new key for this portfolio.")
@click.option(
    "--person", "people", multiple=True, metavar="ID", help="New words and a new link for this person."
)
@click.option("--all", "everything", is_flag=True, help="Everything, after the keyring's folder was copied.")
@click.option("--yes", is_flag=True, help="With --all: do not ask.")
@click.pass_context
def rotate(
    context: click.Context,
    *,
    config: Path,
    content: Path | None,
    out: Path | None,
    students: tuple[str, ...],
    people: tuple[str, ...],
    everything: bool,
    yes: bool,
) -> None:
    """Make new keys, after a lost letter or when a key may have got about.

    With --person: new words, and a new key for everything the old ones opened; only this person needs a new letter.
    With --student: a new key for that portfolio; everybody's letter stays as it is.
    With --all: new words for everybody, and new keys for every portfolio and for the school's signature.
    """
    if bool(students or people) == everything:
        raise click.UsageError("say what is to be renewed: --person after a lost letter, --student, or --all")
    workplace = _workplace(context, config, content=content, out=out)
    if everything:
        if not yes:
            click.confirm("renew every key there is? everybody will need a new letter", abort=True)
        holders = keyholding.renew_everything(workplace, today=_today())
        click.echo(f"run `kinfolio build`, publish, and hand out {count(holders, 'new letter')}; {_NOT_YET}")
        return
    renewed = keyholding.renew(
        workplace, students=frozenset(students), people=frozenset(people), today=_today()
    )
    for student, edition in renewed:
        click.echo(f"  new key    {student} ({edition})")
    click.echo(f"run `kinfolio build` and publish; {_NOT_YET}")
    for person in people:
        click.echo(f"then hand the new letter to {person}; the old one opens nothing from then on")


@keys.command("recover")
@click.argument("recovery_file", type=click.File(encoding="utf-8"))
@school_options
@click.pass_context
def recover(
    context: click.Context, *, recovery_file: TextIO, config: Path, content: Path | None, out: Path | None
) -> None:
    """Open the keyring with its printed recovery key, and make it a new identity.

    RECOVERY_FILE holds the lines of the printed page, typed or copied; - reads standard input. The recovery key
    stays the same: keep the page. Whoever copied the whole folder before holds the keys in it; then renew those too.
    """
    workplace = _workplace(context, config, content=content, out=out)
    keyholding.recover(workplace, recovery_file.read())
    click.echo(f"the keyring in {workplace.home} opens again, with an identity of its own")
    click.echo("delete the file you typed the recovery key into, and keep the page")
    click.echo(
        "if somebody may have copied the whole folder, renew every key too: `kinfolio keys rotate --all`"
    )


@keys.command("forget")
@click.argument("student")
@school_options
@click.option("--yes", is_flag=True, help="Do not ask: the keys cannot be made again.")
@click.pass_context
def forget(
    context: click.Context, *, student: str, config: Path, content: Path | None, out: Path | None, yes: bool
) -> None:
    """Destroy the keys of a student who has left.

    Whoever kept the letter and a copy of the sealed files still opens that copy; nobody else ever will, and neither
    will the school. Refused while the student's files or a published portfolio are there.
    """
    workplace = _workplace(context, config, content=content, out=out)
    if not yes:
        click.confirm(f"destroy the keys of {student}? they cannot be made again", abort=True)
    editions = keyholding.forget(workplace, student, today=_today())
    click.echo(f"the keys of {student} ({', '.join(editions)}) are destroyed")
    click.echo(
        f"copies of their pictures may still lie in {workplace.cache}; delete that folder, it is made again"
    )
    click.echo("backups of the keyring's folder hold the keys for as long as you keep them")


def _workplace(context: click.Context, config: Path, *, content: Path | None, out: Path | None) -> Workplace:
    workplace, problems = open_workplace(config, content=content, out=out)
    if workplace is None:
        show_problems(problems)
        _leave(context)
    return workplace


def _leave(context: click.Context) -> NoReturn:
    context.exit(1)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the school's own day
