r"""A label that is not written in the usual way.

What it finds
-------------
In label lines, of a saved page or a draft: `Key words:` for `Keywords:`, `meta-description:` for `Meta Description:`, a
space before the colon, two spaces inside a label.

Why it matters
--------------
seocheck reads the label all the same. A script that collects the lines beginning with
`Meta Description:` misses the others and does not say so.

Evidence
--------
Class: convention.
Source: none; no standard names such labels. Usual is what search engines' own documentation
says: "meta description", https://developers.google.com/search/docs/appearance/snippet; the meta
element's name is `keywords`, https://html.spec.whatwg.org/multipage/semantics.html#standard-metadata-names.
A suggestion, and free.
Read: 2026-11-22.

Example
-------
    == page.txt
    Rain barrels for small gardens

    Meta Description: How to choose a barrel and lead the gutter into it.
    Key words : rain barrel, gutter

    A rain barrel under the gutter saves a walk to the tap.

Use instead
-----------
    == page.txt
    Rain barrels for small gardens

    Meta Description: How to choose a barrel and lead the gutter into it.
    Keywords: rain barrel, gutter

    A rain barrel under the gutter saves a walk to the tap.

Not flagged
-----------
Capitals (META DESCRIPTION:), other names of the same thing (Description:, SEO Keywords:), labels in
other languages (Meta-Beschreibung:), the hyphen of Meta-Description in a German, Dutch or
Scandinavian text, the space before a colon in a French one.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, label_variants

RULE = Rule(weight=0, severity="suggestion", evidence="convention")


def check(analysis: Analysis) -> Findings:
    """One finding for each such label."""
    article = analysis.article
    for label in label_variants(article):
        written = article.source.text[label.span.start : label.span.end]
        yield Finding(
            label.span,
            f"The label “{written}:” is usually written “{label.usual}:”.",
            hint=f"Write “{label.usual}:” so that every program finds it.",
            loss=0.0,
            subject=label.field,
            measured=f"{written}:",
            target=f"{label.usual}:",
        )
