"""A primary keyword that the introduction does not mention.

What it finds
-------------
Texts of 300 words or more that mention their primary keyword only after 100 words, and whose
introduction (the paragraphs that begin within 100 words, before the first subheading) says less than
half of its words. The primary keyword is the focus keyword, or the first of a list that is not sorted;
where there is none, any keyword will do. The later the keyword comes, the more it costs.

Why it matters
--------------
Readers who came for the keyword look for it in the first lines.

Evidence
--------
Class: convention.
Source: practice. Yoast wants all content words of the keyphrase in the first paragraph,
https://github.com/Yoast/wordpress-seo/blob/main/packages/yoastseo/src/scoring/assessments/seo/README.md;
no search engine says so. Of 412 real pages with keywords 58 would be reported
(`python tools/corpora/corpus_stuffing.py CORPORA --show`); of 30 read by hand (29 of these, and one after
89 words that is no longer reported) 2 were worth an editor's time: lists begin with
the name of the site or of the product. So the rule is off by default.
Read: 2026-11-22.

Example
-------
    keywords: [sourdough starter]

    Every winter we drove to the farm where my aunt kept her hens. The house was cold, and we sat close to the stove.
    (20 times)

    Her sourdough starter lived on the shelf above it.

Use instead
-----------
    keywords: [sourdough starter]

    My aunt kept her sourdough starter on the shelf above the stove.

    Every winter we drove to the farm where she kept her hens. The house was cold, and we sat close to the stove.
    (20 times)

Not flagged
-----------
A keyword that the text never says. `seocheck keywords FILE` shows where in the text a keyword
comes; that is never judged. Languages written without spaces.
"""

from __future__ import annotations

from seocheck.rulekit.api import (
    INTRODUCTION_WORDS,
    PROSE,
    Analysis,
    Finding,
    Findings,
    Occurrence,
    Rule,
    Support,
    plural,
    rising,
)

RULE = Rule(weight=0.9, severity="off", evidence="convention", needs=("keywords", "body", "words"))

MIN_WORDS = 300
"""Words of a text that has an introduction. The loss, not the weight, grows from here to twice as many: if the weight
grew, a longer text would make other findings cheaper."""
VERY_LATE = 500
"""Words beyond the introduction from which on the whole weight is lost."""


def check(analysis: Analysis) -> Findings:
    """One finding, at the first place in running text."""
    words = analysis.word_count
    primary = [s for s in analysis.support if s.keyword.primary] or list(analysis.support)
    said = [(place, s) for s in primary if (place := _first(s)) is not None]
    if words < MIN_WORDS or not said or any(_is_introduced(analysis, s) for s in primary):
        return
    place, support = min(said, key=lambda item: item[0].index)
    before = _words_before(analysis, place.index)
    if before <= INTRODUCTION_WORDS:
        return
    name = support.keyword.text.value
    which = "None of the keywords is" if len(primary) > 1 else f"“{name}” is not"
    yield Finding(
        place.span,
        f"{which} in the introduction; {'it' if len(primary) == 1 else f'“{name}”'} first comes after "
        f"{plural(before, 'word')}.",
        hint="Say in the first paragraph what the article is about.",
        loss=max(0.01, rising(before - INTRODUCTION_WORDS, VERY_LATE) * min(1.0, (words - MIN_WORDS) / MIN_WORDS)),
        subject=name,
        measured=f"after {plural(before, 'word')}",
        target="in the introduction",
    )


def _first(support: Support) -> Occurrence | None:
    """The first place in running text, whatever the tier."""
    return next((o for o in support.occurrences if o.zone in PROSE and o.tier != "related"), None)


def _is_introduced(analysis: Analysis, support: Support) -> bool:
    """Whether the introduction says the keyword, or words for at least half of it."""
    if support.best("introduction") != "absent":
        return True
    words = analysis.words
    wanted = set(analysis.content_stems(support.keyword.text.value))
    met = {
        stem for stem in wanted if any(words.zone_of(index) == "introduction" for index in words.by_stem.get(stem, ()))
    }
    return bool(wanted) and 2 * len(met) >= len(wanted)


def _words_before(analysis: Analysis, index: int) -> int:
    """Words of running text before a word."""
    before = 0
    for piece in analysis.words.pieces:
        if piece.zone in PROSE and piece.first < index:
            before += min(piece.count, index - piece.first)
    return before
