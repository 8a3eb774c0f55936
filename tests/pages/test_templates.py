"""The templates themselves: one for each page, every interface word marked for the catalogues."""

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir

from generator import pages
from generator.pages.theme import Theme
from generator.vault.browser import bundle
from generator.views.portfolio import fill
from tests.views import builders

_JINJA = re.compile(r"\{#.*?#\}|\{% trans.*?%\}.*?\{% endtrans %\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}|\{% trans.*?%\}.*?\{% endtrans %\}", re.DOTALL)
_EXPRESSION = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_QUOTED = re.compile(r'([\w(]*)"([^"]*)"')
_WORDS = re.compile(r"^[A-Z][a-z]+(?: |$|[.,!?])|[,;:] $")
_EMPTY_ATTRIBUTE = re.compile(r'[\w-]+=""')
_TAG = re.compile(r"<[^>]*>", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SAID_ATTRIBUTE = re.compile(r'(?:aria-label|alt|title|placeholder)="([^"]*)"')


def templates(theme: Theme) -> list[Path]:
    return sorted((theme.folders[-1] / "templates").rglob("*.html"))


def test_every_page_has_its_template(kinfolio: Theme) -> None:
    used = {page.template for page in fill(builders.asha(), language="en").pages}
    there = {file.name for file in (kinfolio.folders[-1] / "templates").glob("*.html")}
    assert used == there - {"frame.html"}


def test_every_interface_word_is_marked(kinfolio: Theme) -> None:
    for template in templates(kinfolio):
        left = _EMPTY_ATTRIBUTE.sub("", _JINJA.sub("", template.read_text(encoding="utf-8")))
        words = _LETTERS.findall(_TAG.sub(" ", left))
        attributes = [said for said in _SAID_ATTRIBUTE.findall(left) if _LETTERS.search(said)]
        assert (words, attributes) == ([], []), template.name


def test_no_interface_word_hides_in_an_expression(kinfolio: Theme) -> None:
    """A word in quotes inside `{{ }}` or `{% %}` is English for everybody, unless gettext is asked for it."""
    for template in templates(kinfolio):
        code = _COMMENT.sub("", template.read_text(encoding="utf-8"))
        for expression in _EXPRESSION.findall(code):
            hidden = [
                word
                for before, word in _QUOTED.findall(expression)
                if _WORDS.search(word) and "gettext(" not in before
            ]
            assert hidden == [], template.name


def test_no_sign_between_words_is_written_out(kinfolio: Theme) -> None:
    """Commas and colons are another sign in Chinese and Arabic, and have a space before them in French."""
    for template in templates(kinfolio):
        left = _JINJA.sub("", template.read_text(encoding="utf-8"))
        assert re.findall(r"[,;:](?=\s|$)", _TAG.sub("", left)) == [], template.name


def test_no_script_of_pages_speaks_english() -> None:
    scripts = [*Path(pages.__file__).parent.glob("browser/*.js"), *Path(bundle.HERE).glob("*/*.js")]
    spoken = re.compile(
        r"""(?:(?:textContent|innerText|title|alt|ariaLabel|placeholder)\s*=(?!=)\s*|setAttribute\("(?:aria-label|aria-valuetext|aria-description|title|alt)",\s*)["'`]([^"'`$]*[A-Za-z]{3}[^"'`]*)["'`]"""
    )
    found = [
        (script.name, word)
        for script in scripts
        if script.parent.name not in {"words", "built"}
        for word in spoken.findall(script.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_catalogue_tools_find_the_words(kinfolio: Theme) -> None:
    found = extract_from_dir(
        kinfolio.folders[-1] / "templates",
        method_map=[("**.html", "jinja2")],
        options_map={"**.html": {"trimmed": "true", "silent": "false"}},
    )
    messages = {message for _, _, message, _, _ in found}
    assert "Right now I'm working on" in messages
    assert len(messages) > 100


def test_templates_reach_for_no_script_and_no_style(kinfolio: Theme) -> None:
    for template in templates(kinfolio):
        text = template.read_text(encoding="utf-8")
        assert 'style="' not in text, template.name
        assert "<style" not in text, template.name
        assert "http://" not in text.replace("http://www.w3.org", ""), template.name
        assert "https://" not in text, template.name
