"""Where the keyring is kept: an ordinary age file, the identity that opens it, and a recovery key to print.

`age --decrypt --identity identity.txt keyring.age` opens it without us. With the identity lost, the recovery file
put in its place does the same.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import pyrage

from generator.vault.errors import KeyringError
from generator.vault.folder_lock import only_one
from generator.vault.keyring import Keyring, new_keyring
from generator.vault.keyring_json import keyring_from, keyring_text
from generator.vault.slots import Cost

KEYRING_NAME: Final = "keyring.age"
IDENTITY_NAME: Final = "identity.txt"
_LOCK_NAME: Final = "keyring.lock"
_WHAT_IT_OPENS: Final = f"Opens {KEYRING_NAME}. Whoever holds both can read every portfolio."
_SECRET_LINE: Final = "AGE-SECRET-KEY-"  # noqa: S105 - how such a line begins, not a secret


@dataclass(kw_only=True)
class KeptKeyring:
    """A keyring with its place on disk. `recovery_file` is set only when this opening made the keyring."""

    keyring: Keyring
    folder: Path
    recovery_file: Path | None
    _identity: pyrage.x25519.Identity = field(repr=False)
    _recovery: str = field(repr=False)
    _saved: bytes = field(repr=False)

    @property
    def path(self) -> Path:
        """The age file."""
        return self.folder / KEYRING_NAME

    def save(self) -> bool:
        """Writes the keyring if it changed, whole or not at all; says whether it did.

        Call it before anything sealed under a new key leaves this computer.
        """
        text = keyring_text(self.keyring, recovery=self._recovery)
        if text == self._saved:
            return False
        recipients = [self._identity.to_public(), pyrage.x25519.Recipient.from_str(self._recovery)]
        _write_private(self.path, pyrage.encrypt(text, recipients))
        self._saved = text
        return True


@contextmanager
def open_keyring(folder: Path, *, today: date, cost: Cost = Cost()) -> Iterator[KeptKeyring]:  # noqa: B008 - frozen
    """The keyring of this folder, for one process at a time; made when the folder holds none.

    It is saved at the end, after an exception too, so that no key that may have been used is ever lost.
    `cost` is for sites and epochs that begin now; `today` names the recovery file. Raises KeyringError when half of
    the keyring is missing or damaged, or another process uses it; a keyring is never made over an old one.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with only_one(folder / _LOCK_NAME):
        kept = _open_or_make(folder, today=today, cost=cost)
        try:
            yield kept
        finally:
            kept.save()


def recover_keyring(folder: Path, recovery: str) -> None:
    """Opens the keyring of this folder with the text of its recovery key, and makes it a new identity.

    The old identity opens no later keyring; the recovery key stays the same. The identity there may be missing,
    damaged or somebody else's. Raises KeyringError when this is no recovery key of this keyring; nothing has changed then.
    """
    with only_one(folder / _LOCK_NAME):
        if not (folder / KEYRING_NAME).exists():
            raise KeyringError(
                f"there is no {folder / KEYRING_NAME} to recover",
                reason="no-keyring",
                hint="bring the keyring's folder back from your backup first",
            )
        key = _identity_in(recovery, name="what was given")
        text = _decrypted(folder, identity=key)
        _, recipient = keyring_from(text, cost=Cost())
        if recipient != str(key.to_public()):
            raise KeyringError(
                "this key opens the keyring and is not its recovery key",
                reason="not-the-recovery-key",
                hint="a key that opens it may simply stay where it is; use the printed recovery key to make a new one",
            )
        fresh = pyrage.x25519.Identity.generate()
        sealed = pyrage.encrypt(text, [fresh.to_public(), key.to_public()])
        # In this order a crash between the two leaves a keyring that the recovery key opens again.
        _write_private(folder / KEYRING_NAME, sealed)
        _write_private(folder / IDENTITY_NAME, _identity_text(fresh, _WHAT_IT_OPENS))


