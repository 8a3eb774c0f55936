"""Everything that may be new to somebody, each under an opaque key: a browser remembers keys, and so knows what came since."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.model.words import Words
from generator.views.conferences import conference_anchor
from generator.views.goal_card import goal_path
from generator.views.keys import evidence_path, key_of
from generator.views.learning_update import update_card
from generator.views.plain import PlainWords, excerpt
from generator.views.point_card import point_path
from generator.views.reflection_bubble import reflection_path
from generator.views.threads import all_threads
from generator.views.view import Subject
from generator.views.wording import N_, message_of

REMEMBERED = 60
"""How many of the newest may still be new to somebody; older ones count as seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """One thing that came on one day."""

    key: str = field(metadata={"help": "opaque; the same from build to build while nothing was added to it"})
    kind: str = field(metadata={"help": "interface message: what it is"})
    title: PlainWords | None = field(metadata={"help": "what it is called or about"})
    path: str = field(metadata={"help": "where to read it"})
    on: date = field(metadata={"help": "its day"})
    of_newest_month: bool = field(
        metadata={"help": "it came in the newest month; shown to somebody who was never here"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Came:
    name: str
    kind: str
    title: PlainWords | None
    path: str
    on: date


def news_of(subject: Subject) -> tuple[NewsItem, ...]:
    """The newest, newest first. What grew since, such as a conversation, has a new key."""
    came = sorted(_all(subject), key=lambda one: (one.on, one.name), reverse=True)[:REMEMBERED]
    newest = came[0].on if came else date.min
    return tuple(
        NewsItem(
            key=key_of(subject.student.id, kind="news", name=one.name),
            kind=one.kind,
            title=one.title,
            path=one.path,
            on=one.on,
            of_newest_month=(one.on.year, one.on.month) == (newest.year, newest.month),
        )
        for one in came
    )


def _all(subject: Subject) -> Iterator[_Came]:
    student, language = subject.student, subject.framework.school_language
    for evidence in student.evidence:
        title = PlainWords(text=evidence.title, language=evidence.title_language)
        path = evidence_path(student.id, evidence.id)
        yield _Came(
            name=f"evidence/{evidence.id}", kind=N_("Work"), title=title, path=path, on=evidence.made_on
        )
        for place, given in enumerate(evidence.feedback):
            if given.given_on != evidence.made_on:
                name = f"feedback/{evidence.id}/{place}"
                yield _Came(name=name, kind=N_("Feedback"), title=title, path=path, on=given.given_on)
    for reflection in student.reflections:
        spoken = reflection.words.language if reflection.words else student.language
        title = PlainWords(text=reflection.title, language=spoken)
        path = reflection_path(reflection, subject=subject)
        name = f"reflection/{reflection.id}"
        yield _Came(name=name, kind=N_("Reflection"), title=title, path=path, on=reflection.made_on)
    for goal in student.goals:
        days = (goal.set_on, *(one.changed_on for one in goal.revisions), *(one.on for one in goal.steps))
        name = f"goal/{goal.id}/{len(days)}"
        path = goal_path(goal, subject=subject)
        yield _Came(name=name, kind=N_("Goal"), title=_short(goal.wording), path=path, on=max(days))
    for point in student.points:
        area = subject.framework.area(point.area)
        called = PlainWords(text=area.name, language=language) if area else None
        path = point_path(point, subject=subject)
        name = f"point/{point.id}"
        yield _Came(name=name, kind=N_("Point of progress"), title=called, path=path, on=point.given_on)
    for update in student.updates:
        path = update_card(update, subject=subject).path
        name = f"update/{update.id}"
        yield _Came(name=name, kind=message_of(update.kind), title=None, path=path, on=update.given_on)
    for conference in student.conferences:
        yield _Came(
            name=f"conference/{conference.id}",
            kind=N_("Conference"),
            title=PlainWords(text=conference.title, language=language),
            path=f"conferences.html#{conference_anchor(conference, subject=subject)}",
            on=conference.held_on,
        )
    for thread in all_threads(subject):
        yield _Came(
            name=f"{thread.anchor}/{len(thread.remarks)}",
            kind=N_("Conversation"),
            title=thread.title or thread.about_title,
            path=f"conversations.html#{thread.anchor}",
            on=thread.latest_on,
        )


def _short(words: Words) -> PlainWords:
    return excerpt(words, longest=70)
