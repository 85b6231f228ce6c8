"""A description of whose subject the text never says a word.

What it finds
-------------
Descriptions of at least four telling words, none of which the body says: in no form, no other
spelling, no compound; and no name either. Of five and more a quarter may be said by chance, if none
of it is said often. Function words, common words, words for a kind of text or thing, and what is in
quotation marks are not asked for.

Besides, something else must name the page: its address, its tags or keywords, its title, or an H1
worded otherwise, with words of which the body says at least half, and none of which the description
has. Where nothing does, five telling words are enough. It is an error where the title's words are
foreign to the text too.

Why it matters
--------------
Such a description belongs to another article, or to an earlier draft.

Evidence
--------
Class: declared.
Source: the article's own description, compared with its own text.
Read: 2026-11-30.

Example
-------
    description: Which pumpkin seeds sprout on a narrow windowsill, and how deep a gardener sows them in peat.

    The night train leaves at nine. The conductor counts the berths, and the kitchen carriage is coupled at the end.
    When the locomotive whistles, the guests go to bed. At the border nobody gets up, because the conductor keeps the
    papers. In the morning there is coffee, and the mountains come into view. The night train is late as a rule, but
    everybody in it sleeps well.

Use instead
-----------
    description: What the conductor of a night train does between nine in the evening and coffee in the morning.

    The night train leaves at nine. The conductor counts the berths, and the kitchen carriage is coupled at the end.
    When the locomotive whistles, the guests go to bed. At the border nobody gets up, because the conductor keeps the
    papers. In the morning there is coffee, and the mountains come into view. The night train is late as a rule, but
    everybody in it sleeps well.

Not flagged
-----------
Descriptions that share more of their telling words with the text, a name, or two words side by side,
or one word with the address, the tags or the title; teasers, with less than eight telling words and
neither a name nor a figure. Texts of less than 50 words; languages without a dictionary.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Foreign, Rule

RULE = Rule(weight=12.5, severity="warning", evidence="declared", needs=("description", "body", "language"))
NAMED = 3


def check(analysis: Analysis) -> Findings:
    """One finding, at the description."""
    description, foreign = analysis.article.description, analysis.foreign_description
    if description is None or foreign is None:
        return
    yield Finding(
        description.text.span(),
        f"{_said(foreign)}: {_quoted(foreign.unsaid[:NAMED])}.",
        hint="Say in the description what the article is about.",
        loss=foreign.share,
        subject="description",
        measured=f"{len(foreign.said)} of its {len(foreign.said) + len(foreign.unsaid)} words",
        target="words that the text says",
        severity="error" if analysis.foreign_title else None,
    )


def _said(foreign: Foreign) -> str:
    if not foreign.said:
        return "The text says none of the description's words"
    return f"Of the description's words the text says {_quoted(foreign.said[:NAMED])}, but not the others"


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words)
