"""Small students for tests: everything has a default, so that a test says only what it is about."""

from collections.abc import Sequence
from datetime import date

from generator.model.about import AboutMe, Statement
from generator.model.assessment import Assessment
from generator.model.audience import Audience
from generator.model.comparison import Comparison
from generator.model.evidence import (
    Artifact,
    Context,
    Evidence,
    EvidenceForm,
    EvidenceKind,
    Feedback,
    Link,
    Moment,
    Stage,
)
from generator.model.framework import (
    Area,
    BigIdea,
    Competency,
    Content,
    Framework,
    Level,
    ProficiencyScale,
    Profile,
    Prompt,
    Term,
    ThinkingMove,
)
from generator.model.goal import Goal, GoalState, Horizon, Phase, Revision, Step
from generator.model.identifiers import (
    AreaId,
    BigIdeaId,
    CompetencyId,
    ContentId,
    CriterionId,
    EvidenceId,
    GoalId,
    GroupId,
    LevelId,
    PersonId,
    PieceId,
    ProfileId,
    PromptId,
    ReflectionId,
    RubricId,
    StudentId,
    ThinkingMoveId,
    UpdateId,
)
from generator.model.medium import Medium, MediumKind, Rendition
from generator.model.people import Group
from generator.model.progress import (
    AreaReport,
    InformalForm,
    InformalUpdate,
    LearningUpdate,
    PointOfProgress,
)
from generator.model.reflection import Reflection
from generator.model.reporting import CommunicationKind
from generator.model.rubric import (
    Criterion,
    CriterionMark,
    LevelDescription,
    Rubric,
    RubricForm,
    RubricMark,
    RubricUse,
    RubricVersion,
)
from generator.model.self_assessment import SelfAssessment
from generator.model.showcase import Showcase, ShowcasePick
from generator.model.student import Student
from generator.model.talking import (
    AgreedGoal,
    Conference,
    ConferencePiece,
    Conversation,
    Participant,
    Remark,
)
from generator.model.words import Voice, Words
from generator.problems import Origin
from generator.views.view import Subject

ORIGIN = Origin(path="students/asha-gill/student.yml")
SUMMER = date(2026, 6, 30)


def day(text: str) -> date:
    return date.fromisoformat(text)


def words(text: str, *, language: str = "en") -> Words:
    return Words(text=text, language=language)


def level(name: str) -> Level:
    return Level(
        id=LevelId(name[:3].upper()),
        name=name,
        line=f"The official line of {name}.",
        meaning=f"What {name} means.",
        does_not_mean=f"What {name} does not mean.",
        at_home=f"What helps at {name}.",
    )


