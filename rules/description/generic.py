"""A description that any page could have.

What it finds
-------------
A description in which a text speaks of itself alone: "Welcome to my blog", "This is the second of
three posts", "In this article I explain how it works", "Page description", with or without the name
of the site. Known for 14 languages.

Why it matters
--------------
Readers of a result can't see from it what the page is about, and a search engine shows something
else.

Evidence
--------
Class: documented, bound: convention.
Source: Google: "A meta description tag generally informs and interests users with a short, relevant summary of what a
particular page is about", https://developers.google.com/search/docs/appearance/snippet.
Read: 2026-11-22.

Example
-------
    title: Rye bread from the mill
    description: Welcome to my blog! In this post I show you how it works.

    # Rye bread from the mill

Use instead
-----------
    title: Rye bread from the mill
    description: In this post I bake a rye bread with flour from the mill by the river.

    # Rye bread from the mill

Not flagged
-----------
A description with a single word on the subject ("This is the second of three posts on rye"). A page
on blogs or on articles, whose title says so. The same description on several pages:
site/duplicate-description reports it.
"""

from __future__ import annotations

from seocheck.rulekit.api import (
    Analysis,
    Finding,
    Findings,
    NotAssessedError,
    Rule,
    generic_description,
    knows_generic_descriptions,
)

RULE = Rule(weight=6, severity="warning", evidence="documented", bound="convention", needs=("description", "language"))


def check(analysis: Analysis) -> Findings:
    """One finding where the description says nothing of this page."""
    if not knows_generic_descriptions(analysis):
        raise NotAssessedError("nothing is known of such descriptions in this language")
    description = analysis.article.description
    words = generic_description(analysis)
    if description is not None and words:
        yield Finding(
            description.text.span(),
            f"The description “{words[:80]}” could be that of any page.",
            hint="Say what this page is about.",
            subject="description",
            measured=words[:80],
            target="what the page is about",
        )
