"""Every script has words: a phrase cut from a text and declared as a keyword is said exactly."""

from pathlib import Path

import pytest
import yaml

import seocheck
from seocheck.analysis.words.tokens import tokens
from seocheck.languages import available

TEXTS = yaml.safe_load((Path(__file__).parent / "scripts.yml").read_text("utf-8"))


def phrases(text: str) -> list[str]:
    """All phrases of one, two and three words."""
    borders = [0, *(i for i, c in enumerate(text) if c in " |"), len(text)]
    cut = {
        text[start:end].replace("|", "").strip(" .,।۔።։")
        for at, start in enumerate(borders)
        for end in borders[at + 1 : at + 4]
    }
    return sorted(cut - {""})


def tiers(text: str, keywords: list[str], language: str) -> dict[str, str]:
    listed = "".join(f"\n  - '{keyword}'" for keyword in keywords)
    article = f"---\ntitle: x\nlang: {language}\nkeywords:{listed}\n---\n\n{text.replace('|', '')}\n"
    report = seocheck.check_text(article, path="a.md", settings={}, select=["keywords/unsupported"])
    return {keyword.text: keyword.tier for keyword in report.keywords}


def test_every_language_file_and_thirty_scripts_are_here():
    assert set(available()) <= {name.partition("-")[0] for name in TEXTS}


@pytest.mark.parametrize("name", TEXTS)
def test_words_are_seen(name: str) -> None:
    text = TEXTS[name].replace("|", "")
    seen = sum(end - start for _, start, end, _ in tokens(text))
    signs = sum(1 for c in text if c in " .,।۔።։་")
    assert seen >= len(text) - signs


@pytest.mark.parametrize("name", TEXTS)
def test_phrases_cut_from_the_text_are_exact(name: str) -> None:
    wanted = phrases(TEXTS[name])
    found = tiers(TEXTS[name], wanted, name.partition("-")[0])
    assert {keyword: tier for keyword, tier in found.items() if tier != "exact"} == {}
    assert len(found) == len(wanted)


@pytest.mark.parametrize("name", [name for name in TEXTS if "|" in TEXTS[name]])
def test_paragraphs_without_spaces_may_be_long(name: str) -> None:
    word = max(TEXTS[name].replace(" ", "|").split("|"), key=len)
    filler = TEXTS[name].replace(" ", "").replace(word, "")
    assert tiers(f"{filler * 12}。{filler * 12}{word}|{filler}", [word], name.partition("-")[0]) == {word: "exact"}


def test_a_text_in_which_no_word_is_seen_is_not_assessed() -> None:
    report = seocheck.check_text("---\nkeywords: [bread, flour]\n---\n\n» ☀☁☂ « — 。。\n", path="a.md", settings={})
    assert not [f for f in report.findings if f.rule.startswith("keywords/")]
    assert "keywords/unsupported" in {each.subject for each in report.not_assessed}
