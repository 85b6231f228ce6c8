"""A link whose text does not say where it leads.

What it finds
-------------
A link text that says nothing by itself: "click here", "read more", "here", and their like in the
article's own language.

Why it matters
--------------
Screen readers list the links of a page without the words around them; search engines read a
link's text to learn about its target.

Evidence
--------
Class: documented.
Source: WCAG 2.4.4: "Whenever possible, provide link text that identifies the purpose of the link without needing
additional context", https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context.html: the sentence around it
may satisfy the criterion, hence a note. Google gives "Click here to learn more" and "Read more" as "Bad (too
generic)", https://developers.google.com/search/docs/crawling-indexing/links-crawlable. The US plain-language
guidelines: "Make the link meaningful. Don't use 'click here' or 'read more'",
https://www.plainlanguage.gov/guidelines/web/write-effective-links/.
Read: 2026-11-30.

Example
-------
    The recipe is [here](/rye).

Use instead
-----------
    Here is [the recipe for rye bread](/rye).

Not flagged
-----------
Texts that go on ("read more about rye"); words of another language; addresses as texts; links
within the page (#notes); links with an aria-label. Languages for which seocheck has no list are not judged.
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, generic_links, late_pattern, lower

RULE = Rule(weight=2, severity="note", evidence="documented", needs=("links", "body", "language"))

_LABEL = late_pattern(r"<a\b[^<>]*?\saria-label\s*=\s*[\"']?\s*[^\s\"'<>]", re.IGNORECASE)
_EDGES = late_pattern(r"^[\W_]+|[\W_]+$")


def check(analysis: Analysis) -> Findings:
    """One finding for each such link."""
    listed = generic_links(analysis.language.code)
    source = analysis.article.source.text
    for link in analysis.article.links if listed else ():
        if link.href.startswith("#") or not link.text:
            continue
        words = _EDGES.sub("", " ".join(lower(link.text.value).split()))
        if words in listed and not _LABEL.search(source, *link.span):
            shown = link.text.value.strip()
            yield Finding(
                link.text.span(),
                f"The link “{shown}” does not say where it leads.",
                hint="Put the link on the words that describe where it leads.",
                loss=0.2,
                subject=link.href[:120] or shown,
                measured=shown,
                target="words that name the target",
            )
