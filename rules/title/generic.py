"""A title that any page could have.

What it finds
-------------
A title that is nothing but "Home", "Untitled", "Blog", "Index", "New page", "Document" or the like,
in the article's language or in English, with or without the name of the site ("Home | Bakery
News").

Why it matters
--------------
Readers of a result can't see what the page is about, and two such pages have the same title.

Evidence
--------
Class: documented.
Source: Google: "Avoid vague descriptors like 'Home' for your home page, or 'Profile' for a specific
person's profile", https://developers.google.com/search/docs/appearance/title-link. Yandex asks for
the same, https://yandex.com/support/webmaster/en/search-results/title.md.
Read: 2026-11-30.

Example
-------
    title: Home

    # Rye bread from the mill

Use instead
-----------
    title: Rye bread from the mill

    # Rye bread from the mill

Not flagged
-----------
A title with a word more ("Home bakery", "Blog posts on rye"). A page that is about documents, or an
index, and says so again and again. Short titles that name something: title/too-short looks at
those.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, generic_title

RULE = Rule(weight=8, severity="warning", evidence="documented", needs=("title",))


def check(analysis: Analysis) -> Findings:
    """One finding where the title says nothing of this page."""
    title = analysis.own_title
    words = generic_title(analysis)
    if title is not None and words:
        yield Finding(
            title.span(),
            f"The title “{title.value[:80]}” could be that of any page.",
            hint="Say what this page is about, as its heading does.",
            subject="title",
            measured=words,
            target="what the page is about",
        )
