"""What an article is about: of its salient phrases those that it dwells on, that name something, and that are whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from seocheck.analysis import Analysis
from seocheck.analysis.declared.legal_forms import is_legal_form
from seocheck.analysis.declared.own_names import behind_the_bar, letters_of, linked_labels, own_labels
from seocheck.analysis.declared.own_words import is_from_text
from seocheck.analysis.frequency.dwelling import Dwelling, Spot, is_dwelt_on, least_times, said, stems_of
from seocheck.analysis.frequency.keeping import keeps_to
from seocheck.analysis.keywords.declared_alike import are_one
from seocheck.analysis.topics.base_forms import in_base_form
from seocheck.analysis.topics.naming import names_nothing
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.splitting import split
from seocheck.analysis.words.tokens import Token
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import articles, function_words

_MOSTLY = 0.75
"""The part of a phrase's places that must have the same neighbour for it to be a part of a longer phrase."""
LOOKED_AT = 12
"""Phrases that are compared with each other: the best are named, and few of them."""
MOSTLY_LONGER = 0.6
"""The part of a phrase's times that it is said within a longer one, from which on the longer one is meant."""
_LEAST = 3
"""Characters of a name that mixes letters and digits."""
_WORD_BEFORE = late_pattern(r"(\w+)(\s+|-|['’])$")
_WORD_AFTER = late_pattern(r"(\s+|-|['’])(\w+)")
_AND = late_pattern(r"\s(?:and|&|und|et|y|e|och|og|en|или|и|та|i|a|or|ou|o|oder)\s")
_APART = 2
"""How many times as often each of two names must be said for them not to be one together."""
_SIGN = late_pattern(r"\d\s?[%°€$£]")
_NO_WORDS = late_pattern(r"[{}\\$_=<>|^]")


class Subject(NamedTuple):
    """A phrase that the article is about, its stems, and how the article says it."""

    text: str
    stems: frozenset[str]
    how: Dwelling


class Prominence(NamedTuple):
    """The stems of each line that says what the article is about.

    title: of title and H1. other: of the headings below, and of a description that somebody wrote.
    """

    title: tuple[frozenset[str], ...]
    other: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, analysis: Analysis) -> Prominence:
        """Those of an article."""
        article = analysis.article
        heads = [block for block in article.headings if block.level == 1]
        if len(heads) > 1 and article.title:
            heads = [head for head in heads[:1] if head is article.blocks[0]]  # others are the headings of parts
        title = [block.text.value for block in heads]
        title += [article.title.text.value] if article.title else []
        other = [block.text.value for block in article.headings if block not in heads]
        other += [article.description.text.value] if article.description and not is_from_text(article) else []
        return cls(*(tuple(frozenset(stems_of(line, analysis)) for line in lines) for lines in (title, other)))

    def in_title(self, stems: frozenset[str]) -> bool:
        """Whether title or H1 has all these stems."""
        return any(stems <= line for line in self.title)

    def anywhere(self, stems: frozenset[str]) -> bool:
        """Whether any of the lines has them."""
        return self.in_title(stems) or any(stems <= line for line in self.other)


def subjects(analysis: Analysis, known: Collection[str]) -> Iterator[Subject]:
    """The salient phrases that the article is about, best first, no two of them forms of one or one a part of another
    that is said nearly as often; `known` are the stems of all that is declared."""
    found = list(islice(_subjects(analysis, known), LOOKED_AT))
    kept: list[Sequence[Token]] = []
    for subject in found:
        if any(_is_longer(other, subject) for other in found):
            continue
        words = split(subject.text, analysis.language)
        if any(len(words) == len(before) and are_one(words, before, analysis) for before in kept):
            continue
        kept.append(words)
        yield subject


def _is_longer(other: Subject, subject: Subject) -> bool:
    """Whether another phrase says the whole of one and a word more, nearly as often: it's the one that is meant."""
    more = len(other.stems) - len(subject.stems)
    return more == 1 and subject.stems < other.stems and MOSTLY_LONGER * subject.how.times <= other.how.times


def _subjects(analysis: Analysis, known: Collection[str]) -> Iterator[Subject]:
    prominence = Prominence.of(analysis)
    code = analysis.language.code
    article = analysis.article
    labels = own_labels(article) | (behind_the_bar(article.title.text.value) if article.title else frozenset())
    linked = linked_labels(article)
    for phrase in analysis.salience[0]:
        words = stems_of(phrase.text, analysis)
        stems = frozenset(words)
        single = len(words) == 1
        if (single and not (phrase.name and prominence.anywhere(stems))) or _is_the_sites(phrase.text, analysis):
            continue
        if letters_of(phrase.text) in labels or _NO_WORDS.search(phrase.text):
            continue
        if any(map(is_legal_form, phrase.text.split())):
            continue  # whose page it is; nobody looks for the form
        if single and (len(phrase.text) < _LEAST and not phrase.text.isalpha()):
            continue  # P0, H1: a label
        in_title, anywhere = prominence.in_title(stems), prominence.anywhere(stems)
        if phrase.count < least_times(analysis, prominent=in_title and not single):
            continue  # nobody need look where
        if single and (_is_common_word(phrase.text, analysis) or phrase.text.casefold() in function_words(code)):
            continue
        how = said(phrase.text, analysis)
        if not is_dwelt_on(how, words, known, analysis, named=anywhere):
            continue
        if not in_title and letters_of(phrase.text) in linked:
            continue
        if not in_title and not keeps_to(phrase.text, how, analysis, anywhere=anywhere):
            continue
        if _are_two(phrase.text, phrase.count, analysis):
            continue
        if names_nothing(phrase.text, how.before, code) or is_a_part(how.spots, analysis) or _lacks_sign(how.spots):
            continue
        text = in_base_form(phrase.text, analysis)
        if text is not None:
            yield Subject(text, stems, how if text == phrase.text else how._replace(spots=said(text, analysis).spots))


