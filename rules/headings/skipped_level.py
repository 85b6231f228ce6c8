"""A heading that skips a level on the way down.

What it finds
-------------
A heading more than one level below the one before it: an H4 after an H2. Skips of one kind are one
finding. Right below a title that the template probably prints as H1 it is a note.

Why it matters
--------------
Readers who jump from heading to heading, with a screen reader or an outline, look for the section
in between.

Evidence
--------
Class: documented.
Source: HTML standard: "Each heading following another heading lead in the outline must have a
heading level that is less than, equal to, or 1 greater than lead's heading level",
https://html.spec.whatwg.org/multipage/sections.html. W3C WAI: "Skipping heading ranks can be
confusing and should be avoided where possible",
https://www.w3.org/WAI/tutorials/page-structure/headings/. It is no matter of ranking: "Having your
headings in semantic order is fantastic for screen readers, but from Google Search perspective, it
doesn't matter if you're using them out of order",
https://developers.google.com/search/docs/fundamentals/seo-starter-guide.
Read: 2026-11-22.

Example
-------
    ## What you need

    Three things.

    #### Flour

    Rye.

Use instead
-----------
    ## What you need

    Three things.

    ### Flour

    Rye.

Not flagged
-----------
Going back up by any number of levels (H4 to H2). The first heading of a body without H1 and
without a title that serves as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from seocheck.rulekit.api import Analysis, Block, Finding, Findings, Rule, combined

RULE = Rule(weight=4, severity="warning", evidence="documented", needs=("body",))


def check(analysis: Analysis) -> Findings:
    """One finding for each kind of skip, at the first heading that makes it."""
    kinds: dict[tuple[int, int], list[_Skip]] = {}
    for skip in _skips(analysis):
        kinds.setdefault((skip.before, skip.heading.level), []).append(skip)
    for (before, level), skips in kinds.items():
        heading = skips[0].heading
        what = f"H{level} “{heading.text.value[:60]}”"
        skipped = _skipped(before + 1, level - 1)
        if skips[0].below_title:
            said = f"{what} is the first heading: {skipped} skipped if the template prints the title as H1"
            hint = f"Make it an H{before + 1}, or set title_is_h1: false if the template prints no H1."
        else:
            said = f"{what} follows an H{before}: {skipped} skipped"
            hint = f"Make it an H{before + 1}, or add the heading that is missing above it."
        more = f", and {len(skips) - 1} more times" if len(skips) > 2 else ", and once more" if len(skips) > 1 else ""
        yield Finding(
            heading.text.span(),
            f"{said}{more}.",
            hint=hint,
            loss=combined(0.3 + 0.1 * (level - before - 2) for _ in skips),
            subject=heading.text.value[:80],
            measured=f"H{before} to H{level}",
            target=f"H{before} to H{before + 1}",
            severity="note" if skips[0].below_title else None,
            related=tuple(skip.heading.text.span() for skip in skips[1:]),
        )


class _Skip(NamedTuple):
    """A heading, the level of what is above it, and whether that is a title that the template may print as H1."""

    heading: Block
    before: int
    below_title: bool


def _skips(analysis: Analysis) -> Iterator[_Skip]:
    article = analysis.article
    # A title printed as H1 is above the first heading of the body.
    before = 1 if article.title_is_h1 or analysis.format.labels_needed else 0
    below_title = article.title_is_h1
    empty = [(heading.span.start, heading.level) for heading in article.empty_headings]
    main = next((block.text.value for block in article.headings if block.level == 1), "")
    for heading in article.headings:
        start = heading.text.span().start
        while empty and empty[0][0] < start:  # one without words is a level too
            before, below_title = empty.pop(0)[1], False
        if heading.level > 1 and heading.text.value == main:
            continue  # the H1 said again, over a gallery or a player
        if before and heading.level > before + 1:
            yield _Skip(heading, before, below_title)
        before, below_title = heading.level, False


def _skipped(first: int, last: int) -> str:
    if first == last:
        return f"H{first} is"
    return f"H{first} {'and' if last == first + 1 else 'to'} H{last} are"
