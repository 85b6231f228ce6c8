"""A primary keyword that no sentence of the article says.

What it finds
-------------
A primary keyword (the focus keyword, or the first of a list that is not sorted) that headings,
alternative texts, links, forms or quotations say, and running text never does, in no form and no order. A
word for a kind of thing ("the open function") may be another one there.

Why it matters
--------------
The article promises a topic in its headings and never writes about it in a sentence.

Evidence
--------
Class: declared.
Source: the article's own keyword list, compared with its own text.
Read: 2026-11-30.

Example
-------
    keywords: [rye bread]

    # Rye bread from the mill

    It keeps for a week, and the crust stays crisp. Bake it on a Sunday and slice it on a Monday, with a knife that was
    sharpened before. Wrap what is left in linen. On the last day it makes the best toast of the week, with butter and
    a little salt, and the crumbs are for the birds.

Use instead
-----------
    keywords: [rye bread]

    # Rye bread from the mill

    Rye bread keeps for a week, and the crust stays crisp. Bake it on a Sunday and slice it on a Monday, with a knife
    that was sharpened before. Wrap what is left in linen. On the last day it makes the best toast of the week, with
    butter and a little salt, and the crumbs are for the birds.

Not flagged
-----------
Keywords other than the primary one. Texts of less than 50 words of prose, which have no room.
"""

from __future__ import annotations

from seocheck.rulekit.api import PROSE, Analysis, Finding, Findings, Rule, Support, is_telling, split

RULE = Rule(weight=0, severity="note", evidence="declared", needs=("keywords", "body"))

MIN_WORDS = 50
"""Words of prose below which a text has no room to say it."""
_SAID = ("exact", "inflected", "variant", "reordered")
_PLACES = {"h1": "the H1", "headings": "a heading", "alt": "an alternative text", "link": "a link",
           "form": "a form", "quotation": "a quotation"}  # fmt: skip
_SENTENCES = PROSE | {"code"}
"""Running text, and the code in it, which is where a command stands."""


def check(analysis: Analysis) -> Findings:
    """One finding for each primary keyword that only other zones say."""
    if analysis.word_count < MIN_WORDS:
        return
    for support in analysis.support:
        zones = [name for zone, name in _PLACES.items() if support.best(zone) in _SAID]  # type: ignore[arg-type]
        if not support.keyword.primary or not zones or _is_in_prose(analysis, support):
            continue
        name = support.keyword.text.value
        yield Finding(
            support.keyword.text.span(),
            f"“{name}” is only in {' and '.join(zones[:2])}; no sentence of the article says it.",
            hint="Say in a sentence what the article says of it, or declare what the text is about.",
            loss=0.0,
            subject=name,
            measured=f"only in {', '.join(zones)}",
            target="in running text",
            related=tuple(o.span for o in support.occurrences if o.zone in _PLACES)[:3],
        )


def _is_in_prose(analysis: Analysis, support: Support) -> bool:
    """Whether running text says it, or all its words in any order."""
    if any(o.zone in _SENTENCES and o.tier in _SAID for o in support.occurrences):
        return True
    words = analysis.words
    name = support.keyword.text.value
    telling = [token.text for token in split(name, analysis.language) if is_telling(token.text, words)]
    wanted = [words.stems(word) for word in telling] or analysis.content_stems(name)
    return all(any(words.zone_of(place) in _SENTENCES for place in words.by_stem.get(stem, ())) for stem in wanted)
