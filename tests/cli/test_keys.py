"""`kinfolio keys` on a school that is built: what each decision changes, and what it leaves alone."""

import json
import shutil
from pathlib import Path

import pytest

from generator.vault.errors import WrongLink, WrongWords
from generator.vault.keyring_file import IDENTITY_NAME
from generator.vault.links import LinkKey, link_key_from
from generator.vault.open import open_site
from generator.vault.passphrase import Words
from tests.schools.built import BuiltSchool


@pytest.fixture
def school(own_school: BuiltSchool, sealed_school: BuiltSchool) -> BuiltSchool:
    """The built school, copied: building once is enough."""
    for folder in ("home", "dist", "letters", ".kinfolio"):
        shutil.copytree(sealed_school.root / folder, own_school.root / folder)
    return own_school


def words(school: BuiltSchool, person: str) -> Words:
    with school.keyring() as keyring:
        return keyring.keyholder(person).words


def link(school: BuiltSchool, person: str) -> LinkKey:
    return link_key_from(school.link(person))


def epochs(school: BuiltSchool) -> dict[str, int]:
    with school.keyring() as keyring:
        return {site.student: site.key.epoch for site in keyring.sites}


def test_list_names_people_and_what_they_open(school: BuiltSchool) -> None:
    said = school.command("keys", "list", "--json")
    holders = {one["person"]: one for one in json.loads(said.out)["keyholders"]}
    assert set(holders) == {"jo-lee", "sam-ray", "student:ana-lee", "student:ben-lee"}
    assert [site["student"] for site in holders["jo-lee"]["sites"]] == ["ana-lee", "ben-lee"]


def test_without_a_keyring_none_is_made(own_school: BuiltSchool) -> None:
    said = own_school.command("keys", "list")
    assert said.code == 2
    assert "there is no keyring" in said.err
    assert not own_school.home.exists()


class TestRotate:
    def test_a_lost_letter_opens_nothing_after_the_next_build(self, school: BuiltSchool) -> None:
        lost_words, lost_link = words(school, "jo-lee"), link(school, "jo-lee")
        said = school.command("keys", "rotate", "--person", "jo-lee")
        assert said.code == 0
        assert "ana-lee (family)" in said.out
        assert "ben-lee (family)" in said.out
        assert open_site(school.site("ana-lee"), lost_words).paths
        school.build()
        with pytest.raises(WrongWords):
            open_site(school.site("ana-lee"), lost_words)
        with pytest.raises(WrongLink):
            open_site(school.site("ben-lee"), lost_link)
        assert open_site(school.site("ana-lee"), words(school, "jo-lee")).paths
        assert epochs(school) == {"ana-lee": 2, "ben-lee": 2}

    def test_the_others_keep_their_letters(self, school: BuiltSchool) -> None:
        letter = (school.letters / "sam-ray.html").read_bytes()
        other = link(school, "sam-ray")
        school.command("keys", "rotate", "--person", "jo-lee")
        school.build()
        assert open_site(school.site("ana-lee"), other).paths
        assert (school.letters / "sam-ray.html").read_bytes() == letter
        assert (school.letters / "jo-lee.html").read_bytes() != letter

    def test_a_student_gets_a_new_key_and_nobody_a_new_letter(self, school: BuiltSchool) -> None:
        before = {path.name: path.read_bytes() for path in school.letters.glob("*.html")}
        old_key = open_site(school.site("ana-lee"), link(school, "jo-lee")).key
        school.command("keys", "rotate", "--student", "ana-lee")
        school.build()
        opened = open_site(school.site("ana-lee"), link(school, "jo-lee"))
        assert opened.key.content_key != old_key.content_key
        assert {path.name: path.read_bytes() for path in school.letters.glob("*.html")} == before
        assert epochs(school) == {"ana-lee": 2, "ben-lee": 1}

    def test_building_one_student_leaves_no_other_behind(self, school: BuiltSchool) -> None:
        school.command("keys", "rotate", "--person", "jo-lee")
        school.build("--student", "ana-lee")
        for student in ("ana-lee", "ben-lee"):
            assert open_site(school.site(student), link(school, "jo-lee")).paths

    def test_a_name_that_is_nobodys_comes_with_the_nearest(self, school: BuiltSchool) -> None:
        said = school.command("keys", "rotate", "--person", "jo-le")
        assert said.code == 2
        assert "there is no keyholder `jo-le`" in said.err
        assert "did you mean jo-lee?" in said.err
        assert epochs(school) == {"ana-lee": 1, "ben-lee": 1}

    def test_after_a_stolen_keyring_every_key_is_another(self, school: BuiltSchool) -> None:
        old = {person: link(school, person) for person in ("jo-lee", "sam-ray", "student:ana-lee")}
        with school.keyring() as keyring:
            signing_key, secret = keyring.signing_key, keyring.secret
        assert school.command("keys", "rotate", "--all", typed="n\n").code != 0
        assert link(school, "jo-lee") == old["jo-lee"]
        said = school.command("keys", "rotate", "--all", "--yes")
        assert "hand out 4 new letters" in said.out
        school.build()
        assert epochs(school) == {"ana-lee": 2, "ben-lee": 2}
        for person, stolen in old.items():
            with pytest.raises(WrongLink):
                open_site(school.site("ana-lee"), stolen)
            assert open_site(school.site("ana-lee"), link(school, person)).school != signing_key.public
        with school.keyring() as keyring:
            assert keyring.secret != secret

    def test_it_asks_what(self, school: BuiltSchool) -> None:
        assert school.command("keys", "rotate").code == 2


