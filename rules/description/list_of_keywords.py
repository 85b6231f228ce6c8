"""A description that is a list of keywords instead of a sentence.

What it finds
-------------
A description of five or more short parts between commas, bars or the like, none longer than four
words, and no function word to tie them together but "of" and its kind. Four parts are enough if all
of them are declared keywords.

Why it matters
--------------
A list doesn't say what a reader gets from the page. A search engine shows a passage of the text
instead.

Evidence
--------
Class: documented.
Source: Google gives a list of goods between commas as its example of a bad description ("list of
keywords"), beside a sentence on the same shop,
https://developers.google.com/search/docs/appearance/snippet#meta-descriptions.
Read: 2026-11-30.

Example
-------
    description: rye bread, sourdough, flour, rolls, cakes, bakery, bread delivery

Use instead
-----------
    description: Rye bread, rolls and cakes from sourdough, baked every night and brought to your door.

Not flagged
-----------
An enumeration within a sentence ("We bake rye bread, rolls, cakes and tarts"), one that ends with
"and", one that a colon introduces. Languages that seocheck doesn't know.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, keyword_list

RULE = Rule(weight=3, severity="warning", evidence="documented", needs=("description", "language"))


def check(analysis: Analysis) -> Findings:
    """One finding where the description is a list."""
    description = analysis.article.description
    if description is None:
        return
    if parts := keyword_list(analysis, description.text.value):
        yield Finding(
            description.text.span(),
            f"The description is a list of {parts} keywords.",
            hint="Write a sentence that says what readers get from the page.",
            subject="description",
            measured=f"{parts} keywords",
            target="a sentence",
        )
