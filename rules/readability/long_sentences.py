"""Too many long sentences.

What it finds
-------------
More than 30 % of the sentences, two at least, longer than the language's bound: 20 words, 25 in Spanish,
Persian, Italian and Portuguese, 15 in Hebrew, Russian and Turkish. Points at the five longest.

Why it matters
--------------
A long sentence now and then gives rhythm; page after page of them tires readers.

Evidence
--------
Class: measured, bound: convention.
Source: sentence length is one of the two measures of every reading-ease formula in
seocheck/languages, Flesch's of 1948 first, https://doi.org/10.1037/h0057532. The bound and the
share are no measurement but those of Yoast's open-source analysis: 20 words, Italian 25, Russian,
Hebrew and Turkish 15, at most 25 % of the sentences, a fault from 30 % on,
https://github.com/Yoast/wordpress-seo/blob/main/packages/yoastseo/src/scoring/assessments/readability/README.md;
Portuguese and Persian 25 in its sentenceLength.js; Spanish has a file of its own that was not seen.
On 1,000 excerpts that teachers judged, the share of sentences over 20 words correlates −0.38 with
how easy they found them: tools/corpora/corpus_readability.py.
Read: 2026-11-30.

Example
-------
    The dough should feel soft and a little wet, and if it sticks to your hands you should wet your hands and not the
    dough, which would otherwise run flat in the oven. Fold it four times in the first two hours, for each fold gives it
    strength, and then let it rest in a cool place under a cloth until the next day.
    (3 times)

Use instead
-----------
    The dough should feel soft and a little wet. If it sticks to your hands, wet your hands and not the dough. Fold it
    four times in the first two hours. Then let it rest in a cool place until the next day.
    (3 times)

Not flagged
-----------
List items without a full stop, headings, tables, quotations and code. Languages of which
nothing is known, and languages written without spaces: not assessed.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Findings, Rule, share_over

RULE = Rule(
    weight=9,
    severity="warning",
    evidence="measured",
    bound="convention",
    needs=("body", "language", "words"),
    min_words=75,
)

SHOWN = 5
LEAST = 4
"""Fewer long sentences are no burden, whatever their share of a short text."""
FULL = 0.25
"""So far above the share the whole weight is lost: at the default, when more than half of the sentences are long."""


def check(
    analysis: Analysis,
    *,
    max_share: Annotated[float, Between(0, 1)] = 0.3,
    max_words: Annotated[int, Between(0, 200)] = 0,
) -> Findings:
    """One finding at the longest sentence; the next four are related places.

    max_share: share of long sentences, 0 to 1, that is still fine.
    max_words: words above which a sentence is long; 0 takes the language's own bound.
    """
    sentences = analysis.prose.sentences
    bound = max_words or analysis.language.long_sentence
    long = sorted((s for s in sentences if s.words > bound), key=lambda s: -s.words)
    if len(sentences) < 3 or len(long) < LEAST:
        return
    spans = [s.block.text.span(s.start, s.end) for s in long[:SHOWN]]
    lengths = ", ".join(str(s.words) for s in long[:SHOWN])
    yield from share_over(
        spans[0], len(long), len(sentences), max_share, full=FULL,
        says=f"{{part}} of {{whole}} sentences ({{value}}) are longer than {bound} words; aim for {{limit}} or less.",
        hint=f"Split the longest ones ({lengths} words) where a new idea starts.",
        related=spans[1:],
    )  # fmt: skip
