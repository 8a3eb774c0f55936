"""How a deployment gets to a host that has no button for it: what a coordinator types, in the order that matters.

`docs/hosting.md` shows these lines as they are made here, and they are tried against real servers.
"""

from typing import Final

from generator.publish.hosts import ASK_EVERY_TIME, NEVER_CHANGES, TYPES

_GUESSED_WRONG: Final = (".js", ".woff2")
"""Endings whose type the `aws` command takes from the computer it runs on, which may know another one or none."""


def s3(*, bucket: str, folder: str = "dist") -> str:
    """Sealed files and theme, then what opens them, then contents lists, then key slots; only the last line deletes."""
    sync = f"aws s3 sync {folder} s3://{bucket}"
    forever, always = f"--cache-control '{NEVER_CHANGES}'", f"--cache-control {ASK_EVERY_TIME}"
    js, woff2 = (f"--content-type '{TYPES[ending]}'" for ending in _GUESSED_WRONG)
    lines = (
        f"{sync} --exclude '*' --include 'theme/*.woff2' {woff2} {forever}",
        f"{sync} --exclude '*' --include '*/d/*' --include 'theme/*' {forever}",
        f"{sync} --exclude '*' --include '*.js' {js} {always}",
        f"{sync} --exclude '*/d/*' --exclude 'theme/*' --exclude '*/m[0-9]*' --exclude '*/slots' {always}",
        f"{sync} --exclude '*' --include '*/m[0-9]*' --exclude '*/d/*' {always}",
        f"{sync} --exclude '*' --include '*/slots' {always}",
        f"{sync} --delete --size-only",
    )
    return "".join(f"{line}\n" for line in lines)


def rsync(*, to: str, folder: str = "dist") -> str:
    """The same order for a server that one can log in to; rsync replaces each file in one step."""
    sync = "rsync -rt --chmod=D755,F644"
    lines = (
        f"{sync} --include='*/' --include='/*/d/*' --include='/theme/***' --exclude='*' {folder}/ {to}/",
        f"{sync} --exclude='/*/m[0-9]*' --exclude='/*/slots' {folder}/ {to}/",
        f"{sync} --exclude='/*/slots' {folder}/ {to}/",
        f"{sync} --delete-after --exclude='/.well-known' {folder}/ {to}/",
    )
    return "".join(f"{line}\n" for line in lines)
