"""The files a theme publishes, the same for every student: one style sheet, its fonts and the school's crest."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.pages.mkdocs_internals import material_templates
from generator.pages.theme import SCHEMES, Theme

FONTS = Path(__file__).parents[1] / "vault" / "browser" / "built" / "fonts"
"""Type fetched when the package was built, with everything else that browsers get."""

_CODE_RULE = re.compile(r"(?<=\})((?:\.highlight \.[a-z0-9]+,?)+)\{([^{}]*)\}")

_COMMENT = re.compile(r"/\*(?!!).*?\*/[ ]*\n?", re.DOTALL)
"""For who writes the theme; no phone has to fetch it. One with `!`, as of a licence, stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFile:
    """One file of the theme's folder; nothing in it is about a child, so it is published in clear."""

    path: str
    media_type: str
    data: bytes


_CREST_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp"}


def theme_files(theme: Theme) -> tuple[ThemeFile, ...]:
    """What lies in `theme/` of a site: `kinfolio.css`, `fonts/*`, and `crest.*` where the school has one."""
    parts = [
        *_font_faces(),
        *_tokens(theme),
        *_code_rules(),
        *(_COMMENT.sub("", sheet.read_text(encoding="utf-8")) for sheet in theme.styles),
    ]
    files = [ThemeFile(path="kinfolio.css", media_type="text/css", data="\n".join(parts).encode())]
    files += [
        ThemeFile(path=f"fonts/{font.name}", media_type="font/woff2", data=font.read_bytes())
        for font in sorted(FONTS.glob("*.woff2"))
    ]
    if theme.crest is not None:
        suffix = theme.crest.suffix
        files.append(
            ThemeFile(path=f"crest{suffix}", media_type=_CREST_TYPES[suffix], data=theme.crest.read_bytes())
        )
    return tuple(files)


def theme_digest(files: tuple[ThemeFile, ...]) -> str:
    """Ten characters that change when any of the files does; names the shared folder."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.path.encode() + b"\0" + len(file.data).to_bytes(8, "big") + file.data)
    return digest.hexdigest()[:10]


def theme_folder(files: tuple[ThemeFile, ...]) -> str:
    """Where these files lie in a deployment."""
    return f"theme/{theme_digest(files)}/"


def _font_faces() -> Iterator[str]:
    """Where the fonts of the package are; a package without them falls back on the reader's own."""
    sheet = FONTS / "fonts.css"
    if sheet.is_file():
        yield sheet.read_text(encoding="utf-8")


def _tokens(theme: Theme) -> Iterator[str]:
    """Light by default, dark where the reader's system or, later, the reader's own choice says so."""
    light, dark = (_scheme(theme, scheme) for scheme in SCHEMES)
    yield _rules(light, root="")
    yield (
        "@media (prefers-color-scheme: dark) {\n"
        + _rules(dark, root=":root:not([data-scheme=light])")
        + "\n}"
    )
    yield _rules(dark, root=":root[data-scheme=dark]")


def _scheme(theme: Theme, scheme: str) -> tuple[str, dict[str, str]]:
    shared = [f"color-scheme: {scheme}"]
    shared += [f"--{name.replace(' ', '-')}: {value}" for name, value in theme.colours[scheme].items()]
    accents = {
        accent: f"--accent: {colours[scheme]}; --tint: {theme.tint(accent, scheme=scheme)}"
        for accent, colours in theme.accents.items()
    }
    return "; ".join(shared), accents


def _rules(scheme: tuple[str, dict[str, str]], *, root: str) -> str:
    shared, accents = scheme
    default = next(iter(accents.values()))
    lines = [f"{root or ':root'} {{ {shared}; {default} }}"]
    lines += [f"{root} [data-accent={accent}] {{ {values} }}".strip() for accent, values in accents.items()]
    return "\n".join(lines)


def _code_rules() -> Iterator[str]:
    """Material's rules for highlighted code; its colours are variables that our own sheet sets."""
    sheets = sorted((material_templates() / "assets" / "stylesheets").glob("main.*.min.css"))
    text = sheets[0].read_text(encoding="utf-8") if sheets else ""
    for selectors, declarations in _CODE_RULE.findall(text):
        yield f"{selectors.replace(',', ', ')} {{ {declarations} }}"
