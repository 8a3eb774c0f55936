"""The snapshot that tests of views hold their records against."""

import pytest

from tests.views.snapshot import Snapshot


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    return Snapshot(update=bool(request.config.getoption("--snapshot-update")))
