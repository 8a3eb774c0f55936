"""The example school's output, read as a stranger would: byte by byte."""

import re

import pytest

from generator.publish.strings import TextKind, strings_of
from generator.reading.school import read_school
from generator.reading.site_config import read_site_config
from tests.schools.example import REPOSITORY, ExampleSchool

pytestmark = pytest.mark.browser

_PLAIN_NAME = re.compile(r"[A-Za-z]{4,}")


def test_no_name_title_or_sentence_of_the_files_is_in_the_output(example_school: ExampleSchool) -> None:
    """A search as plain as can be, without the gate's own eye: if the gate is blind, this is not."""
    config, _ = read_site_config(REPOSITORY / "site-config.yml")
    assert config
    school, _ = read_school(config)
    assert school
    texts = {text for student in school.students for text in strings_of(student)}
    sought = {text.text.encode() for text in texts if len(text.text.encode()) >= 9}
    assert len(sought) > 1_000
    sealed = [
        path
        for path in example_school.out.rglob("*")
        if path.is_file() and path.parent.parent != example_school.out
    ]
    everything = b"\n".join(path.read_bytes() for path in sealed if "shell" not in path.parts)
    assert [text for text in sought if text in everything] == []
    paths = " ".join(
        path.relative_to(example_school.out).as_posix() for path in example_school.out.rglob("*")
    ).lower()
    names = {
        name.lower()
        for text in texts
        if text.kind is TextKind.NAME
        for name in _PLAIN_NAME.findall(text.text)
    }
    assert names
    assert [name for name in names if name in paths] == []


def test_every_portfolio_opens_with_its_guardians_words_from_the_disk(example_school: ExampleSchool) -> None:
    from generator.vault.links import link_key_from
    from generator.vault.open import open_site
    from generator.vault.passphrase import typed_words

    site = example_school.out / example_school.sites["yusuf-haddad"]
    by_words = open_site(site, typed_words(example_school.words["rana-haddad"]))
    by_link = open_site(site, link_key_from(example_school.links["rana-haddad"]))
    assert by_words.paths == by_link.paths
    assert all(by_words.read(path) for path in by_words.paths)
