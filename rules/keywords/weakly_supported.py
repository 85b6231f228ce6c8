"""A declared keyword that the article barely backs.

What it finds
-------------
Keywords of which the text has only a part (the head word, or half of the content words), only a
related word, or which stand only in a heading, an image's alternative text, a link, a quotation
or inline code.

Why it matters
--------------
The article promises a topic and then only brushes it.

Evidence
--------
Class: declared.
Source: the article's own keyword list, held against its own text. Of 510 keywords of 79 news
articles 62 are met only in part and 4 only by a related word (`python tools/corpus_keywords.py
CORPORA`): common enough to be a note.
Read: 2026-11-22.

Example
-------
    keywords: [international relations]
    (a text that speaks of relations between neighbours)

Not flagged
-----------
Keywords met in running text exactly, in another form, or with their words in another order
nearby.

Options
-------
None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seocheck.analysis import Analysis
from seocheck.rule import Finding, Rule


@dataclass(frozen=True, slots=True)
class Options:
    """No options."""


RULE = Rule(weight=0.4, severity="note", evidence="declared", needs=("keywords", "body"))

FIRST_LOSS = 0.3
FALL = 0.9
_PLACES = {
    "h1": "in the H1", "headings": "in a heading", "alt": "in an image's alternative text", "link": "in a link",
    "quotation": "in a quotation", "code": "in code",
}  # fmt: skip


def check(analysis: Analysis, options: Options) -> Iterator[Finding]:
    """One finding a keyword, at that keyword, with the words that come closest."""
    once = {s.keyword.text.value.casefold(): s for s in reversed(analysis.support)}  # duplicates are another rule's
    for support in reversed(once.values()):
        evidence = support.evidence
        if evidence is None:
            continue
        loose = support.tier in ("partial", "related")
        if not loose and support.in_prose:
            continue
        keyword = support.keyword
        if not loose and any(
            o.tier in ("exact", "inflected", "reordered") and o.zone in ("introduction", "body")
            for o in support.occurrences
        ):
            continue
        if loose:
            kind = "only in part" if support.tier == "partial" else "only by a related word"
            what = f"“{keyword.text.value}” is supported {kind}: the text says “{evidence.words}”."
        else:
            place = _PLACES.get(evidence.zone, "outside the text")
            if evidence.zone == "h1" and analysis.article.title_is_h1:
                place = "in the title, which is printed as the H1"
            what = f"“{keyword.text.value}” stands only {place}."
        yield Finding(
            keyword.text.span(),
            what,
            hint="Say it in the text where it belongs, or declare what the text does say.",
            loss=FIRST_LOSS * FALL**keyword.rank * (1.0 if loose else 0.6),
            subject=keyword.text.value,
            measured=support.tier if loose else f"{support.tier}, {evidence.zone} only",
            target="in running text",
            related=(evidence.span,),
        )
