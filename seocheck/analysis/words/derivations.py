"""Words that are closely related, by lists and by endings: Russia and Russian, diplomacy and diplomatic, generate and
generation."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import lru_cache

from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.stems import is_word
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


_ENDINGS = {
    "en": (("ization", "ize"), ("isation", "ise"), ("ification", "ify"), ("ation", "ate"), ("ator", "ate"),
           ("izer", "ize"), ("iser", "ise")),
}  # fmt: skip
"""Endings of nouns and of the verbs that they are made of."""
LEAST = 4
"""Letters before such an ending; a station isn't the state."""
_FORMS = {"en": ("", "s", "d", "r")}
"""Endings of the verb itself."""


def related_words(folded: str, code: str, said: Container[str]) -> Iterator[str]:
    """The words among those of an article that are related to one."""
    yield from (word for word in families(code).get(folded, ()) if word in said)
    for noun, verb in _ENDINGS.get(code, ()):
        for mine, other in ((noun, verb), (verb, noun)):
            root = folded.removesuffix("s").removesuffix(mine) if folded.removesuffix("s").endswith(mine) else ""
            if len(root) < LEAST or not is_word(root + other, code):
                continue
            forms = [f"{root}{other}{end}" for end in _FORMS[code]] + [f"{root}{other[:-1]}ing"]
            yield from (word for word in forms if word in said and word != folded)
