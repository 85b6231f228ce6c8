"""A meta description that does not name the keyword the article is declared to be about.

What it finds
-------------
The primary keyword in no form in the description. Where no keyword is primary (no focus
keyword, and a keyword list in alphabetical order), any declared keyword satisfies the rule.

Why it matters
--------------
Search results print the words of the query in bold where the snippet has them; a description
that never names the topic promises something else.

Evidence
--------
Class: declared.
Source: the article's own keyword list. On snippets: Google Search Central, "Control your
snippets in search results", https://developers.google.com/search/docs/appearance/snippet
Read: 2026-11-22.

Example
-------
    description: What I learned last winter, and what you can do better.
    keywords: [sourdough starter, flour]

Not flagged
-----------
The keyword in another form, in another order, or with words between. Only its head word, or a
related word, is a note.

Options
-------
None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seocheck.analysis import Analysis
from seocheck.rule import Finding, Rule
from seocheck.rule_parts import lacks_keyword


@dataclass(frozen=True, slots=True)
class Options:
    """No options."""


RULE = Rule(weight=2, severity="warning", evidence="declared", needs=("description", "keywords"))


def check(analysis: Analysis, options: Options) -> Iterator[Finding]:
    """One finding when neither the primary keyword, nor any where none is primary, is met in the description."""
    description = analysis.article.description
    if description is not None:
        hint = "Name the keyword where the sentence allows it, or declare first what the description is about."
        yield from lacks_keyword(analysis, "description", description.text, called="meta description", hint=hint)
