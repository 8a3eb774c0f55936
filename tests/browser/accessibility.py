"""What axe-core has to say about a page: every rule of WCAG 2.0 to 2.2, levels A and AA."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


def violations(page: Page) -> list[str]:
    """One line for each violation: rule, place, and what was measured."""
    # Asked from outside, where the page's own policy does not reach; kept for the page's whole visit.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        """(tags) => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
          .then((said) => said.violations)""",
        _TAGS,
    )
    return [
        f"{violation['id']} at {node['target'][0]}: {node['failureSummary'].splitlines()[-1].strip()}"
        for violation in found
        for node in violation["nodes"]
    ]
