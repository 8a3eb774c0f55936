"""What a keyring remembers: people with their words, sites with their keys, and whom the school invited by hand."""

from dataclasses import dataclass, field
from datetime import date

from generator.vault.keys import SiteKey
from generator.vault.links import LinkKey
from generator.vault.passphrase import Words
from generator.vault.slots import Cost, Role, SlotsHeader


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyholder:
    """A person who can open portfolios, with what their letter says."""

    person: str
    words: Words
    link: LinkKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Which publication of its content a site is at, and since which day."""

    generation: int
    published: date
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRecord:
    """A site in the keyring. `keyholders` is sorted by person; `words_keks` spares Argon2id while words stay."""

    student: str
    edition: str
    key: SiteKey
    salt: bytes
    cost: Cost
    keyholders: tuple[tuple[str, Role], ...]
    stamp: Stamp | None = None
    words_keks: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)

    @property
    def header(self) -> SlotsHeader:
        """The head of this site's `slots`."""
        return SlotsHeader(site=self.key.site, epoch=self.key.epoch, salt=self.salt, cost=self.cost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """Somebody who may read portfolios though no file of the school says so: a grandparent, a counsellor."""

    person: str
    name: str
    """For the letter."""
    language: str
    role: Role
    students: frozenset[str]
