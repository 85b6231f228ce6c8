"""A keyword that is declared twice.

What it finds
-------------
A keyword that differs from an earlier one only in case, accents, hyphens, possessives or
inflection.

Why it matters
--------------
The list looks longer than it is, and one of the two says nothing new.

Evidence
--------
Class: declared.
Source: the article's own keyword list: the second entry says nothing that the first has not said.
How forms are told to be the same is ours.
Read: 2026-11-22.

Example
-------
    keywords: [sourdough starter, Sourdough starters]

Use instead
-----------
    keywords: [sourdough starter, rye flour]

Not flagged
-----------
A keyword that is contained in a longer one (bread, bread flour): both may be meant. Set
`contained` to get a note on those too.
"""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, Token, are_one, fold, split

RULE = Rule(weight=0.6, severity="warning", evidence="declared", needs=("keywords",))

MAX_KEYWORDS = 200


def check(analysis: Analysis, *, contained: bool = False) -> Findings:
    """One finding for each keyword that repeats an earlier one.

    contained: also note keywords whose words are all part of another one.
    """
    seen: list[tuple[str, Sequence[Token], tuple[str, ...]]] = []
    by_stems: dict[tuple[str, ...], str] = {}
    for keyword in analysis.keywords[:MAX_KEYWORDS]:
        words = split(keyword.text.value, analysis.language)
        joined = ("".join(fold(word.text) for word in words),)
        stems = tuple(analysis.words.stems(word.text) for word in words)
        earlier = by_stems.get(joined) or next(
            (other for other, theirs, their_stems in seen if their_stems == stems and are_one(words, theirs, analysis)),
            None,
        )
        if earlier is not None and words:
            yield Finding(
                keyword.text.span(),
                f"“{keyword.text.value}” is declared twice."
                if earlier == keyword.text.value
                else f"“{keyword.text.value}” is the same keyword as “{earlier}”.",
                hint="Delete one of the two.",
                loss=0.3,
                subject=keyword.text.value,
                measured="declared twice",
                target="declared once",
            )
        elif contained:
            longer = next(
                (other for other, _, theirs in seen if len(theirs) > len(stems) and set(stems) <= set(theirs)),
                None,
            )
            if longer is not None:
                yield Finding(
                    keyword.text.span(),
                    f"“{keyword.text.value}” is part of “{longer}”.",
                    hint="Keep both only if you mean both.",
                    loss=0.05,
                    subject=keyword.text.value,
                    severity="note",
                )
        by_stems.setdefault(joined, keyword.text.value)
        seen.append((keyword.text.value, words, stems))
