"""`kinfolio verify` against a real server: the sound site, and every way in which it can be another."""

import json
import shutil
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from unittest import mock

import pytest

from generator.publish import serve
from generator.publish.hosts import HEADERS, NEVER_CHANGES, TYPES
from generator.publish.live import LiveSite, NotReached
from generator.publish.serve import serving
from generator.vault.keyring import Keyring
from generator.vault.signing import new_signing_key
from generator.vault.site import PlainFile, Publication, seal_site
from tests.schools.built import TODAY, BuiltSchool, Said


@pytest.fixture(scope="module")
def school(sealed_school: BuiltSchool) -> BuiltSchool:
    return sealed_school


@pytest.fixture
def web(school: BuiltSchool, tmp_path: Path) -> Path:
    """What is on the web, to be damaged: a copy of the last build."""
    return shutil.copytree(school.out, tmp_path / "web")


@pytest.fixture
def verify(school: BuiltSchool, web: Path) -> Iterator[Callable[..., Said]]:
    with serving(web) as address:
        yield lambda *more: school.command("verify", address, *more)


def site(school: BuiltSchool, student: str = "ana-lee") -> str:
    return school.site(student).name


def test_the_last_build_is_all_the_same(verify: Callable[..., Said]) -> None:
    said = verify()
    assert said.code == 0, said.all
    assert "all the same, all signed" in said.out
    assert json.loads(verify("--json").out)["ok"] is True


def findings(said: Said) -> list[tuple[str, str]]:
    return [(one["difference"], one["path"]) for one in json.loads(said.out)["findings"]]


def _a_blob(web: Path, folder: str) -> str:
    blob = min((web / folder / "d").iterdir())
    return f"{folder}/d/{blob.name}"


class TestFiles:
    def test_a_missing_file(self, verify: Callable[..., Said], web: Path, school: BuiltSchool) -> None:
        blob = _a_blob(web, site(school))
        (web / blob).unlink()
        said = verify("--json")
        assert said.code == 1
        assert findings(said) == [("missing", blob)]

    def test_a_changed_file_of_the_same_length(
        self, verify: Callable[..., Said], web: Path, school: BuiltSchool
    ) -> None:
        blob = _a_blob(web, site(school, "ben-lee"))
        data = bytearray((web / blob).read_bytes())
        data[-1] ^= 1
        (web / blob).write_bytes(data)
        said = verify()
        assert said.code == 1
        assert f"{blob}: changed: a file of ben-lee (family) is not as it was built" in said.err

    @pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data + b"\0", lambda _: b""])
    def test_a_file_of_another_length(
        self,
        change: Callable[[bytes], bytes],
        verify: Callable[..., Said],
        web: Path,
        school: BuiltSchool,
    ) -> None:
        slots = web / site(school) / "slots"
        slots.write_bytes(change(slots.read_bytes()))
        assert findings(verify("--json")) == [("changed", f"{site(school)}/slots")]

    def test_a_script_of_somebody_elses(self, verify: Callable[..., Said], web: Path) -> None:
        script = web / "shell" / "portfolio.js"
        script.write_bytes(script.read_bytes() + b"\nsend()")
        assert findings(verify("--json")) == [("changed", "shell/portfolio.js")]

    def test_a_whole_portfolio_that_is_not_there_is_told_once(
        self, verify: Callable[..., Said], web: Path, school: BuiltSchool
    ) -> None:
        shutil.rmtree(web / site(school))
        said = verify()
        assert "the portfolio of ana-lee (family) is not there at all" in said.err
        assert "1 difference" in said.err


def resealed(keyring: Keyring, *, generation: int, signed_by_us: bool = True) -> bytes:
    """A contents list for Ana's site, as an older publication or another author would make it."""
    (record,) = (one for one in keyring.sites if one.student == "ana-lee")
    publication = Publication(
        generation=generation,
        published=TODAY,
        edition="family",
        label="Ana",
        entry="index.html",
        theme="theme/old/",
        lock_after_minutes=15,
    )
    home = PlainFile(path="index.html", media_type="text/html", data=b"<h1>Other</h1>")
    signing_key = keyring.signing_key if signed_by_us else new_signing_key()
    *_, contents = seal_site([home], key=record.key, signing_key=signing_key, publication=publication)
    return contents.data


