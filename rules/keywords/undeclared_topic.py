"""A phrase that the article keeps coming back to and no keyword names.

What it finds
-------------
The strongest phrases of the text, as YAKE ranks them, that no declared keyword nor a tag covers and
that the article is about: said word for word, in more than one section, once more for every 1,500
words. Three times are enough where the title or the main heading says them too. What only another
heading or the description has must be said five times, and in the introduction, in five sections,
or ten times in a quarter of them. What none of these has must be said five times, begin in the
introduction, and be a name or be in half of the paragraphs. A single word must be a name, said five
times and in the title. In languages with cases a phrase is named as a dictionary has it, where the
text says it so. Where no keywords are declared at all, one finding names all phrases.

Why it matters
--------------
What an article keeps coming back to may be what it is about. This is a suggestion, never a fault:
it costs no points, and no gate counts it.

Evidence
--------
Class: measured.
Source: Campos et al., "YAKE! Keyword extraction from single documents using multiple local
features", Information Sciences 509 (2020), https://doi.org/10.1016/j.ins.2019.09.013: tested by its
authors on twenty collections, as its package says, https://pypi.org/project/yake/0.4.7. Of 252
suggestions judged by hand 136 were useful and 36 wrong, before the bounds on how often and where a
phrase is said; of the last 180 read beside their pages 9 were wrong and 139 worth declaring
(docs/accuracy.md). Hence suggestions, without points.
Read: 2026-11-22.

Example
-------
    title: A proving basket for every loaf
    keywords: [kitchen]

    ## Baskets

    The proving basket is cold at night. A proving basket keeps the dough warm. Put the dough into it after the last
    fold, cover it, and leave it alone until the next morning. Do not open the window, and keep the cat out of the room.

    ## Why it works

    No proving basket, no loaf. Any proving basket will do, but wash it once a year. We bought ours at the market from a
    man who makes them of willow. He says that the willow takes up the water of the dough, so that the crust gets thick.
    A bowl of steel does not do that, and a bowl of glass breaks when it falls from the table.

Use instead
-----------
    title: A proving basket for every loaf
    keywords: [proving basket]

    ## Baskets

    The proving basket is cold at night. A proving basket keeps the dough warm. Put the dough into it after the last
    fold, cover it, and leave it alone until the next morning. Do not open the window, and keep the cat out of the room.

    ## Why it works

    No proving basket, no loaf. Any proving basket will do, but wash it once a year. We bought ours at the market from a
    man who makes them of willow. He says that the willow takes up the water of the dough, so that the crust gets thick.
    A bowl of steel does not do that, and a bowl of glass breaks when it falls from the table.

Not flagged
-----------
Phrases that occur once, or twice in passing, or in one section only; phrases inside a declared
keyword, and what two declared keywords make up; parts of a longer name; labels; rows that a pattern
made; verbs with their objects; cases of which the text never says the nominative; the site's own
name; languages for which YAKE has no stop words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, NamedTuple

from seocheck.rulekit.api import (
    Analysis,
    Between,
    Finding,
    Findings,
    Rule,
    Span,
    is_declared,
    stems_of,
    subjects,
)

RULE = Rule(weight=0, severity="suggestion", evidence="measured", needs=("body", "words", "salience"), min_words=100)


class NamedTopic(NamedTuple):
    """A phrase that is named, how often the prose says it, and where first."""

    text: str
    times: int
    span: Span


def check(analysis: Analysis, *, max_phrases: Annotated[int, Between(0, 20)] = 3) -> Findings:
    """One suggestion per phrase, at its first place in the text; one for all where nothing is declared.

    max_phrases: how many to name.
    """
    found = list(islice(topics(analysis), max_phrases))
    if found and not analysis.keywords:
        names = ", ".join(f"“{topic.text}” ({topic.times})" for topic in found)
        yield Finding(
            found[0].span,
            f"The text keeps coming back to {names}.",
            hint="Declare what the article is about as keywords.",
            loss=0.0,
            subject="keywords",
            measured=names,
            related=tuple(topic.span for topic in found[1:]),
        )
        return
    for topic in found:
        yield Finding(
            topic.span,
            f"The text says “{topic.text}” {topic.times} times; no keyword names it.",
            hint="Declare it if the article is about it.",
            loss=0.0,
            subject=topic.text,
            measured=f"{topic.times} times",
        )


def topics(analysis: Analysis) -> Iterator[NamedTopic]:
    """What the article dwells on and no keyword names, best first."""
    # What a tag names is known; keywords/missing says how to use tags.
    named = (*analysis.keywords, *analysis.article.taxonomy)
    declared = [frozenset(stems_of(k.text.value, analysis)) for k in named]
    known = frozenset[str]().union(*declared)
    supports = (*analysis.support, *analysis.taxonomy_support)
    for subject in subjects(analysis, known):
        stems, spots = subject.stems, subject.how.spots
        named_already = frozenset(analysis.content_stems(subject.text)) <= known
        if named_already or any(stems <= other or (len(other) > 1 and other <= stems) for other in declared if other):
            continue
        if is_declared(subject.text, spots, supports):
            continue
        declared.append(stems)  # "long task" after "long tasks" says nothing new
        yield NamedTopic(subject.text, subject.how.times, spots[0].span())
