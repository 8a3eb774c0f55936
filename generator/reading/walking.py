"""Walks a content folder once, never out of it."""

import os
import unicodedata
from collections.abc import Iterator

from generator.problems import Origin, Problem, error

_LEFT_BY_MACHINES = frozenset({"thumbs.db", "desktop.ini"})


def walk(root: str, *, problems: list[Problem]) -> Iterator[str]:
    """The content path of every file, in the disk's order; what cannot be walked becomes a problem."""
    return _walk(root, real_root=os.path.realpath(root), problems=problems)


def _walk(folder: str, *, real_root: str, problems: list[Problem], prefix: str = "") -> Iterator[str]:
    try:
        entries = os.scandir(folder)
    except OSError as failure:
        message = f"the folder cannot be read: {failure.strerror or failure}"
        place = Origin(path=prefix.rstrip("/") or ".")
        problems.append(error(place, "unreadable-file", message, fix="look whether you may open it"))
        return
    with entries:
        for entry in entries:
            name = entry.name
            if name[0] in "._" or name.lower() in _LEFT_BY_MACHINES or name.startswith("~$"):
                continue
            path = prefix + name
            is_junction = getattr(entry, "is_junction", None)
            if entry.is_symlink() or (is_junction is not None and is_junction()):
                refusal = _refused_link(entry, path, real_root=real_root)
                if refusal is not None:
                    problems.append(refusal)
                    continue
            if entry.is_dir():
                yield from _walk(entry.path, real_root=real_root, problems=problems, prefix=f"{path}/")
            elif entry.is_file():
                yield path
            else:
                message = "this is neither a file nor a folder"
                problems.append(
                    error(Origin(path=path), "not-a-file", message, fix="take it out of the content")
                )


def _refused_link(entry: os.DirEntry[str], path: str, *, real_root: str) -> Problem | None:
    target = os.path.realpath(entry.path)
    inside = target.startswith(real_root + os.sep)
    if inside and entry.is_file():
        target_path = target[len(real_root) + 1 :].replace(os.sep, "/")
        if _home(target_path) == _home(path):
            return None
    where = "another student's folder or a folder" if inside else "a place outside the content"
    return error(
        Origin(path=path),
        "link-outside",
        f"this is a link to {where}, and links are not followed there",
        fix="replace the link with a copy of the file",
    )


def _home(path: str) -> str:
    parts = path.split("/")
    return parts[1] if parts[0] == "students" and len(parts) > 2 else ""


def same_names(paths: list[str]) -> Iterator[Problem]:
    """Names that are one name on other systems: one problem for a pair of folders, however much lies in both."""
    seen: dict[str, str] = {}
    told: set[str] = set()
    for path in paths:
        steps = path.split("/")
        for depth in range(1, len(steps) + 1):
            step = "/".join(steps[:depth])
            folded = unicodedata.normalize("NFC", step).casefold()
            before = seen.setdefault(folded, step)
            if before == step:
                continue
            if step not in told:
                told.add(step)
                yield error(
                    Origin(path=step),
                    "same-name",
                    f"`{step}` and `{before}` are one name to Windows and macOS",
                    fix="rename one of the two; use lower-case letters",
                )
            break
