"""A short word and the full one that it's cut from say the same; a word that only begins so doesn't."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.analysis.words.folding import fold
from seocheck.languages import available, load


def tier(declared: str, text: str, language: str = "en") -> str:
    article = f"---\nlang: {language}\nkeywords: ['{declared}']\n---\n\n{text}\n"
    return seocheck.check_text(article, settings={}, select=["keywords/unsupported"]).keywords[0].tier


@pytest.mark.parametrize(
    ("short", "full", "language"),
    [
        ("oven app", "oven application", "en"),
        ("auth", "authentication", "en"),
        ("oven specs", "oven specifications", "en"),
        ("grill infra", "grill infrastructure", "en"),
        ("Ofen-App", "Ofen-Applikation", "de"),
        ("Foto", "Fotografie", "de"),
        ("resto", "restaurant", "fr"),
        ("auto", "automatique", "fr"),
        ("auto", "automático", "es"),
        ("bici", "bicicleta", "es"),
        ("frigo", "frigorifero", "it"),
        ("repo", "repositório", "pt"),
        ("bieb", "bibliotheek", "nl"),
    ],
)
def test_short_and_full(short: str, full: str, language: str) -> None:
    assert tier(short, f"{full}.", language) == "variant"
    assert tier(full, f"{short}.", language) == "variant"


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("spec", "The species sleeps."),
        ("app", "The apple is ripe."),
        ("auth", "The author sleeps."),
        ("development", "A device."),
        ("authentication", "The authorization."),
        ("cryptography", "A cryptocurrency."),
        ("config", "The confidence."),
        ("developer", "Look below `/dev` for bread."),
    ],
)
def test_other_words(declared: str, text: str) -> None:
    assert tier(declared, text) == "absent"


@pytest.mark.parametrize(("declared", "text"), [("oven apps", "An oven application."), ("documentation", "The doc.")])
def test_they_are_no_other_spellings(declared: str, text: str) -> None:
    article = f"---\nlang: en\nkeywords: ['{declared}']\n---\n\n{text}\n"
    assert not seocheck.check_text(article, settings={}, select=["keywords/other-spelling"]).findings


@pytest.mark.parametrize("code", available())
def test_the_lists(code: str) -> None:
    groups = [group.split() for group in load(code).clippings.split(",") if group.strip()]
    assert groups == sorted(groups, key=lambda group: fold(group[0]))
    assert all(len(group) > 1 and group == [word.lower() for word in group] for group in groups)
    firsts = [group[0] for group in groups]
    assert len(firsts) == len(set(firsts))
