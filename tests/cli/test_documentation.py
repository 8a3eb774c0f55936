"""The commands and what `docs/commands.md` says about them."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli.main import COMMANDS

DOCUMENT = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def _options() -> Iterator[tuple[str, str]]:
    shared = {"--config", "--content", "--out"}
    for command in COMMANDS:
        members = command.commands.values() if isinstance(command, click.Group) else (command,)
        for member in members:
            for option in member.params:
                yield from (
                    (str(command.name), name)
                    for name in option.opts
                    if name.startswith("--") and name not in shared
                )


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_command_has_a_heading(command: click.Command) -> None:
    assert f"## `kinfolio {command.name}`" in DOCUMENT


@pytest.mark.parametrize(("command", "option"), tuple(_options()))
def test_every_option_is_explained_under_its_command(command: str, option: str) -> None:
    section = DOCUMENT.split(f"## `kinfolio {command}`", 1)[1].split("\n## ", 1)[0]
    assert f"`{option}" in section or f" {option} " in section


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_command_helps(command: click.Command) -> None:
    assert command.help or isinstance(command, click.Group)
