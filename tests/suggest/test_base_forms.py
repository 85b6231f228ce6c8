"""Which form of a phrase is suggested, and which words are no topics."""

from __future__ import annotations

import pytest

from seocheck.analysis import Analysis
from seocheck.analysis.topics.base_forms import in_base_form
from seocheck.check.reporter import read_article
from seocheck.model.article import Source
from seocheck.suggest import suggest_text
from seocheck.suggest.collect import plan_for


@pytest.mark.parametrize(
    ("language", "title", "sentences", "keyword"),
    [
        (
            "pl",
            "O mące",
            [
                "Jakość mąki żytniej zależy od młyna.",
                "Do mąki żytniej dodaj wody.",
                "Bez mąki żytniej nie ma chleba.",
                "Mąka żytnia jest ciemna.",
                "Zapach mąki żytniej jest słodki.",
            ],
            "Mąka żytnia",
        ),
        (
            "tr",
            "Un üzerine",
            [
                "Çavdar ununun kokusu tatlıdır.",
                "Fırıncı çavdar ununun rengini sever.",
                "Çavdar unu koyudur.",
                "Herkes çavdar ununun tadını bilir.",
                "Değirmen çavdar ununun kaynağıdır.",
            ],
            "Çavdar unu",
        ),
    ],
)
def test_the_base_form(language: str, title: str, sentences: list[str], keyword: str) -> None:
    body = "\n\n".join(sentences * 2)
    article = f"---\ntitle: {title}\nlang: {language}\n---\n\n{body}\n"
    found = [suggested.text for suggested in suggest_text(article, path="a.md").keywords]
    assert keyword.casefold() in [text.casefold() for text in found], found


def keywords_of(title: str, body: str) -> list[str]:
    article = f"<!doctype html><html lang=en><title>{title}</title><body><article>{body}</article></body></html>"
    return [suggested.text for suggested in suggest_text(article, path="a.html").keywords]


def test_a_capital_of_a_heading_makes_no_name() -> None:
    asked = ("a common flame", "more coal", "the old tongs", "one dry log", "a lid of clay")
    body = "<h1>Common Ovens and Snailo</h1>" + "".join(
        f"<h2>Common Snailo</h2><p>For {what} a Common oven asks Snailo and waits.</p>" for what in asked
    )
    found = keywords_of("Common Ovens and Snailo", body)
    assert "Common" not in found
    assert "Snailo" in found


def test_a_word_of_the_sites_name_is_no_topic() -> None:
    body = "<h1>Ovens of stone</h1>" + "<h2>Ovens</h2><p>At Snailo an oven is hot. Ask Snailo for one.</p>" * 5
    assert "Snailo" not in keywords_of("Ovens of stone | Snailo Bakery", body)


def test_of_a_phrase_and_a_longer_one_the_longer_is_meant_where_it_is_said_nearly_as_often() -> None:
    places = ("kitchen", "cellar", "bakery", "garden", "market", "harbour")
    rows = [f"In the {place} a copper kettle lid is lost. Nobody in the {place} has it now." for place in places]
    title = "The copper kettle lid"
    often = keywords_of(title, "".join(f"<h2>{row[7:11]}</h2><p>{row}</p>" for row in rows))
    assert any("lid" in keyword for keyword in often)
    assert not any(keyword.casefold() in ("copper kettle", "kettle lid") for keyword in often)
    more = [f"A copper kettle of the {place} is hot. We polish the copper kettle in the {place}." for place in places]
    found = keywords_of(title, "".join(f"<h2>{row[7:11]}</h2><p>{row}</p>" for row in [*rows[:2], *more]))
    assert "copper kettle" in found


@pytest.mark.parametrize(
    ("text", "phrase", "wanted"),
    [
        # an adjective without an article before it, where the text has it so
        ("Mit grobem Roggenschrot. Das grobe Roggenschrot ist teuer.", "groben Roggenschrot", "grobe Roggenschrot"),
        ("Mit den Mahlsteinen. Zwei Mahlsteine drehen sich.", "Mahlsteinen", "Mahlsteine"),
        # a text that has no other form, so that nobody can tell which is meant
        ("Die Wirkung des groben Schrots ist bekannt.", "groben Schrots", None),
        # letters that are no ending
        ("Der Ofen ist heiß. Die Ofe gibt es nicht mehr als Wort.", "alte Ofen", "alte Ofen"),
    ],
)
def test_the_base_form_in_german(text: str, phrase: str, wanted: str | None) -> None:
    plan = plan_for("a.md", {})
    source = Source("a.md", f"---\ntitle: Mehl\nlang: de\n---\n\n{text}\n", "utf-8", False)
    assert in_base_form(phrase, Analysis.of(read_article(source, plan), plan.settings)) == wanted
