"""Captions, code, shortcodes, headings of a site's own and furniture, in Markdown and in pages."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Format, Source
from seocheck.readers import read
from tests.support import assert_linear

PROSE = "<p>Take rye flour and water and mix them well before you leave them to rest for the night.</p>"


def article(text: str, format_: Format = "markdown") -> Article:
    return read(Source("a.md" if format_ == "markdown" else "a.html", text), format_)


def page(body: str, before: str = "") -> Article:
    head = "<!doctype html><html><head><title>Bread</title></head><body>"
    return article(f"{head}{before}<main><h1>Bread</h1>{body}</main></body></html>", "html")


def kinds(found: Article) -> list[tuple[str, str]]:
    return [(b.kind, b.text.value) for b in found.blocks if b.level != 1 and not b.text.value.startswith("Take rye")]


@pytest.mark.parametrize("text", ["**a** ", "<b>a</b> ", "a <img src=x> "])
@pytest.mark.parametrize("start", ["", "<p>"])
def test_time_is_linear_in_bold_words_and_images(text: str, start: str) -> None:
    assert_linear(lambda size: article(start + text * size), 2_000)


def test_elements_of_a_sites_own_in_a_page() -> None:
    found = page(f"<custom-h2>Dough</custom-h2>{PROSE}<my-box>Stir it.</my-box><p>A <my-mark>fine</my-mark> loaf.</p>")
    assert kinds(found) == [("heading", "Dough"), ("paragraph", "Stir it."), ("paragraph", "A fine loaf.")]
    assert [b.level for b in found.headings] == [1, 2]


CAPTIONS = [
    '<div class="image-info">The oven</div>',
    '<p class="image-info">The oven</p>',
    '<div class="art-illo-cap">The oven</div>',
    '<p class="photo-credit">The oven</p>',
    '<p class="illustration">The oven</p>',
    "<p><span><img src='a.png' alt='x'><span>The oven</span></span></p>",
]


@pytest.mark.parametrize("html", CAPTIONS)
def test_captions(html: str) -> None:
    assert kinds(article(f"{PROSE}\n{html}\n{PROSE}\n")) == [("caption", "The oven")]
    assert [kind for kind, _ in kinds(page(PROSE + html + PROSE * 3))] in (["caption"], [])


@pytest.mark.parametrize("html", ['<p class="credit-card">Pay here</p>', '<p class="handicap">Pay here</p>'])
def test_names_that_only_look_like_those_of_captions(html: str) -> None:
    assert kinds(article(f"{PROSE}\n{html}\n{PROSE}\n")) == [("paragraph", "Pay here")]
    assert kinds(page(PROSE + html + PROSE * 3)) == [("paragraph", "Pay here")]


def test_a_line_beside_an_image_in_markdown() -> None:
    assert kinds(article("![x](a.png) Figure 1\n\nThe oven is hot.\n")) == [
        ("caption", "Figure 1"),
        ("paragraph", "The oven is hot."),
    ]
    assert kinds(article("![x](a.png) The oven is hot.\n")) == [("paragraph", "The oven is hot.")]


CODE = ["<p><code>heat oven\n --to 200</code></p>", "<p><code>heat oven</code></p>"]


@pytest.mark.parametrize("code", CODE)
def test_a_paragraph_of_code_is_a_code_block(code: str) -> None:
    for found in (article(f"{PROSE}\n{code}\n{PROSE}\n"), page(PROSE + code + PROSE)):
        assert kinds(found) == []
        assert found.blocks[-1].after_break


def test_a_line_of_code_in_markdown() -> None:
    found = article("Take rye.\n\n`heat oven`\n\nBake it with `heat` on.\n\n- `salt`\n")
    assert [(b.text.value, b.after_break) for b in found.blocks] == [
        ("Take rye.", False),
        ("Bake it with heat on.", True),
        ("salt", False),
    ]


def test_a_table_of_a_page_breaks() -> None:
    found = page(f"{PROSE}<table><tr><td>Rye</td><td>2</td></tr></table><p>Stir it.</p>")
    assert [(b.kind, b.after_break) for b in found.blocks[-3:]] == [
        ("cell", True),
        ("cell", False),
        ("paragraph", True),
    ]


SHORTCODES = (
    '<p>[caption id="a" width="3"]<img src="a.png" alt="x"> The loaf[/caption]</p>\n'
    '<p>[gallery ids="1,2"]</p>\n<p>[embed]http://a.example/b[/embed]</p>\n<p>[youtube http://a.example/c]</p>\n'
)


def test_shortcodes_in_html() -> None:
    assert kinds(page(PROSE * 3 + SHORTCODES)) == [("caption", "The loaf")]
    assert kinds(article(PROSE + "\n" + SHORTCODES)) == [("caption", "The loaf")]


def test_what_is_between_caption_tags_in_markdown() -> None:
    text = '[caption id="a"]<img src="a.png" alt="x"> The loaf is done, let it rest.[/caption]\n\nBake it.\n'
    assert kinds(article(text)) == [("caption", "The loaf is done, let it rest."), ("paragraph", "Bake it.")]


def test_a_caption_tag_before_a_linked_image() -> None:
    found = article('[caption id="a" width="3"][![x](a.png)](b.html) The loaf[/caption]\n')
    assert kinds(found) == [("caption", "The loaf")]


def test_a_linked_teaser_with_its_image_is_no_caption() -> None:
    found = page(f"{PROSE * 3}<div><a href='/b'><img src='b.png' alt='x'>Salt stays dear</a></div>{PROSE}")
    assert "caption" not in [kind for kind, _ in kinds(found)]


def test_a_bare_address_is_no_code_block() -> None:
    found = article("Take rye.\n\n<https://a.example/b>\n\nBake it.\n")
    assert [b.after_break for b in found.blocks] == [False, False, False]


@pytest.mark.parametrize(
    "text",
    ["See [embed] and [1] here.", "See [video tutorial] here.", "The [caption] tag.", "An [audio file] is here."],
)
def test_brackets_that_are_no_shortcodes(text: str) -> None:
    assert article(text).blocks[0].text.value == text
    assert page(f"<p>{text}</p>").blocks[1].text.value == text


def test_marks_behind_the_end_of_the_teaser() -> None:
    assert article("Take rye.\n\n<!-- more -->**Bake** it.\n").blocks[1].text.value == "Bake it."


def test_the_h1_of_the_article_is_not_left_out() -> None:
    head = "<!doctype html><html><head><title>Bread</title></head><body>"
    top = "<div><p>Kitchen news of today</p><h1>Rye bread at home</h1></div>"
    found = article(f"{head}{top}<article>{PROSE * 4}</article></body></html>", "html")
    assert found.blocks[0].text.value == "Rye bread at home"
    assert [i.text for i in found.ignored] == ["Kitchen news of today"]


def test_a_newsletter_form_is_never_the_article() -> None:
    head = "<!doctype html><html><head><title>Bread</title></head><body>"
    form = f'<div><form action="/services/newsletters"><label>Your address</label>{PROSE * 5}<input></form></div>'
    text = "<div class='a'><h1>Bread</h1><p>Knead the dough by hand for ten minutes.</p></div>"
    found = article(f"{head}{text}{form}</body></html>", "html")
    assert [b.text.value for b in found.blocks] == ["Bread", "Knead the dough by hand for ten minutes."]


def test_the_standfirst_above_the_body_of_an_article() -> None:
    head = "<!doctype html><html><head><title>Bread</title></head><body>"
    top = "<h1>Rye bread</h1><p class='fig-chapo'>All you need is flour.</p><p class='share'>Tell your friends.</p>"
    found = article(f"{head}<main>{top}<div itemprop='articleBody'>{PROSE * 6}</div></main></body></html>", "html")
    assert [b.text.value for b in found.blocks[:3]] == ["Rye bread", "All you need is flour.", PROSE[3:-4]]
    assert "All you need is flour." not in [i.text for i in found.ignored]


def test_the_line_below_the_headline_in_a_header() -> None:
    head = "<!doctype html><html><head><title>Rye bread at home</title></head><body><nav><a href='/'>Home</a></nav>"
    top = "<header><h1>Rye bread at home</h1><p>A loaf for a week.</p><p><a href='/all'>All loaves</a></p></header>"
    found = article(f"{head}{top}<main>{PROSE * 6}</main></body></html>", "html")
    assert [b.text.value for b in found.blocks[:3]] == ["Rye bread at home", "A loaf for a week.", PROSE[3:-4]]


def test_the_motto_of_a_site_is_no_line_below_the_headline() -> None:
    head = "<!doctype html><html><head><title>Rye bread at home | Hill Mill</title></head><body>"
    top = "<header><h1>Hill Mill</h1><p>Good flour since 1850.</p></header>"
    found = article(f"{head}{top}<main><h1>Rye bread at home</h1>{PROSE * 6}</main></body></html>", "html")
    assert "Good flour since 1850." not in [b.text.value for b in found.blocks]


def test_of_a_page_of_short_lines_nothing_is_the_densest() -> None:
    """A shop, a price list, an address: the longest of its few sentences isn't the article."""
    rows = "".join(f"<div class=row><span>Loaf {n}</span><span>{n} kg</span></div>" for n in range(20))
    said = " ".join(
        block.text.value
        for block in article(
            f"<body><div id=a><h2>Bread we bake</h2>{rows}</div><div id=b><p>Order by telephone until noon, please, "
            "and come to the mill with a bag of your own.</p></div></body>",
            "html",
        ).blocks
    )
    assert "Loaf 7" in said
    assert "Order by telephone" in said


def test_the_only_h1_of_the_main_part_heads_it_wherever_it_is() -> None:
    text = "<p>The rye bread rises slowly in the warm kitchen of the old mill, where the miller sleeps.</p>" * 8
    trail = '<section class=breadcrumbs><a href="/">Home</a><h1>Steps of the dough</h1></section>'
    page = f"<html><body><main>{trail}{text}</main>"
    assert [block.text.value for block in article(page, "html").blocks if block.level == 1] == ["Steps of the dough"]


def test_an_h1_of_the_head_of_the_page_stays_the_name_of_the_site() -> None:
    text = "<p>The rye bread rises slowly in the warm kitchen of the old mill, where the miller sleeps.</p>" * 8
    page = f"<html><body><nav><h1>Mill Tools</h1></nav><main>{text}</main>"
    assert [block.text.value for block in article(page, "html").blocks if block.level == 1] == []
