"""Six words a person can read, say and type: drawn at random, forgiving to type, exact about which word is wrong."""

import difflib
import math
import re
import secrets
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

from generator.problems import KinfolioError
from generator.vault.errors import WrongWords

WORDS_IN_A_PASSPHRASE: Final = 6

_LIST_FILE: Final = Path(__file__).parent / "browser" / "built" / "words.txt"
_NEAR_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Words:
    """A passphrase in canonical form: lower-case words with one space between them."""

    text: str = field(repr=False)


def new_words() -> Words:
    """A fresh passphrase from the system's random source."""
    drawn = (secrets.choice(word_list()) for _ in range(WORDS_IN_A_PASSPHRASE))
    return Words(" ".join(drawn))


def typed_words(typed: str) -> Words:
    """The passphrase somebody typed, whatever the case, separators and line breaks.

    Raises WrongWords when there are not six words or one is not on the list, naming the word and those near it.
    """
    words = canonical(typed).split()
    unknown = tuple((word, near_words(word)) for word in words if word not in _word_set())
    if unknown:
        raise WrongWords(
            "; ".join(_unknown_message(word, near=near) for word, near in unknown),
            reason="not-on-list",
            hint="compare with the letter, letter by letter",
            unknown=unknown,
        )
    if len(words) != WORDS_IN_A_PASSPHRASE:
        raise WrongWords(
            f"{WORDS_IN_A_PASSPHRASE} words are needed, and here are {len(words)}",
            reason="wrong-count",
            hint="type all the words of the letter, with a space between them",
        )
    return Words(" ".join(words))


def canonical(typed: str) -> str:
    """NFKC, lower case, letters only, one space between words.

    >>> canonical("  Acorn, BANJO-cactus. 1 ")
    'acorn banjo cactus'
    """
    text = unicodedata.normalize("NFKC", typed).lower()
    return " ".join("".join(run) for is_word, run in groupby(text, key=str.isalpha) if is_word)


def near_words(word: str) -> tuple[str, ...]:
    """Words of the list that look like this one, the likeliest first; none when nothing is near."""
    similar = difflib.get_close_matches(word, word_list(), n=4 * _NEAR_WORDS, cutoff=0.7)
    return tuple(
        sorted(similar, key=lambda known: (_slips_between(word, known), word[0] != known[0], known))[
            :_NEAR_WORDS
        ]
    )


def strength_in_bits() -> float:
    """How hard a fresh passphrase is to guess: words times the logarithm of the list's length."""
    return WORDS_IN_A_PASSPHRASE * math.log2(len(word_list()))


@cache
def word_list() -> Sequence[str]:
    """The list, sorted; the page reads the same file, which `browser/format/word_list.js` describes. Raises KinfolioError when it was not built."""
    try:
        text = _LIST_FILE.read_text(encoding="utf-8")
    except FileNotFoundError as absent:
        raise KinfolioError(
            "the list of words is not there: the browser part of Kinfolio has not been built",
            hint="run `pip install .`, or `python -m generator.vault.browser.bundle` in a checkout",
        ) from absent
    return tuple(_unpacked(text))


def _unpacked(text: str) -> Iterator[str]:
    word = ""
    for shared, rest in re.findall(r"([A-Z])([a-z]*)", text):
        word = word[: ord(shared) - ord("A")] + rest
        yield word


@cache
def _word_set() -> frozenset[str]:
    return frozenset(word_list())


def _unknown_message(word: str, *, near: tuple[str, ...]) -> str:
    if not near:
        return f'"{word}" is not on the list of words'
    return f'"{word}" is not on the list of words; near it: {", ".join(near)}'


def _slips_between(typed: str, meant: str) -> int:
    # Slips of fingers: a letter too many, too few, another, or two in the wrong order.
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        oldest, before, row = before, row, [i]
        for j, other in enumerate(meant, 1):
            slips = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and typed[i - 2] == other and letter == meant[j - 2]:
                slips = min(slips, oldest[j - 2] + 1)
            row.append(slips)
    return row[-1]
