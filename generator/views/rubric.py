"""A rubric on a piece of evidence: one row for each criterion, everybody's words side by side, and no points."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.evidence import Evidence
from generator.model.framework import Framework
from generator.model.identifiers import CriterionId
from generator.model.rubric import Criterion, CriterionMark, RubricMark, RubricUse
from generator.model.words import Voice, Words
from generator.views.history import JUDGES
from generator.views.level_block import LevelBlock, block_of
from generator.views.plain import PlainWords, as_plain
from generator.views.view import Subject

_VOICE_ORDER = (Voice.STUDENT, Voice.PEER, Voice.TEACHER, Voice.FAMILY)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDescription:
    """What a criterion looks like at one level."""

    level: LevelBlock = field(metadata={"help": "the level"})
    words: str = field(metadata={"help": "how that looks, in the rubric's language"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMark:
    """What one person says about one criterion."""

    voice: Voice = field(metadata={"help": "who speaks; a shape of its own, named in words"})
    by: str = field(metadata={"help": "the name shown"})
    given_on: date = field(metadata={"help": "the day"})
    strength: Words | None = field(metadata={"help": "what is strong already; comes first"})
    growing: Words | None = field(metadata={"help": "where it can grow"})
    level: LevelBlock | None = field(
        metadata={"help": "in a levelled rubric the level, after the words; never a classmate's"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricRow:
    """One criterion."""

    words: str = field(metadata={"help": "the criterion in the students' words, in the rubric's language"})
    descriptions: tuple[ShownDescription, ...] = field(
        metadata={"help": "what it looks like at each level; empty in a single-point rubric"}
    )
    marks: tuple[ShownMark, ...] = field(metadata={"help": "the student's first"})
    differ: bool = field(
        metadata={
            "help": "student and teacher see it differently, so the page asks what would help them agree"
        }
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRubric:
    """The rubric as it was when the marks were made."""

    title: PlainWords = field(metadata={"help": "what the rubric is for"})
    authors: str = field(metadata={"help": "who wrote it"})
    agreed_on: date = field(metadata={"help": "the day the class agreed on this version"})
    versions: int = field(metadata={"help": "how many versions the class had up to this one"})
    changed_because: PlainWords | None = field(metadata={"help": "why it replaced the version before"})
    exemplar: PlainWords | None = field(metadata={"help": "a good example the class looked at"})
    rows: tuple[RubricRow, ...] = field(metadata={"help": "one for each criterion"})
    language: str = field(metadata={"help": "language of the rubric"})


def show_rubric(evidence: Evidence, *, subject: Subject) -> ShownRubric | None:
    """The rubric on a piece of evidence; None where there is none, or the framework no longer has it."""
    use, framework = evidence.rubric, subject.framework
    rubric = framework.rubric(use.rubric) if use else None
    version = rubric.find(use.version) if rubric and use else None
    if use is None or rubric is None or version is None:
        return None
    return ShownRubric(
        title=PlainWords(text=rubric.title, language=rubric.language),
        authors=rubric.authors,
        agreed_on=version.agreed_on,
        versions=rubric.versions.index(version) + 1,
        changed_because=as_plain(version.changed_because, language=rubric.language),
        exemplar=as_plain(rubric.exemplar, language=rubric.language),
        rows=tuple(_row(criterion, use=use, framework=framework) for criterion in version.criteria),
        language=rubric.language,
    )


def _row(criterion: Criterion, *, use: RubricUse, framework: Framework) -> RubricRow:
    marks = _marks_for(criterion.id, use=use)
    described = ((block_of(one.level, framework=framework), one.words) for one in criterion.levels)
    return RubricRow(
        words=criterion.words,
        descriptions=tuple(
            ShownDescription(level=level, words=words) for level, words in described if level is not None
        ),
        marks=tuple(
            ShownMark(
                voice=person.voice,
                by=person.by,
                given_on=person.given_on,
                strength=mark.strength,
                growing=mark.growing,
                level=block_of(mark.level, framework=framework)
                if mark.level and person.voice in JUDGES
                else None,
            )
            for person, mark in marks
        ),
        differ=_differ([(person.voice, mark) for person, mark in marks]),
    )


def _marks_for(criterion: CriterionId, *, use: RubricUse) -> list[tuple[RubricMark, CriterionMark]]:
    found = [
        (person, mark) for person in use.marks for mark in person.criteria if mark.criterion == criterion
    ]
    return sorted(found, key=lambda one: _VOICE_ORDER.index(one[0].voice))


def _differ(marks: list[tuple[Voice, CriterionMark]]) -> bool:
    """Other levels, or one sees only strength where the other sees only room to grow. Never counted, only asked about."""
    mine = [mark for voice, mark in marks if voice is Voice.STUDENT][-1:]
    theirs = [mark for voice, mark in marks if voice is Voice.TEACHER][-1:]
    return any(
        (one.level is not None and other.level is not None and one.level != other.level)
        or (one.growing is None and other.strength is None)
        or (one.strength is None and other.growing is None)
        for one in mine
        for other in theirs
    )
