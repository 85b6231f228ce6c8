"""Nouns and the verbs that they are made of say the same thing; words that only look so don't."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.languages import available, load


def tier(declared: str, text: str, language: str = "en") -> str:
    article = f"---\nlang: {language}\nkeywords: ['{declared}']\n---\n\n{text}\n"
    return seocheck.check_text(article, settings={}, select=["keywords/unsupported"]).keywords[0].tier


@pytest.mark.parametrize(
    ("noun", "verb", "language"),
    [
        ("fermentation", "We ferment the dough.", "en"),
        ("kneader", "We knead the dough.", "en"),
        ("artisan", "Une boulangerie artisanale.", "fr"),
        ("vehículo", "Un seguro vehicular.", "es"),
        ("consulenza", "Un servizio consulenziale.", "it"),
        ("boya", "İyi bir boyacı.", "tr"),
        ("realismus", "Realistický obraz.", "cs"),
        ("satisfaction", "It satisfies the guests.", "en"),
        ("préparation", "Un travail préparatoire.", "fr"),
        ("preparación", "Un trabajo preparatorio.", "es"),
        ("technologia", "Opis technologiczny.", "pl"),
        ("технология", "Технологическая карта.", "ru"),
        ("technologie", "Technologický popis.", "cs"),
        ("interpretation", "She interprets the crumb.", "en"),
        ("exploration", "They explored the mill.", "en"),
        ("collection", "We collect jars.", "en"),
        ("discussion", "They discussed yeast.", "en"),
        ("extraction", "It extracts the oil.", "en"),
        ("conversion", "Convert cups into grams.", "en"),
        ("division", "Divide the dough.", "en"),
        ("effectiveness", "An effective oven.", "en"),
        ("usefulness", "A useful bowl.", "en"),
        ("seriousness", "A serious baker.", "en"),
        ("awareness", "Bakers are aware.", "en"),
        ("caramelization", "The onions caramelise.", "en"),
        ("fermentation", "Faites fermenter la pâte.", "fr"),
        ("réduction", "Nous réduisons la sauce.", "fr"),
        ("fermentación", "Hay que fermentar la masa.", "es"),
        ("reducción", "Reducimos la salsa.", "es"),
        ("Fermentierung", "Wir fermentieren den Teig.", "de"),
        ("Reduktion", "Wir reduzieren die Soße.", "de"),
        ("fermentazione", "Bisogna fermentare l'impasto.", "it"),
        ("fermentação", "Vamos fermentar a massa.", "pt"),
        ("karamellisering", "We karamelliseren de uien.", "nl"),
        ("registratie", "We registreren de gasten.", "nl"),
        ("registrering", "Vi registrerar gästerna.", "sv"),
        ("registrering", "Vi registrerer gæsterne.", "da"),
        ("registrering", "Vi registrerer gjestene.", "nb"),
        ("rejestracja", "Trzeba rejestrować gości.", "pl"),
        ("registrace", "Musíme registrovat hosty.", "cs"),
        ("регистрация", "Надо регистрировать гостей.", "ru"),
    ],
)
def test_a_noun_for_its_verb_and_the_other_way_round(noun: str, verb: str, language: str) -> None:
    assert tier(noun, verb, language) == "related"
    own = next(
        word.strip(".") for word in verb.split() if tier(word.strip("."), noun.capitalize(), language) != "absent"
    )
    assert tier(own, f"{noun.capitalize()}.", language) == "related"


@pytest.mark.parametrize(
    ("noun", "adjective", "language"),
    [
        ("nature", "natural", "en"),
        ("region", "regional", "en"),
        ("autonomy", "autonomous", "en"),
        ("photography", "photographic", "en"),
        ("ecology", "ecological", "en"),
        ("fotografía", "fotográfica", "es"),
        ("fotografia", "fotografico", "it"),
        ("Geografie", "geografische", "de"),
        ("statistics", "statistical", "en"),
        ("Tourismus", "touristische", "de"),
        ("Autonomie", "autonome", "de"),
        ("Technologie", "technologische", "de"),
        ("Industrie", "industrielle", "de"),
        ("culture", "culturelles", "fr"),
        ("tourisme", "touristique", "fr"),
        ("histoire", "historique", "fr"),
        ("industrie", "industrielle", "fr"),
        ("autonomie", "autonomes", "fr"),
        ("technologie", "technologiques", "fr"),
        ("cultura", "culturales", "es"),
        ("turismo", "turística", "es"),
        ("historia", "histórico", "es"),
        ("autonomía", "autónoma", "es"),
        ("cultura", "cultural", "pt"),
        ("turismo", "turística", "pt"),
        ("história", "histórico", "pt"),
        ("cultura", "culturale", "it"),
        ("turismo", "turistico", "it"),
        ("storia", "storico", "it"),
        ("cultuur", "culturele", "nl"),
        ("toerisme", "toeristische", "nl"),
        ("duurzaamheid", "duurzame", "nl"),
        ("культура", "культурный", "ru"),
        ("экономика", "экономический", "ru"),
        ("kultura", "kulturalny", "pl"),
        ("historia", "historyczny", "pl"),
        ("kultura", "kulturní", "cs"),
        ("культура", "культурний", "uk"),
        ("tarih", "tarihi", "tr"),
        ("tarih", "tarihsel", "tr"),
        ("doğa", "doğal", "tr"),
        ("kültür", "kültürel", "tr"),
        ("bilim", "bilimsel", "tr"),
    ],
)
def test_a_noun_for_its_adjective_and_the_other_way_round(noun: str, adjective: str, language: str) -> None:
    assert tier(noun, f"Xy {adjective} xy.", language) == "related"
    assert tier(adjective, f"Xy {noun} xy.", language) == "related"


def test_other_nouns_of_the_verb_are_kin() -> None:
    assert tier("translation", "Two translators sat at the table.") == "related"
    assert tier("caramelizer", "Caramelization takes an hour.") == "related"
    assert tier("Nachhaltigkeit", "Eine nachhaltige Bäckerei.", "de") == "related"


def test_in_a_keyword_of_several_words() -> None:
    assert tier("dough fermentation", "Ferment the dough for a day.") == "apart"
    assert tier("hydratation lente", "Il faut hydrater la farine.", "fr") == "partial"


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("station", "state", "en"),
        ("nation", "nature", "en"),
        ("portion", "port", "en"),
        ("mission", "miss", "en"),
        ("section", "sect", "en"),
        ("passion", "pass", "en"),
        ("commission", "commit", "en"),
        ("projection", "project", "en"),
        ("subversion", "subvert", "en"),
        ("presentation", "present", "en"),
        ("plantation", "plant", "en"),
        ("vacation", "vacate", "en"),
        ("estación", "estar", "es"),
        ("habitación", "habitar", "es"),
        ("stazione", "stare", "it"),
        ("Regierung", "regieren", "de"),
        ("Station", "stieren", "de"),
        ("exception", "exceptionnel", "fr"),
        ("génie", "génique", "fr"),
        ("partie", "partiel", "fr"),
        ("Einheit", "ein", "de"),
        ("Partie", "partiell", "de"),
        ("eenheid", "een", "nl"),
        ("gen", "genel", "tr"),
        ("gen", "gensel", "tr"),
        ("yer", "yersel", "tr"),
        ("kura", "kural", "tr"),
    ],
)
def test_words_that_only_look_akin(one: str, other: str, language: str) -> None:
    assert tier(one, f"Bread. {other} bread.", language) == "absent"
    assert tier(other, f"Bread. {one} bread.", language) == "absent"


@pytest.mark.parametrize("code", available())
def test_every_pair_of_endings_is_one(code: str) -> None:
    for pair in filter(str.strip, load(code).action_nouns.split(",")):
        noun, verb, *least = pair.split()
        assert noun.startswith("-")
        assert verb.startswith("-")
        assert noun != verb
        assert all(each.isdecimal() for each in least)
