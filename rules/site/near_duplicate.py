"""An article that is nearly the same as another.

What it finds
-------------
Two articles of one site and one language of whose runs of four words nine in ten stand in both (Jaccard similarity;
`similarity` sets another bound). Each copy is a finding that names the first of its kind. Texts with the same words
are told by a hash; others are found by sketches of their texts and read again for the exact figure.

Why it matters
--------------
Search engines keep one of several pages that say the same, and choose which; readers find the old version.

Evidence
--------
Class: documented.
Source: Google asks to consolidate duplicate pages under one canonical address,
https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls; the sketch is that of Broder,
On the resemblance and containment of documents, 1997, https://doi.org/10.1109/SEQUEN.1997.666900.
Read: 2026-11-23.

Example
-------
    a.md and a-copy.md: 0.97

Not flagged
-----------
Translations, texts under 35 words, articles whose canonical names another page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from seocheck.rulekit.api import Between, Rule
from seocheck.site.api import SHORT, Site, SiteFinding, Sketches, jaccard

RULE = Rule(weight=0, severity="warning", evidence="documented", scope="site")

HINT = "Merge the two, or name one of them as the canonical page of the other."


def check(site: Site, *, similarity: Annotated[float, Between(0.5, 1.0)] = 0.9) -> Iterator[SiteFinding]:
    """Copies with the same words first, then those that are nearly the same as an earlier text.

    similarity: the part of all runs of four words that stand in both from which on it is a copy, 0.5 to 1.
    """
    copies: set[int] = set()
    for group in site.index.groups("content"):
        if len(site.index.page(group[0]).summary.signature) < SHORT:
            continue
        copies.update(group[1:])
        yield from site.shared(group, "The text of", lambda page: None, site.index.page(group[0]).name, HINT)
    sketches: dict[tuple[str, str], Sketches] = {}
    for page in site.index.pages():
        if not page.rival or page.number in copies:
            continue
        known = sketches.setdefault(page.realm, Sketches())
        for number in known.candidates(page.number, page.summary.signature):
            other = site.index.page(number)
            alike = jaccard(site.read_words(page.path), site.read_words(other.path))
            if alike >= similarity:
                yield SiteFinding(
                    page.number,
                    None,
                    f"The text is nearly that of {other.name}: {alike:.0%} of all runs of four words stand in both.",
                    HINT,
                    other.name,
                    f"{alike:.2f}",
                    f"under {similarity:g}",
                    (number,),
                    page.summary.title,
                )
                break
