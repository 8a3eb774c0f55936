from pathlib import Path

import pytest

from generator.media.cache import MediaCache


@pytest.fixture
def cache(tmp_path: Path) -> MediaCache:
    return MediaCache(folder=tmp_path / "cache")