class TestAddAndRemove:
    def test_a_grandparent_reads_after_the_next_build_and_gets_a_letter(self, school: BuiltSchool) -> None:
        said = school.command("keys", "add", "nan", "--name", "Nan Lee", "--student", "ana-lee")
        assert said.code == 0
        school.build()
        assert open_site(school.site("ana-lee"), words(school, "nan")).role.name == "GUARDIAN"
        with pytest.raises(WrongLink):
            open_site(school.site("ben-lee"), link(school, "nan"))
        assert "Nan Lee" in (school.letters / "nan.html").read_text(encoding="utf-8")
        assert epochs(school) == {"ana-lee": 1, "ben-lee": 1}
        assert "nan, invited by hand" in school.command("keys", "list").out

    def test_once_removed_they_read_nothing_new_and_the_letter_goes(self, school: BuiltSchool) -> None:
        school.command("keys", "add", "nan", "--name", "Nan Lee", "--all")
        school.build()
        gone = link(school, "nan")
        assert school.command("keys", "remove", "nan", "--student", "ana-lee").code == 0
        school.build()
        assert epochs(school) == {"ana-lee": 2, "ben-lee": 1}
        with pytest.raises(WrongLink):
            open_site(school.site("ana-lee"), gone)
        assert [key.site for key in open_site(school.site("ben-lee"), gone).siblings] == []
        school.command("keys", "remove", "nan")
        school.build()
        assert not (school.letters / "nan.html").exists()

    def test_a_teacher_is_known_by_the_files(self, school: BuiltSchool) -> None:
        assert school.command("keys", "add", "ms-ito", "--all").code == 0
        school.build()
        opened = open_site(school.site("ana-lee"), words(school, "ms-ito"))
        assert opened.role.name == "STAFF"
        assert opened.siblings == ()

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("add", "nan", "--all"), "for somebody new give `--name`"),
            (("add", "ms-ita", "--all"), "did you mean ms-ito?"),
            (("add", "jo-lee", "--all"), "jo-lee is a guardian of ana-lee, ben-lee"),
            (("add", "nan", "--name", "Nan", "--student", "ana"), "did you mean ana-lee?"),
            (("add", "nan", "--name", "Nan"), "say whose portfolios"),
            (("remove", "nan"), "there is no invited person `nan`"),
            (("remove", "jo-lee"), "`students/ana-lee/student.yml`"),
        ],
    )
    def test_what_cannot_be_is_told_with_its_mend(
        self, arguments: tuple[str, ...], told: str, school: BuiltSchool
    ) -> None:
        said = school.command("keys", *arguments)
        assert said.code == 2
        assert told in said.err

    def test_teachers_of_the_class_read_only_when_the_school_says_so(self, school: BuiltSchool) -> None:
        assert "ms-ito" not in school.command("keys", "list").out
        school.configure("staff read: yes\n")
        school.build()
        assert open_site(school.site("ben-lee"), words(school, "ms-ito")).role.name == "STAFF"
        school.configure("")
        school.build()
        assert epochs(school) == {"ana-lee": 2, "ben-lee": 2}


class TestRecover:
    def test_the_printed_key_brings_a_lost_identity_back(self, school: BuiltSchool, tmp_path: Path) -> None:
        (recovery,) = (school.home / "tiny").glob("recovery-*.txt")
        printed = recovery.read_text(encoding="utf-8")
        identity = school.home / "tiny" / IDENTITY_NAME
        lost = identity.read_bytes()
        identity.unlink()
        typed = tmp_path / "typed.txt"
        typed.write_text("My page says:\r\n" + printed.upper(), encoding="utf-8")
        assert school.command("keys", "recover", str(typed)).code == 0
        assert "jo-lee" in school.command("keys", "list").out
        recovered = identity.read_bytes()
        identity.write_bytes(lost)
        assert school.command("keys", "list").code == 3
        identity.unlink()
        assert school.command("keys", "recover", "-", typed=printed).code == 0
        assert identity.read_bytes() != recovered

    @pytest.mark.parametrize("typed", ["", "AGE-SECRET-KEY-1NONSENSE", "no key at all"])
    def test_what_is_no_recovery_key_changes_nothing(self, typed: str, school: BuiltSchool) -> None:
        before = {path.name: path.read_bytes() for path in (school.home / "tiny").iterdir()}
        said = school.command("keys", "recover", "-", typed=typed)
        assert said.code == 3
        assert "hint:" in said.err
        assert {path.name: path.read_bytes() for path in (school.home / "tiny").iterdir()} == before

    def test_the_identity_itself_is_not_taken_for_it(self, school: BuiltSchool) -> None:
        said = school.command("keys", "recover", str(school.home / "tiny" / IDENTITY_NAME))
        assert said.code == 3
        assert "not its recovery key" in said.err


class TestForget:
    def test_a_student_who_left_is_forgotten_once_nothing_is_published(self, school: BuiltSchool) -> None:
        assert "still has a folder" in school.command("keys", "forget", "ben-lee", "--yes").err
        shutil.rmtree(school.files.content / "students" / "ben-lee")
        assert "is still in" in school.command("keys", "forget", "ben-lee", "--yes").err
        school.build("--prune")
        said = school.command("keys", "forget", "ben-lee", "--yes")
        assert said.code == 0
        listed = school.command("keys", "list").out
        assert "ben-lee" not in listed
        assert "jo-lee" in listed
        with school.keyring() as keyring:
            assert [site.student for site in keyring.sites] == ["ana-lee"]
        school.build()

    def test_it_asks_first(self, school: BuiltSchool) -> None:
        shutil.rmtree(school.files.content / "students" / "ben-lee")
        school.build("--prune")
        assert school.command("keys", "forget", "ben-lee", typed="n\n").code != 0
        assert "ben-lee" in school.command("keys", "list").out