def framework() -> Framework:
    return Framework(
        school_name="Maple Creek Elementary",
        contact="Call the office.",
        school_language="en",
        areas=(
            Area(id=AreaId("english"), name="English Language Arts", icon="book-open-outline"),
            Area(id=AreaId("mathematics"), name="Mathematics", icon="calculator-variant-outline"),
            Area(id=AreaId("science"), name="Science", icon="flask-outline"),
        ),
        competencies=(
            Competency(
                id=CompetencyId("en-write"),
                name="Plan and revise texts",
                area=AreaId("english"),
                strand="Create",
                i_can="I can make my writing better.",
            ),
            Competency(
                id=CompetencyId("ma-explain"),
                name="Explain mathematical ideas",
                area=AreaId("mathematics"),
                strand="Communicate",
                i_can="",
                grades=("4",),
            ),
            Competency(
                id=CompetencyId("sc-question"),
                name="Ask questions that can be tested",
                area=AreaId("science"),
                strand="Question",
                i_can="I can ask a question I could test.",
                grades=("4",),
            ),
            Competency(
                id=CompetencyId("sc-hypothesis"),
                name="Make hypotheses",
                area=AreaId("science"),
                strand="Question",
                i_can="",
                grades=("7",),
            ),
            Competency(
                id=CompetencyId("core-creative"),
                name="Creative Thinking",
                area=None,
                strand="Thinking",
                i_can="I can get new ideas.",
                facets=("Creating and innovating",),
                also_called=("Novelty and value",),
            ),
        ),
        scale=ProficiencyScale(
            name="Proficiency Scale",
            levels=(level("Emerging"), level("Developing"), level("Proficient"), level("Extending")),
            insufficient_evidence=level("Insufficient evidence"),
        ),
        prompts=(
            Prompt(id=PromptId("new"), question="Did I learn something new?", icon="lightbulb-outline"),
        ),
        terms=(
            Term(name="Fall", first_day=day("2025-09-02"), last_day=day("2025-12-19")),
            Term(name="Winter", first_day=day("2026-01-05"), last_day=day("2026-03-13")),
            Term(name="Spring", first_day=day("2026-03-30"), last_day=SUMMER),
        ),
        content=(
            Content(id=ContentId("en-know"), name="How paragraphs are built", area=AreaId("english")),
            Content(id=ContentId("ma-know"), name="Fractions", area=AreaId("mathematics"), grades=("4",)),
        ),
        big_ideas=(
            BigIdea(id=BigIdeaId("en-understand"), name="Stories connect us", area=AreaId("english")),
        ),
        profiles=(
            Profile(
                id=ProfileId("creative-play"),
                competency=CompetencyId("core-creative"),
                i_can="I can get ideas when I play.",
            ),
            Profile(
                id=ProfileId("creative-build"),
                competency=CompetencyId("core-creative"),
                i_can="I can build on somebody's idea.",
            ),
        ),
        thinking_moves=(
            ThinkingMove(
                id=ThinkingMoveId("explain"),
                name="Explain",
                icon="comment-text-outline",
                starters=("It works like this: …",),
            ),
            ThinkingMove(id=ThinkingMoveId("wonder"), name="Wonder", icon="", starters=()),
        ),
        rubrics=(rubric(),),
    )


def rubric(form: RubricForm = RubricForm.SINGLE_POINT) -> Rubric:
    """Two versions; the second asks for one thing more."""
    levels = (
        (LevelDescription(level=LevelId("DEV"), words="Some of it."),) if form is RubricForm.LEVELLED else ()
    )
    clear = Criterion(id=CriterionId("clear"), words="A reader does not get lost.", levels=levels)
    true = Criterion(id=CriterionId("true"), words="It says something true.", levels=levels)
    return Rubric(
        id=RubricId("story"),
        title="A story for a real reader",
        form=form,
        authors="Cedar class",
        group=GroupId("cedar"),
        language="en",
        exemplar="",
        versions=(
            RubricVersion(version="1", agreed_on=day("2025-09-20"), criteria=(clear,), changed_because=""),
            RubricVersion(
                version="2",
                agreed_on=day("2025-10-15"),
                criteria=(clear, true),
                changed_because="Clear was not enough.",
            ),
        ),
        origin=ORIGIN,
    )


def criterion_mark(
    criterion: str = "clear", *, strength: str = "", growing: str = "", level_id: str = ""
) -> CriterionMark:
    return CriterionMark(
        criterion=CriterionId(criterion),
        strength=words(strength) if strength else None,
        growing=words(growing) if growing else None,
        level=LevelId(level_id) if level_id else None,
        origin=ORIGIN,
    )


def rubric_mark(*criteria: CriterionMark, voice: Voice = Voice.STUDENT) -> RubricMark:
    by = {Voice.STUDENT: "Asha", Voice.TEACHER: "Ms. Okafor", Voice.PEER: "Leo"}[voice]
    return RubricMark(voice=voice, by=by, given_on=day("2025-10-21"), criteria=criteria)


def rubric_use(*marks: RubricMark, version: str = "2") -> RubricUse:
    return RubricUse(rubric=RubricId("story"), version=version, marks=marks, origin=ORIGIN)


def self_assessment(
    profile: str = "creative-build",
    *,
    on: str = "2025-11-05",
    why: str = "I took Leo's bridge and made it a stage.",
    about: Sequence[str] = ("2025-10-20-story",),
    audience: Audience = Audience.FAMILY,
) -> SelfAssessment:
    return SelfAssessment(
        made_on=day(on),
        profile=ProfileId(profile),
        why=words(why),
        evidence=tuple(EvidenceId(one) for one in about),
        audience=audience,
        origin=ORIGIN,
    )


