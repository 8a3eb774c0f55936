import base64
import gzip
import io
import json
import os
import random
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable

import pytest

from generator.publish.canary import CanarySet, Place, canaries_of, find
from generator.publish.strings import Text, TextKind

NAME = Text(TextKind.NAME, "Asha Sandhu")
SENTENCE = Text(TextKind.WORDS, "Today my volcano foamed over the whole table and Mr. Lee laughed")
PUNJABI = Text(TextKind.WORDS, "ਮੈਨੂੰ ਆਪਣੀ ਦਾਦੀ ਬਾਰੇ ਲਿਖਣਾ ਬਹੁਤ ਚੰਗਾ ਲੱਗਾ")
ARABIC = Text(TextKind.WORDS, "كتبت قصة عن جدتي وحديقتها الجميلة")
CHINESE = Text(
    TextKind.WORDS, "今天我在学校画了一座会喷发的火山然后我们一起把桌子擦干净了大家都笑了起来真开心"
)
STEM = Text(TextKind.STEM, "IMG_4032_volcano_asha")
EVERYTHING = (NAME, SENTENCE, PUNJABI, ARABIC, CHINESE, STEM)
BLOB = "abcdefghij234567/d/abcdefghij234567abcdefghij"


@pytest.fixture(scope="module")
def canaries() -> CanarySet:
    return canaries_of(EVERYTHING)


def buried(data: bytes, *, seed: int) -> bytes:
    """The data in the middle of random bytes, at a place nobody chose."""
    chance = random.Random(seed)
    return chance.randbytes(chance.randint(5000, 9000)) + data + chance.randbytes(5000)


WAYS: dict[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "lower case": lambda text: text.lower().encode(),
    "UTF-16 little-endian": lambda text: text.encode("utf-16-le"),
    "UTF-16 big-endian": lambda text: text.encode("utf-16-be"),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64, second phase": lambda text: base64.b64encode(b"x" + text.encode()),
    "base64, third phase": lambda text: base64.b64encode(b"xy" + text.encode()),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()),
    "hexadecimal": lambda text: text.encode().hex().encode(),
    "hexadecimal capitals": lambda text: text.encode().hex().upper().encode(),
    "URL encoding": lambda text: urllib.parse.quote(text).encode(),
    "form encoding": lambda text: urllib.parse.quote_plus(text).encode(),
    "JSON": lambda text: json.dumps(text).encode(),
    "HTML entities": lambda text: "".join(f"&#{ord(character)};" for character in text).encode(),
    "compressed, then base64": lambda text: base64.b64encode(zlib.compress(text.encode())),
}


@pytest.mark.parametrize("text", EVERYTHING, ids=lambda text: text.kind.name)
@pytest.mark.parametrize("way", WAYS)
def test_a_text_is_found_in_random_bytes_however_it_is_written(
    canaries: CanarySet, way: str, text: Text
) -> None:
    hits = find(canaries, name=BLOB, data=buried(WAYS[way](text.text), seed=3), place=Place.SEALED)
    assert {hit.kind for hit in hits} >= {text.kind}


@pytest.mark.parametrize("pack", [zlib.compress, gzip.compress], ids=["zlib", "gzip"])
def test_a_text_is_found_in_a_compressed_file(canaries: CanarySet, pack: Callable[[bytes], bytes]) -> None:
    page = "<p>" + SENTENCE.text + "</p>" + "<p>Something else.</p>" * 200
    hits = find(canaries, name=BLOB, data=pack(page.encode()), place=Place.SEALED)
    assert [hit.way for hit in hits] == ["compression, as it is"] * len(hits) != []


