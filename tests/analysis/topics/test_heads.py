"""A keyword without the word that makes it what it is isn't said, however long it is."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.model.report import KeywordResult


def keyword(declared: str, text: str, language: str = "en") -> KeywordResult:
    article = f"---\ntitle: x\nlang: {language}\nkeywords: ['{declared}']\n---\n\n{text}\n"
    return seocheck.check_text(article, settings={}, select=["keywords/unsupported"]).keywords[0]


@pytest.mark.parametrize(
    ("declared", "text", "missing", "language"),
    [
        ("bread learning", "The bread is gone.", "learning", "en"),
        ("bread learning tutorial", "The bread is gone.", "learning", "en"),
        ("oven testing", "The oven is warm.", "testing", "en"),
        ("sourdough bread starter management", "Bread wants a sourdough starter.", "management", "en"),
        ("brick oven pizza business marketing", "A brick oven bakes pizza. It is a business.", "marketing", "en"),
        ("rye flour mill water security tips", "The mill grinds rye flour with water.", "security", "en"),
        ("maschinelles Lernen", "Eine maschinelle Mühle.", "Lernen", "de"),
        ("Software-Test", "Software ist da.", "Test", "de"),
        ("formation boulangère", "Une tradition boulangère.", "formation", "fr"),
        ("análise de farinha", "A farinha acabou.", "análise", "pt"),
    ],
)
def test_without_its_head(declared: str, text: str, missing: str, language: str) -> None:
    found = keyword(declared, text, language)
    assert (found.tier, found.missing) == ("partial", (missing,))


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("Snailo learning", "Snailo is quick. We like Snailo.", "en"),
        ("Snailo training", "Snailo is quick.", "en"),
        ("home sourdough bread starter", "Bread wants a sourdough starter.", "en"),
        ("sourdough bread starter guide", "Bread wants a sourdough starter.", "en"),
        ("wheat and rye bread when to use", "Wheat bread and rye bread.", "en"),
        ("best sourdough bread starter tips", "Bread wants a sourdough starter.", "en"),
        ("Snailo lernen", "Snailo ist schnell.", "de"),
    ],
)
def test_without_what_nobody_misses(declared: str, text: str, language: str) -> None:
    assert keyword(declared, text, language).missing == ()


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("bread learning", "Learn to bake bread."),
        ("oven testing", "We test the oven."),
        ("sourdough bread starter management", "How to manage a sourdough starter for bread."),
    ],
)
def test_the_head_in_another_form(declared: str, text: str) -> None:
    assert keyword(declared, text).tier in ("reordered", "apart")
