from dataclasses import replace

import pytest

from generator.vault.errors import DoesNotFit, WrongLink
from generator.vault.keys import SiteKey, site_id_from
from generator.vault.links import LinkKey
from generator.vault.slots import (
    SLOT_COUNT,
    SLOT_SIZE,
    SLOTS_FILE_SIZE,
    Cost,
    Role,
    Slot,
    SlotsHeader,
    slots_file,
)
from generator.vault.slots import link_kek as kek_of_link
from generator.vault.slots_reading import open_slot, read_header
from tests.schools.cost import CHEAP
from tests.vault.conftest import SIGNING

SECRET = b"x" * 32


@pytest.fixture
def header(key: SiteKey) -> SlotsHeader:
    return SlotsHeader(site=key.site, epoch=key.epoch, salt=b"s" * 16, cost=CHEAP)


def link(number: int) -> LinkKey:
    return LinkKey(bytes([number]) * 16)


def slot(number: int, *, header: SlotsHeader, siblings: tuple[SiteKey, ...] = ()) -> Slot:
    return Slot(kek=kek_of_link(link(number), salt=header.salt), role=Role.GUARDIAN, siblings=siblings)


def boxes(file: bytes) -> set[bytes]:
    return {file[start : start + SLOT_SIZE] for start in range(64, SLOTS_FILE_SIZE, SLOT_SIZE)}


@pytest.mark.parametrize("count", [0, 1, 7, SLOT_COUNT])
def test_the_file_is_as_large_for_nobody_as_for_everybody(
    count: int, key: SiteKey, header: SlotsHeader
) -> None:
    slots = [slot(number, header=header) for number in range(count)]
    file = slots_file(slots, key=key, school=SIGNING.public, header=header, secret=SECRET)
    assert len(file) == SLOTS_FILE_SIZE == 8256
    assert len(boxes(file)) == SLOT_COUNT
    for number in range(count):
        opened = open_slot(file, header=read_header(file, folder_name=key.site), secret=link(number))
        assert (opened.key, opened.role) == (key, Role.GUARDIAN)
    with pytest.raises(WrongLink):
        open_slot(file, header=header, secret=link(99))


def test_the_same_slots_give_the_same_bytes_in_any_order(key: SiteKey, header: SlotsHeader) -> None:
    slots = [slot(number, header=header) for number in range(5)]
    file = slots_file(slots, key=key, school=SIGNING.public, header=header, secret=SECRET)
    assert slots_file(slots[::-1], key=key, school=SIGNING.public, header=header, secret=SECRET) == file


def test_one_more_keyholder_changes_every_slot(key: SiteKey, header: SlotsHeader) -> None:
    slots = [slot(number, header=header) for number in range(5)]
    before = slots_file(slots[:4], key=key, school=SIGNING.public, header=header, secret=SECRET)
    after = slots_file(slots, key=key, school=SIGNING.public, header=header, secret=SECRET)
    assert not boxes(before) & boxes(after)


def test_unused_slots_need_the_secret_of_the_keyring(key: SiteKey, header: SlotsHeader) -> None:
    one = slots_file([slot(1, header=header)], key=key, school=SIGNING.public, header=header, secret=SECRET)
    other = slots_file(
        [slot(1, header=header)], key=key, school=SIGNING.public, header=header, secret=b"y" * 32
    )
    assert not boxes(one) & boxes(other)


def test_eight_siblings_fit_and_nine_do_not(key: SiteKey, header: SlotsHeader) -> None:
    siblings = tuple(
        SiteKey(site=site_id_from(bytes([number]) * 10), epoch=number + 1, content_key=bytes([number]) * 32)
        for number in range(9)
    )
    file = slots_file(
        [slot(1, header=header, siblings=siblings[:8])],
        key=key,
        school=SIGNING.public,
        header=header,
        secret=SECRET,
    )
    assert open_slot(file, header=header, secret=link(1)).siblings == siblings[:8]
    with pytest.raises(DoesNotFit, match="keys to 9 portfolios"):
        slots_file(
            [slot(1, header=header, siblings=siblings)],
            key=key,
            school=SIGNING.public,
            header=header,
            secret=SECRET,
        )


def test_more_slots_than_there_are_do_not_fit(key: SiteKey, header: SlotsHeader) -> None:
    slots = [slot(number, header=header) for number in range(SLOT_COUNT + 1)]
    with pytest.raises(DoesNotFit, match="room for 8 keyholders"):
        slots_file(slots, key=key, school=SIGNING.public, header=header, secret=SECRET)


@pytest.mark.parametrize("cost", [Cost(memory_kib=19_455), Cost(passes=11), Cost(lanes=4)])
def test_a_cost_no_reader_takes_is_not_written(cost: Cost, key: SiteKey, header: SlotsHeader) -> None:
    with pytest.raises(DoesNotFit):
        slots_file([], key=key, school=SIGNING.public, header=replace(header, cost=cost), secret=SECRET)


def test_the_usual_cost_is_the_one_of_rfc_9106_for_small_devices() -> None:
    assert Cost() == Cost(memory_kib=65_536, passes=3, lanes=1)
    assert Cost().is_acceptable
