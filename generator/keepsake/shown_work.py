"""What was made, as blocks of the book: pictures with their words, sound as its wave, code, and where a film is."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.keepsake.blocks import Block, Blocks
from generator.keepsake.pictures import PictureBox
from generator.keepsake.speech import Speech
from generator.model.medium import Medium, MediumKind
from generator.views.artifacts import ShownArtifact
from generator.views.plain import PlainWords
from generator.views.wording import N_

_MOST_PICTURES = 4
"""Of one piece; the open edition has them all."""
_MOST_LINES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWork:
    """Turns artifacts into blocks, and puts their pictures into the box."""

    blocks: Blocks
    speech: Speech
    pictures: PictureBox

    def blocks_of(self, artifacts: Iterable[ShownArtifact]) -> list[Block]:
        """What of them can be put on paper, and where the rest is."""
        blocks: list[Block] = []
        pictured = [one for one in artifacts if _pages(one.medium)]
        pictures = self.of_pictures(pictured)[:_MOST_PICTURES]
        if pictures:
            blocks.append({"block": "pictures", "pictures": pictures})
        for one in artifacts:
            medium = one.medium
            if medium.kind in {MediumKind.FILM, MediumKind.SOUND}:
                blocks.append(
                    {"block": "listen", "film": medium.kind is MediumKind.FILM, **self._listen(one)}
                )
                if one.transcript:
                    blocks.append(self.blocks.words(one.transcript, style="note"))
            elif medium.kind is MediumKind.CODE:
                lines = medium.code_text.strip("\n").split("\n")
                blocks.append({"block": "code", "text": "\n".join(lines[:_MOST_LINES])})
        return blocks

    def _listen(self, one: ShownArtifact) -> Block:
        kept = (
            N_("A film. It is in the folder that belongs to this book.")
            if one.medium.kind is MediumKind.FILM
            else N_("A recording. It is in the folder that belongs to this book.")
        )
        words = one.caption or (
            PlainWords(text=one.alternative, language=one.language) if one.alternative else None
        )
        return {
            "caption": self.blocks.plain(words) if words and one.medium.kind is MediumKind.SOUND else None,
            "wave": one.medium.waveform,
            "box": one.medium.waveform_box,
            "text": self.blocks.run(self.speech.word(kept)),
        }

    def of_pictures(self, shown: Iterable[ShownArtifact]) -> list[Block]:
        """Each picture there is of them, with its words."""
        found: list[Block] = []
        for one in shown:
            for page in _pages(one.medium):
                put = self.pictures.put(page)
                if put is None:
                    continue
                name, ratio = put
                caption = self.blocks.plain(one.caption) if one.caption else None
                words = one.alternative or (one.caption.text if one.caption else "")
                alternative = words or self.speech.word(N_("Picture"))
                found.append({"file": name, "ratio": ratio, "alt": alternative, "caption": caption})
        return found


def _pages(medium: Medium) -> tuple[str, ...]:
    """Places of the pictures that show it on paper."""
    if medium.pages:
        return tuple(page.path for page in medium.pages[:2])
    return (medium.large.path,) if medium.large else ()
