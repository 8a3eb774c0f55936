"""Whatever a school's files hold, reading ends with problems that have a place, never with an exception."""

import pickle
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.problems import as_json, as_text
from generator.reading.fields import Shape
from generator.reading.schemas import ITEM_FILES, LIST_FILES
from generator.reading.school import read_school
from tests.schools.tiny import TinySchool

STUDENT = "students/ana-lee"
PATHS = {
    "school": "school.yml",
    "people": "people.yml",
    "scale": "framework/scale.yml",
    "areas": "framework/areas.yml",
    "competencies": "framework/competencies.yml",
    "prompts": "framework/prompts.yml",
    "group": "groups/fir.md",
    "student": f"{STUDENT}/student.yml",
    "about": f"{STUDENT}/about.md",
    "evidence": f"{STUDENT}/evidence/2025-10-09-more.md",
    "reflection": f"{STUDENT}/reflections/2025-10-09-more.md",
    "goal": f"{STUDENT}/goals/read.yml",
    "progress": f"{STUDENT}/progress/2025-10-09-science.yml",
    "showcase": f"{STUDENT}/showcase.yml",
    "assessments": f"{STUDENT}/assessments.yml",
    "growth": f"{STUDENT}/growth.yml",
    "content": "framework/content.yml",
    "big-ideas": "framework/big-ideas.yml",
    "profiles": "framework/profiles.yml",
    "thinking-moves": "framework/thinking-moves.yml",
    "rubric": "rubrics/model.yml",
    "core-competencies": f"{STUDENT}/core-competencies.yml",
}
WORDS = st.sampled_from(
    ["", '""', "' '", "yes", "x", "ms-ito", "jo-lee", "student", "peer", "science", "sc-question", "core-creative", "PRF",
     "IE", "2025-10-09", "2025-10-02-volcano", "2025-10-09-more", "2025-10-09-science", "read", "2025-02-30", "family",
     "staff", "product", "strategies", "K", "fir", "en", "'<b onclick=x>'", "volcano.md", "../../..", "..", "/", "''",
     "whole portfolio", "'\u200b'", "[]", "{}", "a: b", "2025-10-02-volcano.md"]
)  # fmt: skip


def facts(shape: Shape, *, depth: int = 0) -> st.SearchStrategy[str]:
    """YAML flow text with the right names and any values."""
    return st.lists(
        st.sampled_from(shape.fields).flatmap(
            lambda known: st.tuples(st.just(known.name), value(known.type.nested, depth=depth))
        ),
        max_size=len(shape.fields),
        unique_by=lambda pair: pair[0],
    ).map(lambda pairs: "{" + ", ".join(f"{name}: {text}" for name, text in pairs) + "}")


def value(nested: tuple[Shape, ...], *, depth: int) -> st.SearchStrategy[str]:
    single = facts(nested[0], depth=depth + 1) if nested and depth < 3 else WORDS
    listed = st.lists(single, max_size=2).map(lambda items: "[" + ", ".join(items) + "]")
    return st.one_of(single, listed, WORDS)


@pytest.mark.parametrize("kind", sorted(PATHS))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_facts_raise_and_every_problem_can_be_shown(kind: str, data: st.DataObject) -> None:
    shapes = dict((*ITEM_FILES, *LIST_FILES))
    one = facts(shapes[kind])
    typed = data.draw(
        one
        if kind in dict(ITEM_FILES)
        else st.lists(one, max_size=3).map(lambda items: "[" + ", ".join(items) + "]")
    )
    path = PATHS[kind]
    text = f"---\n{typed}\n---\nWords <i>here</i>.\n" if path.endswith(".md") else typed
    with tempfile.TemporaryDirectory() as folder:
        tiny = TinySchool(Path(folder)).edit(path, text)
        school, problems = read_school(tiny.config)
        assert school is None or pickle.loads(pickle.dumps(school)) == school  # noqa: S301 - our own bytes
        for problem in problems:
            assert as_text(problem).endswith(problem.fix)
            assert as_json(problem)["fix"]
            lines = (
                (tiny.content / problem.origin.path).read_text(encoding="utf-8").split("\n")
                if problem.origin.line
                else []
            )
            assert problem.origin.line <= len(lines)
            assert not problem.message.endswith(".")
            assert problem.message[0] == problem.message[0].lower()
