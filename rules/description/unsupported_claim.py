"""A number, a date or a name of the meta description that the article never says.

What it finds
-------------
Numbers, months and proper names in the description that appear nowhere on the page: not in the title, the text, its
headings, quotations, code or alternative texts, nor in the byline or other metadata.

Why it matters
--------------
Readers who click because of a number or a name look for it on the page. What was cut from the text, or was
never true, survives longest in the description.

Evidence
--------
Class: declared.
Source: the article's own description, compared with its own text. Google: "A meta description tag generally informs and
interests users with a short, relevant summary of what a particular page is about",
https://developers.google.com/search/docs/appearance/snippet.
Read: 2026-11-30.

Example
-------
    description: How to bake sourdough bread in Lisbon for under 47 euros.

Use instead
-----------
    description: How to bake sourdough bread in a cold kitchen, with a pot.

Not flagged
-----------
Twelve for 12, 3 million for 2,960,000, March 3 for 3.3.2024, "7 ways" above seven sections; Russian for Russia, the
UN for the United Nations, Zelensky for Zelenskyy. Other words of a description: of those in publishers' own
15 % have no stem in the text. Names where capitals tell nothing: a single noun in German, the first word of a
sentence, a description in title case, scripts without capitals; a verb ("Download the plan"), a common word behind
"a", acronyms of everyday language (PDF), academic titles, the place before a report ("OAKHAM (MNA) - ..."), the site's
own name, the language of the page. Token for トークン, the 1950s for 1954, HR in HRIS. What a variable in the text may
say, and short `_index.md`, which generators fill. The site's name on a privacy policy or an imprint.
"""

from __future__ import annotations

from seocheck.rulekit.api import (
    Analysis,
    Finding,
    Findings,
    NotAssessedError,
    Rule,
    claims,
    is_legal_page,
    is_listing,
    other_language,
    unsupported,
)

RULE = Rule(weight=4, severity="warning", evidence="declared", needs=("description", "body"), min_words=50)

_KINDS = {"number": "number", "date": "month", "name": "name"}


def check(analysis: Analysis) -> Findings:
    """One finding a claim, at its place in the description."""
    field = analysis.article.description
    if field is None:
        return
    text = field.text
    if is_listing(analysis):
        raise NotAssessedError("the page is a list that its generator fills in")
    found = list(unsupported(analysis, list(claims(text.value, analysis.language))))
    if found and is_legal_page(analysis):
        found = [claim for claim in found if claim.kind != "name"]  # those of the site, which it need not say
    if not found or other_language(text, analysis):
        return  # words of another language aren't names that the text lacks
    for claim in found:
        words = text.value[claim.start : claim.end]
        yield Finding(
            text.span(claim.start, claim.end),
            f"The description says “{words}”, and the article never does.",
            hint="Say it in the text, or remove it from the description.",
            loss=0.5,
            subject=words,
            measured=_KINDS[claim.kind],
            target="said in the article",
        )
