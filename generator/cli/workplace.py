"""Where a command works: the configuration with what the command line says against it, and the folders beside it."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.config import Workplace
from generator.problems import KinfolioError, Problem
from generator.reading.site_config import read_site_config

Command = TypeVar("Command", bound=Callable[..., Any])


def school_options(command: Command) -> Command:
    """`--config`, `--content` and `--out`, the same on every command that reads a school."""
    for option in (
        click.option(
            "--out", type=click.Path(path_type=Path, file_okay=False), help="Where the sealed portfolios go."
        ),
        click.option(
            "--content",
            type=click.Path(path_type=Path, file_okay=False),
            help="The folder of the school's files.",
        ),
        click.option(
            "--config",
            type=click.Path(path_type=Path, dir_okay=False),
            default=Path("site-config.yml"),
            show_default=True,
            help="The school's configuration.",
        ),
    ):
        command = option(command)
    return command


def open_workplace(
    config: Path, *, content: Path | None = None, out: Path | None = None
) -> tuple[Workplace | None, tuple[Problem, ...]]:
    """The workplace of that configuration; None where the configuration itself has problems.

    Raises:
        click.UsageError: there is no such file.
    """
    if not config.is_file():
        message = f"there is no {config}; run this in a folder that holds one, or name it with --config"
        raise click.UsageError(message)
    settings, problems = read_site_config(config.absolute())
    if settings is None:
        return None, problems
    if content is not None:
        settings = replace(settings, content=content.absolute())
    if out is not None:
        settings = replace(settings, out=out.absolute())
    return Workplace(
        config=settings, home=_home() / settings.school, cache=settings.file.parent / ".kinfolio"
    ), problems


def last_build(workplace: Workplace) -> Path:
    """The folder of the last build.

    Raises:
        KinfolioError: nothing was built yet.
    """
    folder = workplace.config.out
    if not (folder / "index.html").is_file():
        raise KinfolioError(f"there is nothing in {folder} yet", hint="run `kinfolio build` first")
    return folder


def _home() -> Path:
    """The folder of all keyrings on this computer, outside any school's files."""
    named = os.environ.get("KINFOLIO_HOME")
    return Path(named).absolute() if named else Path(click.get_app_dir("kinfolio", roaming=False))
