"""A film from a row of pictures and, where there is one, a sound."""

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from PIL import Image
from sound import Samples, write_wave

PICTURES = {
    ".mp4": (
        "-c:v",
        "libx264",
        "-preset",
        "veryslow",
        "-crf",
        "29",
        "-pix_fmt",
        "yuv420p",
        "-movflags",
        "+faststart",
    ),
    ".webm": (
        "-c:v",
        "libvpx-vp9",
        "-crf",
        "40",
        "-b:v",
        "0",
        "-row-mt",
        "0",
        "-threads",
        "1",
        "-pix_fmt",
        "yuv420p",
    ),
}
SOUNDS = {".mp4": ("-c:a", "aac", "-b:a", "48k"), ".webm": ("-c:a", "libopus", "-b:a", "32k")}


def save_film(
    frames: Iterable[Image.Image],
    path: Path,
    *,
    rate: int,
    sound: Samples | None = None,
    tags: dict[str, str] | None = None,
) -> None:
    """Writes the frames at `rate` pictures a second; tags go where a phone puts them, the location too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        heard: list[str] = []
        if sound is not None:
            voice = Path(folder) / "sound.wav"
            write_wave(sound, voice)
            heard = ["-i", str(voice)]
        described = [word for key, value in (tags or {}).items() for word in ("-metadata", f"{key}={value}")]
        pictures = iter(frames)
        first = next(pictures)
        size = f"{first.width}x{first.height}"
        command = [
            "ffmpeg",
            "-y",
            "-loglevel",
            "error",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "-s",
            size,
            "-r",
            str(rate),
            "-i",
            "-",
        ]
        spoken = SOUNDS[path.suffix] if sound is not None else ()
        command += [
            *heard,
            *PICTURES[path.suffix],
            *spoken,
            *described,
            "-fflags",
            "+bitexact",
            "-flags",
            "+bitexact",
            str(path),
        ]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
            if process.stdin is None:
                raise RuntimeError("ffmpeg takes no pictures")
            process.stdin.write(first.tobytes())
            for picture in pictures:
                process.stdin.write(picture.tobytes())
        if process.returncode:
            raise RuntimeError(f"ffmpeg stopped at {path.name}")
