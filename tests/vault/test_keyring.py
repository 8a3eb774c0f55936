import os
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyrage
import pytest

from generator.vault.errors import KeyringError
from generator.vault.keyring import Keyring, new_keyring
from generator.vault.keyring_file import IDENTITY_NAME, KEYRING_NAME, open_keyring
from generator.vault.keyring_records import Invitation
from generator.vault.slots import Cost, Role
from generator.vault.slots_reading import open_slot, read_header
from tests.schools.cost import CHEAP

pytestmark = pytest.mark.usefixtures("word_list")

TODAY = date(2026, 11, 23)
MUM, DAD, ASHA = "person:mum", "person:dad", "person:asha"
BOTH = {MUM: Role.GUARDIAN, DAD: Role.GUARDIAN}


@pytest.fixture
def keyring() -> Keyring:
    return new_keyring(cost=CHEAP)


def entitle_family(keyring: Keyring) -> None:
    keyring.entitle("asha", edition="family", keyholders={**BOTH, ASHA: Role.STUDENT})
    keyring.entitle("ravi", edition="family", keyholders={MUM: Role.GUARDIAN})


def together(keyring: Keyring) -> set[str]:
    return {site.key.site for site in keyring.sites}


def test_a_site_keeps_its_key_while_its_keyholders_stay_or_grow(keyring: Keyring) -> None:
    first = keyring.entitle("asha", edition="family", keyholders={MUM: Role.GUARDIAN})
    assert keyring.entitle("asha", edition="family", keyholders=BOTH) == first
    assert keyring.entitle("asha", edition="family", keyholders={**BOTH, DAD: Role.STAFF}) == first
    assert first.epoch == 1


def test_a_new_epoch_begins_when_a_keyholder_is_gone(keyring: Keyring) -> None:
    first = keyring.entitle("asha", edition="family", keyholders=BOTH)
    salt = keyring.sites[0].salt
    second = keyring.entitle("asha", edition="family", keyholders={MUM: Role.GUARDIAN})
    assert (second.site, second.epoch) == (first.site, 2)
    assert second.content_key != first.content_key
    assert keyring.sites[0].salt != salt
    assert keyring.entitle("asha", edition="family", keyholders={MUM: Role.GUARDIAN}) == second


def test_sites_and_people_have_nothing_in_common(keyring: Keyring) -> None:
    entitle_family(keyring)
    keyring.entitle("asha", edition="showcase", keyholders=BOTH)
    assert len(together(keyring)) == 3
    assert len({site.key.content_key for site in keyring.sites}) == 3
    assert len({site.salt for site in keyring.sites}) == 3
    assert len({holder.words for holder in keyring.keyholders}) == 3
    assert len({holder.link for holder in keyring.keyholders}) == 3


def test_words_open_every_portfolio_of_their_person_and_no_other(keyring: Keyring) -> None:
    entitle_family(keyring)
    slots = keyring.slots("asha", edition="family", together=together(keyring)).data
    asha, ravi = keyring.sites
    header = read_header(slots, folder_name=asha.key.site)
    mum = open_slot(slots, header=header, secret=keyring.keyholder(MUM).words)
    assert (mum.key, mum.siblings, mum.role) == (asha.key, (ravi.key,), Role.GUARDIAN)
    dad = open_slot(slots, header=header, secret=keyring.keyholder(DAD).link)
    assert (dad.key, dad.siblings) == (asha.key, ())
    child = open_slot(slots, header=header, secret=keyring.keyholder(ASHA).words)
    assert (child.role, child.siblings) == (Role.STUDENT, ())


def test_a_sibling_that_is_not_published_is_not_named(keyring: Keyring) -> None:
    entitle_family(keyring)
    slots = keyring.slots("asha", edition="family", together=frozenset()).data
    header = read_header(slots, folder_name="")
    assert open_slot(slots, header=header, secret=keyring.keyholder(MUM).link).siblings == ()


def test_slots_come_out_the_same_again(keyring: Keyring) -> None:
    entitle_family(keyring)
    first = keyring.slots("asha", edition="family", together=together(keyring))
    assert keyring.slots("asha", edition="family", together=together(keyring)) == first


