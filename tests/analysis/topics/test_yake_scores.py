"""The scores of seocheck's own YAKE and those of the package: the same phrases, the same order, the same numbers."""

from __future__ import annotations

import logging
import random
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.analysis.topics import salience, stop_words
from seocheck.analysis.topics.ranked_words import ranked_words
from seocheck.analysis.topics.sentence_cuts import sentences
from seocheck.analysis.topics.unavailable import SalienceUnavailable
from seocheck.languages import LanguageData, available, common_words, load
from tests.support import no_hang

RANKED = [code for code in available() if load(code).yake]

ENDS = [
    "We met Dr. Lind at 9 p.m. in the U.S. office. Then J. Berg spoke, by A. Holm. It rained.",
    "He was born on 3. Okt. 1950 in Bonn. On 4. May 1951 they left. The year 1952. 10 came.",
    'She said "Go now!" and left. "Come!" (He did.) and so it went. A. Nobody knew. 7. Nobody cared.',
    "Anna B. Holm wrote it (Biol. Chem. 12, p. 4). Work of C. Lind, D. Berg and E. Holm et al. (2004) Cell. Old.",
    "The list (one. two. three) goes on. Fig. 3 shows it; figs. 4 and 5 do not. Nothing i.e. all. etc. Then? No. 5.",
    "The version 3.5.1 is out... and 1,000 people at 12:30 use it. Read e.g. the notes. m. musculus is a mouse. x. End",
    "Don't we're they'll I'd can't O'Hara's 'tis rock'n'roll the readers' letters. It's one. ‘We’ won't.",
    "lower case begins here. the next does too. of course it does. Whether or not. than that. with it. via Rome.",
    "H₂O and CO₂ at 5 km² or 3 m⁻¹. ²H is heavy (X₂). The twenty-one mother-in-law's well-known A-Z. a-b c‐d e−f.",
    "(Brackets that open. And never close, but go on for very long so that they are sentences of their own. Yes.",
    "R&amp;D AT&T &quot;quoted&quot; words &lt;b&gt; Tom &amp; Jerry. Q&A: yes, no; maybe: a,b,c. End of it",
    "One — two – three, “four” ‘five’ «six» „seven“, ‹eight›; nine, ten. !? Eleven! Twelve? ! Thirteen. . Fourteen",
    "COVID-19 B2B 4K F1 A1 3D. IBM and NASA. McDonald iPhone eBay. ÀÉ Straße STRASSE İstanbul ΣΊΣΥΦΟΣ ΟΔΟΣ.",
    "A", "a.", "1", "1. ", "...", "A. B. C. D. By E. F.", "Ph.D. M.Sc. R.-A. Lind, and S. Berg. señor J. left.",
]  # fmt: skip
"""Ends of sentences, and words, that take a rule of their own."""


ODD = ["1,5", "2026", "B2B", "“so”", "A.", "EU", "Dr.", "(or)", "x,"]


@pytest.fixture(autouse=True)
def _silent() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def assert_same(blocks: list[str], language: LanguageData) -> None:
    text = salience.prepared(blocks, language)
    own = salience.ranked(text, language)
    package = salience.ranked(text, language, by_library=True)
    assert [phrase for phrase, _ in own] == [phrase for phrase, _ in package]
    assert [score for _, score in own] == pytest.approx([score for _, score in package], abs=1e-9)


def made_up(code: str, seed: int, words: int) -> list[str]:
    """Blocks of sentences of the language's most common words, some of them again and again."""
    chance = random.Random(seed)
    known = sorted(common_words.common_words(code)) or ["word"]
    themes = [" ".join(chance.sample(known, chance.randint(1, 3))) for _ in range(6)]
    blocks, count = [], 0
    while count < words:
        parts = []
        for _ in range(chance.randint(1, 5)):
            line = [chance.choice(themes) if chance.random() < 0.2 else chance.choice(known) for _ in range(12)]
            if chance.random() < 0.3:
                line[chance.randrange(12)] = chance.choice(
                    ["1,5", "2026", "B2B", "“so”", "A.", "EU", "Dr.", "(or)", "x,"]
                )
            at = chance.randrange(12)
            line[at] = line[at].title() if chance.random() < 0.5 else line[at].upper()
            text = " ".join(line)
            parts.append((text[:1].upper() + text[1:] if chance.random() < 0.8 else text) + chance.choice("...!?"))
            count += 12
        blocks.append(" ".join(parts))
    return blocks


@pytest.mark.parametrize("code", RANKED)
def test_every_language_has_the_scores_of_the_package(code: str) -> None:
    language = load(code)
    for seed in range(3):
        assert_same(made_up(code, seed, 150 * (seed + 1)), language)


@pytest.mark.parametrize("text", ENDS)
def test_ends_of_sentences_and_odd_words(text: str) -> None:
    assert_same([text], load("en"))
    assert_same([f"{text} {text}", "Another block. " + text], load("de"))


def test_all_of_them_in_one_text() -> None:
    assert_same(ENDS * 2, load("en"))


WORDS = """
    the of and The Dr. U.S. e.g. Fig. no. No. J. A. B K. by Professor , . ... ! ? ; : ( ) ' " ” ’ “ - – & &amp; s' n't
    don't it's we'll 3 3. 1,000 3.5 12:30 Oct Okt. May and, of than et al. Lind Berg Anna harbour Harbour pilots IBM
    COVID-19 Ünal ß ΟΔΟΣ İ شیر שלום हिन्दी की 漢字 m² H₂O ʼ ʹ ′ x.y spp. km ½ Ⅷ ⓐ e\u0301a
"""
PIECES = st.one_of(
    st.sampled_from(WORDS.split()),
    st.text("ab AB.,!?'\"()-&;: 12éÉ’”", max_size=8),
    st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=3),
)


@given(st.lists(PIECES, max_size=60), st.sampled_from([*RANKED, "en", "en", "fr"]), st.booleans())
def test_any_text_has_the_scores_of_the_package(pieces: list[str], code: str, spaced: bool) -> None:
    text = (" " if spaced else "").join(pieces)
    assert_same([text, "The harbour pilot waits. " + text], load(code))


def test_sentences_and_their_words() -> None:
    assert sentences("We met Dr. Lind. Then it rained! It is over.") == [
        "We met Dr. Lind.",
        "Then it rained!",
        "It is over.",
    ]
    assert ranked_words("We don't know the U.S., mother-in-law.") == [
        "We", "do", "n't", "know", "the", "U.S.", ",", "mother-in-law", ".",
    ]  # fmt: skip


@pytest.mark.parametrize("noise", ["a. ", "(a. ", "A. ", "x, ", "Dr. ", "a.b", '"A." ', "1. May ", "J., and "])
def test_noise_costs_no_time(noise: str) -> None:
    text = salience.prepared([noise * 8_000], load("en"))
    salience.ranked("Warm up. A b c.", load("en"))
    with no_hang():
        salience.ranked(text, load("en"))


def test_a_check_imports_neither_the_package_nor_what_it_stands_on() -> None:
    code = (
        "import sys, seocheck; seocheck.check_text('# Boats\\n\\n' + 'The harbour pilot boards a ship. ' * 40);"
        "print(sorted({'yake', 'networkx', 'segtok', 'numpy', 'jellyfish', 'regex'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_stop_words_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_words.stop_words.cache_clear()
    with pytest.raises(SalienceUnavailable, match="cannot be read"):
        stop_words.stop_words("xx")
    monkeypatch.setitem(sys.modules, "yake", None)
    with pytest.raises(SalienceUnavailable, match="not installed"):
        stop_words.stop_words("en")
