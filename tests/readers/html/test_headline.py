"""Which text is the article: the one that the page's title heads, whatever its share of the page."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Source
from seocheck.readers import read
from tests.support import assert_linear


def lines(word: str, count: int) -> str:
    return "".join(
        f"<p>The {word} in part {i} is what our neighbours talk about all day long, wherever they meet.</p>"
        for i in range(count)
    )


OURS, OTHERS = lines("kettle", 4), lines("carpet", 12)
TITLE = "A copper kettle for the camp fire"


def page(body: str, title: str = TITLE) -> Article:
    return read(Source("kettle.html", f"<html lang=en><head><title>{title}</title></head><body>{body}"), "html")


def told(found: Article) -> set[str]:
    return {word for block in found.blocks for word in ("kettle in", "carpet in") if word in block.text.value}


@pytest.mark.parametrize(
    "body",
    [
        f"<main><article><h1>{TITLE}</h1>{OURS}</article></main><div class=more>{OTHERS}</div>",
        f"<h1>{TITLE}</h1><article>{OURS}</article><div>{OTHERS}</div>",
        f"<div><h1>{TITLE}</h1></div><div itemprop=articleBody>{OURS}</div><div>{OTHERS}</div>",
        f"<article>{OTHERS}</article><article><h1>{TITLE}</h1>{OURS}</article>",
        f"<article><h1>{TITLE}</h1>{OURS}</article><article><h1>A red carpet</h1>{OTHERS}</article>",
        f"<div><h1>{TITLE}</h1>{OURS}</div><div><h1>A red carpet</h1>{OTHERS}</div>",
        f"<main><div role=article><h1>{TITLE}</h1>{OURS}</div><div class=answers>{OTHERS}</div></main>",
        f"<h1>The Kitchen Paper</h1><div><h2>{TITLE}</h2>{OURS}</div><div>{OTHERS}</div>",
    ],
)
@pytest.mark.parametrize("title", [TITLE, f"{TITLE} | The Kitchen Paper", f"{TITLE.upper()} - Kitchen"])
def test_the_title_says_which_text_is_the_article(body: str, title: str) -> None:
    assert told(page(body, title)) == {"kettle in"}


@pytest.mark.parametrize(
    "body",
    [
        f"<main><h1>{TITLE}</h1><p>{OURS}</p><div>{OTHERS}</div></main>",
        f"<article><h1>{TITLE}</h1></article><div>{OURS}{OTHERS}</div>",
        f"<article><h1>{TITLE}</h1>{OURS}{OTHERS}</article>",
    ],
)
def test_what_the_title_does_not_single_out(body: str) -> None:
    assert told(page(body)) == {"kettle in", "carpet in"}


def test_the_name_of_the_site_is_no_title() -> None:
    body = f"<article><h1>The Kitchen Paper</h1>{lines('kettle', 2)}</article><div>{OTHERS}</div>"
    assert "carpet in" in told(page(body, "Carpets in every room of the house | The Kitchen Paper"))


@pytest.mark.parametrize("name", ["class=sidebar", "id=sidebar", "class='col related'"])
def test_a_title_in_what_is_called_a_sidebar_counts(name: str) -> None:
    body = f"<div class=row><div {name}><h1>{TITLE}</h1></div><div class=text>{OURS}</div></div>"
    assert [(b.level, b.text.value) for b in page(body).headings] == [(1, TITLE)]


@pytest.mark.parametrize("name", ["class=sidebar", "hidden"])
def test_another_heading_there_does_not(name: str) -> None:
    text = "A red carpet" if name != "hidden" else TITLE
    body = f"<div class=row><div {name}><h1>{text}</h1></div><div class=text>{OURS}</div></div>"
    assert not page(body).headings


@pytest.mark.parametrize("piece", ["<h1>a", "<h2>a kettle</h2>", "<article>", "<article></article>", "<div><h1>kettle"])
def test_time_is_linear(piece: str) -> None:
    assert_linear(lambda size: page(piece * (size // len(piece)), "a kettle"), 12_500)
