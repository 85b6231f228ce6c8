"""Whether an article keeps to a phrase that its title does not have, so much that it is what the article is about.

What a heading or the description has too must be said in the introduction, or again and again in many sections. What
none of them has must be in the introduction and be a name, or be in most paragraphs.
"""

from __future__ import annotations

from seocheck.analysis import Analysis
from seocheck.analysis.frequency.dwelling import Dwelling, least_times
from seocheck.analysis.inflection.stems import is_word
from seocheck.analysis.words.folding import lower
from seocheck.analysis.words.zones import INTRODUCTION_WORDS

_CLEARLY = 2
"""How many times as often as the least a phrase is said that is clearly what the text keeps coming back to."""
_SECTIONS, _WIDELY, _ENOUGH = 3, 0.25, 6
"""In how many sections at least, and in which part of them, what keeps coming back is said; so many are enough."""
_MANY = 5
"""Sections that are enough for what a heading has."""
_HALF = 0.5
"""The part of the paragraphs that a phrase must be in that nothing else shows to be the subject."""
_PARAGRAPH = 15
"""Words of a paragraph that counts there."""

_GENERAL_HEADS = {
    "en": """
        case cases definition definitions detail details example examples field fields file files format formats
        instance instances item items link links list lists method methods option options page pages post posts request
        requests section sections step steps type types user users value values version versions
    """,
}
"""Nouns that make a topic of nothing: "service instance", "file formats"; a title that has them tells otherwise."""


def keeps_to(phrase: str, how: Dwelling, analysis: Analysis, *, anywhere: bool) -> bool:
    """Whether an article keeps to a phrase. anywhere: whether a heading or the description has it."""
    words = phrase.split()
    code = analysis.language.code
    least = least_times(analysis, prominent=False)
    if how.times < least or lower(words[-1]) in _GENERAL_HEADS.get(code, "").split():
        return False
    clearly = how.times >= _CLEARLY * least
    introduced = _is_introduced(how, analysis)
    if len(words) == 1:
        # Add, Guide: a word of the language with a capital is a label as often as a name.
        return clearly and anywhere and introduced and (words[0].isupper() or not is_word(lower(words[0]), code))
    if anywhere:
        spread = how.sections >= max(_SECTIONS, min(how.all_sections * _WIDELY, _ENOUGH))
        return introduced or (clearly and spread) or how.sections >= _MANY
    listed = sum(spot.block.kind == "item" for spot in how.spots)
    if not introduced or 2 * listed > len(how.spots):
        return False
    if _is_name(words, code) or clearly:
        return 2 * how.sections >= how.all_sections
    return _share_of_paragraphs(how, analysis) >= _HALF


def _is_name(words: list[str], code: str) -> bool:
    """Whether a phrase is written as a name: a capital or a number behind its first letter."""
    if code == "de":
        return False
    return any(word[:1].isupper() or word[:1].isdigit() for word in words[1:]) or words[0][1:2].isupper()


def _share_of_paragraphs(how: Dwelling, analysis: Analysis) -> float:
    paragraphs = [block for block in analysis.prose_blocks if block.kind != "heading"]
    long = {id(block) for block in paragraphs if len(block.text.value.split()) >= _PARAGRAPH}
    long = long or {id(block) for block in paragraphs}
    return len({id(spot.block) for spot in how.spots} & long) / len(long) if long else 0.0


def _is_introduced(how: Dwelling, analysis: Analysis) -> bool:
    """Whether the beginning of the prose says a phrase."""
    seen = 0
    opening = set()
    for block in analysis.prose_blocks:
        if seen >= INTRODUCTION_WORDS:
            break
        opening.add(id(block))
        if block.kind != "heading":
            seen += len(block.text.value.split())
    return any(id(spot.block) in opening for spot in how.spots)
