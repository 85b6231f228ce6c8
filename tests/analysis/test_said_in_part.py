"""How a keyword that is nowhere as a whole is judged: by the words that carry it, wherever they are said."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.model.report import KeywordResult


def keyword(declared: str, text: str, language: str = "en", *, title: str = "x", path: str = "a.md") -> KeywordResult:
    article = f"---\ntitle: {title}\nlang: {language}\nkeywords: ['{declared}']\n---\n\n{text}\n"
    return seocheck.check_text(article, path=path, settings={}, select=["keywords/unsupported"]).keywords[0]


@pytest.mark.parametrize(
    ("declared", "text", "language", "tier"),
    [
        ("bread knife", "Knives for all bread.", "en", "reordered"),
        ("harbour pilot", "The harbour is closed.\n\nTwo pilots play chess.", "en", "apart"),
        ("snail visualization", "We visualize a snail.", "en", "apart"),
        ("file system cache", "The filesystem has a cache.", "en", "reordered"),
        ("snail2", "It is Snail 2.0 now.", "en", "exact"),
        ("Reifendruckmessung", "Am Reifendruck liegt es. Die Messung dauert.", "de", "apart"),
        ("Balkon", "Die Balkonkästen sind voll.", "de", "reordered"),
        ("installation", "Install it first.", "en", "related"),
    ],
)
def test_said(declared: str, text: str, language: str, tier: str) -> None:
    found = keyword(declared, text, language)
    assert (found.tier, found.missing) == (tier, ())


@pytest.mark.parametrize(
    ("declared", "text", "missing"),
    [
        ("bread knife", "All the bread is gone.", ("knife",)),
        ("ai bread", "The bread can be good, and it was.", ("ai",)),
        ("ca bread", "The bread can be good, and you can go.", ("ca",)),
        ("inter-snail bread", "The intersnail waits.", ("bread",)),
        ("bread ovens tutorial", "All the bread is gone.", ("ovens",)),
    ],
)
def test_said_in_part(declared: str, text: str, missing: tuple[str, ...]) -> None:
    found = keyword(declared, text)
    assert (found.tier, found.missing) == ("partial", missing)


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("bread tutorial", "All the bread is gone."),
        ("Snailo framework", "Snailo is quick. We like Snailo, and snailo-bread too."),
        ("best bread 2026", "All the bread is gone."),
        ("how we bake", "Bake it at once."),
    ],
)
def test_what_nobody_misses(declared: str, text: str) -> None:
    found = keyword(declared, text)
    assert (found.tier, found.missing) == ("partial", ())


@pytest.mark.parametrize(("declared", "text"), [("station", "The state is big."), ("Snailo app", "An app for all.")])
def test_absent(declared: str, text: str) -> None:
    assert keyword(declared, text).tier == "absent"


def test_a_word_that_only_the_listings_say() -> None:
    listing = '```html\n<input type="checkbox">\n```'
    assert keyword("checkbox", f"Look at this:\n\n{listing}").tier == "apart"
    assert keyword("bread checkbox", f"Bread first:\n\n{listing}").missing == ()
    assert keyword("radio", f"Look at this:\n\n{listing}").tier == "absent"


def test_the_name_of_the_file_may_say_it_as_one_word() -> None:
    assert keyword("inter-snail talk", "Nothing here.", path="intersnail.md").tier == "absent"


def test_a_related_word_counts_though_the_title_says_the_keyword() -> None:
    assert keyword("installation", "Install it first.", title="Linux Installation").tier == "related"


@pytest.mark.parametrize("declared", ["tutorial", "guide", "how to", "best tips"])
def test_a_keyword_without_a_topic_is_no_finding(declared: str) -> None:
    article = f"---\nlang: en\nkeywords: ['{declared}']\n---\n\nAll the bread is gone.\n"
    assert not seocheck.check_text(article, settings={}, select=["keywords/unsupported"]).findings


@pytest.mark.parametrize(
    ("declared", "text", "tier", "missing"),
    [
        ("bánh mì lúa mạch", "Bánh mì rất ngon. Mạch nước ở xa.", "partial", ("lúa",)),
        ("lò nướng điện", "Cô ấy yêu cái lò cũ. Anh ở xa.", "absent", ()),
        ("yêu cầu lúa mạch", "Cả nhà yêu thích trò chơi.", "absent", ()),
        ("bột mì", "Bọt biển rất mỉm cười.", "absent", ()),
        ("hoà bột", "Hòa bột với nước.", "exact", ()),
        ("banh mi", "Bánh mì rất ngon.", "exact", ()),
    ],
)
def test_syllables_that_are_no_words(declared: str, text: str, tier: str, missing: tuple[str, ...]) -> None:
    found = keyword(declared, text, "vi")
    assert (found.tier, found.missing) == (tier, missing)


def test_names_of_files_that_are_put_in() -> None:
    text = "Bread is baked.\n\n[!INCLUDE [rye-ovens.md](../includes/rye-ovens.md)]\n\n[oats.md](oats.md) is a file."
    assert keyword("rye ovens", text).tier == "absent"
    assert keyword("oats", "See [Oats and rye](oats.md).").tier == "exact"
