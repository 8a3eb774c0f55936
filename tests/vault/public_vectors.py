"""Vectors that others published (Wycheproof's, RFC 9106's), where they lie beside the project."""

import json
from pathlib import Path
from typing import Any

import pytest

PUBLIC_VECTORS = Path(__file__).parents[3] / "shared" / "vectors"
COBBLESTONE = "c2sp_chunked_encryption_aes_256_gcm_test.json"
ARGON2ID = "argon2id.txt"


def public_text(name: str) -> str:
    """The file, or the test is skipped and says what is missing."""
    path = PUBLIC_VECTORS / name
    if not path.exists():
        pytest.skip(
            f"{name} is not there: put the public vectors of others beside the project in shared/vectors"
        )
    return path.read_text(encoding="utf-8")


def wycheproof(name: str) -> list[dict[str, Any]]:
    """The cases of a file of Wycheproof's, each with what its group says of all."""
    groups = json.loads(public_text(name))["testGroups"]
    return [
        {**{key: value for key, value in group.items() if key != "tests"}, **test}
        for group in groups
        for test in group["tests"]
    ]


def argon2id() -> list[dict[str, str]]:
    """The cases of RFC 9106 and its reference program, by the names in the file."""
    cases = []
    for block in public_text(ARGON2ID).split("COUNT = ")[1:]:
        pairs = (line.partition("=") for line in block.splitlines()[1:] if not line.startswith("#"))
        cases.append({name.strip(): text.strip() for name, _, text in pairs if name.strip()})
    return cases
