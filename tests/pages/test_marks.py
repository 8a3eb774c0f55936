"""Interface words are marks until a language is known; the reader can exchange them later."""

import json
from datetime import date

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.filters import Speech
from generator.pages.marks import Translatable, in_words, mark, mark_count, mark_value, translatable

ENGLISH = Speech(language="en", own={})
FRENCH = Speech(language="fr", own={})


def laid_out(template: str, **values: object) -> str:
    environment = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    environment.install_gettext_callables(mark, mark_count, newstyle=True)  # type: ignore[attr-defined]
    return environment.from_string(template).render(**values)


def test_a_message_and_its_values_come_out_in_the_language() -> None:
    marked = laid_out("<p>{% trans name=name %}{{ name }} chose this because{% endtrans %}</p>", name="A & B")
    assert in_words(marked, speaker=ENGLISH) == "<p>A &amp; B chose this because</p>"
    assert "A &amp; B" in in_words(marked, speaker=FRENCH)
    assert "chose" not in in_words(marked, speaker=FRENCH)


@pytest.mark.parametrize(("count", "said"), [(1, "1 seconde"), (2, "2 secondes")])
def test_a_number_takes_the_form_of_the_language(count: int, said: str) -> None:
    marked = laid_out(
        "{% trans num=count %}{{ num }} second{% pluralize %}{{ num }} seconds{% endtrans %}", count=count
    )
    assert in_words(marked, speaker=FRENCH) == said


def test_a_per_cent_sign_survives() -> None:
    assert in_words(laid_out("{{ gettext('100 %% sure') }}"), speaker=ENGLISH) == "100 % sure"


def test_a_mark_in_a_mark_is_filled_first() -> None:
    marked = laid_out("{{ gettext('%(name)s says hello', name=gettext('Film')) }}")
    assert in_words(marked, speaker=ENGLISH) == "Film says hello"


def test_a_schools_own_words_hold_in_the_schools_language() -> None:
    own = Speech(language="en", own={"Timeline": "My days"})
    page = translatable(f"<h1>{mark('Timeline') % {}}</h1>", speaker=own)
    assert page.text == "<h1>My days</h1>"
    assert page.places == (4, 7, "Timeline")


def test_places_count_as_browsers_do() -> None:
    page = translatable(f"\U0001f9a6 <b>{mark('Goals') % {}}</b>", speaker=ENGLISH)
    assert page == Translatable(text="\U0001f9a6 <b>Goals</b>", places=(6, 5))


def test_the_comment_cannot_be_ended_by_what_is_in_it() -> None:
    marked = laid_out("{{ gettext('%(name)s says hello', name=name) }}", name="--> <script>")
    page = translatable(marked, speaker=ENGLISH).with_places
    comment = page[page.index("<!--words ") + len("<!--words ") : -len("-->\n")]
    assert "--" not in comment
    assert json.loads(comment)[2].endswith("--&gt; &lt;script&gt;")


def test_days_are_written_as_the_language_does() -> None:
    marked = mark_value("day", date(2026, 5, 20).isoformat())
    assert in_words(marked, speaker=FRENCH) == "20 mai 2026"


@pytest.mark.parametrize(
    "pasted",
    [
        "\ue000",
        "\ue003",
        "a\ue003b\ue000",
        "\ue000@day\ue001\ue002soon\ue003",
        "\ue000@size\ue003",
        "\ue000a\ue002b\ue003",
    ],
)
def test_signs_in_somebodys_words_break_no_page(pasted: str) -> None:
    marked = f"<p>{mark('Goals') % {}} {pasted}</p><p>{mark('Timeline') % {}}</p>"
    page = translatable(marked, speaker=ENGLISH)
    assert page.text == in_words(marked, speaker=ENGLISH)
    assert page.text.startswith("<p>Goals ")
    assert page.text.endswith("</p><p>Timeline</p>")
    assert not set(page.text) & set("\ue000\ue001\ue002\ue003")


@given(st.lists(st.tuples(st.text(alphabet="ab <é🦦", max_size=5), st.sampled_from(["Goals", "Timeline"]))))
def test_putting_the_words_back_in_place_gives_the_page(parts: list[tuple[str, str]]) -> None:
    marked = "".join(text + mark(message) % {} for text, message in parts)
    page = translatable(marked, speaker=FRENCH)
    assert page.text == in_words(marked, speaker=FRENCH)
    units = page.text.encode("utf-16-le")
    at, found, places = 0, [], list(page.places)
    while places:
        at, length = at + int(places.pop(0)), int(places.pop(0))
        said = units[2 * at : 2 * (at + length)].decode("utf-16-le")
        found.append(places.pop(0) if places and isinstance(places[0], str) else said)
        at += length
    assert found == [message for _, message in parts]
