from dataclasses import replace

import pytest

from generator.vault.keys import SiteKey
from generator.vault.signing import SigningKey, is_signed, new_signing_key

CONTENTS = b"the contents list, as compressed"


def test_what_the_school_signed_is_known_as_its_own(key: SiteKey) -> None:
    school = new_signing_key()
    signature = school.sign(CONTENTS, site=key.site, epoch=key.epoch)
    assert is_signed(CONTENTS, signature=signature, school=school.public, key=key)


def test_a_signature_holds_for_one_site_one_epoch_and_these_bytes(key: SiteKey) -> None:
    school = new_signing_key()
    signature = school.sign(CONTENTS, site=key.site, epoch=key.epoch)
    for contents, where in (
        (CONTENTS + b"\0", key),
        (b"", key),
        (CONTENTS, replace(key, site="ponmlkjihgfedcba")),
        (CONTENTS, replace(key, epoch=key.epoch + 1)),
    ):
        assert not is_signed(contents, signature=signature, school=school.public, key=where)


@pytest.mark.parametrize("school", [b"", bytes(31), bytes(32), b"\xff" * 32])
def test_what_is_no_public_key_signs_nothing(school: bytes, key: SiteKey) -> None:
    for signature in (b"", bytes(64), b"\1" + bytes(63)):
        assert not is_signed(CONTENTS, signature=signature, school=school, key=key)


def test_signing_is_the_same_each_time_and_the_seed_is_not_shown(key: SiteKey) -> None:
    school = SigningKey(seed=b"g" * 32)
    first, second = (school.sign(CONTENTS, site=key.site, epoch=key.epoch) for _ in range(2))
    assert first == second
    assert "gggg" not in repr(school)
    with pytest.raises(ValueError, match="32 bytes"):
        SigningKey(seed=b"g")
