"""Options of the whole test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--snapshot-update` writes what the views make now as what they are expected to make."""
    parser.addoption(
        "--snapshot-update",
        action="store_true",
        help="rewrite the JSON snapshots and the tables in docs/views.md",
    )
