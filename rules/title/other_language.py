"""A title in another language, or in another script, than the text.

What it finds
-------------
A title with two function words of another language ("How to ...") and none of the text's own; or
one in a script in which the text isn't written. Only where the language of the text is certain, and
where the text doesn't quote the title.

Why it matters
--------------
Readers of a result choose by the title, and find a page that they may not be able to read; those
who could don't choose it.

Evidence
--------
Class: documented.
Source: Google: "a document's title should be written by the language or script of its primary
contents", https://developers.google.com/search/blog/2022/06/title-script-misalignment.
Read: 2026-11-30.

Example
-------
    title: How to feed a starter in winter
    lang: de

    Im Winter braucht der Sauerteig mehr Wärme. Man stellt ihn am Abend auf den Ofen und füttert
    ihn am Morgen mit Mehl und Wasser, bis er wieder steigt. Wer ihn im Keller hat, der muss länger
    warten.

Use instead
-----------
    title: Wie man den Sauerteig im Winter füttert
    lang: de

    Im Winter braucht der Sauerteig mehr Wärme. Man stellt ihn am Abend auf den Ofen und füttert
    ihn am Morgen mit Mehl und Wasser, bis er wieder steigt. Wer ihn im Keller hat, der muss länger
    warten.

Not flagged
-----------
Names of films, books and products, in quotation marks or as the text says them ("The Lord of the
Boats"); titles of names alone; a title with a part in the text's own language, or in the language
that the page declares; languages much like each other (Danish and Norwegian).
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, other_language

RULE = Rule(weight=6, severity="warning", evidence="documented", needs=("title", "body"))


def check(analysis: Analysis) -> Findings:
    """One finding where title and text are in different languages."""
    title = analysis.own_title
    if title is not None and (other := other_language(title, analysis)):
        yield Finding(
            title.span(),
            f"The title is in {other}, the text isn't.",
            hint="Write the title in the language of the text.",
            subject="title",
            measured=other,
            target="the language of the text",
        )
