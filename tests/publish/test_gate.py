import pickle
import random

import pytest

from generator.publish.canary import Hit, canaries_of
from generator.publish.gate import NotPublished, OutgoingFile, Stranger, let_through
from generator.publish.strings import Text, TextKind
from generator.vault.errors import DoesNotFit

SITE = "abcdefghij234567"
BLOB = f"{SITE}/d/abcdefghij234567abcdefghij"
SHELL = {"sw.js": b"// worker", f"{SITE}/index.html": b"<!doctype html>"}
CANARIES = canaries_of([Text(TextKind.NAME, "Asha Sandhu"), Text(TextKind.WORDS, "My volcano foamed")])


def sealed(path: str, *, size: int = 4168, holding: bytes = b"") -> OutgoingFile:
    data = random.Random(path).randbytes(size)
    return OutgoingFile(path=path, data=data[:1000] + holding + data[1000 + len(holding) :])


def findings_in(*files: OutgoingFile) -> tuple[Hit | Stranger, ...]:
    with pytest.raises(NotPublished) as refusal:
        let_through(files, canaries=CANARIES, shell=SHELL)
    return refusal.value.findings


def test_a_sealed_deployment_passes() -> None:
    files = [
        sealed(BLOB),
        sealed(f"{SITE}/slots", size=8256),
        sealed(f"{SITE}/m1"),
        *(OutgoingFile(path=path, data=data) for path, data in SHELL.items()),
        OutgoingFile(path="theme/ab12/kinfolio.css", data=b"body { color: rose }"),
    ]
    let_through(files, canaries=CANARIES, shell=SHELL)


def test_one_readable_name_stops_everything() -> None:
    (hit,) = findings_in(sealed(f"{SITE}/m1"), sealed(BLOB, holding=b"Asha Sandhu"))
    assert hit == Hit(file=BLOB, text="Asha Sandhu", kind=TextKind.NAME, way="as it is")


@pytest.mark.parametrize(
    "file",
    [
        OutgoingFile(path=BLOB, data=b"{}"),
        OutgoingFile(path="index.json", data=b"{}"),
        OutgoingFile(path="sw.js", data=b"// another worker"),
        OutgoingFile(path="shell/more.js", data=b"// not shipped"),
    ],
    ids=lambda file: file.path,
)
def test_a_strange_file_stops_everything(file: OutgoingFile) -> None:
    (finding,) = findings_in(file)
    assert isinstance(finding, Stranger)


def test_a_shell_file_that_was_changed_is_searched_for_every_text() -> None:
    findings = findings_in(OutgoingFile(path="sw.js", data=b"// my volcano foamed"))
    assert any(isinstance(finding, Hit) for finding in findings)


def test_copies_of_the_page_are_searched_once_and_what_is_no_copy_every_time() -> None:
    other = "234567abcdefghij"
    named = b"<!doctype html><p>Asha Sandhu</p>"
    shell = {f"{SITE}/index.html": named, f"{other}/index.html": named}
    copies = [OutgoingFile(path=path, data=named) for path in shell]
    with pytest.raises(NotPublished) as refusal:
        let_through(copies, canaries=CANARIES, shell=shell)
    assert [finding.file for finding in refusal.value.findings] == [f"{SITE}/index.html"]
    changed = OutgoingFile(path=f"{other}/index.html", data=named + b" ")
    with pytest.raises(NotPublished) as refusal:
        let_through([*copies[:1], changed], canaries=CANARIES, shell=shell)
    assert {finding.file for finding in refusal.value.findings} == {
        f"{SITE}/index.html",
        f"{other}/index.html",
    }


def test_the_message_counts_what_it_does_not_show() -> None:
    files = [OutgoingFile(path=f"stranger-{number}.txt", data=b"") for number in range(30)]
    with pytest.raises(NotPublished, match=r"and 10 more$") as refusal:
        let_through(files, canaries=CANARIES, shell=SHELL)
    assert "untouched" in refusal.value.hint


def test_a_refusal_comes_back_whole_from_another_process() -> None:
    with pytest.raises(NotPublished) as refusal:
        let_through([OutgoingFile(path="index.json", data=b"{}")], canaries=CANARIES, shell=SHELL)
    back = pickle.loads(pickle.dumps(refusal.value))  # noqa: S301 - our own bytes
    assert isinstance(back, NotPublished)
    assert (str(back), back.hint, back.findings) == (
        str(refusal.value),
        refusal.value.hint,
        refusal.value.findings,
    )


def test_so_does_what_the_vault_refuses() -> None:
    back = pickle.loads(pickle.dumps(DoesNotFit("too many pages", reason="too-many-files", hint="fewer")))  # noqa: S301 - our own bytes
    assert (str(back), back.reason, back.hint) == ("too many pages", "too-many-files", "fewer")
