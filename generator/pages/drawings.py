"""Small drawings set into pages as they stand: icons of Material, our avatars, covers and seasons, strips of levels."""

from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from generator.pages.theme import Theme

_PLAIN_ICON = "circle-outline"


class Drawings:
    """Finds drawings in the theme's folders and Material's wheel; each file is read once per process."""

    def __init__(self, *, theme: Theme, icons: Path) -> None:
        self._icons = icons
        self._folders = theme.folders
        self.icon = lru_cache(maxsize=512)(self._icon)
        self.avatar = lru_cache(maxsize=64)(self._avatar)
        self.cover = lru_cache(maxsize=64)(self._cover)
        self.season = lru_cache(maxsize=4)(self._season)

    def _icon(self, name: str) -> Markup:
        """An icon of the Material set by its name; always set beside a word, so it is hidden from screen readers."""
        file = self._inside(self._icons, name) or self._icons / f"{_PLAIN_ICON}.svg"
        drawing = file.read_text(encoding="utf-8").strip()
        return Markup(drawing.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1))  # noqa: S704 - a file of the wheel

    def _avatar(self, name: str) -> Markup:
        """The drawn animal or thing of that name; empty where the theme has none."""
        return self._own("avatars", name)

    def _cover(self, name: str) -> Markup:
        """The cover pattern of that name; empty where the theme has none."""
        return self._own("covers", name)

    def _season(self, name: str) -> Markup:
        """The picture of that season; empty where the theme has none."""
        return self._own("seasons", name)

    def _own(self, kind: str, name: str) -> Markup:
        found = (self._inside(folder / kind, name) for folder in self._folders)
        file = next((file for file in found if file is not None), None)
        return Markup(file.read_text(encoding="utf-8").strip()) if file else Markup("")  # noqa: S704 - a file of the theme

    def _inside(self, folder: Path, name: str) -> Path | None:
        """The drawing of that name; what a teacher typed as a name never leads out of the folder."""
        if not name.replace("-", "").isalnum():
            return None
        file = folder / f"{name}.svg"
        return file if file.is_file() else None
