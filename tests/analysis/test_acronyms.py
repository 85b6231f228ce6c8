"""An acronym is said by its phrase, and a phrase by its acronym; letters that meet by chance say nothing."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.model.report import KeywordResult


def keyword(declared: str, text: str, *, language: str = "en", title: str = "x") -> KeywordResult:
    article = f"---\ntitle: {title}\nlang: {language}\nkeywords: ['{declared}']\n---\n\n{text}\n"
    return seocheck.check_text(article, settings={}, select=["keywords/unsupported"]).keywords[0]


TWICE = "Slow dough fermentation takes a day. With slow dough fermentation the crust sings."


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("SDF", TWICE),
        ("SDFs", TWICE),
        ("SDF", "## Slow dough fermentation\n\nIt takes a day."),
        ("SDF", "Slow-dough fermentation takes a day. Some slow dough fermentations take two."),
        ("BOM", "The Bakers of Malmö met. Later the Bakers of Malmö left."),
        ("FBM", "The Federation for Bakers and Millers met. The Federation for Bakers and Millers left."),
    ],
)
def test_an_acronym_spelt_out(declared: str, text: str) -> None:
    assert keyword(declared, text).tier == "variant"


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("slow dough fermentation", "The SDF takes a day."),
        ("slow dough fermentation", "Two SDFs took a day."),
        ("Bakers of Malmö", "The BoM met."),
    ],
)
def test_a_phrase_by_its_acronym(declared: str, text: str) -> None:
    assert keyword(declared, text).tier == "variant"


@pytest.mark.parametrize(
    ("declared", "text"),
    [("SDF bread", f"Bread is good. {TWICE}"), ("slow dough fermentation recipes", "SDF: a recipe for a day.")],
)
def test_as_a_part_of_a_keyword(declared: str, text: str) -> None:
    found = keyword(declared, text)
    assert (found.tier in ("reordered", "apart"), found.missing) == (True, ())


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("SDF", "Slow dough fermentation takes a day."),  # once, in a sentence
        ("SDF", "Some dogs fled. Slow dough, fermented, waits."),
        ("SDF", "He is slow. Dough ferments. He is slow. Dough ferments."),
        ("sdf", TWICE),
        ("SD", "Slow dough takes a day. Slow dough sings."),
        ("BOM", "A bowl of milk stands there. The bowl of milk is full."),
        ("oven", "Old vans emit noise. Old vans emit noise."),
        ("slow dough fermentation", "He typed sdf, and that was all."),
        ("slow dough", "The SD is big."),
        ("SDF", "x"),
    ],
)
def test_letters_that_meet_by_chance(declared: str, text: str) -> None:
    assert keyword(declared, text, title="x").tier == "absent"


def test_the_title_alone_says_nothing() -> None:
    assert keyword("SDF", "Bread takes a day.", title="Slow dough fermentation").tier == "absent"
    assert keyword("SDF", "Slow dough fermentation takes a day.", title="Slow dough fermentation").tier == "variant"


def test_in_a_list_in_capitals_there_are_no_acronyms() -> None:
    article = f"---\nlang: en\nkeywords: [SDF, RYE BREAD]\n---\n\n{TWICE}\n"
    assert seocheck.check_text(article, settings={}).keywords[0].tier == "absent"


def test_it_is_no_other_spelling() -> None:
    article = f"---\nlang: en\nkeywords: [SDF]\n---\n\n{TWICE}\n"
    assert not seocheck.check_text(article, settings={}, select=["keywords/other-spelling"]).findings
