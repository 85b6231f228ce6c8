"""A phrase the article dwells on that no keyword names.

What it finds
-------------
At most five of the strongest phrases of the text, as YAKE ranks them, that occur at least twice
word for word and are not covered by a declared keyword.

Why it matters
--------------
What an article keeps coming back to may be what it is about. A suggestion to an editor, never a
fault: it costs no points and no gate counts it.

Evidence
--------
Class: measured.
Source: Campos et al., "YAKE! Keyword extraction from single documents using multiple local
features", Information Sciences 509 (2020), https://doi.org/10.1016/j.ins.2019.09.013
Read: 2026-11-22.

Example
-------
    keywords: [sourdough]
    (a text that speaks six times of the rye starter)

Not flagged
-----------
Phrases that occur once, phrases inside a declared keyword, languages for which YAKE has no stop
words.

Options
-------
max_phrases: how many to name (0 to 20).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec

from seocheck.analysis import Analysis
from seocheck.analysis.phrases import MIN_COUNT
from seocheck.analysis.zones import split
from seocheck.rule import Finding, Rule


@dataclass(frozen=True, slots=True)
class Options:
    """Options of the rule."""

    max_phrases: Annotated[int, msgspec.Meta(ge=0, le=20)] = 5


RULE = Rule(weight=0, severity="suggestion", evidence="measured", needs=("body", "words", "salience"), min_words=100)


def check(analysis: Analysis, options: Options) -> Iterator[Finding]:
    """One suggestion a phrase, at its first place in the text."""
    declared = [frozenset(_stems(k.text.value, analysis)) for k in analysis.keywords]
    phrases, _ = analysis.salience
    named = 0
    for phrase in phrases:
        stems = frozenset(_stems(phrase.text, analysis))
        count = phrase.count - _in_code(phrase.text, analysis)
        if count < MIN_COUNT:
            continue
        if any(stems <= other or other <= stems for other in declared if other):
            continue
        if named == options.max_phrases:
            return
        named += 1
        declared.append(stems)  # "long task" after "long tasks" says nothing new
        block, start, end = phrase.first
        yield Finding(
            analysis.prose_blocks[block].text.span(start, end),
            f"The text says “{phrase.text}” {count} times; no keyword names it.",
            hint="Declare it if the article is about it.",
            loss=0.0,
            subject=phrase.text,
            measured=f"{count} times",
        )


def _in_code(phrase: str, analysis: Analysis) -> int:
    """How often the phrase stands in inline code, which is no prose."""
    pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
    return sum(
        any(code.start < match.end() and match.start() < code.end for code in block.code)
        for block in analysis.prose_blocks
        if block.code
        for match in pattern.finditer(block.text.value)
    )


def _stems(words: str, analysis: Analysis) -> list[str]:
    return [analysis.words.stems(token.text) for token in split(words, analysis.language)]
