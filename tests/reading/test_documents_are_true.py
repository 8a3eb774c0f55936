"""What the documentation names is what the code knows, in both directions."""

import ast
import json
import re
from pathlib import Path

import pytest

from generator.reading.evidence import EVIDENCE
from generator.reading.fields import Shape
from generator.reading.notes import Target
from generator.reading.schemas import ITEM_FILES, LIST_FILES, schemas
from generator.reading.site_config import SITE_CONFIG

ROOT = Path(__file__).parents[2]
CONTENT = (ROOT / "docs/content.md").read_text(encoding="utf-8")
PROBLEMS = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
SHAPES = tuple(shape for name, shape in (*ITEM_FILES, *LIST_FILES) if name != "site-config")
PROBLEM_MAKERS = {"error", "warning", "warn", "_refuse", "_RefusedError", "unpublishable", "left_out"}
HEADINGS = re.findall(r"^### `([a-z0-9-]+)`$", PROBLEMS, re.MULTILINE)


def with_items(shape: Shape) -> list[Shape]:
    return [
        shape,
        *(inner for known in shape.fields for item in known.type.nested for inner in with_items(item)),
    ]


def slugs_in_the_code() -> set[str]:
    """The first text given to everything that makes a problem; those made of a target's name are added."""
    found = {f"unknown-{target.slug}" for target in Target}
    for file in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                texts = [
                    arg.value
                    for arg in node.args
                    if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                ]
                if name in PROBLEM_MAKERS and texts and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", texts[0]):
                    found.add(texts[0])
    return found


@pytest.mark.parametrize(
    "shape", [item for shape in SHAPES for item in with_items(shape)], ids=lambda shape: shape.name
)
def test_every_field_is_in_the_content_format(shape: Shape) -> None:
    for name in shape.by_name:
        shown = re.compile(rf"`{re.escape(name)}`|(?:^|[\s{{,`-]){re.escape(name)}:", re.MULTILINE)
        assert shown.search(CONTENT), f"`{name}` of {shape.name} is not in docs/content.md"


def test_the_table_of_evidence_holds_its_fields_and_no_others() -> None:
    section = CONTENT.split("## Evidence")[1].split("```")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`([^`]+)`", row)} == set(EVIDENCE.by_name)


def test_every_configuration_key_has_a_heading() -> None:
    text = (ROOT / "docs/config.md").read_text(encoding="utf-8")
    assert re.findall(r"^## `(.+)`$", text, re.MULTILINE) == list(SITE_CONFIG.by_name)


@pytest.mark.parametrize("slug", sorted(slugs_in_the_code()))
def test_every_problem_has_a_heading_with_an_example_and_a_mend(slug: str) -> None:
    assert f"### `{slug}`\n" in PROBLEMS
    section = PROBLEMS.split(f"### `{slug}`\n")[1].split("\n### ")[0].split("\n## ")[0]
    assert "```" in section
    assert "**Mend:**" in section


def test_the_slugs_are_found_in_the_code() -> None:
    assert {
        "duplicate-key",
        "hidden-pick",
        "front-matter-not-closed",
        "yaml-anchor",
        "markup-taken-out",
    } < slugs_in_the_code()


def test_headings_of_problems_are_each_there_once() -> None:
    assert len(HEADINGS) == len(set(HEADINGS))


def test_every_kind_of_file_has_a_schema() -> None:
    made = dict(schemas())
    assert len(made) == len(ITEM_FILES) + len(LIST_FILES)
    for name, text in made.items():
        schema = json.loads(text)
        assert schema["$schema"].endswith("2020-12/schema")
        assert name.endswith(".schema.json")


def test_a_schema_knows_what_the_reader_knows() -> None:
    schema = json.loads(dict(schemas())["evidence.schema.json"])
    assert set(schema["properties"]) == set(EVIDENCE.by_name)
    assert schema["additionalProperties"] is False
    assert "observation" in json.dumps(schema["properties"]["kind"])
    feedback = schema["properties"]["feedback"]["anyOf"][0]["items"]
    assert feedback["required"] == ["by", "can do"]
    assert schema["properties"]["feedback"]["description"].endswith(".")
