"""What changed between two drafts, told without a red pen: sentences are matched first, then words inside matched sentences."""

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from generator.model.words import Words
from generator.views.plain import plain_paragraphs

LONGEST_BY_WORDS = 3_000
"""Words of both drafts together up to which changes are looked for inside sentences."""
_MOST_PAIRINGS = 60_000
_ALIKE = 0.4

# Chinese and Japanese put no spaces between words, so each character counts as one.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]\s*|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+\s*"
)
_UNSPACED_END = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]\Z")
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?…]+[\"'”’»)]*(?=\s)|[。！？।۔؟]+[\"'”’」』)]*|\n|$)\s*")


class ChangeKind(StrEnum):
    """What became of a stretch of text on the way from the earlier to the later draft."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """Stood somewhere else before; shown at its new place only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of plain text with one fate; put together in order they read as the later draft with its past."""

    kind: ChangeKind = field(
        metadata={"help": "kept, added, removed or moved; say it in words, not only in colour"}
    )
    text: str = field(metadata={"help": "plain text with its trailing space; spelling as typed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedParagraph:
    """One paragraph, its segments in reading order."""

    segments: tuple[Segment, ...] = field(metadata={"help": "in reading order"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The later draft with what was added, removed and moved, and the same in counts for one sentence of summary."""

    paragraphs: tuple[ChangedParagraph, ...] = field(metadata={"help": "the text with its changes"})
    words_added: int = field(metadata={"help": "how many words are new"})
    words_removed: int = field(metadata={"help": "how many words are gone"})
    sentences_added: int = field(metadata={"help": "how many sentences are wholly new"})
    sentences_removed: int = field(metadata={"help": "how many sentences are wholly gone"})
    sentences_changed: int = field(metadata={"help": "how many sentences stayed but read differently"})
    sentences_moved: int = field(metadata={"help": "how many sentences stand somewhere else"})
    by_words: bool = field(
        metadata={"help": "false where the drafts were so long that whole sentences were compared"}
    )
    language: str = field(metadata={"help": "language of the text"})

    @property
    def share_kept(self) -> float:
        """How much of the shorter draft is in the other one too, 0 to 1, by words."""
        segments = [segment for paragraph in self.paragraphs for segment in paragraph.segments]
        kept = sum(_count_words(segments, kind=kind) for kind in (ChangeKind.KEPT, ChangeKind.MOVED))
        return kept / max(1, kept + min(self.words_added, self.words_removed))

    @property
    def places(self) -> tuple[tuple[Segment, ...], ...]:
        """Only the changes, in reading order; what was put in the place of something stands together with it."""
        runs = (
            (changed, tuple(run))
            for paragraph in self.paragraphs
            for changed, run in groupby(paragraph.segments, key=lambda one: one.kind is not ChangeKind.KEPT)
        )
        return tuple(run for changed, run in runs if changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence with the space after it, and whether it opens or closes its paragraph."""

    text: str
    gap: str
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fate:
    """What became of one sentence. A changed one is kept as a whole and has segments of several kinds."""

    kind: ChangeKind
    sentence: _Sentence
    segments: tuple[Segment, ...]


def compare_drafts(earlier: Words, *, later: Words) -> Changes:
    """How `earlier` became `later`, both taken as plain paragraphs without Markdown.

    Above `LONGEST_BY_WORDS` words, and for text that repeats itself endlessly, whole sentences or the whole text are
    compared instead, so that no text takes longer than a blink.
    """
    before, after = _sentences(earlier.text), _sentences(later.text)
    by_words = sum(len(_WORD.findall(one.text)) for one in (*before, *after)) <= LONGEST_BY_WORDS
    fates = _mark_moved(_compare_sentences(before, after, by_words=by_words))
    paragraphs = _paragraphs(fates)
    segments = [segment for paragraph in paragraphs for segment in paragraph.segments]
    return Changes(
        paragraphs=paragraphs,
        words_added=_count_words(segments, kind=ChangeKind.ADDED),
        words_removed=_count_words(segments, kind=ChangeKind.REMOVED),
        sentences_added=sum(fate.kind is ChangeKind.ADDED for fate in fates),
        sentences_removed=sum(fate.kind is ChangeKind.REMOVED for fate in fates),
        sentences_changed=sum(len(fate.segments) > 1 for fate in fates),
        sentences_moved=sum(fate.kind is ChangeKind.MOVED for fate in fates),
        by_words=by_words,
        language=later.language,
    )


def _sentences(text: str) -> list[_Sentence]:
    sentences: list[_Sentence] = []
    for paragraph in plain_paragraphs(text):
        found = [one for one in _SENTENCE.findall(paragraph) if one.strip()]
        sentences += (
            _Sentence(
                text=one.strip(),
                gap="\n" if "\n" in one[len(one.rstrip()) :] else _space_after(one.rstrip()),
                opens=place == 0,
                closes=place == len(found) - 1,
            )
            for place, one in enumerate(found)
        )
    return sentences


def _space_after(text: str) -> str:
    """Chinese and Japanese go on without one."""
    return "" if _UNSPACED_END.search(text) else " "


def _compare_sentences(before: list[_Sentence], after: list[_Sentence], *, by_words: bool) -> list[_Fate]:
    fates: list[_Fate] = []
    for same, old, new in _aligned([one.text for one in before], [one.text for one in after]):
        if same:
            fates += (_whole(ChangeKind.KEPT, sentence) for sentence in after[new])
        else:
            fates += _pair_up(before[old], after[new], by_words=by_words)
    return fates


def _pair_up(before: list[_Sentence], after: list[_Sentence], *, by_words: bool) -> list[_Fate]:
    """Sentences that grew out of each other are compared by words; the others are wholly new or wholly gone."""
    partners = _partners(before, after) if by_words else {}
    fates: list[_Fate] = []
    passed = 0
    for place, sentence in enumerate(after):
        # What is gone is told before what came in its stead, as one reads a correction.
        partner = partners.get(place)
        following = next((old for new, old in partners.items() if new >= place), len(before))
        fates += (_whole(ChangeKind.REMOVED, gone) for gone in before[passed:following])
        passed = max(passed, following)
        if partner is None:
            fates.append(_whole(ChangeKind.ADDED, sentence))
            continue
        segments = _compare_words(before[partner].text, sentence.text, gap=sentence.gap)
        fates.append(_Fate(kind=ChangeKind.KEPT, sentence=sentence, segments=segments))
        passed = partner + 1
    fates += (_whole(ChangeKind.REMOVED, gone) for gone in before[passed:])
    return fates


def _whole(kind: ChangeKind, sentence: _Sentence) -> _Fate:
    return _Fate(
        kind=kind, sentence=sentence, segments=(Segment(kind=kind, text=sentence.text + sentence.gap),)
    )


def _partners(before: list[_Sentence], after: list[_Sentence]) -> dict[int, int]:
    """For a place in `after` the place in `before` it grew out of; both run in the same order."""
    if len(before) * len(after) > _MOST_PAIRINGS:
        return {}
    bags = [_bag(sentence) for sentence in before]
    partners: dict[int, int] = {}
    start = 0
    for place, sentence in enumerate(after):
        bag = _bag(sentence)
        alike = ((_likeness(bags[old], bag), -old) for old in range(start, len(before)))
        likeness, minus_old = max(alike, default=(0.0, 0))
        if likeness >= _ALIKE:
            partners[place] = -minus_old
            start = -minus_old + 1
    return partners


def _bag(sentence: _Sentence) -> Counter[str]:
    return Counter(word.strip().casefold() for word in _WORD.findall(sentence.text))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Share of words two sentences have in common, 0 to 1."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _compare_words(before: str, after: str, *, gap: str) -> tuple[Segment, ...]:
    old_words, new_words = _WORD.findall(before), _WORD.findall(after + gap)
    segments: list[Segment] = []
    for same, old, new in _aligned(
        [word.strip() for word in old_words], [word.strip() for word in new_words]
    ):
        if not same and old_words[old]:
            gone = "".join(old_words[old]).rstrip()
            segments.append(Segment(kind=ChangeKind.REMOVED, text=gone + _space_after(gone)))
        if new_words[new]:
            kind = ChangeKind.KEPT if same else ChangeKind.ADDED
            segments.append(Segment(kind=kind, text="".join(new_words[new])))
    return tuple(segments)


def _aligned(before: list[str], after: list[str]) -> list[tuple[bool, slice, slice]]:
    """Stretches in order: whether both sides are the same there, and where the stretch lies on either side."""
    counts = Counter(after)
    if sum(counts[text] for text in before) > _MOST_PAIRINGS:
        return [(before == after, slice(0, len(before)), slice(0, len(after)))]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [(tag == "equal", slice(i, j), slice(k, m)) for tag, i, j, k, m in matcher.get_opcodes()]


def _mark_moved(fates: list[_Fate]) -> list[_Fate]:
    """A sentence that is gone here and new there has moved: it is told once, at its new place."""
    gone = Counter(fate.sentence.text for fate in fates if fate.kind is ChangeKind.REMOVED)
    come = Counter(fate.sentence.text for fate in fates if fate.kind is ChangeKind.ADDED)
    arriving = gone & come
    leaving = arriving.copy()
    marked: list[_Fate] = []
    for fate in fates:
        text = fate.sentence.text
        if fate.kind is ChangeKind.ADDED and arriving[text]:
            arriving[text] -= 1
            marked.append(_whole(ChangeKind.MOVED, fate.sentence))
        elif fate.kind is ChangeKind.REMOVED and leaving[text]:
            leaving[text] -= 1
        else:
            marked.append(fate)
    return marked


def _paragraphs(fates: list[_Fate]) -> tuple[ChangedParagraph, ...]:
    """The later draft's paragraphs; what is gone stays in the paragraph it was part of."""
    paragraphs: list[list[Segment]] = []
    closed = True
    for fate in fates:
        gone = fate.kind is ChangeKind.REMOVED
        if not paragraphs or (closed and (fate.sentence.opens or not gone)):
            paragraphs.append([])
            closed = False
        paragraphs[-1] += fate.segments
        only_gone = all(segment.kind is ChangeKind.REMOVED for segment in paragraphs[-1])
        closed = fate.sentence.closes if not gone or only_gone else closed
    return tuple(ChangedParagraph(segments=_joined(segments)) for segments in paragraphs)


def _joined(segments: list[Segment]) -> tuple[Segment, ...]:
    """Neighbours of one kind become one segment."""
    joined: list[Segment] = []
    for segment in segments:
        if joined and joined[-1].kind is segment.kind:
            joined[-1] = Segment(kind=segment.kind, text=joined[-1].text + segment.text)
        else:
            joined.append(segment)
    return tuple(joined)


def _count_words(segments: list[Segment], *, kind: ChangeKind) -> int:
    return sum(len(_WORD.findall(segment.text)) for segment in segments if segment.kind is kind)
