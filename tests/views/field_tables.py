"""The tables of `docs/views.md`, made from the help that every field carries."""

import re
from collections.abc import Iterable
from dataclasses import fields
from typing import get_args

BEGIN = "<!-- fields: begin; written by `pytest tests/views --snapshot-update` -->"
END = "<!-- fields: end -->"


def field_tables(records: Iterable[type]) -> str:
    """One table per record, alphabetically, pages first."""
    documented = [record for record in records if all("help" in field.metadata for field in fields(record))]
    ordered = sorted(
        documented, key=lambda record: (not record.__name__.endswith("Content"), record.__name__)
    )
    return "\n".join(_table(record) for record in ordered)


def _table(record: type) -> str:
    rows = (
        f"| `{field.name}` | `{_type(field.type)}` | {field.metadata['help']} |" for field in fields(record)
    )
    about = " ".join((record.__doc__ or "").split())
    return "\n".join(
        (
            f"\n### `{record.__name__}`\n",
            f"{about}\n",
            "| field | type | what it is |",
            "| --- | --- | --- |",
            *rows,
        )
    )


def _type(annotation: object) -> str:
    text = (
        annotation.__name__ if isinstance(annotation, type) and not get_args(annotation) else str(annotation)
    )
    return re.sub(r"\b(?:\w+\.)+(?=\w)", "", text).replace("|", "\\|")
