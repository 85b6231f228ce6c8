"""Suggested keywords are in their base form, where the article has it."""

from __future__ import annotations

import pytest

from seocheck.suggest import suggest_text


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
