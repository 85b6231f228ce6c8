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


FIRM = (
    "<footer><h4>Where to find us</h4>"
    "<address><strong>Wenda Harrow</strong><br>4 Mill Lane<br>Wexcombe</address></footer>"
)


def test_the_address_in_a_footer() -> None:
    assert flagged(f"<h1>Our loaves</h1>{STORY}{FIRM}", "Wenda Harrow, Wexcombe, spelt flakes") == ["spelt flakes"]


def test_an_address_of_mail_says_nothing() -> None:
    foot = "<footer><address>Mill Lane, mail: bakery@spelt.example</address></footer>"
    assert flagged(f"<h1>Our loaves</h1>{STORY}{foot}", "bakery, Mill Lane") == ["bakery"]


def test_the_contact_in_a_footer() -> None:
    foot = (
        "<footer><div class='foot-contact'><h4>Call us</h4><div><p>Wenda Harrow</p></div><p>01234 567</p></div>"
        "<div class='about'><p>Spelt flakes and more for you.</p></div><p>© 2026 Loafworks</p></footer>"
    )
    wanted = ["spelt flakes", "Loafworks"]
    assert flagged(f"<h1>Our loaves</h1>{STORY}{foot}", "Wenda Harrow, spelt flakes, Loafworks") == wanted


CARDS = (
    "<div class='grid'><a class='card' href='/a'><div>🍞</div><div>Rye calculator</div><div>Flour by weight</div></a>"
    "<a class='card' href='/b'><h3>Spelt finder</h3><p>Mills nearby</p></a></div>"
)


def test_cards_that_are_links_on_a_page_of_little_text() -> None:
    wanted = ["oat bran"]
    assert flagged(f"<section><h1>Our loaves</h1>{STORY}</section>{CARDS}", "rye calculator, oat bran") == wanted


def test_cards_that_are_links_below_an_article() -> None:
    long = STORY * 8
    assert flagged(f"<section><h1>Our loaves</h1>{long}</section>{CARDS}", "rye calculator") == ["rye calculator"]
    assert flagged(f"<article><h1>Our loaves</h1>{STORY}</article>{CARDS}", "rye calculator") == ["rye calculator"]


def test_links_of_one_piece_are_a_menu() -> None:
    links = "<div><a href='/a'>Rye calculator</a> <a href='/b'><span>Spelt finder</span></a></div>"
    assert flagged(f"<section><h1>Our loaves</h1>{STORY}</section>{links}", "rye calculator") == ["rye calculator"]


def cards(count: int) -> str:
    card = "<div class='card'><a href='/{0}'></a><h3>Rye loaf {0}</h3><p>Sour and dark, {0} pounds.</p></div>"
    return "<div class='related-grid'>" + "".join(card.format(i) for i in range(1, count)) + "</div>"


def test_a_page_of_cards() -> None:
    assert flagged(f"<h1>Our loaves</h1><p>All that we bake.</p>{cards(9)}", "rye loaf, oat bran") == ["oat bran"]


def test_cards_below_a_text() -> None:
    assert flagged(f"<h1>Our loaves</h1>{STORY * 2}{cards(9)}", "rye loaf") == ["rye loaf"]


def test_the_pictures_of_a_gallery() -> None:
    gallery = "<div><img src='a.jpg' alt='Rye loaf in a basket'></div><div><img src='b.jpg' alt='oat_bran.jpg'></div>"
    body = f"<div><h1>Our loaves</h1>{STORY}</div><div>{gallery}</div>"
    assert flagged(body, "rye loaf, oat bran") == ["oat bran"]
    assert flagged(f"<article><h1>Our loaves</h1>{STORY}</article>{gallery}", "rye loaf") == ["rye loaf"]


def test_an_anchor_is_no_link() -> None:
    more = "<div><h3><a name='rye'>Rye flour</a></h3><h3><a href='/spelt'>Spelt flakes</a></h3></div>"
    body = f"<div><h1>Our loaves</h1>{STORY}</div>{more}"
    assert flagged(body, "rye flour, spelt flakes") == ["spelt flakes"]


def test_a_katakana_name_that_the_headline_has_in_latin_letters() -> None:
    page = (
        '<html lang="ja"><head><title>窯</title>'
        '<meta name="keywords" content="スパークライト, マルコポリ, 窯"></head><body>'
        "<header><h1>株式会社Sparklight</h1></header><div><p>窯でパンを焼く会社です。朝五時から焼き始めます。"
        "小麦は近くの畑から届きます。</p></div></body></html>"
    )
    report = seocheck.check_text(page, path="a.html", settings={}, select=["keywords/unsupported"])
    assert [finding.subject for finding in report.findings] == ["マルコポリ"]


def test_a_band_above_the_article_that_names_the_page() -> None:
    band = "<div class='band'><h2>Bread</h2><ul><li><a href='/'>Home</a></li></ul></div><div><h2>Oat bran</h2></div>"
    assert flagged(f"{band}<article><h3>Our loaves</h3>{STORY}</article>", "bread, oat bran") == ["oat bran"]
