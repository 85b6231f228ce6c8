"""Every text of an HTML article leads back to the source characters that it stands for."""

from __future__ import annotations

import html
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seocheck.base.text import Span, Text
from seocheck.model.article import Article, Source
from seocheck.readers.html.reader import read_html
from tests.support import assert_linear, no_hang


def read(page: str) -> Article:
    return read_html(Source("page.html", page))


def texts(article: Article) -> list[Text]:
    """All texts of an article that are read from the source."""
    found = [block.text for block in article.blocks]
    found += [link.text for link in article.links]
    found += [image.alt for image in article.images if image.alt is not None]
    found += [keyword.text for keyword in article.keywords]
    found += [f.text for f in (article.title, article.description) if f]
    return found + [f.text for fields in article.metadata.values() for f in fields]


def quoted(page: str, text: Text, words: str) -> str:
    """What stands in the source where `words` of a text have their place."""
    start = text.value.index(words)
    span = text.span(start, start + len(words))
    return page[span.start : span.end]


def test_a_word_of_the_body_points_at_itself() -> None:
    page = "<html><body><h1>Tea</h1>\n<p>Green tea\n   is steeped briefly.</p></body></html>"
    paragraph = read(page).blocks[1].text
    assert paragraph.value == "Green tea is steeped briefly."
    assert quoted(page, paragraph, "steeped") == "steeped"
    assert quoted(page, paragraph, "tea is") == "tea\n   is"


def test_an_entity_has_the_place_of_its_reference() -> None:
    page = "<p>Salt &amp; vinegar caf&eacute; &#8217;til ten</p>"
    text = read(page).blocks[0].text
    assert text.value == "Salt & vinegar café ’til ten"
    assert quoted(page, text, "&") == "&amp;"
    assert quoted(page, text, "é") == "&eacute;"
    assert quoted(page, text, "café") == "caf&eacute;"
    assert quoted(page, text, "’til") == "&#8217;til"
    assert quoted(page, text, "vinegar") == "vinegar"


def test_plain_text_is_one_verbatim_segment() -> None:
    page = "<p>Nothing is decoded here.</p>"
    (segment,) = read(page).blocks[0].text.segments
    assert segment.verbatim
    assert (segment.source_start, segment.source_end) == (3, 27)


def test_words_across_inline_tags_span_them() -> None:
    page = "<p>The <em>slow</em> train</p>"
    text = read(page).blocks[0].text
    assert text.value == "The slow train"
    assert quoted(page, text, "slow train") == "slow</em> train"


def test_attribute_values_are_decoded_with_places() -> None:
    page = "<meta name=description content='Fish &amp; chips, the caf&#233; way'>"
    description = read(page).description
    assert description is not None
    assert description.text.value == "Fish & chips, the café way"
    assert quoted(page, description.text, "chips") == "chips"
    assert quoted(page, description.text, "café") == "caf&#233;"
    assert page[slice(*description.key_span)] == "name=description"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("R&D", "R&D"),
        ("a &copy b", "a © b"),
        ("&notit;", "¬it;"),
        ("&#x41;&#66;", "AB"),
        ("&#0;", "\ufffd"),
        ("&#99999999999999999999;", "\ufffd"),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
        ("&#128;", "€"),
        ("&nosuchname;", "&nosuchname;"),
        ("a&#32;&#10;b", "a b"),
        ("&", "&"),
        ("&;&#;&#x;", "&;&#;&#x;"),
        ("x\0y", "xy"),
    ],
)
def test_character_references(written: str, read_as: str) -> None:
    assert read(f"<p>{written}</p>").blocks[0].text.value == read_as


def test_an_address_keeps_its_ampersands() -> None:
    link = read('<p><a href="/buy?a=1&copy=2&amp;b=3">Buy</a></p>').links[0]
    assert link.href == "/buy?a=1&copy=2&b=3"


@given(st.text(alphabet=st.sampled_from("&#xa;123gtlmpcoy =é"), max_size=20))
def test_references_read_as_the_standard_library_reads_them(written: str) -> None:
    text = read(f"<p>.{written}.</p>").blocks[0].text
    assert text.value == " ".join(html.unescape(f".{written}.").replace("\x00", "").split())


_PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<a",
        "href=x>",
        "</a>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<h1>",
        "</h2>",
        "<br>",
        "<title>",
        "</title>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<!",
        "<?",
        "</",
        "<",
        ">",
        "&",
        "&amp;",
        "&eacute",
        "&#",
        '"',
        "'",
        "=",
        "<svg>",
        "</svg>",
        "<p",
        "a='",
        "<template>",
        "<form>",
        "</form>",
        "<main>",
        "<article>",
        "<aside>",
        "<nav",
        "hidden>",
        "<code>",
        "</code>",
        "<img",
        "alt='x&lt;'>",
        "<select>",
        "<meta\tname=keywords\tcontent='a,&quot;b,c&quot;,d;e.'>",
        "<meta\tname=description\tcontent='x&#10;y'>",
        "<body>",
        "</body>",
        "<head>",
        "<frameset>",
        "<sup><a\thref=#>",
        "words",
        "\n",
        "\xa0",
        "\x00",
        "é",
        "東京",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(), st.lists(_PIECES, max_size=60).map("".join)))
def test_any_text_is_read_and_every_place_is_in_it(page: str) -> None:
    article = read(page)
    for text in texts(article):
        span = text.span()
        assert 0 <= span.start <= span.end <= len(page)
        end = source_end = 0
        for segment in text.segments:
            assert end <= segment.start < segment.end <= len(text.value)
            assert source_end <= segment.source_start < segment.source_end <= len(page)
            end, source_end = segment.end, segment.source_end
            if segment.verbatim:
                decoded = text.value[segment.start : segment.end]
                assert decoded == page[segment.source_start : segment.source_end]
    starts = [block.text.span().start for block in article.blocks]
    assert starts == sorted(starts)
    for block in article.blocks:
        assert block.text.value == block.text.value.strip() != ""
        for ranges in (block.code, block.links):
            assert all(0 <= a < b <= len(block.text.value) for a, b in ranges)
            assert all(x.end <= y.start for x, y in pairwise(ranges))
    places: list[Span] = [link.span for link in article.links] + [image.span for image in article.images]
    places += [ignored.span for ignored in article.ignored] + [article.metadata_span]
    assert all(0 <= place.start <= place.end <= len(page) for place in places)


@pytest.mark.parametrize(
    "piece",
    [
        "<div>", "<div>x", "<b>", "<b><i></b>", "<a href=x>y", "<li>x", "<table><tr><td>", "<svg>",
        "<svg><title>", "<a ", "</a ", "<", "&#", "<!--", "<![foo", "<p a='", "\0", "<br>x", "<h1></h1>",
        "<article><p>x</p></article>", "<div class=ad>x", "<code>x ", "<form>x</form>", "<i>", "<title>",
        "<blockquote>x", "word ",
    ],
)  # fmt: skip
def test_time_does_not_grow_faster_than_the_page(piece: str) -> None:
    assert_linear(lambda size: read(piece * (size // len(piece))), 12_500)


def test_a_megabyte_takes_seconds_at_most() -> None:
    with no_hang():
        read("<article><p>x</p></article>" * 37_000)
