from __future__ import annotations

import pytest

from seocheck.analysis.prose.reading_ease import Ease, Prose, ProseCounts, prose, reading_ease
from seocheck.base.text import Span, verbatim
from seocheck.languages import available, load
from seocheck.model.article import Block, BlockKind


def block(text: str, kind: BlockKind = "paragraph", code: str = "") -> Block:
    spans: tuple[Span, ...] = ()
    if code:
        start = text.index(code)
        spans = (Span(start, start + len(code)),)
    return Block(kind, verbatim(text, 0, len(text)), code=spans)


def read(*blocks: Block, language: str = "en") -> Prose:
    return prose(blocks, load(language))


def test_counts_of_a_paragraph() -> None:
    found = read(block("The cat sat on the mat. It was a state-of-the-art mat, wasn't it?"))
    assert [(s.words, s.syllables) for s in found.sentences] == [(6, 6), (7, 11)]
    assert found.counts == ProseCounts(2, words=13, syllables=17, letters=46, long_words=1, hard_words=1)


def test_only_running_text_counts() -> None:
    said = "This is a whole sentence."
    found = read(
        block(said, "heading"),
        block(said, "quotation"),
        block(said, "cell"),
        block(said, "caption"),
        block("Just a list item", "item"),
        block("An item that is a sentence.”", "item"),
        block(said),
    )
    assert found.texts == ("An item that is a sentence.”", said)


@pytest.mark.parametrize("tail", ["", " (#580)", " #580", " [1]", " :)", " ;-)", " 🎉", "🎉"])
def test_a_list_item_that_ends_its_sentence_is_running_text(tail: str) -> None:
    assert len(read(block(f"The roof was mended.{tail}", "item")).sentences) == 1
    assert not read(block(f"The mended roof{tail}", "item")).sentences


def test_a_list_item_with_sentences_before_its_colon_is_running_text() -> None:
    said = "Build the oven door first. Then cut the hinges as the drawing shows:"
    assert len(read(block(said, "item")).texts) == 2
    assert not read(block("The hinges, as the drawing of the oven door shows them:", "item")).texts


def test_a_paragraph_that_is_one_long_quotation_is_not_the_authors() -> None:
    said = "The oven was never cold. " * 14
    assert not read(block(f"“{said.strip()}”")).texts
    assert len(read(block(f"“{said.strip()}” she said, “for years.”")).texts) >= 14
    assert len(read(block("“It is cold.”")).texts) == 1


def test_inline_code_is_no_word_and_ends_no_sentence() -> None:
    found = read(block("Call obj.run(). Now! before you start. It helps.", code="obj.run(). Now!"))
    assert [s.words for s in found.sentences] == [4, 2]
    assert found.texts[0] == "Call  before you start."


def test_a_sentence_of_code_alone_is_none() -> None:
    assert read(block("make all", code="make all")).counts.sentences == 0
    assert [s.words for s in read(block("Run make. It helps.", code="make")).sentences] == [1, 2]


def test_sentences_know_their_places() -> None:
    text = "One is here. Two is there."
    second = read(block(text)).sentences[1]
    assert text[second.start : second.end] == "Two is there."


def test_syllables_of_a_language_without_rules_are_unknown() -> None:
    counts = read(block("Ez egy mondat."), language="hu").counts
    assert (counts.words, counts.syllables) == (3, None)
    assert reading_ease(counts, load("hu")) is None


COUNTS = ProseCounts(sentences=10, words=200, syllables=300, letters=1000, long_words=50, hard_words=20)


@pytest.mark.parametrize(
    ("code", "value", "band"),
    [
        ("en", 206.835 - 1.015 * 20 - 84.6 * 1.5, "fairly difficult (10th to 12th grade)"),
        ("de", 180 - 20 - 58.5 * 1.5, "fairly easy"),
        ("es", 206.835 - 20 - 62.3 * 1.5, "very easy (INFLESZ: muy fácil)"),
        ("fr", 207 - 1.015 * 20 - 73.6 * 1.5, "fairly easy"),
        ("it", 89 + (300 * 10 - 10 * 1000) / 200, "difficult (upper secondary school)"),
        ("nl", 206.84 - 0.93 * 20 - 77 * 1.5, "fairly easy (6th or 7th year of primary school)"),
        ("pt", 248.835 - 1.015 * 20 - 84.6 * 1.5, "very easy"),
        ("ru", 206.835 - 1.3 * 20 - 60.1 * 1.5, "very easy"),
        ("tr", 198.825 - 40.175 * 1.5 - 2.610 * 20, "easy"),
        ("sv", 20 + 25, "standard (newspapers)"),
        ("da", 20 + 25, "difficult"),
        ("fi", 20 + 25, "very easy (children's books)"),
        ("pl", 0.4 * (20 + 10), "standard (upper secondary school)"),
        ("cs", 206.835 - 1.672 * 20 - 62.18 * 1.5, "easy"),
    ],
)
def test_each_formula_by_hand(code: str, value: float, band: str) -> None:
    ease = reading_ease(COUNTS, load(code))
    assert ease is not None
    assert ease.value == pytest.approx(value)
    assert ease.band == band


@pytest.mark.parametrize("code", available())
def test_every_formula_has_its_source_and_bands_for_every_value(code: str) -> None:
    formula = load(code).reading_ease
    if formula is None:
        assert reading_ease(COUNTS, load(code)) is None
        return
    assert any(year in formula.source for year in map(str, range(1940, 2027)))
    bounds = [bound for bound, _ in formula.bands]
    assert bounds == sorted(bounds, reverse=not formula.higher_is_harder)
    assert abs(bounds[-1]) == float("inf")


@pytest.mark.parametrize(
    ("code", "value", "flesch"),
    [("en", 60, 60), ("sv", 47, 56), ("fi", 72, 56), ("pl", 5, 90), ("pl", 16, 30), ("pl", 12, 52)],
)
def test_other_scales_are_brought_to_that_of_flesch(code: str, value: float, flesch: float) -> None:
    formula = load(code).reading_ease
    assert formula is not None
    assert Ease(value, "", "", "", formula.higher_is_harder, formula.flesch).flesch_equivalent == pytest.approx(
        flesch, abs=0.2
    )


def test_no_text_no_ease() -> None:
    assert reading_ease(ProseCounts(), load("en")) is None
    assert not ProseCounts(sentences=2, words=500).enough
    assert not ProseCounts(sentences=5, words=99).enough
    assert ProseCounts(sentences=3, words=100).enough
