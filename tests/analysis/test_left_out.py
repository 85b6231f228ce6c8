"""A page that is nothing but lists says what its lists say; a menu beside a text says nothing of it."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.model.report import KeywordResult

ITEMS = [f"Rye bread from mill {number}" for number in range(12)]
ANCHORS = "\n".join(f"- [{item}](#mill-{number})" for number, item in enumerate(ITEMS))
LINKS = "<ul>" + "".join(f"<li><a href='/mill/{n}'>{item}</a></li>" for n, item in enumerate(ITEMS)) + "</ul>"
PROSE = "The oven is lit at two, and the shift ends at ten. Nobody may open the door before the crust is brown. " * 12


def in_markdown(declared: str, body: str) -> KeywordResult:
    article = f"---\ntitle: x\nlang: en\nkeywords: ['{declared}']\n---\n\n{body}\n"
    return seocheck.check_text(article, path="a.md", settings={}, select=["keywords/unsupported"]).keywords[0]


def in_page(declared: str, body: str) -> KeywordResult:
    head = f"<title>x</title><meta name=keywords content='{declared}'>"
    page = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return seocheck.check_text(page, path="a.html", settings={}, select=["keywords/unsupported"]).keywords[0]


@pytest.mark.parametrize(
    ("declared", "tier"), [("rye bread", "exact"), ("mills", "inflected"), ("bread mill", "reordered")]
)
def test_a_list_of_links_is_the_page(declared: str, tier: str) -> None:
    assert in_markdown(declared, f"# Addresses\n\n{ANCHORS}").tier == tier
    assert in_page(declared, f"<h1>Addresses</h1>{LINKS}").tier == tier


def test_the_list_completes_what_the_heading_says() -> None:
    found = in_page("bread addresses", f"<h1>Addresses</h1>{LINKS}")
    assert (found.tier, found.missing) == ("apart", ())


def test_what_the_list_does_not_say() -> None:
    assert in_markdown("oat bread", f"# Addresses\n\n{ANCHORS}").missing == ("oat",)
    assert in_page("pastry", f"<h1>Addresses</h1>{LINKS}").tier == "absent"


@pytest.mark.parametrize("declared", ["rye bread", "mill"])
def test_a_list_beside_a_text(declared: str) -> None:
    assert in_markdown(declared, f"# Addresses\n\n{ANCHORS}\n\n{PROSE}").tier == "absent"
    assert in_page(declared, f"<h1>Addresses</h1><p>{PROSE}</p>{LINKS}").tier == "absent"


def test_a_menu() -> None:
    assert in_page("rye bread", f"<nav>{LINKS}</nav><main><h1>Addresses</h1><p>None yet.</p></main>").tier == "absent"


CARDS = "".join(
    f"<section><div><span>Rye bread is baked at night, and the mill stands still</span><b>{n}</b></div></section>"
    for n in range(12)
)
NEXT_TO_NOTHING = "<p>The oven is lit at two, and the shift ends at ten. Nobody may open the door before noon.</p>"


@pytest.mark.parametrize(("declared", "tier"), [("rye bread", "exact"), ("mills", "inflected"), ("oats", "absent")])
def test_the_reader_kept_next_to_nothing(declared: str, tier: str) -> None:
    assert in_page(declared, f"<section>{NEXT_TO_NOTHING}</section>{CARDS}").tier == tier


@pytest.mark.parametrize("declared", ["rye bread", "mill"])
def test_cards_beside_an_article(declared: str) -> None:
    assert in_page(declared, f"<section><p>{PROSE}</p></section>{CARDS}").tier == "absent"
    assert in_page(declared, f"<article>{NEXT_TO_NOTHING * 2}</article>{CARDS}").tier == "absent"
