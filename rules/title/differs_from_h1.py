"""A title and an H1 that seem to belong to two different pages.

What it finds
-------------
A title and an H1 that share no content word, by stems. Where a page has several H1, one that
shares a word is enough. In Markdown only an H1 at the very beginning of the body is compared with
the title: further down it belongs to a section.

Why it matters
--------------
Readers who clicked a title in the results look for it on the page. A search engine that finds two
titles takes the one it prefers.

Evidence
--------
Class: documented.
Source: among the sources of a title link Google names "Content in <title> elements", "Main visual
title shown on the page" and "Heading elements, such as <h1> elements",
https://developers.google.com/search/docs/appearance/title-link. The two need not be the same: "The
document's title is often different from its first heading, since the first heading does not have to
stand alone when taken out of context", HTML standard,
https://html.spec.whatwg.org/multipage/semantics.html#the-title-element. Hence a note, and only
where they share nothing.
Read: 2026-11-22.

Example
-------
    title: Feeding a sourdough starter

    # Everything you asked us last winter

Use instead
-----------
    title: Feeding a sourdough starter

    # Everything you asked us about feeding a starter

Not flagged
-----------
A title or heading of one content word. Other forms of a word, parts of a compound (Brot and
Brotteig), listed relatives (Russia and Russian). Languages that seocheck does not know or that are
written without spaces.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

LONGEST = 500
"""Characters of a title or heading that are compared."""
PART = 4
"""Letters from which on a word inside another one makes the two a word and its compound."""


RULE = Rule(weight=2, severity="note", evidence="documented", needs=("title", "language", "words"))


def check(analysis: Analysis) -> Findings:
    """One finding, at the H1, when it shares no word with the title."""
    article = analysis.article
    headings = [block.text for block in article.headings if block.level == 1]
    if article.title is None or not headings:
        return
    if analysis.format.template_prints_title and article.blocks[0].level != 1:
        return  # the template prints the title, and this H1 belongs to a section
    titles = [article.title.text, *([article.shown_title] if article.shown_title else [])]
    stems = {stem for title in titles for stem in analysis.content_stems(title.value[:LONGEST])}
    relatives = analysis.language.derivations
    wanted = stems | {r for stem in stems for r in relatives.get(stem, "").split()}
    theirs = [analysis.content_stems(heading.value[:LONGEST]) for heading in headings[:5]]
    if not stems or any(len(set(words)) < 2 for words in theirs):
        return
    for words in theirs:
        known = {r for word in words for r in relatives.get(word, "").split()}
        if wanted & {*words, *known} or any(_compound(a, b) for a in stems for b in words):
            return
    heading = headings[0]
    yield Finding(
        heading.span(),
        f"The H1 shares no word with the title “{article.title.text.value[:80]}”.",
        hint="Use the same words for the subject in both.",
        loss=1.0,
        subject="title",
        measured="no common word",
        target="a common word",
        related=(article.title.text.span(),),
    )


def _compound(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= PART and short in long
