"""Names of files beside a text, never out of the student's folder."""

import re
import unicodedata

from generator.reading.fields import FieldType
from generator.reading.notes import Notes, nearest
from generator.reading.plain_types import scalar
from generator.reading.yaml import Node

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|\\\\")


def _file(node: Node, notes: Notes) -> str | None:
    value = scalar(node, notes, wanted="the name of a file")
    if value is None:
        return None
    typed = value.text.strip()
    if _ELSEWHERE.match(typed):
        fix = "put the file beside this text and write its name"
        notes.error(value, "path-outside", f"`{typed}` is not a file beside this text", fix=fix)
        return None
    steps = notes.text.path.split("/")[:-1]
    for step in unicodedata.normalize("NFC", typed.replace("\\", "/")).split("/"):
        if step == "..":
            if not steps:
                break
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    path = "/".join(steps)
    around = notes.surroundings
    if not path.startswith(around.folder):
        fix = "copy the file into this student's folder and name it there"
        notes.error(value, "path-outside", f"`{typed}` leads out of the student's folder", fix=fix)
        return None
    real = around.files.get(path)
    if real is None:
        folder = path.rsplit("/", 1)[0] + "/"
        beside = (known.removeprefix(folder) for known in around.files if known.startswith(folder))
        near = nearest(typed.rsplit("/", 1)[-1], (name for name in beside if "/" not in name))
        fix = f"did you mean `{near}`?" if near else f"put the file at `{path}`, or take the line out"
        notes.error(value, "missing-file", f"there is no file `{typed}`", fix=fix)
        return None
    notes.files.append(real)
    return real


FILE: FieldType[str] = FieldType(read=_file, schema={"type": "string"})
