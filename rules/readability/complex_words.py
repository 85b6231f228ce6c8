"""Too many words that not everybody knows.

What it finds
-------------
More than 30 % of an English article's words not on the Dale-Chall list of some 3,000 words that children in
the fourth grade know, reported from 35 % on. Names the most frequent ones and points at the first of
each. Off by default.

Why it matters
--------------
Readers who stop at a word lose the sentence. Terms of the subject must stay; the others often have a plain twin.

Evidence
--------
Class: measured, bound: convention.
Source: Dale and Chall, "A Formula for Predicting Readability", Educational Research Bulletin 27 (1948),
https://www.jstor.org/stable/1473169, in which the share of words off a list of what pupils of the fourth grade know is
one of two measures. The list is the one in textstat, https://github.com/textstat/textstat. On 1,000 excerpts that
teachers judged, this share correlates −0.53 with how easy they found them; on 1,405 English pages its median is 27 %,
38 % of them are above 30 % and 18 % above 35 %: `python tools/corpora/corpus_prose.py CORPORA`. No bound is theirs.
Read: 2026-11-30.

Example
-------
    The implementation of the organizational restructuring necessitated comprehensive administrative preparation.
    Institutional responsibilities were redistributed according to recommendations of the international consultancy.
    Subsequently the municipal authorities published supplementary documentation regarding environmental obligations.
    (4 times)

Use instead
-----------
    We moved the office in May. Each team got a new room and a list of its tasks. The town asked us to say how we use
    water and power, so we wrote that down too. It took two days. Now all of us know who does what, and when.
    (4 times)

Not flagged
-----------
Regular forms of listed words (plurals, -ed, -ing, -er, -est, -ly, possessives); names, numbers, abbreviations, code and
identifiers. Other languages than English, articles with under 100 words or 3 sentences of prose, machines without
textstat: not assessed.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Findings, Rule, hard_words, share_over

RULE = Rule(
    weight=0, severity="off", evidence="measured", bound="convention", needs=("body", "school-grades"), min_words=100
)

SHOWN = 6
"""Words that are named and pointed at."""
FULL = 0.2
"""So far above the share the loss is full: at the default, when every second word is hard."""


def check(analysis: Analysis, *, max_share: Annotated[float, Between(0, 1)] = 0.3) -> Findings:
    """One finding at the hard word that occurs most; the next five are related places.

    max_share: share of words that are not on the list, 0 to 1, that is still fine.
    """
    found = hard_words(analysis.prose.sentences)
    if found is None or not found.hard:
        return
    most = found.words[:SHOWN]
    listed = ", ".join(f"{word.text} ({word.count})" for word in most)
    yield from share_over(
        most[0].span, found.hard, found.judged, max_share, full=FULL,
        says="{value} of the words are not on the Dale-Chall list of words that everybody knows; "
        "aim for {limit} or less.",
        hint=f"Use plain words for those that are not terms of the subject; most frequent: {listed}.",
        related=[word.span for word in most[1:]],
    )  # fmt: skip
