"""Metadata printed in the body of the article.

What it finds
-------------
Label lines in a file that a site publishes, with front matter or a page's head: "Meta
Description: ..." or "Keywords: ...". An error where the metadata declare the same field, else a
warning: seocheck reads it, the site doesn't. In a draft, which has neither, it's a note.

A line that reads so and declares nothing, because it's alone in the middle of the text or because
`label_blocks: leak` is set: an error where its value repeats a declared one, or where it is among
the first or last three blocks; elsewhere a note.

Why it matters
--------------
Readers see what is meant for machines and editors.

Evidence
--------
Class: declared.
Source: the article itself: the line says that it is metadata. Nobody has to guess whether it was
meant for readers.
Read: 2026-11-22.

Example
-------
    **Meta Description:** How to feed a sourdough starter.

    Feeding a starter takes a minute.

Use instead
-----------
    description: How to feed a sourdough starter.

    Feeding a starter takes a minute.

Not flagged
-----------
Code blocks and quotations; a sentence or a heading that merely speaks of meta descriptions; a
glossary that says what a slug or keywords are; advice on how to write them; label lines of a
labelled text, which declare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seocheck.rulekit.api import (
    Analysis,
    Article,
    Finding,
    Findings,
    LabelLine,
    Rule,
    Span,
    Text,
    is_advice,
    late_pattern,
    plural,
)

RULE = Rule(weight=4, severity="error", evidence="declared", needs=("body",))

_LABEL = late_pattern(
    r"(?:meta[ -]?descriptions?|meta[ -]?titles?|seo[ -]?titles?|seo[ -]?descriptions?|focus[ -]?key(?:words?|phrases?)"
    r"|primary keywords?|meta[ -]?keywords|seo keywords|keywords|url slug|slug)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_META = late_pattern(r"<meta\s+name\s*=\s*[\"']([^\"'<>,]{1,80},[^\"'<>]{1,400})[\"'][^<>]{0,400}>", re.IGNORECASE)
_FIELDS = frozenset({"title", "seo_title", "description", "keywords", "focus_keyword", "slug", "canonical"})
LINKED = 0.6
"""The part of a line that is link text where the site prints its tags on purpose."""
EDGE = 3
"""Blocks at either end of an article where a draft's notes are often left behind."""


def check(analysis: Analysis) -> Findings:
    """One finding for each such block."""
    article = analysis.article
    if analysis.format.labels_needed:
        return
    yield from _misplaced(analysis)
    yield from _printed(analysis)
    blocks = [block for block in article.blocks if block.kind != "quotation"]
    declared = {_plain(f.text.value) for f in (article.title, article.description) if f}
    declared |= {_plain(", ".join(k.text.value for k in article.keywords))} if article.keywords else set()
    for index, block in enumerate(blocks):
        match = _LABEL.match(block.text.value)
        if match is None or any(code.start <= match.start() < code.end for code in block.code):
            continue
        label = match.group().strip(" :")
        value = block.text.value[match.end() :]
        linked = sum(min(b, len(block.text.value)) - a for a, b in block.links if a >= match.end())
        if linked >= LINKED * len(value):
            continue  # a line of tags that lead to further articles
        repeats = _plain(value) in declared
        if not repeats and (block.kind == "heading" or _explains(label.lower(), value)):
            continue
        edge = index < EDGE or index >= len(blocks) - EDGE
        grave = (repeats or edge) and block.kind in ("paragraph", "heading", "item")
        yield Finding(
            block.text.span(),
            f"“{label}: ...” is printed in the body{', with the declared value' if repeats else ''}.",
            hint="Move it to the front matter, or delete it.",
            loss=1.0 if grave else 0.2,
            subject=label.lower(),
            measured="in the body",
            target="in the metadata",
            severity=None if grave else "note",
        )


def _printed(analysis: Analysis) -> Iterator[Finding]:
    """Blocks of labels that readers see: the labels one by one where the file is published, else the block."""
    article = analysis.article
    for block in article.label_blocks:
        labels = [label for label in block.labels if label.field in _FIELDS and label.value.text]
        if not block.printed or not labels:
            continue
        if analysis.format.is_draft:
            continue
        if not article.metadata_end:
            named = f"“{labels[0].value.key}: ...”"
            more = f" and {plural(len(labels) - 1, 'more label')}" if len(labels) > 1 else ""
            yield Finding(
                block.span,
                f"{named}{more} will be printed in the body if the draft is published as it is.",
                hint="Before you publish, move it to the front matter: `seocheck suggest FILE --apply front-matter`.",
                loss=0.01,
                subject="labels",
                measured="in the body",
                target="in the metadata",
                severity="note",
            )
            continue
        for label in labels:
            same = _plain(label.value.text.value) in _declared_values(article)
            repeats = same or _is_declared(article, label)
            hint = f"Move it to the {'head of the page' if analysis.format.is_page else 'front matter'}."
            if repeats:
                hint = "Delete it." if same else "Delete it, or correct what the metadata say."
            yield Finding(
                label.span,
                f"“{label.value.key}: ...” is printed in the body{', with the declared value' if same else ''}.",
                hint=hint
                if repeats
                else f"Move it to the {'head of the page' if analysis.format.is_page else 'front matter'}.",
                loss=1.0 if repeats else 0.6,
                subject=label.value.key.lower(),
                measured="in the body",
                target="in the metadata",
                severity=None if repeats else "warning",
            )


def _is_declared(article: Article, label: LabelLine) -> bool:
    """Whether the metadata declare the same field."""
    listed = article.keywords[0].text if article.keywords else None
    texts = {
        "title": article.title.text if article.title else None,
        "description": article.description.text if article.description else None,
        "keywords": listed,
        "focus_keyword": listed,
    }
    text = texts.get(label.field)
    return text is not None and bool(text) and _is_metadata(article, text)


def _declared_values(article: Article) -> set[str]:
    """What the metadata declare, without the labels."""
    fields = [f.text.value for f in (article.title, article.description) if f and _is_metadata(article, f.text)]
    listed = ", ".join(k.text.value for k in article.keywords if _is_metadata(article, k.text))
    return {_plain(text) for text in (*fields, listed) if text}


def _is_metadata(article: Article, text: Text) -> bool:
    return text.origin.kind == "source" and text.span().end <= article.metadata_end


def _misplaced(analysis: Analysis) -> Iterator[Finding]:
    """Meta elements in a Markdown body that hold a list where the name belongs."""
    article = analysis.article
    if not analysis.format.has_front_matter:
        return
    for match in _META.finditer(article.source.text, article.metadata_span.end):
        yield Finding(
            Span(*match.span()),
            f"The name of this meta element is a list, “{match[1][:60]}”; no program reads it.",
            hint="Declare these words as keywords in the front matter, and delete the element.",
            loss=0.2,
            subject="meta element",
            measured="in the body",
            target="in the metadata",
            severity="note",
        )


def _explains(label: str, value: str) -> bool:
    """Whether a value says what the word means, or how to write it: no slug has spaces, and no list of keywords is a
    sentence."""
    if is_advice(value):
        return True
    if label.endswith("slug"):
        return len(value.split()) > 1
    sentence = len(value.split()) > 3 and value.rstrip().endswith((".", "?", "!"))
    return label == "keywords" and sentence and "," not in value


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()
