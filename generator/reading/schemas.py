"""JSON Schemas for editors, from the same declarations that read the files."""

import json

from generator.reading.about import ABOUT
from generator.reading.assessments import ASSESSMENT
from generator.reading.comparisons import COMPARISON
from generator.reading.conferences import CONFERENCE
from generator.reading.consents import CONSENT
from generator.reading.conversations import CONVERSATION
from generator.reading.evidence import EVIDENCE
from generator.reading.fields import Shape
from generator.reading.framework import AREA, COMPETENCY, PROMPT, SCALE, SCHOOL
from generator.reading.goals import GOAL
from generator.reading.group_work import GROUP_WORK
from generator.reading.nested_types import shape_schema
from generator.reading.people import GROUP, PEOPLE
from generator.reading.points import POINT
from generator.reading.purpose import PURPOSE
from generator.reading.reflections import REFLECTION
from generator.reading.reporting_rules import REPORTING
from generator.reading.rubrics import RUBRIC
from generator.reading.self_assessments import SELF_ASSESSMENT
from generator.reading.showcases import SHOWCASE
from generator.reading.site_config import SITE_CONFIG
from generator.reading.standards import BIG_IDEA, CONTENT, PROFILE, THINKING_MOVE
from generator.reading.student_facts import STUDENT
from generator.reading.tasks import TASK
from generator.reading.updates import INFORMAL_UPDATE, LEARNING_UPDATE

ITEM_FILES: tuple[tuple[str, Shape], ...] = (
    ("site-config", SITE_CONFIG),
    ("school", SCHOOL),
    ("people", PEOPLE),
    ("why", PURPOSE),
    ("scale", SCALE),
    ("group", GROUP),
    ("student", STUDENT),
    ("about", ABOUT),
    ("evidence", EVIDENCE),
    ("reflection", REFLECTION),
    ("goal", GOAL),
    ("progress", POINT),
    ("showcase", SHOWCASE),
    ("rubric", RUBRIC),
    ("conversation", CONVERSATION),
    ("conference", CONFERENCE),
    ("group-work", GROUP_WORK),
    ("learning-update", LEARNING_UPDATE),
    ("informal-update", INFORMAL_UPDATE),
    ("reporting", REPORTING),
    ("task", TASK),
)
"""Kinds of file that are one item: YAML files, and the facts on top of texts."""

LIST_FILES: tuple[tuple[str, Shape], ...] = (
    ("areas", AREA),
    ("competencies", COMPETENCY),
    ("prompts", PROMPT),
    ("content", CONTENT),
    ("big-ideas", BIG_IDEA),
    ("profiles", PROFILE),
    ("thinking-moves", THINKING_MOVE),
    ("core-competencies", SELF_ASSESSMENT),
    ("assessments", ASSESSMENT),
    ("growth", COMPARISON),
    ("consent", CONSENT),
)
"""Kinds of file that are a list of items."""


def schemas() -> tuple[tuple[str, str], ...]:
    """File name and JSON Schema (draft 2020-12) of every kind of file; for texts, of the facts on top."""
    made = [(name, shape_schema(shape)) for name, shape in ITEM_FILES]
    made += [(name, {"type": "array", "items": shape_schema(shape)}) for name, shape in LIST_FILES]
    return tuple((f"{name}.schema.json", _as_text(name, schema)) for name, schema in made)


def _as_text(name: str, schema: dict[str, object]) -> str:
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Kinfolio {name}", **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
