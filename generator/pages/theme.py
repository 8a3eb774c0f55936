"""A theme: a folder with colours, words, drawings and templates, standing on the one that ships with Kinfolio."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.model.student import ACCENTS
from generator.pages.colours import Pair, is_colour, mixed
from generator.problems import KinfolioError

SCHEMES = ("light", "dark")
COLOURS = (
    "paper",
    "card",
    "ink",
    "soft",
    "line",
    "added",
    "added tint",
    "removed",
    "removed tint",
    "new",
    "focus",
)
"""What `colours.light` and `colours.dark` of a `theme.yml` name."""

_SHIPPED = (Path(__file__).parents[1] / "shipped" / "themes", Path(__file__).parents[2] / "themes")
_KEYS = ("name", "extends", "colours", "accents", "styles", "crest", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How portfolios look. `folders` holds the theme's own folder first and those it extends after it.

    `colours[scheme][name]` and `accents[accent][scheme]` are `#RRGGBB`; `words` maps an English interface word to the
    school's own; `crest` is a picture of the school's in the theme's folder.
    """

    name: str
    folders: tuple[Path, ...]
    colours: Mapping[str, Mapping[str, str]]
    accents: Mapping[str, Mapping[str, str]]
    styles: tuple[Path, ...]
    crest: Path | None
    words: Mapping[str, str]

    def tint(self, accent: str, *, scheme: str) -> str:
        """The soft ground of an accent."""
        share = 0.11 if scheme == "light" else 0.16
        return mixed(self.accents[accent][scheme], into=self.colours[scheme]["card"], share=share)

    def pairs(self) -> Iterator[Pair]:
        """Every two colours that meet on a page, for checking."""
        for scheme in SCHEMES:
            yield from self._fixed_pairs(scheme)
            for accent in ACCENTS:
                yield from self._accent_pairs(accent, scheme=scheme)

    def _fixed_pairs(self, scheme: str) -> Iterator[Pair]:
        colours = self.colours[scheme]
        for ground in ("paper", "card"):
            for front, least in (("ink", 7.0), ("soft", 4.5), ("line", 3.0), ("focus", 3.0)):
                yield Pair(
                    what=f"{front} on {ground}, {scheme}",
                    front=colours[front],
                    back=colours[ground],
                    least=least,
                )
        for mark in ("added", "removed"):
            yield Pair(what=f"{mark}, {scheme}", front=colours[mark], back=colours[f"{mark} tint"], least=4.5)
        yield Pair(what=f"card on new, {scheme}", front=colours["card"], back=colours["new"], least=4.5)

    def _accent_pairs(self, accent: str, *, scheme: str) -> Iterator[Pair]:
        colours, colour, tint = (
            self.colours[scheme],
            self.accents[accent][scheme],
            self.tint(accent, scheme=scheme),
        )
        for what, front, back in (
            ("paper", colour, colours["paper"]),
            ("card", colour, colours["card"]),
            ("its tint", colour, tint),
        ):
            yield Pair(what=f"{accent} on {what}, {scheme}", front=front, back=back, least=4.5)
        for name in ("ink", "soft"):
            yield Pair(what=f"{name} on {accent}'s tint, {scheme}", front=colours[name], back=tint, least=4.5)


def load_theme(name_or_path: str) -> Theme:
    """The theme of that name (one that ships with Kinfolio) or in that folder (a school's own).

    Raises:
        KinfolioError: there is no such theme, its `theme.yml` cannot be used, or two colours cannot be told apart.
    """
    folder = _find(name_or_path)
    chain = tuple(_chain(folder))
    described = tuple((place, _described(place)) for place in chain)
    theme = Theme(
        name=str(described[0][1].get("name", folder.name)),
        folders=chain,
        colours={scheme: _gathered(described, "colours", scheme) for scheme in SCHEMES},
        accents={accent: _gathered(described, "accents", accent) for accent in ACCENTS},
        styles=tuple(_styles(described)),
        crest=_crest(described),
        words=_gathered(described, "words"),
    )
    for pair in theme.pairs():
        if not pair.can_be_read:
            raise KinfolioError(
                f"{pair.what}: {pair.front} on {pair.back} has a contrast of {pair.ratio:.1f} to 1, "
                f"{pair.least:g} is needed to read it",
                hint=f"choose a darker or lighter colour in {folder / 'theme.yml'}",
            )
    return theme


