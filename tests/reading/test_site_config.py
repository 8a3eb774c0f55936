from pathlib import Path

import pytest

from generator.config import SiteConfig
from generator.pages.theme import load_theme
from generator.problems import Problem
from generator.reading.site_config import read_site_config


def read(folder: Path, text: str) -> tuple[SiteConfig | None, tuple[Problem, ...]]:
    file = folder / "site-config.yml"
    file.write_bytes(text.encode())
    return read_site_config(file)


def test_one_line_is_enough(tmp_path: Path) -> None:
    config, problems = read(tmp_path, "school: tiny\n")
    assert problems == ()
    assert config == SiteConfig(
        file=tmp_path / "site-config.yml",
        school="tiny",
        content=tmp_path / "content",
        out=tmp_path / "dist",
        theme="kinfolio",
        address="",
        editions=("family",),
        default_audience="family",
        letters=None,
        lock_after_minutes=15,
    )


def test_everything_can_be_said(tmp_path: Path) -> None:
    config, problems = read(
        tmp_path,
        "school: tiny\ncontent: ../words\nout: site\ntheme: themes/own\naddress: https://p.example.org/t/\n"
        "editions: [family, student]\ndefault audience: student\nletters: letters\nlock after minutes: 5\n",
    )
    assert problems == ()
    assert config
    assert config.content == tmp_path.parent / "words"
    assert (config.editions, config.default_audience, config.lock_after_minutes) == (
        ("family", "student"),
        "student",
        5,
    )
    assert config.letters == tmp_path / "letters"


@pytest.mark.parametrize("typed", ["looks/own", "./own", "own"])
def test_a_theme_of_the_schools_own_lies_beside_the_configuration(
    tmp_path: Path, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    school, elsewhere = tmp_path / "school", tmp_path / "elsewhere"
    own = school / typed
    for folder in (own, elsewhere):
        folder.mkdir(parents=True)
    (own / "theme.yml").write_text("name: Own\n", encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    config, problems = read(school, f"school: tiny\ntheme: {typed}\n")
    assert config, problems
    assert config.theme == str(school / typed)
    assert load_theme(config.theme).name == "Own"


def test_a_name_is_that_of_a_theme_that_ships(tmp_path: Path) -> None:
    (tmp_path / "kinfolio").mkdir()
    (tmp_path / "kinfolio" / "theme.yml").write_text("name: Other\n", encoding="utf-8")
    for text in ("school: tiny\n", "school: tiny\ntheme: kinfolio\n"):
        config, _ = read(tmp_path, text)
        assert config
        assert config.theme == "kinfolio"


@pytest.mark.parametrize(
    ("text", "slug", "fix"),
    [
        ("", "empty-file", "`school`"),
        ("content: content\n", "missing-field", "`school:`"),
        ("school: Tiny School\n", "bad-id", "`tiny-school`"),
        ("school: tiny\ncontnet: x\n", "unknown-field", "`content`"),
        ("school: tiny\neditions: [famly]\n", "unknown-choice", "`family`"),
        ("school: tiny\ndefault audience: all\n", "unknown-choice", "`staff`"),
        ("school: tiny\nlock after minutes: 0\n", "not-a-number", "1 to 1440"),
        ("school: tiny\nlock after minutes: soon\n", "not-a-number", "1 to 1440"),
        ("school: tiny\naddress: portfolios.example.org\n", "bad-address", "https://"),
        (
            "school: tiny\naddress: http://portfolios.example.org\n",
            "bad-address",
            "`https://portfolios.example.org`",
        ),
        ("school: tiny\naddress: 'https://[::1'\n", "bad-address", "https://"),
        ("school: tiny\nout: content/dist\n", "folders-overlap", "folder of its own"),
        ("school: tiny\ncontent: dist/content\n", "folders-overlap", "folder of its own"),
        ("school: tiny\nout: .\n", "folders-overlap", "folder of its own"),
        ("school: tiny\nletters: dist/letters\n", "folders-overlap", "outside `out`"),
        ("school: tiny\nschool: other\n", "duplicate-key", "keep one"),
        ("school: [\n", "broken-yaml", "]"),
        ("- school\n", "wrong-type", "`school: …`"),
    ],
)
def test_a_slip_leaves_no_configuration_and_says_how_to_mend_it(
    tmp_path: Path, text: str, slug: str, fix: str
) -> None:
    config, problems = read(tmp_path, text)
    assert config is None
    assert slug in [problem.slug for problem in problems]
    assert any(fix in problem.fix for problem in problems), problems


def test_a_plain_address_is_fine_on_this_computer(tmp_path: Path) -> None:
    assert read(tmp_path, "school: tiny\naddress: http://localhost:8000/\n")[1] == ()


def test_no_file_is_a_problem(tmp_path: Path) -> None:
    config, (problem,) = read_site_config(tmp_path / "site-config.yml")
    assert (config, problem.slug) == (None, "missing-file")


def test_the_configuration_of_the_example_school_is_fine() -> None:
    config, problems = read_site_config(Path(__file__).parents[2] / "site-config.yml")
    assert problems == ()
    assert config
    assert config.school == "maple-creek"
