"""Sound made of samples: a room with a voice in it, and notes from a made-up instrument."""

import subprocess
import tempfile
import wave
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 22050
Samples = NDArray[np.float32]
ENCODERS = {
    ".mp3": ("-c:a", "libmp3lame", "-b:a", "40k", "-ac", "1"),
    ".m4a": ("-c:a", "aac", "-b:a", "40k", "-ac", "1"),
    ".ogg": ("-c:a", "libvorbis", "-q:a", "1", "-ac", "1"),
    ".wav": ("-c:a", "pcm_s16le", "-ar", "11025", "-ac", "1"),
}


def spoken(text: str, *, voice: str = "en-gb", pace: int = 150, pitch: int = 78, gap: int = 0) -> Samples:
    """The text said by espeak-ng; `pace` in words a minute, `pitch` from 0 to 99, `gap` between words in 10 ms."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "voice.wav"
        command = [
            "espeak-ng",
            "-v",
            voice,
            "-s",
            str(pace),
            "-p",
            str(pitch),
            "-g",
            str(gap),
            "-w",
            str(target),
            text,
        ]
        subprocess.run(command, check=True)
        with wave.open(str(target)) as source:
            samples = (
                np.frombuffer(source.readframes(source.getnframes()), np.int16).astype(np.float32) / 32768
            )
    return samples


def silence(seconds: float) -> Samples:
    """Nothing, for a while."""
    return np.zeros(int(seconds * RATE), np.float32)


def in_a_room(samples: Samples, *, seed: int, noise: float = 0.004) -> Samples:
    """Adds the classroom: a little echo from the walls and the hum of a fan."""
    chance = np.random.default_rng(seed)
    room = np.concatenate([samples, silence(0.4)])
    for delay, loudness in ((0.021, 0.22), (0.037, 0.15), (0.061, 0.1), (0.113, 0.06)):
        shift = int(delay * RATE)
        room[shift:] += room[:-shift] * loudness
    hum = np.cumsum(chance.normal(size=len(room))).astype(np.float32)
    hum -= np.convolve(hum, np.ones(400) / 400, mode="same")
    room += hum / (np.abs(hum).max() + 1e-6) * noise
    return (room / (np.abs(room).max() + 1e-6) * 0.8).astype(np.float32)


def note(frequency: float, *, seconds: float, loudness: float = 0.5) -> Samples:
    """One note of a thumb piano: quick start, long soft end. Frequency 0 is a rest."""
    time = np.arange(int(seconds * RATE), dtype=np.float32) / RATE
    if not frequency:
        return np.zeros_like(time)
    overtones = ((1, 1.0, 3.2), (2.01, 0.35, 5.5), (5.4, 0.12, 14.0))
    tone = sum(
        share * np.sin(2 * np.pi * frequency * ratio * time) * np.exp(-time * fade)
        for ratio, share, fade in overtones
    )
    return (tone * np.minimum(1, time * 240) * loudness).astype(np.float32)


def save(samples: Samples, path: Path, *, tags: Mapping[str, str]) -> None:
    """Writes the sound in the format of the file's ending, with the tags a phone would leave in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.wav"
        write_wave(samples, plain)
        described = [word for key, value in tags.items() for word in ("-metadata", f"{key}={value}")]
        command = ["ffmpeg", "-y", "-loglevel", "error", "-i", str(plain), *ENCODERS[path.suffix], *described]
        subprocess.run([*command, "-bitexact", str(path)], check=True)


def write_wave(samples: Samples, path: Path) -> None:
    """Writes plain 16-bit mono samples."""
    with wave.open(str(path), "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(RATE)
        target.writeframes((np.clip(samples, -1, 1) * 32767).astype(np.int16).tobytes())
