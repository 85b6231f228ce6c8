"""A declared keyword that the article barely supports.

What it finds
-------------
Keywords of which the text says only a part (the head word, or half of the content words) or only a
related word, or that appear only in a subheading, an image's alternative text, a link or a
quotation. One finding names them all.

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

    Good relations with the people next door begin with bread.

Use instead
-----------
    keywords: [relations]

    Good relations with the people next door begin with bread.

Not flagged
-----------
Keywords met in running text exactly, in another form, or with their words in another order
nearby; those that the title or the H1 says; those in inline code; three and more that share the
only word of theirs that is said ("BA stock", "CSCO stock", "GE stock").
"""

from __future__ import annotations

from collections import Counter

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, Support, combined

RULE = Rule(weight=0.4, severity="off", evidence="declared", needs=("keywords", "body"))

_MET = ("exact", "inflected")
FIRST_LOSS = 0.3
FALL = 0.9
NAMED = 3
SHARED_HEAD = 3
"""Keywords with one head word from which on it says nothing about any of them: "BA stock", "CSCO stock", "GE stock"."""
_PLACES = {"headings": "in a heading", "alt": "in an image's alternative text", "link": "in a link",
           "quotation": "in a quotation"}  # fmt: skip


def check(analysis: Analysis) -> Findings:
    """One finding for all such keywords, at the first, with the words that come closest."""
    once = {s.keyword.text.value.casefold(): s for s in reversed(analysis.support)}  # duplicates are another rule's
    weak = [(s, said) for s in reversed(once.values()) if (said := _weakness(s))]
    heads = Counter(s.evidence.words.casefold() for s, _ in weak if s.evidence and s.tier == "partial")
    weak = [
        (s, said)
        for s, said in weak
        if s.tier != "partial" or not s.evidence or heads[s.evidence.words.casefold()] < SHARED_HEAD
    ]
    if not weak:
        return
    first, said = weak[0]
    if len(weak) == 1:
        what = f"“{first.keyword.text.value}” {said}."
    else:
        rest = f" and {len(weak) - NAMED} more" if len(weak) > NAMED else ""
        named = "; ".join(f"“{s.keyword.text.value}” {said}" for s, said in weak[:NAMED])
        what = f"The text barely supports {len(weak)} keywords: {named}{rest}."
    yield Finding(
        first.keyword.text.span(),
        what,
        hint="Say it in the text where it belongs, or declare what the text does say.",
        loss=combined(FIRST_LOSS * FALL**s.keyword.rank for s, _ in weak),
        subject=first.keyword.text.value if len(weak) == 1 else "keywords",
        measured=", ".join(dict.fromkeys(s.tier for s, _ in weak)),
        target="in running text",
        related=tuple(s.evidence.span for s, _ in weak if s.evidence),
    )


def _weakness(support: Support) -> str:
    """How a keyword is barely supported; "" where it is supported well, not at all, or by the title or H1."""
    evidence = support.evidence
    if evidence is None or support.best("title", "h1") in (*_MET, "variant", "reordered"):
        return ""
    if support.tier in ("partial", "related"):
        return (
            f"is said only in part (“{evidence.words}”)"
            if support.tier == "partial"
            else f"is said only by a related word (“{evidence.words}”)"
        )
    said = any(
        o.tier in (*_MET, "variant", "reordered") and o.zone in ("introduction", "body", "code")
        for o in support.occurrences
    )
    if support.in_prose or said or evidence.zone not in _PLACES:
        return ""
    return f"appears only {_PLACES[evidence.zone]}"
