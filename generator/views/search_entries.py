"""What search finds: every page's own words, without markup."""

from collections.abc import Iterable, Iterator

from generator.model.evidence import Artifact, Evidence, Feedback
from generator.model.framework import Competency
from generator.model.goal import Goal
from generator.model.progress import LearningUpdate, PointOfProgress
from generator.model.reflection import Reflection
from generator.model.talking import Conference
from generator.model.words import Words
from generator.views.comparisons import Pair, pairs_of
from generator.views.competency_link import shown_competencies
from generator.views.conferences import conference_anchor
from generator.views.goal_card import goal_path
from generator.views.keys import comparison_path, competency_path, evidence_path
from generator.views.learning_update import update_path
from generator.views.plain import plain
from generator.views.point_card import point_path
from generator.views.reflection_bubble import reflection_path
from generator.views.threads import Thread, all_threads
from generator.views.view import SearchEntry, Subject
from generator.views.wording import N_, message_of


def search_entries(subject: Subject) -> tuple[SearchEntry, ...]:
    """One entry per piece of evidence, reflection, goal, point of progress and chosen comparison, and the student's own pages.

    Texts hold all that was written or said: writing, captions, transcripts, page texts of documents, code, feedback.
    """
    student = subject.student
    return (
        *(_evidence(one, subject=subject) for one in student.evidence),
        *(_reflection(one, subject=subject) for one in student.reflections),
        *(_goal(one, subject=subject) for one in student.goals),
        *(_point(one, subject=subject) for one in student.points),
        *(_update(one, subject=subject) for one in student.updates),
        *(_comparison(pair, subject=subject) for pair in pairs_of(subject) if pair.chosen is not None),
        *(_competency(known, subject=subject) for known in _shown_competencies(subject)),
        *(_thread(one, subject=subject) for one in all_threads(subject)),
        *(_conference(one, subject=subject) for one in subject.student.conferences),
        *_own_pages(subject),
    )


def _evidence(evidence: Evidence, *, subject: Subject) -> SearchEntry:
    framework = subject.framework
    return SearchEntry(
        path=evidence_path(subject.student.id, evidence.id),
        title=evidence.title,
        text=_together(
            evidence.learning,
            evidence.words,
            evidence.explanation,
            *_artifacts(evidence.artifacts, subject=subject),
            *_feedback(evidence.feedback),
            *(area.name for area in framework.areas if area.id in evidence.areas),
            *(known.name for known in framework.competencies if known.id in evidence.competencies),
            *(known.name for known in framework.content if known.id in evidence.content),
            *(known.name for known in framework.big_ideas if known.id in evidence.big_ideas),
            *(move.name for move in framework.thinking_moves if move.id in evidence.thinking),
            evidence.choice,
            evidence.theme,
            *(text for link in evidence.links for text in (link.title, link.note)),
            *_rubric(evidence),
            evidence.talk_about,
            *((evidence.part.role, evidence.part.words) if evidence.part else ()),
        ),
        kind=N_("Evidence"),
        date=evidence.made_on.isoformat(),
        language=evidence.words.language if evidence.words else evidence.title_language,
    )


def _reflection(reflection: Reflection, *, subject: Subject) -> SearchEntry:
    prompts = (subject.framework.prompt(prompt) for prompt in reflection.prompts)
    return SearchEntry(
        path=reflection_path(reflection, subject=subject),
        title=reflection.title,
        text=_together(
            reflection.words,
            *_artifacts(reflection.artifacts, subject=subject),
            *(prompt.question for prompt in prompts if prompt is not None),
        ),
        kind=N_("Reflection"),
        date=reflection.made_on.isoformat(),
        language=reflection.words.language if reflection.words else subject.student.language,
    )


def _goal(goal: Goal, *, subject: Subject) -> SearchEntry:
    return SearchEntry(
        path=goal_path(goal, subject=subject),
        title=plain(goal.wording),
        text=_together(
            *goal.success,
            *goal.strategies,
            *goal.helpers,
            goal.at_home,
            *(step.words for step in goal.steps),
            *(revision.wording_before for revision in goal.revisions),
            *(revision.reason for revision in goal.revisions),
        ),
        kind=N_("Goal"),
        date=goal.set_on.isoformat(),
        language=goal.wording.language,
    )


def _point(point: PointOfProgress, *, subject: Subject) -> SearchEntry:
    area = subject.framework.area(point.area)
    return SearchEntry(
        path=point_path(point, subject=subject),
        title=area.name if area else "",
        text=_together(
            point.can_do,
            point.working_on,
            point.next_step,
            point.at_home,
            point.reason,
            point.plan,
            point.what_changed,
        ),
        kind=N_("Point of progress"),
        date=point.given_on.isoformat(),
        language=point.can_do.language,
    )


