"""Declared and written forms: what meets, how closely, and what only looks alike."""

from __future__ import annotations

import pytest

import seocheck


def tier(declared: str, written: str, language: str = "en") -> str:
    quoted = declared.replace("'", "''")
    article = f"---\ntitle: x\nlang: {language}\nkeywords: ['{quoted}']\n---\n\n{written}\n"
    return seocheck.check_text(article, path="a.md", settings={}, select=["keywords/unsupported"]).keywords[0].tier


@pytest.mark.parametrize(
    ("declared", "written", "language"),
    [
        ("city", "The CITY sleeps.", "en"),
        ("città", "Le citta italiane", "it"),
        ("e-mail", "Send an email.", "en"),
        ("email", "Send an e mail.", "en"),
        ("e mail", "Send an e-mail.", "en"),
        ("cafe", "the Café", "en"),
        ("cafe\u0301", "the caf\u00e9", "en"),
        ("istanbul", "İstanbul’da", "tr"),
        ("Straße", "die Strasse", "de"),
        ("Müller", "Herr Mueller kam.", "de"),
        ("Mueller", "Herr Müller kam.", "de"),
        ("Søren", "Soren came.", "en"),
        ("Łódź", "Lodz is big.", "en"),
        ("Lodz", "Łódź is big.", "en"),
        ("C++", "We use C++ here.", "en"),
        ("C#", "It is C# code.", "en"),
        ("Node.js", "It runs on Node.js.", "en"),
        ("Node.js", "It runs on NodeJS.", "en"),
        (".NET", "It runs on .NET today.", "en"),
        ("COVID-19", "Covid-19 came.", "en"),
        ("5G", "The 5G nets grow.", "en"),
        ("R&D", "The R&D team", "en"),
        ("AT&T", "He left AT&T.", "en"),
        ("The Who", "The Who played.", "en"),
        ("IT", "Ask the IT desk.", "en"),
        ("U.S.", "the US economy", "en"),
        ("ALSA", "It needs alsa to play.", "en"),
        ("DOC", "It saves as Doc, or as plain text.", "en"),
        ("how to choose the right sourdough starter flour", "How to choose the right sourdough starter flour?", "en"),
        ("東京", "東京都のパン屋", "ja"),
        ("パン屋", "パン屋めぐり", "ja"),
        ("กาแฟ", "ร้านกาแฟดี", "th"),
    ],
)
def test_exact(declared: str, written: str, language: str) -> None:
    assert tier(declared, written, language) == "exact"


@pytest.mark.parametrize(
    ("declared", "written", "language"),
    [
        ("run", "He ran.", "en"),
        ("mouse", "Three mice.", "en"),
        ("موجودیت", "قالب‌بندی موجودیت‌های نمودار", "fa"),
        ("zanimovaný dort", "Ozdobte zanimovaným dortem", "cs"),
        ("открывающийся ящик", "Ручка открывающегося ящика", "ru"),
        ("Haus", "Viele Häuser", "de"),
        ("climbing rose", "Climbing roses need a wall.", "en"),
        ("경제", "경제를 살리자", "ko"),
        ("5.4", "Version 5.4.0 is out.", "en"),
        ("국제", "국제적으로", "ko"),
        ("مدرسة", "في المدارس", "ar"),
    ],
)
def test_inflected(declared: str, written: str, language: str) -> None:
    assert tier(declared, written, language) == "inflected"


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("colour", "A color."),
        ("colors", "A colour."),
        ("organise", "They organized it."),
        ("behavior", "bad behaviour"),
        ("theater", "the theatre"),
        ("catalogue", "a catalog"),
        ("gray", "grey walls"),
        ("data center", "two data centres"),
        ("Zelensky", "Mr Zelenskyy said"),
        ("Zelenskyy", "Mr Zelensky's words"),
        ("Kyiv", "in Kiev"),
        ("Tchaikovsky", "Chaikovsky wrote it."),
        ("5 km", "a run of 5 kilometres"),
        ("10 kg", "ten kilograms"),
        ("twelve", "12 men"),
    ],
)
def test_another_spelling(declared: str, written: str) -> None:
    assert tier(declared, written) == "variant"


