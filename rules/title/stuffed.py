"""A title that says the same words again and again.

What it finds
-------------
A title of which two words in five or more only repeat others, in any form: three or more of the pieces between its
commas, slashes or lines say one word, each in another company, or the whole title says two words three times each.

Why it matters
--------------
A title that lists forms of its keyword tells readers nothing about the page, and looks like spam in a list of
results.

Evidence
--------
Class: documented, bound: convention.
Source: Google: "there's no reason to have the same words or phrases appear multiple times. Title
text like 'Foobar, foo bar, foobars, foo bars' doesn't help the user, and this kind of keyword
stuffing can make your results look spammy to Google and to users",
https://developers.google.com/search/docs/appearance/title-link. From how many times on is our
choice.
Read: 2026-11-30.

Example
-------
    ---
    title: Rye loaf, rye loaves, rye bread loaf, best rye
    lang: en
    ---

    # Rye loaf

    Bake a rye loaf in a pot.

Use instead
-----------
    ---
    title: A rye loaf from a pot
    lang: en
    ---

    # Rye loaf

    Bake a rye loaf in a pot.

Not flagged
-----------
The same piece again ("Row, row, row your boat"), a word said twice, lists of different things that share a name, small
words, figures, what stands in quotation marks; scripts without spaces.
"""

from __future__ import annotations

from collections import Counter

from seocheck.rulekit.api import (
    Analysis,
    Finding,
    Findings,
    Rule,
    fold,
    function_words,
    late_pattern,
    lower,
    quoted,
    rising,
    tokens,
)

RULE = Rule(weight=3, severity="warning", evidence="documented", bound="convention", needs=("title", "language"))

MANY = 3
"""Times from which on a word is said again and again."""
DISTINCT = 0.6
"""Part of the words that are different ones; with more of them a title lists things that share a name."""
MOST = 400
"""Characters of a title that are looked at."""
_BETWEEN = late_pattern(r"[,;|/、，؛،·•]|\s[-–—:]\s")


def check(analysis: Analysis) -> Findings:
    """One finding, at the title."""
    title = analysis.own_title
    if title is None:
        return
    value = title.value[:MOST]
    for span in reversed(quoted(value)):
        value = value[: span.start] + value[span.end :]
    often = _often(analysis, value)
    if often is None:
        return
    word, count = often
    yield Finding(
        title.span(),
        f"The title says “{word}” {count} times.",
        hint="Say it once, and use the room to tell what is special about the page.",
        loss=rising(count - MANY + 1, 3.0),
        subject="title",
        measured=f"{count} times",
        target="once",
    )


def _often(analysis: Analysis, value: str) -> tuple[str, int] | None:
    """The word that is said again and again, as it is said first, with its number."""
    said = _words(analysis, value)
    if not analysis.language.spaced or len({stem for stem, _ in said}) > len(said) * DISTINCT:
        return None
    shown: dict[str, str] = {}
    pieces: Counter[str] = Counter()
    for piece in {fold(each.strip()): each for each in _BETWEEN.split(value)}.values():
        words = _words(analysis, piece)
        words.append((analysis.words.stems("".join(word for _, word in words)), piece.strip()))
        pieces.update({stem for stem, _ in words if stem})
        for stem, word in words:
            shown.setdefault(stem, word)
    times = Counter(stem for stem, _ in said)
    if sum(count >= MANY for count in times.values()) < 2:
        times = pieces
    most = max(times, key=times.__getitem__, default="")
    return (shown[most], times[most]) if times[most] >= MANY else None


def _words(analysis: Analysis, value: str) -> list[tuple[str, str]]:
    """Stem and form of each word that is no small word and no figure; words that hyphens join are one."""
    small = function_words(analysis.language.code)
    chunks: list[list[str]] = []
    for token in tokens(value):
        if token.glued and chunks:
            chunks[-1].append(token.text)
        else:
            chunks.append([token.text])
    return [
        ("".join(map(analysis.words.stems, chunk)), "-".join(chunk))
        for chunk in chunks
        if lower("-".join(chunk)) not in small and not any(part.isdigit() for part in chunk)
    ]
