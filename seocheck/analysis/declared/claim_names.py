"""Names of a description that an article may say all the same: by sound, in code, by a variable or an acronym."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from seocheck.analysis import Analysis
from seocheck.analysis.declared.own_names import letters_of, linked_labels, own_labels
from seocheck.analysis.elsewhere.otherwise import may_be_said
from seocheck.analysis.words.across_scripts import key
from seocheck.analysis.words.folding import fold
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.languages import function_words, load
from seocheck.model.article import Article, Keyword

_GAP = late_pattern(r"\{\{[<%]?-?\s*[\w.$]+(?:\s*\|[^{}\n]{0,80})?\s*-?[>%]?\}\}|\{[a-z][\w.]{2,40}\}")
"""A variable without a value of its own: {{ site.town }}, {{< town >}}, {props.town}."""
_WORDS_BESIDE = 4
"""Words of a line in which a variable is part of a sentence; alone it is a gallery, or a table."""
_ACRONYM = 2
_TIMES = 2
"""How often a text must say the words that an acronym may mean."""
_FULL_WORD = 5
"""Letters of such words, where they are two: any two words that follow each other have initials."""
_LONG = 6
"""Letters of a name that is looked for in addresses without the ending of a case."""
_CYRILLIC = ("ru", "uk", "bg", "sr", "be", "mk", "kk")
_NEAR, _ALIKE = 3, 0.8
"""Letters by which two spellings of a name may differ, and how alike they must be."""
_OWN = 5
"""Letters of a name that is looked for in the site's own address."""


def may_be_named(words: Sequence[str], analysis: Analysis) -> bool:
    """Whether an article may name what these words do, of which it has none as they are written."""
    article = analysis.article
    if _in_address(words, article) or any(_is_declined(word, analysis) for word in words):
        return True
    if any(_in_acronym(word, analysis) or _spelt_out(word, analysis) for word in words):
        return True
    if any(_with_sign(word, article) or _across(word, analysis) for word in words):
        return True
    if _has_gap(article.source.text[article.metadata_end :]):
        return True
    keywords = tuple(
        Keyword(Text(word, (), anchor=article.metadata_span), rank)
        for rank, word in enumerate(dict.fromkeys((*words, " ".join(words))))
    )
    for found in analysis.supports(keywords):
        if (found.tier != "absent" and not found.missing) or may_be_said(found, analysis, variables=False):
            return True
    return False


def _in_address(words: Sequence[str], article: Article) -> bool:
    """Whether it is the site that is named: its address has the letters."""
    letters = letters_of("".join(words))
    return len(letters) >= _OWN and any(letters in label for label in own_labels(article) | linked_labels(article))


def _with_sign(word: str, article: Article) -> bool:
    """Whether a name with a sign in it is in the title or the text, whatever script it is written against: C#."""
    return not word.isalnum() and not word[-1].isalnum() and word in article.source.text[article.metadata_end :]


def _across(word: str, analysis: Analysis) -> bool:
    """Whether a name in Latin letters is in the text in Cyrillic ones, more or less."""
    if analysis.language.code not in _CYRILLIC or not word.isascii() or len(word) < _LONG:
        return False
    from difflib import SequenceMatcher

    wanted = key(fold(word))
    others = {key(each) for each in analysis.words.folded if len(each) >= _LONG and not each.isascii()}
    near = (other for other in others if other[:1] == wanted[:1] and abs(len(other) - len(wanted)) <= _NEAR)
    return any(SequenceMatcher(None, wanted, other).ratio() >= _ALIKE for other in near)


def _is_declined(word: str, analysis: Analysis) -> bool:
    """Whether a name without the ending of a case is in an address of the page."""
    name = fold(word)
    source = analysis.article.source.text[analysis.article.metadata_end :].lower()
    return any(
        ending and name.endswith(ending) and len(name) - len(ending) >= _LONG and name.removesuffix(ending) in source
        for ending in load(analysis.language.code).inflections
    )


def _in_acronym(word: str, analysis: Analysis) -> bool:
    """Whether an acronym is the beginning or the end of a longer one that the text has: HR in HRIS."""
    if not word.isupper() or not word.isalpha() or len(word) < _ACRONYM:
        return False
    return any(
        (text.isupper() and len(word) < len(text) <= 2 * len(word) + 1 and text.startswith(word)) or text.endswith(word)
        for text in {token.text for token in analysis.words.words}
        if text.isupper() and text != word
    )


def _spelt_out(word: str, analysis: Analysis) -> bool:
    """Whether the text says words with the initials of an acronym again and again, in small letters."""
    if not (word.isupper() and word.isalpha() and _ACRONYM <= len(word) <= _LONG):
        return False
    initials = fold(word)
    small = function_words(analysis.language.code)
    size = len(initials)
    least = _FULL_WORD if size == _ACRONYM else 1
    rows = [(at, each) for at, each in enumerate(analysis.words.folded) if each not in small]
    said: Counter[tuple[str, ...]] = Counter()
    for start in range(len(rows) - size + 1):
        if rows[start][1][:1] != initials[0]:
            continue
        run = [each for _, each in rows[start : start + size]]
        if all(len(each) >= least and each[0] == letter for each, letter in zip(run, initials, strict=True)):
            around = rows[start + size - 1][0] - rows[start][0] + 1 - size  # small words among them: "Research and ..."
            if around > 1 or (around and size == _ACRONYM):
                continue
            said[tuple(analysis.words.stems(each) for each in run)] += _TIMES if around else 1
    return max(said.values(), default=0) >= _TIMES


@lru_cache(maxsize=4)
def _has_gap(text: str) -> bool:
    """Whether a variable stands among the words of a line, so that nobody knows which names the line has."""
    if "{" not in text:
        return False
    for found in _GAP.finditer(text):
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        line = text[start : end if end >= 0 else None].replace(found[0], " ")
        if len(line.split()) >= _WORDS_BESIDE and "=" not in text[start : found.start()]:
            return True
    return False
