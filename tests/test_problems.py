"""How a problem looks in a terminal."""

from generator.problems import Origin, as_text, error


def test_a_line_as_long_as_a_paragraph_is_shown_around_the_place() -> None:
    line = "word " * 100 + "Sam " + "word " * 100
    place = Origin(path="a.md", line=3, column=line.index("Sam") + 1, excerpt=line, width=3)
    _, shown, pointer, _ = as_text(error(place, "x", "y", fix="z")).split("\n")
    assert len(shown) < 120
    assert shown.strip().startswith("…")
    assert shown.endswith("…")
    assert shown[pointer.index("^") : pointer.rindex("^") + 1] == "Sam"


def test_the_beginning_of_a_long_line_is_shown_from_its_beginning() -> None:
    place = Origin(path="a.md", line=3, column=1, excerpt="abc " * 100, width=3)
    _, shown, pointer, _ = as_text(error(place, "x", "y", fix="z")).split("\n")
    assert shown.startswith("    abc abc")
    assert pointer == "    ^^^"


def test_a_short_line_is_shown_whole() -> None:
    place = Origin(path="a.yml", line=1, column=7, excerpt="level: Good", width=4)
    assert "    level: Good\n" in as_text(error(place, "x", "y", fix="z"))
