"""The keyring as JSON inside its age file: deterministic, so that an unchanged keyring is not written again."""

import base64
import json
from datetime import date
from typing import Any, Final

from generator.vault.errors import KeyringError
from generator.vault.keyring import Keyring
from generator.vault.keyring_records import Invitation, Keyholder, SiteRecord, Stamp
from generator.vault.keys import SiteKey
from generator.vault.links import LinkKey
from generator.vault.passphrase import Words
from generator.vault.signing import SigningKey, new_signing_key
from generator.vault.slots import Cost, Role

_FORMAT: Final = "kinfolio/keyring/1"


def keyring_text(keyring: Keyring, *, recovery: str) -> bytes:
    """The keyring and the public half of its recovery key, as UTF-8 JSON, one line for each person and site."""
    value = {
        "format": _FORMAT,
        "recovery": recovery,
        "secret": _encoded(keyring.secret),
        "signing": _encoded(keyring.signing_key.seed),
        "keyholders": [
            {"person": holder.person, "words": holder.words.text, "link": _encoded(holder.link.raw)}
            for holder in keyring.keyholders
        ],
        "sites": [_site_value(site) for site in keyring.sites],
        "invitations": [_invitation_value(invitation) for invitation in keyring.invitations],
    }
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode()


def keyring_from(text: bytes, *, cost: Cost) -> tuple[Keyring, str]:
    """The keyring and its recovery recipient. Raises KeyringError; the text itself is never in the message."""
    try:
        value = json.loads(text)
        if value["format"] != _FORMAT:
            raise KeyringError(
                "the keyring was written by a newer Kinfolio",
                reason="unknown-version",
                hint="update Kinfolio",
            )
        keyring = Keyring(
            secret=_decoded(value["secret"]),
            signing_key=_signing_key(value),
            keyholders=[_keyholder(entry) for entry in value["keyholders"]],
            sites=[_site(entry) for entry in value["sites"]],
            invitations=[_invitation(entry) for entry in value.get("invitations", ())],
            cost=cost,
        )
        return keyring, str(value["recovery"])
    except (ValueError, KeyError, TypeError, AttributeError):
        # Without a cause: its text could quote a secret.
        raise KeyringError(
            "the keyring opens and holds something else than keys",
            reason="not-a-keyring",
            hint="bring the keyring's folder back from your backup",
        ) from None


def _signing_key(value: dict[str, Any]) -> SigningKey:
    # A keyring of before there were signatures gets its key when it is opened next.
    return SigningKey(seed=_decoded(value["signing"])) if "signing" in value else new_signing_key()


def _site_value(site: SiteRecord) -> dict[str, Any]:
    value: dict[str, Any] = {
        "student": site.student,
        "edition": site.edition,
        "site": site.key.site,
        "epoch": site.key.epoch,
        "key": _encoded(site.key.content_key),
        "salt": _encoded(site.salt),
        "cost": [site.cost.memory_kib, site.cost.passes, site.cost.lanes],
        "keyholders": [[person, role.name.lower()] for person, role in site.keyholders],
        "words_keks": [[person, _encoded(kek)] for person, kek in site.words_keks],
    }
    if site.stamp:
        stamp = site.stamp
        value["stamp"] = [stamp.generation, stamp.published.isoformat(), stamp.fingerprint]
    return value


def _site(value: dict[str, Any]) -> SiteRecord:
    memory_kib, passes, lanes = value["cost"]
    stamp = None
    if "stamp" in value:
        generation, published, fingerprint = value["stamp"]
        stamp = Stamp(generation=generation, published=date.fromisoformat(published), fingerprint=fingerprint)
    return SiteRecord(
        student=value["student"],
        edition=value["edition"],
        key=SiteKey(site=value["site"], epoch=value["epoch"], content_key=_decoded(value["key"])),
        salt=_decoded(value["salt"]),
        cost=Cost(memory_kib=memory_kib, passes=passes, lanes=lanes),
        keyholders=tuple((person, Role[role.upper()]) for person, role in value["keyholders"]),
        words_keks=tuple((person, _decoded(kek)) for person, kek in value["words_keks"]),
        stamp=stamp,
    )


def _invitation_value(invitation: Invitation) -> dict[str, Any]:
    return {
        "person": invitation.person,
        "name": invitation.name,
        "language": invitation.language,
        "role": invitation.role.name.lower(),
        "students": sorted(invitation.students),
    }


def _invitation(value: dict[str, Any]) -> Invitation:
    return Invitation(
        person=value["person"],
        name=value["name"],
        language=value["language"],
        role=Role[value["role"].upper()],
        students=frozenset(value["students"]),
    )


def _keyholder(value: dict[str, Any]) -> Keyholder:
    return Keyholder(
        person=value["person"], words=Words(value["words"]), link=LinkKey(_decoded(value["link"]))
    )


def _encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _decoded(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
