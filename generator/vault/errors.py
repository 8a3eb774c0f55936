"""Everything that can keep a sealed site or a keyring shut: one class per kind, with its layer and reason.

Layers and reasons are those of `docs/vault-format.md` section 10; the page's reader uses the same.
No message ever holds a secret.
"""

from generator.problems import KinfolioError


class VaultError(KinfolioError):
    """A refusal; `layer` says where it arose and `reason` why, both fixed words of the format."""

    layer: str = "vault"

    def __init__(self, message: str, *, reason: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.reason = reason


class WrongWords(VaultError):
    """The typed words are not six words of the list, or open nothing here.

    `unknown` holds each word that is not on the list with the words near it, in the order typed.
    """

    layer = "words"

    def __init__(
        self,
        message: str,
        *,
        reason: str,
        hint: str = "",
        unknown: tuple[tuple[str, tuple[str, ...]], ...] = (),
    ) -> None:
        super().__init__(message, reason=reason, hint=hint)
        self.unknown = unknown


class WrongLink(VaultError):
    """The link's key is incomplete, or opens nothing here."""

    layer = "link"


class SlotsError(VaultError):
    """The file `slots` cannot be used."""

    layer = "slots"


class NotASlot(SlotsError):
    """There is no `slots` file, or what is there was never one."""


class DamagedSlots(SlotsError):
    """The header or an opened slot is against the rules of the format."""


class ManifestError(VaultError):
    """The contents list cannot be used."""

    layer = "manifest"


class DamagedManifest(ManifestError):
    """The contents list is missing, does not open, or is against the rules."""


class BlobError(VaultError):
    """One file of the site cannot be used; the others may be fine."""

    layer = "blob"


class MissingBlob(BlobError):
    """A path that is not in the contents list, or a blob that is not in the folder."""


class DamagedBlob(BlobError):
    """A blob that is cut, does not open, or does not hold what the contents list says."""


class ForeignFile(VaultError):
    """A sound file in the wrong place: of another site, another epoch or another publication."""

    def __init__(self, message: str, *, layer: str, reason: str, hint: str = "") -> None:
        super().__init__(message, reason=reason, hint=hint)
        self.layer = layer


class UnknownVersion(VaultError):
    """Made by a Kinfolio newer than this one."""

    def __init__(self, message: str, *, layer: str) -> None:
        super().__init__(message, reason="unknown-version", hint="update Kinfolio, then try again")
        self.layer = layer


class DoesNotFit(VaultError):
    """What was asked to be sealed is against the format's rules or bounds; nothing was sealed."""

    layer = "seal"


class KeyringError(VaultError):
    """The keyring cannot be opened, kept or shared."""

    layer = "keyring"
