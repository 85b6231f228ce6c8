"""The keywords that a description should say, and where the text says them."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from seocheck.analysis import Analysis
from seocheck.base.text import Span
from seocheck.languages import function_words

IMPORTANT = 6
"""Keywords that a candidate should contain; more don't fit into a snippet."""


class Wanted(msgspec.Struct, frozen=True):
    """A keyword that a candidate should contain: its weight, and where in the source the text says it."""

    text: str
    weight: float
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, span: Span) -> bool:
        """Whether the text says it in a range of the source."""
        at = bisect_left(self.starts, span.start)
        return at < len(self.starts) and self.ends[at] <= span.end


def wanted(analysis: Analysis) -> list[Wanted]:
    """The declared keywords that the text says, the primary one first; where none is declared, tags and topics.

    What is declared as description plays no part, so that a description once written changes nothing here.
    """
    found: list[Wanted] = []
    order = sorted(analysis.support, key=lambda s: (not s.keyword.focus, not s.keyword.primary, s.keyword.rank))
    for support in order[:200]:
        said = [o for o in support.occurrences if o.tier in ("exact", "inflected", "variant", "reordered")]
        if said and len(found) < IMPORTANT:
            weight = 3.0 if support.keyword.focus or support.keyword.primary else 1.0 / (1 + 0.25 * len(found))
            spans = sorted(o.span for o in said)
            name = support.keyword.text.value
            found.append(Wanted(name, weight, tuple(s.start for s in spans), tuple(s.end for s in spans)))
    if found or analysis.keywords:
        return found
    tags = sorted((s for s in analysis.taxonomy_support if s.tier == "exact" and s.count > 1), key=lambda s: -s.count)
    small = function_words(analysis.language.code)
    phrases = (p.text for p in analysis.salience[0] if not small & set(p.text.lower().split()))
    named = [*(s.keyword.text.value for s in tags), *phrases]
    names = list({name.casefold(): name for name in reversed(named)}.values())[::-1]
    for rank, name in enumerate(names[:IMPORTANT]):
        parts = r"\s+".join(re.escape(part) for part in name.split())
        pattern = re.compile(rf"(?<!\w){parts}(?!\w)", re.IGNORECASE)
        spans = sorted(b.text.span(*m.span()) for b in analysis.prose_blocks for m in pattern.finditer(b.text.value))
        weight = 1.0 / (1 + 0.25 * rank)
        found.append(Wanted(name, weight, tuple(s.start for s in spans), tuple(s.end for s in spans)))
    return found
