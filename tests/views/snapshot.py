"""Snapshots of frozen records as JSON, one file each, so that a change of a view reads as a change of data."""

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "snapshots"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Holds records against what is kept, or with `update` keeps what they are now."""

    update: bool

    def check(self, record: object, *, name: str) -> None:
        made = json.dumps(as_data(record), indent=1, ensure_ascii=False) + "\n"
        path = FOLDER / f"{name}.json"
        if self.update:
            FOLDER.mkdir(exist_ok=True)
            path.write_text(made, encoding="utf-8", newline="\n")
        assert path.exists(), (
            f"no snapshot {path.name}; run pytest tests/views --snapshot-update and read what it wrote"
        )
        assert json.loads(made) == json.loads(path.read_text(encoding="utf-8"))


def as_data(value: object) -> Any:
    """Records as JSON data. What says nothing is left out, so that a snapshot stays short enough to be read."""
    if is_dataclass(value) and not isinstance(value, type):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: as_data(one) for name, one in named if one is not None and one not in ("", ())}
    if isinstance(value, (tuple, list)):
        return [as_data(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return value
