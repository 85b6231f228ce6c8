"""Several links in a row with nothing between them.

What it finds
-------------
Three links or more in running text, of one or two words each, with only spaces between one and the
next.

Why it matters
--------------
Readers see one link and don't know that there are several, or where the second begins. The words
around a link, which tell what it leads to, are missing.

Evidence
--------
Class: documented.
Source: Google's best practices for links ask not to put links next to each other, but to give each
its context, https://developers.google.com/search/docs/crawling-indexing/links-crawlable.
Read: 2026-11-30.

Example
-------
    We wrote about rye [so](/1) [many](/2) [times](/3) last year that the baker knows us by name.

Use instead
-----------
    We wrote about [sowing rye](/1), about [rye flour](/2) and, last week, about [the oven](/3).

Not flagged
-----------
Two links; lists of links: a paragraph of links alone, tags, a line of letters or page numbers, and
footnotes; links separated by commas or other signs; names in a row.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Block, Finding, Findings, Rule, Span, tokens

RULE = Rule(weight=0.5, severity="note", evidence="documented", needs=("links", "body"))

LEAST = 3
SHORT = 2
"""Words of each link: longer ones are read one by one."""
OTHER_WORDS = 5
"""Words of the paragraph that no link has; with fewer it is a list of links."""


def check(analysis: Analysis) -> Findings:
    """One finding for each row of links."""
    for block in analysis.article.blocks:
        if block.kind != "paragraph" or len(block.links) < LEAST:
            continue
        text = block.text.value
        linked = sum(_words(text[start:end]) for start, end in block.links)
        if _words(text) - linked < OTHER_WORDS:
            continue
        for row in _rows(block):
            if 2 * sum(text[link.start].islower() for link in row) < len(row):
                continue  # names in a row are a list
            yield Finding(
                block.text.span(row[0].start, row[-1].end),
                f"{len(row)} links in a row: “{text[row[0].start : row[-1].end][:60]}”.",
                hint="Make it one link, or put words between them that say where each leads.",
                loss=0.3,
                subject=text[row[0].start : row[-1].end][:80],
                measured=f"{len(row)} links",
                target="words between links",
            )


def _words(value: str) -> int:
    """The words of a text that aren't numbers: those of pages aren't words of a sentence."""
    return sum(not token.text.isdigit() for token in tokens(value))


def _rows(block: Block) -> list[list[Span]]:
    """The rows of short links with nothing but spaces between them."""
    rows: list[list[Span]] = []
    row: list[Span] = []
    for link in block.links:
        words = _words(block.text.value[link.start : link.end])
        near = bool(row) and not block.text.value[row[-1].end : link.start].strip() and link.start > row[-1].end
        if not near and row:
            rows.append(row)
            row = []
        if 0 < words <= SHORT:
            row.append(link)
        elif row:
            rows.append(row)
            row = []
    return [each for each in [*rows, row] if len(each) >= LEAST]
