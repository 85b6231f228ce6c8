"""An article with more than one H1.

What it finds
-------------
A second and any further H1; also an H1 in the body where the settings say that the template
prints the title as one.

Why it matters
--------------
With several H1 the outline has no top, and sections meant as H2 lose their place in it.

Evidence
--------
Class: documented.
Source: Google makes title links from headings among others, "and it can be confusing if multiple
headings carry the same visual weight and prominence",
https://developers.google.com/search/docs/appearance/title-link. MDN: several "is allowed by the
HTML standard (as long as they are not nested), this is not considered a best practice. A page
should generally have a single <h1> element", https://developer.mozilla.org/en/HTML/Element/h1.
markdownlint MD025 asks for the same,
https://github.com/DavidAnson/markdownlint/blob/main/doc/md025.md. For Google there is "no magical,
ideal amount of headings", https://developers.google.com/search/docs/fundamentals/seo-starter-guide.
A note, and cheap.
Read: 2026-11-30.

Example
-------
    # Feeding a sourdough starter

    Feed the starter.

    # What you need

    Flour and water.

Use instead
-----------
    # Feeding a sourdough starter

    Feed the starter.

    ## What you need

    Flour and water.

Not flagged
-----------
One H1; a title that the template may or may not print (title_is_h1: auto).
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, rising

RULE = Rule(weight=1, severity="note", evidence="documented", needs=("body",))


def check(analysis: Analysis) -> Findings:
    """One finding at the first H1 too many; the others are related places."""
    article = analysis.article
    h1s = [block for block in article.headings if block.level == 1]
    extra = h1s if article.title_is_h1 else h1s[1:]
    if not extra:
        return
    count = len(extra) + 1
    why = " (the template prints the title as one)" if article.title_is_h1 else ""
    yield Finding(
        extra[0].text.span(),
        f"The article has {count} H1{why}.",
        hint="Keep one H1 and make the others H2.",
        loss=rising(count - 1, 4),
        subject="headings",
        measured=f"{count} H1",
        target="one H1",
        related=tuple(block.text.span() for block in extra[1:]),
    )
