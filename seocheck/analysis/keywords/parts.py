"""The parts of a keyword that carry it, in a language with spaces between words, and where an article says each.

A part is a word of content. It counts as said in any form: inflected, spelt otherwise, in a compound, as two words or
as one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

import msgspec

from seocheck.analysis.inflection.derivations import related_words
from seocheck.analysis.inflection.stems import is_word, lemmas
from seocheck.analysis.keywords.acronyms import LEAST, abbreviated, phrases
from seocheck.analysis.keywords.asked import Asked
from seocheck.analysis.keywords.compounds import as_first_part, english, halves, hyphenated
from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.keywords.part import Part
from seocheck.analysis.keywords.respelled import may_be_respelt, places_of, tier_of
from seocheck.analysis.keywords.tagged import named_without_ending
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.joined_words import COMPOUNDING, LEAST_HEAD, Borders
from seocheck.analysis.words.tokens import leaves_out
from seocheck.analysis.words.zones import Words, split
from seocheck.languages import UNINFLECTED, LanguageData, function_words, load
from seocheck.languages.common_words import common_words

_BETWEEN = {True: ("",), False: ("", ".")}
"""What may be between two words that a text writes as one, by whether a hyphen ties them: tags are looked up apart."""
_YEARS = range(1900, 2100)
LEAST_HALF = 3
"""Letters of a half of a hyphenated word that is always a word."""
_PREFIXES = frozenset(("al", "be", "bi", "co", "de", "el", "em", "en", "ex", "fi", "hi", "mi", "re", "un", "wi", "yo"))
"""What is half of a hyphenated word and hardly a word, of two letters."""


def parts(lookup: Lookup, *, outside: bool) -> list[Part]:
    """The parts of a keyword, in its order.

    outside: look only where title, description and slug say them, as declared or inflected.
    """
    asked = lookup.asked
    weak, spare = _weak_and_spare(lookup)
    code = lookup.words.language.code
    texts = kinds(code)[0] - _kinds_of_work(code)
    head = _head(asked, spare)
    positions = lookup.words.positions
    short: Mapping[int, Sequence[tuple[int, int]]] | None = None  # what an acronym says, if a word is not said
    found: list[Part] = []
    for group in _groups(lookup):
        own = group[0]
        if len(group) > 1:
            places = sorted(_side_by_side(lookup, group))
            text = asked.source[asked.tokens[own].start : asked.tokens[group[-1]].end]
            found.append(Part(text, places))
            continue
        places = [(place, 1) for place in lookup.places(own, True)] if outside else places_of_word(lookup, own)
        related: Sequence[int] = ()
        if not any(lookup.words.realms[place] == "article" for place, _ in places):
            if short is None:
                short = {} if outside or asked.size < LEAST else abbreviated(lookup)
            if own in short:
                found.append(Part(asked.texts[own], short[own], own in weak, own in spare, own == head))
                continue
            if in_two := list(halves(lookup, own)):
                found += in_two
                continue
            relatives = _relatives(lookup, own, outside=outside)
            related = [place for word in relatives for place in positions[word]]
        is_kind = not asked.bases[own].isdisjoint(texts)
        found.append(Part(asked.texts[own], places, own in weak, own in spare, own == head, related, is_kind))
    return _syllables(found) if asked.language.code in UNINFLECTED else found


def _syllables(parts: Sequence[Part]) -> list[Part]:
    """Parts that are syllables: most words have two, so that one alone says little."""
    found: list[Part] = []
    for i, part in enumerate(parts):
        before = {place + size for place, size in parts[i - 1].places} if i else set()
        after = {place for place, _ in parts[i + 1].places} if i + 1 < len(parts) else set()
        beside = any(place in before or place + size in after for place, size in part.places)
        found.append(part if beside or part.weak else msgspec.structs.replace(part, weak=True))
    return found


def _head(asked: Asked, spare: Container[int]) -> int:
    """The word that the others only say more of: in English the last before a small one; -1 where there is none."""
    named = [own for own in asked.whole if own not in spare]
    first = list(takewhile(lambda own: own - named[0] == named.index(own), named))
    return -1 if not first else first[-1] if asked.language.head == "last" else first[0]


def _relatives(lookup: Lookup, own: int, *, outside: bool) -> Iterable[str]:
    asked, words = lookup.asked, lookup.words
    forms_of = _nothing if outside else words.index.of_lemmas
    return related_words(asked.folded[own], asked.bases[own], words.language.code, words.positions, forms_of)


def _nothing(bases: Iterable[str]) -> Sequence[str]:
    """Title and slug are no reason to ask the dictionary for all words of an article."""
    return ()


def _groups(lookup: Lookup) -> Iterator[list[int]]:
    """The words of content; two that the text writes as one count as one, and so does a small one with a hyphen."""
    asked = lookup.asked
    positions = lookup.words.positions
    group: list[int] = []
    for own in asked.whole:
        if group and own == group[-1] + 1:
            # "file system cache" is said where the text says filesystem, and a mail is no e-mail.
            both = (
                asked.folded[group[0]] + between + asked.folded[own] for between in _BETWEEN[asked.tokens[own].glued]
            )
            joined = len(group) == 1 and any(word in positions for word in both)
            small = asked.tokens[own].glued and any(_is_no_word(lookup, each) for each in (group[-1], own))
            # 2월 (February) is one word of two scripts.
            before = group[-1]
            small |= asked.tokens[own].start == asked.tokens[before].end and asked.folded[before].isdecimal()
            if joined or small:
                group.append(own)
                continue
        if group:
            yield group
        group = [own]
    if group:
        yield group


def _is_no_word(lookup: Lookup, own: int) -> bool:
    """Whether a half of a hyphenated word says nothing alone: e-mail, co-op, sign-up, COVID-19. AI does, and S3."""
    folded = lookup.asked.folded[own]
    if len(folded) >= LEAST_HALF:
        return False
    return (
        len(folded) == 1
        or folded.isdecimal()
        or folded in _PREFIXES
        or folded in function_words(lookup.words.language.code)
    )


def _side_by_side(lookup: Lookup, group: Sequence[int]) -> set[tuple[int, int]]:
    """Where the halves of a hyphenated word follow each other, in any form, or are one word; and of how many words."""
    words = lookup.words
    joined = "".join(lookup.asked.folded[own] for own in group)
    dotted = ".".join(lookup.asked.folded[own] for own in group)
    as_one = {place for word in (joined, dotted) for place in words.positions.get(word, ())}
    found = {*words.compounds.get(joined, ()), *((place, 1) for place in as_one)}
    later = [frozenset(lookup.places(own, False)) for own in group[1:]]
    starts = (s for s in lookup.places(group[0], False) if all(s + i in at for i, at in enumerate(later, 1)))
    return found | {(start, len(group)) for start in lookup.together(starts, len(group))}


def places_of_word(lookup: Lookup, own: int) -> list[tuple[int, int]]:
    """Where one word is said in any form, and with how many words; in order."""
    asked, words = lookup.asked, lookup.words
    found = {(place, 1) for place in lookup.places(own, False)}
    more: set[int] = set()
    spelling = asked.spellings[own]
    if may_be_respelt(spelling, words):
        more.update(place for place in places_of(spelling, words) if tier_of(spelling, place, words) is not None)
    if lookup.is_careful:
        more = {place for place in more if lookup.is_written_so(place, own)}
    found.update((place, 1) for place in more)
    said = any(words.realms[place] == "article" for place, _ in found)
    if said or not asked.texts[own].isalpha():
        return sorted(found)
    found.update(hyphenated(lookup, own))
    found.update((place, 1) for place in english(lookup, own))
    found.update(phrases(lookup, own))
    found.update((place, 1) for place in named_without_ending(asked.folded[own], words))
    folded = asked.folded[own]
    borders = Borders([folded], words.language)
    found.update((place, 2) for place in lookup.together(borders.parted(words), 2))
    found.update((place, 1) for place in (*borders.in_compound(words), *borders.with_ending(words)))
    if words.language.code in COMPOUNDING and len(folded) >= LEAST_HEAD:
        found.update((place, 1) for place in as_first_part(folded, lookup))
    return sorted(found)


# -- which of them tell -------------------------------------------------------------------------------


def _weak_and_spare(lookup: Lookup) -> tuple[frozenset[int], frozenset[int]]:
    """The words of content that say little of the keyword, and those that need not be said."""
    asked, code = lookup.asked, lookup.words.language.code
    texts, things = kinds(code)
    common = common_words(code)
    small = set(asked.whole) - set(asked.content)  # "what is kefir" asks for kefir
    kinds_of_text = {own for own in asked.whole if asked.bases[own] & texts or _is_year(asked.folded[own])} | small
    kinds_of_thing = {own for own in asked.whole if asked.bases[own] & things}
    weak = kinds_of_text | kinds_of_thing | {own for own in asked.whole if asked.texts[own].lower() in common}
    if len(weak) == len(asked.whole):
        weak = kinds_of_text if len(kinds_of_text) < len(asked.whole) else set()
    others = [own for own in asked.whole if own not in kinds_of_text and own not in kinds_of_thing]
    spare = set(kinds_of_text)
    beside_names = bool(others) and all(_is_name(lookup, own) for own in others)
    if not beside_names:  # machine learning is no machine, but FastAPI learning is about FastAPI
        works = _kinds_of_work(code)
        spare -= {own for own in kinds_of_text if asked.folded[own] in works}
    if beside_names:
        # The head comes last in English ("the FastAPI framework"), and first in French; "software delivery" is a kind
        # of delivery.
        order = asked.whole[::-1] if lookup.words.language.head == "last" else asked.whole
        heads = list(takewhile(lambda own: own in kinds_of_thing or own in kinds_of_text, order))
        spare |= kinds_of_thing & set(heads)
    spare |= _own_language(asked, kinds_of_text | kinds_of_thing)
    if len(spare) == len(asked.whole):
        spare = set()
    return frozenset(weak), frozenset(spare & _at_an_end(asked.whole, kinds_of_text | kinds_of_thing | spare))


def _own_language(asked: Asked, kinds_of: Container[int]) -> set[int]:
    """The words by which a keyword names the language of the text, beside what it is about: Joomla deutsch."""
    names = frozenset(map(fold, asked.language.endonyms.split()))
    found = {own for own in asked.whole if asked.folded[own] in names}
    others = [own for own in asked.whole if own not in found and own not in kinds_of]
    return found if others else set()


def names_no_topic(text: str, language: LanguageData) -> bool:
    """Whether a keyword is nothing but words for kinds of texts, and small ones: "tutorial", "how to"."""
    code = language.code
    small = function_words(code)
    words = [token.text for token in split(text, language) if lower(token.text) not in small]
    if leaves_out(text):
        return False
    # The Who is a name.
    return (bool(words) or text.islower()) and all(lemmas(word, code) & kinds(code)[0] for word in words)


def is_telling(word: str, words: Words) -> bool:
    """Whether a word tells what a text is about: no function word, no common one, no number, and no word for a kind of
    text or thing."""
    code = words.language.code
    small = lower(word)
    if not any(map(str.isalpha, word)) or small in function_words(code) or small in common_words(code):
        return False
    return lemmas(word, code).isdisjoint(frozenset().union(*kinds(code)))


def _at_an_end(content: Sequence[int], kinds: set[int]) -> set[int]:
    """Those that only others of their kind part from an end of the keyword: "tutorial for beginners"."""
    found: set[int] = set()
    for order in (content, content[::-1]):
        for own in order:
            if own not in kinds:
                break
            found.add(own)
    return found


def _is_year(folded: str) -> bool:
    return folded.isdecimal() and len(folded) == 4 and int(folded) in _YEARS


def _is_name(lookup: Lookup, own: int) -> bool:
    """Whether a word is a name: with capitals or figures inside, unknown to the dictionary, or mostly capitalised."""
    text, words = lookup.asked.texts[own], lookup.words
    if not text.isalpha() or not text[1:].islower():
        return not text.isascii() or any(c.isdigit() or c.isupper() for c in text)
    if not is_word(text.lower(), words.language.code):
        return True
    places = words.positions.get(lookup.asked.folded[own], ())
    capitals = sum(words.words[place].text[0].isupper() for place in places)
    return words.language.code != "de" and bool(places) and 2 * capitals > len(places)


@lru_cache(maxsize=64)
def _kinds_of_work(code: str) -> frozenset[str]:
    return frozenset(map(fold, load(code).kinds_of_work.split()))


@lru_cache(maxsize=64)
def kinds(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words for kinds of texts and of things, folded. Not their stems: trains are no training."""
    language = load(code)
    return (
        frozenset(map(fold, language.kinds_of_text.split())),
        frozenset(map(fold, language.kinds_of_thing.split())),
    )
