import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vault.padding import BadFrame, frame, frame_size, unframe


@given(st.binary(max_size=10_000))
def test_a_frame_gives_its_data_back(data: bytes) -> None:
    framed = frame(data)
    assert len(framed) == frame_size(len(data))
    assert unframe(framed) == data


@given(st.integers(min_value=4088, max_value=2**40))
def test_padding_costs_at_most_an_eighth(length: int) -> None:
    assert length + 8 <= frame_size(length) <= (length + 8) * 1.12


@given(st.integers(min_value=0, max_value=2**30), st.integers(min_value=0, max_value=2**20))
def test_more_data_never_has_a_smaller_frame(length: int, more: int) -> None:
    assert frame_size(length) <= frame_size(length + more)


@pytest.mark.parametrize(
    "framed",
    [
        b"",
        bytes(4095),
        bytes(4097),
        bytes(8192),
        (4089).to_bytes(8, "big") + bytes(4088),
        (2**64 - 1).to_bytes(8, "big") + bytes(4088),
        (5).to_bytes(8, "big") + b"hello" + bytes(4082) + b"\x01",
        (4).to_bytes(8, "big") + b"hello" + bytes(4083),
    ],
    ids=["empty", "short", "odd", "long", "beyond", "far beyond", "last byte", "first byte"],
)
def test_a_frame_nobody_writes_is_refused(framed: bytes) -> None:
    with pytest.raises(BadFrame):
        unframe(framed)
