"""How a live deployment can differ from the last build, each in a sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from typing import Final

from generator.publish.hosts import ANY_OTHER_TYPE, ASK_EVERY_TIME, HEADERS, TYPES, caching_of
from generator.publish.layout import is_manifest, is_slots
from generator.publish.live import Answer
from generator.vault.errors import VaultError
from generator.vault.keys import SiteKey
from generator.vault.open import open_manifest
from generator.vault.slots_reading import read_header


class Difference(StrEnum):
    """How what is live is not what was built."""

    MISSING = "missing"
    CHANGED = "changed"
    OLDER = "older"
    NEWER = "newer"
    NOT_SIGNED = "not signed"
    LEFT_OVER = "left over"
    FRIENDLY = "friendly answer"
    REDIRECTED = "redirected"
    BROKEN_OFF = "broken off"
    HEADER = "header"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference. `path` is below the address; where several files have it, it is the first."""

    difference: Difference
    path: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSite:
    """A site in the keyring, published or not. `name` is what the school calls it, for messages only."""

    name: str
    key: SiteKey = field(repr=False)
    school: bytes
    """The public half of the school's signing key."""
    generation: int


def of_site(
    site: KnownSite, answers: Mapping[str, Answer], *, read: Mapping[str, Finding]
) -> Iterator[Finding]:
    """What is otherwise about one site; `answers` are those for its own files, `read` what their content told, by path."""
    if all(answer.status in ABSENT for answer in answers.values()):
        message = f"the portfolio of {site.name} is not there at all; {_HINT}"
        yield Finding(difference=Difference.MISSING, path=f"{site.key.site}/", message=message)
        return
    for path, answer in answers.items():
        found = read.get(path) or of_file(path, answer, whose=f" of {site.name}")
        if found:
            yield found


def of_content(site: KnownSite, *, path: str, answer: Answer) -> Finding | None:
    """What the content of a contents list, or of key slots that are others, tells of a site."""
    if answer.status == HTTPStatus.OK and is_manifest(path):
        return _about_contents(site, path=path, answer=answer)
    if answer.status == HTTPStatus.OK and is_slots(path) and not answer.same:
        return _about_slots(site, path=path, answer=answer)
    return None


def of_file(path: str, answer: Answer, *, whose: str = "") -> Finding | None:
    """What is otherwise about one file; `whose` goes behind the word file."""
    if answer.status == HTTPStatus.OK and answer.same:
        return None
    if answer.status in ABSENT:
        difference, message = Difference.MISSING, f"a file{whose} is not there; {_HINT}"
    elif answer.status in _ELSEWHERE:
        difference = Difference.REDIRECTED
        message = f"the host sends readers of a file{whose} elsewhere: {answer.headers.get('location', '?')}"
    elif answer.status == 0:
        difference, message = Difference.BROKEN_OFF, f"a file{whose} broke off on the way; try again"
    elif answer.status != HTTPStatus.OK:
        difference = Difference.MISSING
        message = f"the host answers {answer.status} when asked for a file{whose}"
    elif "content-encoding" in answer.headers:
        difference = Difference.CHANGED
        message = f"the host packs a file{whose} once more though asked not to; turn that off"
    else:
        difference = Difference.CHANGED
        message = f"a file{whose} is not as it was built: damaged, or somebody changed it; {_HINT}"
    return Finding(difference=difference, path=path, message=message)


class HeaderSlips:
    """Collects what is otherwise about headers: each kind of slip once, with how many files have it."""

    def __init__(self) -> None:
        self._slips: dict[str, tuple[str, int]] = {}

    def note(self, answers: Mapping[str, Answer]) -> None:
        """Looks at the headers of these files."""
        for path, answer in answers.items():
            if answer.status == HTTPStatus.OK:
                for slip in _slips(path, answer.headers):
                    first, times = self._slips.get(slip, (path, 0))
                    self._slips[slip] = (first, times + 1)

    def findings(self) -> Iterator[Finding]:
        """One finding for each kind of slip."""
        for slip, (first, times) in self._slips.items():
            more = f" ({times} files)" if times > 1 else ""
            yield Finding(difference=Difference.HEADER, path=first, message=f"{slip}{more}")


ABSENT: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.FORBIDDEN})
_ELSEWHERE: Final = frozenset({301, 302, 303, 307, 308})
_HINT: Final = "upload the last build again"


def _about_contents(site: KnownSite, *, path: str, answer: Answer) -> Finding | None:
    try:
        manifest = open_manifest(answer.body, name=path, key=site.key, school=site.school)
    except VaultError as refusal:
        if refusal.reason != "bad-signature":
            return None
        message = f"the contents list of {site.name} is not signed by the school: somebody else put it there"
        return Finding(difference=Difference.NOT_SIGNED, path=path, message=message)
    publication = manifest.publication
    if publication.generation < site.generation:
        message = (
            f"the portfolio of {site.name} is an old publication, of {publication.published.isoformat()}"
            f" (number {publication.generation}; the last build is number {site.generation}); {_HINT}"
        )
        return Finding(difference=Difference.OLDER, path=path, message=message)
    if publication.generation > site.generation:
        message = (
            f"the portfolio of {site.name} is newer than the last build here (number {publication.generation};"
            f" here it is {site.generation}); was it published from another computer?"
        )
        return Finding(difference=Difference.NEWER, path=path, message=message)
    return None


def _about_slots(site: KnownSite, *, path: str, answer: Answer) -> Finding | None:
    try:
        header = read_header(answer.body, folder_name="")
    except VaultError:
        return None
    if header.site == site.key.site and header.epoch < site.key.epoch:
        message = (
            f"the keys of {site.name} are those of before they were renewed: "
            f"old letters still open it and new ones do not; {_HINT}"
        )
        return Finding(difference=Difference.OLDER, path=path, message=message)
    return None


def _slips(path: str, headers: Mapping[str, str]) -> Iterator[str]:
    for name, wanted in HEADERS:
        value = headers.get(name.lower())
        if value is None:
            yield f"the header {name} is missing"
        elif value.strip() != wanted:
            yield f"the header {name} is `{value}` and should be `{wanted}`"
    ending = path.rpartition(".")[2] if "." in path.rpartition("/")[2] else ""
    wanted = TYPES.get(f".{ending}", ANY_OTHER_TYPE).partition(";")[0]
    told = headers.get("content-type", "").partition(";")[0].strip().lower()
    if f".{ending}" in TYPES and told != wanted:
        yield f"the header Content-Type of a .{ending} file is `{told}` and should be `{wanted}`"
    caching = headers.get("cache-control", "")
    if caching_of(path) == ASK_EVERY_TIME and ("immutable" in caching or _kept_for(caching) > _A_DAY):
        yield f"the header Cache-Control is `{caching}`: families may see an old publication for long"


_A_DAY: Final = 86_400


def _kept_for(caching: str) -> int:
    for directive in caching.split(","):
        name, _, value = directive.strip().partition("=")
        if name.lower() == "max-age" and value.isdigit():
            return int(value)
    return 0
