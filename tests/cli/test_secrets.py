"""No command shows a secret: not on the terminal, not in a failure, not to whoever lists processes."""

import base64
import contextlib
import logging
import os
import sys
import traceback
from collections.abc import Iterator
from unittest import mock

import pytest

from generator.cli.main import COMMANDS, kinfolio
from generator.vault.keyring import Keyring
from tests.schools.built import BuiltSchool


def secrets_of(school: BuiltSchool) -> set[str]:
    """Every secret there is, in each form it could be shown in."""
    with school.keyring() as keyring:
        words = [holder.words.text for holder in keyring.keyholders]
        raw = [holder.link.raw for holder in keyring.keyholders]
        raw += [site.key.content_key for site in keyring.sites]
        raw += [kek for site in keyring.sites for _, kek in site.words_keks]
        raw += [keyring.secret, keyring.signing_key.seed]
    lines = [
        line
        for file in (school.home / "tiny").glob("*.txt")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("AGE-SECRET-KEY-")
    ]
    shown = {*words, *lines, *(" ".join(six.split()[:2]) for six in words)}
    for each in raw:
        shown |= {each.hex(), repr(each)[2:-1], base64.b64encode(each).decode().rstrip("=")}
        shown.add(base64.urlsafe_b64encode(each).decode().rstrip("="))
    return shown


def found_in(text: str, secrets: set[str]) -> set[str]:
    folded = text.casefold()
    return {secret for secret in secrets if secret.casefold() in folded}


COMMAND_LINES = (
    ("check",),
    ("new", "evidence", "nobody"),
    ("build", "--jobs", "2"),
    ("build", "--json", "--jobs", "1"),
    ("build", "--student", "nobody"),
    ("letters",),
    ("letters", "--address", "https://elsewhere.example/"),
    ("keys", "list"),
    ("keys", "list", "--json"),
    ("keys", "add", "nan", "--name", "Nan", "--all"),
    ("keys", "add", "nobody", "--all"),
    ("keys", "remove", "nan"),
    ("keys", "remove", "jo-lee"),
    ("keys", "rotate", "--person", "jo-lee"),
    ("keys", "rotate", "--student", "ana-lee"),
    ("keys", "rotate", "--person", "nobody"),
    ("keys", "rotate", "--all", "--yes"),
    ("keys", "forget", "ana-lee", "--yes"),
    ("report", "due"),
    ("digest",),
    ("gradebook", "--group", "fir", "--out", "{root}/gradebook.csv"),
    ("keepsake", "--student", "ana-lee", "--out", "{root}/keepsake", "--without-book"),
    ("offline", "--student", "ana-lee", "--to", "{root}/offline.zip"),
    ("doctor",),
    ("doctor", "cloudflare", "--json"),
    ("sftp", "{root}/upload.txt", "--to", "public_html"),
    ("verify", "http://127.0.0.1:9/"),
)


@contextlib.contextmanager
def watched_processes() -> Iterator[list[str]]:
    """Every argument and environment value that a new process of ours is given."""
    seen: list[str] = []

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event in {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn"}:
            seen.append(repr(arguments))

    listening = True
    sys.addaudithook(hear)
    try:
        yield seen
    finally:
        listening = False


def test_no_command_shows_a_secret(own_school: BuiltSchool, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    first = own_school.command("build", "--jobs", "1")
    secrets = secrets_of(own_school)
    assert len(secrets) > 50
    assert not found_in(first.all, secrets)
    for arguments in COMMAND_LINES:
        with watched_processes() as processes:
            said = own_school.command(*(one.format(root=own_school.root) for one in arguments))
        secrets |= secrets_of(own_school)
        for what in (said.all, "\n".join(processes), caplog.text):
            assert not found_in(what, secrets), arguments


def test_what_is_typed_is_not_shown_again(own_school: BuiltSchool) -> None:
    own_school.build()
    with own_school.keyring() as keyring:
        words = keyring.keyholder("jo-lee").words.text
    mistyped = words.replace(words.split()[2], "zzzzzz")
    (recovery,) = (own_school.home / "tiny").glob("recovery-*.txt")
    for typed, arguments in (
        (mistyped, ("unseal", str(own_school.site("ana-lee")), "--out", str(own_school.root / "a"))),
        (words, ("unseal", str(own_school.site("ana-lee")), "--out", str(own_school.root / "b"))),
        (recovery.read_text(encoding="utf-8")[:-9], ("keys", "recover", "-")),
        (recovery.read_text(encoding="utf-8"), ("keys", "recover", "-")),
    ):
        more = ("--words-file", "-") if arguments[0] == "unseal" else ()
        said = own_school.command(*arguments, *more, typed=typed).all
        secrets = secrets_of(own_school)
        assert not found_in(said, secrets), arguments


def test_a_failure_in_the_middle_quotes_no_secret(own_school: BuiltSchool) -> None:
    """As with KINFOLIO_DEBUG: the whole traceback, with every record on the way shown by its `repr`."""
    own_school.build()
    secrets = secrets_of(own_school)

    def fail(keyring: Keyring, *arguments: object, **named: object) -> None:
        shown = (keyring.keyholders, keyring.sites, keyring.signing_key, keyring, arguments, named)
        raise RuntimeError(repr(shown))

    environment = {"KINFOLIO_HOME": str(own_school.home)}
    command_line = ["build", "--jobs", "1", "--config", str(own_school.config_file)]
    with (
        mock.patch.object(Keyring, "slots", fail),
        mock.patch.dict(os.environ, environment),
        pytest.raises(RuntimeError) as failed,
    ):
        kinfolio.main(command_line, standalone_mode=False)
    # Without this test's own frame, which holds the secrets to look for.
    ours = traceback.StackSummary.extract(traceback.walk_tb(failed.tb.tb_next), capture_locals=True)
    told = "".join(ours.format()) + str(failed.value)
    assert "SiteRecord(" in told
    assert not found_in(told, secrets)


def test_every_command_is_tried_here() -> None:
    tried = {line[0] for line in COMMAND_LINES} | {"unseal"}
    # `serve` and `--demo` show words because somebody asked for it by name; `schemas` knows no school.
    assert {str(command.name) for command in COMMANDS} - tried == {"serve", "schemas"}
