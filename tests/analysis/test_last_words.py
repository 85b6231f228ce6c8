"""Compounds that no dictionary has, in the forms of their last words."""

from __future__ import annotations

import pytest

from seocheck.analysis.inflection.last_words import same_last_word
from tests.analysis.test_forms import tier


@pytest.mark.parametrize(
    ("keyword", "text", "language"),
    [
        ("leivontapiirustukset", "Myymme leivontapiirustuksia joka päivä.", "fi"),
        ("uunitarjottimet", "Meillä on uunitarjottimia kaikille.", "fi"),
        ("kattoremontit", "Teemme kattoremontteja koko maassa.", "fi"),
        ("megkelesztés", "A tészta megkelesztésével várunk.", "hu"),
        ("sütemény", "A süteményeitekkel mindenki jóllakott.", "hu"),
        ("uuni", "Uuniini mahtuu kaksi leipää.", "fi"),
    ],
)
def test_a_compound_of_which_the_dictionary_knows_the_last_word(keyword: str, text: str, language: str) -> None:
    assert tier(keyword, text, language) == "inflected"


@pytest.mark.parametrize(
    ("mine", "theirs", "language"),
    [("leivontapiirustus", "leivontapiirtäjä", "fi"), ("Brotbacker", "Brotbackung", "de"), ("ovi", "ovet", "fi")],
)
def test_compounds_of_other_last_words(mine: str, theirs: str, language: str) -> None:
    assert not same_last_word(mine, theirs, language)
