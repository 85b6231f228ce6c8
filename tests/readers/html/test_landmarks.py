"""What parts paragraphs to the eye: bold beginnings, pictures with their lines, code, headings of a site's own."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Format, Source
from seocheck.readers import read


def article(text: str, format_: Format = "markdown") -> Article:
    return read(Source("a.md" if format_ == "markdown" else "a.html", text), format_)


def page(body: str) -> str:
    return (
        f"<!doctype html><html><head><title>Bread</title></head><body><main><h1>Bread</h1>{body}</main></body></html>"
    )


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("**Flour.** Take rye.", "lead"),
        ("**Take rye flour**", "whole"),
        ("**Take rye flour**:", "whole"),
        ("Take **rye** flour.", ""),
        ("*Take rye* flour.", ""),
        ("Take rye.", ""),
        ("<p><strong>Flour.</strong> Take rye.</p>", "lead"),
        ("<p><b>Take rye flour</b></p>", "whole"),
        ("<p>Take <b>rye</b> flour.</p>", ""),
        ("- **Rye.** Dark.", "lead"),
    ],
)
def test_a_block_that_begins_in_bold(text: str, bold: str) -> None:
    assert article(text).blocks[0].bold == bold


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        ("<p><strong>Flour.</strong> Take rye.</p>", "lead"),
        ("<p><b>Take</b> <b>rye</b></p>", "lead"),
        ("<p>Take <b>rye</b>.</p>", ""),
    ],
)
def test_a_block_of_a_page_that_begins_in_bold(body: str, bold: str) -> None:
    assert article(page(body), "html").blocks[1].bold == bold


@pytest.mark.parametrize("between", ["<pre>heat(oven)</pre>", "<hr>", "<figure><img src='a.png'></figure>"])
def test_what_is_between_paragraphs_of_html_in_markdown(between: str) -> None:
    blocks = article(f"<p>Take rye.</p>\n{between}\n<p>Bake it.</p>\n").blocks
    assert [(b.text.value, b.after_break) for b in blocks] == [("Take rye.", False), ("Bake it.", True)]


def test_code_at_the_end_of_one_piece_of_html_breaks_before_the_next() -> None:
    blocks = article("<p>Take rye.</p>\n<pre>heat(oven)</pre>\n\nBake it.\n").blocks
    assert blocks[-1].after_break


def test_a_line_under_a_picture_is_a_caption() -> None:
    text = "<p><span><img src='a.png' alt='A loaf'><span>Figure 1: the loaf</span></span></p>\n<p>Bake it.</p>\n"
    assert [(b.kind, b.after_break) for b in article(text).blocks] == [("caption", True), ("paragraph", True)]
    sentence = "<p><img src='a.png' alt='A loaf'> The loaf has to cool for an hour before you cut it.</p>"
    assert article(sentence).blocks[0].kind == "paragraph"


def test_an_element_of_the_site_that_is_named_like_a_heading() -> None:
    blocks = article("<custom-h1>Rye bread</custom-h1><p>Take rye.</p>\n").blocks
    assert [(b.kind, b.level, b.text.value) for b in blocks] == [
        ("heading", 1, "Rye bread"),
        ("paragraph", 0, "Take rye."),
    ]


def test_shortcodes_in_square_brackets() -> None:
    text = '[caption id="a" width="300"]<img src="a.png" alt="x"> The loaf[/caption]\n\nTake [caption](/c) and rye.\n'
    words = " ".join(b.text.value for b in article(text).blocks)
    assert "width" not in words
    assert "Take caption and" in words
    assert "loaf" in words


def test_rows_of_numbers_are_no_words() -> None:
    block = article("The vector [1, 0, 1, 0] has (2, 3) neighbours and a key [0.1, 0.2, ...].").blocks[0]
    assert [block.text.value[a:b] for a, b in block.code] == ["[1, 0, 1, 0]", "[0.1, 0.2, ...]"]


def test_a_frame_that_a_script_fills_is_no_image() -> None:
    assert article('<p>Take rye.</p><img src="">').images == ()
    assert article(page('<p>Take rye.</p><img src="">'), "html").images == ()
    assert len(article("<p>Take rye.</p><img data-src='a.png'>").images) == 1
