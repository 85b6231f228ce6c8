"""Shortcodes in square brackets are no prose, in any kind of file; links, notes and remarks in brackets are."""

from __future__ import annotations

import pytest

from seocheck.model.article import Source
from seocheck.readers import read
from tests.support import assert_linear

FORMATS = [
    ("markdown", "{}\n\nStir it."),
    ("html", "<main><p>{}</p><p>Stir it.</p></main>"),
    ("labelled-text", "{}\n\nStir it."),
]


def words(text: str, format_: str, form: str) -> list[str]:
    page = form.format(text)
    return [b.text.value for b in read(Source("pot.md", page), format_).blocks]  # type: ignore[arg-type]


@pytest.mark.parametrize(("format_", "form"), FORMATS)
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('[gallery ids="1,2"]', ""),
        ('[pot_list size="3" lid=1]', ""),
        ("[form id=“12” name=“Pots”]", ""),
        ("A [pot_box style='big']lid[/pot_box] is on the pot.", "A lid is on the pot."),
        ("The [dropcap]l[/dropcap]id is on the pot, where it stays.", "The lid is on the pot, where it stays."),
        ('[row][column width="1/2"]The lid is on the pot.[/column][/row]', "The lid is on the pot."),
    ],
)  # fmt: skip
def test_shortcodes(text: str, left: str, format_: str, form: str) -> None:
    assert words(text, format_, form) == [*([left] if left else []), "Stir it."]


@pytest.mark.parametrize(("format_", "form"), FORMATS)
@pytest.mark.parametrize(
    "text",
    [
        "The lid [sic] is on the pot [1], and it stays there [...].",
        "He [the cook] puts a lid on the pot, and it stays there.",
        "The range [a, b] and x[i] = 3 are in the book on pots.",
        "Press [Enter] or [Ctrl + S], then set a[href='x'] in the sheet.",
    ],
)
def test_remarks_in_brackets(text: str, format_: str, form: str) -> None:
    assert words(text, format_, form)[0] == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The [lid id=1](/lid) and the [pot][pot].\n\n[pot]: /pot", "The lid id=1 and the pot."),
        ("A note.[^pot]\n\n[^pot]: On pots.", "A note."),
        ("- [ ] Stir\n- [x] Salt", "Stir"),
    ],
)
def test_markdown_of_its_own(text: str, left: str) -> None:
    assert words(text, "markdown", "{}")[0] == left


@pytest.mark.parametrize("piece", ["[a", "[ab x=", "[/ab]", "[ab][/ab]", "[ab ", '[ab x="', "[ab x='1']", "[a[/a]"])
@pytest.mark.parametrize(("format_", "form"), FORMATS)
def test_time_is_linear(piece: str, format_: str, form: str) -> None:
    assert_linear(lambda size: words(piece * (size // len(piece)), format_, form), 12_500)