def group() -> Group:
    return Group(
        id=GroupId("cedar"),
        name="Cedar class",
        grade="4",
        teachers=(PersonId("ms-okafor"),),
        agreement=words("We say why."),
        origin=ORIGIN,
    )


def artifact(
    path: str,
    *,
    caption: str = "",
    alternative: str = "",
    transcript: Words | None = None,
    moment: Moment | None = None,
) -> Artifact:
    return Artifact(
        path=path,
        caption=caption,
        alternative=alternative,
        transcript=transcript,
        resurface=False,
        origin=ORIGIN,
        moment=moment,
    )


def evidence(
    name: str = "2025-10-02-volcano",
    *,
    title: str = "",
    kinds: tuple[EvidenceKind, ...] = (EvidenceKind.PRODUCT,),
    form: EvidenceForm | None = None,
    context: Context | None = None,
    audience: Audience = Audience.FAMILY,
    areas: Sequence[str] = (),
    competencies: Sequence[str] = (),
    text: str = "",
    language: str = "en",
    words_by: Voice = Voice.STUDENT,
    learning: str = "",
    explanation: Words | None = None,
    artifacts: tuple[Artifact, ...] = (),
    feedback: tuple[Feedback, ...] = (),
    piece: str = "",
    stage: Stage | None = None,
    talk_about: str = "",
    content: Sequence[str] = (),
    big_ideas: Sequence[str] = (),
    thinking: Sequence[str] = (),
    choice: Words | None = None,
    links: tuple[Link, ...] = (),
    rubric: RubricUse | None = None,
) -> Evidence:
    return Evidence(
        id=EvidenceId(name),
        title=title or name[11:].replace("-", " ").capitalize(),
        title_language=language,
        made_on=day(name[:10]),
        kinds=kinds,
        form=form,
        context=context,
        audience=audience,
        areas=tuple(AreaId(area) for area in areas),
        competencies=tuple(CompetencyId(one) for one in competencies),
        learning=learning,
        words=words(text, language=language) if text else None,
        words_by=words_by,
        explanation=explanation,
        artifacts=artifacts,
        feedback=feedback,
        piece=PieceId(piece) if piece else None,
        stage=stage,
        talk_about=talk_about,
        origin=ORIGIN,
        content=tuple(ContentId(one) for one in content),
        big_ideas=tuple(BigIdeaId(one) for one in big_ideas),
        thinking=tuple(ThinkingMoveId(one) for one in thinking),
        chosen=choice is not None,
        choice=choice,
        links=links,
        rubric=rubric,
    )


def feedback(can_do: str = "You explain each step.", *, on: str = "2025-10-05") -> Feedback:
    return Feedback(
        can_do=words(can_do),
        working_on=words("Saying why."),
        next_step=words("Add one *because*."),
        voice=Voice.TEACHER,
        by="Ms. Okafor",
        given_on=day(on),
        origin=ORIGIN,
    )


def assessment(
    level_id: str = "DEV",
    *,
    on: str = "2025-10-12",
    voice: Voice = Voice.TEACHER,
    competency: str = "",
    area: str = "",
    about: Sequence[str] = (),
    comment: str = "",
    audience: Audience = Audience.FAMILY,
    new_target: bool = False,
) -> Assessment:
    return Assessment(
        given_on=day(on),
        voice=voice,
        by="Ms. Okafor" if voice is Voice.TEACHER else "Asha",
        competency=CompetencyId(competency) if competency else None,
        area=AreaId(area) if area else None,
        level=LevelId(level_id),
        comment=words(comment) if comment else None,
        evidence=tuple(EvidenceId(one) for one in about),
        audience=audience,
        new_target=new_target,
        origin=ORIGIN,
    )


