"""A file of student work, ready to be shown: what it became, with what was said about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.model.evidence import Artifact, Moment
from generator.model.medium import Medium
from generator.model.words import Words
from generator.views.plain import PlainWords, as_plain
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArtifact:
    """One artifact that could be cleaned; what could not is not published and not shown."""

    medium: Medium = field(
        metadata={"help": "the picture, film, sound, document or code, by its place in the site"}
    )
    caption: PlainWords | None = field(metadata={"help": "the line below it"})
    alternative: str = field(
        metadata={
            "help": "for somebody who cannot see or hear it; empty where nobody wrote it, then the caption serves"
        }
    )
    language: str = field(metadata={"help": "language of `alternative`"})
    transcript: Words | None = field(metadata={"help": "what is said in a film or sound"})
    moment: Moment | None = field(metadata={"help": "before or after, where it shows a change"})


def show_artifacts(
    artifacts: Iterable[Artifact], *, subject: Subject, language: str
) -> tuple[ShownArtifact, ...]:
    """Those of the artifacts that may be published, in their order; captions are in `language`."""
    return tuple(
        ShownArtifact(
            medium=subject.media[artifact.path],
            caption=as_plain(artifact.caption, language=language),
            alternative=artifact.alternative,
            language=language,
            transcript=artifact.transcript,
            moment=artifact.moment,
        )
        for artifact in artifacts
        if artifact.path in subject.media
    )


def as_it_is(artifacts: tuple[ShownArtifact, ...]) -> tuple[ShownArtifact, ...]:
    """Without what it was like before: for where a piece stands for what it became. All of it where there is no more."""
    return tuple(one for one in artifacts if one.moment is not Moment.BEFORE) or artifacts


def show_file(path: str | None, *, subject: Subject, alternative: str = "") -> ShownArtifact | None:
    """A file without words of its own, such as the recorded hello; None where there is none or it is not published."""
    if path is None or path not in subject.media:
        return None
    return ShownArtifact(
        medium=subject.media[path],
        caption=None,
        alternative=alternative,
        language=subject.student.language,
        transcript=None,
        moment=None,
    )
