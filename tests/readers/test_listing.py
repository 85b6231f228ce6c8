"""Sitemaps and feeds: what they list and where it stands, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.errors import UnreadableError
from seocheck.model.article import Source
from seocheck.readers.listing import is_template, looks_like_listing, read_listing

SITEMAP = """<?xml version="1.0" encoding="{}"?>
<!-- Käse und 日本 -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://example.com/image">
<url><loc>
  https://example.com/k%C3%A4se/?a=1&amp;b=2
</loc><image:image><image:loc>https://example.com/cheese.png</image:loc></image:image></url>\r
<url><loc><![CDATA[https://example.com/ü]]></loc><lastmod>2026-01-01</lastmod></url><url><loc></loc></url><url/>
</urlset>
"""


def listed(text: str) -> list[tuple[str, str]]:
    """Each address as it reads, and as it is written at its place."""
    found = read_listing(Source("sitemap.xml", text))
    assert found is not None
    return [(entry.href, text[entry.span.start : entry.span.end]) for entry in found.entries]


@pytest.mark.parametrize("encoding", ["utf-8", "ISO-8859-1", "UTF-16"])
def test_a_sitemap_whatever_encoding_it_had(encoding: str) -> None:
    assert listed(SITEMAP.format(encoding)) == [
        ("https://example.com/k%C3%A4se/?a=1&b=2", "https://example.com/k%C3%A4se/?a=1&amp;b=2"),
        ("https://example.com/ü", "https://example.com/ü"),
    ]


def test_the_items_of_rss_and_not_its_channel() -> None:
    assert listed(
        '<rss><channel><link>https://e.example/</link><atom:link href="x"/><image><link>i</link></image>'
        "<item><title>Ä</title><link>https://e.example/a</link><atom:link href='y'/></item></channel></rss>"
    ) == [("https://e.example/a", "https://e.example/a")]
    assert listed("<rdf:RDF><channel/><item><link>https://e.example/b</link></item></rdf:RDF>")[0][0].endswith("/b")


def test_the_entries_of_atom_and_not_the_feed() -> None:
    assert (
        listed(
            '<a:feed><a:link href="https://e.example/"/><a:entry><a:title>Ä</a:title><a:link rel="enclosure" href="z"/>'
            "<a:link\n title='>' href='https://e.example/&#228;'/></a:entry></a:feed>"
        )
        == []
    )  # a ">" in another attribute: the place is not found, so nothing is said
    assert listed(
        '<feed><entry><title>Ä</title><link rel="enclosure" href="z"/><link href="https://e.example/&#228;"/></entry></feed>'
    ) == [("https://e.example/ä", "https://e.example/&#228;")]


@pytest.mark.parametrize(
    "text", ["", "hello", "<a/>", "<html><body>sitemap", "<opml><body/></opml>", "<svg xmlns='x'/>", "\x00"]
)
def test_what_is_neither(text: str) -> None:
    assert read_listing(Source("a.xml", text)) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<urlset><url><loc>a", "broken XML in line 1, column 20: no element found"),
        ("<urlset>\n<url></urlset>", "broken XML in line 2, column 8: mismatched tag"),
        ("<urlset><url><loc>a&b</loc></url></urlset>", "broken XML in line 1, column 22: not well-formed"),
        ("<urlset><loc>&nbsp;</loc></urlset>", "broken XML in line 1, column 14: undefined entity"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><urlset>&a;</urlset>', "declares entities, which sitemaps and feeds don't"),
    ],
)
def test_what_no_parser_takes_is_one_clear_line(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read_listing(Source("a.xml", text))
    assert str(raised.value).startswith(f"a.xml: {reason}")
    assert "\n" not in str(raised.value)


def test_nothing_outside_the_file_is_read() -> None:
    text = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><urlset><url><loc>https://e.example/a</loc></url></urlset>'
    assert listed(text) == [("https://e.example/a", "https://e.example/a")]


def test_what_a_walk_takes_for_one() -> None:
    for name in ("sitemap.xml", "sitemap-posts.xml", "wp_sitemap.XML", "feed.xml", "atom.xml", "index.xml", "news.rss"):
        assert looks_like_listing(f"public/{name}"), name
    for name in ("pom.xml", "book.xml", "sitemap.md", "feed.json", "feed.xml.bak", "index.html"):
        assert not looks_like_listing(name), name


@pytest.mark.parametrize(
    "text", ["---\nlayout: none\n---\n<urlset/>", "<urlset>{% for p in pages %}", "<urlset>{{ x }}"]
)
def test_what_a_generator_makes_one_from(text: str) -> None:
    assert is_template(text)
    assert not is_template(SITEMAP)


@given(st.text(alphabet="<>/&;![]urlsetocfdny-= \"'\näx", max_size=200))
def test_any_text_is_a_listing_or_none_or_one_line(text: str) -> None:
    for start in ("", "<urlset>", "<feed><entry>"):
        said = ""
        try:
            found = read_listing(Source("a.xml", start + text))
        except UnreadableError as error:
            found, said = None, str(error)
        assert "\n" not in said
        assert found is None or all(entry.href for entry in found.entries)
