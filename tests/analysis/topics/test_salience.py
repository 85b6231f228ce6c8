"""What a text is about: phrases that an editor would recognise in it."""

import logging
import subprocess
import sys

import pytest

from seocheck.analysis.topics.phrases import presentable
from seocheck.analysis.topics.salience import SalienceUnavailable, salient_phrases
from seocheck.analysis.topics.stop_words import stop_words
from seocheck.languages import LanguageData, load
from tests.support import no_hang

BLOCKS = [
    "Harbour Pilots and Their Boats",
    "The harbour pilot boards every cargo ship outside the breakwater. Margit Olsen’s pilot boat is small, "
    "but no cargo ship enters the harbour without it.",
    "When the north wind rises, Olsen waits. The north wind has sunk two cargo ships since 1950, and Olsen "
    "remembers both: the harbour pilot of that night was her father.",
    "In 2020 COVID-19 closed the port; COVID-19 also kept her father at home.",
]


def texts(blocks, language="en", **options):
    return [phrase.text for phrase in salient_phrases(blocks, load(language), **options)]


def test_finds_the_phrases_the_text_returns_to():
    found = texts(BLOCKS)
    assert {"cargo ship", "harbour pilot", "north wind", "Olsen"} <= set(found)


def test_every_phrase_is_there_as_often_as_it_says():
    for phrase in salient_phrases(BLOCKS, load("en")):
        block, start, end = phrase.first
        assert BLOCKS[block][start:end].lower() == phrase.text.lower()
        assert phrase.count >= 2
        assert phrase.score > 0
        assert type(phrase.score) is float


def test_no_phrase_is_a_fragment_or_made_of_function_words():
    found = [text.lower() for text in texts(BLOCKS)]
    assert "cargo" not in found
    assert "wind" not in found
    assert not any(text.split()[0] in {"the", "her", "no"} for text in found)
    assert not any(text.isdigit() for text in found)


def test_a_heading_does_not_run_into_the_next_paragraph():
    blocks = ["Sailing knots", "Bowlines hold. Sailing knots matter.", "Sailing knots", "Bowlines hold well."]
    assert "knots Bowlines" not in texts(blocks)


def test_a_possessive_neither_hides_a_name_nor_makes_a_phrase():
    blocks = ["We saw Olsen’s boat at noon.", "Later Olsen's boat came back.", "Nobody met Olsen again."]
    found = texts(blocks)
    assert "Olsen" in found
    assert "Olsen boat" not in found


def test_the_written_form_is_the_commonest_one():
    blocks = ["Solar panels are cheap.", "We bought solar panels, and the solar panels work."]
    assert "solar panels" in texts(blocks)


def test_same_blocks_same_answer_in_order_of_score():
    found = salient_phrases(BLOCKS, load("en"))
    assert found == salient_phrases(BLOCKS, load("en"))
    assert list(found) == sorted(found, key=lambda phrase: (phrase.score, phrase.text))
    assert salient_phrases(BLOCKS, load("en"), limit=2) == found[:2]


def test_a_language_with_elisions():
    blocks = [
        "La banque centrale a relevé ses taux. L’Ukraine attend la banque centrale.",
        "Selon la banque centrale, l'Ukraine et d'autres pays attendent.",
    ]
    found = texts(blocks, "fr")
    assert "banque centrale" in found
    assert not any(text.startswith(("l'", "L’", "d'")) for text in found)


@pytest.mark.parametrize("blocks", [[], [""], ["   ", "\n"], ["..."], ["Too short."]])
def test_nothing_stands_out_of_nothing(blocks):
    assert salient_phrases(blocks, load("en")) == ()


@pytest.mark.parametrize("language", [load("ja"), load("zh"), load("ko"), LanguageData(code="xx")])
def test_a_language_without_stop_words_is_not_assessed(language):
    with pytest.raises(SalienceUnavailable, match="no stop words"):
        salient_phrases(["text"], language)


def test_yake_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "yake", None)
    stop_words.cache_clear()
    with pytest.raises(SalienceUnavailable, match="yake is not installed"):
        salient_phrases(BLOCKS, load("en"))
    with pytest.raises(SalienceUnavailable, match="cannot be imported"):
        salient_phrases(BLOCKS, load("en"), by_library=True)
    stop_words.cache_clear()


def test_the_package_finds_the_same():
    assert salient_phrases(BLOCKS, load("en"), by_library=True) == salient_phrases(BLOCKS, load("en"))


def test_yake_failing_is_said_and_not_taken_for_an_empty_answer(monkeypatch, capfd):
    import yake.core.yake

    def fail(*args, **options):
        raise RuntimeError("out of order")

    monkeypatch.setattr(yake.core.yake, "DataCore", fail)
    with pytest.raises(SalienceUnavailable, match="out of order"):
        salient_phrases(BLOCKS, load("en"), by_library=True)
    assert capfd.readouterr().err == ""
    assert not logging.getLogger("yake").handlers


@pytest.mark.parametrize("noise", ["{a" * 16_000, "a " * 30_000, "x" * 1_000_000, "a@" * 50_000, "a. " * 20_000])
def test_noise_costs_no_time(noise):
    salient_phrases(["Warm up."], load("en"))
    with no_hang():
        assert salient_phrases([noise], load("en")) == ()


def test_importing_the_module_does_not_import_yake():
    code = "import seocheck.analysis.topics.salience, sys; assert not {'yake', 'numpy', 'networkx'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_name_is_not_cut_where_the_ranker_does_not_know_its_first_word():
    blocks = [
        "The ferry to New Haven leaves at noon, and nobody in New Haven minds.",
        "Lind moved to New Haven when the mill closed. The bread of New Haven is rye.",
    ]
    found = texts(blocks)
    assert "New Haven" in found
    assert "Haven" not in found


def test_no_phrase_is_what_somebody_does_or_a_title_cut_short():
    blocks = [
        "You bake your bread at night. Rev. Lind told us: bake your bread and sleep.",
        "Miller wrote to the town, and Miller wrote again. Rev. Lind and Rev. Olsen read it, as did Rev. Berg.",
        "The time came. Each time is its own time, and in time bread rises.",
    ]
    found = texts(blocks)
    assert not {"bake your bread", "Miller wrote", "Rev", "time"} & set(found)


def test_a_candidate_that_is_nowhere_is_left_out():
    assert presentable({"oven": 0.1, "bread oven": 0.2}, ["Bread.", "Bakers bake."], load("en")) == []


@pytest.mark.parametrize("apostrophe", "’ʼ'`")
def test_a_possessive_has_any_apostrophe(apostrophe):
    blocks = [f"We saw Olsen{apostrophe}s boat.", f"Olsen{apostrophe}s boat sank.", "Nobody met Olsen.", "Olsen swam."]
    found = {phrase.text: phrase.count for phrase in salient_phrases(blocks, load("en"), titles=[blocks[0]])}
    assert found["Olsen"] == 4
