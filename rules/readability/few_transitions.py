"""Few words that connect one sentence with the next.

What it finds
-------------
Fewer than 20 % of the sentences with a transition (however, because, for example, as a result), reported below 15 %.
Points at the longest stretch without one. Off by default. English, Dutch, French, German, Italian, Polish,
Portuguese, Russian, Spanish and Swedish.

Why it matters
--------------
A transition says how a sentence follows from the one before: that it is a reason, an example, the other side. But
sentences that follow anyway need none, and too many tire readers; so this is for sites that want the check.

Evidence
--------
Class: convention.
Source: practice, and its tools contradict each other. Yoast wants a transition in 30 % of the sentences and
turns red below 20 %, in texts of 200 words or more,
https://github.com/Yoast/wordpress-seo/blob/main/packages/yoastseo/src/scoring/assessments/readability/README.md;
others take many of them for a sign of machine-made text, above 40 % of the sentences in
https://github.com/JohnCrickett/ai-writing-detector (prompts/transition-word-density.md). No measurement stands
behind either. On 1,228 pages with 200 words or more, 57 % are below 30 %, 27 % below 20 % and 13 % below 15 %:
`python tools/corpora/corpus_prose.py CORPORA`. Hence off by default, and without points.
Read: 2026-11-22.

Example
-------
    We baked bread on Monday. It was dark and sour. The oven was too hot for it. We ate it with salt. The cat slept on
    the sill. The snow came in the night.
    (10 times)

Use instead
-----------
    We baked bread on Monday. However, it was dark and sour, because the oven was too hot for it. Therefore we ate it
    with salt. Meanwhile the cat slept on the sill. Then the snow came in the night.
    (10 times)

Not flagged
-----------
Articles with under 200 words of prose; headings, captions, tables and list items without a stop; code; other languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Finding, Findings, Rule, rising, without_transition

RULE = Rule(weight=0, severity="off", evidence="convention", needs=("body", "transitions"), min_words=200)

SLACK = 0.05
"""By so much the share may miss its limit before that is worth a finding."""


def check(analysis: Analysis, *, min_share: Annotated[float, Between(0, 1)] = 0.2) -> Findings:
    """One finding at the longest stretch of sentences without a transition; its sentences are related places.

    min_share: share of sentences with a transition, 0 to 1, that is enough.
    """
    sentences = analysis.prose.sentences
    code = analysis.language.code
    if not sentences:
        return
    bare = without_transition(sentences, code)
    share = 1.0 - sum(bare) / len(bare)
    if share >= min_share - SLACK:
        return
    start, end = _longest(bare)
    spans = [s.block.text.span(s.start, s.end) for s in sentences[start:end]]
    yield Finding(
        spans[0],
        f"{len(bare) - sum(bare)} of {len(bare)} sentences ({share:.0%}) have a transition; "
        f"aim for {min_share:.0%} or more.",
        hint=f"From here on {end - start} in a row have none; say how they follow where it is not obvious.",
        loss=rising(min_share - share, max(min_share, 0.01)),
        subject="prose",
        measured=f"{share:.0%}",
        target=f"at least {min_share:.0%}",
        related=tuple(spans[1:6]),
    )


def _longest(bare: Sequence[bool]) -> tuple[int, int]:
    """Where the longest stretch of true values begins and ends."""
    best = (0, 0)
    start = 0
    for index, value in enumerate((*bare, False)):
        if not value:
            if index - start > best[1] - best[0]:
                best = (start, index)
            start = index + 1
    return best
