import hashlib
import zlib

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from generator.vault.cobblestone import NONCE_SIZE, SealBroken, seal, unseal
from tests.vault.public_vectors import COBBLESTONE, argon2id, wycheproof


def test_cobblestone_256_ends_as_it_should() -> None:
    tests = wycheproof(COBBLESTONE)
    for test in tests:
        sealed = zlib.decompress(bytes.fromhex(test["ct"]))
        key, context = bytes.fromhex(test["key"]), bytes.fromhex(test["ctx"])
        if test["result"] == "valid":
            plaintext = unseal(sealed, key=key, context=context)
            assert len(plaintext) == test["msgLength"]
            assert hashlib.sha512(plaintext).hexdigest() == test["msgSha512"]
            assert seal(plaintext, key=key, context=context, salt=sealed[:24]) == sealed
        else:
            with pytest.raises(SealBroken):
                unseal(sealed, key=key, context=context)
    assert len(tests) == 35


def test_argon2id_is_that_of_rfc_9106() -> None:
    cases = argon2id()
    assert cases
    for case in cases:
        derived = Argon2id(
            salt=bytes.fromhex(case["salt"]),
            length=int(case["length"]),
            iterations=int(case["iter"]),
            lanes=int(case["lanes"]),
            memory_cost=int(case["memcost"]),
            ad=bytes.fromhex(case["ad"]) if "ad" in case else None,
            secret=bytes.fromhex(case["secret"]) if "secret" in case else None,
        ).derive(bytes.fromhex(case["pass"]))
        assert derived.hex() == case["output"]


def test_aes_gcm_under_it_is_sound() -> None:
    """With the nonces that the format uses; the library takes no others that are as short as some of these."""
    tests = [test for test in wycheproof("aes_gcm_test.json") if test["ivSize"] == NONCE_SIZE * 8]
    for test in tests:
        cipher, nonce, aad = (
            AESGCM(bytes.fromhex(test["key"])),
            bytes.fromhex(test["iv"]),
            bytes.fromhex(test["aad"]),
        )
        sealed = bytes.fromhex(test["ct"] + test["tag"])
        if test["result"] == "valid":
            assert cipher.encrypt(nonce, bytes.fromhex(test["msg"]), aad) == sealed
            assert cipher.decrypt(nonce, sealed, aad).hex() == test["msg"]
        else:
            with pytest.raises(InvalidTag):
                cipher.decrypt(nonce, sealed, aad)
    assert len(tests) > 150


def test_hkdf_under_it_is_sound() -> None:
    tests = wycheproof("hkdf_sha256_test.json")
    for test in tests:
        salt, info = bytes.fromhex(test["salt"]), bytes.fromhex(test["info"])
        if test["result"] == "valid":
            derived = HKDF(algorithm=SHA256(), length=test["size"], salt=salt, info=info)
            assert derived.derive(bytes.fromhex(test["ikm"])).hex() == test["okm"]
        else:
            with pytest.raises(ValueError, match="larger"):
                HKDF(algorithm=SHA256(), length=test["size"], salt=salt, info=info)
    assert len(tests) == 86


def test_x25519_that_the_keyrings_age_file_rests_on_is_sound() -> None:
    """An answer of zeros alone is refused, as age demands; every other one is what it should be."""
    tests = wycheproof("x25519_test.json")
    for test in tests:
        private = X25519PrivateKey.from_private_bytes(bytes.fromhex(test["private"]))
        public = X25519PublicKey.from_public_bytes(bytes.fromhex(test["public"]))
        if set(test["shared"]) == {"0"}:
            with pytest.raises(ValueError, match="shared key"):
                private.exchange(public)
        else:
            assert private.exchange(public).hex() == test["shared"]
    assert len(tests) == 518
