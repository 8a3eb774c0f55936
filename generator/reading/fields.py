"""One declaration per kind of file: it reads the file, makes its JSON Schema, and its documentation is tested against it."""

from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from generator.problems import Origin
from generator.reading.notes import Notes, nearest
from generator.reading.yaml import Mapping, Node, Scalar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldType(Generic[T_co]):
    """How a value is read and what it may look like."""

    read: Callable[[Node, Notes], T_co | None]
    """Gives None after noting at least one problem."""
    schema: MappingOf[str, Any]
    """JSON Schema of the value. Editors see YAML's own types, so text allows numbers and booleans too."""
    nested: tuple["Shape", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[T_co]):
    """One name before a colon."""

    name: str
    type: FieldType[T_co]
    help: str
    """One sentence for editors, lower case start, no full stop."""
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """All fields of one kind of file, or of one item inside it."""

    name: str
    """As a person calls it: `evidence`, `feedback`."""
    fields: tuple[Field[Any], ...]
    by_name: dict[str, Field[Any]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {known.name: known for known in self.fields})

    @property
    def names(self) -> frozenset[str]:
        """The names that may be typed."""
        return frozenset(self.by_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """What was written for the fields of a shape."""

    origin: Origin
    whole: bool
    """False where a needed field is missing or a value could not be read: then no record is made."""
    found: MappingOf[str, Any]
    nodes: MappingOf[str, Node]

    def get(self, wanted: Field[T]) -> T | None:
        """The value, or None where it was left out."""
        value: T | None = self.found.get(wanted.name)
        return value

    def get_or(self, wanted: Field[T], default: U) -> T | U:
        """The value, or the default where it was left out."""
        value: T | U = self.found.get(wanted.name, default)
        return value

    def need(self, wanted: Field[T]) -> T:
        """The value of a required field; only for values that are whole."""
        value: T = self.found[wanted.name]
        return value


def read_values(node: Mapping | None, shape: Shape, *, notes: Notes) -> Values:
    """Reads a mapping by its shape. Every slip in it is noted, not only the first.

    No mapping at all is read like an empty one, so that a text without facts gets every default.
    """
    found: dict[str, Any] = {}
    nodes: dict[str, Node] = {}
    left_empty: dict[str, Scalar] = {}
    whole = True
    for key, value in node.entries if node else ():
        known = shape.by_name.get(key.text)
        if known is None:
            whole = False
            _unknown(key, shape=shape, notes=notes)
            continue
        if isinstance(value, Scalar) and not value.text.strip():
            left_empty[known.name] = key
            continue
        nodes[known.name] = value
        result = known.type.read(value, notes)
        if result is None:
            whole = False
        else:
            found[known.name] = result
    for known in shape.fields:
        if known.required and known.name not in nodes:
            whole = False
            _missing(known, node=node, key=left_empty.get(known.name), notes=notes)
    origin = notes.origin(node) if node else notes.text.origin(0)
    return Values(origin=origin, whole=whole, found=found, nodes=nodes)


def _missing(known: Field[Any], *, node: Mapping | None, key: Scalar | None, notes: Notes) -> None:
    """Told where the item begins that lacks it, or at its name where only the value is lacking."""
    if key is None:
        fix = f"add a line `{known.name}:` - {known.help}"
        notes.error(node, "missing-field", f"`{known.name}` is missing", fix=fix)
    else:
        fix = f"write behind it {known.help}"
        notes.error(key, "missing-field", f"nothing stands behind `{known.name}:`", fix=fix)


def _unknown(key: Scalar, *, shape: Shape, notes: Notes) -> None:
    near = nearest(key.text, shape.by_name)
    fix = (
        f"did you mean `{near}`?"
        if near
        else "the names are " + ", ".join(f"`{name}`" for name in shape.by_name)
    )
    notes.error(key, "unknown-field", f"`{key.text}` is not a field of {shape.name}", fix=fix)
