"""Frames: data with its length, filled up to a Padmé size so that sizes say little."""

import struct
from typing import Final

LENGTH_SIZE: Final = 8
SMALLEST_FRAME: Final = 4096

_LENGTH: Final = struct.Struct(">Q")


class BadFrame(ValueError):
    """An authentic frame that no writer of this format made."""


def frame_size(length: int) -> int:
    """Size of the frame around this many bytes of data: the Padmé size, at least 4096.

    >>> [frame_size(length) for length in (0, 4088, 4089, 100_000, 1_048_576)]
    [4096, 4096, 4352, 100352, 1081344]
    """
    return max(SMALLEST_FRAME, _padme(LENGTH_SIZE + length))


def frame(data: bytes) -> bytes:
    """The data as a frame: u64 length, data, zeros."""
    return b"".join((_LENGTH.pack(len(data)), data, bytes(frame_size(len(data)) - LENGTH_SIZE - len(data))))


def unframe(framed: bytes) -> bytes:
    """The data of a frame. Raises BadFrame unless size, length and zeros are exactly what `frame` writes."""
    if len(framed) < SMALLEST_FRAME:
        raise BadFrame("shorter than any frame")
    (length,) = _LENGTH.unpack_from(framed)
    end = LENGTH_SIZE + length
    # The comparison with the frame comes first: a huge length must not reach the arithmetic of sizes.
    if end > len(framed) or frame_size(length) != len(framed):
        raise BadFrame("length and size do not belong together")
    if framed.count(0, end) != len(framed) - end:
        raise BadFrame("the padding is not zero")
    return framed[LENGTH_SIZE:end]


def _padme(length: int) -> int:
    exponent = length.bit_length() - 1
    low_bits = exponent - exponent.bit_length()
    mask = (1 << low_bits) - 1
    return (length + mask) & ~mask
