from __future__ import annotations

import subprocess
import sys

import pytest

from seocheck.analysis.prose.syllables import count_syllables
from tests.support import no_hang


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "the:1 little:2 everything:3 people:2 naïve:2 café:2 business:2 area:3 don't:1 fire:2"),
        ("en", "Putin:2 Putin's:2 Putin’s:2 church:1 church's:2 states':1 state-of-the-art:4"),
        ("en", "blorped:1 snozzberries:3 zintable:3 UNESCO:3"),  # three that no dictionary has
        ("de", "Haus:1 Bäume:2 Nation:3 Quelle:2 Feuer:2 Regierung:3 Museum:3 Familie:3 Familien:4"),
        ("es", "casa:2 país:2 guerra:2 pingüino:3 queso:2 muy:1 situación:3 teoría:4 quien:1 agua:2 poeta:3"),
        ("it", "casa:2 Italia:3 nazione:3 uomo:2 quello:2 città:2 poeta:3 più:1 giorno:2"),
        (
            "fr",
            "maison:2 eau:1 table:1 théâtre:2 oiseau:2 poète:2 client:2 parlaient:2 français:2 les:1 pays:2",
        ),
        ("nl", "huis:1 mooie:2 eeuw:1 België:3 ideeën:3 regering:3 politie:3 nieuwe:2"),
        ("ru", "Москва:2 правительство:4 и:1 в:1 ещё:2"),
        ("pt", "não:1 nações:2 história:3 dia:2 quando:2 saúde:3 ainda:3 muito:2 economia:5 coisa:2"),
        ("tr", "İstanbul:3 okunabilirlik:6 saat:2 Türkiye'de:4 ışık:2"),
    ],
)
def test_ordinary_words(code: str, words: str) -> None:
    expected = dict(pair.rsplit(":", 1) for pair in words.split())
    assert {word: str(count_syllables(word, code)) for word in expected} == expected


def test_capitals_are_spelled_unless_the_dictionary_has_them_as_a_word() -> None:
    spoken = {"NATO": 2, "UN": 2, "US": 2, "U.S.": 2, "IMF": 3, "BBC": 3, "WWF": 7, "HTML": 4, "us": 1}
    assert {word: count_syllables(word, "en") for word in spoken} == spoken


@pytest.mark.parametrize("figure", ["2014", "3.14", "1,000", "4th", "12:30"])
def test_a_figure_is_one_syllable(figure: str) -> None:
    assert count_syllables(figure, "en") == count_syllables(figure, "de") == 1


def test_an_unknown_language_is_not_guessed() -> None:
    assert count_syllables("talo", "fi") is None
    assert count_syllables("言葉", "ja") is None


@pytest.mark.parametrize("word", ["", "-", "'", "&", "日本", "\u0301", "ﬁ", "brrr"])
def test_every_word_has_a_syllable(word: str) -> None:
    assert (count_syllables(word, "en") or 0) >= 1
    assert (count_syllables(word, "fr") or 0) >= 1


@pytest.mark.parametrize("code", ["en", "de", "es", "fr", "it", "nl", "pt", "ru", "tr"])
def test_time_is_linear_in_the_word(code: str) -> None:
    with no_hang():
        for word in ("a" * 100_000, "qui" * 30_000, "n" * 100_000, "l'" * 50_000):
            count_syllables(word, code)


def test_importing_loads_no_heavy_library_and_no_table() -> None:
    script = (
        "import sys, seocheck.analysis.prose.syllables as s, seocheck.analysis.prose.sentences,"
        " seocheck.analysis.prose.reading_ease\n"
        "heavy = {'textstat', 'nltk', 'pyphen', 'numpy', 'yake', 'rich'} & sys.modules.keys()\n"
        "print(sorted(heavy), s._table.cache_info().currsize)"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[] 0"


def test_a_french_e_that_only_softens_a_g_is_no_syllable() -> None:
    assert [count_syllables(word, "fr") for word in ("ravagea", "mangeons", "bourgeois", "géant")] == [3, 2, 2, 2]
