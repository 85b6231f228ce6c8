"""A passage in another language isn't judged by the article's; its words are still there for keywords."""

from __future__ import annotations

import pytest

from seocheck import check_text
from seocheck.check.complete import settle
from seocheck.config.settings import Settings
from seocheck.model.article import Source
from seocheck.readers import read
from tests.support import assert_linear

GERMAN = (
    "Wer am Morgen über die Brücke geht, der sieht den Fluss. Er fließt langsam, und am Ufer stehen alte Weiden."
    " Im Winter ist das Wasser dunkel, doch im Sommer baden die Kinder darin."
)
ENGLISH = (
    "We have a river here. We walk along it when the sun is out. We never swim in it, for it is cold and there are"
    " stones at the bottom of it."
)


def languages(text: str, name: str = "fluss.md") -> list[str]:
    article = read(Source(name, text), "html" if name.endswith("html") else "markdown")
    return [block.language for block in settle(article, Settings()).blocks if block.level != 1]


def markdown(*paragraphs: str, language: str = "de") -> str:
    return f"---\ntitle: Der Fluss\nlang: {language}\n---\n\n" + "\n\n".join(paragraphs) + "\n"


@pytest.mark.parametrize(
    ("passage", "language"),
    [
        (ENGLISH, "en"),
        (f"- {ENGLISH}", "en"),
        (f"<aside>\n{ENGLISH}\n</aside>", "en"),
        ("Quand il fait beau, nous marchons le long de la rivière, mais nous n'y nageons pas.", "fr"),
        ("Он течёт медленно, и на берегу стоят старые ивы, которые никто не сажал.", "ru"),
        ("川はゆっくりと流れていて、岸には古い柳の木が並んでいます。夏には子どもたちが泳ぎます。", "ja"),
    ],
)
def test_a_passage_in_another_language(passage: str, language: str) -> None:
    assert languages(markdown(GERMAN, passage, GERMAN)) == ["", language, ""]


@pytest.mark.parametrize(
    "passage",
    [
        "Das „River House“ und die „Old Mill on the Hill“ stehen am anderen Ufer, und man sieht beide von hier.",
        "Open Source Software Foundation, New York Times, Old Mill Road, River House Hotel",
        "We love it!",
        "Er sagte: “We have a river here, and we walk along it when the sun is out.” Und dann ging er nach Hause.",
        "`for the of and with is that` `we have it and you do not`",
    ],
)
def test_names_and_single_words_of_it(passage: str) -> None:
    assert languages(markdown(GERMAN, passage, GERMAN))[1] == ""


def test_languages_much_alike_and_an_unknown_one() -> None:
    danish = "Vi har en flod her, og vi går langs med den, når solen skinner, men vi svømmer aldrig i den om vinteren."
    bokmal = "Vi har en elv her, og vi går langs den når solen skinner, men vi svømmer aldri i den om vinteren."
    assert languages(markdown(bokmal * 3, danish, language="nb"))[1] == ""
    assert set(languages(markdown("Mnogo vode teče.", "Mnogo vode.", language="sl"))) == {""}


def test_a_declared_one() -> None:
    declared = "<p lang=en>The old river.</p><div lang=fr><p>Oui.</p></div><p lang=de>Ja.</p>"
    body = f"<h1>Der Fluss</h1><p>{GERMAN}</p>{declared}"
    page = f"<html lang=de><head><title>Der Fluss</title></head><body><main>{body}<p>{GERMAN}</p></main></body></html>"
    assert languages(page, "fluss.html") == ["", "en", "fr", "", ""]


def test_such_a_passage_is_not_measured_and_its_keywords_are_found() -> None:
    with_it = check_text(
        markdown(GERMAN, ENGLISH, GERMAN, GERMAN).replace("lang:", "keywords: [cold stones, Fluss]\nlang:")
    )
    without = check_text(markdown(GERMAN, GERMAN, GERMAN))
    assert with_it.readability == without.readability
    assert "readability/repeated-openings" not in [finding.rule for finding in with_it.findings]
    assert [
        k.tier for k in check_text(markdown(GERMAN, ENGLISH).replace("lang:", "keywords: [river]\nlang:")).keywords
    ] == ["exact"]


@pytest.mark.parametrize("piece", [ENGLISH, GERMAN, ENGLISH + "\n\n", "the und ", "a "])
def test_time_is_linear(piece: str) -> None:
    assert_linear(lambda size: languages(markdown(piece * (size // len(piece)))), 12_500)
