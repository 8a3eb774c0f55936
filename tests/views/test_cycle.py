"""The learning cycle, and the questions that help to look back."""

from dataclasses import replace

from generator.model.framework import Prompt
from generator.model.goal import Phase
from generator.model.identifiers import PromptId
from generator.views.goals import GOALS, GoalsContent
from generator.views.reflections import REFLECTIONS, ReflectionsContent
from tests.views.builders import asha, newcomer


def _goals() -> GoalsContent:
    content = GOALS.build(asha())[0].content
    assert isinstance(content, GoalsContent)
    return content


def test_the_cycle_has_six_phases_each_with_a_question_and_a_coach() -> None:
    cycle = _goals().cycle
    assert [part.phase for part in cycle] == list(Phase)
    assert len({part.question for part in cycle}) == len({part.coaching for part in cycle}) == 6
    assert all(part.question.endswith("?") for part in cycle)
    assert all(part.coaching.startswith("My teacher ") for part in cycle)


def test_a_goal_is_in_exactly_one_phase() -> None:
    content = _goals()
    cards = (*content.current, *content.also_current, *(card for term in content.past for card in term.goals))
    assert cards
    for card in cards:
        assert [one.phase for one in card.phases] == list(Phase)
        assert len([one for one in card.phases if one.current]) == 1


def test_the_bank_shows_every_question_and_where_it_was_answered() -> None:
    subject = asha()
    unasked = Prompt(id=PromptId("fun"), question="Did I have fun?", icon="", starter="The best moment was …")
    framework = replace(subject.framework, prompts=(*subject.framework.prompts, unasked))
    content = REFLECTIONS.build(replace(subject, framework=framework))[0].content
    assert isinstance(content, ReflectionsContent)
    assert [one.prompt.id for one in content.bank] == ["new", "fun"]
    answered = {reflection.id for reflection in subject.student.reflections if "new" in reflection.prompts}
    assert answered
    assert len(content.bank[0].answers) == len(answered)
    assert content.bank[1].answers == ()
    assert content.bank[1].prompt.starter == "The best moment was …"


def test_a_newcomer_sees_the_questions_already() -> None:
    content = REFLECTIONS.build(newcomer())[0].content
    assert isinstance(content, ReflectionsContent)
    assert content.chains == ()
    assert [one.answers for one in content.bank] == [()]
