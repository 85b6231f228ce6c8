"""An article that is nearly the same as another.

What it finds
-------------
Two articles of one site and one language that share nine in ten of all their runs of four words (Jaccard similarity;
`similarity` sets another bound). Each copy is a finding that names the first of its kind. A hash finds texts with the
same words; sketches of the texts find the others, which are then read again for the exact number.

Why it matters
--------------
Search engines keep one of several pages that say the same, and choose which; readers find the old version.

Evidence
--------
Class: documented, bound: convention.
Source: Google shows one of a group of duplicates: "The canonical page will be crawled most regularly; duplicates are
crawled less frequently in order to reduce the crawling load on sites",
https://developers.google.com/search/docs/crawling-indexing/canonicalization. It doesn't ask to remove them, and how
alike texts must be it doesn't say. The sketch is that of Broder,
On the resemblance and containment of documents, 1997, https://doi.org/10.1109/SEQUEN.1997.666900.
Read: 2026-11-30.

Example
-------
    == a.md
    title: Sourdough for busy people

    Feed the starter in the morning and it will be ready when you come home. The dough should feel soft and a
    little wet. If it sticks to your hands, wet your hands and not the dough. Fold the dough four times in the first
    two hours, and let it rest until the next day.
    == a-copy.md
    title: Sourdough at home

    Feed the starter in the morning and it will be ready when you come home. The dough should feel soft and a
    little wet. If it sticks to your hands, wet your hands and not the dough. Fold the dough four times in the first
    two hours, and let it rest until the next day.

Use instead
-----------
    == a.md
    title: Sourdough for busy people

    Feed the starter in the morning and it will be ready when you come home. The dough should feel soft and a
    little wet. If it sticks to your hands, wet your hands and not the dough. Fold the dough four times in the first
    two hours, and let it rest until the next day.
    == b.md
    title: Baking in a pot

    Heat the oven for an hour with the pot inside. Tip the bread into the hot pot, cut it once along the top, and close
    the lid. After half an hour take the lid off. The crust is done when it is the brown of a chestnut, and the bread
    sounds hollow when you knock on it from below.

Not flagged
-----------
Translations, texts under 35 words, articles whose canonical names another page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from seocheck.rulekit.api import Between, Rule
from seocheck.site.api import SHORT, Site, SiteFinding, Sketches

RULE = Rule(weight=0, severity="warning", evidence="documented", bound="convention", scope="site")

HINT = "Merge the two, or make one of them the canonical page of the other."


def check(site: Site, *, similarity: Annotated[float, Between(0.5, 1.0)] = 0.9) -> Iterator[SiteFinding]:
    """Copies with the same words first, then those that are nearly the same as an earlier text.

    similarity: the share of common runs of four words from which on a text is a copy, 0.5 to 1.
    """
    copies: set[int] = set()
    for group in site.index.groups("content"):
        if len(site.index.page(group[0]).summary.signature) < SHORT:
            continue
        copies.update(group[1:])
        yield from site.shared(group, "The text", lambda page: None, site.index.page(group[0]).name, HINT, quoted=False)
    sketches: dict[tuple[str, str], Sketches] = {}
    for page in site.index.pages():
        if not page.rival or page.number in copies:
            continue
        known = sketches.setdefault(page.realm, Sketches())
        for number in known.candidates(page.number, page.summary.signature):
            other = site.index.page(number)
            alike = site.likeness(page, other)
            if alike >= similarity:
                yield SiteFinding(
                    page.number,
                    None,
                    f"The text is nearly the same as that of {other.name}: "
                    f"they share {alike:.0%} of their runs of four words.",
                    HINT,
                    other.name,
                    f"{alike:.2f}",
                    f"under {similarity:g}",
                    (number,),
                    page.summary.title,
                )
                break
