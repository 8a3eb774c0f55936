from enum import StrEnum

import pytest

from generator.model.audience import Audience
from generator.model.evidence import Context, EvidenceForm, EvidenceKind, Stage
from generator.model.goal import GoalState, Horizon, Phase
from generator.model.medium import MediumKind
from generator.model.words import Voice
from generator.views.wording import message_of


@pytest.mark.parametrize(
    "member",
    [
        member
        for kinds in (
            Audience,
            Context,
            EvidenceForm,
            EvidenceKind,
            GoalState,
            Horizon,
            MediumKind,
            Phase,
            Stage,
            Voice,
        )
        for member in kinds
    ],
)
def test_every_choice_has_a_word(member: StrEnum) -> None:
    assert message_of(member)[0].isupper()


def test_equal_values_of_different_kinds_keep_their_own_words() -> None:
    assert message_of(Voice.STUDENT) != message_of(Audience.STUDENT)