def _open_or_make(folder: Path, *, today: date, cost: Cost) -> KeptKeyring:
    has_keyring, has_identity = (folder / KEYRING_NAME).exists(), (folder / IDENTITY_NAME).exists()
    if has_keyring and has_identity:
        return _open(folder, cost=cost)
    if has_keyring:
        raise KeyringError(
            f"{folder / IDENTITY_NAME} is missing, and nothing else opens the keyring beside it",
            reason="no-identity",
            hint=f"bring it back from your backup, or put the recovery file there under the name {IDENTITY_NAME}",
        )
    if has_identity:
        raise KeyringError(
            f"{folder / KEYRING_NAME} is missing; without it no letter handed out so far would open anything",
            reason="no-keyring",
            hint=f"bring it back from your backup; if there never was one, delete {IDENTITY_NAME} and build again",
        )
    return _make(folder, today=today, cost=cost)


def _make(folder: Path, *, today: date, cost: Cost) -> KeptKeyring:
    identity, recovery = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    recovery_file = _free_name(folder, stem=f"recovery-{today.isoformat()}")
    _write_private(
        recovery_file,
        _identity_text(
            recovery,
            "Kinfolio recovery key. Print this page, put it away safely, then delete the file.",
            f"If {IDENTITY_NAME} is ever lost: type or copy these lines into a file of that name beside {KEYRING_NAME}.",
        ),
    )
    _write_private(
        folder / IDENTITY_NAME,
        _identity_text(identity, _WHAT_IT_OPENS),
    )
    kept = KeptKeyring(
        keyring=new_keyring(cost=cost),
        folder=folder,
        recovery_file=recovery_file,
        _identity=identity,
        _recovery=str(recovery.to_public()),
        _saved=b"",
    )
    kept.save()
    return kept


def _open(folder: Path, *, cost: Cost) -> KeptKeyring:
    identity = _read_identity(folder / IDENTITY_NAME)
    text = _decrypted(folder, identity=identity)
    keyring, recovery = keyring_from(text, cost=cost)
    return KeptKeyring(
        keyring=keyring,
        folder=folder,
        recovery_file=None,
        _identity=identity,
        _recovery=recovery,
        _saved=text,
    )


def _decrypted(folder: Path, *, identity: pyrage.x25519.Identity) -> bytes:
    try:
        return pyrage.decrypt((folder / KEYRING_NAME).read_bytes(), [identity])
    except pyrage.DecryptError:
        raise KeyringError(
            f"{folder / KEYRING_NAME} does not open: it is damaged, or the key belongs to another keyring",
            reason="does-not-open",
            hint="bring both files back from the same backup; nothing has been changed",
        ) from None


def _read_identity(path: Path) -> pyrage.x25519.Identity:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except ValueError:
        text = ""
    return _identity_in(text, name=str(path))


def _identity_in(text: str, *, name: str) -> pyrage.x25519.Identity:
    try:
        (secret,) = (word for word in text.split() if word.upper().startswith(_SECRET_LINE))
        return pyrage.x25519.Identity.from_str(secret.upper())
    except (ValueError, pyrage.IdentityError):
        # Without a cause: its text could quote the secret.
        raise KeyringError(
            f"{name} does not hold a key that age knows",
            reason="bad-identity",
            hint="bring it back from your backup, or copy the line from the printed recovery key again",
        ) from None


def _identity_text(identity: pyrage.x25519.Identity, *remarks: str) -> bytes:
    lines = [*(f"# {remark}" for remark in remarks), f"# public key: {identity.to_public()}", str(identity)]
    return ("\n".join(lines) + "\n").encode()


def _free_name(folder: Path, *, stem: str) -> Path:
    path, number = folder / f"{stem}.txt", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.txt"
    return path


def _write_private(path: Path, data: bytes) -> None:
    # mkstemp makes the file readable by its owner only, on every system that knows owners.
    descriptor, waiting = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(waiting).replace(path)
    except BaseException:
        Path(waiting).unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    # Until its folder is on the disk too, a power cut could bring the old keyring back, without the newest keys.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
