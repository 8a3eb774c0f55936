"""Templates compiled once per installation instead of once per process, as Python does with its own modules.

They lie in `__pycache__` beside this file, under the same trust as what Python keeps there, and hold nothing of a
school but the text of its theme's templates. Whoever may not write there, or told Python not to, goes without.
"""

import hashlib
import os
import shutil
import sys
from importlib.metadata import version
from pathlib import Path

import jinja2

_HERE = Path(__file__).parent


def compiled_templates() -> jinja2.BytecodeCache | None:
    """Where Jinja keeps and finds them; each is checked against its template's text before use."""
    if sys.dont_write_bytecode or not os.access(_HERE, os.W_OK):
        return None
    kept = _HERE / "__pycache__" / "templates"
    mine = kept / _digest_of_what_compiles()
    try:
        if not mine.is_dir():
            # Of an earlier Kinfolio; what a process still running on it misses, it compiles.
            shutil.rmtree(kept, ignore_errors=True)
            mine.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(mine), "%s.cache")


def _digest_of_what_compiles() -> str:
    """Changes with Jinja and with this room: which filters and settings there are is compiled into a template."""
    digest = hashlib.sha256(version("jinja2").encode())
    for source in sorted(_HERE.glob("*.py")):
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()[:16]