def test_argon2_runs_once_while_words_stay(keyring: Keyring) -> None:
    entitle_family(keyring)
    assert keyring.stretch(threads=2) == 4
    assert keyring.stretch(threads=2) == 0
    keyring.entitle("asha", edition="family", keyholders=BOTH)
    assert keyring.stretch(threads=2) == 2
    keyring.renew(MUM)
    assert keyring.stretch(threads=2) == 3


def test_renewed_words_open_and_old_ones_do_not(keyring: Keyring) -> None:
    entitle_family(keyring)
    old = keyring.keyholder(MUM)
    new = keyring.renew(MUM)
    assert (new.words, new.link) != (old.words, old.link)
    assert [site.key.epoch for site in keyring.sites] == [2, 2]
    assert [record.student for record in keyring.held_by(MUM)] == ["asha", "ravi"]


def test_the_generation_grows_with_the_content_only(keyring: Keyring) -> None:
    entitle_family(keyring)
    first = keyring.stamp("asha", edition="family", fingerprint="a", today=TODAY)
    again = keyring.stamp("asha", edition="family", fingerprint="a", today=date(2027, 1, 1))
    second = keyring.stamp("asha", edition="family", fingerprint="b", today=date(2027, 1, 2))
    assert (first.generation, first.published) == (1, TODAY)
    assert again == first
    assert (second.generation, second.published) == (2, date(2027, 1, 2))


def test_an_unknown_site_is_named(keyring: Keyring) -> None:
    with pytest.raises(KeyringError, match='no family portfolio for "noor"'):
        keyring.slots("noor", edition="family", together=set())


def test_what_was_made_is_there_the_next_time(tmp_path: Path) -> None:
    with open_keyring(tmp_path, today=TODAY, cost=CHEAP) as kept:
        entitle_family(kept.keyring)
        kept.keyring.stretch(threads=1)
        kept.keyring.stamp("asha", edition="family", fingerprint="a", today=TODAY)
        before = (kept.keyring.sites, kept.keyring.keyholders, kept.keyring.secret)
        slots = kept.keyring.slots("asha", edition="family", together=together(kept.keyring))
    with open_keyring(tmp_path, today=TODAY) as kept:
        assert (kept.keyring.sites, kept.keyring.keyholders, kept.keyring.secret) == before
        assert kept.keyring.slots("asha", edition="family", together=together(kept.keyring)) == slots


def test_an_unchanged_keyring_is_not_written_again(tmp_path: Path) -> None:
    with open_keyring(tmp_path, today=TODAY, cost=CHEAP) as kept:
        entitle_family(kept.keyring)
        assert kept.save()
        assert not kept.save()
    before = (tmp_path / KEYRING_NAME).read_bytes()
    with open_keyring(tmp_path, today=TODAY) as kept:
        entitle_family(kept.keyring)
    assert (tmp_path / KEYRING_NAME).read_bytes() == before


def build_that_fails(folder: Path) -> None:
    with open_keyring(folder, today=TODAY, cost=CHEAP) as kept:
        entitle_family(kept.keyring)
        raise RuntimeError(kept.keyring.keyholder(MUM).link.text)


def test_keys_are_kept_even_when_the_build_fails(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError) as failed:
        build_that_fails(tmp_path)
    with open_keyring(tmp_path, today=TODAY) as kept:
        assert kept.keyring.keyholder(MUM).link.text == str(failed.value)


