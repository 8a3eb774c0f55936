"""Conversations: what student, teacher and family say to each other about learning."""

from dataclasses import dataclass, field

from generator.views.threads import Thread, all_threads
from generator.views.view import Page, Subject, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationsContent:
    """The conversations page."""

    threads: tuple[Thread, ...] = field(metadata={"help": "every conversation, the one spoken in last first"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The conversations page."""
    return (
        Page(
            path=CONVERSATIONS.path,
            title=CONVERSATIONS.title,
            template="conversations.html",
            menu=CONVERSATIONS.name,
            content=ConversationsContent(threads=all_threads(subject)),
        ),
    )


CONVERSATIONS = View(
    name="conversations",
    title=N_("Conversations"),
    icon="forum-outline",
    path="conversations.html",
    build=build,
)
