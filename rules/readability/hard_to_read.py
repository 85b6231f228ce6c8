"""Prose that is harder to read than its audience is used to.

What it finds
-------------
A reading ease, by the published formula of the article's own language, below what the profile
asks for: 40, or 30 where the sentences are short. Points at the sentence that lowers it most.

Why it matters
--------------
Readers leave a text that takes more effort than it seems to be worth. The profile says who they
are.

Evidence
--------
Class: measured, bound: convention.
Source: Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948),
https://doi.org/10.1037/h0057532, the formula as textstat computes it,
https://github.com/textstat/textstat, and the formula of each other language as its file in
seocheck/languages cites it. Our ease correlates 0.56 with how easy teachers found 1,000 excerpts,
the published Flesch 0.55 (`python tools/corpora/corpus_readability.py CORPORA`). Which ease a site needs is
no measurement: Yoast's green begins at 60,
https://github.com/Yoast/wordpress-seo/blob/main/packages/yoastseo/src/scoring/assessments/readability/README.md.
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
Articles with under 100 words or 3 sentences of prose, languages without a published formula:
not assessed. Headings, list items without a full stop, tables, quotations and code are not prose.
Text that would be easy enough in sentences of the language's usual bound (20 words in English):
readability/long-sentences reports the longer ones.
"""

from __future__ import annotations

from typing import Annotated

from msgspec.structs import replace

from seocheck.rulekit.api import Analysis, Between, Finding, Findings, Rule, formulas, plural, reading_ease, rising

RULE = Rule(
    weight=10,
    severity="warning",
    evidence="measured",
    bound="convention",
    needs=("body", "reading-ease"),
    min_words=100,
)


def details() -> str:
    """The formula of each language with its source."""
    return f"Formulas\n--------\n{formulas()}"


FULL = 20.0
"""So far below the target the whole weight is lost: one of Flesch's wider bands further down."""


SLACK = 3.0
"""By so many points the ease may miss its target before that is worth a finding."""
SHORT = 0.8
"""Sentences of so much of the language's bound are short; from there to the bound the target rises evenly."""
SHORTEST = 12
"""Words of the shortest sentence that is pointed at."""


def check(
    analysis: Analysis,
    *,
    min_ease: Annotated[float, Between(-50, 100)] = 40.0,
    terms: Annotated[float, Between(0, 50)] = 10.0,
) -> Findings:
    """One finding at the hardest sentence.

    min_ease: the lowest ease that is fine, on Flesch's scale from 0 (hardest) to 100; other scales
    are converted to it by their bands.
    terms: how much lower that is where sentences are short, because then only the terms of the
    subject make the text hard, and they can hardly be helped.
    """
    ease = analysis.ease
    if ease is None:
        return
    sentences = analysis.prose.sentences
    counts = analysis.prose.counts
    length = counts.words / counts.sentences
    bound = analysis.language.long_sentence
    short = min(max((bound - length) / (bound * (1.0 - SHORT)), 0.0), 1.0)
    target = min_ease - terms * short
    if ease.flesch_equivalent >= target - SLACK:
        return
    if length > bound and _with_sentences_of(analysis, bound) >= target - SLACK:
        return  # the words are plain; readability/long-sentences reports how long the sentences are
    hardest = max(  # nobody could shorten a line of three long words
        [s for s in sentences if s.words >= SHORTEST and s.block.kind == "paragraph"] or sentences,
        key=lambda s: (s.words * 1.0 + 30.0 * (s.syllables or 0) / max(s.words, 1), -s.start),
    )
    advice = "Choose plainer words"
    if length > bound * 0.9:
        advice = f"Shorten sentences (now {length:.0f} words on average) and choose plainer words"
    # 39.7 must not look like the target of 40.
    decimals = 1 if round(ease.value) == round(target) else 0
    shown = f"{ease.value:.{decimals}f}".replace("-", "\u2212")
    message = f"Reading ease is {shown} by {ease.formula}: {ease.band}."
    if ease.value < 0 <= target:
        shown = "below 0"
        message = f"Reading ease is below 0, on a scale of 0 to 100, by {ease.formula}: {ease.band}."
    yield Finding(
        hardest.block.text.span(hardest.start, hardest.end),
        message,
        hint=f"{advice}; the hardest sentence has {plural(hardest.words, 'word')}.",
        loss=rising(target - ease.flesch_equivalent, FULL),
        subject="prose",
        measured=shown,
        target=f"at least {target:.0f} on Flesch's scale",
    )


def _with_sentences_of(analysis: Analysis, words: int) -> float:
    """The ease of the same words in sentences of so many words, on Flesch's scale."""
    counts = analysis.prose.counts
    ease = reading_ease(replace(counts, sentences=max(round(counts.words / words), 1)), analysis.language)
    return ease.flesch_equivalent if ease is not None else 0.0
