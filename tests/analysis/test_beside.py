"""What a page shows beside the part of it that is read as the article isn't missing from the page."""

from __future__ import annotations

import seocheck

STORY = "<p>" + "The oven is warm and the dough has risen, so the baker slides the loaves in one by one. " * 4 + "</p>"


def flagged(body: str, keywords: str) -> list[str]:
    page = (
        f'<html lang="en"><head><title>Bread</title><meta name="keywords" content="{keywords}"></head>'
        f"<body>{body}</body></html>"
    )
    report = seocheck.check_text(page, path="a.html", settings={}, select=["keywords/unsupported"])
    return [finding.subject for finding in report.findings]


def test_the_line_below_a_headline_in_a_header() -> None:
    body = f"<header><h1>Our loaves</h1><p>Rye flour from the mill.</p></header><section>{STORY}</section>"
    assert flagged(body, "rye flour, spelt flakes") == ["spelt flakes"]


def test_a_menu_in_a_header_is_none() -> None:
    body = (
        "<header><h1>Our loaves</h1><nav><a href='/rye'>Rye flour</a> <a href='/x'>Spelt flakes</a></nav></header>"
        f"<section>{STORY}</section>"
    )
    assert flagged(body, "rye flour") == ["rye flour"]


def test_cards_are_no_article() -> None:
    cards = "".join(f"<article><h3>Loaf {i}</h3>{STORY}</article>" for i in range(3))
    body = f"<h1>Our loaves</h1><section><h2>Rye flour</h2><p>From the mill.</p></section><section>{cards}</section>"
    assert flagged(body, "rye flour") == []


def test_teasers_beside_an_article_are_not_the_page() -> None:
    teasers = "<div>" + "".join(f"<article><p>Rye flour {i}.</p></article>" for i in range(3)) + "</div>"
    assert flagged(f"<article><h1>Our loaves</h1>{STORY}{STORY}</article>{teasers}", "rye flour") == ["rye flour"]


def test_what_a_main_element_shows() -> None:
    body = (
        f"<div><p>Spelt flakes daily.</p></div><main><h1>Our loaves</h1><article>{STORY}</article>"
        "<div><p>Rye flour from the mill.</p></div></main>"
    )
    assert flagged(body, "rye flour, spelt flakes") == ["spelt flakes"]


def test_a_short_choice_of_a_form() -> None:
    few = "<form><select><option>Rye flour</option><option>Wheat flour</option></select></form>"
    options = "".join(f"<option>Flour {i}</option>" for i in range(30))
    many = f"<form><select>{options}<option>Oat bran</option></select></form>"
    body = f"<h1>Our loaves</h1>{STORY}{few}{many}"
    assert flagged(body, "wheat flour, oat bran") == ["oat bran"]


def test_the_picture_below_the_headline() -> None:
    lead = "<section><h1>Our loaves</h1></section><section><img src='a.jpg' alt='Rye flour in a sack'></section>"
    assert flagged(f"{lead}<article>{STORY}</article>", "rye flour, spelt flakes") == ["spelt flakes"]


def test_a_logo_says_nothing() -> None:
    head = "<header><img src='a.png' alt='Rye flour mill'></header><h1>Our loaves</h1>"
    assert flagged(f"{head}<article>{STORY}</article>", "rye flour") == ["rye flour"]


def test_questions_that_unfold() -> None:
    asked = "<button class='q' aria-expanded='false'>Is there rye flour in it?</button><div><p>Yes.</p></div>"
    other = "<button aria-expanded='false'>Spelt flakes</button>"
    assert flagged(f"<h1>Our loaves</h1>{STORY}{asked}{other}", "rye flour, spelt flakes") == ["spelt flakes"]


def test_an_answer_in_the_element_of_a_menu() -> None:
    answer = "<div><p>What is in it?</p><nav><p>Most of it is rye flour, and a little salt.</p></nav></div>"
    menu = "<nav><p>Spelt flakes</p><p><a href='/x'>All about oat bran and how we mill it here</a></p></nav>"
    keywords = "rye flour, spelt flakes, oat bran"
    assert flagged(f"<h1>Our loaves</h1>{STORY}{answer}{menu}", keywords) == ["spelt flakes", "oat bran"]


def test_a_template_fills_it_in() -> None:
    assert flagged(f"<h1>Our loaves</h1>{STORY}", "{{ keyword }}") == []
    assert flagged(f"<h1>Our loaves</h1>{STORY}", "{{ delimit .Keywords ") == []


def test_an_aside_that_is_the_page() -> None:
    place = "<p>Find us by the mill, at the end of the lane, and take a loaf home with you.</p>"
    aside = f"<aside>{STORY}<p>Rye flour from the mill.</p></aside>"
    assert flagged(f"<main><h1>Our loaves</h1>{place}</main>{aside}", "rye flour, spelt flakes") == ["spelt flakes"]


def test_an_aside_beside_an_article() -> None:
    aside = "<aside><p>Rye flour from the mill.</p></aside>"
    assert flagged(f"<main><h1>Our loaves</h1>{STORY}</main>{aside}", "rye flour") == ["rye flour"]
