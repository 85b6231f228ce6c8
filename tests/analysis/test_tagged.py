"""Keywords as generators write tags: with hyphens, without signs, several words in one."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.model.report import KeywordResult


def keyword(declared: str, text: str, language: str = "en") -> KeywordResult:
    article = f"---\ntitle: x\nlang: {language}\nkeywords: ['{declared}']\n---\n\n{text}\n"
    return seocheck.check_text(article, settings={}, select=["keywords/unsupported"]).keywords[0]


@pytest.mark.parametrize(
    ("declared", "text", "tier"),
    [
        ("SourdoughBreadBaking", "Baking of sourdough bread takes a day.", "reordered"),
        ("#SourdoughBreadBaking", "Baking of sourdough bread takes a day.", "reordered"),
        ("breadBaking", "Bake the best bread.", "reordered"),
        ("BreadOvens", "A bread oven is warm.", "inflected"),
        ("sourdough-bread-baking", "Baking of sourdough bread takes a day.", "reordered"),
        ("snailo-js", "The oven runs Snailo.js at night.", "exact"),
        ("snailojs", "The oven runs Snailo at night.", "variant"),
        ("Snailo.js", "The oven runs Snailo at night.", "variant"),
        ("snailocss", "The oven runs Snailo at night.", "variant"),
        ("golang", "The oven is written in Go at night.", "variant"),
        ("c-sharp", "The oven is written in C#.", "exact"),
        ("c-plus-plus", "The oven is written in C++.", "exact"),
        ("dot-net", "The oven runs on .NET.", "exact"),
        ("ui-ovens", "An oven with a UI.", "reordered"),
        ("mill-s3-ovens", "The S3 is a mill. Ovens wait.", "apart"),
        ("oven-5-4", "We bought the Oven 5.4.", "exact"),
        ("html5", "The page is HTML.", "variant"),
        ("Oven121", "We bought the Oven 1.21.", "exact"),
        ("oven3", "We bought the Oven 3.11.", "inflected"),
        ("oven 3", "We bought the Oven 3.11.", "inflected"),
        ("oven0.6", "The oven v0.6 is out.", "exact"),
        ("oven 0.6", "The oven v0.6 is out.", "exact"),
        ("IO", "I/O is slow.", "exact"),
        ("I/O", "IO is slow.", "exact"),
        ("AB...n", "A test A/B...N has many rooms.", "exact"),
    ],
)
def test_said(declared: str, text: str, tier: str) -> None:
    assert keyword(declared, text).tier == tier


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("SourdoughBreadBaking", "Sourdough waits.\n\nBread is gone.\n\nNobody is baking."),  # far from each other
        ("SourdoughBreadBaking", "Bread is baking."),
        ("PowerShell", "A shell has power."),
        ("iPhone", "I have a phone."),
        ("snailojs", "All of the snailo sleeps."),
        ("snailojs", "Snailo is the first word, as any may be."),
        ("golang", "They go home. Go home."),
        ("jahrelang", "Die vielen Jahre sind um."),
        ("c-sharp", "A sharp knife."),
        ("e-mail", "The mail came."),
        ("co-op", "The op is over."),
        ("COVID-19", "In 19 days we heard of covid twice, on 19 May."),
        ("sign-up", "A sign. Look up."),
        ("oven3", "We bought the Oven 13.1."),
        ("oven21", "We bought the Oven 1.21."),
        ("io", "I/O is slow."),
        ("IO", "I or O."),
        ("or", "O/R is slow."),
    ],
)
def test_not_said(declared: str, text: str) -> None:
    language = "de" if declared == "jahrelang" else "en"
    assert keyword(declared, text, language).tier == "absent"


def test_a_version_with_a_space_before_it() -> None:
    assert keyword("oven 3", "We bought the Oven 31.").tier == "partial"
    assert keyword("oven 3", "The oven takes 3.5 hours.").tier != "exact"
    assert keyword("oven0.6", "Oven 0.6版本发布，于本周发布。", "zh").tier == "exact"
    assert keyword("oven0.6", "烤箱于本周发布 Oven v0.6版本。", "zh").tier == "exact"
