from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import KinfolioError
from generator.vault import passphrase
from generator.vault.errors import WrongLink, WrongWords
from generator.vault.links import LinkKey, link_key_from, new_link_key
from generator.vault.passphrase import Words, canonical, new_words, strength_in_bits, typed_words

LETTER = "acorn banjo cactus daisy eagle fable"


@pytest.mark.usefixtures("word_list")
def test_fresh_words_are_six_of_the_list_and_never_the_same() -> None:
    drawn = {new_words().text for _ in range(20)}
    assert len(drawn) == 20
    for text in drawn:
        assert typed_words(text) == Words(text)
        assert len(text.split()) == 6


@pytest.mark.usefixtures("word_list")
def test_the_list_holds_what_the_format_says() -> None:
    words = passphrase.word_list()
    assert len(words) == 7_772
    assert list(words) == sorted(set(words))
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert strength_in_bits() == pytest.approx(77.5, abs=0.1)


@pytest.mark.usefixtures("word_list")
@pytest.mark.parametrize(
    "typed",
    [
        LETTER,
        LETTER.upper(),
        LETTER.replace(" ", "-"),
        LETTER.replace(" ", ",\n"),
        f"  1. {LETTER}. ",
        "\uff21corn banjo\u00a0cactus daisy\u2013eagle fable",
    ],
)
def test_typing_is_forgiven(typed: str) -> None:
    assert typed_words(typed) == Words(LETTER)


@pytest.mark.usefixtures("word_list")
def test_the_wrong_word_is_named_with_those_near_it() -> None:
    with pytest.raises(WrongWords) as refused:
        typed_words("acorn banjo cactsu daisy eagle fable")
    ((word, near),) = refused.value.unknown
    assert word == "cactsu"
    assert near[0] == "cactus"
    assert '"cactsu" is not on the list' in str(refused.value)
    assert "acorn" not in str(refused.value)
    assert refused.value.reason == "not-on-list"


@pytest.mark.usefixtures("word_list")
@pytest.mark.parametrize(("typed", "count"), [("", 0), ("acorn banjo", 2), (f"{LETTER} acorn", 7)])
def test_another_number_of_words_is_said(typed: str, count: int) -> None:
    with pytest.raises(WrongWords, match=f"6 words are needed, and here are {count}"):
        typed_words(typed)


def test_without_the_list_the_hint_says_how_to_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(passphrase, "_LIST_FILE", tmp_path / "words.txt")
    passphrase.word_list.cache_clear()
    with pytest.raises(KinfolioError) as refused:
        new_words()
    passphrase.word_list.cache_clear()
    assert "pip install ." in refused.value.hint


@given(st.text())
def test_canonical_words_stay_as_they_are(typed: str) -> None:
    once = canonical(typed)
    assert canonical(once) == once


def test_secrets_do_not_show_themselves() -> None:
    assert "acorn" not in repr(Words(LETTER))
    assert "x" * 5 not in repr(LinkKey(b"x" * 16))


@pytest.mark.parametrize("form", ["{}", "k={}", "https://school.example/p/abc/#k={}", "  {}\n"])
def test_a_link_is_taken_in_any_of_its_forms(form: str) -> None:
    link = new_link_key()
    assert len(link.text) == 22
    assert link_key_from(form.format(link.text)) == link


def test_a_link_of_its_own_key_that_looks_like_a_marker_is_taken() -> None:
    link = link_key_from("#k=" + "k" * 22)
    assert link_key_from(link.address("https://school.example/p/", site="abcdefghijklmnop")) == link


@pytest.mark.parametrize("text", ["", "k=", "A" * 21, "A" * 23, "A" * 21 + "!", "A" * 21 + "="])
def test_half_a_link_is_refused(text: str) -> None:
    with pytest.raises(WrongLink):
        link_key_from(text)


def test_an_address_has_one_slash_before_the_site() -> None:
    link = LinkKey(bytes(16))
    expected = "https://school.example/p/abcdefghijklmnop/#k=AAAAAAAAAAAAAAAAAAAAAA"
    for deployment in ("https://school.example/p", "https://school.example/p/"):
        assert link.address(deployment, site="abcdefghijklmnop") == expected
