"""Whether two words that share a stem are forms of one word.

Snowball joins more than inflection: market/marketing, wing/winged, organ/organization have one stem.
A difference that the language's regular endings explain is taken as inflection; any other is put to the
dictionary.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from seocheck.analysis.inflection import arabic
from seocheck.analysis.inflection.korean import is_verb_of, is_with_particle
from seocheck.analysis.inflection.last_words import are_unknown_alike, same_last_word
from seocheck.analysis.inflection.lookalikes import differ_within, is_feminine_of_its_own
from seocheck.analysis.inflection.stems import close_lemmas, is_entry, lemmas
from seocheck.analysis.inflection.suffixes import differ_by_suffixes, has_suffixes
from seocheck.analysis.words.folding import fold
from seocheck.languages import LanguageData, lexicalised, load


def same_word(mine: str, theirs: str, language: LanguageData) -> bool:
    """Whether `mine` and `theirs`, which share a stem, differ by inflection alone."""
    a, b = fold(mine), fold(theirs)
    if a == b:
        return True
    if language.code == "ar":
        return arabic.same_word(a, b)
    code = language.code
    if differ_within(mine, theirs, _shared(a, b), code) or is_feminine_of_its_own(mine, theirs, code):
        return False
    if language.code == "ko" and any(is_with_particle(*pair) or is_verb_of(*pair) for pair in ((a, b), (b, a))):
        return True
    if language.by_beginning and _explained(a, b, language.inflections):
        return True
    if language.by_beginning:
        if has_suffixes(code) and differ_by_suffixes(a, b, code):
            return True
        return _same_beginning(a, b) and not _two_entries(mine, theirs, language)
    if _explained(a, b, language.inflections):
        trusted = [] if "*" in language.doubtful else [e for e in language.inflections if e not in language.doubtful]
        return _explained(a, b, trusted) or not _two_entries(mine, theirs, language)
    if language.code == "en" and (verdict := _gerund(a, b, language)) is not None:
        return verdict
    # A word that the dictionary lists as its own head word (marketing) is none of the other's forms.
    code = language.code
    of_mine, of_theirs = lemmas(mine, code), lemmas(theirs, code)
    if a in of_theirs or b in of_mine or close_lemmas(mine, code) & close_lemmas(theirs, code):
        return True
    return same_last_word(mine, theirs, code) or are_unknown_alike(mine, theirs, code)


@lru_cache(maxsize=16_000)
def same_by_code(mine: str, theirs: str, code: str) -> bool:
    """`same_word` for a language known by its code, kept: most pairs of words meet again in other articles."""
    return same_word(mine, theirs, load(code))


def _two_entries(mine: str, theirs: str, language: LanguageData) -> bool:
    """Whether the dictionary has both words, each as an entry of its own: Bau and Bauer, банк and банкет."""
    code = language.code
    return is_entry(mine, code) and is_entry(theirs, code) and not lemmas(mine, code) & lemmas(theirs, code)


def _explained(a: str, b: str, inflections: Sequence[str]) -> bool:
    shared = _shared(a, b)
    rest_a, rest_b = a[shared:], b[shared:]
    # The shared part must be the better part of the shorter word.
    if shared < 2 or shared * 2 < min(len(a), len(b)):
        return False
    endings = _folded(tuple(inflections))
    if rest_a in endings and rest_b in endings:
        return True
    # The border between word and ending may lie a letter or two further left: cit|y, cit|ies.
    for back in (1, 2):
        if shared - back >= 2:
            cut = shared - back
            if a[cut:] in endings and b[cut:] in endings:
                return True
    return False


@lru_cache(maxsize=128)
def _folded(inflections: tuple[str, ...]) -> frozenset[str]:
    """Endings as they are in folded words: ým is ym."""
    return frozenset(("", *map(fold, inflections)))


def _gerund(a: str, b: str, language: LanguageData) -> bool | None:
    """Whether an English -ing form and another form of the stem are one verb; None where neither is such a form.

    Dictionaries list many gerunds as nouns (baking, recycling, flooding), yet they are the verb's own. The few that
    mean something else (marketing, housing, parking) are listed in the language's file.
    """
    if not (a.endswith("ing") or b.endswith("ing")):
        return None
    return not ({a, b} & lexicalised(language.code)) or (a.endswith("ing") and b.endswith("ing"))


def _shared(a: str, b: str) -> int:
    """How many letters two words have in common at their beginning."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _same_beginning(a: str, b: str) -> bool:
    """Whether two words may be forms of one, in a language of which no endings are known.

    Generous on purpose: without a stemmer nobody can say that a keyword is absent because only its ending differs.
    """
    shared, longer, shorter = _shared(a, b), max(len(a), len(b)), min(len(a), len(b))
    if shared == shorter and shorter >= 2:
        return longer - shorter <= 2
    return shared >= 4 and shared >= 0.6 * longer and longer - shared <= 3