def zipped(text: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as members:
        members.writestr("page.html", text)
    return whole.getvalue()


def printed(text: bytes) -> bytes:
    return b"%PDF-1.7\n4 0 obj << /Filter /FlateDecode >> stream\n" + zlib.compress(text) + b"\nendstream"


@pytest.mark.parametrize("pack", [zlib.compress, gzip.compress, zipped, printed])
def test_a_text_is_found_in_what_was_packed_and_then_not_sealed(
    canaries: CanarySet, pack: Callable[[bytes], bytes]
) -> None:
    page = b"<p>" + SENTENCE.text.encode() + b"</p>" + b"<p>Something else.</p>" * 200
    hits = find(canaries, name=BLOB, data=buried(pack(page), seed=7), place=Place.SEALED)
    assert SENTENCE.kind in {hit.kind for hit in hits}


def test_what_breaks_off_is_read_up_to_there(canaries: CanarySet) -> None:
    rest = os.urandom(4_000).hex()
    packed = zlib.compress(f"<p>{SENTENCE.text}</p>{rest}".encode())
    hits = find(canaries, name=BLOB, data=buried(packed[:1_500], seed=9), place=Place.SEALED)
    assert SENTENCE.kind in {hit.kind for hit in hits}


def test_a_part_of_a_sentence_is_found(canaries: CanarySet) -> None:
    part = SENTENCE.text.split("foamed", 1)[1]
    assert find(canaries, name=BLOB, data=buried(part.encode(), seed=5), place=Place.SEALED)


def test_accents_are_found_composed_and_taken_apart() -> None:
    canaries = canaries_of([Text(TextKind.NAME, "Zoë Étienne")])
    for spelling in ("Zoë Étienne", "Zoe\u0308 E\u0301tienne"):
        assert find(canaries, name=BLOB, data=buried(spelling.encode(), seed=7), place=Place.SEALED)


def test_random_bytes_hold_nothing(canaries: CanarySet) -> None:
    chance = random.Random(11)
    assert not find(canaries, name=BLOB, data=chance.randbytes(4 << 20), place=Place.SEALED)


@pytest.mark.parametrize(
    "name",
    [
        "asha-sandhu/index.html",
        "media/IMG_4032_volcano_asha.webp",
        "today-my-volcano-foamed.html",
        "x/ASHA_SANDHU.css",
    ],
)
def test_a_file_name_that_tells_something_is_found(canaries: CanarySet, name: str) -> None:
    hits = find(canaries, name=name, data=b"", place=Place.OTHER)
    assert [hit.way for hit in hits] == ["file name"] * len(hits) != []


def test_the_words_of_the_format_are_no_leak_in_the_name_of_a_sealed_file() -> None:
    canaries = canaries_of([Text(TextKind.WORDS, "Slots"), Text(TextKind.WORDS, "Index")])
    for name in ("abcdefghij234567/slots", "abcdefghij234567/index.html"):
        assert not find(canaries, name=name, data=os.urandom(100), place=Place.SEALED)


def test_a_short_name_is_found_where_it_stands_alone_and_not_inside_a_word() -> None:
    canaries = canaries_of([Text(TextKind.NAME, "Art")])
    assert find(canaries, name="x.txt", data=b"for Art and others", place=Place.OTHER)
    assert not find(canaries, name="x.txt", data=b"we start with artichokes", place=Place.OTHER)


ROSE = (
    Text(TextKind.NAME, "Rose Acorn"),
    Text(TextKind.WORDS, "Acorn"),
    Text(TextKind.STEM, "rose"),
    Text(TextKind.WORDS, "body { margin: 0; padding: 0; display: grid }"),
)


def test_a_child_named_like_an_ordinary_word_does_not_stop_the_word_list_or_a_theme() -> None:
    canaries = canaries_of(ROSE)
    assert not find(canaries, name="shell/words.txt", data=b"acorn\nrose\nzoom\n", place=Place.SHELL)
    css = b"/* a rose tint */ body { margin: 0; padding: 0; display: grid } .acorn { color: rose }"
    assert not find(canaries, name="theme/ab12/kinfolio.css", data=css, place=Place.THEME)


@pytest.mark.parametrize("place", [Place.SHELL, Place.THEME, Place.OTHER])
def test_a_full_name_is_found_in_every_clear_file(place: Place) -> None:
    hits = find(canaries_of(ROSE), name="x", data=b"/* made for Rose Acorn */", place=place)
    assert "Rose Acorn" in {hit.text for hit in hits}


def test_a_sentence_is_found_in_a_theme(canaries: CanarySet) -> None:
    assert find(canaries, name="theme/x/a.css", data=f"/* {SENTENCE.text} */".encode(), place=Place.THEME)


def test_nothing_to_look_for_finds_nothing() -> None:
    assert not find(
        canaries_of([Text(TextKind.WORDS, "👍")]), name="a  b", data=b"anything", place=Place.OTHER
    )


def test_a_hit_says_what_and_where(canaries: CanarySet) -> None:
    hit = find(canaries, name=BLOB, data=buried(NAME.text.encode(), seed=1), place=Place.SEALED)[0]
    assert str(hit) == f'{BLOB}: the name "Asha Sandhu" can be read (as it is)'
