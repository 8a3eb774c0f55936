"""`source/`: the words of the portfolio as Markdown files, with clean media beside the text that speaks of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from posixpath import relpath

from generator.keepsake.files import KeptFile, safe_name, text_file
from generator.keepsake.speech import Speech, said
from generator.model.assessment import Assessment
from generator.model.evidence import Artifact, Evidence, Feedback
from generator.model.framework import Framework
from generator.model.goal import Goal
from generator.model.identifiers import AreaId, EvidenceId, LevelId
from generator.model.progress import LearningUpdate, PointOfProgress
from generator.model.reflection import Reflection
from generator.model.student import Student
from generator.model.talking import Conference, Remark
from generator.model.words import Words
from generator.views.about import SEVEN_STATEMENTS
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWriter:
    """Writes one student's source. Artifacts' paths are their places in the folder already."""

    student: Student
    framework: Framework
    speech: Speech

    def files(self) -> Iterator[KeptFile]:
        """Every Markdown file, each below `source/`."""
        student = self.student
        if student.about:
            yield self._file("about", (student.called,), tuple(self._about()))
        for one in student.evidence:
            yield self._file(f"evidence/{safe_name(one.id)}", (one.title,), tuple(self._evidence(one)))
        for reflection in student.reflections:
            yield self._file(
                f"reflections/{safe_name(reflection.id)}",
                (reflection.title,),
                tuple(self._reflection(reflection)),
            )
        for goal in student.goals:
            yield self._file(f"goals/{safe_name(goal.id)}", (goal.wording.text,), tuple(self._goal(goal)))
        for point in student.points:
            title = (self._area(point.area), self.speech.day(point.given_on))
            yield self._file(f"progress/{safe_name(point.id)}", title, tuple(self._point(point)))
        for update in student.updates:
            title = (said(update.kind, speech=self.speech), self.speech.day(update.given_on))
            yield self._file(f"updates/{safe_name(update.id)}", title, tuple(self._update(update)))
        for talk in student.conversations:
            words = tuple(self._remarks(talk.remarks))
            yield self._file(f"conversations/{safe_name(talk.id)}", (talk.title,), words)
        for held in student.conferences:
            yield self._file(
                f"conferences/{safe_name(held.id)}", (held.title,), tuple(self._conference(held))
            )
        for name, message, parts in (
            ("growth", N_("How I've grown"), tuple(self._growth())),
            ("showcase", N_("My showcase"), tuple(self._showcase())),
            ("core-competencies", N_("What I carry with me"), tuple(self._self_assessments())),
            ("assessments", N_("Levels over time"), tuple(self._assessments())),
        ):
            if parts:
                yield self._file(name, (self.speech.word(message),), parts)

    def _file(self, name: str, title: tuple[str, ...], parts: tuple[str, ...]) -> KeptFile:
        heading = f"# {' '.join(' · '.join(title).split())}"
        path = f"source/{name}.md"
        text = "\n\n".join(part.strip() for part in (heading, *parts) if part.strip())
        return text_file(path, text.replace(_HERE, relpath(".", f"source/{name}/..") + "/") + "\n")

    def _about(self) -> Iterator[str]:
        about = self.student.about
        if about is None:
            return
        if about.picture:
            yield _link(about.picture, about.picture_alternative, picture=True)
        if about.hello:
            yield _link(about.hello, self.speech.word(N_("Hear me say hello")))
        if about.words:
            yield about.words.text
        yield self._list(N_("I like"), about.likes)
        yield self._list(N_("My languages"), about.languages)
        for statement in about.statements:
            yield f"## {self.speech.word(SEVEN_STATEMENTS[statement.name][0])}"
            yield statement.words.text

    def _evidence(self, one: Evidence) -> Iterator[str]:
        yield f"*{self.speech.day(one.made_on)}*"
        yield ", ".join(
            (
                *(self._area(area) for area in one.areas),
                *(said(kind, speech=self.speech) for kind in one.kinds),
            )
        )
        yield self._part(N_("What we were learning"), one.learning)
        yield from self._artifacts(one.artifacts)
        if one.words:
            yield f"## {said(one.words_by, speech=self.speech)}"
            yield one.words.text
        yield self._part(N_("What I say about it"), one.explanation)
        if one.part:
            yield self._part(N_("My part"), one.part.role)
            yield one.part.words.text if one.part.words else ""
        for given in one.feedback:
            yield from self._feedback(given)
        for link in one.links:
            yield f"- [{link.title or link.address}]({link.address})"
        yield from self._remarks(one.conversation)

    def _feedback(self, given: Feedback) -> Iterator[str]:
        who = given.by or said(given.voice, speech=self.speech)
        yield f"## {who}, {self.speech.day(given.given_on)}"
        yield from self._three(given.can_do, given.working_on, given.next_step)

    def _three(self, can_do: Words, working_on: Words | None, next_step: Words | None) -> Iterator[str]:
        yield self._part(N_("Can do"), can_do, depth=3)
        yield self._part(N_("Working on"), working_on, depth=3)
        yield self._part(N_("Next step"), next_step, depth=3)

    def _reflection(self, one: Reflection) -> Iterator[str]:
        yield f"*{self.speech.day(one.made_on)}*"
        questions = (self.framework.prompt(prompt) for prompt in one.prompts)
        yield "\n".join(f"> {prompt.question}" for prompt in questions if prompt)
        yield one.words.text if one.words else ""
        yield from self._artifacts(one.artifacts)
        yield self._pieces(one.evidence)

    def _goal(self, goal: Goal) -> Iterator[str]:
        yield f"*{self.speech.day(goal.set_on)}* · {said(goal.state, speech=self.speech)}"
        yield self._list(N_("I'll know when"), goal.success)
        yield self._list(N_("I will try"), goal.strategies)
        yield self._list(N_("Who helps"), goal.helpers)
        for before in goal.revisions:
            yield f"## {self.speech.word(N_('Before'))}, {self.speech.day(before.changed_on)}"
            yield before.wording_before.text
            yield before.reason
        for step in goal.steps:
            who = step.by or said(step.voice, speech=self.speech)
            yield f"## {said(step.phase, speech=self.speech)} · {who}, {self.speech.day(step.on)}"
            yield step.words.text
            yield self._pieces(step.evidence)
        yield from self._remarks(goal.conversation)

    def _point(self, point: PointOfProgress) -> Iterator[str]:
        yield f"*{point.by}*"
        yield from self._three(point.can_do, point.working_on, point.next_step)
        yield self._part(N_("At home"), point.at_home, depth=3)
        yield self._level(point.level)
        yield point.reason
        yield point.plan
        yield self._pieces(point.evidence)
        yield from self._remarks(point.conversation)

    def _update(self, update: LearningUpdate) -> Iterator[str]:
        yield f"*{update.by}*"
        yield update.words.text if update.words else ""
        for area in update.areas:
            yield f"## {self._area(area.area)}"
            yield from self._three(area.can_do, area.working_on, area.next_step)
            yield self._level(area.level) if area.level else ""
            yield area.reason
            yield area.plan
        yield self._part(N_("Attendance"), update.attendance)

    def _conference(self, held: Conference) -> Iterator[str]:
        yield f"*{self.speech.day(held.held_on)}* · {', '.join(who.name for who in held.present if who.name)}"
        for piece in held.pieces:
            yield self._pieces((piece.evidence,))
            yield from (words.text for words in (piece.proud_of, piece.was_hard, piece.next_time) if words)
        yield self._list(N_("What we saw"), [words.text for words in held.strengths])
        yield self._list(N_("What is growing"), [words.text for words in held.growing])
        yield self._part(N_("My family"), held.family_said)
        yield self._list(
            N_("What we agreed"), [" · ".join((one.words.text, *one.helpers)) for one in held.agreed]
        )

    def _remarks(self, remarks: Iterable[Remark]) -> Iterator[str]:
        for one in remarks:
            yield f"**{one.by or said(one.voice, speech=self.speech)}**, {self.speech.day(one.on)}"
            yield one.words.text

    def _growth(self) -> Iterator[str]:
        for pair in self.student.comparisons:
            yield f"## {pair.title}"
            yield self._pieces((pair.earlier, pair.later))
            yield self._part(N_("What I notice"), pair.noticed, depth=3)
            yield self._part(N_("What my teacher sees"), pair.teacher_sees, depth=3)

    def _showcase(self) -> Iterator[str]:
        shown = self.student.showcase
        if shown is None:
            return
        yield shown.title
        yield shown.introduction.text if shown.introduction else ""
        for pick in shown.picks:
            yield self._pieces((pick.evidence,))
            yield pick.because.text
        yield self._part(N_("Ask me"), shown.ask_me)

    def _self_assessments(self) -> Iterator[str]:
        for one in self.student.self_assessments:
            profile = self.framework.profile(one.profile)
            yield f"## {profile.i_can if profile else one.profile}, {self.speech.day(one.made_on)}"
            yield one.why.text
            yield self._pieces(one.evidence)

    def _assessments(self) -> Iterator[str]:
        for one in self.student.assessments:
            who = one.by or said(one.voice, speech=self.speech)
            yield f"## {self._subject(one)} · {who}, {self.speech.day(one.given_on)}"
            yield one.comment.text if one.comment else ""
            yield self._level(one.level)
            yield self._pieces(one.evidence)

    def _subject(self, one: Assessment) -> str:
        competency = self.framework.competency(one.competency) if one.competency else None
        return competency.name if competency else self._area(one.area or "")

    def _artifacts(self, artifacts: Iterable[Artifact]) -> Iterator[str]:
        for one in artifacts:
            picture = one.path.rpartition(".")[2] in {"webp", "png", "jpg", "gif"}
            yield _link(one.path, one.alternative or one.caption, picture=picture)
            yield one.caption
            yield one.transcript.text if one.transcript else ""

    def _part(self, label: str, words: Words | str | None, *, depth: int = 2) -> str:
        text = words.text if isinstance(words, Words) else words
        return f"{'#' * depth} {self.speech.word(label)}\n\n{text}" if text else ""

    def _list(self, label: str, lines: Iterable[str]) -> str:
        return self._part(label, "\n".join(f"- {' '.join(line.split())}" for line in lines))

    def _pieces(self, evidence: Iterable[EvidenceId]) -> str:
        found = (self.student.find_evidence(one) for one in evidence)
        return "\n".join(
            f"- [{one.title}](<{_HERE}source/evidence/{safe_name(one.id)}.md>)" for one in found if one
        )

    def _level(self, level: str) -> str:
        found = self.framework.scale.find(LevelId(level))
        return f"{found.meaning} ({found.name})" if found else ""

    def _area(self, area: str) -> str:
        known = self.framework.area(AreaId(area))
        return known.name if known else area


_HERE = "\x00"
"""Stands for the way back to the folder's root until the place of the text is known."""


def _link(path: str, words: str, *, picture: bool = False) -> str:
    shown = " ".join(words.split()).replace("[", "(").replace("]", ")") or path.rpartition("/")[2]
    return f"{'!' if picture else ''}[{shown}](<{_HERE}{path}>)"