def _is_the_sites(phrase: str, analysis: Analysis) -> bool:
    """Whether a phrase is the site's name, or a single word of it."""
    plain = phrase.casefold()
    return plain in analysis.site_names or any(plain in name.split() for name in analysis.site_names)


def _is_common_word(word: str, analysis: Analysis) -> bool:
    """Whether a word that has a capital in headings is no name: the text writes it in small letters, too."""
    words = analysis.words
    places = words.positions.get(fold(word), ())
    return not word.isupper() and any(
        words.words[place].text.islower() and words.realms[place] == "article" for place in places
    )


def is_a_part(spots: Collection[Spot], analysis: Analysis) -> bool:
    """Whether a phrase mostly stands inside the same longer one: "Val" of "Val d'Oise"."""
    if not analysis.language.spaced or len(spots) < 2:
        return False
    code = analysis.language.code
    small = function_words(code)
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for spot in spots:
        value = spot.block.text.value
        before[_stem(_neighbour(value[max(spot.start - 40, 0) : spot.start], small, _WORD_BEFORE, 1), analysis)] += 1
        behind = value[spot.end : spot.end + 40]
        if not _is_clause(behind, code):
            after[_stem(_neighbour(behind, small, _WORD_AFTER, 2), analysis)] += 1
    plain = any(spot.block.text.value[spot.start : spot.end].isascii() for spot in spots)
    for counted in (before, after):
        for key in [key for key in counted if not key or (plain and code in _NOT_LATIN and not key.isascii())]:
            del counted[key]
        if counted and max(counted.values()) >= _MOSTLY * len(spots):
            return True
    return False


def _are_two(phrase: str, times: int, analysis: Analysis) -> bool:
    """Whether a phrase is two names with "and" between them, each of which the text says as often without the other."""
    first, found, second = _AND.split(phrase)[0], _AND.search(phrase), _AND.split(phrase)[-1]
    return found is not None and all(said(name, analysis).times >= _APART * times for name in (first, second))


def _stem(neighbour: str, analysis: Analysis) -> str:
    """A neighbour without its ending: "types" and "type" are one."""
    return analysis.words.stems(neighbour) if neighbour and " " not in neighbour else neighbour


def _lacks_sign(spots: Collection[Spot]) -> bool:
    """Whether a phrase ends in a number that mostly has a sign: "programme 10" of "programme 10%"."""
    ends = [spot.block.text.value[spot.end - 1 : spot.end + 2] for spot in spots]
    return 2 * sum(_SIGN.match(end) is not None for end in ends) > len(ends)


def _is_clause(behind: str, code: str) -> bool:
    """Whether a verb and its object follow a phrase: "turns the" of "the pump motor turns the wheel"."""
    verb = _WORD_AFTER.match(behind)
    if verb is None or verb[2].casefold() in function_words(code):
        return False
    beyond = _WORD_AFTER.match(behind, verb.end())
    return beyond is not None and beyond[2].casefold() in articles(code)


def _neighbour(side: str, small: Collection[str], pattern: re.Pattern[str], word: int) -> str:
    """The word of content that follows a phrase or stands before it, with a small word between them or without.

    "" where there is none: the phrase begins or ends there.
    """
    found = pattern.search(side) if word == 1 else pattern.match(side)
    if found is None:
        return ""
    first = found[word].casefold()
    if "-" in found[0]:
        return first  # Issy-les-Moulineaux
    rest = side[: found.start()] if word == 1 else side[found.end() :]
    if first not in small and not (len(first) == 1 and "'" in found[0].replace("’", "'")):
        return first
    if first not in _TYING:
        return ""
    beyond = pattern.search(rest + " ") if word == 1 else pattern.match(rest)
    if beyond is None or beyond[word].casefold() in small:
        return ""
    return f"{first} {beyond[word].casefold()}"


_NOT_LATIN = ("ar", "el", "fa", "he", "hi", "ru", "uk")
"""Languages in whose text a name in Latin letters is whole, whatever stands around it."""
_TYING = frozenset("of d de du des del da do dos das di von".split())  # noqa: SIM905
"""Small words that tie two nouns into one name."""
