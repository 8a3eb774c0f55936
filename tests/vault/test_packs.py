import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vault.packs import BadPack, Pack, Text, compressed, decompressed, into_packs


def text(path: str, *, size: int = 9_000, first: bool = False, media_type: str = "text/html") -> Text:
    return Text(path=path, media_type=media_type, data=b"x" * size, first=first)


PAGES = tuple(text(f"e/{number}.html") for number in range(200))


def groups(packs: tuple[Pack, ...]) -> dict[str, tuple[str, ...]]:
    return {pack.path: tuple(one.path for one in pack.texts) for pack in packs}


def test_packs_are_about_128_kib() -> None:
    packs = into_packs(PAGES)
    total = sum(len(page.data) for page in PAGES)
    assert 64 * 1024 < total / len(packs) < 256 * 1024
    assert max(len(pack.data) for pack in packs) <= 1_048_576


def test_an_edited_page_moves_no_other() -> None:
    edited = tuple(text(page.path, size=9_500) if page.path == "e/90.html" else page for page in PAGES)
    assert groups(into_packs(edited)) == groups(into_packs(PAGES))


def test_a_new_page_changes_one_pack_or_cuts_it_in_two() -> None:
    grown = (*PAGES[:90], text("e/new.html"), *PAGES[90:])
    before, after = groups(into_packs(PAGES)), groups(into_packs(grown))
    assert len([paths for paths in after.values() if paths not in before.values()]) <= 2


def test_what_is_first_comes_first_and_kinds_do_not_mix_after_it() -> None:
    home = text("index.html", first=True)
    search = text("search.json", media_type="application/json")
    first, *rest = into_packs((*PAGES[:3], search, home))
    assert (first.path, first.texts) == ("pack/first", (home,))
    assert all(len({one.media_type for one in pack.texts}) == 1 for pack in rest)


def test_no_text_means_no_pack() -> None:
    assert into_packs(()) == ()


@given(st.lists(st.integers(min_value=0, max_value=2_000_000), max_size=30))
def test_every_text_is_in_exactly_one_pack_in_its_order(sizes: list[int]) -> None:
    texts = tuple(text(f"{number}.html", size=size) for number, size in enumerate(sizes))
    packs = into_packs(texts)
    assert tuple(one for pack in packs for one in pack.texts) == texts
    assert len({pack.path for pack in packs}) == len(packs)


@given(st.binary(max_size=5_000))
def test_what_is_compressed_comes_back(data: bytes) -> None:
    assert decompressed(compressed(data)) == data


def test_a_stream_that_would_fill_the_memory_is_stopped() -> None:
    with pytest.raises(BadPack):
        decompressed(zlib.compress(bytes(10_000_000)), most=1_000)


def test_one_byte_more_than_agreed_is_refused() -> None:
    assert decompressed(zlib.compress(b"hello"), most=5) == b"hello"
    with pytest.raises(BadPack):
        decompressed(zlib.compress(b"hello"), most=4)


@pytest.mark.parametrize(
    "data", [b"", b"plain", zlib.compress(b"hello")[:-1], zlib.compress(b"hello") + b"!"]
)
def test_anything_but_one_whole_stream_is_refused(data: bytes) -> None:
    with pytest.raises(BadPack):
        decompressed(data)
