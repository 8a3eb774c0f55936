"""`kinfolio doctor`: whether a host would take what was built."""

from dataclasses import replace
from pathlib import Path

import click

from generator.cli.terminal import count, print_json, show_problems
from generator.cli.workplace import last_build, open_workplace, school_options
from generator.publish.doctor import HOSTS, Host, Load, Refusal, megabytes, refusals, weigh


@click.command()
@click.argument("host", required=False, type=click.Choice([known.name for known in HOSTS]))
@school_options
@click.option("--files", type=click.IntRange(min=1), help="The most files your web space takes.")
@click.option("--megabytes", "room", type=click.IntRange(min=1), help="The most megabytes it takes.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document for other programs.")
@click.pass_context
def doctor(
    context: click.Context,
    *,
    host: str | None,
    config: Path,
    content: Path | None,
    out: Path | None,
    files: int | None,
    room: int | None,
    as_json: bool,
) -> None:
    """Look whether HOST would take the last build, before anything is sent; every host when left out.

    Counts files, the largest one and all of them together, and finds what nobody meant to publish.
    """
    workplace, problems = open_workplace(config, content=content, out=out)
    if workplace is None:
        show_problems(problems)
        context.exit(1)
    folder = last_build(workplace)
    load = weigh(folder)
    asked = [_with(known, files=files, room=room) for known in HOSTS if host in {None, known.name}]
    answers = {known.name: tuple(refusals(load, known)) for known in asked}
    if as_json:
        print_json(_as_json(load, answers))
    else:
        _show(load, answers)
    # Without a name nobody was asked: the table is for choosing.
    context.exit(1 if host and answers[host] else 0)


def _with(host: Host, *, files: int | None, room: int | None) -> Host:
    """The host with the limits of the school's own contract."""
    if files is not None:
        host = replace(host, files=files)
    return host if room is None else replace(host, bytes_in_all=room * 1_000_000)


def _show(load: Load, answers: dict[str, tuple[Refusal, ...]]) -> None:
    click.echo(
        f"{count(load.files, 'file')} in {count(load.folders, 'folder')}, {megabytes(load.bytes_in_all)};"
        f" the largest has {megabytes(load.largest[1])}"
    )
    for name, refused in answers.items():
        if not refused:
            click.echo(f"  {name}: takes it")
        for reason in refused:
            click.echo(f"  {name}: NO: {reason.message}", err=True)
            if reason.hint:
                click.echo(f"    hint: {reason.hint}", err=True)


def _as_json(load: Load, answers: dict[str, tuple[Refusal, ...]]) -> dict[str, object]:
    return {
        "files": load.files,
        "folders": load.folders,
        "bytes": load.bytes_in_all,
        "largest": {"path": load.largest[0], "bytes": load.largest[1]},
        "hosts": [
            {"host": name, "takes": not refused, "reasons": [reason.message for reason in refused]}
            for name, refused in answers.items()
        ],
    }
