"""Lists, and items with fields of their own."""

from typing import TypeVar

from generator.reading.fields import FieldType, Shape, Values, read_values
from generator.reading.notes import Notes
from generator.reading.yaml import Mapping, Node, Sequence

T = TypeVar("T")


def one_or_more(kind: FieldType[T]) -> FieldType[tuple[T, ...]]:
    """A list, or one item written without the brackets."""

    def read(node: Node, notes: Notes) -> tuple[T, ...] | None:
        items = node.items if isinstance(node, Sequence) else (node,)
        read_items = [kind.read(item, notes) for item in items]
        good = tuple(item for item in read_items if item is not None)
        return good if len(good) == len(read_items) else None

    return FieldType(
        read=read,
        schema={"anyOf": [{"type": "array", "items": kind.schema}, kind.schema]},
        nested=kind.nested,
    )


def record(shape: Shape) -> FieldType[Values]:
    """An item with fields of its own."""

    def read(node: Node, notes: Notes) -> Values | None:
        if not isinstance(node, Mapping):
            first = shape.fields[0].name
            notes.error(
                node, "wrong-type", f"here {shape.name} is expected", fix=f"write lines such as `{first}: …`"
            )
            return None
        values = read_values(node, shape, notes=notes)
        return values if values.whole else None

    return FieldType(read=read, schema=shape_schema(shape), nested=(shape,))


def shape_schema(shape: Shape) -> dict[str, object]:
    """The JSON Schema of a shape."""
    return {
        "type": "object",
        "properties": {
            known.name: {"description": known.help[:1].upper() + known.help[1:] + ".", **known.type.schema}
            for known in shape.fields
        },
        "required": [known.name for known in shape.fields if known.required],
        "additionalProperties": False,
    }
