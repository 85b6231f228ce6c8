"""Too many words that are not among those everybody knows.

What it finds
-------------
More than 30 % of an English article's words not on the Dale-Chall list of some 3,000 words that children in
the fourth grade know, reported from 35 % on. Says which of them occur most and points at the first of
each. Switched off by default.

Why it matters
--------------
Whoever stops at a word loses the sentence. Terms of the subject must stay; the others often have a plain twin.

Evidence
--------
Class: measured.
Source: Dale and Chall, "A Formula for Predicting Readability", Educational Research Bulletin 27 (1948), in
which the share of words off the list is one of two measures: words that "fourth-grade American students could
reliably understand", as told at https://wikisum.wiki/wiki/Dale%E2%80%93Chall_readability_formula. The list is
the one in textstat, https://github.com/textstat/textstat. On 1,000 excerpts that teachers judged, this share
correlates −0.53 with how easy they found them; on 1,405 English pages its median is 27 %, 38 % of them are
above 30 % and 18 % above 35 %: `python tools/corpus_prose.py CORPORA`. No bound is theirs.
Read: 2026-11-22.

Example
-------
    (an announcement in which two words of five are like "implementation" and "repository")

Not flagged
-----------
Regular forms of listed words (plurals, -ed, -ing, -er, -est, -ly, possessives); names, numbers, abbreviations, code and
identifiers. Other languages than English, articles with under 100 words or 3 sentences of prose, machines without
textstat: not assessed.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Finding, Findings, Rule, hard_words, rising

RULE = Rule(weight=0, severity="off", evidence="measured", needs=("body", "school-grades"), min_words=100)

SHOWN = 6
"""Words that are named and pointed at."""
SLACK = 0.05
"""By so much the share may exceed its limit before that is worth a finding."""
FULL = 0.2
"""So far above the share the loss is full: at the default, when every second word is hard."""


def check(analysis: Analysis, *, max_share: Annotated[float, Between(0, 1)] = 0.3) -> Findings:
    """One finding at the hard word that occurs most; the next five are related places.

    max_share: share of words that are not on the list, 0 to 1, that is still fine.
    """
    found = hard_words(analysis.prose.sentences)
    if found is None or not found.hard or found.hard / found.judged <= max_share + SLACK:
        return
    share = found.hard / found.judged
    most = found.words[:SHOWN]
    listed = ", ".join(f"{word.text} ({word.count})" for word in most)
    yield Finding(
        most[0].span,
        f"{share:.0%} of the words are not on the Dale-Chall list of words that everybody knows; "
        f"at most {max_share:.0%}.",
        hint=f"Put plain words for those that are no terms of the subject; most frequent: {listed}.",
        loss=rising(share - max_share, FULL),
        subject="prose",
        measured=f"{share:.0%}",
        target=f"at most {max_share:.0%}",
        related=tuple(word.span for word in most[1:]),
    )