def _find(name_or_path: str, *, beside: Path = Path()) -> Path:
    for folder in (*(place / name_or_path for place in _SHIPPED), beside / name_or_path):
        if (folder / "theme.yml").is_file():
            return folder.resolve()
    known = sorted({found.parent.name for place in _SHIPPED for found in place.glob("*/theme.yml")})
    raise KinfolioError(
        f'there is no theme "{name_or_path}"',
        hint=f"name one of {', '.join(known)}, or a folder that holds a theme.yml",
    )


def _chain(folder: Path) -> Iterator[Path]:
    seen: list[Path] = []
    while folder not in seen:
        seen.append(folder)
        yield folder
        parent = _described(folder).get("extends", "" if folder.name == "kinfolio" else "kinfolio")
        if not parent:
            return
        folder = _find(str(parent), beside=seen[-1])
    raise KinfolioError(
        f"the theme in {folder} extends itself", hint="take `extends` out of one of its theme.yml files"
    )


def _described(folder: Path) -> dict[str, Any]:
    file = folder / "theme.yml"
    try:
        described = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as broken:
        raise KinfolioError(
            f"{file} is not YAML: {broken}", hint="see docs/themes.md for an example"
        ) from broken
    if not isinstance(described, dict):
        raise KinfolioError(
            f"{file} is not a list of keys and values", hint="see docs/themes.md for an example"
        )
    _check_names(file, described, known=_KEYS, what="key")
    _check_names(file, described.get("colours"), known=SCHEMES, what="scheme")
    for scheme in SCHEMES:
        _check_names(file, (described.get("colours") or {}).get(scheme), known=COLOURS, what="colour")
    _check_names(file, described.get("accents"), known=ACCENTS, what="accent")
    return described


def _check_names(file: Path, named: Any, *, known: tuple[str, ...], what: str) -> None:
    unknown = [name for name in named or () if name not in known]
    if unknown:
        raise KinfolioError(f'{file}: unknown {what} "{unknown[0]}"', hint=f"use one of {', '.join(known)}")


def _gathered(described: tuple[tuple[Path, dict[str, Any]], ...], *keys: str) -> dict[str, str]:
    """The mapping found under `keys`, a theme's own entries over those it extends."""
    gathered: dict[str, str] = {}
    for place, found in reversed(described):
        part: Any = found
        for key in keys:
            part = part.get(key) or {}
        for name, value in part.items():
            if keys[0] in {"colours", "accents"} and not is_colour(str(value)):
                raise KinfolioError(
                    f'{place / "theme.yml"}: {" ".join(keys)} {name}: "{value}" is not a colour',
                    hint="write it in quotes with six digits, such as '#17645A'",
                )
            gathered[str(name)] = str(value)
    return gathered


def _styles(described: tuple[tuple[Path, dict[str, Any]], ...]) -> Iterator[Path]:
    for place, found in reversed(described):
        for name in found.get("styles", ()):
            sheet = place / "css" / f"{name}.css"
            if not sheet.is_file():
                raise KinfolioError(
                    f"{place / 'theme.yml'}: there is no {sheet}", hint="mend the list `styles`"
                )
            yield sheet


def _crest(described: tuple[tuple[Path, dict[str, Any]], ...]) -> Path | None:
    for place, found in described:
        if name := found.get("crest"):
            crest = place / str(name)
            if crest.suffix not in {".svg", ".png", ".webp"} or not crest.is_file():
                raise KinfolioError(
                    f"{place / 'theme.yml'}: crest {name} is not a picture there",
                    hint="put an .svg, .png or .webp file beside theme.yml and name it",
                )
            return crest
    return None
