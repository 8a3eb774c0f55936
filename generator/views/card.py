"""A piece of evidence at a glance, the card that most pages are laid with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from generator.model.evidence import Context, Evidence, EvidenceForm, EvidenceKind, Stage
from generator.model.framework import Area
from generator.model.identifiers import EvidenceId
from generator.model.medium import MediumKind, Rendition
from generator.model.words import Voice
from generator.views.artifacts import ShownArtifact, as_it_is, show_artifacts
from generator.views.keys import evidence_path
from generator.views.plain import PlainWords, excerpt
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCard:
    """One piece of evidence with a link to its page. It carries no level: words come first, on the page itself."""

    path: str = field(metadata={"help": "the evidence's page, relative to the site's root"})
    title: PlainWords = field(metadata={"help": "the title in the words of whoever wrote it"})
    made_on: date = field(
        metadata={"help": "the day it was made, seen or said; also what `new` is judged by"}
    )
    kinds: tuple[EvidenceKind, ...] = field(metadata={"help": "how we know: made, seen, said"})
    form: EvidenceForm | None = field(metadata={"help": "what it is, such as a journal or a role play"})
    context: Context | None = field(metadata={"help": "alone, with a partner, in a group, outside school"})
    stage: Stage | None = field(metadata={"help": "where in the making of its piece it stands"})
    areas: tuple[Area, ...] = field(metadata={"help": "areas of learning, in the framework's order"})
    picture: Rendition | None = field(
        metadata={"help": "small picture: the first picture, film poster or document page"}
    )
    picture_alternative: str = field(metadata={"help": "`alt` of the picture; empty where nobody wrote one"})
    made_of: tuple[MediumKind, ...] = field(
        metadata={"help": "what is in it, each once; empty where it is words only"}
    )
    seconds: float | None = field(metadata={"help": "how long its first film or sound lasts"})
    excerpt: PlainWords | None = field(metadata={"help": "the beginning of its words"})
    excerpt_by: Voice = field(metadata={"help": "whose words the excerpt is"})


def card_of(evidence: Evidence, *, subject: Subject) -> EvidenceCard:
    """The card of one piece of evidence, made once per subject."""
    name = f"card/{evidence.id}"
    if name not in subject.worked_out:
        subject.worked_out[name] = _make_card(evidence, subject=subject)
    card: EvidenceCard = subject.worked_out[name]
    return card


def cards_of(evidence: Iterable[EvidenceId], *, subject: Subject) -> tuple[EvidenceCard, ...]:
    """Cards of those pieces the reader may see, in the order given."""
    found = (subject.student.find_evidence(one) for one in dict.fromkeys(evidence))
    return tuple(card_of(one, subject=subject) for one in found if one is not None)


def _make_card(evidence: Evidence, *, subject: Subject) -> EvidenceCard:
    shown = show_artifacts(evidence.artifacts, subject=subject, language=evidence.title_language)
    pictured = _first_pictured(as_it_is(shown)) or _first_pictured(shown)
    words, words_by = evidence.words, evidence.words_by
    if words is None and evidence.explanation is not None:
        words, words_by = evidence.explanation, Voice.STUDENT
    return EvidenceCard(
        path=evidence_path(subject.student.id, evidence.id),
        title=PlainWords(text=evidence.title, language=evidence.title_language),
        made_on=evidence.made_on,
        kinds=evidence.kinds,
        form=evidence.form,
        context=evidence.context,
        stage=evidence.stage,
        areas=tuple(area for area in subject.framework.areas if area.id in evidence.areas),
        picture=pictured.medium.small if pictured else None,
        picture_alternative=pictured.alternative if pictured else "",
        made_of=tuple(dict.fromkeys(artifact.medium.kind for artifact in shown)),
        seconds=next(
            (artifact.medium.seconds for artifact in shown if artifact.medium.seconds is not None), None
        ),
        excerpt=excerpt(words) if words else None,
        excerpt_by=words_by,
    )


def _first_pictured(artifacts: tuple[ShownArtifact, ...]) -> ShownArtifact | None:
    return next((artifact for artifact in artifacts if artifact.medium.small is not None), None)
