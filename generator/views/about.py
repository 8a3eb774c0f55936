"""The student as a learner, in the student's own words."""

from dataclasses import dataclass, field

from generator.model.words import Words
from generator.views.artifacts import ShownArtifact, show_file
from generator.views.plain import PlainWords
from generator.views.self_assessment import ShownSelfAssessment, self_assessments_newest_first
from generator.views.view import Page, Subject, View
from generator.views.wording import N_

# The seven statements of personalized learning, in the order of the guide's wheel.
SEVEN_STATEMENTS = {
    "ownership": (N_("Ownership"), N_("I take charge of my learning and set goals for what comes next.")),
    "self-aware": (N_("Self-aware"), N_("I know how I learn best.")),
    "knowledge and skills": (N_("Knowledge and skills"), N_("I can show what I know in many ways.")),
    "flexible pacing": (N_("Flexible pacing"), N_("I can learn at the pace I need.")),
    "voice": (N_("Voice"), N_("I help to shape what I learn, and it fits what I care about.")),
    "choice": (N_("Choice"), N_("I choose how I get there, and try things out to find what I love.")),
    "relationships": (
        N_("Relationships"),
        N_("My teachers and my family know what I am good at and where I grow, and plan with me."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStatement:
    """One of the seven statements."""

    name: str = field(metadata={"help": "which one, as in the files; for icons"})
    title: str = field(metadata={"help": "interface message: its short title"})
    i_statement: str = field(metadata={"help": "interface message: the statement, `I …`"})
    words: Words | None = field(
        metadata={"help": "what the student says about it; none where nothing was written yet"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutContent:
    """The about-me page."""

    called: str = field(metadata={"help": "the name the student chose"})
    words: Words | None = field(metadata={"help": "the student's own text"})
    picture: ShownArtifact | None = field(metadata={"help": "a drawing or photo the student chose"})
    hello: ShownArtifact | None = field(metadata={"help": "a recorded hello"})
    statements: tuple[ShownStatement, ...] = field(
        metadata={"help": "all seven in the guide's order, or none at all"}
    )
    likes: tuple[PlainWords, ...] = field(metadata={"help": "what the student likes"})
    languages: tuple[str, ...] = field(
        metadata={"help": "languages the student lives in, as the student names them"}
    )
    core: tuple[ShownSelfAssessment, ...] = field(
        metadata={"help": "for each core competency the statement the student chose last, newest first"}
    )
    group: str = field(metadata={"help": "the class's name"})
    teachers: tuple[str, ...] = field(metadata={"help": "teachers' names as shown"})
    agreement: Words | None = field(metadata={"help": "what the class agreed about its portfolios"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The about-me page."""
    student = subject.student
    about = student.about
    said = {statement.name: statement.words for statement in about.statements} if about else {}
    content = AboutContent(
        called=student.called,
        words=about.words if about else None,
        picture=show_file(about.picture, subject=subject, alternative=about.picture_alternative)
        if about
        else None,
        hello=show_file(about.hello, subject=subject) if about else None,
        statements=tuple(
            ShownStatement(name=name, title=title, i_statement=i_statement, words=said.get(name))
            for name, (title, i_statement) in SEVEN_STATEMENTS.items()
            if said
        ),
        likes=tuple(PlainWords(text=like, language=student.language) for like in about.likes)
        if about
        else (),
        languages=about.languages if about else (),
        core=_latest_of_each(self_assessments_newest_first(subject)),
        group=student.group.name,
        teachers=student.teachers,
        agreement=student.group.agreement,
    )
    return (
        Page(path=ABOUT.path, title=ABOUT.title, template="about.html", menu=ABOUT.name, content=content),
    )


def _latest_of_each(shown: tuple[ShownSelfAssessment, ...]) -> tuple[ShownSelfAssessment, ...]:
    latest: dict[str, ShownSelfAssessment] = {}
    for one in shown:
        latest.setdefault(one.link.competency.id, one)
    return tuple(latest.values())


ABOUT = View(
    name="about",
    title=N_("About me as a learner"),
    icon="account-heart-outline",
    path="about.html",
    build=build,
)
