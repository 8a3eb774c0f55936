"""What the timeline can be narrowed by: chips for areas, kinds, competencies, thinking moves, voices and levels."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.evidence import EvidenceKind
from generator.model.framework import Framework
from generator.model.identifiers import AreaId, CompetencyId, LevelId, ThinkingMoveId
from generator.model.words import Voice
from generator.views.plain import PlainWords
from generator.views.wording import N_, message_of


class FilterKind(StrEnum):
    """What the timeline can be narrowed by."""

    AREA = "area"
    KIND = "kind"
    COMPETENCY = "competency"
    THINKING = "thinking"
    VOICE = "voice"
    LEVEL = "level"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterOption:
    """One chip. Only what occurs is offered."""

    token: str = field(
        metadata={"help": "what an entry carries in `tokens` when it fits, such as `area:science`"}
    )
    label: PlainWords | None = field(metadata={"help": "the school's word; none where `message` serves"})
    message: str = field(metadata={"help": "interface message; empty where `label` serves"})
    icon: str = field(metadata={"help": "icon of an area or a thinking move; empty for others"})
    count: int = field(metadata={"help": "how many entries fit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterGroup:
    """Chips of one sort."""

    kind: FilterKind = field(metadata={"help": "area, kind, competency, thinking, voice or level"})
    title: str = field(metadata={"help": "interface message: heading of the group"})
    options: tuple[FilterOption, ...] = field(metadata={"help": "in the framework's order"})


def tokens_of(
    *,
    areas: Iterable[AreaId],
    voice: Voice,
    kinds: Iterable[EvidenceKind] = (),
    competencies: Iterable[CompetencyId] = (),
    thinking: Iterable[ThinkingMoveId] = (),
    levels: Iterable[LevelId] = (),
) -> tuple[str, ...]:
    """The options that something of these areas, this voice and so on fits, each once."""
    tokens = (
        *(f"{FilterKind.AREA}:{area}" for area in areas),
        *(f"{FilterKind.KIND}:{kind}" for kind in kinds),
        *(f"{FilterKind.COMPETENCY}:{competency}" for competency in competencies),
        *(f"{FilterKind.THINKING}:{move}" for move in thinking),
        f"{FilterKind.VOICE}:{voice}",
        *(f"{FilterKind.LEVEL}:{level}" for level in levels),
    )
    return tuple(dict.fromkeys(tokens))


def filters_of(tokens: Iterable[str], *, framework: Framework) -> tuple[FilterGroup, ...]:
    """The groups with something to choose, for entries that carry these tokens, one after the other."""
    counts = Counter(tokens)
    language = framework.school_language

    def named(
        kind: FilterKind, name: str, *, icon: str = "", words: str = "", message: str = ""
    ) -> FilterOption:
        token = f"{kind}:{name}"
        label = PlainWords(text=words, language=language) if words else None
        return FilterOption(token=token, label=label, message=message, icon=icon, count=counts[token])

    groups = (
        (
            FilterKind.AREA,
            N_("Area of learning"),
            [named(FilterKind.AREA, area.id, icon=area.icon, words=area.name) for area in framework.areas],
        ),
        (
            FilterKind.KIND,
            N_("How we know"),
            [named(FilterKind.KIND, kind, message=message_of(kind)) for kind in EvidenceKind],
        ),
        (
            FilterKind.COMPETENCY,
            N_("Competency"),
            [named(FilterKind.COMPETENCY, known.id, words=known.name) for known in framework.competencies],
        ),
        (
            FilterKind.THINKING,
            N_("Thinking moves"),
            [
                named(FilterKind.THINKING, move.id, icon=move.icon, words=move.name)
                for move in framework.thinking_moves
            ],
        ),
        (
            FilterKind.VOICE,
            N_("In whose words"),
            [named(FilterKind.VOICE, voice, message=message_of(voice)) for voice in Voice],
        ),
        (
            FilterKind.LEVEL,
            N_("A level my teacher gave"),
            # The plain sentence stands before the word here too.
            [
                named(FilterKind.LEVEL, known.id, words=f"{known.meaning} ({known.name})")
                for known in framework.scale.levels
            ],
        ),
    )
    present = (
        (kind, title, tuple(option for option in options if option.count)) for kind, title, options in groups
    )
    return tuple(
        FilterGroup(kind=kind, title=title, options=options)
        for kind, title, options in present
        if len(options) > 1
    )
