"""Catalogues: complete where we say so, never broken, and the same list of languages on both sides."""

import json
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from generator.languages import catalogue as room
from generator.languages.__main__ import sayings
from generator.languages.catalogue import CATEGORIES, catalogue_of
from generator.languages.tags import LANGUAGES, known_language
from generator.languages.writing import KEPT
from generator.vault.browser import bundle

TRANSLATED = [language.tag for language in LANGUAGES if language.tag != "en"]
_PLACEHOLDER = re.compile(r"%\(\w+\)s")


def entries(tag: str) -> list[Message]:
    file = Path(room.__file__).with_name(f"{tag}.po")
    with file.open("rb") as stream:
        return [message for message in read_po(stream, locale=tag.replace("-", "_")) if message.id]


def forms(said: object) -> list[str]:
    return [str(form) for form in said] if isinstance(said, tuple | list) else [str(said or "")]


@pytest.fixture(scope="module")
def said_by() -> dict[str, frozenset[str]]:
    """The files that say each message."""
    return {
        message if isinstance(message, str) else message[0]: files for message, files in sayings().items()
    }


@pytest.fixture(scope="module")
def wanted(said_by: dict[str, frozenset[str]]) -> set[str]:
    return set(said_by)


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_catalogue_has_exactly_the_messages_of_the_interface(tag: str, wanted: set[str]) -> None:
    known = {forms(message.id)[0] for message in entries(tag)}
    assert wanted - known == set(), "run: python -m generator.languages"
    assert known - wanted == set(), "run: python -m generator.languages"


def test_what_is_no_draft_is_complete() -> None:
    for language in LANGUAGES:
        if not language.draft and language.tag != "en":
            assert [message.id for message in entries(language.tag) if not all(forms(message.string))] == []


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_translation_keeps_its_values_and_breaks_no_page(tag: str) -> None:
    for message in entries(tag):
        allowed = {name for source in forms(message.id) for name in _PLACEHOLDER.findall(source)}
        needed = set(_PLACEHOLDER.findall(forms(message.id)[-1])) if len(forms(message.id)) == 1 else set()
        markup = {"<bdi>", "</bdi>"} & set(re.findall(r"</?bdi>", forms(message.id)[0]))
        for said in filter(None, forms(message.string)):
            assert needed <= set(_PLACEHOLDER.findall(said)) <= allowed, message.id
            assert set(re.findall(r"<[^>]*>", said)) == markup, message.id
            assert '"' not in said, message.id
        assert len(forms(message.string)) in ({*CATEGORIES} if isinstance(message.id, tuple) else {1})


@pytest.mark.parametrize(
    ("tag", "known"),
    [("fr-CA", "fr"), ("zh-TW", "zh-Hant"), ("zh-CN", "zh-Hans"), ("zh", "zh-Hans"), ("fil-PH", "tl"),
     ("pa-Guru", "pa"), ("pa-Arab", None), ("EN_ca", "en"), ("de", None), ("prs", "fa")],
)  # fmt: skip
def test_a_tag_finds_its_catalogue(tag: str, known: str | None) -> None:
    assert known_language(tag) == known


def test_browsers_know_the_same_languages() -> None:
    text = Path(bundle.HERE, "words", "languages.js").read_text(encoding="utf-8")
    found = re.findall(r'\{ code: "([^"]+)", name: "([^"]+)", draft: (true|false) \}', text)
    assert found == [(one.tag, one.name, str(one.draft).lower()) for one in LANGUAGES]
    assert sorted(bundle.LANGUAGES) == sorted(TRANSLATED)


@pytest.mark.parametrize("tag", TRANSLATED)
def test_browsers_get_what_is_in_the_catalogue(tag: str, said_by: dict[str, frozenset[str]]) -> None:
    built = json.loads((bundle.BUILT / f"pages-{tag}.json").read_text(encoding="utf-8"))
    known = catalogue_of(tag)
    said = {**known.words, **{one: list(forms) for one, forms in known.counts.items()}}
    paper = ("generator/letters/", "generator/keepsake/")
    on_paper = {one for one, files in said_by.items() if all(file.startswith(paper) for file in files)}
    assert on_paper
    assert built["words"] == {
        key_of(message): word for message, word in said.items() if message not in on_paper
    }
    assert built["ways"] == json.loads(KEPT.read_text(encoding="utf-8"))[tag]


def key_of(message: str) -> str:
    """As `reading/translation.js` has it: FNV-1a of UTF-16 units, 32 bits, in base 36."""
    key = 0x811C9DC5
    units = message.encode("utf-16-le")
    for at in range(0, len(units), 2):
        key = ((key ^ int.from_bytes(units[at : at + 2], "little")) * 0x01000193) & 0xFFFFFFFF
    digits = ""
    while key:
        key, digit = divmod(key, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def test_numbers_take_the_form_of_the_language() -> None:
    french = catalogue_of("fr-CA")
    said = [french.count_word("%(num)s second", "%(num)s seconds", count) for count in (0, 1, 2)]
    assert said == ["%(num)s seconde", "%(num)s seconde", "%(num)s secondes"]
    assert catalogue_of("de").word("Goals") == "Goals"


def test_french_signs_never_stand_alone_at_the_beginning_of_a_line() -> None:
    """A plain space before a colon or a question mark lets a narrow screen break the line there."""
    said = [form for message in entries("fr") for form in forms(message.string)]
    shell = Path(bundle.HERE, "words", "fr.js").read_text(encoding="utf-8")
    said += re.findall(r'"((?:[^"\\]|\\.)*)"', shell) + re.findall(r"`([^`]*)`", shell)
    assert [one for one in said if re.search(r"\w [:;?!»]|« ", one)] == []
