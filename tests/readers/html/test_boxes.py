"""Menus, cards, hover cards, galleries, and icons within the element of an article are not the article."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Source
from seocheck.readers import read
from tests.support import assert_linear

TITLE = "A copper kettle for the camp fire"
PROSE = "".join(
    f"<p>The kettle of camp number {i} is what our neighbours talk about all day long, wherever they meet again.</p>"
    for i in range(12)
)
LINKS = "".join(f"<li><a href=/{i}>Pots and pans {i}</a></li>" for i in range(5))


def page(body: str, *, after: str = PROSE) -> Article:
    text = f"<html lang=en><head><title>{TITLE}</title></head><body><article>{body}{after}</article></body></html>"
    return read(Source("kettle.html", text), "html")


def said(found: Article) -> list[tuple[str, str]]:
    return [(b.kind, b.text.value) for b in found.blocks if b.level != 1 and not b.text.value.startswith("The kettle")]


H1 = f"<h1>{TITLE}</h1>"
CARD = "<div class=card><a href=/{0}><img src=/{0}.png alt=''>Ten more pots for a fire, part {0}</a></div>"
NAMED = "<li><h3><a href=/{0}>Ten more pots for a fire, part {0}</a></h3><span>1 May</span></li>"
CARDS = [
    "<div class=x><h2>You missed</h2>" + "".join(map(CARD.format, range(3))) + "</div>",
    "<div><h2>Weiteres</h2><ul>" + "".join(map(NAMED.format, range(3))) + "</ul></div>",
    "<ul>" + "".join(map(NAMED.format, range(2))) + "</ul>",
]


@pytest.mark.parametrize("cards", CARDS)
def test_cards_and_what_heads_them_are_left_out(cards: str) -> None:
    for found in (page(H1 + PROSE + cards), page(H1 + PROSE, after=cards)):
        assert said(found) == []
        assert "related articles" in [i.reason for i in found.ignored]


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li><a href=/a>Soup</a></li><li><a href=/b>Stew, and more of it</a></li></ul>",
        "<div class=a><h3><a href=/a>The first of two kettles</a></h3><p>It holds two litres of water, and boils them"
        " in no time at all if the wood is dry.</p></div><div class=a><h3><a href=/b>The second kettle of two</a></h3>"
        "<p>It holds four litres, and boils them in its own good time, whatever wood you put under it.</p></div>",
        "<div class=a><img src=a.png alt=a>The lid of it</div><div class=a><img src=b.png alt=b>Its spout</div>",
        "<div class=card><a href=/a><img src=a.png alt=''>The one kettle that we like best</a></div>",
    ],
)
def test_lists_of_links_and_sections_that_are_text_stay(body: str) -> None:
    assert said(page(H1 + PROSE + body))


def test_a_menu_above_the_headline_is_left_out_and_a_list_of_links_in_the_text_is_not() -> None:
    assert said(page(f"<ul>{LINKS}</ul>{H1}")) == []
    assert len(said(page(f"{H1}{PROSE}<ul>{LINKS}</ul>"))) == 5


@pytest.mark.parametrize(
    ("inline", "left"),
    [
        ("<span class=tooltip>tin<span class=tooltip-text>A soft metal.</span></span>", "tin"),
        (
            "<span class=hovercard><a href=/t>tin</a><span class=hovercard-b>t<a href=/1>x</a></span></span>",
            "tin",
        ),
        ("tin<span role=tooltip class=popover>A soft metal.</span>", "tin"),
        ("<span class=tooltip title='A soft metal.'>tin</span>", "tin"),
        ("<a class=tooltip href=/t>tin</a>", "tin"),
        ("<span class=tooltip>tin <em>or</em> lead</span>", "tin or lead"),
    ],
)
def test_what_shows_when_pointed_at_is_no_text(inline: str, left: str) -> None:
    assert ("paragraph", f"Look at {left} here.") in said(page(f"{H1}<p>Look at {inline} here.</p>"))


@pytest.mark.parametrize("name", ["gallery", "photo-slideshow", "x carousel"])
def test_a_gallery_is_captions(name: str) -> None:
    slides = "".join(f"<div><img src={i}.png alt=a><h3>Pot {i}</h3><p>A pot.</p></div>" for i in range(3))
    assert {kind for kind, _ in said(page(f"{H1}{PROSE}<div class='{name}'>{slides}</div>"))} == {"caption"}
    assert {kind for kind, _ in said(page(f"{H1}<div class='{name}'>{slides}{PROSE}</div>", after=""))} != {"caption"}


@pytest.mark.parametrize(
    ("image", "count"),
    [
        ("<img src=a.png width=1 height=1>", 0),
        ("<img src=a.png style='width: 1px; height: 1px'>", 0),
        ("<img src=a.png width=1>", 0),
        ("<img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP'>", 0),
        ("<img class='avatar photo' src=a.png>", 0),
        ("<span class=author-image><img src=a.png></span>", 0),
        ("<img src='//www.gravatar.com/avatar/1'>", 0),
        ("<img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP' data-src=a.png>", 1),
        ("<img src=a.png width=1 height=90>", 1),
        ("<img src=a.png style='max-width: 1px'>", 1),
        ("<img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAoA'>", 1),
        ("<div class=author><img src=a.png></div>", 1),
    ],
)
def test_images_that_are_seen(image: str, count: int) -> None:
    found = page(f"{H1}<p>See {image}</p>").images
    assert len(found) == count
    assert all(i.src.startswith(("a.png", "data:image/png")) for i in found)


@pytest.mark.parametrize(
    "piece",
    [
        "<div class=card><a href=a><img>A kettle for the fire</a>",
        "<div class=card><a href=a><img>A kettle for the fire</a></div>",
        "<span class=tooltip>a",
        "<div class=gallery><img>",
        "<li><h3><a href=b>A kettle for the fire</a></h3>",
        "<div><a href=a>a</a>",
    ],
)
def test_time_is_linear(piece: str) -> None:
    assert_linear(lambda size: page(H1 + piece * (size // len(piece))), 12_500)


def test_pictures_with_captions_apart_from_each_other_are_no_cards() -> None:
    thumb = (
        "<div class=thumb><a href=/{0}><img src={0}.png alt=a></a><div>Pot {0}, by <a href=/x>a smith of the town</a>,"
    )
    thumb += " who made it in one night for a fair</div></div>"
    link = "<div class=thumb><a href=/{0}><img src={0}.png alt=a>The lid of pot number {0}</a></div>"
    for each in (thumb, link):
        found = page(H1 + PROSE + each.format(1) + PROSE + each.format(2))
        assert len(found.images) == 2


def test_the_first_of_several_sources_of_an_image() -> None:
    blank = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP"
    found = page(f"{H1}<p>See <img src='{blank}' data-srcset='a.png 80w, b.png 160w'></p>").images
    assert [i.src for i in found] == ["a.png"]