def test_nothing_readable_lies_in_the_keyring(tmp_path: Path) -> None:
    with open_keyring(tmp_path, today=TODAY, cost=CHEAP) as kept:
        entitle_family(kept.keyring)
        words = kept.keyring.keyholder(MUM).words.text.encode()
        assert "secret" not in repr(kept).lower()
    data = (tmp_path / KEYRING_NAME).read_bytes()
    assert data.startswith(b"age-encryption.org/v1")
    assert b"asha" not in data
    assert words not in data


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps a profile's files to their owner by folder"
)
def test_only_the_owner_can_read_what_opens_portfolios(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with open_keyring(home, today=TODAY) as kept:
        assert kept.recovery_file
        for path in (kept.path, home / IDENTITY_NAME, kept.recovery_file):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_the_recovery_key_opens_the_keyring_in_place_of_the_identity(tmp_path: Path) -> None:
    with open_keyring(tmp_path, today=TODAY, cost=CHEAP) as kept:
        entitle_family(kept.keyring)
        words = kept.keyring.keyholder(MUM).words
        recovery = kept.recovery_file
    assert recovery == tmp_path / "recovery-2026-11-23.txt"
    recovery.replace(tmp_path / IDENTITY_NAME)
    with open_keyring(tmp_path, today=TODAY) as kept:
        assert kept.recovery_file is None
        assert kept.keyring.keyholder(MUM).words == words
        kept.keyring.keyholder("person:new")
    with open_keyring(tmp_path, today=TODAY) as kept:
        assert len(kept.keyring.keyholders) == 4


def test_half_a_keyring_is_never_made_whole_by_a_new_one(tmp_path: Path) -> None:
    with open_keyring(tmp_path, today=TODAY):
        pass
    identity, keys = tmp_path / IDENTITY_NAME, tmp_path / KEYRING_NAME
    saved = {path: path.read_bytes() for path in (identity, keys)}
    for missing, other, reason in ((identity, keys, "no-identity"), (keys, identity, "no-keyring")):
        missing.unlink()
        with pytest.raises(KeyringError) as refused, open_keyring(tmp_path, today=TODAY):
            pass
        assert refused.value.reason == reason
        assert "backup" in refused.value.hint
        assert not missing.exists()
        assert other.read_bytes() == saved[other]
        missing.write_bytes(saved[missing])


@pytest.mark.parametrize("damage", [b"", b"age-encryption.org/v1\n", b"\x00" * 500])
def test_a_damaged_keyring_is_refused_and_left_alone(damage: bytes, tmp_path: Path) -> None:
    with open_keyring(tmp_path, today=TODAY):
        pass
    (tmp_path / KEYRING_NAME).write_bytes(damage)
    with pytest.raises(KeyringError) as refused, open_keyring(tmp_path, today=TODAY):
        pass
    assert refused.value.reason == "does-not-open"
    assert (tmp_path / KEYRING_NAME).read_bytes() == damage


def test_the_identity_of_another_keyring_does_not_open_this_one(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with open_keyring(tmp_path / name, today=TODAY):
            pass
    (tmp_path / "two" / IDENTITY_NAME).replace(tmp_path / "one" / IDENTITY_NAME)
    with (
        pytest.raises(KeyringError, match="belongs to another keyring"),
        open_keyring(tmp_path / "one", today=TODAY),
    ):
        pass


@pytest.mark.parametrize("text", ["", "# nothing", "AGE-SECRET-KEY-1NOTAKEY", "\x00\xff"])
def test_an_identity_that_is_none_is_refused_without_showing_it(text: str, tmp_path: Path) -> None:
    with open_keyring(tmp_path, today=TODAY):
        pass
    (tmp_path / IDENTITY_NAME).write_text(text, encoding="latin-1")
    with pytest.raises(KeyringError) as refused, open_keyring(tmp_path, today=TODAY):
        pass
    assert refused.value.reason == "bad-identity"
    assert refused.value.__cause__ is None
    assert "NOTAKEY" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"{}", "not-a-keyring"),
        (b"[]", "not-a-keyring"),
        (b"hello", "not-a-keyring"),
        (b'{"format":"kinfolio/keyring/2"}', "unknown-version"),
        (b'{"format":"kinfolio/keyring/1","secret":"!","keyholders":[],"sites":[]}', "not-a-keyring"),
    ],
)
def test_an_age_file_with_something_else_in_it_is_refused(text: bytes, reason: str, tmp_path: Path) -> None:
    with open_keyring(tmp_path, today=TODAY):
        pass
    lines = (tmp_path / IDENTITY_NAME).read_text(encoding="utf-8").split()
    identity = pyrage.x25519.Identity.from_str(lines[-1])
    (tmp_path / KEYRING_NAME).write_bytes(pyrage.encrypt(text, [identity.to_public()]))
    with pytest.raises(KeyringError) as refused, open_keyring(tmp_path, today=TODAY):
        pass
    assert refused.value.reason == reason


