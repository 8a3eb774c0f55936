"""The kinds of value a teacher or student types, each with its reader and its schema."""

import calendar
import re
import unicodedata
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from generator.model.audience import Audience
from generator.model.identifiers import EvidenceId, LevelId
from generator.model.words import Words
from generator.problems import Origin, warning
from generator.reading.fields import FieldType, Shape, Values, read_values
from generator.reading.markdown import may_lose_something, to_html
from generator.reading.notes import NamedDay, Notes, Reference, Target, nearest, one_of
from generator.reading.yaml import Mapping, Node, Scalar, Sequence

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|\\\\")
_TEXT_SCHEMA = {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Words as typed, before it is known whose language they are in."""

    text: str
    language: str

    def words(self, language: str) -> Words:
        """The words in their own language, or in the one given where none was written."""
        return Words(text=self.text, language=self.language or language)


def scalar(node: Node, notes: Notes, *, wanted: str) -> Scalar | None:
    """The node as one value; a list or a group of names is a problem."""
    if isinstance(node, Scalar):
        return node
    typed = "a list" if isinstance(node, Sequence) else "names and values"
    notes.error(
        node,
        "wrong-type",
        f"here stands {typed}, expected is {wanted}",
        fix="write one value after the colon",
    )
    return None


def _text(node: Node, notes: Notes) -> str | None:
    value = scalar(node, notes, wanted="text")
    return value.text.strip() if value else None


def _yes_no(node: Node, notes: Notes) -> bool | None:
    value = scalar(node, notes, wanted="yes or no")
    if value is None:
        return None
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(value.text.strip().lower())
    if answer is None:
        notes.error(
            value, "unknown-choice", f"`{value.text}` is neither yes nor no", fix="write `yes` or `no`"
        )
    return answer


def to_date(typed: str) -> date | str:
    """A day written `2025-10-02`, or the mend for what was written instead."""
    parts = _DATE.fullmatch(typed)
    if parts is None:
        loose = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", typed)
        if loose:
            return f"write it as `{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}`"
        return "write year, month and day with hyphens, such as `2025-10-02`"
    year, month, day = (int(part) for part in parts.groups())
    if not 1900 <= year <= 2200:
        return "write a year between 1900 and 2200"
    if not 1 <= month <= 12:
        return "the month is a number from 01 to 12, and stands in the middle"
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        return f"{calendar.month_name[month]} {year} has the days 01 to {last}"
    return date(year, month, day)


def _date(node: Node, notes: Notes) -> date | None:
    value = scalar(node, notes, wanted="a date such as 2025-10-02")
    if value is None:
        return None
    day = to_date(value.text.strip())
    if isinstance(day, str):
        notes.error(value, "impossible-date", f"`{value.text}` is not a day of the calendar", fix=day)
        return None
    return day


def _past_date(node: Node, notes: Notes) -> date | None:
    day = _date(node, notes)
    if day is not None:
        notes.days.append(NamedDay(day=day, origin=notes.origin(node)))
    return day


def _language(node: Node, notes: Notes) -> str | None:
    value = scalar(node, notes, wanted="a language such as en")
    if value is None:
        return None
    typed = value.text.strip()
    if _LANGUAGE.fullmatch(typed):
        return typed
    notes.error(value, "unknown-language", f"`{typed}` is not a language tag", fix=_language_fix(typed))
    return None


def _language_fix(typed: str) -> str:
    from babel import Locale  # noqa: PLC0415 - only a slip needs it

    named = {str(name).casefold(): tag.replace("_", "-") for tag, name in Locale("en").languages.items()}
    tag = named.get(typed.casefold())
    return f"write `{tag}`" if tag else "write a tag such as `en`, `fr`, `pa-Guru` or `ar`"


def _spoken(node: Node, notes: Notes) -> Spoken | None:
    if isinstance(node, Mapping):
        parts: dict[str, str] = {}
        for key, value in node.entries:
            if key.text not in {"text", "language"}:
                fix = "words are plain text, or `text:` and `language:`"
                notes.error(key, "unknown-field", f"`{key.text}` does not belong here", fix=fix)
                return None
            part = _language(value, notes) if key.text == "language" else _text(value, notes)
            if part is None:
                return None
            parts[key.text] = part
        if not parts.get("text"):
            notes.error(node, "missing-field", "`text` is missing", fix="add a line `text:` with the words")
            return None
        spoken = Spoken(text=parts["text"], language=parts.get("language", ""))
    else:
        plain = scalar(node, notes, wanted="text, or `text:` and `language:`")
        if plain is None:
            return None
        spoken = Spoken(text=plain.text.strip(), language="")
    check_markup(spoken.text, notes=notes, origin=notes.origin(node))
    return spoken


def check_markup(text: str, *, notes: Notes, origin: Origin, first_line: int = 0) -> None:
    """Notes what safe Markdown will leave out of a text, at its line where the text begins at a known one."""
    if not may_lose_something(text):
        return
    for lost in to_html(Words(text=text, language="en"))[1]:
        place = origin
        if first_line:
            needle = (
                lost[:-1] if lost.startswith("<") and " " not in lost else lost.strip("<>").split(" ")[-1]
            ).casefold()
            lines = text.casefold().split("\n")
            number = next((n for n, line in enumerate(lines) if needle in line), 0)
            column = lines[number].find(needle) + 1
            place = notes.text.origin(first_line + number, column=max(1, column), width=len(needle))
        fix = (
            "pictures go under `artifacts`; link with http, https or mailto; write the rest in plain Markdown"
        )
        notes.problems.append(
            warning(place, "markup-taken-out", f"`{lost}` is taken out of the text", fix=fix)
        )


def _id(node: Node, notes: Notes) -> str | None:
    value = scalar(node, notes, wanted="an id")
    if value is None:
        return None
    typed = value.text.strip()
    if ID.fullmatch(typed):
        return typed
    fix = f"write `{suggest_id(typed) or 'maple'}`"
    notes.error(value, "bad-id", f"`{typed}` is not an id: lower-case letters, digits and hyphens", fix=fix)
    return None


def suggest_id(typed: str) -> str:
    """The id nearest to what was typed; empty where nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", typed).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


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


TEXT: FieldType[str] = FieldType(read=_text, schema=_TEXT_SCHEMA)
YES_NO: FieldType[bool] = FieldType(read=_yes_no, schema={"enum": ["yes", "no", True, False]})
DATE: FieldType[date] = FieldType(read=_date, schema={"type": "string", "format": "date"})
"""Any day, a plan for later too."""
PAST_DATE: FieldType[date] = FieldType(read=_past_date, schema=DATE.schema)
"""A day on which something happened; checked against the school's terms."""
LANGUAGE: FieldType[str] = FieldType(
    read=_language, schema={"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}
)
WORDS: FieldType[Spoken] = FieldType(
    read=_spoken,
    schema={
        "anyOf": [
            _TEXT_SCHEMA,
            {
                "type": "object",
                "properties": {"text": _TEXT_SCHEMA, "language": LANGUAGE.schema},
                "required": ["text"],
                "additionalProperties": False,
            },
        ]
    },
)
ICON: FieldType[str] = FieldType(read=_id, schema={"type": "string", "pattern": f"^{ID.pattern}$"})
FILE: FieldType[str] = FieldType(read=_file, schema={"type": "string"})


def any_id(make: Callable[[str], T]) -> FieldType[T]:
    """An id that exists by being used."""

    def read(node: Node, notes: Notes) -> T | None:
        typed = _id(node, notes)
        return None if typed is None else make(typed)

    return FieldType(read=read, schema={"type": ["string", "integer"], "pattern": f"^{ID.pattern}$"})


def declared_id(target: Target, make: Callable[[str], T]) -> FieldType[T]:
    """The id by which this very item is named elsewhere."""

    def read(node: Node, notes: Notes) -> T | None:
        typed = _id(node, notes)
        if typed is None:
            return None
        notes.declared.append(Reference(target=target, id=typed, origin=notes.origin(node)))
        return make(typed)

    return FieldType(read=read, schema={"type": ["string", "integer"], "pattern": f"^{ID.pattern}$"})


def reference(target: Target, make: Callable[[str], T]) -> FieldType[T]:
    """The id of something written elsewhere."""

    def read(node: Node, notes: Notes) -> T | None:
        value = scalar(node, notes, wanted=f"the id of one {target}")
        if value is None:
            return None
        typed = value.text.strip()
        notes.references.append(Reference(target=target, id=typed, origin=notes.origin(value)))
        return make(typed)

    return FieldType(read=read, schema={"type": ["string", "integer"]})


def _level(node: Node, notes: Notes) -> LevelId | None:
    value = scalar(node, notes, wanted="a level of the scale")
    if value is None:
        return None
    typed = value.text.strip()
    level = notes.surroundings.levels.get(typed.casefold(), LevelId(typed))
    notes.references.append(Reference(target=Target.LEVEL, id=level, origin=notes.origin(value)))
    return level


def level_id() -> FieldType[LevelId]:
    """The short sign of a level, capitals as the school writes them."""

    def read(node: Node, notes: Notes) -> LevelId | None:
        value = scalar(node, notes, wanted="a short sign such as PRF")
        if value is None:
            return None
        typed = value.text.strip()
        if not re.fullmatch(r"[A-Za-z0-9-]+", typed):
            fix = f"write `{suggest_id(typed).upper() or 'PRF'}`"
            notes.error(
                value, "bad-id", f"`{typed}` is not a short sign: letters, digits and hyphens", fix=fix
            )
            return None
        notes.declared.append(Reference(target=Target.LEVEL, id=typed, origin=notes.origin(value)))
        return LevelId(typed)

    return FieldType(read=read, schema={"type": "string", "pattern": "^[A-Za-z0-9-]+$"})


LEVEL: FieldType[LevelId] = FieldType(read=_level, schema={"type": "string"})
SPEAKER = reference(Target.SPEAKER, str)


def choice(words: type[E]) -> FieldType[E]:
    """One of a fixed set of words; capitals do not matter."""
    by_text = {str(known).casefold(): known for known in words}

    def read(node: Node, notes: Notes) -> E | None:
        return _one_word(node, notes, known=by_text)

    return FieldType(read=read, schema={"enum": [str(known) for known in words]})


def word(*known: str) -> FieldType[str]:
    """One of a few words that have no meaning beyond themselves."""
    by_text = {text.casefold(): text for text in known}

    def read(node: Node, notes: Notes) -> str | None:
        return _one_word(node, notes, known=by_text)

    numbers = [int(text) for text in known if text.isdecimal()]
    return FieldType(read=read, schema={"enum": [*known, *numbers]})


def number(*, least: int, most: int) -> FieldType[int]:
    """A whole number within limits, both included."""

    def read(node: Node, notes: Notes) -> int | None:
        value = scalar(node, notes, wanted=f"a number from {least} to {most}")
        if value is None:
            return None
        typed = value.text.strip()
        if re.fullmatch(r"[0-9]{1,9}", typed) and least <= int(typed) <= most:
            return int(typed)
        fix = f"write a whole number from {least} to {most}"
        notes.error(value, "not-a-number", f"`{typed}` is not a number that fits here", fix=fix)
        return None

    return FieldType(read=read, schema={"type": "integer", "minimum": least, "maximum": most})


def _one_word(node: Node, notes: Notes, *, known: MappingOf[str, T]) -> T | None:
    value = scalar(node, notes, wanted="one word")
    if value is None:
        return None
    typed = " ".join(value.text.split())
    found = known.get(typed.casefold())
    if found is None:
        fix = one_of(typed, (str(word_known) for word_known in known.values()))
        notes.error(value, "unknown-choice", f"`{value.text}` is not one of the words for this", fix=fix)
    return found


AUDIENCE = choice(Audience)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What a point of progress is about: some evidence, or the whole portfolio where `ids` is None."""

    ids: tuple[EvidenceId, ...] | None


def evidence_or_whole() -> FieldType[Sample]:
    """Evidence ids, or the two words `whole portfolio`."""
    ids = one_or_more(reference(Target.EVIDENCE, EvidenceId))

    def read(node: Node, notes: Notes) -> Sample | None:
        if isinstance(node, Scalar) and " ".join(node.text.split()).casefold() == "whole portfolio":
            return Sample(ids=None)
        found = ids.read(node, notes)
        if found == ():
            fix = "name the evidence it is about, or write `whole portfolio`"
            notes.error(node, "no-sample", "the point of progress shows no sample of learning", fix=fix)
            return None
        return None if found is None else Sample(ids=found)

    return FieldType(read=read, schema=ids.schema)


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
