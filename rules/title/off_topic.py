"""A title of whose subject the text never says a word.

What it finds
-------------
Titles of at least two telling words, none of which the body says: in no form, no other spelling, no
compound; and no name either. Of five and more one may be said by chance, and of many one in seven.
Function words, common words, words for a kind of text or thing, and what is in quotation marks are
not asked for.

Besides, something else must name the page: its address, its tags or keywords, its description, or
an H1 worded otherwise, with words of which the body says at least half, and none of which the title
has. Where nothing does, a title of four telling words is enough. It is an error where the
description's words are foreign to the text too.

Why it matters
--------------
Such a title belongs to another article, or to an earlier draft.

Evidence
--------
Class: declared.
Source: the article's own title, compared with its own text.
Read: 2026-11-30.

Example
-------
    title: Ten pumpkin seeds for a narrow windowsill

    The night train leaves at nine. The conductor counts the berths, and the kitchen carriage is coupled at the end.
    When the locomotive whistles, the guests go to bed. At the border nobody gets up, because the conductor keeps the
    papers. In the morning there is coffee, and the mountains come into view. The night train is late as a rule, but
    everybody in it sleeps well.

Use instead
-----------
    title: The night train and its conductor

    The night train leaves at nine. The conductor counts the berths, and the kitchen carriage is coupled at the end.
    When the locomotive whistles, the guests go to bed. At the border nobody gets up, because the conductor keeps the
    papers. In the morning there is coffee, and the mountains come into view. The night train is late as a rule, but
    everybody in it sleeps well.

Not flagged
-----------
Titles that share more of their telling words with the text, a name, or two words side by side, or one
word with the address, the tags or the description: allusions, jokes, names of classes. Texts of less
than 50 words; languages without a dictionary.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Foreign, Rule

RULE = Rule(weight=12.5, severity="warning", evidence="declared", needs=("title", "body", "language"))
NAMED = 3


def check(analysis: Analysis) -> Findings:
    """One finding, at the title."""
    title, foreign = analysis.own_title, analysis.foreign_title
    if title is None or foreign is None:
        return
    yield Finding(
        title.span(),
        f"{_said(foreign)}: {_quoted(foreign.unsaid[:NAMED])}.",
        hint="Name in the title what the article is about.",
        loss=foreign.share,
        subject="title",
        measured=f"{len(foreign.said)} of its {len(foreign.said) + len(foreign.unsaid)} words",
        target="words that the text says",
        severity="error" if analysis.foreign_description else None,
    )


def _said(foreign: Foreign) -> str:
    if not foreign.said:
        return "The text says none of the title's words"
    return f"Of the title's words the text says {_quoted(foreign.said[:NAMED])}, but not the others"


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words)
