"""Reading the file `slots`: every check before any work, then one key tried on all sixteen."""

from dataclasses import dataclass
from typing import Final

from generator.vault import cobblestone
from generator.vault.errors import DamagedSlots, ForeignFile, NotASlot, UnknownVersion, WrongLink, WrongWords
from generator.vault.keys import SiteKey, is_site_id, site_id_from
from generator.vault.links import LinkKey
from generator.vault.passphrase import Words
from generator.vault.slots import (
    CONTENT_SIZE,
    ENTRY_HEAD,
    ENTRY_SIBLING,
    HEADER,
    MAGIC,
    MOST_SIBLINGS,
    SLOT_COUNT,
    SLOT_SIZE,
    SLOTS_FILE_SIZE,
    VERSION,
    Cost,
    Role,
    SlotsHeader,
    link_kek,
    slot_context,
    words_kek,
)

_AGAIN: Final = "download the portfolio again"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSlot:
    """What a keyholder's slot held."""

    role: Role
    key: SiteKey
    school: bytes
    """The public half of the school's signing key."""
    siblings: tuple[SiteKey, ...]


def read_header(slots: bytes, *, folder_name: str) -> SlotsHeader:
    """The header, checked as the format demands, before anything is derived from words.

    `folder_name` is the name of the folder the file came from; when it looks like a site id it must be this one's.
    """
    if slots[: len(MAGIC)] != MAGIC or len(slots) <= len(MAGIC):
        raise NotASlot("this is not the key file of a portfolio", reason="not-slots", hint=_AGAIN)
    if slots[len(MAGIC)] != VERSION:
        raise UnknownVersion("the portfolio was made by a newer Kinfolio", layer="slots")
    if len(slots) != SLOTS_FILE_SIZE:
        raise _damaged(f"the key file has {len(slots)} bytes instead of {SLOTS_FILE_SIZE}")
    fields = HEADER.unpack_from(slots)
    slot_count, slot_size, epoch, memory_kib, passes, lanes, salt, raw_site, reserved = fields[2:]
    if (slot_count, slot_size) != (SLOT_COUNT, SLOT_SIZE) or epoch == 0 or any(reserved):
        raise _damaged("the head of the key file is damaged")
    cost = Cost(memory_kib=memory_kib, passes=passes, lanes=lanes)
    if not cost.is_acceptable:
        raise DamagedSlots(
            "the key file asks for a cost outside the agreed limits: somebody changed it",
            reason="cost-out-of-limits",
            hint="do not type the words again; tell the school",
        )
    site = site_id_from(raw_site)
    if is_site_id(folder_name) and folder_name != site:
        raise ForeignFile(
            "the key file belongs to another portfolio than its folder",
            layer="slots",
            reason="foreign-site",
            hint=_AGAIN,
        )
    return SlotsHeader(site=site, epoch=epoch, salt=salt, cost=cost)


def open_slot(slots: bytes, *, header: SlotsHeader, secret: Words | LinkKey) -> OpenedSlot:
    """The slot this secret opens. Raises WrongWords or WrongLink when there is none."""
    if isinstance(secret, Words):
        kek = words_kek(secret, salt=header.salt, cost=header.cost)
    else:
        kek = link_kek(secret, salt=header.salt)
    context = slot_context(slots[: HEADER.size], site=header.site)
    for start in range(HEADER.size, SLOTS_FILE_SIZE, SLOT_SIZE):
        try:
            content = cobblestone.unseal(slots[start : start + SLOT_SIZE], key=kek, context=context)
        except cobblestone.SealBroken:
            continue
        return _opened(content, header=header)
    if isinstance(secret, Words):
        raise WrongWords(
            "these words do not open this portfolio",
            reason="opens-nothing",
            hint="compare them with the newest letter; an older one may have been renewed",
        )
    raise WrongLink(
        "this link does not open this portfolio",
        reason="opens-nothing",
        hint="use the newest letter; an older one may have been renewed",
    )


def _opened(content: bytes, *, header: SlotsHeader) -> OpenedSlot:
    version, role, sibling_count, content_key, school = ENTRY_HEAD.unpack_from(content)
    if version != VERSION:
        raise UnknownVersion("the portfolio was made by a newer Kinfolio", layer="slots")
    rest_start = ENTRY_HEAD.size + sibling_count * ENTRY_SIBLING.size
    if role not in tuple(Role) or sibling_count > MOST_SIBLINGS or any(content[rest_start:CONTENT_SIZE]):
        raise DamagedSlots("the slot holds what no slot may hold", reason="bad-slot", hint=_AGAIN)
    siblings = tuple(ENTRY_SIBLING.iter_unpack(content[ENTRY_HEAD.size : rest_start]))
    if any(epoch == 0 for _, epoch, _ in siblings):
        raise DamagedSlots("the slot holds what no slot may hold", reason="bad-slot", hint=_AGAIN)
    return OpenedSlot(
        role=Role(role),
        key=SiteKey(site=header.site, epoch=header.epoch, content_key=content_key),
        school=school,
        siblings=tuple(
            SiteKey(site=site_id_from(raw), epoch=epoch, content_key=key) for raw, epoch, key in siblings
        ),
    )


def _damaged(message: str) -> DamagedSlots:
    return DamagedSlots(message, reason="bad-header", hint=_AGAIN)