def reflection(
    name: str = "2025-10-10-my-volcano",
    *,
    text: str = "I mixed it twice.",
    about: Sequence[str] = (),
    goal: str = "",
    prompts: Sequence[str] = (),
    competencies: Sequence[str] = (),
    artifacts: tuple[Artifact, ...] = (),
    audience: Audience = Audience.FAMILY,
    thinking: Sequence[str] = (),
) -> Reflection:
    return Reflection(
        id=ReflectionId(name),
        made_on=day(name[:10]),
        title=name[11:].replace("-", " ").capitalize(),
        prompts=tuple(PromptId(prompt) for prompt in prompts),
        words=words(text) if text else None,
        artifacts=artifacts,
        evidence=tuple(EvidenceId(one) for one in about),
        goal=GoalId(goal) if goal else None,
        competencies=tuple(CompetencyId(one) for one in competencies),
        audience=audience,
        origin=ORIGIN,
        thinking=tuple(ThinkingMoveId(one) for one in thinking),
    )


def goal(
    name: str = "read-every-night",
    *,
    wording: str = "I want to read every night.",
    on: str = "2025-09-20",
    state: GoalState = GoalState.WORKING,
    phase: Phase = Phase.STRATEGIES,
    about: Sequence[str] = (),
    steps: tuple[Step, ...] = (),
    revisions: tuple[Revision, ...] = (),
    next_goal: str = "",
    audience: Audience = Audience.FAMILY,
) -> Goal:
    return Goal(
        id=GoalId(name),
        set_on=day(on),
        wording=words(wording),
        success=("I can tell the story",),
        strategies=("Read after brushing my teeth",),
        helpers=("Mum",),
        at_home="Ask for the funniest page.",
        horizon=Horizon.SHORT,
        state=state,
        phase=phase,
        review_on=None,
        area=AreaId("english"),
        competencies=(),
        evidence=tuple(EvidenceId(one) for one in about),
        revisions=revisions,
        steps=steps,
        next_goal=GoalId(next_goal) if next_goal else None,
        audience=audience,
        origin=ORIGIN,
    )


def step(
    text: str = "You read to the little ones.", *, on: str = "2025-11-10", about: Sequence[str] = ()
) -> Step:
    return Step(
        on=day(on),
        phase=Phase.EVIDENCE_AND_FEEDBACK,
        voice=Voice.TEACHER,
        by="Ms. Okafor",
        words=words(text),
        evidence=tuple(EvidenceId(one) for one in about),
    )


def point(
    name: str = "2026-02-03-mathematics",
    *,
    level_id: str = "PRO",
    can_do: str = "Asha explains how she knows.",
    about: Sequence[str] = (),
    revises: str = "",
    reason: str = "",
    audience: Audience = Audience.FAMILY,
) -> PointOfProgress:
    return PointOfProgress(
        id=name,
        given_on=day(name[:10]),
        area=AreaId(name[11:]),
        by="Ms. Okafor",
        level=LevelId(level_id),
        can_do=words(can_do),
        working_on=words("Longer explanations."),
        next_step=words("Compare two ways."),
        at_home="Share a pizza in fractions.",
        evidence=tuple(EvidenceId(one) for one in about),
        whole_portfolio=not about,
        revises=revises or None,
        reason=reason,
        plan="",
        audience=audience,
        origin=ORIGIN,
    )


def area_report(
    area: str = "english", *, level_id: str = "PRO", about: Sequence[str] = (), reason: str = ""
) -> AreaReport:
    return AreaReport(
        area=AreaId(area),
        level=LevelId(level_id) if level_id else None,
        can_do=words("Writes so that readers listen."),
        working_on=words("Endings."),
        next_step=words("Try *two* endings."),
        reason=reason,
        plan="",
        evidence=tuple(EvidenceId(one) for one in about),
        origin=ORIGIN,
    )


def update(
    name: str = "2025-12-05-learning-update",
    *,
    on: str = "",
    kind: CommunicationKind = CommunicationKind.LEARNING_UPDATE,
    areas: tuple[AreaReport, ...] = (),
    reflections: Sequence[str] = (),
    goals: Sequence[str] = (),
    audience: Audience = Audience.FAMILY,
) -> LearningUpdate:
    return LearningUpdate(
        id=UpdateId(name),
        kind=kind,
        given_on=day(on or name[:10]),
        by="Ms. Okafor",
        words=words("Asha asks before she guesses."),
        areas=areas or (area_report(),),
        not_studied_now=(AreaId("science"),),
        reflections=tuple(ReflectionId(one) for one in reflections),
        goals=tuple(GoalId(one) for one in goals),
        attendance="At school every day.",
        audience=audience,
        origin=ORIGIN,
    )


