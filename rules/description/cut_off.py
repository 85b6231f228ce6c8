"""A description that stops in mid-sentence or mid-word.

What it finds
-------------
A description that ends with a comma or in an open bracket, with a word that no sentence of its
language ends with ("and", "the", "of your"), or with words copied from the text that go on there,
in mid-word or, from 100 characters on, in mid-sentence. Where its other sentences have a full stop,
a last word that is only the beginning of one of the text's.

Why it matters
--------------
It was cut to a number of characters, and what it promises is lost. Readers see half a sentence.

Evidence
--------
Class: convention.
Source: Yandex asks for descriptions of "properly written sentences",
https://yandex.com/support/webmaster/indexing-options/description.html; Google wants a short and
relevant summary, https://developers.google.com/search/docs/appearance/snippet. Neither speaks of half
a sentence.
Read: 2026-11-30.

Example
-------
    description: The baker tells how to feed a starter, how to fold the dough, and how to heat the

Use instead
-----------
    description: The baker tells how to feed a starter, how to fold the dough, and how to heat the oven.

Not flagged
-----------
Three dots, which are intended. A phrase without a full stop. A preposition that may end a sentence
("what to look for"). "Vitamin A". Languages of which seocheck doesn't know such words, unless it
ends with a comma or is a copy.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, cut_off, keyword_list

RULE = Rule(weight=1, severity="warning", evidence="convention", needs=("description",))


def check(analysis: Analysis) -> Findings:
    """One finding, at the last words of a description that breaks off."""
    description = analysis.article.description
    if description is None or keyword_list(analysis, description.text.value):
        return
    if found := cut_off(analysis, description.text.value):
        yield Finding(
            description.text.span(found.start),
            f"The description breaks off: {found.says}.",
            hint="Finish the sentence, or end it earlier.",
            subject="description",
            measured="half a sentence",
            target="a whole sentence",
        )
