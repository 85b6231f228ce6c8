from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import seocheck
from seocheck.analysis.prose.passive import LANGUAGES, find_passive
from tests.support import no_hang, python_process
from tools.passive_voice import FILE, judged, scores

PASSIVE = {
    "en": [
        "The rooms are not yet painted.|are not yet painted",
        "It must be closed by law.|be closed",
        "The road has been closed.|been closed",
        "The gate is closed by the guard.|is closed",
        "Milk is used to make cheese.|is used",
        "Was the old stone bridge ever built by monks?|Was … built",
        "He got caught by the guard.|got caught",
    ],
    "de": [
        "Das Haus wurde 1900 gebaut.|wurde 1900 gebaut",
        "Ich weiß, dass es gebaut worden ist.|gebaut worden",
        "Gebaut wurde es 1900.|Gebaut wurde",
        "Es wird von allen vergessen.|wird von allen vergessen",
        "Das kann nicht aufgeschoben werden.|aufgeschoben werden",
    ],
    "fr": [
        "Les voleurs n'ont pas été vus.|été vus",
        "La porte est ouverte par le gardien.|est ouverte",
        "Elle doit être fermée.|être fermée",
        "Nous sommes invités partout.|sommes invités",
    ],
    "es": ["Fue construido por monjes.|Fue construido", "La puerta es abierta por el guarda.|es abierta"],
    "it": [
        "La casa è stata costruita nel 1900.|stata costruita",
        "Il vino viene prodotto in Toscana.|viene prodotto",
        "Il libro fu scritto in fretta.|fu scritto",
        "Può essere utilizzato ogni giorno.|essere utilizzato",
    ],
    "nl": [
        "Het huis werd in 1900 gebouwd.|werd in 1900 gebouwd",
        "De wet zal worden aangepast.|worden aangepast",
        "Er wordt veel gelachen.|wordt veel gelachen",
    ],
    "pt": ["A casa foi construída em 1900.|foi construída", "As contas serão entregues amanhã.|serão entregues"],
    "ru": ["Дом был построен в 1900 году.|был построен", "Он был убит.|был убит", "Закон будет принят.|будет принят"],
    "pl": ["Dom został zbudowany w 1900 roku.|został zbudowany", "Ustawa zostanie przyjęta.|zostanie przyjęta"],
    "sv": [
        "Huset byggdes 1900.|byggdes",
        "Boken blev såld.|blev såld",
        "Vinet kan lagras länge.|kan lagras",
        "Lagen har ändrats.|har ändrats",
    ],
}
ACTIVE = {
    "en": [
        "The shop is closed.",
        "The shop is closed by noon.",
        "She is interested in tea.",
        "He got tired.",
        "I am used to getting up early.",
        "He is very limited.",
        "It is a well-known fact and is well-known.",
        "The plan is unfinished.",
        "What is the plan drawn up by monks?",
        "Are you ready to get started?",
        "The table is tilted to the left.",
        "The eggs, e.g. those of ducks, are big.",
    ],
    "de": [
        "Der Laden ist geöffnet.",
        "Sie wird das nie vergessen.",
        "Er wird gezielt Leute suchen.",
        "Die Sitzung wird geplant haben, wer sie leitet.",
        "Er wurde mit seinem Lied bekannt.",
        "Wir werden die geplante Reform verschieben.",
        "Es wird bestimmt regnen.",
    ],
    "fr": [
        "Elle est venue hier.",
        "Elle s'est levée tôt.",
        "Nous nous sommes levés.",
        "Cet été passé à la mer fut long.",
        "Le magasin est fermé.",
        "La porte est fermée par exemple le lundi.",
    ],
    "es": ["Mi padre fue al mercado.", "La tienda está cerrada.", "Es abogado.", "La película fue divertida."],
    "it": ["È andato a casa.", "Siamo stati contenti.", "Si è lavato le mani.", "Lo stato fondato nel 1900 è piccolo."],
    "nl": ["De winkel is gesloten.", "Zij werd verliefd.", "Het werd een beroemd gebied.", "Hij wordt oud."],
    "pt": ["A loja está fechada.", "Ele foi ao mercado.", "É um estado grande.", "O filme foi divertido."],
    "ru": ["Он был доволен.", "Магазин был закрыт.", "Это было совершенно ясно.", "Это был хороший план."],
    "pl": ["Sklep jest zamknięty.", "To była długa strona.", "Oni są zadowoleni.", "Została lekarką."],
    "sv": ["Affären är stängd.", "Han blev trött.", "Det finns en plats.", "Hon lyckades till slut."],
}


