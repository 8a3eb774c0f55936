"""`python -m tests.benchmarks.vault_figures`: the figures of `docs/vault-format.md`, made anew on this computer.

Every bit of a small sealed site is flipped, every two of its files exchanged, every vector opened; then what one guess
of a passphrase costs, and what share of a build looks for leaks. `--quick` flips every 16th bit.
"""

import argparse
import contextlib
import hashlib
import io
import json
import math
import os
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path
from typing import Any
from unittest import mock

from generator import deployment, site
from generator.cli.main import run
from generator.publish.canary import canaries_of
from generator.publish.gate import let_through
from generator.vault.errors import VaultError
from generator.vault.keys import SiteKey
from generator.vault.passphrase import Words
from generator.vault.slots import HEADER, Cost, words_kek
from tests.benchmarks.synthetic import ClassSize, write_class
from tests.vault import test_tampering as tampering

VECTORS = Path(__file__).parents[1] / "vectors" / "vault"
WORDS_ON_THE_LIST = 7772
STATICRYPT_ROUNDS = 600_000


def main() -> None:
    """Prints one figure per line, as `what: value`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="flip every 16th bit only")
    step = 16 if parser.parse_args().quick else 1
    for figures in (_vectors(), _flips(step), _exchanges(), _guessing(), _gate()):
        for what, value in figures:
            print(f"{what}: {value}", flush=True)


def _vectors() -> Iterator[tuple[str, str]]:
    layers: Counter[str] = Counter()
    for path in VECTORS.glob("*.json"):
        expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["expect"]
        if "layer" in expected:
            layers[expected["layer"]] += 1
    yield "own vectors of refusals", f"{layers.total()} ({_listed(layers)})"


def _flips(step: int) -> Iterator[tuple[str, str]]:
    sealed = tampering.sealed()
    reader, mine = tampering.Reader(sealed), tampering.used_slot(sealed["slots"])
    refused, accepted, noise = 0, 0, 0
    for name, data in sealed.items():
        for bit in range(0, len(data) * 8, step):
            if reader.refuses(name, bit):
                refused += 1
            elif name == "slots" and bit // 8 >= HEADER.size and bit // 8 not in mine:
                noise += 1
            else:
                accepted += 1
    yield "bytes of the small site", f"{sum(map(len, sealed.values()))} in {len(sealed)} files"
    yield "bits flipped that matter to the reader", f"{refused + accepted}"
    yield "  of these accepted", f"{accepted}"
    yield "bits flipped in slots of nobody or of somebody else", f"{noise}, each without any effect"


def _exchanges() -> Iterator[tuple[str, str]]:
    sealed = tampering.sealed()
    reader = tampering.Reader(sealed)
    pairs = list(permutations(sealed, 2))
    swapped = sum(_opens(reader, here, sealed[there]) for here, there in pairs)
    yield "ordered pairs of files exchanged", f"{len(pairs)}, accepted: {swapped}"
    lengths = [(name, length) for name, data in sealed.items() for length in range(len(data))]
    cut = sum(_opens(reader, name, sealed[name][:length]) for name, length in lengths)
    yield "truncations, to every length", f"{len(lengths)}, accepted: {cut}"
    foreign = 0
    accepted = 0
    for other in (
        SiteKey(site="ponmlkjihgfedcba", epoch=2, content_key=b"o" * 32),
        SiteKey(site=tampering.KEY.site, epoch=1, content_key=b"k" * 32),
    ):
        for data in tampering.sealed(other).values():
            for name in sealed:
                foreign += 1
                accepted += _opens(reader, name, data)
    yield "files of another student or another epoch in every place", f"{foreign}, accepted: {accepted}"


def _opens(reader: tampering.Reader, name: str, data: bytes) -> bool:
    """Whether a reader would go on with it. Another epoch's slots may open, and give no key of this one."""
    with contextlib.suppress(VaultError):
        opened = reader.open(name, data)
        return name != "slots" or opened == reader.slot
    return False


def _guessing() -> Iterator[tuple[str, str]]:
    cost, words = Cost(), Words("acorn banjo cactus daisy eagle fable")
    argon2 = _seconds(lambda: words_kek(words, salt=bytes(16), cost=cost))
    pbkdf2 = _seconds(lambda: hashlib.pbkdf2_hmac("sha256", b"guess", bytes(16), STATICRYPT_ROUNDS))
    bits = 6 * math.log2(WORDS_ON_THE_LIST)
    yield "Argon2id, 64 MiB, 3 passes, 1 lane", f"{argon2:.3f} s on one core"
    yield "PBKDF2-SHA-256, 600,000 rounds", f"{pbkdf2:.3f} s on one core"
    yield "one guess, Argon2id against PBKDF2, on this processor", f"{argon2 / pbkdf2:.2f} times"
    yield "bits in six words", f"{bits:.1f}; in expectation 2^{bits - 1:.1f} guesses"
    yield (
        "years of one core for all six words, in expectation",
        f"{2 ** (bits - 1) * argon2 / 31_557_600:.1e}",
    )


def _gate() -> Iterator[tuple[str, str]]:
    spent: list[float] = []

    def timed(*arguments: Any, **named: Any) -> None:
        begun = time.perf_counter()
        let_through(*arguments, **named)
        spent.append(time.perf_counter() - begun)

    gathering: list[float] = []

    def gathered(*arguments: Any) -> Any:
        begun = time.perf_counter()
        canaries = canaries_of(*arguments)
        gathering.append(time.perf_counter() - begun)
        return canaries

    with tempfile.TemporaryDirectory(prefix="kinfolio-figures-") as name:
        folder = Path(name)
        write_class(folder, ClassSize(students=4, pages=40, photos=10, photo_edge=1600))
        command_line = ["build", "--jobs", "1", "--config", str(folder / "site-config.yml")]
        environment = mock.patch.dict(os.environ, {"KINFOLIO_HOME": str(folder / "home")})
        watched = (
            mock.patch.object(site, "let_through", timed),
            mock.patch.object(site, "canaries_of", gathered),
            mock.patch.object(deployment, "let_through", timed),
        )
        quiet = (contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()))
        with environment, watched[0], watched[1], watched[2], quiet[0], quiet[1]:
            begun = time.perf_counter()
            code = run(command_line)
            whole = time.perf_counter() - begun
    if code != 0:
        raise SystemExit("the class could not be built")
    share = (sum(spent) + sum(gathering)) / whole
    yield (
        "canary gate, share of a build of 4 students, 40 pieces and 10 photos each",
        f"{share:.1%} of {whole:.1f} s",
    )


def _seconds(work: Callable[[], object]) -> float:
    times: list[float] = []
    for _ in range(5):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return statistics.median(times)


def _listed(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counted.items()))


if __name__ == "__main__":
    main()
