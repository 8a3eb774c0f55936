"""People's own words, the language they are in, and what safe Markdown will not keep of them."""

import re
from dataclasses import dataclass

from generator.model.words import Words
from generator.problems import Origin, warning
from generator.reading.fields import FieldType
from generator.reading.markdown import may_lose_something, to_html
from generator.reading.notes import Notes
from generator.reading.plain_types import TEXT, scalar
from generator.reading.yaml import Mapping, Node

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Words as typed, before it is known whose language they are in."""

    text: str
    language: str

    def words(self, language: str) -> Words:
        """The words in their own language, or in the one given where none was written."""
        return Words(text=self.text, language=self.language or language)


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
            part = _language(value, notes) if key.text == "language" else TEXT.read(value, notes)
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


LANGUAGE: FieldType[str] = FieldType(
    read=_language, schema={"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}
)


WORDS: FieldType[Spoken] = FieldType(
    read=_spoken,
    schema={
        "anyOf": [
            TEXT.schema,
            {
                "type": "object",
                "properties": {"text": TEXT.schema, "language": LANGUAGE.schema},
                "required": ["text"],
                "additionalProperties": False,
            },
        ]
    },
)
