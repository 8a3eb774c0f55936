"""What a finished derivative is known by."""

from pathlib import Path

from generator.media.cache import digest_of
from generator.media.records import Derivative, Role


def finished(
    file: Path,
    *,
    role: Role,
    media_type: str,
    width: int | None = None,
    height: int | None = None,
    seconds: float | None = None,
) -> Derivative:
    """The record of a file that will not change any more."""
    return Derivative(
        role=role,
        media_type=media_type,
        file=file,
        size=file.stat().st_size,
        digest=digest_of(file),
        width=width,
        height=height,
        seconds=seconds,
    )