def _update(update: LearningUpdate, *, subject: Subject) -> SearchEntry:
    said = (
        words
        for report in update.areas
        for words in (report.can_do, report.working_on, report.next_step, report.reason, report.plan)
    )
    kind = message_of(update.kind)
    return SearchEntry(
        path=update_path(update, subject=subject),
        title=kind,
        text=_together(update.words, *said, update.attendance),
        kind=kind,
        date=update.given_on.isoformat(),
        language=subject.framework.school_language,
    )


def _comparison(pair: Pair, *, subject: Subject) -> SearchEntry:
    chosen = pair.chosen
    return SearchEntry(
        path=comparison_path(subject.student.id, earlier=pair.earlier.id, later=pair.later.id),
        title=chosen.title if chosen and chosen.title else pair.later.title,
        text=_together(
            pair.earlier.title,
            pair.later.title,
            chosen.noticed if chosen else None,
            chosen.teacher_sees if chosen else None,
        ),
        kind=N_("Growth"),
        date=pair.later.made_on.isoformat(),
        language=subject.student.language,
    )


def _shown_competencies(subject: Subject) -> tuple[Competency, ...]:
    shown = shown_competencies(subject)
    return tuple(known for known in subject.framework.competencies if known.id in shown)


def _competency(competency: Competency, *, subject: Subject) -> SearchEntry:
    student, framework = subject.student, subject.framework
    area = framework.area(competency.area) if competency.area else None
    profiles = {one.id: one for one in framework.profiles if one.competency == competency.id}
    return SearchEntry(
        path=competency_path(student.id, competency.id),
        title=competency.i_can or competency.name,
        text=_together(
            competency.name,
            area.name if area else "",
            competency.strand,
            *competency.facets,
            *competency.also_called,
            *(profiles[one.profile].i_can for one in student.self_assessments if one.profile in profiles),
            *(one.why for one in student.self_assessments if one.profile in profiles),
        ),
        kind=N_("Competency"),
        date="",
        language=framework.school_language,
    )


def _rubric(evidence: Evidence) -> Iterator[Words | None]:
    for mark in evidence.rubric.marks if evidence.rubric else ():
        for one in mark.criteria:
            yield from (one.strength, one.growing)


def _thread(thread: Thread, *, subject: Subject) -> SearchEntry:
    title = thread.title or thread.about_title
    return SearchEntry(
        path=f"conversations.html#{thread.anchor}",
        title=title.text if title else "",
        text=_together(*(remark.words for remark in thread.remarks)),
        kind=N_("Conversation"),
        date=thread.latest_on.isoformat(),
        language=title.language if title else subject.framework.school_language,
    )


def _conference(conference: Conference, *, subject: Subject) -> SearchEntry:
    said = (words for one in conference.pieces for words in (one.proud_of, one.was_hard, one.next_time))
    return SearchEntry(
        path=f"conferences.html#{conference_anchor(conference, subject=subject)}",
        title=conference.title,
        text=_together(
            *said,
            *conference.strengths,
            *conference.growing,
            conference.family_said,
            *(agreed.words for agreed in conference.agreed),
            *(helper for agreed in conference.agreed for helper in agreed.helpers),
        ),
        kind=N_("Conference"),
        date=conference.held_on.isoformat(),
        language=subject.framework.school_language,
    )


def _own_pages(subject: Subject) -> Iterator[SearchEntry]:
    student = subject.student
    if student.about is not None:
        yield SearchEntry(
            path="about.html",
            title=student.called,
            text=_together(
                student.about.words,
                *(statement.words for statement in student.about.statements),
                *student.about.likes,
                *student.about.languages,
            ),
            kind=N_("About me as a learner"),
            date="",
            language=student.language,
        )
    if student.showcase is not None:
        yield SearchEntry(
            path="showcase.html",
            title=student.showcase.title,
            text=_together(
                student.showcase.introduction,
                student.showcase.ask_me,
                *(pick.because for pick in student.showcase.picks),
            ),
            kind=N_("Showcase"),
            date="",
            language=student.language,
        )


def _artifacts(artifacts: Iterable[Artifact], *, subject: Subject) -> Iterator[Words | str | None]:
    """Only of what is published: an artifact that could not be cleaned leaves no words either."""
    for artifact in artifacts:
        medium = subject.media.get(artifact.path)
        if medium is not None:
            yield artifact.caption
            yield artifact.alternative
            yield artifact.transcript
            yield from medium.page_texts
            yield medium.code_text


def _feedback(feedback: Iterable[Feedback]) -> Iterator[Words | str | None]:
    for given in feedback:
        yield from (given.can_do, given.working_on, given.next_step)


def _together(*texts: Words | str | None) -> str:
    """All texts in one line; the same text twice counts once."""
    lines = (plain(text) if isinstance(text, Words) else " ".join(text.split()) for text in texts if text)
    return " ".join(dict.fromkeys(line for line in lines if line))
