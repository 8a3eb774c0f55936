"""The one place that touches names MkDocs and Material keep to themselves; `tests/pages/test_mkdocs_internals.py` guards them.

Both engines are in maintenance (see `docs/decisions/0060-mkdocs-in-memory.md`), so what we lean on is kept to this page:
a configuration made in memory, the theme's own Jinja environment, a `Page` over a generated `File`, and the context
that MkDocs hands to a template.
"""

import importlib.util
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2

from generator.pages.compiled import compiled_templates
from generator.problems import KinfolioError

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # read by Material when MkDocs looks for its themes

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


class Engine:
    """MkDocs with Material extended by our templates: set up once, then asked page by page, nothing on disk."""

    def __init__(self, *, template_folders: Sequence[Path]) -> None:
        self._config = _configuration(template_folders[-1])
        # MkDocs knows one folder above the theme; a school's own theme lies above ours as well.
        self._config.theme.dirs[:0] = [str(folder) for folder in template_folders[:-1]]
        self._navigation = Navigation([], [])
        self._files = Files([])
        self.environment: jinja2.Environment = self._config.theme.get_env()
        self.environment.bytecode_cache = compiled_templates()
        # No template has globals of its own. A view of them for each, as Jinja makes it, is compared at every import.
        self.environment.make_globals = lambda _own: self.environment.globals  # type: ignore[method-assign, assignment]

    def render(self, *, path: str, title: str, template: str, extra: Mapping[str, Any]) -> str:
        """One page's HTML. `path` is where it will lie in the site and ends in `.html`."""
        file = File.generated(self._config, path.removesuffix("html") + "md", content="")
        page = Page(title, file, self._config)
        context = get_context(self._navigation, self._files, self._config, page)
        return self.environment.get_template(template).render({**context, **extra})


def _configuration(custom: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict(
        {
            "site_name": "Portfolio",
            "docs_dir": str(custom),
            "site_dir": str(custom.parent / "never-written"),
            "theme": {"name": "material", "custom_dir": str(custom), "font": False},
            "plugins": [],
            "use_directory_urls": False,
        }
    )
    errors, _warnings = config.validate()
    if errors:
        raise KinfolioError(
            "; ".join(f"{key}: {reason}" for key, reason in errors),
            hint="the installed mkdocs or mkdocs-material may not be one that Kinfolio knows; see pyproject.toml",
        )
    config.plugins.on_startup(command="build", dirty=False)
    return config


def material_templates() -> Path:
    """Material's template folder inside the installed wheel: its icons and style sheets lie there."""
    found = importlib.util.find_spec("material")
    if found is None or found.origin is None:
        raise KinfolioError("mkdocs-material is not installed", hint="run `pip install kinfolio` again")
    return Path(found.origin).parent / "templates"
