"""A showcase that a student shares: a site of its own, until its last day."""

import re
from pathlib import Path

import pytest

from generator.vault.errors import WrongLink
from generator.vault.links import link_key_from
from generator.vault.open import OpenedSite, open_site
from tests.schools.built import BuiltSchool

SHARED = """\
title: What I made
share until: 2199-06-30
picks:
  - evidence: 2025-10-03-pot
    because: It held water.
  - evidence: 2025-10-02-secret
    because: Only for home.
"""
VISITOR = "showcase:ben-lee"


@pytest.fixture
def school(own_school: BuiltSchool) -> BuiltSchool:
    home = "students/ben-lee"
    pot = own_school.files.content / home / "evidence/2025-10-03-pot/index.md"
    own_school.files.edit(
        f"{home}/evidence/2025-10-03-pot/index.md",
        pot.read_text(encoding="utf-8").replace("---\nartifacts", "---\naudience: showcase\nartifacts"),
    )
    own_school.files.edit(f"{home}/evidence/2025-10-02-secret.md", "A drawing of our kitchen.\n")
    own_school.files.edit(f"{home}/showcase.yml", SHARED)
    return own_school


def showcase(school: BuiltSchool) -> OpenedSite:
    return open_site(school.site("ben-lee", edition="showcase"), link_key_from(school.link(VISITOR)))


def test_a_visitor_sees_the_picks_that_are_meant_for_visitors_and_nothing_else(school: BuiltSchool) -> None:
    said = school.build()
    assert "ben-lee (showcase)" in said.out
    site = showcase(school)
    assert site.role.name == "VISITOR"
    assert site.siblings == ()
    assert site.manifest.publication.entry == "showcase.html"
    pages = {path: site.read(path).decode() for path in site.paths if path.endswith(".html")}
    assert "It held water." in pages["showcase.html"]
    whole = "".join(pages.values()) + site.read("search.json").decode()
    for hidden in ("kitchen", "Only for home", "Jo Lee", "jo-lee"):
        assert hidden not in whole
    assert "A drawing of our kitchen." in "".join(
        open_site(school.site("ben-lee"), link_key_from(school.link("jo-lee"))).read(path).decode()
        for path in _pages(school, "jo-lee")
    )


def _pages(school: BuiltSchool, person: str) -> list[str]:
    site = open_site(school.site("ben-lee"), link_key_from(school.link(person)))
    return [path for path in site.paths if path.endswith(".html")]


def test_every_way_in_it_leads_somewhere(school: BuiltSchool) -> None:
    school.build()
    site = showcase(school)
    for path in site.paths:
        if path.endswith(".html"):
            for link in re.findall(r'(?:href|src)="([^"#]+)', site.read(path).decode()):
                target = (Path("/") / path).parent.joinpath(link).resolve().as_posix()[1:]
                assert target in site.paths or target.startswith("theme/"), f"{path} leads to {link}"


def test_the_share_page_has_link_code_and_last_day(school: BuiltSchool) -> None:
    school.build()
    page = (school.letters / "showcase_ben-lee.html").read_text(encoding="utf-8")
    site = school.site("ben-lee", edition="showcase").name
    assert f"https://portfolios.example/{site}/#k={school.link(VISITOR)}" in page
    assert "June 30, 2199" in page
    assert "<svg" in page


def test_after_its_last_day_it_is_gone_and_its_link_never_opens_again(school: BuiltSchool) -> None:
    school.build()
    first, key = school.site("ben-lee", edition="showcase"), school.link(VISITOR)
    school.files.edit("students/ben-lee/showcase.yml", SHARED.replace("2199", "2020"))
    said = school.build()
    assert "was shared until 2020-06-30" in said.out
    assert not first.exists()
    assert not (school.letters / "showcase_ben-lee.html").exists()
    school.files.edit("students/ben-lee/showcase.yml", SHARED)
    school.build()
    again = school.site("ben-lee", edition="showcase")
    assert again.name != first.name
    assert school.link(VISITOR) != key


def test_without_a_pick_for_visitors_there_is_none(school: BuiltSchool) -> None:
    only_home = SHARED.replace("  - evidence: 2025-10-03-pot\n    because: It held water.\n", "")
    school.files.edit("students/ben-lee/showcase.yml", only_home)
    assert "none of its picks says `audience: showcase`" in school.build().out
    with school.keyring() as keyring:
        assert {site.edition for site in keyring.sites} == {"family"}


def test_nobody_shares_without_a_last_day(school: BuiltSchool) -> None:
    school.files.edit("students/ben-lee/showcase.yml", SHARED.replace("share until: 2199-06-30\n", ""))
    school.build()
    with school.keyring() as keyring:
        assert {site.edition for site in keyring.sites} == {"family"}


def test_a_link_that_went_too_far_is_renewed_like_a_lost_letter(school: BuiltSchool) -> None:
    school.build()
    went_too_far = link_key_from(school.link(VISITOR))
    assert school.command("keys", "rotate", "--person", VISITOR).code == 0
    school.build()
    assert showcase(school).paths
    with pytest.raises(WrongLink):
        open_site(school.site("ben-lee", edition="showcase"), went_too_far)
