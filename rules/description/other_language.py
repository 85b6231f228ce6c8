"""A description in another language, or in another script, than the text.

What it finds
-------------
A description with two function words of another language and none of the text's own; or one in a
script in which the text isn't written. Only where the language of the text is certain, and where
the text doesn't quote the description.

Why it matters
--------------
A search engine that finds a description of no use for its readers writes its own, and readers who
can't read it choose another page.

Evidence
--------
Class: declared.
Source: the article's own description, compared with the language of its own text. Google says of
titles that they should be in "the language or script of its primary contents",
https://developers.google.com/search/blog/2022/06/title-script-misalignment.
Read: 2026-11-30.

Example
-------
    description: How to feed a starter in winter, and where to keep it so that it rises again.
    lang: de

    Im Winter braucht der Sauerteig mehr Wärme. Man stellt ihn am Abend auf den Ofen und füttert
    ihn am Morgen mit Mehl und Wasser, bis er wieder steigt. Wer ihn im Keller hat, der muss länger
    warten.

Use instead
-----------
    description: Wie man den Sauerteig im Winter füttert, und wo er steht, damit er wieder steigt.
    lang: de

    Im Winter braucht der Sauerteig mehr Wärme. Man stellt ihn am Abend auf den Ofen und füttert
    ihn am Morgen mit Mehl und Wasser, bis er wieder steigt. Wer ihn im Keller hat, der muss länger
    warten.

Not flagged
-----------
Names of films, books and products, in quotation marks or as the text says them; languages much like
each other (Danish and Norwegian). Such a description isn't description/off-topic too.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, other_language

RULE = Rule(weight=8, severity="warning", evidence="declared", needs=("description", "body"))


def check(analysis: Analysis) -> Findings:
    """One finding where description and text are in different languages."""
    description = analysis.article.description
    if description is not None and (other := other_language(description.text, analysis)):
        yield Finding(
            description.text.span(),
            f"The description is in {other}, the text isn't.",
            hint="Write the description in the language of the text.",
            subject="description",
            measured=other,
            target="the language of the text",
        )
