"""A second school of another place: its own areas, its own scale of three words, its own language, and not a line of code."""

import html
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.model.audience import Audience
from generator.model.school import School
from generator.pages.engine import Press, RenderedFile
from generator.pages.theme import load_theme
from generator.reading.school import read_school
from generator.reading.site_config import read_site_config
from generator.reporting.due import due_for
from generator.staff.edition import fill_register
from generator.staff.register import register_of
from generator.views.audience import seen_by
from generator.views.levels import levels_over_time
from generator.views.portfolio import fill
from generator.views.view import Subject

ROOT = Path(__file__).parent / "lac-aux-huards"
ELSEWHERE = (
    "Provincial",
    "Emerging",
    "Developing",
    "Proficient",
    "Extending",
    "Insufficient",
    "curriculum.gov",
)


@pytest.fixture(scope="module")
def school() -> School:
    config, problems = read_site_config(ROOT / "site-config.yml")
    assert config, problems
    read, problems = read_school(config)
    assert read
    assert problems == ()
    return read


@pytest.fixture(scope="module")
def lou(school: School) -> Subject:
    (student,) = school.students
    return Subject(student=seen_by(student, audience=Audience.FAMILY), framework=school.framework, media={})


@pytest.fixture(scope="module")
def pages(lou: Subject) -> dict[str, RenderedFile]:
    press = Press(load_theme("kinfolio"))
    return {file.path: file for file in press.lay_out(fill(lou, language="fr"))}


def texts(pages: dict[str, RenderedFile]) -> Iterator[tuple[str, str]]:
    return ((path, file.text) for path, file in pages.items())


def test_every_page_is_there_and_speaks_of_no_other_place(pages: dict[str, RenderedFile]) -> None:
    assert {"index.html", "competencies.html", "how-we-know.html", "scale.html", "progress.html"} <= set(
        pages
    )
    assert [(path, word) for path, text in texts(pages) for word in ELSEWHERE if word in text] == []


def test_the_scale_has_the_schools_three_words_and_nothing_outside(pages: dict[str, RenderedFile]) -> None:
    words = pages["scale.html"].text
    places = [words.index(word) for word in ("Au seuil", "En chemin", "Chez soi")]
    assert places == sorted(places)


def test_levels_over_time_stand_on_three_rows(lou: Subject) -> None:
    shown = levels_over_time(lou)
    assert [row.level.name for row in shown.rows] == ["Au seuil", "En chemin", "Chez soi"]
    assert {dot.level.steps for strip in shown.strips for dot in strip.dots} == {3}


def test_a_level_may_be_typed_as_word_or_sign(school: School) -> None:
    assert [given.level for given in school.students[0].assessments] == ["C", "M"]


def test_what_i_can_do_and_how_we_think_are_the_schools_own(pages: dict[str, RenderedFile]) -> None:
    words = pages["competencies.html"].text
    for expected in (
        "Je peux apprendre avec les autres.",
        "Je peux donner une idée",
        "Douter",
        "Monde vivant",
    ):
        assert expected in words


def test_the_rubric_of_another_scale_stands_on_its_evidence(pages: dict[str, RenderedFile]) -> None:
    (page,) = (text for path, text in texts(pages) if "sept nœuds" in text and path.startswith("e/"))
    for expected in ("Un relevé fiable", "On a mesuré deux fois et on dit l&#39;écart.", "une corde à nœuds"):
        assert expected in page


def test_the_official_page_is_that_of_the_schools_own_programme(pages: dict[str, RenderedFile]) -> None:
    assert any("https://programme.example/5/nombres" in text for _, text in texts(pages))


def test_the_reporting_rules_are_the_schools_own(school: School) -> None:
    framework = school.framework
    assert framework.reporting
    year = framework.year_of(date(2026, 1, 15))
    assert (year.first_day, year.last_day) == (date(2025, 8, 1), date(2026, 7, 31))
    due = due_for(school.students[0], framework=framework, rules=framework.reporting, year=year)
    assert [(one.rule.name, one.to_come) for one in due.communications] == [
        ("Rencontre au quai", 2),
        ("Bilan de l'année", 1),
    ]
    assert due.areas_to_come == ("recits", "nombres", "vivant")


