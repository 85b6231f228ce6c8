"""Lines around an article: what is told by its words and its neighbours, and what only looks like it."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Source
from seocheck.readers.html.lines import line_reason
from seocheck.readers.html.reader import read_html

TEXT = "<p>Mint grows in any soil, but it is best kept in a pot, since its roots spread further than you think.</p>"


def read(body: str) -> Article:
    return read_html(Source("page.html", f"<article><h1>Mint</h1>{TEXT}{body}{TEXT}</article>"))


def left(body: str) -> list[str]:
    """The words of the blocks between the two paragraphs."""
    return [block.text.value for block in read(body).blocks[2:-1]]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("By Ann Baker", "byline"),
        ("By Ann Baker and Tom Reed | Updated May 2, 2025", "byline"),
        ("Author(s):", "byline"),
        ("December 16, 2025", "date"),
        ("7 March 2026, 6.30 am", "date"),
        ("Posted: 01/14/2025 12:29 pm EST Updated: 01/14/2025 12:59 pm EST", "date"),
        ("Dienstag, 3. März 2026, 16:19 Uhr", "date"),
        ("le 4 juillet 2025 à 12h30", "date"),
        ("Published 2025-06-30", "date"),
        ("Photo by Ann Baker", "photo credit"),
        ("Foto: Anna Bäcker/dpa", "photo credit"),
        ("© Ann Baker", "photo credit"),
        ("Ann Baker/Getty Images", "photo credit"),
        ("Bloomberg via Getty Images", "photo credit"),
        ("(The Associated Press)", "photo credit"),
        ("Share", "share buttons"),
        ("0", "share buttons"),
        ("12 shares", "share buttons"),
        ("1.2K views", "share buttons"),
        ("Print Email Comments", "share buttons"),
        ("Facebook Twitter WhatsApp", "share buttons"),
        ("3 of 12", "share buttons"),
        ("Leave a comment", "share buttons"),
        ("Read more »", "related articles"),
    ],
)
def test_lines_that_are_no_text(line: str, reason: str) -> None:
    assert line_reason(line) == reason
    assert left(f"<p>{line}</p>") == []
    assert [i.reason for i in read(f"<p>{line}</p>").ignored] == [reason]


@pytest.mark.parametrize(
    "line",
    [
        "By noon the dough had risen.",
        "May is the month for it",
        "March on",
        "In December 2025 it rained.",
        "Photos by the hundred lay on the floor, and nobody picked them up.",
        "Reuters reported it first.",
        "The picture desk at Reuters closed for good",
        "Facebook",
        "Share the work.",
        "Print is not dead",
        "Tags: what they are, and how you choose them.",
        "Topics in brewing",
        "Related plants are sage and thyme",
        "12 loaves",
        "Credit: a short history of borrowing money.",
        "© is the sign for copyright.",
    ],
)
def test_lines_that_are_text(line: str) -> None:
    assert line_reason(line) is None
    assert left(f"<p>{line}</p>") == [line]


def test_dates_and_credits_may_be_headings() -> None:
    assert left("<h2>December 16, 2025</h2><p>It rained.</p>") == ["December 16, 2025", "It rained."]
    assert left("<h2>Photo by photo</h2>") == ["Photo by photo"]


def test_tags_are_a_label_and_links() -> None:
    assert left("<p>Tags: <a href=/t/mint>Mint</a>, <a href=/t/tea>Tea</a></p>") == []
    assert left("<p>Topics: mint and <a href=/tea>tea</a>, and how to grow both of them</p>") != []


def test_a_line_of_links_above_the_title_is_a_way_to_it() -> None:
    page = f"<article><p><a href=/garden>Garden</a></p><p>In brief</p><h1>Mint</h1>{TEXT}</article>"
    assert [b.text.value for b in read_html(Source("page.html", page)).blocks[:2]] == ["In brief", "Mint"]


def test_further_articles_are_links_below_a_heading_that_says_so() -> None:
    links = "<ul><li><a href=/1>Sage in a pot</a></li><li><a href=/2>Thyme on a wall</a></li></ul>"
    assert left(f"<h3>More from the garden</h3>{links}<h2>Drying</h2>") == ["Drying"]
    assert left(f"<p>Read also:</p>{links}") == []
    assert left(f"<h3>Sources</h3>{links}") == ["Sources", "Sage in a pot", "Thyme on a wall"]
    assert left(f"<h3>Recommended herbs</h3>{links}")[0] == "Recommended herbs"
    assert left(f"<h3>Related articles:</h3>{links}") == []
    assert left(f"<h3>More light</h3>{TEXT}") != []
    assert left(f"<h3>Best of all: mint in milk</h3>{TEXT}")[0] == "Best of all: mint in milk"


def test_lists_of_share_buttons_and_lists_of_networks() -> None:
    assert left("<ul><li>Facebook<li>Twitter<li>Email<li>12</ul>") == []
    assert left("<ul><li>Facebook<li>Reddit</ul>") == ["Facebook", "Reddit"]
    assert left("<ol><li>Print<li>Fold the paper</ol>") == ["Print", "Fold the paper"]


def test_a_label_that_comes_again_and_again() -> None:
    assert left("<p>Slide of the show</p>" * 4) == []
    assert left("<p>Mint, oh mint!</p>" * 4) == ["Mint, oh mint!"] * 4
    assert left("<p>Stir, and wait</p>" * 3) == ["Stir, and wait"] * 3


def test_what_is_below_a_picture_is_a_caption() -> None:
    body = "<figure><img src=a.png alt=Mint><p>Mint in May.</p></figure>"
    body += "<div class=wp-caption><img src=b alt=b><p>In a pot.</p></div>"
    assert [(b.kind, b.text.value) for b in read(body).blocks[2:-1]] == [
        ("caption", "Mint in May."),
        ("caption", "In a pot."),
    ]


def test_a_figure_around_the_whole_article_is_no_caption() -> None:
    page = f"<figure><h1>Mint</h1>{TEXT * 3}</figure>"
    assert {b.kind for b in read_html(Source("page.html", page)).blocks} == {"heading", "paragraph"}


def test_a_table_of_contents_is_left_out() -> None:
    listed = "<ul><li><a href='#oven'>The oven</a></li><li><a href='#salt'>Salt</a></li></ul>"
    said = "<p>Bake it for an hour, or <a href='#salt'>skip the salt</a> and bake it for two.</p>"
    assert left(listed + said) == ["Bake it for an hour, or skip the salt and bake it for two."]
    assert "table of contents" in {i.reason for i in read(listed + said).ignored}
