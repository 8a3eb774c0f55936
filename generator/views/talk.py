"""A question for home, made from the piece itself, so that talk starts from what was really done."""

import hashlib
from dataclasses import dataclass, field, replace

from generator.model.evidence import Evidence, EvidenceForm, EvidenceKind, Stage
from generator.model.identifiers import StudentId
from generator.model.medium import MediumKind
from generator.views.keys import evidence_path
from generator.views.plain import PlainWords, as_plain
from generator.views.view import Subject
from generator.views.wording import N_

FINISH = N_("Let %(called)s finish the sentence: %(starter)s")
QUESTIONS = 3
"""More than three at once is a quiz, not a talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One question about one piece. Show `asked` where the teacher wrote it, else the translated `message`."""

    asked: PlainWords | None = field(metadata={"help": "the teacher's own question, as written"})
    message: str = field(
        metadata={
            "help": "interface message made from the piece, with `%(called)s` for the student; used where `asked` is none"
        }
    )
    called: str = field(metadata={"help": "the student's chosen name, for `%(called)s`"})
    title: PlainWords = field(metadata={"help": "title of the piece"})
    path: str = field(metadata={"help": "page of the piece"})
    starter: str = field(
        default="",
        metadata={"help": "the beginning of a sentence, for `%(starter)s`; in the school's language"},
    )


_BY_STAGE = {
    Stage.IDEA: (
        N_("Ask %(called)s: where did this idea come from?"),
        N_("Ask %(called)s: what could it become?"),
    ),
    Stage.SKETCH: (
        N_("Ask %(called)s: what did you try out in this sketch?"),
        N_("Ask %(called)s: which part will you keep?"),
    ),
    Stage.DRAFT: (
        N_("Ask %(called)s: what do you want to change next?"),
        N_("Ask %(called)s: who read it, and what did they say?"),
    ),
    Stage.FINAL: (
        N_("Ask %(called)s: what changed between the first and the last version?"),
        N_("Ask %(called)s: how did you know that it was finished?"),
    ),
    Stage.RESUBMISSION: (
        N_("Ask %(called)s: what did you do differently this time?"),
        N_("Ask %(called)s: what helped you to try again?"),
    ),
}
_BY_FORM = {
    EvidenceForm.WORK_SAMPLE: (N_("Ask %(called)s: which part are you happiest with?"),),
    EvidenceForm.JOURNAL: (N_("Ask %(called)s: what would you add to this page today?"),),
    EvidenceForm.STUDENT_DRIVEN_PRODUCT: (N_("Ask %(called)s: how did you choose this?"),),
    EvidenceForm.TEST_OR_QUIZ: (N_("Ask %(called)s to teach you one of the questions."),),
    EvidenceForm.ASSIGNMENT: (N_("Ask %(called)s: what was tricky, and what did you try?"),),
    EvidenceForm.PROJECT: (N_("Ask %(called)s: what surprised you on the way?"),),
    EvidenceForm.PRESENTATION: (N_("Ask %(called)s to give you the talk again, just for you."),),
    EvidenceForm.DEMONSTRATION: (N_("Ask %(called)s to show you how it is done."),),
    EvidenceForm.ROLE_PLAY: (N_("Ask %(called)s: what did the person you played want?"),),
    EvidenceForm.COLLABORATION: (N_("Ask %(called)s: whose idea helped you?"),),
    EvidenceForm.CONNECTIONS: (N_("Ask %(called)s: where else have you met something like this?"),),
    EvidenceForm.GROUP_WORK: (N_("Ask %(called)s: what was your part, and how did the parts fit?"),),
    EvidenceForm.GROUP_DYNAMICS: (N_("Ask %(called)s: how did your group decide?"),),
    EvidenceForm.PROBLEM_SOLVING: (N_("Ask %(called)s: what did you try first, and what then?"),),
    EvidenceForm.UNSTRUCTURED_TIME: (N_("Ask %(called)s: what do you do when nobody tells you what to do?"),),
    EvidenceForm.MAKING_CHOICES: (N_("Ask %(called)s: what else could you have chosen?"),),
    EvidenceForm.FREE_PLAY: (N_("Ask %(called)s: how does the game go?"),),
    EvidenceForm.CONFERENCE: (N_("Ask %(called)s: what did you decide together?"),),
    EvidenceForm.CLASS_DISCUSSION: (N_("Ask %(called)s: what did somebody say that made you think?"),),
    EvidenceForm.SIDE_CONVERSATION: (N_("Ask %(called)s to tell you the story of this talk."),),
    EvidenceForm.QUESTIONING: (N_("Ask %(called)s: what do you wonder now?"),),
    EvidenceForm.REFLECTION: (N_("Ask %(called)s: what do you know about yourself now?"),),
}
_BY_MEDIUM = {
    MediumKind.PICTURE: (
        N_("Ask %(called)s: where does your eye go first, and why?"),
        N_("Ask %(called)s to tell you the story of this picture."),
    ),
    MediumKind.FILM: (
        N_("Watch it together, then ask %(called)s: what happened just before this?"),
        N_("Watch it together, then ask %(called)s: what would you do differently next time?"),
    ),
    MediumKind.SOUND: (
        N_("Listen together, then ask %(called)s: what do you hear in it?"),
        N_("Listen together, then ask %(called)s: which part did you practise most?"),
    ),
    MediumKind.DOCUMENT: (N_("Ask %(called)s: which page should we look at together?"),),
    MediumKind.CODE: (
        N_("Ask %(called)s: what does it do when you run it?"),
        N_("Ask %(called)s: what went wrong on the way, and how did you find it?"),
    ),
}
_BY_KIND = {
    EvidenceKind.PRODUCT: (
        N_("Ask %(called)s: what was tricky, and what did you try?"),
        N_("Ask %(called)s to teach you this."),
    ),
    EvidenceKind.OBSERVATION: (
        N_("Ask %(called)s to act out what happened."),
        N_("Ask %(called)s: what were you thinking then?"),
    ),
    EvidenceKind.CONVERSATION: (
        N_("Ask %(called)s: what do you wonder now?"),
        N_("Ask %(called)s: did you change your mind?"),
    ),
}


