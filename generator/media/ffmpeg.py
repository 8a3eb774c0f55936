"""Running ffmpeg on a file that nobody vouches for: found, fenced in, and stopped in time."""

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from pathlib import Path

_FENCE = ("-hide_banner", "-nostdin", "-protocol_whitelist", "file,pipe")
"""No terminal, no network, no other files by way of a playlist."""

ANONYMOUS = (
    *("-map_metadata", "-1", "-map_metadata:s", "-1", "-map_metadata:c", "-1", "-map_chapters", "-1"),
    *("-sn", "-dn", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"),
)
"""For every output: no tags, chapters, subtitles or data streams, no encoder's name, no dates; the same bytes each time."""

START_UP = 60.0
"""Seconds any run may take before its length is counted; a school's laptop has other things to do."""


_NEARLY_FULL = 1_000_000
"""Free bytes below which a failed run says nothing about its source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a finished run of ffmpeg left: whether it ended well and in time, its standard output and its words."""

    well: bool
    in_time: bool
    output: bytes
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file as ffmpeg is told to read it: with one named reader, so that its content cannot choose another."""

    path: Path
    demuxer: str

    @property
    def arguments(self) -> tuple[str, ...]:
        """The input's part of a command line. `file:` keeps names with colons or leading dashes names."""
        return ("-f", self.demuxer, "-i", f"file:{self.path}")


class Outcome(Enum):
    """How making a file went."""

    MADE = auto()
    REFUSED = auto()
    """ffmpeg could not read the source this way, or not to its end."""
    TOO_SLOW = auto()


@cache
def find_ffmpeg() -> str | None:
    """The program's path: from PATH, else from the `film` extra; None where there is neither."""
    on_path = shutil.which("ffmpeg")
    if on_path:
        return on_path
    try:
        import imageio_ffmpeg  # noqa: PLC0415 - an extra that not every school installs

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        return None


def run(program: str, arguments: Sequence[str], *, seconds: float) -> Run:
    """Runs ffmpeg for at most `seconds`, then ends it."""
    command = [program, *_FENCE, *arguments]
    try:
        finished = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Run(well=False, in_time=False, output=b"", words="")
    words = finished.stderr.decode("utf-8", errors="replace")
    return Run(well=finished.returncode == 0, in_time=True, output=finished.stdout, words=words)


def make(file: Path, *, source: Input, arguments: Sequence[str], program: str, seconds: float) -> Outcome:
    """Makes one anonymous file of a source. Raises `OSError` where the disk is full, which is nobody's film's fault."""
    finished = run(
        program,
        ["-v", "quiet", "-y", *source.arguments, *arguments, *ANONYMOUS, f"file:{file}"],
        seconds=seconds,
    )
    if finished.well and file.is_file() and file.stat().st_size:
        return Outcome.MADE
    if shutil.disk_usage(file.parent).free < _NEARLY_FULL:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file.parent))
    return Outcome.REFUSED if finished.in_time else Outcome.TOO_SLOW


def _environment() -> dict[str, str]:
    # FFREPORT would write the command line, and with it a file name, to a log.
    return {name: value for name, value in os.environ.items() if not re.match("FFREPORT|AV_LOG", name)}
