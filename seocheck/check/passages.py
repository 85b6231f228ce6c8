"""Passages in another language than the article's, which its formulas and word lists say nothing about."""

from __future__ import annotations

from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.languages import function_words
from seocheck.languages.contradiction import alike
from seocheck.languages.detect import detect, normalise
from seocheck.model.article import Article, Block

_KINDS = frozenset({"paragraph", "item"})
"""Blocks that are judged by their language at all: quotations, headings and cells aren't."""
_LETTERS = 40
"""Characters of a passage, at least."""
_WORD = late_pattern(r"[^\W\d_]+")
_OWN = 0.12
"""The part of a passage's words from which on, if they are function words of the article's language, it is in that."""
_LEAD = 4
"""How many times as many function words of the other language it has, at least."""
_SAMPLE = 2_000
"""Characters of a passage that are looked at."""


def with_passages(article: Article) -> Article:
    """The article with `language` set on the blocks that are declared to be, or certainly are, in another one."""
    code = article.language.code
    blocks = tuple(_settled(block, code) for block in article.blocks)
    return article if blocks == article.blocks else replace(article, blocks=blocks)


def _settled(block: Block, code: str) -> Block:
    declared = normalise(block.language) if block.language else ""
    language = declared if declared != code else ""
    if not declared and code and block.kind in _KINDS:
        language = _other(block.text.value[:_SAMPLE], code) if not block.code else ""
    return block if language == block.language else replace(block, language=language)


def _other(value: str, code: str) -> str:
    """The language that a passage is certainly in, if it isn't the article's or alike; else ""."""
    if len(value) < _LETTERS:
        return ""
    own = function_words(code)
    words = _WORD.findall(value.lower())
    said = [word for word in words if word in own]
    if len(said) > _OWN * len(words):  # nearly every block of every article
        return ""
    found = detect(value)
    if not found or alike(found, code):
        return ""
    theirs = function_words(found)
    foreign = sum(word in theirs and word not in own for word in words)
    return found if foreign >= _LEAD * sum(word not in theirs for word in said) else ""
