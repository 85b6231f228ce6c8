"""Which sentences are in the passive voice, by rules and short lists of the language.

A passive is an auxiliary (be, werden, être, ser ...) with a past participle that isn't an adjective: "was built", not
"is interested", "is closed", "est venue". Precision comes before recall, so what may be a state doesn't count. In
German and Dutch the two are looked for within a clause, elsewhere the participle follows its auxiliary except for
adverbs; Swedish also has verbs in -s. The lists are in `data/passive/`, one file for each language, read when that
language comes up.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from seocheck.analysis.prose.passive_data import LANGUAGES, load_passive
from seocheck.analysis.prose.passive_grammar import Clauses, Grammar, cut
from seocheck.analysis.words.quoted import quoted
from seocheck.base.text import Span

if TYPE_CHECKING:
    from seocheck.analysis.prose.reading_ease import Sentence
    from seocheck.model.article import Block

__all__ = ["LANGUAGES", "Passive", "find_passive", "passive_sentences"]

_BLANK = "\ufffc"
_SHOWN = 30
"""Characters of a passive that are quoted in one piece; of a longer one the first and the last word."""


class Passive(msgspec.Struct, frozen=True):
    """A passive in a text: the range from its first to its last word, and the words that make it."""

    span: Span
    words: str


def passive_sentences(sentences: Sequence[Sentence], code: str) -> list[tuple[Sentence, Passive]]:
    """The sentences that are in the passive voice, each with its first passive, as ranges of its block's text.

    Text in quotation marks or inline code is somebody else's wording and is skipped.
    """
    found: list[tuple[Sentence, Passive]] = []
    block: Block | None = None
    visible = ""
    for sentence in sentences:
        if sentence.block is not block:
            block = sentence.block
            visible = _own_words(block)
        passive = find_passive(visible[sentence.start : sentence.end], code)
        if passive is not None:
            span = Span(passive.span.start + sentence.start, passive.span.end + sentence.start)
            found.append((sentence, Passive(span, passive.words)))
    return found


def find_passive(sentence: str, code: str) -> Passive | None:
    """The first passive of a sentence in the language `code`; None if there isn't one or the language is not known."""
    grammar = _grammar(code)
    if grammar is None or not grammar.may_have_one(sentence):
        return None
    words = cut(sentence, grammar.elides)
    pair = grammar.find(words, sentence)
    if pair is None:
        return None
    first, last = sorted(pair)
    start, end = words[first].start, words[last].end
    between = sentence[start:end]
    if len(between) > _SHOWN and first != last:
        between = f"{sentence[start : words[first].end]} … {sentence[words[last].start : end]}"
    return Passive(Span(start, end), between)


def _own_words(block: Block) -> str:
    """The block's text with code and quotations blotted out, every offset kept."""
    text = block.text.value
    pieces: list[str] = []
    last = 0
    for start, end in sorted((*block.code, *quoted(text))):
        start = max(start, last)
        if end > start:
            pieces += (text[last:start], _BLANK * (end - start))
            last = end
    return "".join((*pieces, text[last:]))


@lru_cache(maxsize=16)
def _grammar(code: str) -> Grammar | None:
    if code not in LANGUAGES:
        return None
    data = load_passive(code)
    return Clauses(data) if data.clause else Grammar(data)
