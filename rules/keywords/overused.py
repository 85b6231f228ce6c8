"""A keyword said more often than the topic explains, or several times in one breath.

What it finds
-------------
Counts: a declared keyword said so often in the running text that only one text in 1,000 would reach
that number if writers said a single word 65 times, a phrase of two words 18 times and a longer one 10 times in
1,000 other words (the tail of a Poisson distribution).

Bursts: side by side ("cheap shoes cheap shoes"); a phrase three times within ten other words, a single
word four times within six; a phrase more often than in every second sentence of a paragraph, and four
times within thirty other words. In the title any keyword three times; in the description a phrase three
times, or a single word three times within five other words.

Why it matters
--------------
Readers notice a sentence written for a machine, and search engines treat it as spam.

Evidence
--------
Class: documented, bound: measured.
Source: Google's spam policies, https://developers.google.com/search/docs/essentials/spam-policies,
name keyword stuffing, "filling a web page with keywords or numbers in an attempt to manipulate
rankings", for example by "Repeating the same words or phrases so often that it sounds unnatural", and
no percentage. Those of tools contradict each other: Yoast is content with 0.5 to 3 %, Rank Math with
0.5 to 2.5 %. The rates here are what writers do. On 412 real pages, publishers' keywords that the text
says at all stand in 1,000 other words: single words 5.5 times in the median and 52.2 times at the 99th
percentile; phrases of two words 2.6 and 19.3 times; longer ones 1.8 and 15.2 times
(`python tools/corpora/corpus_stuffing.py CORPORA`). None of these pages has a finding; with tags taken for
keywords 8 of 1,247 have one (`--tags`).
Read: 2026-11-22.

Example
-------
    keywords: [cheap shoes]

    Our cheap shoes are the cheap shoes that buyers of cheap shoes buy.

Use instead
-----------
    keywords: [cheap shoes]

    Our cheap shoes cost what a pair of socks costs elsewhere, and last as long as dear ones.

Not flagged
-----------
The topic of the article: "Putin" in an article on Putin. Lists of names in tables, headings and bare
list items; quotations, also in quotation marks; code. A keyword inside a longer one (bread in rye
bread) counts once, for the longer. "Milan Lite, Milan Standalone and Milan Cluster". "New York, New
York", "Bora Bora". The end of a sentence and the beginning of the next. Irregular forms (mice for
mouse) and words in hyphenated names are not counted. Languages written without spaces.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Annotated

from seocheck.rulekit.api import (
    Analysis,
    Between,
    Burst,
    Close,
    Finding,
    Findings,
    Limits,
    Repeated,
    Rule,
    Stuffing,
    combined,
    improbability,
    most_probable,
    plural,
    stuffing,
)

Rate = Annotated[float, Between(1, 500)]


RULE = Rule(weight=3, severity="warning", evidence="documented", bound="measured", needs=("keywords", "body", "words"))

SHORTEST = 50
"""Other words of a text at least: a shorter one is judged as if it had as many."""
RUNNING = Limits(word=Close(4, 6), phrase=Close(3, 10))
FIELD = Limits(word=Close(3, 5), phrase=Close(3, 1_000))
TITLE = 3
"""Times in a title that are a burst."""
FIRST_LOSS = 0.2
"""What a count costs that is just improbable, and what the first of a burst costs."""
FALL = 6.0
"""Powers of ten of improbability after which what is left of the weight has fallen to 1/e."""
MOST_PLACES = 50


def check(
    analysis: Analysis,
    *,
    word_rate: Rate = 65.0,
    two_word_rate: Rate = 18.0,
    phrase_rate: Rate = 10.0,
    one_in: Annotated[int, Between(10, 1_000_000_000)] = 1_000,
) -> Findings:
    """For each keyword one finding on the text, and one on the title and the description each.

    word_rate: times a keyword of one word may be said in 1,000 other words.
    two_word_rate: the same for a keyword of two words.
    phrase_rate: the same for a longer keyword.
    one_in: a count so improbable at that rate is reported, as one text in so many.
    """
    found = stuffing(analysis, RUNNING, FIELD)
    for said in found.said:
        rate = (word_rate, two_word_rate, phrase_rate)[min(said.size, 3) - 1]
        yield from _in_text(said, found, rate, one_in)
        yield from _in_fields(said)


def _in_text(said: Repeated, found: Stuffing, rate: float, one_in: int) -> Findings:
    """Count and bursts: two sides of one fault, at the worst burst or at the first place."""
    expected = rate * max(found.others, SHORTEST) / 1000
    count, bound = len(said.spans), math.log10(one_in)
    surprise = improbability(count, expected)
    losses = [_loss(sum(burst.excess for burst, _ in said.bursts))]
    name = said.keyword.text.value
    spans, also, what, target = said.spans, said.spans, "", "once in a place"
    if said.bursts:
        worst, spans = max(said.bursts, key=lambda item: item[0].excess)
        also = (*spans, *(span for _, where in said.bursts for span in where))
        what = f"“{name}” is said {_how(worst)}."
    if surprise >= bound:
        most = most_probable(expected, bound)
        losses.append(1.0 - (1.0 - FIRST_LOSS) * math.exp(-(surprise - bound) / FALL))
        also, target = (*also, *said.spans), f"at most {plural(most, 'time')}"
        close = f", and {_how(worst)}" if said.bursts else ""
        said_how = f"{plural(count, 'time')} in {plural(found.words, 'word')}{close}"
        what = f"“{name}” is said {said_how}; up to {most} fit the topic."
    if what:
        yield Finding(
            spans[0],
            what,
            hint="Keep it where readers need it; elsewhere write “it” or another word.",
            loss=combined(losses),
            subject=name,
            measured=plural(count, "time"),
            target=target,
            related=tuple(span for span in dict.fromkeys(also) if span != spans[0])[:MOST_PLACES],
        )


def _how(burst: Burst) -> str:
    times = len(burst.places)
    if burst.kind == "repeated":
        return "twice, side by side" if times == 2 else f"{times} times, side by side"
    if burst.kind == "close":
        return f"{times} times in one breath"
    many = "one sentence" if burst.sentences < 2 else f"a paragraph of {burst.sentences} sentences"
    return f"{times} times in {many}"


def _in_fields(said: Repeated) -> Iterator[Finding]:
    for zone in ("title", "description"):
        found = [(spans, excess) for where, spans, excess in said.fields if where == zone]
        spans, excess = max(found, key=lambda item: len(item[0]), default=((), 0))
        if zone == "title":
            excess = max(len(spans) - TITLE + 1, 0)
        if excess:
            name = said.keyword.text.value
            yield Finding(
                spans[0],
                f"The {zone} says “{name}” {len(spans)} times.",
                hint="Say it once, and use the room for what else the page offers.",
                loss=_loss(excess),
                subject=name,
                measured=f"{len(spans)} times",
                target="once",
                related=spans[1:],
            )


def _loss(excess: int) -> float:
    return 1.0 - (1.0 - FIRST_LOSS) ** excess
