"""Which two pieces stand side by side: those that people chose, first and last versions, and early and late pairs that were found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from generator.model.comparison import Comparison
from generator.model.evidence import Evidence
from generator.model.identifiers import CompetencyId
from generator.model.medium import MediumKind
from generator.model.student import Student
from generator.model.words import Voice
from generator.views.artifacts import show_artifacts
from generator.views.card import EvidenceCard, card_of
from generator.views.keys import comparison_path
from generator.views.plain import PlainWords, as_plain
from generator.views.process import versions_of
from generator.views.view import Subject

SHORTEST_WAY = timedelta(days=60)
"""What has to lie between two pieces that nobody put side by side before they are called early and late."""


class ComparisonSource(StrEnum):
    """Where a comparison comes from; the page always says so."""

    CHOSEN = "chosen"
    """By the student or the teacher."""
    VERSIONS = "versions"
    """The first and the last version of one piece."""
    FOUND = "found"
    """An early and a late piece on the same competency, found by Kinfolio."""


class ComparisonKind(StrEnum):
    """What is compared, for the layout."""

    PICTURES = "pictures"
    TEXT = "text"
    SOUND = "sound"
    FILM = "film"
    DOCUMENTS = "documents"
    CODE = "code"
    MIXED = "mixed"


_KIND_OF_MEDIUM = {
    MediumKind.PICTURE: ComparisonKind.PICTURES,
    MediumKind.FILM: ComparisonKind.FILM,
    MediumKind.SOUND: ComparisonKind.SOUND,
    MediumKind.DOCUMENT: ComparisonKind.DOCUMENTS,
    MediumKind.CODE: ComparisonKind.CODE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonCard:
    """One comparison at a glance."""

    path: str = field(metadata={"help": "the page with both sides"})
    title: PlainWords | None = field(
        metadata={"help": "the change in somebody's words; none where nobody wrote it"}
    )
    source: ComparisonSource = field(metadata={"help": "chosen by people, versions of a piece, or found"})
    chosen_by: tuple[Voice, ...] = field(
        metadata={"help": "who spoke for a chosen one; empty where nobody left words"}
    )
    kind: ComparisonKind = field(metadata={"help": "pictures, text, sound, film, documents, code or mixed"})
    earlier: EvidenceCard = field(metadata={"help": "the earlier side"})
    later: EvidenceCard = field(metadata={"help": "the later side"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two pieces that belong side by side, not laid out yet."""

    earlier: Evidence
    later: Evidence
    source: ComparisonSource
    chosen: Comparison | None = None


def pairs_of(subject: Subject) -> tuple[Pair, ...]:
    """All pairs of a student, each once: chosen ones in the order they were written, then versions, then found ones.

    Where people chose two versions of a piece, that pair tells its story; a piece that is paired is not found again.
    """
    student = subject.student
    pairs = {(pair.earlier.id, pair.later.id): pair for pair in _chosen(student)}
    told = {pair.later.piece for pair in pairs.values() if pair.earlier.piece == pair.later.piece}
    for pair in _first_and_last(student):
        if pair.later.piece not in told:
            pairs[pair.earlier.id, pair.later.id] = pair
    taken = {evidence for pair in pairs for evidence in pair}
    for pair in _found(subject):
        if taken.isdisjoint((pair.earlier.id, pair.later.id)):
            pairs[pair.earlier.id, pair.later.id] = pair
            taken |= {pair.earlier.id, pair.later.id}
    return tuple(pairs.values())


def comparison_card(pair: Pair, *, subject: Subject) -> ComparisonCard:
    """One pair as a card. The title of two versions is the piece's own."""
    chosen = pair.chosen
    voices = ((Voice.STUDENT, chosen.noticed), (Voice.TEACHER, chosen.teacher_sees)) if chosen else ()
    return ComparisonCard(
        path=comparison_path(subject.student.id, earlier=pair.earlier.id, later=pair.later.id),
        title=_title(pair, subject=subject),
        source=pair.source,
        chosen_by=tuple(voice for voice, words in voices if words is not None),
        kind=kind_of(pair, subject=subject),
        earlier=card_of(pair.earlier, subject=subject),
        later=card_of(pair.later, subject=subject),
    )


def kind_of(pair: Pair, *, subject: Subject) -> ComparisonKind:
    """What is compared: the main thing of both sides where it is the same, else mixed."""
    earlier, later = main_kind(pair.earlier, subject=subject), main_kind(pair.later, subject=subject)
    return earlier if earlier is later and earlier is not None else ComparisonKind.MIXED


def main_kind(evidence: Evidence, *, subject: Subject) -> ComparisonKind | None:
    """What a piece mainly is: its first artifact, else the student's own text; None for a teacher's notes alone."""
    shown = show_artifacts(evidence.artifacts, subject=subject, language=evidence.title_language)
    if shown:
        return _KIND_OF_MEDIUM[shown[0].medium.kind]
    return ComparisonKind.TEXT if evidence.words and evidence.words_by is Voice.STUDENT else None


def shared_competencies(pair: Pair) -> tuple[CompetencyId, ...]:
    """Competencies that both sides show."""
    return tuple(one for one in pair.later.competencies if one in pair.earlier.competencies)


def _title(pair: Pair, *, subject: Subject) -> PlainWords | None:
    if pair.chosen is not None:
        words = pair.chosen.noticed or pair.chosen.teacher_sees
        return as_plain(pair.chosen.title, language=words.language if words else subject.student.language)
    if pair.source is ComparisonSource.VERSIONS:
        return PlainWords(text=pair.later.title, language=pair.later.title_language)
    return None


def _chosen(student: Student) -> Iterator[Pair]:
    for chosen in student.comparisons:
        earlier, later = student.find_evidence(chosen.earlier), student.find_evidence(chosen.later)
        if earlier is not None and later is not None:
            yield Pair(earlier=earlier, later=later, source=ComparisonSource.CHOSEN, chosen=chosen)


def _first_and_last(student: Student) -> Iterator[Pair]:
    seen: set[str] = set()
    for evidence in student.evidence:
        versions = versions_of(evidence, student=student)
        if evidence.piece is None or evidence.piece in seen or len(versions) < 2:
            continue
        seen.add(evidence.piece)
        yield Pair(earlier=versions[0], later=versions[-1], source=ComparisonSource.VERSIONS)


def _found(subject: Subject) -> Iterable[Pair]:
    """First and last piece of each competency and kind that lie far enough apart, the longest way first."""
    groups: dict[tuple[CompetencyId, ComparisonKind], list[Evidence]] = {}
    for evidence in sorted(subject.student.evidence, key=lambda one: one.made_on):
        kind = main_kind(evidence, subject=subject)
        if kind is not None:
            for competency in evidence.competencies:
                groups.setdefault((competency, kind), []).append(evidence)
    pairs = [
        Pair(earlier=group[0], later=group[-1], source=ComparisonSource.FOUND)
        for group in groups.values()
        if group[-1].made_on - group[0].made_on >= SHORTEST_WAY
        and (group[0].piece is None or group[0].piece != group[-1].piece)
    ]
    return sorted(
        pairs, key=lambda pair: (pair.earlier.made_on - pair.later.made_on, pair.earlier.id, pair.later.id)
    )
