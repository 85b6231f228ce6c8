"""Pages saved as text: title, headline, labels, headings and paragraphs distinguished by shape and order."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Source
from seocheck.readers import read
from seocheck.readers.label_names.label_count import count_labels, label_of

PARAGRAPH = "A starter that was forgotten in the fridge wakes up in two days if you feed it twice a day."
SECOND = "Keep it warm and smell it in the morning, since it should smell of apples and not of paint."

SAVED = f"""\
The Bakery Notebook
How to wake a starter
How to wake a starter
Table of Contents
Share to:
How to wake a starter that has slept for months in the fridge

Meta Description: A forgotten starter wakes up in two days. How to feed it, and when to give up.
Keywords: sourdough starter, fridge, feeding

{PARAGRAPH}

Feed it twice a day

{SECOND}

What if it smells of paint?

{PARAGRAPH}

- flour
- water

close
"""


def article(text: str) -> Article:
    return read(Source("saved.txt", text), "labelled-text")


def blocks(text: str) -> list[tuple[str, str]]:
    return [(f"h{b.level}" if b.kind == "heading" else b.kind, b.text.value) for b in article(text).blocks]


def title(text: str) -> str:
    found = article(text).title
    assert found is not None
    return found.text.value


def test_a_saved_page() -> None:
    found = article(SAVED)
    assert title(SAVED) == "How to wake a starter"
    assert found.description is not None
    assert found.description.text.value.startswith("A forgotten starter")
    assert [k.text.value for k in found.keywords] == ["sourdough starter", "fridge", "feeding"]
    assert blocks(SAVED) == [
        ("h1", "How to wake a starter that has slept for months in the fridge"),
        ("paragraph", PARAGRAPH),
        ("h2", "Feed it twice a day"),
        ("paragraph", SECOND),
        ("h2", "What if it smells of paint?"),
        ("paragraph", PARAGRAPH),
        ("item", "flour"),
        ("item", "water"),
    ]


def test_what_is_not_counted_is_listed() -> None:
    ignored = {i.text: i.reason for i in article(SAVED).ignored}
    assert ignored["Table of Contents"] == ignored["Share to:"] == ignored["close"] == "page furniture"
    assert ignored["The Bakery Notebook"] == "page head"
    assert ignored["How to wake a starter"] == "the title again"


def test_every_value_is_where_it_says() -> None:
    found = article(SAVED)
    texts = [b.text for b in found.blocks] + [k.text for k in found.keywords]
    assert found.title is not None
    assert found.description is not None
    for text in [*texts, found.title.text, found.description.text]:
        span = text.span()
        assert SAVED[span.start : span.end] == text.value
    for part in found.ignored:
        assert SAVED[part.span.start : part.span.end] == part.text


@pytest.mark.parametrize(
    "line",
    [
        "Meta Description: All about rye.",
        "META DESCRIPTION: All about rye.",
        "meta description : All about rye.",
        "Meta-Description: All about rye.",
        "Description: All about rye.",
        "SEO description: All about rye.",
        "**Meta Description:** All about rye.",
        "**Meta Description**: All about rye.",
        "*Description:* All about rye.",
        "  Meta Description:   All about rye.  ",
        "Meta Description：All about rye.",
        "Meta Description:\nAll about rye.",
        "Meta Description:\n\nAll about rye.",
        "Meta Description: All\nabout rye.",
        "Metabeschreibung: All about rye.",
        "Meta-Beschreibung: All about rye.",
        "Méta description: All about rye.",
    ],
)
def test_the_description_in_its_variants(line: str) -> None:
    text = f"Rye for beginners\n\n{line}\n\nKeywords: rye, oats\n\n{PARAGRAPH}\n"
    found = article(text)
    assert found.description is not None
    assert found.description.text.value == "All about rye."
    assert [k.text.value for k in found.keywords] == ["rye", "oats"]
    assert blocks(text) == [("h1", "Rye for beginners"), ("paragraph", PARAGRAPH)]


@pytest.mark.parametrize(
    "line",
    [
        "Keywords: rye, oat bread, barley",
        "keyword: rye, oat bread, barley",
        "Meta keywords: rye; oat bread; barley",
        "**Keywords:** rye, oat bread, barley.",
        "Keywords: rye,\noat bread,\nbarley",
        "Keywords:\nrye, oat bread, barley",
        "Schlüsselwörter: rye, oat bread, barley",
        "Mots-clés: rye, oat bread, barley",
        "Palabras clave: rye | oat bread | barley",
    ],
)
def test_the_keywords_in_their_variants(line: str) -> None:
    found = article(f"Rye for beginners\n\n{line}\n\n{PARAGRAPH}\n")
    assert [k.text.value for k in found.keywords] == ["rye", "oat bread", "barley"]


def test_other_labels() -> None:
    found = article(
        "SEO Title: Rye in a day\nTitle: Rye for beginners\nFocus Keyword: oat bread\nKeywords: rye, oat bread\n"
        "Tags: baking, winter\nSlug: rye-for-beginners\nLanguage: en\nAuthor: Anna Berg\nDate: 2024-05-01\n\n"
        f"{PARAGRAPH}\n"
    )
    assert found.title is not None
    assert found.title.text.value == "Rye in a day"
    assert found.shown_title is not None
    assert found.shown_title.value == "Rye in a day"
    assert [(k.text.value, k.primary) for k in found.keywords] == [("oat bread", True), ("rye", False)]
    assert [k.text.value for k in found.taxonomy] == ["baking", "winter"]
    assert found.slug is not None
    assert found.slug.value == "rye-for-beginners"
    assert found.declared_language == "en"
    assert {"author", "date"} <= found.metadata.keys()
    assert [b.text.value for b in found.blocks] == [PARAGRAPH]


def test_a_german_page() -> None:
    text = """\
