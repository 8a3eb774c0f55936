"""Renews the catalogues: `python -m generator.languages`, in a checkout, after an interface word has changed.

What is new stands in each catalogue without a translation, and what nobody says any more is taken out. Translations are
never guessed. How each language writes days, numbers and lists is written anew too, as CLDR has it.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from generator.languages.tags import LANGUAGES
from generator.languages.writing import keep

ROOT = Path(__file__).parents[2]
_SOURCES = (
    ("themes/kinfolio/templates", "**.html", "jinja2"),
    ("generator/letters/templates", "**.html", "jinja2"),
    ("generator", "**.py", "python"),
)
_SCALE = "content/framework/scale.yml"
"""The plain words about levels, which families need in their own language; the official ones stay as they are."""
_JINJA = {
    "extensions": "jinja2.ext.i18n",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "encoding": "utf-8",
}
_KEYWORDS = {"gettext": None, "ngettext": (1, 2), "mark_count": (1, 2), "N_": None}


def messages() -> Iterator[tuple[str | tuple[str, str], str]]:
    """Every message of the interface with a file that says it; those about a number as one and many."""
    for folder, pattern, method in _SOURCES:
        for file, _line, message, _comments, _context in extract_from_dir(
            ROOT / folder,
            method_map=[(pattern, method)],
            options_map={pattern: _JINJA if method == "jinja2" else {}},
            keywords=_KEYWORDS,
        ):
            yield (message if isinstance(message, str) else (message[0], message[1])), f"{folder}/{file}"
    scale = yaml.safe_load((ROOT / _SCALE).read_text(encoding="utf-8"))
    for level in (*scale["levels"], scale["insufficient evidence"]):
        for key in ("meaning", "does not mean", "at home"):
            yield level[key], _SCALE


def sayings() -> dict[str | tuple[str, str], frozenset[str]]:
    """The same, each once, with all files that say it."""
    found = defaultdict[str | tuple[str, str], set[str]](set)
    for message, file in messages():
        found[message].add(file)
    return {message: frozenset(files) for message, files in found.items()}


def renewed(
    language: str, *, found: Mapping[str | tuple[str, str], frozenset[str]], old: Catalog | None
) -> Catalog:
    """The catalogue with exactly the messages that were found, and where: browsers are not given what only paper says."""
    new = Catalog(
        locale=language.replace("-", "_"), project="Kinfolio", header_comment="", fuzzy=False, charset="utf-8"
    )
    for message in sorted(found, key=str):
        first = message if isinstance(message, str) else message[0]
        known = old.get(first) if old else None
        same = known is not None and known.id == message
        files = [(file, 0) for file in sorted(found[message])]
        new.add(message, string=known.string if known and same else None, locations=files)
    return new


def main() -> int:
    """The command line."""
    found = sayings()
    keep(tuple(language.tag for language in LANGUAGES))
    for language in LANGUAGES:
        if language.tag == "en":
            continue
        file = Path(__file__).with_name(f"{language.tag}.po")
        locale = language.tag.replace("-", "_")
        old = read_po(file.open("rb"), locale=locale) if file.is_file() else None
        catalogue = renewed(language.tag, found=found, old=old)
        file.write_bytes(_written(catalogue))
        waiting = sum(1 for message in catalogue if message.id and not _translated(message.string))
        print(f"{language.tag}: {len(found)} messages, {waiting} without a translation", file=sys.stderr)  # noqa: T201 - a command line of its own
    return 0


def _written(catalogue: Catalog) -> bytes:
    """The file, without the header's lines about days and people, which would change at every run."""
    out = BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False)
    kept = (line for line in out.getvalue().splitlines(keepends=True) if not line.startswith(_PERSONAL))
    return b"".join(kept).lstrip()


_PERSONAL = tuple(
    f'"{name}'.encode()
    for name in ("POT-", "PO-", "Last-", "Report-", "Generated-", "Project-", "Language-Team")
)


def _translated(said: object) -> bool:
    return all(said) if isinstance(said, tuple | list) else bool(said)


if __name__ == "__main__":
    sys.exit(main())
