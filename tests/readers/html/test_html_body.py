"""The article of an HTML page: blocks, links, images, and what is left out."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Source
from seocheck.readers.html.reader import read_html

LONG = "Mint grows in any soil, but it is best kept in a pot, since its roots spread further than you would think. "


def read(page: str) -> Article:
    return read_html(Source("page.html", page))


def blocks(page: str) -> list[tuple[str, str]]:
    """Kind (with the level of headings) and words of each block."""
    return [(f"h{b.level}" if b.level else b.kind, b.text.value) for b in read(page).blocks]


def words(page: str) -> list[str]:
    return [text for _, text in blocks(page)]


class TestBlocks:
    def test_kinds_in_reading_order(self) -> None:
        page = (
            "<h1>Mint</h1><p>One.</p>Loose text<h3>Drying</h3><ul><li>First<li>Second</ul>"
            "<dl><dt>Term<dd>Meaning</dl><blockquote><p>Said.</p></blockquote>"
            "<table><caption>Yields</caption><tr><th>Year<td>2020</table>"
            "<figure><img src=a.png><figcaption>A pot</figcaption></figure>"
        )
        assert blocks(page) == [
            ("h1", "Mint"),
            ("paragraph", "One."),
            ("paragraph", "Loose text"),
            ("h3", "Drying"),
            ("item", "First"),
            ("item", "Second"),
            ("item", "Term"),
            ("item", "Meaning"),
            ("quotation", "Said."),
            ("caption", "Yields"),
            ("cell", "Year"),
            ("cell", "2020"),
            ("caption", "A pot"),
        ]

    def test_paragraphs_end_where_html_ends_them(self) -> None:
        assert words("<p>One<p>Two<div>Three</p>Four</div>Five") == ["One", "Two", "Three", "Four", "Five"]

    def test_nested_lists_have_an_item_for_each_text(self) -> None:
        page = "<ul><li>Herbs<ul><li>Mint<li>Sage</ul>and more<li>Trees</ul>"
        assert words(page) == ["Herbs", "Mint", "Sage", "and more", "Trees"]

    def test_cells_end_where_html_ends_them(self) -> None:
        page = "<table><tr><td>a<td>b<tr><td>c<table><tr><td>d</table>e</table>f"
        assert words(page) == ["a", "b", "c", "d", "e", "f"]

    def test_misnested_inline_tags_lose_nothing(self) -> None:
        assert words("<p><b>One <i>two</b> three</i> four</p>") == ["One two three four"]
        assert words("<b><div>One</b> two</div> three") == ["One two", "three"]

    def test_one_line_break_parts_words_two_part_paragraphs(self) -> None:
        assert words("<p>One<br>two<br/>\n&nbsp;<br>Three</p>") == ["One two", "Three"]
        assert blocks("<h2>One<br><br>two</h2>") == [("h2", "One two")]

    def test_white_space_is_collapsed_and_empty_paragraphs_are_no_blocks(self) -> None:
        assert words("<p>\n One\t\n two <b> three</b></p><p>&nbsp;</p><p> </p><p>\xa0\n</p>") == ["One two three"]

    def test_tags_inside_a_word_do_not_part_it(self) -> None:
        assert words("<p>H<sub>2</sub>O and <b>m</b>int <!-- note -->tea</p>") == ["H2O and mint tea"]

    def test_a_footnote_mark_does_not_run_into_the_word(self) -> None:
        assert words("<p>Mint<sup><a href='#n1'>1</a></sup> grows.</p>") == ["Mint grows."]

    def test_a_heading_is_one_block_whatever_is_in_it(self) -> None:
        assert blocks("<h1><div>Mint</div><div>and sage</div></h1>") == [("h1", "Mint and sage")]

    def test_a_heading_by_role(self) -> None:
        assert blocks("<div role=heading aria-level=3>Drying</div>") == [("h3", "Drying")]

    def test_items_with_headings_and_layout_tables_hold_paragraphs(self) -> None:
        page = "<ol><li><h2>Cut</h2><p>Early.</p></ol><table><tr><td><h2>Dry</h2><p>Slowly.</table>"
        assert [kind for kind, _ in blocks(page)] == ["h2", "paragraph", "h2", "paragraph"]

    def test_inline_code_and_link_text_are_marked(self) -> None:
        block = read("<p>Run <code>make mint</code> or <a href=/help>read <b>help</b></a>.</p>").blocks[0]
        assert [block.text.value[a:b] for a, b in block.code] == ["make mint"]
        assert [block.text.value[a:b] for a, b in block.links] == ["read help"]

    def test_code_blocks_scripts_and_controls_are_no_text(self) -> None:
        page = (
            "<p>Text</p><pre>x = 1</pre><script>if (a<b) '<p>no</p>'</script><style>p{}</style>"
            "<noscript>no</noscript><template><p>no</template><svg><text>no</text></svg><textarea>no</textarea>"
            "<select><option>no</select><button>no</button><iframe>no</iframe><p>More</p>"
        )
        assert words(page) == ["Text", "More"]

    def test_a_script_may_quote_its_own_end(self) -> None:
        page = "<script><!-- document.write('<script>x</script>') //--></script><p>Text"
        assert words(page) == ["Text"]

    def test_readings_of_ideographs_are_left_out(self) -> None:
        assert words("<p><ruby>緑茶<rp>(<rt>りょくちゃ<rp>)</ruby>を飲む</p>") == ["緑茶を飲む"]

    def test_an_unclosed_drawing_ends_at_the_next_paragraph(self) -> None:
        assert words("<svg><g>Leaf<p>Text</p>") == ["Text"]


class TestLinksAndImages:
    def test_links_with_text_destination_and_place(self) -> None:
        page = "<p>See <a href=' /a?x=1&amp;y=2 '>the <b>guide</b></a>, <a name=here>not this</a>.</p>"
        (link,) = read(page).links
        assert (link.text.value, link.href) == ("the guide", "/a?x=1&y=2")
        assert page[slice(*link.span)] == "<a href=' /a?x=1&amp;y=2 '>the <b>guide</b></a>"

    def test_a_link_without_words_is_named_by_its_image_or_label(self) -> None:
        page = "<p><a href=/><img src=x alt='Home page'></a><a href=/s aria-label=Search><i></i></a><a href=/e></a></p>"
        assert [link.text.value for link in read(page).links] == ["Home page", "Search", ""]

    def test_a_link_around_blocks(self) -> None:
        article = read("<a href=/x><p>One</p><p>Two</p></a>")
        assert article.links[0].text.value == "One Two"
        assert [b.text.value[slice(*b.links[0])] for b in article.blocks] == ["One", "Two"]

    def test_alternative_texts(self) -> None:
        page = "<p><img src=a.png><img src=b.png alt><img src=c.png alt='A &quot;pot&quot;'><img data-src=d.png alt=''>"
        images = read(page).images
        assert [image.src for image in images] == ["a.png", "b.png", "c.png", "d.png"]
        assert [image.alt.value if image.alt else image.alt for image in images[:1]] == [None]
        assert [image.alt.value for image in images[1:] if image.alt is not None] == ["", 'A "pot"', ""]

    def test_counting_pixels_are_no_images(self) -> None:
        assert read("<p>Text<img src=count.gif width=1 height=1></p>").images == ()


class TestMainContent:
    @pytest.mark.parametrize(
        "opening",
        [
            "<main>",
            "<div role=main>",
            "<article>",
            "<div role=article>",
            "<div itemprop='headline articleBody'>",
        ],
    )
    def test_a_landmark_holds_the_article(self, opening: str) -> None:
        closing = f"</{opening[1:-1].split()[0]}>"
        page = f"<div><p>Before</p>{opening}<h1>Mint</h1><p>{LONG}</p>{closing}<p>After</p></div>"
        assert words(page) == ["Mint", LONG.strip()]

    def test_of_several_articles_the_one_with_the_text(self) -> None:
        teaser = "<article><h2>Sage</h2><p>Read on</p></article>"
        page = f"{teaser}<article><h1>Mint</h1><p>{LONG}</p></article>{teaser}"
        assert words(page) == ["Mint", LONG.strip()]

    def test_a_page_of_teasers_is_read_whole(self) -> None:
        teaser = f"<article><p>{LONG}</p></article>"
        assert len(blocks(f"<main><h1>Herbs</h1>{teaser * 4}</main>")) == 5

    def test_an_article_element_for_a_teaser_beside_the_text(self) -> None:
        page = f"<div><h1>Mint</h1><p>{LONG * 3}</p></div><article><p>Also read this one.</p></article>"
        assert words(page)[:2] == ["Mint", (LONG * 3).strip()]

    def test_without_landmarks_the_element_with_the_prose(self) -> None:
        page = (
            "<body><div id=top><a href=/>Home</a> <a href=/b>Blog</a></div><div id=wrap><div class=text>"
            f"<h1>Mint</h1><p>{LONG}</p><p>{LONG}</p></div><div>Tags and more</div></div><div>Imprint</div></body>"
        )
        assert words(page) == ["Mint", LONG.strip(), LONG.strip()]

    @pytest.mark.parametrize("box", ["<section>", "<div class=part>", "<div>"])
    def test_the_longest_part_of_a_text_is_not_all_of_it(self, box: str) -> None:
        closing = f"</{box[1:-1].split()[0]}>"
        page = f"<h1>Mint</h1>{box}<p>{LONG * 5}</p>{closing}{box}<p>{LONG}</p>{closing}"
        assert len(words(page)) == 3
        assert len(words(f"<h1>Mint</h1><p>{LONG}</p>{box}<p>{LONG * 5}</p>{closing}<p>{LONG}</p>")) == 4

    def test_boxes_of_different_names_are_no_parts_of_one_text(self) -> None:
        page = f"<div id=text><p>{LONG * 4}</p></div><div id=bottom><p>{LONG}</p></div>"
        assert words(page) == [(LONG * 4).strip()]

    def test_a_plain_page_is_read_whole(self) -> None:
        assert words("<h1>Mint</h1><p>Short.</p><p>And plain.</p>") == ["Mint", "Short.", "And plain."]

    def test_a_page_wrapped_in_a_form(self) -> None:
        assert words(f"<form><h1>Mint</h1><p>{LONG}</p></form>") == ["Mint", LONG.strip()]

    def test_the_h1_above_the_article_belongs_to_it(self) -> None:
        page = (
            "<header><h1 class=site-logo><a href=/>Herb Weekly</a></h1></header><header><h1>Mint</h1></header>"
            f"<article><p>{LONG}</p></article><footer><h1>Follow us</h1></footer>"
        )
        assert blocks(page) == [("h1", "Mint"), ("paragraph", LONG.strip())]

    def test_the_name_of_the_site_is_no_heading_of_the_article(self) -> None:
        page = f"<header><h1><a href=https://example.org/>Herb Weekly</a></h1></header><article><p>{LONG}</article>"
        assert blocks(page) == [("paragraph", LONG.strip())]


class TestLeftOut:
    @pytest.mark.parametrize(
        ("opening", "reason"),
        [
            ("<nav>", "navigation"),
            ("<aside>", "aside"),
            ("<footer>", "footer"),
            ("<form>", "form"),
            ("<pre>", "code"),
            ("<div hidden>", "hidden"),
            ("<div aria-hidden=true>", "hidden"),
            ("<div style='color: red; display : none'>", "hidden"),
            ("<div role=navigation>", "navigation"),
            ("<div role=banner>", "header"),
            ("<div role=contentinfo>", "footer"),
            ("<div role=complementary>", "aside"),
            ("<div role=search>", "search"),
            ("<div class='box share-buttons'>", "share buttons"),
            ("<div class=relatedArticles>", "related articles"),
            ("<div id=comments>", "comments"),
        ],
    )
    def test_page_furniture_is_named(self, opening: str, reason: str) -> None:
        closing = f"</{opening[1:-1].split()[0]}>"
        page = f"<main><p>{LONG}</p>{opening}Left out{closing}<p>Kept.</p></main>"
        article = read(page)
        assert [b.text.value for b in article.blocks] == [LONG.strip(), "Kept."]
        assert [(i.reason, i.text) for i in article.ignored] == [(reason, "Left out")]
        assert page[slice(*article.ignored[0].span)] == f"{opening}Left out{closing}"

    def test_what_is_outside_the_article_is_listed_shortened(self) -> None:
        article = read(f"<body><div>{LONG}</div><article><p>{LONG * 3}</p></article><nav>Home</nav></body>")
        assert [i.reason for i in article.ignored] == ["outside the article", "navigation"]
        assert article.ignored[0].text.endswith("…")
        assert len(article.ignored[0].text) <= 61

    def test_headings_right_below_the_h1_are_its_deck(self) -> None:
        deck = "<h2>The mill is sold</h2> <h2>Its wheel stays</h2>"
        article = read(f"<body><div><h1>News of the mill</h1> {deck}</div><article><p>{LONG}</p></article>")
        assert [(b.kind, b.text.value) for b in article.blocks][:3] == [
            ("heading", "News of the mill"),
            ("paragraph", "The mill is sold"),
            ("paragraph", "Its wheel stays"),
        ]

    def test_stories_printed_after_the_comments_are_not_the_article(self) -> None:
        after = f"<div id=comments></div><div><p>{LONG}</p></div><section><p>More news.</p></section></article>"
        article = read(f"<article><div><p>{LONG * 20}</p></div>{after}")
        assert [b.text.value for b in article.blocks] == [(LONG * 20).strip()]
        assert {i.reason for i in article.ignored} == {"after the comments"}

    def test_a_link_to_the_comments_above_the_text_ends_nothing(self) -> None:
        page = (
            f"<article><p>{LONG}</p><div class=comments><a href='#c'>3 comments</a></div><p>{LONG * 20}</p></article>"
        )
        assert words(page) == [LONG.strip(), (LONG * 20).strip()]

    def test_names_alone_do_not_remove_the_article(self) -> None:
        assert words(f"<div class='comments social'><p>{LONG}</p></div>") == [LONG.strip()]

    def test_a_section_named_after_its_heading_stays(self) -> None:
        page = f"<main><p>{LONG * 2}</p><section id=related><h2>Related</h2><p>Basil.</p></section></main>"
        assert words(page)[1:] == ["Related", "Basil."]

    def test_a_body_hidden_until_a_script_shows_it_is_read(self) -> None:
        assert words("<body style='display:none'><p>Text</p></body>") == ["Text"]

    def test_a_header_of_the_article_stays(self) -> None:
        page = f"<article><header><h1>Mint</h1><p>For pots</p></header><p>{LONG}</p></article>"
        assert words(page) == ["Mint", "For pots", LONG.strip()]

    def test_bylines_and_lines_to_share_are_no_prose(self) -> None:
        lines = "<p>By Ada Lind / Published 3rd May 2024</p><h3>Share This</h3><p>By Bo Ek</p><p>Related article »</p>"
        page = read(f"<article><h1>Mint</h1>{lines}<p>{LONG}</p><h3>By Train</h3><p>Share mint.</p></article>")
        assert [block.text.value for block in page.blocks] == ["Mint", LONG.strip(), "By Train", "Share mint."]
        assert [line.reason for line in page.ignored] == ["byline", "share buttons", "byline", "related articles"]

    def test_no_more_than_fifty_are_listed(self) -> None:
        assert len(read(f"<main><p>{LONG}</p></main>" + "<nav>Menu</nav>" * 80).ignored) == 50


class TestOddPages:
    @pytest.mark.parametrize(
        "page", ["", " ", "<", "<html>", "<!doctype html>", "<head></head>", "<frameset>", "\0", "</"]
    )
    def test_pages_without_an_article(self, page: str) -> None:
        article = read(page)
        assert article.format == "html"
        assert article.title is None
        assert not any(block.kind == "heading" for block in article.blocks)

    def test_deep_nesting(self) -> None:
        assert words("<div>" * 20_000 + "Deep" + "</div>" * 20_000) == ["Deep"]

    def test_an_unclosed_attribute_takes_the_rest_as_in_browsers(self) -> None:
        assert words("<p>Seen</p><a href='x>Unseen</a>") == ["Seen"]

    def test_attribute_soup(self) -> None:
        page = "<p a=1 a=2 =x 'y' \" b='c'd e=f/>One</p><img alt=first alt=second src=i.png/>"
        article = read(page)
        assert [b.text.value for b in article.blocks] == ["One"]
        assert article.images[0].alt is not None
        assert article.images[0].alt.value == "first"
        assert article.images[0].src == "i.png/"

    def test_an_unclosed_comment_takes_the_rest_as_in_browsers(self) -> None:
        assert words("<p>Seen</p><!-- <p>Unseen</p>") == ["Seen"]
        assert words("<p>Seen<!--> and this<!---> and that<!-- no --!>.</p>") == ["Seen and this and that."]

    def test_a_line_of_a_megabyte(self) -> None:
        (block,) = read("<p>" + "word " * 200_000).blocks
        assert len(block.text.value) == 999_999
