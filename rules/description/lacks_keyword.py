"""A meta description that does not name the keyword the article is declared to be about.

What it finds
-------------
The primary keyword in no form in the description. Where no keyword is primary (no focus
keyword, and a keyword list in alphabetical order), any declared keyword satisfies the rule.

Why it matters
--------------
Search results print the words of the query in bold where the snippet has them; a description
that never names the topic promises something else.

Evidence
--------
Class: declared.
Source: the article's own keyword list. On snippets: Google Search Central, "Control your
snippets in search results", https://developers.google.com/search/docs/appearance/snippet
Read: 2026-11-22.

Example
-------
    description: What I learned last winter, and what you can do better.
    keywords: [sourdough starter, flour]

Not flagged
-----------
The keyword in another form, in another order, or with words between. Only its head word, or a
related word, is a note.

Options
-------
None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seocheck.analysis import Analysis
from seocheck.analysis.matching import TIERS
from seocheck.rule import Finding, Rule, Severity

_LOSS: dict[str, tuple[float, Severity | None]] = {
    "partial": (0.3, "note"),
    "related": (0.5, "note"),
    "absent": (1.0, None),
}
"""Loss and severity by the best tier at which the keyword is met; closer tiers are no fault."""


@dataclass(frozen=True, slots=True)
class Options:
    """No options."""


RULE = Rule(weight=2, severity="warning", evidence="declared", needs=("description", "keywords", "language"))


def check(analysis: Analysis, options: Options) -> Iterator[Finding]:
    """One finding when neither the primary keyword, nor any where none is primary, is met in the meta description."""
    description = analysis.article.description
    if description is None:
        return
    asked = analysis.primary
    best = min((s.best("description") for s in asked), key=TIERS.index)
    if best not in _LOSS:
        return
    loss, severity = _LOSS[best]
    if len(asked) == 1:
        keyword = asked[0].keyword.text.value
        what = f"the primary keyword “{keyword}”" if asked[0].keyword.primary else f"the keyword “{keyword}”"
    else:
        what = f"any of the {len(asked)} keywords"
    verb = "does not mention" if best == "absent" else "only comes near"
    yield Finding(
        description.text.span(),
        f"The meta description {verb} {what}.",
        hint="Name the keyword where the sentence allows it, or declare first what the description is about.",
        loss=loss,
        subject="description",
        measured=best,
        target="exact, inflected or reordered",
        severity=severity,
    )
