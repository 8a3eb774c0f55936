"""What to type into `sftp`, in an order in which every portfolio opens at every moment.

Any web space has SFTP and every computer has `sftp`; what it lacks is our order and replacing in one step. So each file
goes out under a name that nobody reads and is then renamed onto its place, which servers do in one step.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.publish.layout import files_in, place_in_order
from generator.publish.proven import Stamp, stamps_of

_ON_ITS_WAY: Final = ".new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What an upload has to do, as paths in the order to do it."""

    send: tuple[str, ...]
    delete: tuple[str, ...]


def difference(out: Path, *, proven: Mapping[str, Stamp]) -> Difference:
    """What lies here and not there, and the other way round; everything where nothing is proven."""
    here = stamps_of(out, files_in(out))
    send = (path for path, stamp in here.items() if proven.get(path) != stamp)
    return Difference(
        send=tuple(sorted(send, key=lambda path: (place_in_order(path), path))),
        # What points goes before what it points to.
        delete=tuple(
            sorted(proven.keys() - here.keys(), key=lambda path: (-place_in_order(path), path)),
        ),
    )


def batch(out: Path, wanted: Difference, *, to: str) -> Iterator[str]:
    """The lines for `sftp -b`, which stops at the first one that fails; those with a hyphen may.

    `to` is the folder on the server, from where one arrives after logging in.
    """
    there = PurePosixPath(to)
    for folder in _folders(wanted.send):
        yield f"-mkdir {_quoted(there / folder)}"
    for path in wanted.send:
        target = there / path
        on_its_way = target.with_name(target.name + _ON_ITS_WAY)
        yield f"put {_quoted(PurePosixPath((out / path).as_posix()))} {_quoted(on_its_way)}"
        yield f"rename {_quoted(on_its_way)} {_quoted(target)}"
    for path in wanted.delete:
        yield f"-rm {_quoted(there / path)}"
    # Refused by the server while something is in it.
    for folder in reversed(_folders(wanted.delete)):
        if folder != ".":
            yield f"-rmdir {_quoted(there / folder)}"


def _folders(paths: tuple[str, ...]) -> list[str]:
    """Every folder these files lie in, outer ones first."""
    found = {parent.as_posix() for path in paths for parent in PurePosixPath(path).parents}
    return sorted(found, key=lambda folder: (folder != ".", folder))


def _quoted(path: PurePosixPath) -> str:
    """As `sftp` reads it: in quotes, signs for patterns mean themselves."""
    escaped = str(path).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