class TestPublications:
    @pytest.mark.parametrize(
        ("generation", "signed_by_us", "difference"),
        [(1, True, "changed"), (9, True, "newer"), (1, False, "not signed"), (9, False, "not signed")],
    )
    def test_another_contents_list_is_told_by_what_it_says(
        self,
        generation: int,
        signed_by_us: bool,  # noqa: FBT001 - a parameter of the table
        difference: str,
        verify: Callable[..., Said],
        web: Path,
        school: BuiltSchool,
    ) -> None:
        contents = web / site(school) / "m1"
        with school.keyring() as keyring:
            contents.write_bytes(resealed(keyring, generation=generation, signed_by_us=signed_by_us))
        assert findings(verify("--json")) == [(difference, f"{site(school)}/m1")]

    def test_an_old_publication_is_named_with_its_day(self, own_school: BuiltSchool, tmp_path: Path) -> None:
        own_school.build()
        web = shutil.copytree(own_school.out, tmp_path / "web")
        own_school.files.edit("students/ana-lee/evidence/2025-10-02-volcano.md", "It foamed again.\n")
        own_school.build()
        with serving(web) as address:
            said = own_school.command("verify", address)
        assert said.code == 1
        assert "the portfolio of ana-lee (family) is an old publication, of 20" in said.err
        assert "(number 1; the last build is number 2)" in said.err
        assert "ben-lee" not in said.err

    def test_keys_of_before_a_renewal_are_told(self, own_school: BuiltSchool, tmp_path: Path) -> None:
        own_school.build()
        web = shutil.copytree(own_school.out, tmp_path / "web")
        own_school.command("keys", "rotate", "--student", "ana-lee")
        own_school.build()
        with serving(web) as address:
            said = own_school.command("verify", address)
        assert "the keys of ana-lee (family) are those of before they were renewed" in said.err
        shutil.copytree(own_school.out, web, dirs_exist_ok=True)
        with serving(web) as address:
            said = own_school.command("verify", address)
        assert "from before its keys were renewed is still on the web" in said.err
        assert said.err.count("left over") == 1

    def test_a_portfolio_taken_out_and_still_on_the_web(
        self, own_school: BuiltSchool, tmp_path: Path
    ) -> None:
        own_school.build()
        web = shutil.copytree(own_school.out, tmp_path / "web")
        shutil.rmtree(own_school.files.content / "students" / "ben-lee")
        own_school.build("--prune")
        with serving(web) as address:
            said = own_school.command("verify", address)
        assert "the portfolio of ben-lee (family) is not in the last build and still on the web" in said.err


class TestHosts:
    def test_missing_and_wrong_headers_are_told_once_each(self, verify: Callable[..., Said]) -> None:
        sent = tuple(
            (name, "same-site" if name == "Cross-Origin-Resource-Policy" else value)
            for name, value in HEADERS
            if name != "Content-Security-Policy"
        )
        with mock.patch.object(serve, "HEADERS", sent):
            said = verify()
            spared = verify("--without-headers")
        assert said.code == 1
        assert "the header Content-Security-Policy is missing" in said.err
        assert (
            "the header Cross-Origin-Resource-Policy is `same-site` and should be `same-origin`" in said.err
        )
        assert "2 differences" in said.err
        assert spared.code == 0

    def test_a_type_or_a_caching_that_harms(self, verify: Callable[..., Said]) -> None:
        types = {**TYPES, ".js": "text/plain"}
        with (
            mock.patch.object(serve, "TYPES", types),
            mock.patch.object(serve, "caching_of", return_value=NEVER_CHANGES),
        ):
            said = verify()
        assert (
            "the header Content-Type of a .js file is `text/plain` and should be `text/javascript`"
            in said.err
        )
        assert "families may see an old publication for long" in said.err

    def test_a_host_that_answers_everything_with_a_friendly_page(
        self, school: BuiltSchool, web: Path
    ) -> None:
        original = serve._Handler._answer

        def friendly(handler: serve._Handler, status: HTTPStatus, path: str) -> None:
            original(handler, HTTPStatus.OK, path)
            assert status

        with mock.patch.object(serve._Handler, "_answer", friendly), serving(web) as address:
            said = school.command("verify", address)
        assert "the host answers for a file that does not exist" in said.err

    def test_a_host_that_sends_readers_elsewhere(self, school: BuiltSchool, web: Path) -> None:
        blob = _a_blob(web, site(school))
        (web / blob).unlink()
        (web / blob).mkdir()
        with serving(web) as address:
            said = school.command("verify", address)
        assert "the host sends readers of a file of ana-lee (family) elsewhere" in said.err

    @pytest.mark.parametrize(
        "address",
        [
            "http://portfolios.example/",
            "file:///etc/",
            "portfolios.example",
            "https://a.example/?k=1",
            "https://a.example/#k=1",
        ],
    )
    def test_only_https_and_this_computer_are_asked(self, address: str) -> None:
        with pytest.raises(NotReached):
            LiveSite(address)

    def test_a_host_that_is_not_there(self, school: BuiltSchool) -> None:
        said = school.command("verify", "http://127.0.0.1:9/")
        assert said.code == 3
        assert "cannot be reached" in said.err


def test_it_says_what_it_needs(own_school: BuiltSchool) -> None:
    said = own_school.command("verify", "http://127.0.0.1:9/")
    assert said.code == 3
    assert "there is no keyring" in said.err
