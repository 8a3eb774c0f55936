"""`site-config.yml` becomes a `SiteConfig`, with every default in sight and every slip named."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from generator.config import SiteConfig
from generator.model.audience import EDITIONS, STAFF_EDITION, Audience
from generator.model.consent import Naming
from generator.problems import Origin, Problem, error, in_reading_order
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import any_id
from generator.reading.nested_types import one_or_more
from generator.reading.notes import Notes, Surroundings
from generator.reading.plain_types import TEXT, YES_NO, choice, number, word
from generator.reading.text import to_text

_SCHOOL = Field(
    name="school", type=any_id(str), required=True, help="a short id of the school, which never changes"
)
_CONTENT = Field(name="content", type=TEXT, help="the folder of the school's files; content when left out")
_OUT = Field(name="out", type=TEXT, help="the folder the sealed sites go to; dist when left out")
_THEME = Field(name="theme", type=TEXT, help="kinfolio when left out, or the folder of a theme of your own")
_ADDRESS = Field(name="address", type=TEXT, help="where the portfolios will be on the web")
_EDITIONS = Field(
    name="editions",
    type=one_or_more(word(*(edition.name for edition in (*EDITIONS, STAFF_EDITION)))),
    help="which sites are made from a portfolio; family when left out",
)
_DEFAULT_AUDIENCE = Field(
    name="default audience",
    type=choice(Audience),
    help="who may see evidence that does not say; family when left out",
)
_LETTERS = Field(name="letters", type=TEXT, help="the folder for letters; beside the keyring when left out")
_LOCK = Field(
    name="lock after minutes",
    type=number(least=1, most=24 * 60),
    help="how long an open portfolio waits untouched before it locks; 15 when left out",
)
_STAFF_READ = Field(
    name="staff read",
    type=YES_NO,
    help="yes when the teachers of a class may open its family portfolios; no when left out",
)
_OTHER_CHILDREN = Field(
    name="other children",
    type=choice(Naming),
    help="how portfolios name classmates: first name, initial or a friend; initial when left out",
)
_WORDING = Field(
    name="wording",
    type=word("on", "off"),
    help="whether teachers' comments are looked at for how they are worded; on when left out",
)
_OURS = "kinfolio"
"""The theme that ships with Kinfolio, whatever else may be called so."""

SITE_CONFIG = Shape(
    name="the configuration",
    fields=(
        _SCHOOL,
        _CONTENT,
        _OUT,
        _THEME,
        _ADDRESS,
        _EDITIONS,
        _DEFAULT_AUDIENCE,
        _LETTERS,
        _LOCK,
        _WORDING,
        _STAFF_READ,
        _OTHER_CHILDREN,
    ),
)


def read_site_config(file: Path) -> tuple[SiteConfig | None, tuple[Problem, ...]]:
    """Reads the configuration; none where it has errors. Paths in it are taken from its own folder."""
    place = Origin(path=file.name)
    try:
        data = file.read_bytes()
    except OSError as failure:
        message = f"the configuration cannot be read: {failure.strerror or failure}"
        fix = "write a `site-config.yml` with a line `school:`, or name another file with `--config`"
        return None, (error(place, "missing-file", message, fix=fix),)
    text = to_text(data, path=file.name)
    if isinstance(text, Problem):
        return None, (text,)
    around = Surroundings(
        folder="", files={}, school_language="en", default_audience=Audience.FAMILY, people={}, levels={}
    )
    notes = Notes(text=text, surroundings=around)
    values = read_item(notes, shape=SITE_CONFIG)
    config = _config(values, file=file.absolute(), notes=notes) if values else None
    problems = in_reading_order(notes.problems)
    return (None if any(problem.severity == "error" for problem in problems) else config), problems


def _config(values: Values, *, file: Path, notes: Notes) -> SiteConfig:
    folder = file.parent
    letters = values.get(_LETTERS)
    editions = values.get_or(_EDITIONS, ())
    config = SiteConfig(
        file=file,
        school=values.need(_SCHOOL),
        content=_path(folder, values.get(_CONTENT) or "content"),
        out=_path(folder, values.get(_OUT) or "dist"),
        theme=_theme(folder, values.get(_THEME) or _OURS),
        address=values.get_or(_ADDRESS, ""),
        editions=tuple(dict.fromkeys(editions)) or ("family",),
        default_audience=str(values.get_or(_DEFAULT_AUDIENCE, Audience.FAMILY)),
        letters=_path(folder, letters) if letters else None,
        lock_after_minutes=values.get_or(_LOCK, 15),
        wording=values.get_or(_WORDING, "on") == "on",
        staff_read=values.get_or(_STAFF_READ, False),
        other_children=str(values.get_or(_OTHER_CHILDREN, Naming.INITIAL)),
    )
    _check_address(config.address, values=values, notes=notes)
    _check_folders(config, values=values, notes=notes)
    return config


def _path(folder: Path, typed: str) -> Path:
    # Not resolved: links are the school's own business here, and messages name what was typed.
    return Path(os.path.normpath(folder / typed))


def _theme(folder: Path, typed: str) -> str:
    """The folder of the school's own theme, from the configuration's folder as all paths are; else the name as typed."""
    own = _path(folder, typed)
    is_a_folder = "/" in typed or "\\" in typed or (own / "theme.yml").is_file()
    return str(own) if is_a_folder and typed != _OURS else typed


def _check_address(address: str, *, values: Values, notes: Notes) -> None:
    if not address:
        return
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    node = values.nodes["address"]
    if parts.scheme not in {"http", "https"} or not host or parts.query or parts.fragment:
        fix = "write it as `https://portfolios.example.org/`"
        notes.error(node, "bad-address", f"`{address}` is not the address of a website", fix=fix)
    elif parts.scheme == "http" and host not in {"localhost", "127.0.0.1", "::1"}:
        message = "browsers open a sealed portfolio only over https"
        notes.error(node, "bad-address", message, fix=f"write `https://{address.split('//', 1)[1]}`")


def _check_folders(config: SiteConfig, *, values: Values, notes: Notes) -> None:
    for name, folder in (("out", config.out), ("letters", config.letters)):
        if folder is None:
            continue
        node = values.nodes.get(name)
        if (
            folder == config.content
            or folder.is_relative_to(config.content)
            or config.content.is_relative_to(folder)
        ):
            message = f"the folder for `{name}` and the content lie in each other"
            notes.error(
                node, "folders-overlap", message, fix=f"give `{name}` a folder of its own, such as `{name}`"
            )
        elif config.file.is_relative_to(folder):
            message = f"the folder for `{name}` holds the configuration itself"
            notes.error(
                node, "folders-overlap", message, fix=f"give `{name}` a folder of its own, such as `{name}`"
            )
    if config.letters and (config.letters == config.out or config.letters.is_relative_to(config.out)):
        message = "letters hold passphrases and must not lie among what is published"
        fix = "give `letters` a folder outside `out`"
        notes.error(values.nodes.get("letters"), "folders-overlap", message, fix=fix)