Titel: Roggenbrot für Anfänger
Metabeschreibung: Wie Roggenbrot gelingt.
Schlagwörter: Roggenbrot, Sauerteig
Sprache: de

Roggen braucht Zeit, Wasser und Wärme, und wer ihm alles drei gibt, bekommt ein gutes Brot.

Wie lange geht der Teig?

Der Teig geht über Nacht, und am Morgen kommt er in den heißen Topf.

Teilen
"""
    found = article(text)
    assert title(text) == "Roggenbrot für Anfänger"
    assert found.description is not None
    assert [k.text.value for k in found.keywords] == ["Roggenbrot", "Sauerteig"]
    assert found.declared_language == "de"
    assert [b.text.value for b in found.headings] == ["Wie lange geht der Teig?"]
    assert [i.text for i in found.ignored] == ["Teilen"]


def test_hard_wrapped_paragraphs_are_one() -> None:
    text = (
        "Rye for beginners\n\nKeywords: rye\nDescription: Rye.\n\n"
        "Rye is a grain of the north that grows where wheat does not,\n"
        "and its bread keeps for a week and longer if you wrap it in\n"
        "linen.\n\n"
        "Another paragraph that is wrapped begins here, and it goes on\n"
        "until it ends.\n"
    )
    assert blocks(text)[1:] == [
        ("paragraph", "Rye is a grain of the north that grows where wheat does not, and its bread keeps for a week and "
         "longer if you wrap it in linen."),
        ("paragraph", "Another paragraph that is wrapped begins here, and it goes on until it ends."),
    ]  # fmt: skip


def test_lists_and_marked_headings() -> None:
    text = f"Rye for beginners\n\nKeywords: rye\n\n{PARAGRAPH}\n\n## What you need\n\n"
    text += "- rye flour\n* water\n• salt\n1. time\n2) heat\n"
    assert blocks(text)[2:] == [
        ("h2", "What you need"), ("item", "rye flour"), ("item", "water"), ("item", "salt"), ("item", "time"),
        ("item", "heat"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Feeding the starter", True),
        ("Why does it smell?", True),
        ("It smells of paint.", False),
        ("He waited for it:", False),
        ("“And then it woke up!”", False),
        ("1889", False),
        ("Was ist ein Sauerteig?", True),
    ],
)
def test_what_a_heading_looks_like(line: str, heading: bool) -> None:
    text = f"Rye for beginners\n\nKeywords: rye\n\n{PARAGRAPH}\n\n{line}\n\n{SECOND}\n"
    assert (line in [b.text.value for b in article(text).headings]) == heading


@pytest.mark.parametrize(
    "line",
    [
        "close",
        "Close",
        "Share to:",
        "SHARE",
        "Table of Contents",
        "Back to top",
        "Read more",
        "Facebook",
        "Advertisement",
    ],
)
def test_furniture_is_no_body_wherever_it_stands(line: str) -> None:
    for text in (
        f"Rye for beginners\n{line}\n\nKeywords: rye\n\n{PARAGRAPH}\n",
        f"Rye for beginners\n\nKeywords: rye\n\n{PARAGRAPH}\n\n{line}\n\n{SECOND}\n",
        f"Rye for beginners\n\nKeywords: rye\n\n{PARAGRAPH}\n\n{line}\n",
    ):
        assert line not in [words for _, words in blocks(text)]
        assert line in [i.text for i in article(text).ignored]


def test_line_ends_of_windows_change_nothing() -> None:
    assert blocks(SAVED.replace("\n", "\r\n")) == blocks(SAVED)
    assert title(SAVED.replace("\n", "\r\n")) == title(SAVED)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "close", "Keywords:", "Keywords:\n\n", "Meta Description: x", ":", "Title:\nTitle:"]
)
def test_scraps_are_articles_too(text: str) -> None:
    assert article(text).format == "labelled-text"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Title: Rye", "title"),
        ("**Focus Keyphrase:** rye", "focus_keyword"),
        ("url slug: rye", "slug"),
        ("He said: bake it.", None),
        ("Note: rye", None),
        ("https://example.org/rye", None),
        ("Description of the oven", None),
        ("12:30", None),
    ],
)
def test_labels(line: str, field: str | None) -> None:
    found = label_of(line)
    assert (found[0] if found else None) == field


def test_further_labels_come_from_the_settings() -> None:
    text = f"Rye for beginners\n\nTeaser: All about rye.\nKeywords: rye\n\n{PARAGRAPH}\n"
    found = read(Source("a.txt", text), "labelled-text", aliases={"description": ["teaser"]})
    assert found.description is not None
    assert found.description.text.value == "All about rye."


def test_labels_are_counted_by_kind() -> None:
    assert count_labels("Keywords: a\nKeywords: b\n") == 1
    assert count_labels(SAVED) == 2
