"""The indexes that keywords are looked up in find what going through all words would find."""

from __future__ import annotations

import random

import pytest

from seocheck.analysis import Analysis
from seocheck.analysis.keywords.asked import asked
from seocheck.analysis.keywords.matching import MAX_OCCURRENCES, support
from seocheck.analysis.keywords.support import RANK, Support
from seocheck.analysis.words.spellings import name_key, steady_letters
from seocheck.analysis.words.zones import Words
from seocheck.base.text import Text
from seocheck.check.complete import settle
from seocheck.config.settings import Settings
from seocheck.languages import load
from seocheck.model.article import Keyword, Source
from seocheck.readers import read


def words_of(body: str, language: str = "en", title: str = "x") -> Words:
    text = f"---\ntitle: {title}\nlang: {language}\n---\n\n{body}\n"
    return Analysis(settle(read(Source("a.md", text), "markdown"), Settings())).words


def looked_up(keyword: str, words: Words) -> Support:
    return support(Keyword(Text(keyword), 0), words)


def places(found: Support, tier: str) -> list[int]:
    return [o.index for o in found.occurrences if o.tier == tier]


@pytest.mark.parametrize("seed", range(20))
def test_phrases_are_found_wherever_they_stand(seed: int) -> None:
    draw = random.Random(seed)
    stock = ["stone", "river", "stones", "bridge", "rivers", "of"]
    written = [draw.choice(stock) for _ in range(draw.randint(1, 60))]
    words = words_of(" ".join(written), title="zzz")
    first = words.first_of_article
    for _ in range(20):
        phrase = [draw.choice(stock) for _ in range(draw.randint(2, 4))]
        singular = [word.removesuffix("s") for word in phrase]
        exact, inflected = [], []
        for start in range(len(written) - len(phrase) + 1):
            said = written[start : start + len(phrase)]
            if said == phrase:
                exact.append(first + start)
            elif [word.removesuffix("s") for word in said] == singular:
                inflected.append(first + start)
        found = looked_up(" ".join(phrase), words)
        assert places(found, "exact") == exact
        assert places(found, "inflected") == inflected


@pytest.mark.parametrize("seed", range(10))
def test_compounds_are_found_by_their_last_part(seed: int) -> None:
    draw = random.Random(seed)
    halves = ["wasser", "brücke", "garten", "schule", "schulen", "kirche", "fenster", "turm"]
    written = [draw.choice(halves) + draw.choice(halves) for _ in range(40)]
    words = words_of(" ".join(written), "de")
    for head in ("brücke", "schule", "kirche", "fenster"):
        meant = [words.first_of_article + i for i, word in enumerate(written) if word.endswith((head, head + "n"))]
        assert places(looked_up(head.capitalize(), words), "reordered") == meant


def test_a_phrase_does_not_run_on_from_one_paragraph_to_the_next() -> None:
    words = words_of("They saw the rye.\n\nFlour is dear. Rye flour\n\nis dearer than rye")
    assert len(places(looked_up("rye flour", words), "exact")) == 1


def test_words_with_other_borders_begin_anywhere() -> None:
    found = looked_up("lithium-ion laptop batteries", words_of("a lithium lithiumion laptop batteries"))
    assert [o.words for o in found.occurrences if o.tier == "exact"] == ["lithiumion laptop batteries"]


def test_the_same_text_in_two_languages_is_two_keywords() -> None:
    english, german = (asked("die Bank", load(code)) for code in ("en", "de"))
    assert english.content == [0, 1]
    assert german.content == [1]
    assert asked("die Bank", load("de")) is german


def test_long_keywords_are_not_kept() -> None:
    text = "rye " * 100
    assert asked(text, load("en")) is not asked(text, load("en"))


@pytest.mark.parametrize("seed", range(5))
def test_words_of_one_name_share_their_steady_letters(seed: int) -> None:
    draw = random.Random(seed)
    for _ in range(2_000):
        word = "".join(draw.choices("aeiouyjwvfftschzpqdgbklmnrx", k=draw.randint(5, 11)))
        assert steady_letters(name_key(word)) == steady_letters(word)
    assert name_key("tchaikovsky") == name_key("chaikovsky") != name_key("yeltsin")


def test_what_a_keyword_adds_up_to_agrees_with_its_places() -> None:
    body = "# Rye\n\nRye and ryes, `rye` or [rye](x).\n\n> Rye is quoted.\n\n- rye breads\n- bread of rye\n"
    words = words_of(body, title="Bread with rye")
    for keyword in ("rye", "rye bread", "bread rye oven", "bread"):
        found = looked_up(keyword, words)
        assert [o.index for o in found.occurrences] == sorted({o.index for o in found.occurrences})
        for zone, (tier, times) in found.zones.items():
            there = [o.tier for o in found.occurrences if o.zone == zone]
            assert tier == min(there, key=RANK.__getitem__)
            assert times == there.count(tier)
        first = next((o for o in found.occurrences if o.tier == found.tier and o.zone not in ("title", "slug")), None)
        assert found.evidence == first
        assert len(found.counted) == found.count


def test_places_are_limited() -> None:
    found = looked_up("rye", words_of("rye " * (MAX_OCCURRENCES + 50)))
    assert len(found.occurrences) == MAX_OCCURRENCES
