"""The keyring: every site's key and every keyholder's words, for as long as the school keeps them.

Students, editions and people are opaque texts here. A `Keyring` is changed in memory; `keyring_file.py` keeps it.
"""

import secrets
from collections.abc import Container, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from generator.vault.cobblestone import KEY_SIZE
from generator.vault.errors import KeyringError
from generator.vault.keyring_records import Invitation, Keyholder, SiteRecord, Stamp
from generator.vault.keys import SiteKey, new_site_id, subkey
from generator.vault.links import new_link_key
from generator.vault.passphrase import new_words
from generator.vault.signing import SigningKey, new_signing_key
from generator.vault.site import SealedFile
from generator.vault.slots import (
    ARGON2_SALT_SIZE,
    Cost,
    Role,
    Slot,
    link_kek,
    slots_file,
    words_kek,
)

SLOTS_NAME: Final = "slots"

_Holders: TypeAlias = tuple[tuple[str, Role], ...]


class Keyring:
    """All keys of one school. What is asked for and not there yet is made."""

    def __init__(
        self,
        *,
        secret: bytes,
        signing_key: SigningKey,
        keyholders: Iterable[Keyholder] = (),
        sites: Iterable[SiteRecord] = (),
        invitations: Iterable[Invitation] = (),
        cost: Cost = Cost(),  # noqa: B008 - frozen
    ) -> None:
        self._secret = secret
        self._signing_key = signing_key
        self._keyholders = {keyholder.person: keyholder for keyholder in keyholders}
        self._sites = {(site.student, site.edition): site for site in sites}
        self._invitations = {invitation.person: invitation for invitation in invitations}
        self._cost = cost
        self._held: dict[str, set[tuple[str, str]]] = {}
        for name, site in self._sites.items():
            self._note_holders(name, was=(), now=site.keyholders)

    @property
    def secret(self) -> bytes:
        """What unused slots and their order are made from; for the keyring's file only."""
        return self._secret

    @property
    def signing_key(self) -> SigningKey:
        """What the school signs contents lists with."""
        return self._signing_key

    @property
    def keyholders(self) -> tuple[Keyholder, ...]:
        """Everybody, sorted by person."""
        return tuple(self._keyholders[person] for person in sorted(self._keyholders))

    @property
    def sites(self) -> tuple[SiteRecord, ...]:
        """Every site, sorted by student and edition."""
        return tuple(self._sites[name] for name in sorted(self._sites))

    @property
    def invitations(self) -> tuple[Invitation, ...]:
        """Everybody whom the school invited by hand, sorted by person."""
        return tuple(self._invitations[person] for person in sorted(self._invitations))

    def keyholder(self, person: str) -> Keyholder:
        """This person's words and link, made now if need be."""
        if person not in self._keyholders:
            self._keyholders[person] = _new_keyholder(person)
        return self._keyholders[person]

    def held_by(self, person: str) -> tuple[SiteRecord, ...]:
        """The sites this person may open, sorted by student and edition."""
        return tuple(self._sites[name] for name in sorted(self._held.get(person, ())))

    def entitle(self, student: str, *, edition: str, keyholders: Mapping[str, Role]) -> SiteKey:
        """The key of this site, which exactly these people are to open from now on.

        Makes the site when it is new. When somebody who held its key is no longer among them, a new epoch begins:
        a new key, so that everything is sealed anew. Adding people or changing a role changes no key.
        """
        for person in sorted(keyholders):
            self.keyholder(person)
        entitled = tuple(sorted(keyholders.items()))
        site = self._sites.get((student, edition))
        if site is None:
            site = self._new_site(student, edition=edition)
        elif not {person for person, _ in site.keyholders} <= keyholders.keys():
            site = self._next_epoch(site)
        keks = tuple((person, kek) for person, kek in site.words_keks if person in keyholders)
        self._note_holders((student, edition), was=site.keyholders, now=entitled)
        self._sites[student, edition] = replace(site, keyholders=entitled, words_keks=keks)
        return site.key

    def invite(self, invitation: Invitation) -> None:
        """Remembers that this person may read these portfolios, besides what they were invited to before."""
        known = self._invitations.get(invitation.person)
        students = invitation.students | (known.students if known else frozenset())
        self._invitations[invitation.person] = replace(invitation, students=students)

    def take_back(self, person: str, *, students: frozenset[str]) -> None:
        """Takes an invitation back for these students. Whoever entitles next begins a new epoch for their sites."""
        invitation = self._invitations.pop(person)
        if left := invitation.students - students:
            self._invitations[person] = replace(invitation, students=left)

    def renew_student(self, student: str) -> tuple[SiteRecord, ...]:
        """A new epoch and a new key for every site of this student; gives them. The same people open them as before."""
        for name in [name for name in self._sites if name[0] == student]:
            self._sites[name] = self._next_epoch(self._sites[name])
        return tuple(site for site in self.sites if site.student == student)

    def renew_everything(self) -> None:
        """After the keyring itself was copied: new words for everybody, new keys for every site and for signing."""
        self._secret, self._signing_key = secrets.token_bytes(KEY_SIZE), new_signing_key()
        self._keyholders = {person: _new_keyholder(person) for person in self._keyholders}
        self._sites = {name: self._next_epoch(site) for name, site in self._sites.items()}

    def forget(self, student: str, *, editions: Container[str]) -> None:
        """Destroys the keys of these sites, and the words of everybody who can open nothing any more."""
        for name in [name for name in self._sites if name[0] == student and name[1] in editions]:
            self._note_holders(name, was=self._sites.pop(name).keyholders, now=())
        left = {site.student for site in self.sites}
        for invitation in self.invitations:
            if student not in left and student in invitation.students:
                self.take_back(invitation.person, students=frozenset({student}))
        for person in [person for person, held in self._held.items() if not held]:
            del self._held[person]
            self._keyholders.pop(person, None)

    def renew(self, person: str) -> Keyholder:
        """New words and a new link after a lost letter, and a new epoch for every site the old ones opened."""
        self._keyholders.pop(person, None)
        for name in self._held.get(person, ()):
            self._sites[name] = self._next_epoch(self._sites[name])
        return self.keyholder(person)

    def stamp(self, student: str, *, edition: str, fingerprint: str, today: date) -> Stamp:
        """Generation and day of publication of this content: the same again while `fingerprint` is the same.

        `fingerprint` is any digest of what the site holds; take one that tells nobody anything.
        """
        site = self._site(student, edition=edition)
        if site.stamp and site.stamp.fingerprint == fingerprint:
            return site.stamp
        generation = site.stamp.generation + 1 if site.stamp else 1
        stamp = Stamp(generation=generation, published=today, fingerprint=fingerprint)
        self._sites[student, edition] = replace(site, stamp=stamp)
        return stamp

    def slots(self, student: str, *, edition: str, together: Container[str]) -> SealedFile:
        """The file `slots` of a site. Call `entitle` for all sites first.

        `together` are the ids of the sites that are published: out of them come each keyholder's siblings.
        Raises DoesNotFit for more people or siblings than there is room for.
        """
        self._stretch([(student, edition)])
        site = self._site(student, edition=edition)
        keks = dict(site.words_keks)
        slots: list[Slot] = []
        for person, role in site.keyholders:
            siblings = self._siblings(site, person=person, role=role, together=together)
            link = link_kek(self.keyholder(person).link, salt=site.salt)
            slots.append(Slot(kek=keks[person], role=role, siblings=siblings))
            slots.append(Slot(kek=link, role=role, siblings=siblings))
        secret = subkey(self._secret, purpose="slots")
        school = self._signing_key.public
        data = slots_file(slots, key=site.key, school=school, header=site.header, secret=secret)
        return SealedFile(name=SLOTS_NAME, data=data)

    def _siblings(
        self, site: SiteRecord, *, person: str, role: Role, together: Container[str]
    ) -> tuple[SiteKey, ...]:
        if role is Role.STAFF:
            # A class does not fit into a slot, and need not: the same words open each portfolio at its own address.
            return ()
        held = (other.key for other in self.held_by(person))
        return tuple(key for key in held if key.site != site.key.site and key.site in together)

    def stretch(self, *, threads: int) -> int:
        """Runs Argon2id for all words that need it, side by side; gives how many did. `slots` does so one by one."""
        return self._stretch(self._sites, threads=threads)

    def _stretch(self, names: Iterable[tuple[str, str]], *, threads: int = 1) -> int:
        missing = [
            (name, person)
            for name in names
            for person, _ in self._site(name[0], edition=name[1]).keyholders
            if person not in dict(self._sites[name].words_keks)
        ]
        with ThreadPoolExecutor(max_workers=threads) as pool:
            keks = tuple(pool.map(self._words_kek, missing))
        for (name, person), kek in zip(missing, keks, strict=True):
            site = self._sites[name]
            words_keks = tuple(sorted((*site.words_keks, (person, kek))))
            self._sites[name] = replace(site, words_keks=words_keks)
        return len(missing)

    def _words_kek(self, wanted: tuple[tuple[str, str], str]) -> bytes:
        name, person = wanted
        site = self._sites[name]
        return words_kek(self._keyholders[person].words, salt=site.salt, cost=site.cost)

    def _site(self, student: str, *, edition: str) -> SiteRecord:
        try:
            return self._sites[student, edition]
        except KeyError:
            raise KeyringError(
                f'the keyring has no {edition} portfolio for "{student}"',
                reason="no-such-site",
                hint="build the portfolio first",
            ) from None

    def _note_holders(self, name: tuple[str, str], *, was: _Holders, now: _Holders) -> None:
        for person, _ in was:
            self._held[person].discard(name)
        for person, _ in now:
            self._held.setdefault(person, set()).add(name)

    def _new_site(self, student: str, *, edition: str) -> SiteRecord:
        return SiteRecord(
            student=student,
            edition=edition,
            key=SiteKey(site=new_site_id(), epoch=1, content_key=secrets.token_bytes(KEY_SIZE)),
            salt=secrets.token_bytes(ARGON2_SALT_SIZE),
            cost=self._cost,
            keyholders=(),
        )

    def _next_epoch(self, site: SiteRecord) -> SiteRecord:
        key = SiteKey(site=site.key.site, epoch=site.key.epoch + 1, content_key=secrets.token_bytes(KEY_SIZE))
        salt = secrets.token_bytes(ARGON2_SALT_SIZE)
        return replace(site, key=key, salt=salt, cost=self._cost, words_keks=())


def _new_keyholder(person: str) -> Keyholder:
    return Keyholder(person=person, words=new_words(), link=new_link_key())


def new_keyring(*, cost: Cost = Cost()) -> Keyring:  # noqa: B008 - frozen
    """An empty keyring with a fresh secret and a fresh signing key."""
    return Keyring(secret=secrets.token_bytes(KEY_SIZE), signing_key=new_signing_key(), cost=cost)
