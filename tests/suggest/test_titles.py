"""The parts of a title that can stand for it: clean ones, with the keyword, and none else."""

from __future__ import annotations

import pytest

from seocheck.analysis import Analysis
from seocheck.check.reporter import read_article
from seocheck.config import Settings, make_plan
from seocheck.model.article import Source
from seocheck.suggest.titles import title_parts
from tests.support import BODY

BODIES = {
    "de": "Der Wintergarten steht am Haus und ist auch im Winter warm. Wir haben ihn mit Freunden gebaut.\n",
    "ja": "冬の庭は寒い日でも暖かいです。友だちといっしょに、週末につくりました。\n",
}


def parts(title: str, keywords: str = "[winter garden]", lang: str = "en") -> list[str]:
    quoted = "'" + title.replace("'", "''") + "'"
    text = f"---\ntitle: {quoted}\nkeywords: {keywords}\nlang: {lang}\n---\n\n{BODIES.get(lang, BODY)}"
    plan = make_plan(Settings())
    article = read_article(Source("a.md", text), plan)
    assert article.title is not None
    made = list(title_parts(Analysis.of(article, plan.settings)))
    for start, end, piece in made:
        assert title[start:end][1:] == piece[1:]
    return [piece for *_, piece in made]


@pytest.mark.parametrize(
    ("title", "best"),
    [
        ("A winter garden in two weekends: all that you need to know", "A winter garden in two weekends"),
        ("A winter garden in two weekends – what we learned from it", "A winter garden in two weekends"),
        ("A winter garden in two weekends | Notes from the Village", "A winter garden in two weekends"),
        ("A winter garden in two weekends (and what it costs)", "A winter garden in two weekends"),
        ("Winter garden: all that you need to know", "Winter garden"),
        ("All that you need to know: a winter garden in two weekends", "A winter garden in two weekends"),
        ("Is it cold outside? Build a winter garden in two weekends", "Build a winter garden in two weekends"),
        ("Der Wintergarten am Haus – Planung, Bau und Kosten im Überblick", "Der Wintergarten am Haus"),
        ("冬の庭のつくり方入門：道具と材料のすべてを紹介します", "冬の庭のつくり方入門"),
    ],
)  # fmt: skip
def test_the_best_part(title: str, best: str) -> None:
    lang = "de" if title.startswith("Der") else "ja" if title[0] == "冬" else "en"
    keywords = {"de": "[Wintergarten]", "ja": "[冬の庭]"}.get(lang, "[winter garden]")
    assert parts(title, keywords, lang)[0] == best


@pytest.mark.parametrize(
    "title",
    [
        "A winter garden in two weekends and all that you need to know about it",  # no mark at which to cut
        "Part 3: how it went on with us",
        "A winter garden of our own, part 3: how it went on",
        "Build a winter garden in the spring? What the neighbours say",
        "We asked about the winter garden: would you do it again?",
        "How to build a &ldquo;winter garden&rdquo; for the house",
        "Well-known garden-makers of the 1920s and 1930s",
        "At 9:30 in the winter garden",
        "“To be: or not in the winter garden to be”",
        "Why: but not in the winter garden",
        "Our house: iPhone winter garden",
        "",
    ],
)
def test_no_part_is_clean(title: str) -> None:
    assert parts(title) == []


def test_without_keywords_only_the_beginning_can_stand_for_it() -> None:
    title = "A warm room behind glass: how we built it"
    assert parts(title, "[]") == ["A warm room behind glass"]
    assert parts("Glass: how we built a warm room", "[]") == []


def test_a_part_must_not_lose_the_primary_keyword() -> None:
    title = "Light and warmth for plants: a winter garden in two weekends"
    assert parts(title, "[winter garden, plants]") == ["A winter garden in two weekends"]
    assert parts(title, "[plants, winter garden]") == ["Light and warmth for plants"]


def test_vowel_signs_cut_no_word() -> None:
    """Two words of a title that says no keyword are too few, however many signs are in them."""
    assert parts("बाग़वानी राज़: पूरी जानकारी", "[फूल]", "hi") == []
    assert parts("बाग़वानी के राज़ सर्दियों में: पूरी जानकारी", "[फूल]", "hi") == ["बाग़वानी के राज़ सर्दियों में"]
