"""What forms say: labels, placeholders, buttons; on which pages it counts."""

from __future__ import annotations

import pytest

from seocheck.base.text import Span
from seocheck.model.article import Source
from seocheck.readers import read
from seocheck.readers.blocks.form_words import form_words
from tests.support import assert_linear

FORM = (
    '<form action="/send"><p>Fields with * are needed.</p><label for="n">Your name &amp; town</label>'
    '<input id="n" placeholder="Ann, Mill Lane"><textarea aria-label="Your question"></textarea>'
    '<select><option>Austria</option></select><input type="hidden" value="token"><input type="submit" value="Send it">'
    "</form>"
)


def said(source: str) -> list[str]:
    return [text.value for text in form_words(source, [Span(0, len(source))])]


def test_labels_placeholders_and_buttons_are_said_and_choices_and_values_are_not() -> None:
    assert said(FORM) == [
        "Fields with * are needed.", "Your name & town", "Ann, Mill Lane", "Your question", "Send it",
    ]  # fmt: skip


def test_each_is_at_its_place() -> None:
    for text in form_words(FORM, [Span(0, len(FORM))]):
        start, end = text.span()
        assert FORM[start:end].replace("&amp;", "&") == text.value


def test_buttons_without_a_field_are_no_form() -> None:
    assert said("<button>Menu</button><p>Rye.</p>") == []


def test_fields_without_a_form_are_one() -> None:
    assert said('<input placeholder="Search the breads"><button>Find</button>') == ["Search the breads", "Find"]


def test_templates_are_left_out() -> None:
    assert said('<form><label>{{ t.name }}</label><input placeholder="{% t x %}"></form>') == []


@pytest.mark.parametrize("inner", [FORM, f"<nav>{FORM}</nav>", f"<footer>{FORM}</footer>"])
def test_a_form_in_the_menu_is_on_every_page(inner: str) -> None:
    text = "<h1>Mill</h1><p>The mill grinds rye, and the miller sells it.</p>"
    page = f"<html><body><main>{text}{inner}</main></body></html>"
    found = [text.value for text in read(Source("a.html", page), "html").form_words]
    assert bool(found) == (inner == FORM)


@pytest.mark.parametrize("piece", ["<form>", "<input a=", "<input a='", "<label>a", "<!--", "<button", "<select>", "<"])
def test_time_is_linear(piece: str) -> None:
    def look(size: int) -> None:
        text = "<input>" + piece * (size // len(piece))
        form_words(text, [Span(0, len(text))])

    assert_linear(look, 100_000)


def test_what_a_comment_hides_is_not_said() -> None:
    text = "<form><!-- <label>Old</label> --><label>New</label><input><!-- <button>Never</button></form>"
    assert [each.value for each in form_words(text, [Span(0, len(text))])] == ["New", "Never"]