def test_the_staff_edition_speaks_of_no_other_place(school: School) -> None:
    register = register_of(school.groups[0], school=school)
    press = Press(load_theme("kinfolio"))
    staff = {file.path: file for file in press.lay_out(fill_register(register, language="fr"))}
    assert "Rencontre au quai" in staff["due.html"].text
    assert "En chemin" in staff["gradebook.html"].text
    assert [(path, word) for path, text in texts(staff) for word in ELSEWHERE if word in text] == []


def test_what_families_are_told_bears_the_name_its_rules_give_it(pages: dict[str, RenderedFile]) -> None:
    progress = pages["progress.html"].text
    assert "Rencontre au quai" in progress
    assert "at least 2 for each area" in progress or "au moins 2" in progress


UPDATE = """\
by: mme-roy
words: Lou regarde, change une chose, et regarde encore.
areas:
  - area: nombres
    level: En chemin
    can do: Lou mesure deux fois.
    next step: Dire l'écart.
attendance: Lou était là tous les jours.
"""
OF_THIS_PLACE = (
    "Rapport d’étape écrit",
    "Bilan des acquis",
    "Rapport d’étape informel",
    "Politique de la C.-B. sur les rapports aux familles, M-12",
)


@pytest.fixture(scope="module")
def by_the_rules_of_bc(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The words of every page, for the family and for the teacher, where the school follows rules that ship with us."""
    root = tmp_path_factory.mktemp("bc") / "school"
    shutil.copytree(ROOT, root)
    facts = root / "content" / "school.yml"
    facts.write_text(
        facts.read_text(encoding="utf-8").replace("framework/rapports.yml", "bc"), encoding="utf-8"
    )
    (root / "content" / "framework" / "rapports.yml").unlink()
    progress = root / "content" / "students" / "lou-tremblay" / "progress"
    for name in ("2026-02-02-learning-update", "2026-06-22-summary-of-learning"):
        (progress / f"{name}.yml").write_text(UPDATE, encoding="utf-8")
    config, _ = read_site_config(root / "site-config.yml")
    assert config
    school, problems = read_school(config)
    assert school, problems
    subject = Subject(
        student=seen_by(school.students[0], audience=Audience.FAMILY), framework=school.framework, media={}
    )
    press = Press(load_theme("kinfolio"))
    register = register_of(school.groups[0], school=school)
    made = [
        *(("", file) for file in press.lay_out(fill(subject, language="fr"))),
        *(("staff/", file) for file in press.lay_out(fill_register(register, language="fr"))),
    ]
    return {f"{where}{file.path}": _words(file.text) for where, file in made if file.path.endswith(".html")}


def _words(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(svg|script|style).*?</\1>", "", page)))


def test_rules_that_ship_with_us_speak_the_schools_language(by_the_rules_of_bc: dict[str, str]) -> None:
    assert not [
        (path, found)
        for path, text in by_the_rules_of_bc.items()
        for found in re.findall(r"(?i)\b(?:learning|update|summary|policy|report|the|and|your)\b", text)
    ]
    everything = " ".join(by_the_rules_of_bc.values())
    assert all(name in everything for name in OF_THIS_PLACE)
    updates = [path for path, text in by_the_rules_of_bc.items() if "Lou mesure deux fois." in text]
    assert len(updates) == 2
    assert "Rapport d’étape écrit" in by_the_rules_of_bc["progress.html"]


def test_rules_in_another_language_are_the_same_rules() -> None:
    folder = ROOT.parents[2] / "generator" / "reporting" / "jurisdictions"
    translated = sorted(folder.glob("*/*.yml"))
    assert translated
    for file in translated:
        ours, theirs = (yaml.safe_load(one.read_text(encoding="utf-8")) for one in (folder / file.name, file))
        assert theirs.pop("language") == file.parent.name
        ours.pop("language")
        for one, other in zip(
            (ours, *ours["communications"]), (theirs, *theirs["communications"]), strict=True
        ):
            assert one.pop("name") != other.pop("name")
        assert ours == theirs