@pytest.mark.parametrize("case", [(code, case) for code, cases in PASSIVE.items() for case in cases], ids=str)
def test_passives_and_their_words(case: tuple[str, str]) -> None:
    sentence, _, words = case[1].partition("|")
    found = find_passive(sentence, case[0])
    assert found is not None
    assert found.words == words
    assert sentence[found.span.start : found.span.end].startswith(words.split(" … ")[0])


@pytest.mark.parametrize("case", [(code, case) for code, cases in ACTIVE.items() for case in cases], ids=str)
def test_what_is_no_passive(case: tuple[str, str]) -> None:
    assert find_passive(case[1], case[0]) is None


@pytest.mark.parametrize("code", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("half", ["tune", "test"])
def test_the_published_accuracy_is_kept(code: str, half: str) -> None:
    missed, wrong, count = judged(yaml.safe_load(FILE.read_text("utf-8"))[code], half, code)
    assert scores(len(missed), len(wrong), count)[2] >= 0.9, half  # and names no sentence of the test half


def test_the_sentences_are_as_many_as_said() -> None:
    table = yaml.safe_load(FILE.read_text("utf-8"))
    for halves in table.values():
        assert {name: len(half["passive"]) for name, half in halves.items()} == {"tune": 25, "test": 25}
        assert sum(len(half["active"]) for half in halves.values()) == 25
        assert sum(len(half["participle"]) for half in halves.values()) == 25


def test_every_language_has_its_file_and_an_unknown_one_none() -> None:
    assert set(PASSIVE) == set(ACTIVE) == LANGUAGES
    assert find_passive("Broen blev bygget i 1932.", "da") is None
    assert find_passive("The bridge was built.", "") is None


def test_only_the_language_of_the_article_is_read(tmp_path: Path) -> None:
    code = (
        "from seocheck.analysis.prose import passive, passive_data\n"
        "read = []\n"
        "load = passive_data.load_own_yaml\n"
        "passive_data.load_own_yaml = lambda text: read.append(text) or load(text)\n"
        "passive.find_passive('It was built.', 'en'); passive.find_passive('It was sold.', 'en')\n"
        "passive.find_passive('x', 'zh')\n"
        "print(len(read))"
    )
    assert python_process(code, cwd=tmp_path).stdout.strip() == "1"


@pytest.mark.parametrize("code", sorted(LANGUAGES))
@pytest.mark.parametrize(
    "unit", ["was been not ", "wird gebaut haben ", "a été été ", "geladen ", "is, ", "är ", "'", "ge", "(\u201c"]
)
def test_time_is_linear(code: str, unit: str) -> None:
    text = unit * (60_000 // len(unit))
    with no_hang():
        find_passive(text, code)


def test_an_article_without_a_stop_and_a_giant_word() -> None:
    body = "was built " * 20_000 + "x" * 1_000_000
    report = seocheck.check_text(
        f"---\ntitle: x\nlang: en\n---\n\n{body}\n", path="a.md", select=["readability/passive-voice"]
    )
    assert not report.failures
    assert not report.findings  # one sentence is no habit


def test_quotations_by_the_thousand_take_linear_time() -> None:
    body = "It was built by “him” and `them`. " * 20_000
    with no_hang():
        report = seocheck.check_text(
            f"---\ntitle: x\nlang: en\n---\n\n{body}\n", path="a.md", select=["readability/passive-voice"]
        )
        assert report.findings
