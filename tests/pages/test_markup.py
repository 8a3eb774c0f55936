"""The pages are valid HTML: html-validate finds nothing on any kind of page."""

import json
import subprocess
from pathlib import Path

import pytest

from generator.pages.engine import Press
from generator.vault.browser.bundle import node_command
from generator.views.portfolio import fill
from tests.views import builders

REPOSITORY = Path(__file__).parents[2]
RULES = {
    "extends": ["html-validate:recommended", "html-validate:document"],
    "root": True,
    "rules": {
        # How long a title is, is the writer's own affair.
        "long-title": "off",
        # The language may be of any kind of letters; entities are for markup, not for people's words.
        "no-raw-characters": ["error", {"relaxed": True}],
        # Templates leave spaces at the ends of lines; a browser does not see them, and they are packed away.
        "no-trailing-whitespace": "off",
        # Both are HTML.
        "void-style": "off",
        "attribute-boolean-style": "off",
        "attribute-empty-style": "off",
        "doctype-style": "off",
        # Everything lies in one folder, signed as a whole.
        "require-sri": "off",
        # A region that scrolls is no section of the document; a list may have a name.
        "prefer-native-element": ["error", {"exclude": ["region"]}],
        "aria-label-misuse": "off",
        # Search answers while one types.
        "wcag/h32": "off",
        # A theme's ids hold what a teacher typed.
        "valid-id": ["error", {"relaxed": True}],
    },
}


@pytest.mark.slow
def test_every_page_is_valid_html(press: Press, tmp_path: Path) -> None:
    for page in press.lay_out(fill(builders.asha(), language="en")):
        if page.media_type == "text/html":
            file = tmp_path / page.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page.text, encoding="utf-8")
    rules = tmp_path / ".htmlvalidate.json"
    rules.write_text(json.dumps(RULES), encoding="utf-8")
    program = REPOSITORY / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    said = subprocess.run(
        [*node_command(), str(program), "--config", str(rules), "--formatter", "text", "**/*.html"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )
    assert said.returncode == 0, said.stdout + said.stderr
