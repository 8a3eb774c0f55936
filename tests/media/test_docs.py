import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "media.md").read_text(encoding="utf-8")


def test_every_problem_of_the_room_is_in_the_guide_with_its_weight() -> None:
    made = {
        (slug, "error" if maker == "unpublishable" else "warning")
        for file in (ROOT / "generator" / "media").glob("*.py")
        for maker, slug in re.findall(
            r'(unpublishable|left_out)\(\s*"([a-z0-9-]+)"', file.read_text(encoding="utf-8")
        )
    }
    told = {
        (slug, row[2].strip())
        for row in (line.split("|") for line in GUIDE.splitlines() if line.startswith("| `"))
        for slug in re.findall(r"`([a-z0-9-]+)`", row[1])
    }

    assert len(made) > 20
    assert told == made


def test_the_guide_links_to_decisions_that_exist() -> None:
    for target in re.findall(r"\]\((decisions/[^)]+)\)", GUIDE):
        assert (ROOT / "docs" / target).is_file()
