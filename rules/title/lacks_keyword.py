"""A title that does not name the keyword the article is declared to be about.

What it finds
-------------
The primary keyword in no form in the title. Where no keyword is primary (no focus keyword, and
a keyword list in alphabetical order), any declared keyword satisfies the rule.

Why it matters
--------------
The author declares what the article is about; a reader of search results sees the title and not
the list.

Evidence
--------
Class: declared.
Source: the article's own keyword list. Of 79 news pages the first keyword stood in 26 titles,
any keyword in 48, so the primary one is asked for only where the list marks it. Google asks for
"descriptive and concise" titles,
https://developers.google.com/search/docs/appearance/title-link
Read: 2026-11-22.

Example
-------
    title: Five things I learned last winter
    keywords: [sourdough starter, flour]

Not flagged
-----------
The keyword in another form (starters), in another order, or with words between. Only its head
word, or a related word, is a note. How far to the front it stands is not judged.

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


RULE = Rule(weight=3, severity="warning", evidence="declared", needs=("title", "keywords", "language"))


def check(analysis: Analysis, options: Options) -> Iterator[Finding]:
    """One finding when neither the primary keyword, nor any where none is primary, is met in the title."""
    title = analysis.article.title
    if title is None:
        return
    asked = analysis.primary
    best = min((s.best("title") for s in asked), key=TIERS.index)
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
        title.text.span(),
        f"The title {verb} {what}.",
        hint="Work the keyword into the title, or declare first what the title is about.",
        loss=loss,
        subject="title",
        measured=best,
        target="exact, inflected or reordered",
        severity=severity,
    )
