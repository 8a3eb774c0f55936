"""The JSON Schema of `portfolio.json`, read off the records themselves, so that it cannot be wrong about them."""

import types
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from generator.keepsake.record import PortfolioRecord, is_kept

_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    type(None): {"type": "null"},
}


def portfolio_schema() -> dict[str, Any]:
    """The schema, draft 2020-12; each record is described in `$defs` with a sentence saying what it is."""
    known: dict[str, Any] = {}
    root = _schema(PortfolioRecord, known=known)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A learning portfolio",
        **root,
        "$defs": dict(sorted(known.items())),
    }


def _schema(kind: Any, *, known: dict[str, Any]) -> dict[str, Any]:
    kind = getattr(kind, "__supertype__", kind)
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if get_origin(kind) in {Union, types.UnionType}:
        return {"anyOf": [_schema(one, known=known) for one in get_args(kind)]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _schema(get_args(kind)[0], known=known)}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        known.setdefault(
            kind.__name__, {"description": _sentence(kind), "enum": [member.value for member in kind]}
        )
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if not is_dataclass(kind):
        message = f"no word for {kind} in a schema"
        raise TypeError(message)
    name = _describe(kind, known=known)
    return {"$ref": f"#/$defs/{name}"}


def _describe(record: Any, *, known: dict[str, Any]) -> str:
    name = str(record.__name__)
    if name in known:
        return name
    described: dict[str, Any] = {"description": _sentence(record), "type": "object"}
    known[name] = described
    hints = get_type_hints(record)
    kept = [field.name for field in fields(record) if is_kept(record, field.name)]
    described["properties"] = {each: _schema(hints[each], known=known) for each in kept}
    described["required"] = kept
    described["additionalProperties"] = False
    return name


def _sentence(described: type) -> str:
    return " ".join((described.__doc__ or "").split())
