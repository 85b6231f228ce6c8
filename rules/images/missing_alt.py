"""An image that says nothing to people who do not see it.

What it finds
-------------
In HTML, also within Markdown: an image without the attribute alt, a warning. In Markdown: an image
with empty brackets, ![](mill.jpg), a note. An alternative text without any word, a note. More than
three such images in one article are one finding with all their places.

Why it matters
--------------
A screen reader then reads out the file's name, or nothing; a search engine learns nothing about the image.

Evidence
--------
Class: documented.
Source: WCAG 1.1.1 and its failure F65: "If there is no source of text to provide an alternative for
the image then assistive technologies are not able to identify the image or to convey its purpose to
the user", https://www.w3.org/WAI/WCAG20/Techniques/failures/F65. For ![](...), which generators
turn into an empty alt: practice of linters, markdownlint MD045
(https://github.com/DavidAnson/markdownlint/blob/main/doc/md045.md) and eslint/markdown, which warns
of "![](sunset.png)" (https://github.com/eslint/markdown/blob/main/docs/rules/require-alt-text.md):
an empty pair of brackets is what is left when one forgets, so nobody can tell it from a decorative
image.
Read: 2026-11-22.

Example
-------
    The mill is old.

    ![](mill.jpg)

Use instead
-----------
    The mill is old.

    ![The old mill by the river, its wheel frozen](mill.jpg)

Not flagged
-----------
alt="" in HTML, which declares an image decorative (you can write that in Markdown too); images with
role="presentation", aria-hidden, aria-label or title; an alternative text that a template fills in;
counting pixels.
"""

from __future__ import annotations

import re
from html import unescape

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, late_pattern

RULE = Rule(
    weight=3,
    severity="warning",
    evidence="documented",
    needs=("images", "body"),
    fold_above=3,
    folded="{count} images have no alternative text, or none with a word in it.",
)

_TOLD = late_pattern(
    r"role\s*=\s*[\"']?(?:presentation|none)|aria-hidden\s*=\s*[\"']?true|aria-label|\btitle\s*=|[\s:]alt\s*=|\{\.\.\."
    r"|(?:width|height)\s*=\s*[\"']?[01](?:px)?[\"'\s/>]",
    re.IGNORECASE,
)
_ROOM = late_pattern(r"<img(?:\s+(?:width|height|style)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))*\s*/?>", re.IGNORECASE)
"""An image of nothing, which only takes room."""
_BRACKETS = late_pattern(r"!\[\s*\]")


def check(analysis: Analysis) -> Findings:
    """One finding for each such image."""
    source = analysis.article.source.text
    for image in analysis.article.images:
        if image.alt and not any(c.isalnum() for c in unescape(image.alt.value)):
            yield Finding(
                image.alt.span(),
                "The alternative text has no word in it.",
                hint='Describe what the image shows; if it is decorative, write alt="" in HTML.',
                loss=0.2,
                subject=image.src[:120],
                measured="no words",
                target="an alternative text",
                severity="note",
            )
            continue
        if image.alt:
            continue
        written = source[image.span.start : image.span.end]
        markdown = written.startswith("!")
        if _ROOM.fullmatch(written):
            continue
        if not _BRACKETS.match(written) if markdown else image.alt is not None or _TOLD.search(written) is not None:
            continue
        name = image.src or (written.split("](", 1)[1].rstrip(")") if "](" in written else "")
        which = f" {name.split('?')[0].rsplit('/', 1)[-1][:60]}" if name and not name.startswith("data:") else ""
        yield Finding(
            image.span,
            f"The image{which} has no alternative text.",
            hint='Describe what it shows; if it is decorative, write alt="" in HTML.',
            loss=0.2 if markdown else 0.3,
            subject=name[:120],
            measured="no alternative text",
            target="an alternative text",
            severity="note" if markdown else None,
        )
