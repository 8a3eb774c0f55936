"""A made-up class of any size, the same for the same arguments: realistic in shape, random in words."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.schools.tiny import SMALLEST

_FIRST_DAY = date(2025, 9, 3)
_SYLLABLES = ("ba", "du", "fo", "gi", "ka", "le", "mo", "ni", "po", "ra", "su", "ti", "vo", "wen", "zor")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassSize:
    """How many students, pieces of evidence each, photos each, and the longest edge of a photo in pixels."""

    students: int
    pages: int
    photos: int
    photo_edge: int


def write_class(folder: Path, size: ClassSize, *, seed: int = 1) -> None:
    """Writes a school of one class: `site-config.yml` and `content/`."""
    chance = random.Random(seed)
    _write(folder / "site-config.yml", "school: synthetic\n")
    for path, text in SMALLEST.items():
        if not path.startswith("students/"):
            _write(folder / "content" / path, text)
    photo = _photo(size.photo_edge, chance)
    for number in range(size.students):
        _write_student(folder / "content" / "students" / f"student-{number:05d}", number, size, chance, photo)


def text_of(chance: random.Random, *, words: int = 400) -> str:
    """Markdown of about that many words: paragraphs, a list, a table, some emphasis."""
    paragraphs = [_sentences(chance, 40) for _ in range(max(1, words // 50))]
    paragraphs.insert(1, "\n".join(f"- {_sentences(chance, 6)}" for _ in range(4)))
    rows = "\n".join(f"| {_word(chance)} | **{_word(chance)}** | {_word(chance)} |" for _ in range(4))
    paragraphs.insert(2, f"| what | how | why |\n| --- | --- | --- |\n{rows}")
    return "\n\n".join(paragraphs)


def _write_student(folder: Path, number: int, size: ClassSize, chance: random.Random, photo: bytes) -> None:
    # No word of the texts begins like a name, or every other line would be about another child.
    name = f"Q{_word(chance)} X{_word(chance)} {number}"
    _write(
        folder / "student.yml",
        f"name: {name}\ngroup: fir\nguardians: [jo-lee]\n" if not number else f"name: {name}\ngroup: fir\n",
    )
    for page in range(size.pages):
        day = _FIRST_DAY + timedelta(days=page * 280 // max(1, size.pages))
        place = folder / "evidence" / f"{day}-piece-{page:03d}"
        artifact = ""
        if page < size.photos:
            (place).mkdir(parents=True, exist_ok=True)
            (place / "photo.jpg").write_bytes(_own_copy(photo, number, page))
            artifact = f"artifacts:\n  - file: photo.jpg\n    caption: {_word(chance)}\n    alternative: {_sentences(chance, 5)}\n"
        kind = ("product", "observation", "conversation")[page % 3]
        facts = f"---\nkind: {kind}\ncompetencies: [sc-question]\n{artifact}---\n"
        _write(place / "index.md", facts + text_of(chance) + "\n")


def _photo(edge: int, chance: random.Random) -> bytes:
    """A picture with the grain of a real one, which is what makes encoding slow."""
    coarse = Image.frombytes("RGB", (64, 48), bytes(chance.randrange(256) for _ in range(64 * 48 * 3)))
    picture = coarse.resize((edge, edge * 3 // 4), Image.Resampling.BICUBIC)
    noise = Image.effect_noise(picture.size, 24).convert("RGB")
    held = BytesIO()
    Image.blend(picture, noise, 0.15).save(held, "JPEG", quality=88)
    return held.getvalue()


def _own_copy(photo: bytes, student: int, page: int) -> bytes:
    """The same picture as another file: a comment segment makes its bytes, and so its cache entry, its own."""
    comment = f"{student}-{page}".encode()
    return photo[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + photo[2:]


def _sentences(chance: random.Random, words: int) -> str:
    return (" ".join(_word(chance) for _ in range(words))).capitalize() + "."


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(1, 4)))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
