"""One YAML file, as one item or as a list of items, read by its shape."""

from generator.reading.fields import Shape, Values, read_values
from generator.reading.notes import Notes
from generator.reading.yaml import Mapping, Sequence, read_yaml


def read_item(notes: Notes, *, shape: Shape) -> Values | None:
    """A file of names and values; None where it is not whole, after noting why."""
    document = read_yaml(notes.text)
    notes.problems.extend(document.problems)
    root = document.root
    if root is None:
        if not document.problems:
            names = ", ".join(f"`{known.name}`" for known in shape.fields if known.required) or "its facts"
            notes.error(None, "empty-file", "the file is empty", fix=f"write {names}, or delete the file")
        return None
    if not isinstance(root, Mapping):
        first = shape.fields[0].name
        notes.error(
            root, "wrong-type", f"here {shape.name} is expected", fix=f"write lines such as `{first}: …`"
        )
        return None
    values = read_values(root, shape, notes=notes)
    return values if values.whole and not document.problems else None


def read_items(notes: Notes, *, shape: Shape) -> tuple[Values, ...]:
    """A file that is a list; the items that are whole. An empty file is an empty list."""
    document = read_yaml(notes.text)
    notes.problems.extend(document.problems)
    root = document.root
    if root is None:
        return ()
    if not isinstance(root, Sequence):
        first = shape.fields[0].name
        fix = f"begin every item with a hyphen: `- {first}: …`"
        notes.error(root, "wrong-type", f"a list of {shape.name} is expected", fix=fix)
        return ()
    found = []
    for item in root.items:
        if not isinstance(item, Mapping):
            first = shape.fields[0].name
            notes.error(item, "wrong-type", f"here {shape.name} is expected", fix=f"write `- {first}: …`")
            continue
        values = read_values(item, shape, notes=notes)
        if values.whole:
            found.append(values)
    return tuple(found)