def informal(on: str = "2025-10-21", *, audience: Audience = Audience.FAMILY) -> InformalUpdate:
    return InformalUpdate(
        id=UpdateId(f"{on}-informal-update"),
        given_on=day(on),
        by="Ms. Okafor",
        form=InformalForm.PHONE_CALL,
        words=words("We laughed about the vinegar."),
        audience=audience,
        origin=ORIGIN,
    )


def comparison(
    earlier: str,
    *,
    later: str,
    title: str = "The lines have direction now",
    noticed: str = "I looked longer.",
) -> Comparison:
    return Comparison(
        earlier=EvidenceId(earlier),
        later=EvidenceId(later),
        title=title,
        noticed=words(noticed) if noticed else None,
        teacher_sees=None,
        aligned=False,
        origin=ORIGIN,
    )


def pick(name: str, *, because: str = "It took three tries.", was_hard: bool = False) -> ShowcasePick:
    return ShowcasePick(evidence=EvidenceId(name), because=words(because), was_hard=was_hard, origin=ORIGIN)


def showcase(*picks: ShowcasePick) -> Showcase:
    return Showcase(
        title="Things I made", introduction=words("Welcome!"), ask_me="about the salamander", picks=picks
    )


def student(
    *,
    about: AboutMe | None = None,
    evidence: Sequence[Evidence] = (),
    assessments: Sequence[Assessment] = (),
    reflections: Sequence[Reflection] = (),
    goals: Sequence[Goal] = (),
    points: Sequence[PointOfProgress] = (),
    comparisons: Sequence[Comparison] = (),
    showcase: Showcase | None = None,
    self_assessments: Sequence[SelfAssessment] = (),
    updates: Sequence[LearningUpdate] = (),
    informal_updates: Sequence[InformalUpdate] = (),
    conversations: Sequence[Conversation] = (),
    conferences: Sequence[Conference] = (),
) -> Student:
    return Student(
        id=StudentId("asha-gill"),
        name="Asha Kaur Gill",
        called="Asha",
        language="en",
        group=group(),
        joined_on=None,
        accent="plum",
        cover="waves",
        avatar="heron",
        guardians=(PersonId("harpreet-gill"),),
        teachers=("Ms. Okafor",),
        about=about,
        evidence=tuple(evidence),
        assessments=tuple(assessments),
        reflections=tuple(reflections),
        goals=tuple(goals),
        points=tuple(points),
        comparisons=tuple(comparisons),
        showcase=showcase,
        origin=ORIGIN,
        self_assessments=tuple(self_assessments),
        updates=tuple(updates),
        informal_updates=tuple(informal_updates),
        conversations=tuple(conversations),
        conferences=tuple(conferences),
    )


def remark(
    text: str = "Well done.", *, on: str = "2026-02-10", voice: Voice = Voice.FAMILY, by: str = "Dad"
) -> Remark:
    return Remark(on=day(on), voice=voice, by=by, words=words(text))


def conversation(
    *remarks: Remark,
    name: str = "2026-02-10-talk",
    about: str = "",
    goal: str = "",
    point: str = "",
    audience: Audience = Audience.FAMILY,
) -> Conversation:
    said = remarks or (remark(),)
    return Conversation(
        id=name,
        title=name[11:].replace("-", " ").capitalize(),
        begun_on=said[0].on,
        evidence=EvidenceId(about) if about else None,
        goal=GoalId(goal) if goal else None,
        point=point or None,
        remarks=said,
        audience=audience,
        origin=ORIGIN,
    )


def conference(
    *pieces: str,
    name: str = "2026-02-19-february",
    agreed: str = "I read every night.",
    goal: str = "",
    audience: Audience = Audience.FAMILY,
) -> Conference:
    return Conference(
        id=name,
        title=name[11:].capitalize(),
        held_on=day(name[:10]),
        student_led=True,
        present=(Participant(voice=Voice.STUDENT, name="Asha"), Participant(voice=Voice.FAMILY, name="Dad")),
        pieces=tuple(
            ConferencePiece(
                evidence=EvidenceId(piece), proud_of=words("The end."), was_hard=None, next_time=None
            )
            for piece in pieces
        ),
        strengths=(words("She tries again."),),
        growing=(words("Saying it early."),),
        family_said=words("We laughed."),
        agreed=(
            AgreedGoal(
                words=words(agreed), goal=GoalId(goal) if goal else None, helpers=("Dad: asks each evening",)
            ),
        ),
        look_again_on=day("2026-05-14"),
        led_by="Ms. Okafor",
        is_update=True,
        audience=audience,
        origin=ORIGIN,
    )


