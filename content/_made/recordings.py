"""Everything that is heard: readings early and late, hellos, reflections, a conversation, a melody that grew."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sound import Samples, in_a_room, note, save, silence, spoken


@dataclass(frozen=True, slots=True)
class Recording:
    """Somebody speaking: the words in phrases, how fast, how high, how long the breaths between."""

    phrases: tuple[str, ...]
    pace: int
    pitch: int
    breath: float
    voice: str = "en-gb"
    gap: int = 0


OTTER_EARLY = Recording(
    phrases=(
        "The otter",
        "s",
        "slid down the",
        "muddy bank",
        "and",
        "into the",
        "kuh",
        "current.",
        "She was not",
        "a fraid.",
        "The river had",
        "tah",
        "taught her",
        "how to fold",
        "her paws",
        "and float.",
    ),
    pace=112,
    pitch=82,
    breath=0.5,
    gap=6,
)
OTTER_LATE = Recording(
    phrases=(
        "The otter slid down the muddy bank and into the current.",
        "She was not afraid!",
        "The river had taught her how to fold her paws, and float.",
        "Behind her the pups whispered: is it cold?",
        "It is cold, said the otter. And it is wonderful.",
    ),
    pace=158,
    pitch=82,
    breath=0.45,
)
HELLO_ASHA = Recording(
    phrases=(
        "Hello! I am Asha.",
        "I like salamanders, and rain, and drawing birds.",
        "Come in, and look at the heron first!",
    ),
    pace=150,
    pitch=84,
    breath=0.35,
)
VOLCANO_THOUGHTS = Recording(
    phrases=(
        "So, my first volcano just went blub.",
        "I was kind of sad.",
        "But then I thought, what if it is too much soda and not enough vinegar?",
        "So I changed only one thing.",
        "And it foamed for twenty two seconds.",
        "If it had worked the first time, I would not know why it works.",
    ),
    pace=152,
    pitch=83,
    breath=0.4,
)
HELLO_GURNOOR = Recording(
    phrases=("ਸਤ ਸ੍ਰੀ ਅਕਾਲ!", "ਮੇਰਾ ਨਾਮ ਗੁਰਨੂਰ ਹੈ।", "ਮੈਨੂੰ ਕਹਾਣੀਆਂ ਤੇ ਫੁੱਲ ਪਸੰਦ ਹਨ।", "Hello! My name is Gurnoor."),
    pace=135,
    pitch=84,
    breath=0.4,
    voice="pa",
)
NANI_STORY = Recording(
    phrases=(
        "ਇੱਕ ਵਾਰੀ ਦੀ ਗੱਲ ਹੈ।",
        "ਇੱਕ ਚਿੜੀ ਸੀ ਤੇ ਇੱਕ ਕਾਂ ਸੀ।",
        "ਚਿੜੀ ਦਾ ਘਰ ਮੋਮ ਦਾ ਸੀ।",
        "ਕਾਂ ਦਾ ਘਰ ਲੂਣ ਦਾ ਸੀ।",
        "ਇੱਕ ਦਿਨ ਬਹੁਤ ਮੀਂਹ ਪਿਆ।",
    ),
    pace=130,
    pitch=84,
    breath=0.5,
    voice="pa",
)
RIVER_POEM = Recording(
    phrases=("النهرُ يعرفُ اسمي", "ولا يسألُ من أين جئتُ", "أضعُ يدي في الماء", "فيضحكُ الماءُ", "وأضحكُ أنا"),
    pace=125,
    pitch=62,
    breath=0.7,
    voice="ar",
)
FRACTION_TALK = Recording(
    phrases=(
        "Okay, so this bar is one whole.",
        "Two thirds is, um, two of the three pieces.",
        "And a half is only up to here.",
        "So two thirds is more, because it goes past the middle.",
        "You can see it. It sticks out.",
    ),
    pace=145,
    pitch=74,
    breath=0.5,
)
FRENCH_MARKET = Recording(
    phrases=(
        "Bonjour madame. Je voudrais trois pommes, s'il vous plaît.",
        "C'est combien?",
        "Deux dollars? D'accord. Merci beaucoup, et bonne journée!",
    ),
    pace=135,
    pitch=58,
    breath=0.9,
    voice="fr-fr",
)
BUS_POEM = Recording(
    phrases=(
        "Bus fourteen turns right where the bakery smells of cinnamon.",
        "I press my nose on the glass.",
        "Everything is new,",
        "and Nana's hand is not.",
    ),
    pace=132,
    pitch=76,
    breath=0.6,
)
RADIO = Recording(
    phrases=(
        "Hi. This is Arbutus Radio, and I am Kai.",
        "Today I looked at a juice box for forty minutes.",
        "The front says: real fruit.",
        "The back says: twenty four grams of sugar.",
        "That is six teaspoons.",
        "I poured them on a plate, so you can hear it. Listen.",
    ),
    pace=160,
    pitch=58,
    breath=0.35,
)
HELLO_MIKA = Recording(
    phrases=("Hi! I am Mika.", "I like frogs.", "Look at my tower!"),
    pace=135,
    pitch=92,
    breath=0.4,
)
SNOW = Recording(
    phrases=("It has six arms.", "I counted.", "Then it was gone.", "Where did it go?", "Is it in my boot?"),
    pace=140,
    pitch=92,
    breath=0.3,
)
TOWER_FELL = Recording(
    phrases=(
        "It fell and I was mad.",
        "Then I looked.",
        "The small one was under.",
        "So I put the big one under.",
    ),
    pace=140,
    pitch=92,
    breath=0.3,
)
MY_GOAL = Recording(
    phrases=("I want to read a book to Lolo.", "A whole book.", "On the phone."),
    pace=130,
    pitch=92,
    breath=0.5,
)

C4, D4, E4, F4, G4, A4, B4, C5, D5, E5 = 261.6, 293.7, 329.6, 349.2, 392.0, 440.0, 493.9, 523.3, 587.3, 659.3
TIDE_SKETCH = ((A4, 0.6), (C5, 0.6), (B4, 0.6), (A4, 1.2), (E4, 0.6), (A4, 0.6), (G4, 1.2), (E4, 1.4))
TIDE_FINAL = (
    (A4, 0.45),
    (C5, 0.45),
    (E5, 0.9),
    (D5, 0.45),
    (C5, 0.45),
    (B4, 0.9),
    (A4, 0.45),
    (B4, 0.45),
    (C5, 0.9),
    (G4, 0.9),
    (0.0, 0.45),
    (F4, 0.45),
    (A4, 0.45),
    (C5, 0.9),
    (B4, 0.45),
    (A4, 0.45),
    (G4, 0.9),
    (E4, 0.45),
    (G4, 0.45),
    (A4, 1.8),
)
TIDE_BASS = (
    (220.0, 1.8),
    (164.8, 1.8),
    (220.0, 1.8),
    (196.0, 1.35),
    (174.6, 1.8),
    (146.8, 1.8),
    (164.8, 0.9),
    (220.0, 1.8),
)


def said(recording: Recording, *, seed: int) -> Samples:
    """The recording as samples, in its room."""
    pieces: list[Samples] = []
    chance = np.random.default_rng(seed)
    for phrase in recording.phrases:
        pace = round(recording.pace * (0.95 + 0.1 * chance.random()))
        pieces.append(
            spoken(phrase, voice=recording.voice, pace=pace, pitch=recording.pitch, gap=recording.gap)
        )
        pieces.append(silence(recording.breath * (0.6 + 0.8 * chance.random())))
    return in_a_room(np.concatenate(pieces), seed=seed)


def record(recording: Recording, path: Path, *, seed: int, title: str, artist: str) -> None:
    """Writes one recording with the tags a tablet would leave."""
    tags = {
        "title": title,
        "artist": artist,
        "album": "Maple Creek Elementary",
        "comment": "recorded in the book corner",
    }
    save(said(recording, seed=seed), path, tags=tags)


def poured_sugar() -> Samples:
    """Six teaspoons of sugar falling on a plate."""
    chance = np.random.default_rng(6)
    pour = silence(0.3)
    for _ in range(6):
        length = 9000
        grains = chance.normal(size=length).astype(np.float32) * (chance.random(length) > 0.9)
        swell = np.sin(np.linspace(0, np.pi, length)) ** 2
        pour = np.concatenate([pour, (grains * swell * 0.35).astype(np.float32), silence(0.25)])
    return pour


def radio(path: Path) -> None:
    """Kai's radio minute, with the sugar."""
    samples = np.concatenate([said(RADIO, seed=16), poured_sugar()])
    save(
        samples, path, tags={"title": "Arbutus Radio 3", "artist": "Kai", "comment": "library, second table"}
    )


def tide(path: Path, *, finished: bool) -> None:
    """Imogen's tune for thumb piano: eight notes in October, two voices in March."""
    if not finished:
        save(
            np.concatenate([note(pitch, seconds=length) for pitch, length in TIDE_SKETCH]),
            path,
            tags={"title": "tide sketch", "artist": "Imogen C."},
        )
        return
    upper = np.concatenate([note(pitch, seconds=length) for pitch, length in (*TIDE_FINAL, *TIDE_FINAL)])
    lower = np.concatenate(
        [note(pitch, seconds=length, loudness=0.38) for pitch, length in (*TIDE_BASS, *TIDE_BASS)]
    )
    length = max(len(upper), len(lower))
    mixed = np.pad(upper, (0, length - len(upper))) + np.pad(lower, (0, length - len(lower)))
    save(
        in_a_room(mixed, seed=17, noise=0.002),
        path,
        tags={"title": "Tide", "artist": "Imogen C.", "composer": "Imogen C."},
    )