@pytest.mark.parametrize(("declared", "written"), [("Ukraine talks", "The talks with Ukraine go on.")])
def test_in_another_order(declared: str, written: str) -> None:
    assert tier(declared, written) == "reordered"


@pytest.mark.parametrize(
    ("declared", "written", "language"),
    [
        ("market", "marketing", "en"),
        ("wing", "winged", "en"),
        ("import", "important", "en"),
        ("organ", "organization", "en"),
        ("universe", "university", "en"),
        ("police", "policy", "en"),
        ("Polish", "polish shoes", "en"),
        ("US", "They told us.", "en"),
        ("AIDS", "She aids him.", "en"),
        ("26", "Version 26.1 is out.", "en"),
        ("IT", "It is late.", "en"),
        ("ANT", "It stopped. Ant hills are high.", "en"),
        ("ANT", "An ant came.", "en"),
        ("WHO", "Tell me Who came.", "en"),
        ("ART", "Das ist eine neue Art.", "de"),
        ("The Who", "the who is who", "en"),
        ("C++", "We use C here.", "en"),
        ("2.6", "There are 26.", "en"),
        ("Bau", "der Bauer", "de"),
        ("京都", "東京都のパン屋", "ja"),
        ("パン", "パンダ", "ja"),
        ("Marie", "Mary came.", "en"),
        ("four", "for", "en"),
        ("prise", "a prize", "en"),
    ],
)
def test_what_only_looks_alike_stays_apart(declared: str, written: str, language: str) -> None:
    assert tier(declared, written, language) == "absent"


def test_a_name_that_the_text_never_says() -> None:
    article = "---\nkeywords: [Rio protests, subway, strikes]\nlang: en\n---\n\nThe protests shut the subway.\n"
    assert seocheck.check_text(article, path="a.md", settings={}).keywords[0].missing == ("Rio",)


def test_a_name_that_the_text_says_elsewhere_is_enough() -> None:
    article = "---\nkeywords: [Rio protests, subway, strikes]\nlang: en\n---\n\nThe protests grew.\n\nRio slept.\n"
    assert seocheck.check_text(article, path="a.md", settings={}).keywords[0].tier == "apart"


@pytest.mark.parametrize("listed", ["[{}]", "[{}, subway]", "[{}, Subway]", "[{}, SUBWAY]"])
def test_the_capitals_of_other_keywords_do_not_matter(listed: str) -> None:
    article = f"---\nkeywords: {listed.format('Rio protests')}\nlang: en\n---\n\nThe protests shut the subway.\n"
    found = seocheck.check_text(article, path="a.md", settings={}).keywords[0]
    assert (found.tier, found.missing) == ("partial", ("Rio",))


class TestSynonyms:
    def test_given_with_the_keyword(self) -> None:
        listed = "keywords: [{text: car, also: [automobile, motor vehicle]}]"
        article = f"---\n{listed}\nlang: en\n---\n\nTwo motor vehicles.\n"
        found = seocheck.check_text(article, path="a.md", settings={}).keywords[0]
        assert (found.text, found.tier, found.evidence.words if found.evidence else "") == (
            "car", "inflected", "motor vehicles",
        )  # fmt: skip

    def test_given_as_a_block(self) -> None:
        listed = "keywords:\n  - text: car\n    also: automobile, sedan\n  - road\n"
        article = f"---\n{listed}lang: en\n---\n\nA sedan on a road.\n"
        found = seocheck.check_text(article, path="a.md", settings={})
        assert [(k.text, k.tier) for k in found.keywords] == [("car", "exact"), ("road", "exact")]
        assert not [f for f in found.findings if f.rule == "front-matter/wrong-type"]

    def test_given_in_the_settings(self) -> None:
        article = "---\nkeywords: [Cars, road]\nlang: en\n---\n\nAn automobile on a road.\n"
        found = seocheck.check_text(article, path="a.md", settings={"synonyms": {"cars": ["automobile"]}})
        assert [k.tier for k in found.keywords] == ["exact", "exact"]

    def test_an_entry_without_a_text_is_still_a_fault(self) -> None:
        article = "---\nkeywords: [{name: car}]\nlang: en\n---\n\nA car.\n"
        found = seocheck.check_text(article, path="a.md", settings={})
        assert "front-matter/wrong-type" in {f.rule for f in found.findings}