def picture(path: str) -> Medium:
    small = Rendition(
        path=f"m/{path}.small.webp", media_type="image/webp", bytes=9_000, width=480, height=360
    )
    large = Rendition(
        path=f"m/{path}.large.webp", media_type="image/webp", bytes=90_000, width=1600, height=1200
    )
    return Medium(kind=MediumKind.PICTURE, small=small, large=large)


def sound(path: str) -> Medium:
    play = Rendition(path=f"m/{path}.m4a", media_type="audio/mp4", bytes=50_000)
    return Medium(
        kind=MediumKind.SOUND, play=play, seconds=12.5, waveform="M0 4V8", waveform_box="0 0 100 12"
    )


def document(path: str, *, texts: tuple[str, ...]) -> Medium:
    page = Rendition(path=f"m/{path}-1.webp", media_type="image/webp", bytes=40_000, width=900, height=1200)
    download = Rendition(path=f"m/{path}.pdf", media_type="application/pdf", bytes=80_000)
    return Medium(
        kind=MediumKind.DOCUMENT, download=download, large=page, small=page, pages=(page,), page_texts=texts
    )


def subject(student: Student, *, media: dict[str, Medium] | None = None) -> Subject:
    return Subject(student=student, framework=framework(), media=media or {})


def newcomer() -> Subject:
    """Somebody whose portfolio has just begun: nothing is in it yet."""
    return subject(student())


