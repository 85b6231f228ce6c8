"""What the head of an HTML page declares."""

from __future__ import annotations

from seocheck.model.article import Article, Source
from seocheck.readers.html.reader import read_html


def read(page: str, **aliases: list[str]) -> Article:
    return read_html(Source("page.html", page), aliases=aliases)


def values(article: Article, name: str) -> list[str]:
    return [field.text.value for field in article.metadata.get(name, ())]


def keywords(content: str) -> list[str]:
    article = read(f"<meta name=keywords content='{content}'>")
    return [keyword.text.value for keyword in article.keywords]


def test_the_title_is_the_first_one_outside_drawings() -> None:
    page = "<head><svg><title>Logo</title></svg><title>\n  Growing &amp; drying\n  mint </title><title>No</title>"
    title = read(page).title
    assert title is not None
    assert title.text.value == "Growing & drying mint"
    assert title.key == "title"


def test_a_title_holds_no_tags() -> None:
    title = read("<title>Use <b> sparingly</title><p>Body").title
    assert title is not None
    assert title.text.value == "Use <b> sparingly"


def test_a_missing_title_is_none_and_an_empty_one_is_empty() -> None:
    assert read("<h1>Only a heading</h1>").title is None
    empty = read("<title> </title>").title
    assert empty is not None
    assert not empty.text


def test_the_first_description_with_words_counts_and_all_are_kept() -> None:
    page = (
        "<meta name='description' content=''><meta NAME=Description content=' How mint is dried. '>"
        "<meta name=description content='Something else'>"
    )
    article = read(page)
    assert article.description is not None
    assert article.description.text.value == "How mint is dried."
    assert article.description.key == 'meta name="description"'
    assert values(article, "description") == ["", " How mint is dried. ", "Something else"]


def test_an_empty_description_is_declared_but_empty() -> None:
    description = read("<meta name=description content=''>").description
    assert description is not None
    assert not description.text
    assert read("<p>Text").description is None


def test_a_description_given_as_property_counts_after_one_given_by_name() -> None:
    by_property = "<meta property=description content='By property'>"
    article = read(by_property + "<meta name=description content='By name'>")
    assert article.description is not None
    assert article.description.text.value == "By name"
    alone = read(by_property).description
    assert alone is not None
    assert alone.text.value == "By property"


def test_meta_elements_in_the_body_count_but_not_those_of_templates() -> None:
    page = "<body><p>Text<meta name=description content=Late><template><meta name=keywords content=no></template>"
    article = read(page)
    assert article.description is not None
    assert article.description.text.value == "Late"
    assert not article.keywords_declared


def test_keywords_are_split_at_commas_with_their_places() -> None:
    page = "<meta name=keywords content='mint tea, drying herbs,,  caf&eacute; culture '>"
    article = read(page)
    assert [k.text.value for k in article.keywords] == ["mint tea", "drying herbs", "café culture"]
    assert [page[slice(*k.text.span())] for k in article.keywords] == [
        "mint tea",
        "drying herbs",
        "caf&eacute; culture",
    ]
    assert [k.rank for k in article.keywords] == [0, 1, 2]
    assert [k.primary for k in article.keywords] == [True, False, False]
    assert article.keywords_declared


def test_keywords_with_semicolons_quotes_and_a_closing_full_stop() -> None:
    assert keywords("mint; thyme; sage") == ["mint", "thyme", "sage"]
    assert keywords('"salt, coarse", mint') == ["salt, coarse", "mint"]
    assert keywords("mint, thyme, sage.") == ["mint", "thyme", "sage"]


def test_news_keywords_replace_missing_keywords() -> None:
    page = "<meta name=keywords content=''><meta name=news_keywords content='harvest, mint'>"
    article = read(page)
    assert [k.text.value for k in article.keywords] == ["harvest", "mint"]
    assert values(article, "news_keywords") == ["harvest, mint"]
    assert values(article, "keywords") == [""]


def test_empty_keywords_are_not_declared() -> None:
    assert not read("<meta name=keywords content=' '>").keywords_declared


