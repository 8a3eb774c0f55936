"""One comparison in full: both sides complete, what changed, and what people see in it."""

from dataclasses import dataclass, field

from generator.model.evidence import Evidence
from generator.model.framework import Competency
from generator.model.words import Voice, Words
from generator.views.artifacts import ShownArtifact, as_it_is, show_artifacts
from generator.views.card import EvidenceCard, card_of
from generator.views.changes import Changes, compare_drafts
from generator.views.comparisons import ComparisonCard, Pair, comparison_card, shared_competencies
from generator.views.history import AssessedSubject, assessed_subjects
from generator.views.process import ProcessStep, process_strip
from generator.views.view import Subject

_SAME_TEXT = 0.25
"""Below this share of kept words a later draft is another text, and marking it all as new would tell nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSide:
    """One of the two pieces, complete."""

    card: EvidenceCard = field(metadata={"help": "title, date and the way to its page"})
    artifacts: tuple[ShownArtifact, ...] = field(metadata={"help": "its files"})
    words: Words | None = field(metadata={"help": "its text"})
    words_by: Voice = field(metadata={"help": "whose text it is"})
    explanation: Words | None = field(metadata={"help": "the student about it"})
    assessments: tuple[AssessedSubject, ...] = field(
        metadata={"help": "what was judged about it then, by each voice"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareContent:
    """The page of one comparison."""

    summary: ComparisonCard = field(metadata={"help": "title, who chose it, and its kind"})
    earlier: ComparedSide = field(metadata={"help": "the earlier piece"})
    later: ComparedSide = field(metadata={"help": "the later piece"})
    noticed: Words | None = field(metadata={"help": "what I notice, by the student"})
    teacher_sees: Words | None = field(metadata={"help": "what my teacher sees"})
    aligned: bool = field(metadata={"help": "both pictures show the same frame, so a slider makes sense"})
    changes: Changes | None = field(
        metadata={"help": "for two drafts of one text: what was added, removed and moved; none for two texts"}
    )
    process: tuple[ProcessStep, ...] = field(
        metadata={"help": "all versions of the piece in a row; empty for two pieces"}
    )
    competencies: tuple[Competency, ...] = field(metadata={"help": "what both sides show"})


def compare(pair: Pair, *, subject: Subject) -> CompareContent:
    """Both sides of a pair, worked out once. Changes are told only between versions of one piece, in one language."""
    name = f"compare/{pair.earlier.id}/{pair.later.id}"
    if name not in subject.worked_out:
        subject.worked_out[name] = _compared(pair, subject=subject)
    made: CompareContent = subject.worked_out[name]
    return made


def _compared(pair: Pair, *, subject: Subject) -> CompareContent:
    shared = shared_competencies(pair)
    return CompareContent(
        summary=comparison_card(pair, subject=subject),
        earlier=_side(pair.earlier, subject=subject),
        later=_side(pair.later, subject=subject),
        noticed=pair.chosen.noticed if pair.chosen else None,
        teacher_sees=pair.chosen.teacher_sees if pair.chosen else None,
        aligned=pair.chosen.aligned if pair.chosen else False,
        changes=_changes(pair),
        process=process_strip(pair.later, subject=subject) if _one_piece(pair) else (),
        competencies=tuple(known for known in subject.framework.competencies if known.id in shared),
    )


def _side(evidence: Evidence, *, subject: Subject) -> ComparedSide:
    about_it = (given for given in subject.student.assessments if evidence.id in given.evidence)
    return ComparedSide(
        card=card_of(evidence, subject=subject),
        artifacts=as_it_is(
            show_artifacts(evidence.artifacts, subject=subject, language=evidence.title_language)
        ),
        words=evidence.words,
        words_by=evidence.words_by,
        explanation=evidence.explanation,
        assessments=assessed_subjects(about_it, subject=subject),
    )


def _one_piece(pair: Pair) -> bool:
    return pair.earlier.piece is not None and pair.earlier.piece == pair.later.piece


def _changes(pair: Pair) -> Changes | None:
    earlier, later = pair.earlier, pair.later
    if not _one_piece(pair) or earlier.words is None or later.words is None:
        return None
    if {earlier.words_by, later.words_by} != {
        Voice.STUDENT
    } or earlier.words.language != later.words.language:
        return None
    changes = compare_drafts(earlier.words, later=later.words)
    return changes if changes.share_kept >= _SAME_TEXT else None