def asha() -> Subject:
    """Somebody with one or two of everything."""
    first, last = "2025-09-12-heron", "2026-05-20-heron"
    return subject(
        student(
            about=AboutMe(
                words=words("I am nine."),
                statements=(Statement(name="voice", words=words("I asked for a newt tank.")),),
                likes=("salamanders",),
                languages=("English", "ਪੰਜਾਬੀ"),
                hello="hello.m4a",
                picture="me.png",
                picture_alternative="A drawing of me",
                origin=ORIGIN,
            ),
            evidence=(
                evidence(
                    first, artifacts=(artifact("heron-1.png", alternative="A heron"),), areas=["science"]
                ),
                evidence(
                    "2025-10-02-story",
                    title="My story, first try",
                    text="The creek was loud. I ran home.",
                    competencies=["en-write", "core-creative"],
                    areas=["english"],
                    piece="story",
                    stage=Stage.DRAFT,
                    form=EvidenceForm.JOURNAL,
                    feedback=(feedback(),),
                ),
                evidence(
                    "2025-10-20-story",
                    title="My story",
                    text="The creek was *very* loud. I ran home. Mum laughed.",
                    competencies=["en-write"],
                    areas=["english"],
                    piece="story",
                    stage=Stage.FINAL,
                    learning="Making a story clearer for a reader.",
                    explanation=words("I added my mum."),
                    talk_about="Why did Mum laugh?",
                    content=["en-know"],
                    big_ideas=["en-understand"],
                    thinking=["explain"],
                    choice=words("A story and not a report, because the creek has a voice."),
                    links=(
                        Link(
                            address="https://www.example.org/creek?page=2",
                            title="",
                            note=words("Listen to the second sound."),
                        ),
                    ),
                    rubric=rubric_use(
                        rubric_mark(
                            criterion_mark(growing="Too many loud words."),
                            criterion_mark("true", strength="I was there.", growing="The frogs."),
                            voice=Voice.TEACHER,
                        ),
                        rubric_mark(criterion_mark(strength="My mum got it at once.")),
                        rubric_mark(
                            criterion_mark("true", strength="It smells like the creek."), voice=Voice.PEER
                        ),
                    ),
                ),
                evidence(
                    "2025-12-27-snow",
                    kinds=(EvidenceKind.CONVERSATION,),
                    text="Asha told how snow melts.",
                    words_by=Voice.TEACHER,
                    context=Context.OUTSIDE_SCHOOL,
                    artifacts=(
                        artifact(
                            "snow.m4a",
                            caption="On the hill",
                            transcript=words("ਬਰਫ਼ ਪਿਘਲ ਗਈ", language="pa-Guru"),
                        ),
                    ),
                    areas=["science"],
                ),
                evidence(
                    "2026-01-20-fractions",
                    kinds=(EvidenceKind.PRODUCT, EvidenceKind.OBSERVATION),
                    artifacts=(
                        artifact("fractions.pdf"),
                        artifact("broken.jpg", caption="A picture nobody can read"),
                    ),
                    competencies=["ma-explain"],
                    areas=["mathematics"],
                ),
                evidence(last, artifacts=(artifact("heron-2.png", alternative="A heron with feathers"),)),
            ),
            assessments=(
                assessment("EME", on="2025-10-03", competency="en-write", about=["2025-10-02-story"]),
                assessment(
                    "PRO",
                    on="2025-10-21",
                    competency="en-write",
                    about=["2025-10-20-story"],
                    voice=Voice.STUDENT,
                ),
                assessment(
                    "DEV",
                    on="2025-10-22",
                    competency="en-write",
                    about=["2025-10-20-story"],
                    comment="Clear beginning and end.",
                ),
                assessment("EME", on="2026-03-02", competency="en-write", new_target=True),
            ),
            reflections=(
                reflection("2025-10-04-first-try", about=["2025-10-02-story"], prompts=["new"]),
                reflection(
                    "2025-10-25-second-look",
                    about=["2025-10-20-story"],
                    competencies=["en-write"],
                    thinking=["wonder"],
                ),
                reflection("2025-11-01-reading", goal="read-every-night"),
            ),
            goals=(
                goal(
                    about=["2025-10-20-story"],
                    steps=(step(about=["2025-10-02-story"]),),
                    revisions=(
                        Revision(
                            changed_on=day("2025-10-30"),
                            wording_before=words("I want to read all books."),
                            reason="That was too many.",
                        ),
                    ),
                    next_goal="read-aloud",
                ),
                goal("read-aloud", wording="I want to read aloud.", on="2026-01-10", state=GoalState.NEW),
                goal("swim", wording="I want to swim.", on="2025-09-09", state=GoalState.DONE),
            ),
            points=(
                point("2025-11-28-mathematics", level_id="DEV", about=["2026-01-20-fractions"]),
                point(about=["2026-01-20-fractions"], revises="2025-11-28-mathematics"),
            ),
            comparisons=(comparison(first, later=last),),
            showcase=showcase(pick(last), pick("2025-10-20-story", was_hard=True)),
            conversations=(
                conversation(
                    remark("I ran home.", voice=Voice.STUDENT, by="Asha", on="2025-10-21"),
                    remark("Who laughed first?", on="2025-10-22"),
                    name="2025-10-21-the-creek",
                    about="2025-10-20-story",
                ),
                conversation(name="2026-02-10-at-night", goal="read-every-night"),
                conversation(
                    remark(on="2026-02-11"), name="2026-02-11-at-the-shop", point="2025-11-28-mathematics"
                ),
            ),
            conferences=(conference("2025-10-20-story", last, goal="read-every-night"),),
            updates=(
                update(reflections=["2025-10-25-second-look"], goals=["read-every-night"]),
                update(
                    "2026-summary-of-learning",
                    on="2026-06-20",
                    kind=CommunicationKind.SUMMARY_OF_LEARNING,
                    areas=(area_report(about=["2025-10-20-story"]),),
                ),
            ),
            informal_updates=(informal(),),
            self_assessments=(
                self_assessment("creative-play", on="2025-10-03", about=["2025-10-02-story"]),
                self_assessment(),
            ),
        ),
        media={
            "heron-1.png": picture("heron-1"),
            "heron-2.png": picture("heron-2"),
            "snow.m4a": sound("snow"),
            "fractions.pdf": document("fractions", texts=("Two thirds is more than half.",)),
            "hello.m4a": sound("hello"),
            "me.png": picture("me"),
        },
    )
