"""A message for any channel: what kinds of things are new in a class, where to look, one question. No name, no title, no count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.audience import Audience
from generator.model.evidence import Evidence, EvidenceForm, EvidenceKind, Stage
from generator.model.framework import Framework
from generator.model.identifiers import AreaId
from generator.model.people import Group
from generator.model.student import Student


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrases:
    """One language of the digest. `{day}`, `{group}` and `{areas}` are put in."""

    opening: str
    nothing: str
    made: str
    seen: str
    said: str
    versions: str
    together: str
    feedback: str
    points: str
    updates: str
    goals: str
    conversations: str
    where: str
    way_in: str
    ask: str
    questions: tuple[str, ...]
    joined_by: str
    months: tuple[str, ...]
    date: str
    first: str
    """The first day of a month."""


_ENGLISH = _Phrases(
    opening="{group}: since {day} there is something new in your child's portfolio.",
    nothing="{group}: nothing new since {day}. The next pieces are being made.",
    made="work that was made, in {areas}",
    seen="moments that a teacher saw, in {areas}",
    said="talks about learning, in {areas}",
    versions="new versions of earlier work: compare them on the Growth page",
    together="work made in a group, with each child's own part",
    feedback="feedback: what is strong, and what comes next",
    points="points of progress, in {areas}",
    updates="a learning update: please read that one first",
    goals="goals, new or changed",
    conversations="conversations: read what was said, and answer",
    where="Where to look: open the portfolio, begin with Home, then take ten minutes for one piece together.",
    way_in="Your way in is on your letter. Ask us if you cannot find it.",
    ask="One question for tonight: {question}",
    questions=(
        "What would you do differently next time?",
        "Which part are you happiest with, and why?",
        "Who helped you, and how?",
        "What was hard, and what did you try?",
        "What do you wonder now?",
    ),
    joined_by="and",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    date="{month} {day}",
    first="1",
)
_FRENCH = _Phrases(
    opening="{group} : depuis le {day}, il y a du nouveau dans le portfolio de votre enfant.",
    nothing="{group} : rien de nouveau depuis le {day}. Les prochains travaux sont en route.",
    made="des travaux réalisés, en {areas}",
    seen="des moments observés par l'enseignante ou l'enseignant, en {areas}",
    said="des conversations sur l'apprentissage, en {areas}",
    versions="de nouvelles versions de travaux précédents : comparez-les à la page Progression",
    together="un travail de groupe, avec la part de chaque enfant",
    feedback="des commentaires : ce qui est fort, et ce qui vient ensuite",
    points="des points sur les progrès, en {areas}",
    updates="un rapport d'étape : lisez-le en premier, s'il vous plaît",
    goals="des objectifs, nouveaux ou modifiés",
    conversations="des conversations : lisez ce qui a été dit, et répondez",
    where="Où regarder : ouvrez le portfolio, commencez par l'accueil, puis prenez dix minutes ensemble pour un seul travail.",
    way_in="Votre accès se trouve sur votre lettre. Si vous ne la retrouvez pas, demandez-nous.",
    ask="Une question pour ce soir : {question}",
    questions=(
        "Que ferais-tu autrement la prochaine fois ?",
        "De quelle partie es-tu le plus content ou la plus contente, et pourquoi ?",
        "Qui t'a aidé, et comment ?",
        "Qu'est-ce qui était difficile, et qu'as-tu essayé ?",
        "Qu'est-ce que tu te demandes maintenant ?",
    ),
    joined_by="et",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    date="{day} {month}",
    first="1er",
)
LANGUAGES = ("en", "fr")


def digest(
    group: Group,
    *,
    students: Iterable[Student],
    framework: Framework,
    since: date,
    until: date,
    language: str,
) -> str:
    """The message for one class about what families may see and what is dated from `since` to `until`, both included.

    It speaks of kinds of things, never of how many or whose, so that nobody can be told from it.
    """
    phrases = _FRENCH if language.startswith("fr") else _ENGLISH
    number = phrases.first if since.day == 1 else str(since.day)
    day = phrases.date.format(day=number, month=phrases.months[since.month - 1])
    of_group = [student for student in students if student.group.id == group.id]
    lines = tuple(_lines(of_group, framework=framework, since=since, until=until, phrases=phrases))
    if not lines:
        return phrases.nothing.format(group=group.name, day=day)
    question = phrases.questions[since.toordinal() % len(phrases.questions)]
    return "\n".join(
        (
            phrases.opening.format(group=group.name, day=day),
            *(f"- {line}" for line in lines),
            "",
            phrases.where,
            phrases.ask.format(question=question),
            phrases.way_in,
        )
    )


def _lines(
    students: list[Student], *, framework: Framework, since: date, until: date, phrases: _Phrases
) -> Iterator[str]:
    def new(day: date, audience: Audience) -> bool:
        return since <= day <= until and audience.admits(Audience.FAMILY)

    updates = any(new(one.given_on, one.audience) for student in students for one in student.updates)
    if updates:
        yield phrases.updates
    evidence = [one for student in students for one in student.evidence if new(one.made_on, one.audience)]
    for kind, phrase in (
        (EvidenceKind.PRODUCT, phrases.made),
        (EvidenceKind.OBSERVATION, phrases.seen),
        (EvidenceKind.CONVERSATION, phrases.said),
    ):
        areas = [area for one in evidence if kind in one.kinds for area in one.areas]
        if areas:
            yield phrase.format(areas=_named(areas, framework=framework, phrases=phrases))
    if any(_is_version(one) for one in evidence):
        yield phrases.versions
    if any(one.part is not None or one.form is EvidenceForm.GROUP_WORK for one in evidence):
        yield phrases.together
    shown = [one for student in students for one in student.evidence if one.audience.admits(Audience.FAMILY)]
    if any(since <= given.given_on <= until for one in shown for given in one.feedback):
        yield phrases.feedback
    points = [one.area for student in students for one in student.points if new(one.given_on, one.audience)]
    if points:
        yield phrases.points.format(areas=_named(points, framework=framework, phrases=phrases))
    goals = [one for student in students for one in student.goals if one.audience.admits(Audience.FAMILY)]
    changed = (day for one in goals for day in (one.set_on, *(past.changed_on for past in one.revisions)))
    if any(since <= day <= until for day in changed):
        yield phrases.goals
    remarks = (
        remark.on
        for student in students
        for thread in (
            *(one.remarks for one in student.conversations if one.audience.admits(Audience.FAMILY)),
            *(one.conversation for one in shown),
            *(one.conversation for one in student.goals if one.audience.admits(Audience.FAMILY)),
            *(one.conversation for one in student.points if one.audience.admits(Audience.FAMILY)),
        )
        for remark in thread
    )
    if any(since <= day <= until for day in remarks):
        yield phrases.conversations


def _is_version(evidence: Evidence) -> bool:
    return evidence.stage in {Stage.DRAFT, Stage.FINAL, Stage.RESUBMISSION} and evidence.piece is not None


def _named(areas: Iterable[AreaId], *, framework: Framework, phrases: _Phrases) -> str:
    wanted = frozenset(areas)
    names = [area.name for area in framework.areas if area.id in wanted]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {phrases.joined_by} {names[-1]}"
