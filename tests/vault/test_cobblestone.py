import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vault.cobblestone import (
    CHUNK_SIZE,
    CutShort,
    NotAuthentic,
    SealBroken,
    has_message_length,
    seal,
    sealed_size,
    unseal,
)

KEY, SALT = b"k" * 32, b"s" * 24


@pytest.mark.parametrize(
    "size", [0, 1, CHUNK_SIZE - 1, CHUNK_SIZE, CHUNK_SIZE + 1, 2 * CHUNK_SIZE, 300 * CHUNK_SIZE + 5]
)
def test_any_length_comes_back_whole(size: int) -> None:
    plaintext = hashlib.shake_128(b"x").digest(size)
    sealed = seal(plaintext, key=KEY, context=b"c", salt=SALT)
    assert len(sealed) == sealed_size(size)
    assert unseal(sealed, key=KEY, context=b"c") == plaintext


@pytest.mark.parametrize("size", [CHUNK_SIZE - 1, CHUNK_SIZE, 2 * CHUNK_SIZE + 10])
def test_a_message_cut_anywhere_near_an_edge_is_refused(size: int) -> None:
    sealed = seal(bytes(size), key=KEY, context=b"", salt=SALT)
    edges = {0, 24, 56, 72, 56 + CHUNK_SIZE + 16, 56 + 2 * (CHUNK_SIZE + 16), len(sealed)}
    for edge in edges:
        for kept in range(max(0, edge - 20), min(len(sealed), edge + 20)):
            with pytest.raises(SealBroken):
                unseal(sealed[:kept], key=KEY, context=b"")


def test_a_cut_after_whole_chunks_is_known_by_its_length() -> None:
    sealed = seal(bytes(2 * CHUNK_SIZE), key=KEY, context=b"", salt=SALT)
    with pytest.raises(CutShort):
        unseal(sealed[:-16], key=KEY, context=b"")


def test_another_context_or_key_opens_nothing() -> None:
    sealed = seal(b"hello", key=KEY, context=b"here", salt=SALT)
    with pytest.raises(NotAuthentic):
        unseal(sealed, key=KEY, context=b"there")
    with pytest.raises(NotAuthentic):
        unseal(sealed, key=b"K" * 32, context=b"here")
    with pytest.raises(NotAuthentic):
        unseal(sealed, key=KEY + b"k", context=b"here")


def test_keys_and_salts_of_another_length_are_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="a key has 32 bytes"):
        seal(b"", key=b"short", context=b"", salt=SALT)
    with pytest.raises(ValueError, match="a salt 24"):
        seal(b"", key=KEY, context=b"", salt=b"short")


@given(plaintext=st.binary(max_size=200), context=st.binary(max_size=50), bit=st.integers(min_value=0))
def test_no_flipped_bit_is_accepted(plaintext: bytes, context: bytes, bit: int) -> None:
    sealed = bytearray(seal(plaintext, key=KEY, context=context, salt=SALT))
    assert unseal(bytes(sealed), key=KEY, context=context) == plaintext
    at = bit % (len(sealed) * 8)
    sealed[at // 8] ^= 1 << at % 8
    with pytest.raises(NotAuthentic):
        unseal(bytes(sealed), key=KEY, context=context)


@given(size=st.integers(min_value=0, max_value=10**7))
def test_every_sealed_size_is_a_message_length(size: int) -> None:
    assert has_message_length(sealed_size(size))
