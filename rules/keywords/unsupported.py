"""A declared keyword that the article never says.

What it finds
-------------
Each declared keyword that the article says nowhere: not exactly, not inflected, not reordered, not
in part and not by a related word. Title, description and slug are declarations too and do not
count. One finding per keyword; where more than three are absent, one for all. Where the text says
the keyword with one letter changed, the hint names what it says.

Why it matters
--------------
The list says what the article is about. A keyword without a word of support is a leftover from an
earlier draft, or a wish.

Evidence
--------
Class: declared.
Source: the article's own keyword list, compared with its own text. On publishers' own articles the
median of exact coverage is 0.60 (`python tools/corpus_keywords.py CORPORA`), so full coverage is no
pass mark and every looser form of support counts here.
Read: 2026-11-22.

Example
-------
    keywords: [sourdough bread, oat milk]

Use instead
-----------
    keywords: [sourdough bread, starter]

Not flagged
-----------
feeding schedule where the text says feeding schedules; café for cafe; e-mail for email;
Zelenskyy's for Zelenskyy. A keyword of which the text has only a modifier ("international" of
"international relations") is flagged.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, combined, is_author, meant

RULE = Rule(weight=3.7, severity="warning", evidence="declared", needs=("keywords", "body"))

EACH = 3
"""Absent keywords that are reported one by one; a longer row has one cause, such as a list for a whole site."""
NAMED = 3
HINT = "Write about it where it belongs, or remove it from the list."
FIRST_LOSS = 0.5
"""What the first keyword costs of the rule's weight."""
FALL = 0.9
"""What each further one costs of the one before; however many are declared, a keyword's rank alone counts."""


def check(analysis: Analysis) -> Findings:
    """One finding per keyword, at that keyword; one for all where the text never says several."""
    once = {s.keyword.text.value.casefold(): s for s in reversed(analysis.support)}  # duplicates are another rule's
    absent = [s for s in reversed(once.values()) if s.tier == "absent" and not is_author(analysis, s.keyword)]
    nothing = len(absent) == len(once) > 1
    if len(absent) > EACH:
        names = ", ".join(f"“{support.keyword.text.value}”" for support in absent[:NAMED])
        yield Finding(
            absent[0].keyword.text.span(),
            f"The article never mentions {len(absent)} of its {len(once)} keywords: {names} and "
            f"{len(absent) - NAMED} more.",
            hint="Keep the keywords that this article is about; remove those that belong to the whole site.",
            loss=combined(FIRST_LOSS * FALL**support.keyword.rank for support in absent),
            subject="keywords",
            measured=f"{len(absent)} absent",
            target="mentioned in the text",
            severity="error" if nothing else None,
            related=tuple(support.keyword.text.span() for support in absent[1:]),
        )
        return
    for support in absent:
        keyword = support.keyword
        declared_only = [zone for zone in ("title", "description") if support.best(zone) in ("exact", "inflected")]
        instead = meant(keyword, analysis.words)
        verb = "say" if len(declared_only) > 1 else "says"
        where = f" Only the {' and the '.join(declared_only)} {verb} it." if declared_only else ""
        yield Finding(
            keyword.text.span(),
            f"The article never mentions “{keyword.text.value}”.{where}",
            hint=f"Did you mean “{instead}”, which the text says?" if instead else HINT,
            loss=FIRST_LOSS * FALL**keyword.rank,
            subject=keyword.text.value,
            measured="absent",
            target="mentioned in the text",
            severity="error" if nothing else None,
        )
