"""The gate before publishing: what is not sealed, not ours or not silent does not get out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.problems import KinfolioError
from generator.publish.canary import CanarySet, Hit, Place, find
from generator.publish.layout import has_sealed_size, place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingFile:
    """A file about to be published; `path` is relative to the deployment, with forward slashes."""

    path: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """A file that no deployment holds, or not like this."""

    file: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


class NotPublished(KinfolioError):
    """Something readable, or something strange, was about to be published. `findings` says what, one by one."""

    def __init__(self, findings: tuple[Hit | Stranger, ...]) -> None:
        shown = [f"  {finding}" for finding in findings[:_SHOWN]]
        if len(findings) > _SHOWN:
            shown.append(f"  and {len(findings) - _SHOWN} more")
        super().__init__(
            "\n".join(["nothing was published, for this is not sealed as it must be:", *shown]),
            hint="this is a mistake of Kinfolio, not of your files; what was published before is untouched, "
            "and we would like to hear of it, without the words themselves",
        )
        self.findings = findings


def let_through(files: Iterable[OutgoingFile], *, canaries: CanarySet, shell: Mapping[str, bytes]) -> None:
    """Looks at every file and its name. Raises NotPublished when there is anything to find.

    `shell` holds what each shell file must be, by path, as it was before any school's file was read; a site's page is
    found there under its own path.
    """
    findings = dict.fromkeys(
        finding
        for file in _each_page_once(files, shell=shell)
        for finding in examine(file, canaries=canaries, shell=shell)
    )
    if findings:
        raise NotPublished(tuple(findings))


def _each_page_once(files: Iterable[OutgoingFile], *, shell: Mapping[str, bytes]) -> Iterator[OutgoingFile]:
    """Without copies of the shell's page: every site has one, under a path in which nothing can be read."""
    seen: set[bytes] = set()
    for file in files:
        is_copy = place_of(file.path) is Place.SHELL and shell.get(file.path) == file.data
        if is_copy and file.data in seen:
            continue
        if is_copy:
            seen.add(file.data)
        yield file


def examine(
    file: OutgoingFile, *, canaries: CanarySet, shell: Mapping[str, bytes]
) -> Iterator[Hit | Stranger]:
    """What keeps this file from being published; nothing when all is well."""
    place = place_of(file.path)
    if place is Place.OTHER:
        yield Stranger(file=file.path, reason="no deployment holds such a file")
    if place is Place.SEALED and not has_sealed_size(file.path, size=len(file.data)):
        yield Stranger(file=file.path, reason=f"no sealed file has {len(file.data)} bytes")
    if place is Place.SHELL and shell.get(file.path) != file.data:
        yield Stranger(file=file.path, reason="this is not the file that ships with Kinfolio")
        place = Place.OTHER
    yield from find(canaries, name=file.path, data=file.data, place=place)


_SHOWN = 20