def test_a_site_may_name_its_fields_otherwise() -> None:
    page = (
        "<title>Mint | Garden Weekly</title><meta property=og:title content=Mint>"
        "<meta name=description content=General><meta name=teaser content=Special>"
        "<meta name=topic-words content='mint, drying'><meta name=focus content=Drying>"
    )
    article = read(
        page,
        title=["og:title"],
        description=["Teaser"],
        keywords=["topic-words"],
        focus_keyword=["focus"],
    )
    assert article.title is not None
    assert article.title.text.value == "Mint"
    assert article.description is not None
    assert article.description.text.value == "Special"
    assert [(k.text.value, k.rank, k.primary) for k in article.keywords] == [
        ("Drying", 0, True),
        ("mint", 1, False),
    ]


def test_other_metadata_is_kept_by_name() -> None:
    page = (
        "<link rel=canonical href=' https://example.org/mint '><meta name=robots content='noindex, follow'>"
        "<link rel=alternate hreflang=de href=/de/minze><link rel=alternate type=application/rss+xml href=/feed>"
        "<meta property=og:title content=Mint><meta name=twitter:card content=summary>"
        "<meta property=article:section content=Herbs><meta name=generator content=Hand>"
        "<meta charset=utf-8><meta http-equiv=Refresh content='0; url=/new'>"
        '<script type="application/ld+json">{"@type": "Article"}</script>'
    )
    article = read(page)
    assert values(article, "canonical") == ["https://example.org/mint"]
    assert values(article, "robots") == ["noindex, follow"]
    assert values(article, "alternate:de") == ["/de/minze"]
    assert values(article, "og:title") == ["Mint"]
    assert values(article, "twitter:card") == ["summary"]
    assert values(article, "article:section") == ["Herbs"]
    assert values(article, "generator") == ["Hand"]
    assert values(article, "charset") == ["utf-8"]
    assert values(article, "refresh") == ["0; url=/new"]
    assert values(article, "json-ld") == ['{"@type": "Article"}']
    span = article.metadata["json-ld"][0].text.span()
    assert page[slice(*span)] == '{"@type": "Article"}'


def test_a_refresh_for_browsers_without_scripts_is_none() -> None:
    assert "refresh" not in read("<noscript><meta http-equiv=refresh content='0; url=/plain'></noscript>").metadata


def test_the_language_is_declared_in_several_ways() -> None:
    assert read("<html lang=pt-BR><p>Olá").declared_language == "pt-BR"
    assert read("<html xml:lang='fr'><p>Bonjour").declared_language == "fr"
    assert read("<meta http-equiv=content-language content=de><p>Hallo").declared_language == "de"
    assert read("<meta property=og:locale content=en_GB><p>Hello").declared_language == "en-GB"
    assert read("<meta http-equiv=content-language content='de, en'><p>Hallo").declared_language == ""


def test_the_place_of_missing_metadata() -> None:
    page = "<!doctype html><html><head><title>Mint</title></head>"
    assert page[slice(*read(page).metadata_span)] == "<head>"
    page = "<title>Mint</title><p>Text"
    assert page[slice(*read(page).metadata_span)] == "<title>"
    assert read("<p>Text").metadata_span == (0, 0)


def test_front_matter_above_a_part_of_a_page() -> None:
    front = "title: Boats for hire\ndescription: Boats by the hour\nkeywords: [boats, oars]\nlang: en"
    source = f"---\n{front}\n---\n<h1>Boats</h1>\n"
    article = read(source)
    assert article.title is not None
    assert article.description is not None
    assert (article.title.text.value, article.description.text.value) == ("Boats for hire", "Boats by the hour")
    assert source[article.title.text.span().start :].startswith("Boats for hire")
    assert [k.text.value for k in article.keywords] == ["boats", "oars"]
    assert article.declared_language == "en"
    (heading,) = article.blocks
    assert (heading.level, heading.text.value) == (1, "Boats")
    assert source[heading.text.span().start : heading.text.span().end] == "Boats"


def test_front_matter_comes_before_the_elements_of_the_page() -> None:
    source = (
        "---\ntitle: Boats\n---\n<html><head><title>{{ page.title }}</title></head><body><p>Oars.</p></body></html>"
    )
    article = read(source)
    assert article.title is not None
    assert article.title.text.value == "Boats"


def test_dashes_that_are_no_front_matter() -> None:
    article = read("---\n<title>Boats</title>\n<p>Oars: two.</p>\n---\n<p>Pier.</p>")
    assert article.title is not None
    assert article.title.text.value == "Boats"
