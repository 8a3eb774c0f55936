"""`READ-ME-FIRST.txt` and the page beside it: for whoever finds the folder in twenty years."""

from html import escape

from generator.keepsake.speech import Speech
from generator.model.words import direction_of
from generator.views.wording import N_

_WELCOME = N_("This is a learning portfolio that %(school)s kept together with %(called)s.")
_UNTIL = N_("The newest thing in it is from %(day)s.")
_OPEN = N_(
    "To read it, open index.html with a double click. It needs no internet, no password and no program but a web browser."
)
_READABLE = N_(
    "Whoever has this folder can read it. Keep it where you keep other family papers, and think before you send it."
)
_WHAT = N_("What is in the folder")
_SITE = N_("site/ - the pages, with pictures, film and sound")
_SOURCE = N_("source/ - the words as plain text files, with the work beside them")
_DATA = N_("data/portfolio.json - the same for programs, and beside it what each part means")
_SUMS = N_(
    "manifest-sha256.txt and tagmanifest-sha256.txt - a fingerprint of every file (BagIt, RFC 8493), so that anybody can check that nothing was changed or lost"
)
_GONE = N_(
    "If index.html does not open any more: the files in source/ are plain text, and will be readable as long as there are computers."
)
_OTHERS = N_(
    "What a classmate said stands in it without that child's name. Hidden data, such as where a photo was taken, was removed."
)
_MADE = N_("Made with Kinfolio %(version)s.")
_GO = N_("Open the portfolio")

_DESCRIPTION = """# What portfolio.json holds

`portfolio.json` is one JSON object in UTF-8. Its exact form stands in `portfolio.schema.json` (JSON Schema, draft 2020-12).

- `format` is `kinfolio-portfolio`, `version` is 1.
- `learner` is the student: evidence of learning, reflections, goals, points of progress, learning updates,
  conversations, conferences, assessments, comparisons, and the showcase the student chose.
- `words` explains the ids that stand in `learner`: areas of learning, competencies, the proficiency scale, prompts, rubrics and terms.

Somebody's words are objects with `text` (Markdown as it was typed) and `language` (a BCP 47 tag such as `en` or `pa-Guru`).
Days are written `2026-10-02`. What nobody wrote is `null` or empty.
A `path` is the place of a file, relative to the folder that holds `READ-ME-FIRST.txt`.
Pieces with the same `piece` are versions of one work; `stage` says which.
Levels are words, never numbers: `words.scale.levels` names them in their order, and `insufficient_evidence` stands outside it.
`voice` says who speaks: student, teacher, peer or family. What a classmate said stands without a name.
"""


def read_me(*, called: str, school: str, newest: str, version: str, speech: Speech) -> str:
    """The text, with line ends that the oldest editor on Windows shows as lines."""
    facts = {"called": called, "school": school, "day": newest, "version": version}
    paragraphs = [
        *((_WELCOME, _UNTIL) if newest else (_WELCOME,)),
        _OPEN,
        _READABLE,
        _GONE,
        _OTHERS,
    ]
    parts = ["\r\n\r\n".join(speech.word(one) % facts for one in paragraphs)]
    parts.append("\r\n".join(speech.word(one) for one in (_WHAT, _SITE, _SOURCE, _DATA, _SUMS)))
    parts.append(speech.word(_MADE) % facts)
    return "\r\n\r\n".join(parts) + "\r\n"


def description() -> str:
    """One page in words about `portfolio.json`."""
    return _DESCRIPTION


def front_page(entry: str, *, school: str, speech: Speech) -> str:
    """The page that a double click opens: it leads on by itself, and with a link where it may not."""
    address = escape(f"site/{entry}")
    return (
        f'<!doctype html>\n<html lang="{escape(speech.language)}" dir="{direction_of(speech.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex, nofollow, noarchive">\n'
        f'<meta http-equiv="refresh" content="0; url={address}">\n<title>{escape(school)}</title>\n</head>\n'
        f'<body>\n<h1>{escape(school)}</h1>\n<p><a href="{address}">{escape(speech.word(_GO))}</a></p>\n</body>\n</html>\n'
    )
