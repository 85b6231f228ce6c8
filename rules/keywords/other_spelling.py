"""A keyword that the text only writes in another spelling.

What it finds
-------------
A declared keyword that the text says only in another spelling: colour where it writes color,
Kiev where it writes Kyiv, Zelensky where it writes Zelenskyy. One suggestion per keyword.

Why it matters
--------------
Readers see one spelling and the list has another; people who search your site may type either.
The keyword counts as supported all the same.

Evidence
--------
Class: declared.
Source: the article's own keyword list, held against its own text. Spellings of Britain and America
by rule and by a list of this project's own (seocheck/analysis/data/names.yml), transliterations of
names by what they have in common.
Read: 2026-11-22.

Example
-------
    keywords: [Kiev]

    The night train to Kyiv leaves at nine. Kyiv has two stations.

Use instead
-----------
    keywords: [Kyiv]

    The night train to Kyiv leaves at nine. Kyiv has two stations.

Not flagged
-----------
Keywords that the text also writes as declared, inflected or not; accents, hyphens and umlauts written
out; figures for number words and abbreviated units (12 km for twelve kilometres). Short words and their full ones
(app for application), acronyms and their phrases (SEO for search engine optimization).
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, clipped

RULE = Rule(weight=0, severity="suggestion", evidence="declared", needs=("keywords", "body"))


def check(analysis: Analysis) -> Findings:
    """One suggestion for each keyword that is met in another spelling only."""
    for support in analysis.support:
        evidence = support.evidence
        declared = support.keyword.text.value
        if support.tier != "variant" or evidence is None or any(c.isdigit() for c in declared + evidence.words):
            continue
        if _is_shorter(declared, evidence.words, analysis):
            continue
        places = [o for o in support.occurrences if o.tier == "variant"]
        times = "once" if len(places) == 1 else f"{len(places)} times"
        yield Finding(
            support.keyword.text.span(),
            f"The text writes “{evidence.words}” ({times}), never “{declared}”.",
            hint="Choose one spelling and use it in both places.",
            loss=0.0,
            subject=declared,
            measured=evidence.words,
            target=declared,
            related=tuple(o.span for o in places[:20]),
        )


def _is_shorter(declared: str, written: str, analysis: Analysis) -> bool:
    """Whether one is an acronym of the other, or has words that are cut short."""
    own, theirs = declared.replace("-", " ").split(), written.replace("-", " ").split()
    pairs = list(zip(own, theirs, strict=False))
    return (len(own) > 1) != (len(theirs) > 1) or any(clipped(a, b, analysis.language.code) for a, b in pairs)