def test_two_builds_at_once_are_told_apart(tmp_path: Path) -> None:
    program = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from generator.vault.errors import KeyringError\n"
        "from generator.vault.keyring_file import open_keyring\n"
        "try:\n"
        "    with open_keyring(Path(sys.argv[1]), today=date(2026, 11, 23)): print('opened')\n"
        "except KeyringError as refused: print(refused.reason)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}

    def other_build() -> str:
        return subprocess.run(
            command, capture_output=True, check=True, env=environment, text=True
        ).stdout.strip()

    with open_keyring(tmp_path, today=TODAY):
        assert other_build() == "in-use"
    assert other_build() == "opened"


def test_a_crash_while_saving_leaves_the_last_keyring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_keyring(tmp_path, today=TODAY, cost=CHEAP) as kept:
        entitle_family(kept.keyring)
    before = (tmp_path / KEYRING_NAME).read_bytes()

    def no_room(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", no_room)
        with pytest.raises(OSError, match="No space left"), open_keyring(tmp_path, today=TODAY) as kept:
            kept.keyring.keyholder("person:new")
    assert (tmp_path / KEYRING_NAME).read_bytes() == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_dearer_cost_begins_with_the_next_epoch(tmp_path: Path) -> None:
    with open_keyring(tmp_path, today=TODAY, cost=CHEAP) as kept:
        kept.keyring.entitle("asha", edition="family", keyholders=BOTH)
    dear = Cost(memory_kib=32_768, passes=1)
    with open_keyring(tmp_path, today=TODAY, cost=dear) as kept:
        kept.keyring.entitle("asha", edition="family", keyholders=BOTH)
        assert kept.keyring.sites[0].cost == CHEAP
        kept.keyring.entitle("asha", edition="family", keyholders={MUM: Role.GUARDIAN})
        assert kept.keyring.sites[0].cost == dear


def test_invitations_and_the_signing_key_are_kept(tmp_path: Path) -> None:
    guest = Invitation(
        person="nan", name="Nan Lee", language="fr", role=Role.GUARDIAN, students=frozenset({"asha", "ravi"})
    )
    with open_keyring(tmp_path / "keys", today=TODAY, cost=CHEAP) as kept:
        kept.keyring.invite(guest)
        school = kept.keyring.signing_key
    with open_keyring(tmp_path / "keys", today=TODAY, cost=CHEAP) as kept:
        assert kept.keyring.invitations == (guest,)
        assert kept.keyring.signing_key == school


def test_an_invitation_grows_and_shrinks(keyring: Keyring) -> None:
    guest = Invitation(person="nan", name="Nan", language="en", role=Role.STAFF, students=frozenset({"asha"}))
    keyring.invite(guest)
    keyring.invite(replace(guest, students=frozenset({"ravi"})))
    assert [one.students for one in keyring.invitations] == [{"asha", "ravi"}]
    keyring.take_back("nan", students=frozenset({"asha"}))
    assert [one.students for one in keyring.invitations] == [{"ravi"}]
    keyring.take_back("nan", students=frozenset({"ravi"}))
    assert keyring.invitations == ()


def test_staff_get_no_siblings_and_so_may_read_a_whole_class(keyring: Keyring) -> None:
    students = [f"student-{number}" for number in range(12)]
    for student in students:
        keyring.entitle(student, edition="family", keyholders={"teacher": Role.STAFF})
    link = keyring.keyholder("teacher").link
    slots = keyring.slots("student-3", edition="family", together=together(keyring)).data
    opened = open_slot(slots, header=read_header(slots, folder_name=""), secret=link)
    assert (opened.role, opened.siblings) == (Role.STAFF, ())


def test_forgetting_a_student_destroys_keys_and_the_words_nobody_needs(keyring: Keyring) -> None:
    entitle_family(keyring)
    keyring.forget("asha", editions={"family"})
    assert [site.student for site in keyring.sites] == ["ravi"]
    assert [holder.person for holder in keyring.keyholders] == [MUM]
    again = keyring.entitle("asha", edition="family", keyholders=BOTH)
    assert again.epoch == 1
    assert {site.student for site in keyring.held_by(MUM)} == {"asha", "ravi"}
