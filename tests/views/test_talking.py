"""Conversations, conferences and questions for home, as pages show them."""

from dataclasses import replace

from generator.model.evidence import EvidenceForm, EvidenceKind, Stage
from generator.model.talking import Conversation
from generator.views.conferences import AGENDA_PATH, CONFERENCES, ConferenceContent, ConferencesContent
from generator.views.conversations import CONVERSATIONS, ConversationsContent
from generator.views.evidence import EVIDENCE, EvidenceContent
from generator.views.goals import GOALS, GoalsContent
from generator.views.keys import evidence_path
from generator.views.news import REMEMBERED, NewsItem, news_of
from generator.views.progress import PROGRESS, ProgressContent
from generator.views.talk_sheet import PIECES, TALK, TalkContent
from generator.views.threads import ThreadSubject
from generator.views.view import Subject
from tests.views import builders
from tests.views.builders import asha, newcomer


def conversations(subject: Subject) -> ConversationsContent:
    (page,) = CONVERSATIONS.build(subject)
    assert isinstance(page.content, ConversationsContent)
    return page.content


def test_the_conversation_spoken_in_last_comes_first() -> None:
    threads = conversations(asha()).threads
    assert [thread.title.text if thread.title else "" for thread in threads] == [
        "At the shop",
        "At night",
        "The creek",
    ]
    assert [thread.about for thread in threads] == [
        ThreadSubject.POINT,
        ThreadSubject.GOAL,
        ThreadSubject.EVIDENCE,
    ]


def test_a_conversation_stands_on_the_page_of_its_subject_too() -> None:
    subject = asha()
    path = evidence_path(subject.student.id, subject.student.evidence[2].id)
    (piece,) = (page.content for page in EVIDENCE.build(subject) if page.path == path)
    assert isinstance(piece, EvidenceContent)
    assert [len(thread.remarks) for thread in piece.threads] == [2]
    (goals,) = (page.content for page in GOALS.build(subject))
    assert isinstance(goals, GoalsContent)
    assert [len(goal.threads) for goal in goals.current] == [1, 0]
    progress = PROGRESS.build(subject)[0].content
    assert isinstance(progress, ProgressContent)
    points = [point for area in progress.areas for point in area.points]
    assert [len(point.threads) for point in points] == [0, 1]


def test_a_thread_inside_a_piece_is_a_conversation_like_any_other() -> None:
    piece = replace(builders.evidence("2025-10-02-volcano"), conversation=(builders.remark(),))
    (thread,) = conversations(builders.subject(builders.student(evidence=[piece]))).threads
    assert thread.title is None
    assert thread.about_title
    assert thread.about_title.text == "Volcano"


def test_the_agenda_shows_what_was_picked_and_then_the_newest() -> None:
    agenda = _agenda(asha())
    assert [piece.card.title.text for piece in agenda.pieces] == ["Heron", "My story", "Fractions"]
    assert [piece.because is not None for piece in agenda.pieces] == [True, True, False]
    assert [one.words.text for one in agenda.agreed_before] == ["I read every night."]


def test_the_agenda_of_a_newcomer_has_nothing_to_show_and_still_ends_in_a_plan() -> None:
    agenda = _agenda(newcomer())
    assert (agenda.pieces, agenda.goals, agenda.agreed_before) == ((), (), ())


def test_a_conference_leads_to_the_goal_it_agreed_on() -> None:
    content = CONFERENCES.build(asha())[0].content
    assert isinstance(content, ConferencesContent)
    (held,) = content.held
    assert [piece.card.title.text for piece in held.pieces] == ["My story", "Heron"]
    assert held.agreed[0].goal
    assert held.agreed[0].goal.wording.text == "I want to read every night."


def test_two_or_three_questions_for_each_of_the_newest_pieces() -> None:
    content = _talk(asha())
    assert len(content.pieces) == PIECES
    for piece in content.pieces:
        asked = [one.asked or one.message for one in piece.questions]
        assert 2 <= len(asked) <= 3
        assert len(set(asked)) == len(asked)


def test_the_teachers_own_question_stands_first_and_others_follow() -> None:
    piece = builders.evidence(
        "2025-10-02-volcano", form=EvidenceForm.PROJECT, stage=Stage.DRAFT, talk_about="Why did it foam?"
    )
    (shown,) = _talk(builders.subject(builders.student(evidence=[piece]))).pieces
    assert [one.asked.text if one.asked else "" for one in shown.questions] == ["Why did it foam?", "", ""]


def test_a_thinking_move_asks_more_closely() -> None:
    subject = asha()
    (move,) = subject.framework.thinking_moves[:1]
    piece = replace(builders.evidence("2025-10-02-volcano"), thinking=(move.id,))
    (shown,) = _talk(builders.subject(builders.student(evidence=[piece]))).pieces
    assert [one.starter for one in shown.questions] == ["", move.starters[0], ""]


def test_one_card_is_for_siblings_and_one_needs_no_words() -> None:
    for kind in EvidenceKind:
        piece = builders.evidence("2025-10-02-volcano", kinds=(kind,))
        content = _talk(builders.subject(builders.student(evidence=[piece])))
        assert content.for_siblings
        assert "brother or sister" in content.for_siblings.message
        assert content.without_words
        assert content.without_words.message.startswith("No words:")


def test_news_has_a_new_key_when_a_conversation_goes_on_and_keeps_all_others() -> None:
    subject = asha()
    student = subject.student
    longer = tuple(_answered(said) for said in student.conversations)
    later = replace(subject, student=replace(student, conversations=longer), worked_out={})
    before, after = ({item.key for item in news_of(one)} for one in (subject, later))
    assert len(after - before) == len(longer)
    assert len(before & after) == len(before) - len(longer)


def test_news_is_newest_first_and_bounded() -> None:
    pieces = [builders.evidence(f"2026-0{month}-{day:02}-x") for month in (1, 2, 3) for day in range(1, 28)]
    items = news_of(builders.subject(builders.student(evidence=pieces)))
    assert len(items) == REMEMBERED
    assert [item.on for item in items] == sorted((item.on for item in items), reverse=True)
    assert {item.on.month for item in items if item.of_newest_month} == {3}
    assert sum(item.of_newest_month for item in items) == 27


def test_no_key_says_anything() -> None:
    items = news_of(asha())
    assert all(isinstance(item, NewsItem) and len(item.key) == 8 for item in items)
    assert len({item.key for item in items}) == len(items)


def _answered(said: Conversation) -> Conversation:
    return replace(said, remarks=(*said.remarks, builders.remark("And then?", on="2026-03-01")))


def _agenda(subject: Subject) -> ConferenceContent:
    (content,) = (page.content for page in CONFERENCES.build(subject) if page.path == AGENDA_PATH)
    assert isinstance(content, ConferenceContent)
    return content


def _talk(subject: Subject) -> TalkContent:
    (page,) = TALK.build(subject)
    assert isinstance(page.content, TalkContent)
    return page.content
