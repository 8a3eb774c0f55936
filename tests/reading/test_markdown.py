import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.words import Words
from generator.reading import markdown
from generator.reading.markdown import may_lose_something, to_html


def html(text: str) -> str:
    return to_html(Words(text=text, language="en"))[0]


def lost(text: str) -> tuple[str, ...]:
    return to_html(Words(text=text, language="en"))[1]


def test_headings_begin_below_those_of_the_page() -> None:
    assert html("# One\n\nTwo\n---\n\n###### Six") == "<h3>One</h3>\n<h4>Two</h4>\n<h6>Six</h6>"


def test_tables_are_aligned_without_styles() -> None:
    made = html("| a | b |\n|:-:|--:|\n| 1 | 2 |")
    assert '<th align="center">a</th>' in made
    assert "style" not in made


def test_code_is_coloured_by_classes() -> None:
    made = html('```python\nprint("hi")\n```')
    assert '<span class="nb">print</span>' in made
    assert "style" not in made


def test_tasks_are_signs_and_not_form_fields() -> None:
    made = html("- [x] done\n- [ ] not yet")
    assert "☑ done" in made
    assert "☐ not yet" in made
    assert "<input" not in made


def test_small_marks_work() -> None:
    assert (
        html("H~2~O ~~no~~ ^^yes^^ x^2^")
        == "<p>H<sub>2</sub>O <del>no</del> <ins>yes</ins> x<sup>2</sup></p>"
    )


def test_a_backslash_ends_a_line_of_a_poem() -> None:
    assert html("one\\\ntwo") == "<p>one<br>\ntwo</p>"


def test_a_list_of_numbers_does_not_become_one_of_dots() -> None:
    assert html("1. a\n\n- b").count("<ol>") == 1
    assert html("3. a\n4. b").startswith('<ol start="3">')


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("a <iframe src='https://x.y'></iframe> b", "<iframe>"),
        ("<style>p{}</style>", "<style>"),
        ("<p onclick='x()'>hi</p>", "<p onclick>"),
        ("<p style='color:red'>hi</p>", "<p style>"),
        ("<div id='lock'>hi</div>", "<div id>"),
        ("<a name='body'>hi</a>", "<a name>"),
        ("<span class='kf-unlock'>hi</span>", "<span class>"),
        ("<form><input name='words'></form>", "<form>"),
        ("<svg onload=alert(1)>", "<svg>"),
        ("![x](http://a.b/c.png)", "picture http://a.b/c.png"),
        ("![x](volcano.jpg)", "picture volcano.jpg"),
        ("<img src=x onerror=alert(1)>", "picture x"),
        ("[x](javascript:alert(1))", "link javascript:alert(1)"),
        ("[x][1]\n\n[1]: data:text/html,x", "link data:text/html,x"),
        ("[x](other.md)", "link other.md"),
        ("[x](//a.b)", "link //a.b"),
        ("[x](java&#10;script:alert)", "link java"),
        ("<h1>big</h1>", "<h1>"),
        ("<math><mi>x</mi></math>", "<math>"),
    ],
)
def test_what_could_harm_is_taken_out_and_named(text: str, named: str) -> None:
    made = html(text).lower()
    for sign in (
        "<script",
        "<iframe",
        "<style",
        " on",
        "style=",
        " id=",
        " name=",
        "kf-unlock",
        "<input",
        "<svg",
        "<img",
        "<h1",
    ):
        assert sign not in made
    assert "javascript:" not in made
    assert any(name.startswith(named) for name in lost(text)), lost(text)


@pytest.mark.parametrize("address", ["http://a.b", "https://a.b/c?d=1", "mailto:a@b.ca"])
def test_links_out_stay_and_say_so(address: str) -> None:
    made = html(f"[x]({address})")
    assert f'href="{address}"' in made
    assert "noopener" in made
    assert lost(f"[x]({address})") == ()


