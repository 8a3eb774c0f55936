"""What our class agreed about its portfolios, and why the school keeps them; also to print and sign."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.purpose import Purpose
from generator.model.words import Words
from generator.views.view import Page, Subject, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question of getting started, answered."""

    question: str = field(metadata={"help": "interface message: the question"})
    words: Words = field(metadata={"help": "what the school answered"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementContent:
    """The agreement page."""

    group: str = field(metadata={"help": "the class's name"})
    teachers: tuple[str, ...] = field(metadata={"help": "teachers' names as shown"})
    agreement: Words | None = field(metadata={"help": "what the class agreed, in its own words"})
    agreed_on: date | None = field(metadata={"help": "the day it was made"})
    answers: tuple[Answer, ...] = field(
        metadata={"help": "why and how the school keeps portfolios, as far as it answered"}
    )


def build(subject: Subject) -> tuple[Page, ...]:
    """The agreement page."""
    group = subject.student.group
    content = AgreementContent(
        group=group.name,
        teachers=subject.student.teachers,
        agreement=group.agreement,
        agreed_on=group.agreed_on,
        answers=_answers(subject.framework.purpose),
    )
    return (
        Page(
            path=AGREEMENT.path,
            title=AGREEMENT.title,
            template="agreement.html",
            menu=AGREEMENT.name,
            content=content,
        ),
    )


def _answers(purpose: Purpose | None) -> tuple[Answer, ...]:
    if purpose is None:
        return ()
    # What the students need is said among the staff, and so it is no question here.
    asked = (
        (N_("Why do we keep portfolios?"), purpose.why),
        (N_("Who are they for?"), purpose.for_whom),
        (N_("What do students decide?"), purpose.agency),
        (N_("When and how do we work on them?"), purpose.routines),
        (N_("How are they ordered?"), purpose.structure),
        (N_("How do students get answers to their work?"), purpose.feedback),
    )
    return tuple(Answer(question=question, words=words) for question, words in asked if words)


AGREEMENT = View(
    name="agreement",
    title=N_("Our agreement"),
    icon="handshake-outline",
    path="agreement.html",
    build=build,
)
