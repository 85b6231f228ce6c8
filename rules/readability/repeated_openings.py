"""Sentence after sentence that begins with the same word.

What it finds
-------------
Three consecutive sentences or more that begin with the same word; four or more where that word is
a function word (a pronoun, a preposition: "We ... We ... We ... We ...").

Why it matters
--------------
It reads like a list that should have been one, or like a text that nobody has read aloud.

Evidence
--------
Class: convention.
Source: practice. Yoast "assesses whether your text contains three or more sentences in a row all
starting with the same word", and says itself: "Writers sometimes also deliberately start several
consecutive sentences with the same word",
https://yoast.com/wordpress/plugins/seo/consecutive-sentences-check/. Hence a note, and cheap.
Read: 2026-11-22.

Example
-------
    Sourdough is very old. Sourdough is always sour. Sourdough is mostly slow.

Use instead
-----------
    Sourdough is very old. It is always sour. Good things are mostly slow.

Not flagged
-----------
Sentences that begin with an article (The, Die, Les); sentences of one or two words; a run that a
heading, list, table, quotation or image breaks; labels and speakers before a colon; numbers;
lines without a stop.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from seocheck.rulekit.api import (
    Analysis,
    Between,
    Finding,
    Findings,
    Rule,
    Sentence,
    articles,
    first_token,
    function_words,
    late_pattern,
    lower,
    meets,
    rising,
)

RULE = Rule(weight=1, severity="note", evidence="convention", needs=("body", "language", "words"))

MOST = 0.5
"""No single run costs the whole weight."""
SHORT = 3
"""Words below which a sentence is an exclamation or an enumeration."""
_NUMBER = late_pattern(r"\s*(?:n[o°.]*\s*)?\d[\d.]*")
_CODE = frozenset("\\$#<{")
"""What is before a word of code: "\\n", "#include", "$total"."""
_END = late_pattern(r"[.!?…][^\w\s]*$")


def check(
    analysis: Analysis,
    *,
    min_sentences: Annotated[int, Between(2, 20)] = 3,
    min_function_words: Annotated[int, Between(2, 20)] = 4,
) -> Findings:
    """One finding for each run, at its first sentence.

    min_sentences: how many sentences in a row are too many.
    min_function_words: the same for sentences that begin with a function word.
    """
    code = analysis.language.code
    for word, run in _runs(analysis):
        least = min_function_words if word in function_words(code) else min_sentences
        if len(run) < least:
            continue
        first = run[0]
        opening = first.block.text.value[first.start : first.end].split(maxsplit=1)[0]
        yield Finding(
            first.block.text.span(first.start, first.end),
            f"{len(run)} sentences in a row begin with “{opening}”.",
            hint="Join two of them, or begin one with something else.",
            loss=MOST * rising(len(run) - least + 1, 4.0),
            subject=word.split()[0],
            measured=f"{len(run)} sentences",
            target=f"fewer than {least}",
            related=tuple(s.block.text.span(s.start, s.end) for s in run[1:]),
        )


def _runs(analysis: Analysis) -> Iterator[tuple[str, list[Sentence]]]:
    """Consecutive sentences with the same first word; nothing but paragraphs is between them."""
    stretch: dict[int, int] = {}  # paragraph -> number of the stretch of paragraphs it belongs to
    number = 0
    for block in analysis.article.blocks:
        number += block.kind != "paragraph" or block.after_break
        stretch[id(block)] = number
    word, where = "", -1
    run: list[Sentence] = []
    for sentence in analysis.prose.sentences:
        opening = _opening(sentence, analysis.language.code)
        place = stretch[id(sentence.block)]
        if opening != word or place != where:
            if word:
                yield word, run
            run = []
        word, where = opening, place
        run.append(sentence)
    if word:
        yield word, run


def _opening(sentence: Sentence, code: str) -> str:
    """The first word in lower case, "" where it does not count."""
    if sentence.block.kind != "paragraph" or sentence.words < SHORT:
        return ""
    if not _END.search(sentence.block.text.value, max(sentence.start, sentence.end - 10), sentence.end):
        return ""  # a line of a menu or a caption
    text = sentence.block.text.value[sentence.start : min(sentence.end, sentence.start + 60)]
    first = first_token(text)
    if first is None or not first.text[0].isalpha() or text[first.end : first.end + 1] in (":", "."):
        return ""
    if _CODE.intersection(text[: first.start]):
        return ""
    if meets(sentence.block.code, sentence.start + first.start, sentence.start + first.start + 1):
        return ""
    word = lower(first.text)
    number = _NUMBER.match(text, first.end)  # "Image 1", "Image 2": labels in their order
    return "" if word in articles(code) else word + (number.group() if number else "")
