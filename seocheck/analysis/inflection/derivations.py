"""Words that are closely related, by lists and by endings: Russia and Russian, diplomacy and diplomatic, optimize and
optimization, configurer and configuration."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache

from seocheck.analysis.words.folding import fold
from seocheck.languages import load


@lru_cache(maxsize=64)
def families(code: str) -> Mapping[str, tuple[str, ...]]:
    """Folded word -> the words listed as related to it, in either direction."""
    table: dict[str, tuple[str, ...]] = {}
    for head, members in load(code).derivations.items():
        family = [
            word.lower() if word.isascii() and word.isalpha() else fold(word) for word in (head, *members.split())
        ]
        for word in family:
            others = dict.fromkeys([*table.get(word, ()), *family])
            del others[word]
            table[word] = tuple(others)
    return table


LEAST = 4
"""Letters before the ending of such a noun; a station isn't the state."""


@lru_cache(maxsize=64)
def _endings(code: str) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Ending -> those of the nouns or verbs that are made of it, with how many letters are before them at least."""
    table: dict[str, tuple[tuple[str, int], ...]] = {}
    for written in filter(str.strip, load(code).action_nouns.split(",")):
        noun, verb, *least = written.split()
        pair = fold(noun.strip("-")), fold(verb.strip("-"))
        for mine, other in (pair, pair[::-1]):
            table[mine] = (*table.get(mine, ()), (other, int(least[0]) if least else LEAST))
    return table


def _made_of(base: str, code: str) -> Iterator[str]:
    """The verb of a noun, and the nouns of a verb."""
    endings = _endings(code)
    for at in range(max(len(base) - _LONGEST, 0), len(base) + 1):
        for other, least in endings.get(base[at:], ()):
            if at >= least:
                yield base[:at] + other


_LONGEST = 12
"""Letters of the longest of these endings."""


@lru_cache(maxsize=16_000)
def _kin(bases: frozenset[str], code: str) -> tuple[str, ...]:
    """What else may be made of the same verb: validation, validate, validator. Most of it is no word."""
    strange = frozenset[str]().union(*(_not_akin(code).get(own, ()) for own in bases))
    others = {base: None for own in sorted(bases) for base in _made_of(own, code)}
    more = {base: None for own in others for base in _made_of(own, code)}
    return tuple(base for base in {**others, **more} if base not in bases and base not in strange)


@lru_cache(maxsize=64)
def _not_akin(code: str) -> Mapping[str, frozenset[str]]:
    groups = [frozenset(map(fold, group.split())) for group in load(code).not_akin.split(",")]
    return {word: group for group in groups for word in group}


def related_words(
    folded: str,
    bases: frozenset[str],
    code: str,
    said: Container[str],
    forms_of: Callable[[Iterable[str]], Iterable[str]],
) -> Iterator[str]:
    """The words among those of an article that are related to one.

    bases: what the dictionary brings the word back to. forms_of: bases -> the article's words that go back to them.
    """
    yield from (word for word in families(code).get(folded, ()) if word in said)
    if load(code).action_nouns:
        yield from (word for word in forms_of(_kin(bases, code)) if word != folded)
