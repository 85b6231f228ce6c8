"""Which sentences have a word or phrase that ties them to what is around them: however, zum Beispiel, donc."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from seocheck.analysis.words.folding import lower
from seocheck.analysis.words.tokens import tokens
from seocheck.languages import load

if TYPE_CHECKING:
    from seocheck.analysis.prose.reading_ease import Sentence

_Phrases = dict[str, tuple[tuple[tuple[str, ...], bool], ...]]
"""First word -> phrases that begin with it, and whether each counts only at the beginning of a sentence."""


def has_transitions(code: str) -> bool:
    """Whether there is a list for the language."""
    return bool(_phrases(code))


def without_transition(sentences: Sequence[Sentence], code: str) -> list[bool]:
    """For each sentence whether it has no transition; in a language without a list, none has one."""
    return [not transition(s.block.text.value[s.start : s.end], code) for s in sentences]


def transition(sentence: str, code: str) -> str:
    """The first transition of a sentence in lower case, "" if there isn't one."""
    known = _phrases(code)
    if not known:
        return ""
    words = [lower(token.text) for token in tokens(sentence)]
    for index, word in enumerate(words):
        for phrase, opens in known.get(word, ()):
            if (index == 0 or not opens) and tuple(words[index : index + len(phrase)]) == phrase:
                return " ".join(phrase)
    return ""


@lru_cache(maxsize=16)
def _phrases(code: str) -> _Phrases:
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for listed in load(code).transitions.split(","):
        phrase = tuple(lower(token.text) for token in tokens(listed))
        if phrase:
            found.setdefault(phrase[0], []).append((phrase, listed.strip().startswith("^")))
    return {word: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for word, phrases in found.items()}
