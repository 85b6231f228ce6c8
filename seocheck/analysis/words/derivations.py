"""Words that are closely related, by lists and by endings: Russia and Russian, diplomacy and diplomatic, optimize and
optimization, configurer and configuration."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from seocheck.analysis.words.folding import fold
from seocheck.languages import load


@lru_cache(maxsize=64)
def families(code: str) -> Mapping[str, tuple[str, ...]]:
    """Folded word -> the words listed as related to it, in either direction."""
    table: dict[str, dict[str, None]] = {}
    for head, members in load(code).derivations.items():
        family = [fold(head), *(fold(member) for member in members.split())]
        for member in family:
            table.setdefault(member, {}).update(dict.fromkeys(m for m in family if m != member))
    return {word: tuple(members) for word, members in table.items()}


class ActionNouns(NamedTuple):
    """One way to make a noun of a verb: its ending, that of the verb, and how many letters are before them at least."""

    noun: str
    verb: str
    least: int

    def others(self, base: str) -> Iterator[str]:
        """The verb of a noun, and the noun of a verb."""
        for mine, other in ((self.noun, self.verb), (self.verb, self.noun)):
            root = base.removesuffix(mine)
            if len(root) >= self.least and len(root) + len(mine) == len(base):
                yield root + other


@lru_cache(maxsize=64)
def _action_nouns(code: str) -> tuple[ActionNouns, ...]:
    written = (pair.split() for pair in load(code).action_nouns.split(",") if pair.strip())
    return tuple(
        ActionNouns(fold(noun.strip("-")), fold(verb.strip("-")), int(least[0]) if least else LEAST)
        for noun, verb, *least in written
    )


@lru_cache(maxsize=64)
def _not_akin(code: str) -> Mapping[str, frozenset[str]]:
    groups = [frozenset(map(fold, group.split())) for group in load(code).not_akin.split(",")]
    return {word: group for group in groups for word in group}


LEAST = 4
"""Letters before the ending of such a noun; a station isn't the state."""


def related_words(
    folded: str, bases: Iterable[str], code: str, said: Container[str], forms_of: Callable[[str], Iterable[str]]
) -> Iterator[str]:
    """The words among those of an article that are related to one.

    bases: what the dictionary brings the word back to. forms_of: base -> the article's words that go back to it.
    """
    yield from (word for word in families(code).get(folded, ()) if word in said)
    pairs = _action_nouns(code)
    if not pairs:
        return
    others = {base: None for own in sorted(bases) for pair in pairs for base in pair.others(own)}
    # The kin of a noun: its verb, and what else is made of that verb (validation, validate, validator).
    kin = {base: None for own in others for pair in pairs for base in pair.others(own)}
    strange = _not_akin(code)
    for base in {**others, **kin}:
        if base not in bases and not any(base in strange.get(own, ()) for own in bases):
            yield from (word for word in forms_of(base) if word != folded)