def test_html_in_code_is_only_text() -> None:
    text = "`<script>` and\n\n```html\n<script>alert(1)</script>\n```"
    assert lost(text) == ()
    assert "<script>" not in html(text)


def test_languages_inside_a_text_stay() -> None:
    text = 'Hi <span lang="pa-Guru" dir="ltr">ਸਤ ਸ੍ਰੀ ਅਕਾਲ</span>'
    assert 'lang="pa-Guru"' in html(text)
    assert lost(text) == ()


def test_one_text_leaves_nothing_for_the_next() -> None:
    html("[x]: https://a.b\n\n[x]")
    assert "href" not in html("[x]")


PLAINISH = st.text(
    st.sampled_from([*"abc .,:;!?'\"()-+0123456789\n/é", "ਨ", "ا", "😀", "\u200d", "\ufeff"]), max_size=60
)


@settings(deadline=None, max_examples=400)
@given(st.one_of(st.text(max_size=60), PLAINISH, st.lists(PLAINISH, max_size=4).map("\n\n".join)))
@example("one\ntwo\n\n\nthree")
@example("http://a.b is plain")
@example("1) one")
@example("a\n+ b")
def test_the_fast_path_makes_what_the_full_path_makes(text: str) -> None:
    stripped = text.strip("\n")
    if not markdown._is_plain(stripped):
        return
    made, taken_out = markdown._full(stripped)
    assert markdown._plain_paragraphs(stripped) == made
    assert taken_out == ()


MARKUP = st.lists(
    st.sampled_from(
        [
            "<",
            ">",
            "script",
            "img src=x",
            " onerror=",
            "a",
            "[x]",
            "(",
            ")",
            "javascript:",
            "](",
            "`",
            "\n",
            "    ",
            "&lt;",
            "<svg>",
            "<p ",
            "'",
            '"',
            "<!--",
            "-->",
            "<![CDATA[",
            "*",
            "# ",
            "- ",
            "|",
            "x",
        ]
    ),
    max_size=14,
).map("".join)


@settings(deadline=None, max_examples=400)
@given(st.one_of(st.text(max_size=60), MARKUP))
def test_no_text_makes_anything_that_acts(text: str) -> None:
    made, taken_out = to_html(Words(text=text, language="en"))
    witness = markdown._Witness()
    witness.feed(made)
    witness.close()
    assert [found for found in witness.lost if found != "<a rel>"] == []
    assert not taken_out or may_lose_something(text)


SIGNS = st.lists(
    st.sampled_from(
        [
            "a",
            "b c",
            " ",
            "  \n",
            "\n",
            "\n\n",
            "*",
            "_",
            "**",
            "~~",
            "^^",
            "^",
            "~",
            "`",
            "\\\\",
            "\\\n",
            "!",
            "[",
            "](x)",
            "&amp;",
            "&",
            "<b>",
            "</b>",
            "http://a.b",
            "- ",
            "1. ",
            "> ",
            "# ",
            "    ",
            "| a | b |\n| - | - |\n",
            "```\n",
            "- [ ] ",
            "\x02",
            "\x03",
            "ਨ",
        ]
    ),
    max_size=16,
).map("".join)


@settings(deadline=None, max_examples=400)
@given(SIGNS)
def test_texts_that_are_spared_the_inline_patterns_become_what_they_would(text: str) -> None:
    patient = markdown._new_converter()
    patient.treeprocessors.deregister("plain-sentences")
    try:
        expected = patient.convert(text)
    except RecursionError:
        return
    assert markdown._new_converter().convert(text) == expected


def test_lists_without_bottom_become_plain_words() -> None:
    text = "\n".join("    " * depth + "- <b>" for depth in range(400))
    made, taken_out = to_html(Words(text=text, language="en"))
    assert "<b>" not in made
    assert taken_out == ("lists inside lists",)
    assert may_lose_something(text)
    assert html("fine\n\n- a") == "<p>fine</p>\n<ul>\n<li>a</li>\n</ul>"
