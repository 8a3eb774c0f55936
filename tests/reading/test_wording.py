"""Teachers' comments: phrases that are noticed, phrases that are not, and where a remark stands."""

import pytest

from generator.reading.wording.look import LANGUAGES, phrases_in
from generator.reading.wording.rules import Concern
from tests.schools.tiny import TinySchool


@pytest.fixture(autouse=True)
def _switched_on(tiny_school: TinySchool) -> None:
    (tiny_school.root / "site-config.yml").write_text("school: tiny\n", encoding="utf-8")


POINT = "students/ana-lee/progress/2026-01-20-science.yml"


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("Ana can't explain her answer.", Concern.DEFICIT),
        ("She cannot yet read graphs.", Concern.DEFICIT),
        ("The student is not able to plan.", Concern.DEFICIT),
        ("He struggles with fractions.", Concern.DEFICIT),
        ("You failed to label the axes.", Concern.DEFICIT),
        ("Does not understand variables.", Concern.DEFICIT),
        ("Her spelling is weak.", Concern.DEFICIT),
        ("Lacks detail.", Concern.DEFICIT),
        ("Reads below grade level.", Concern.DEFICIT),
        ("Careless with units.", Concern.DEFICIT),
        ("Works faster than her classmates.", Concern.COMPARISON),
        ("The best writer in the class!", Concern.COMPARISON),
        ("Above average for this age.", Concern.COMPARISON),
        ("Compared with the others she is quick.", Concern.COMPARISON),
        ("A pleasure to have in class.", Concern.BEHAVIOUR),
        ("Needs to focus.", Concern.BEHAVIOUR),
        ("Is often off task.", Concern.BEHAVIOUR),
        ("Homework is late.", Concern.BEHAVIOUR),
        ("Uses metacognitive strategies.", Concern.JARGON),
        ("Meets the learning outcomes.", Concern.JARGON),
    ],
)
def test_a_phrase_that_hurts_is_noticed(text: str, concern: Concern) -> None:
    assert [phrase.concern for phrase in phrases_in(text, language="en-CA", called="Ana")] == [concern]


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("Elle ne comprend pas encore les fractions.", Concern.DEFICIT),
        ("Il a du mal à lire à voix haute.", Concern.DEFICIT),
        ("Des lacunes en conjugaison.", Concern.DEFICIT),
        ("Son niveau faible m'inquiète.", Concern.DEFICIT),
        ("Lit mieux que les autres.", Concern.COMPARISON),
        ("Au-dessus de la moyenne.", Concern.COMPARISON),
        ("Trop bavard.", Concern.BEHAVIOUR),
        ("Ana est sage.", Concern.BEHAVIOUR),
        ("Elle écoute bien en classe.", Concern.BEHAVIOUR),
        ("Tu dois te concentrer.", Concern.BEHAVIOUR),
        ("Une bonne métacognition.", Concern.JARGON),
    ],
)
def test_a_phrase_that_hurts_is_noticed_in_french(text: str, concern: Concern) -> None:
    assert [phrase.concern for phrase in phrases_in(text, language="fr", called="Ana")] == [concern]


@pytest.mark.parametrize(
    "text",
    [
        "You explained each step so that a reader could build it.",
        "You kept the try that did not work because it shows why the others do.",
        "Says what she does not know, and that is science.",
        "Most people would have drawn five and moved on.",
        "The bucket makes it impossible to forget.",
        "You tested where the bridge is weakest.",
        "You can read it aloud better than in September.",
        "Looks behind the picture.",
        "Tu poses la question et tu réagis à la réponse.",
        "",
    ],
)
def test_plain_strong_words_are_left_alone(text: str) -> None:
    for language in LANGUAGES:
        assert not phrases_in(text, language=language, called="Ana")


def test_a_language_without_rules_is_left_alone() -> None:
    assert not phrases_in("Ana can't", language="pa-Guru")


def test_a_remark_stands_at_its_phrase_even_in_a_folded_text(tiny_school: TinySchool) -> None:
    tiny_school.edit(
        POINT,
        "by: ms-ito\nlevel: PRF\ncan do: >\n  Ana asks good questions and works\n  harder than her\n  classmates do.\n"
        "next step: Ask one more.\nevidence: 2025-10-02-volcano\n",
    )
    problem = tiny_school.only_problem()
    assert (problem.slug, problem.severity) == ("comparison-wording", "warning")
    assert (problem.origin.line, problem.origin.column, problem.origin.excerpt) == (
        5,
        10,
        "  harder than her",
    )
    assert "her own earlier work" in problem.fix or "own earlier work" in problem.fix


def test_the_second_of_two_equal_phrases_has_its_own_place(tiny_school: TinySchool) -> None:
    tiny_school.edit(
        POINT,
        "by: ms-ito\nlevel: PRF\ncan do: Ana cannot add. Ana cannot divide.\n"
        "next step: Ask.\nevidence: 2025-10-02-volcano\n",
    )
    assert [problem.origin.column for problem in tiny_school.check()] == [9, 25]


def test_only_the_teacher_is_looked_at(tiny_school: TinySchool) -> None:
    said = "  can do: I can't do it yet, I struggle."
    tiny_school.evidence(f"feedback:\n- by: student\n{said}\n- by: peer\n{said}\n- by: jo-lee\n{said}")
    assert tiny_school.slugs() == []
    tiny_school.evidence(f"feedback:\n- by: ms-ito\n{said}")
    assert tiny_school.slugs() == ["no-next-step", "deficit-wording"]


def test_a_long_part_is_told(tiny_school: TinySchool) -> None:
    tiny_school.edit(
        POINT,
        f"by: ms-ito\nlevel: PRF\ncan do: {'word ' * 81}\nnext step: Ask.\nevidence: 2025-10-02-volcano\n",
    )
    assert tiny_school.slugs() == ["long-comment"]


def test_a_judgement_without_evidence_is_told(tiny_school: TinySchool) -> None:
    judged = "- {date: 2025-10-12, by: ms-ito, area: science, level: PRF}\n"
    tiny_school.edit("students/ana-lee/assessments.yml", judged)
    assert tiny_school.slugs() == ["no-evidence-named"]


def test_the_switch_leaves_it_to_the_teacher(tiny_school: TinySchool) -> None:
    tiny_school.edit(POINT, "by: ms-ito\nlevel: EMG\ncan do: She can't sing.\nevidence: 2025-10-02-volcano\n")
    assert tiny_school.slugs() == ["no-next-step", "deficit-wording"]
    (tiny_school.root / "site-config.yml").write_text("school: tiny\nwording: off\n", encoding="utf-8")
    assert tiny_school.slugs() == []