def talk_about(evidence: Evidence, *, subject: Subject) -> Talk:
    """The question for one piece: the teacher's own first, else one that fits its stage, form, media and kind.

    The same piece gives the same question in every build and for every reader.
    """
    student = subject.student
    fitting = _fitting(evidence, subject=subject)
    return Talk(
        asked=as_plain(evidence.talk_about, language=subject.framework.school_language),
        message=fitting[_turn(student.id, evidence=evidence) % len(fitting)],
        called=student.called,
        title=PlainWords(text=evidence.title, language=evidence.title_language),
        path=evidence_path(student.id, evidence.id),
    )


def questions_about(evidence: Evidence, *, subject: Subject) -> tuple[Talk, ...]:
    """Two or three questions for one piece: the one for home first, then others that fit it."""
    first = talk_about(evidence, subject=subject)
    fitting = dict.fromkeys((*_fitting(evidence, subject=subject), *_BY_KIND[evidence.kinds[0]]))
    others = [
        replace(first, asked=None, message=message)
        for message in fitting
        if first.asked is not None or message != first.message
    ]
    # A thinking move that the piece shows asks more closely than a question that fits any piece of its kind.
    moves = (move for move in subject.framework.thinking_moves if move.id in evidence.thinking)
    starters = [starter for move in moves for starter in move.starters[:1]]
    closer = [replace(first, asked=None, message=FINISH, starter=starter) for starter in starters[:1]]
    return (first, *closer, *others)[:QUESTIONS]


def _fitting(evidence: Evidence, *, subject: Subject) -> tuple[str, ...]:
    media = (
        subject.media[artifact.path].kind for artifact in evidence.artifacts if artifact.path in subject.media
    )
    first_medium = next(media, None)
    questions: list[str] = []
    if evidence.stage is not None and _has_versions(evidence, subject=subject):
        questions += _BY_STAGE[evidence.stage]
    if evidence.form is not None:
        questions += _BY_FORM[evidence.form]
    if first_medium is not None:
        questions += _BY_MEDIUM[first_medium]
    return tuple(questions) or _BY_KIND[evidence.kinds[0]]


def _has_versions(evidence: Evidence, *, subject: Subject) -> bool:
    if evidence.stage not in {Stage.FINAL, Stage.RESUBMISSION}:
        return True
    return sum(other.piece == evidence.piece for other in subject.student.evidence if evidence.piece) > 1


def _turn(student: StudentId, *, evidence: Evidence) -> int:
    return hashlib.sha256(f"{student}/talk/{evidence.id}".encode()).digest()[0]
