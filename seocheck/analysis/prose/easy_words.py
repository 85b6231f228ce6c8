"""The words of a text that are not on the Dale-Chall list of words that children in the fourth grade know.

The list is the one that textstat ships; it is read from the installed package, which is not imported. Regular forms of
a listed word are as easy as it is: plurals, past and progressive forms by Dale and Chall's own rules, here also
possessives, -er, -est and -ly.
Names, numbers, abbreviations and code are neither easy nor hard and are left out.
"""

from __future__ import annotations

import importlib.machinery
import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from seocheck.analysis.words.folding import lower
from seocheck.analysis.words.tokens import tokens
from seocheck.base.own_files import text_of
from seocheck.base.text import Span, meets

if TYPE_CHECKING:
    from seocheck.analysis.prose.reading_ease import Sentence
    from seocheck.model.article import Block

_ENDINGS = (
    ("'s", ""), ("s'", "s"), ("'", ""), ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""),
    ("ed", "e"), ("ing", ""), ("ing", "e"), ("iest", "y"), ("est", ""), ("est", "e"), ("ier", "y"), ("er", ""),
    ("er", "e"), ("ily", "y"), ("ly", ""), ("ly", "le"), ("n't", ""), ("'ll", ""), ("'ve", ""), ("'re", ""), ("'d", ""),
    ("'m", ""),
)  # fmt: skip
"""Ending -> what is in its place in the listed word; a doubled consonant before it is undone."""
_UNDOUBLED = ("ed", "ing", "er", "est")
_IRREGULAR_FORMS = """
am are is was were been being has had does did done goes went gone says said became become began begun blew
blown bought brought built caught chose chosen came cost cut dealt drew drawn drank drunk drove driven ate eaten
fell fallen fed felt fought found flew flown forgot forgotten froze frozen gave given grew grown hung heard held
hid hidden hit hurt kept knew known laid led left lent let lay lain lit lost made meant met paid put ran rang
risen rode ridden rose sang sat saw seen sent set shook shaken shone shot showed shown shut slept slid sold
sought spent spoke spoken spread sprang stood stole stolen stuck struck sung sunk swam swept swore sworn swung
taken taught tore torn thought threw thrown told took understood woke woken won wore worn wound wrote written
broke broken burnt learnt men women children feet teeth mice geese people wives knives lives leaves wolves
shelves halves loaves better best worse worst less least more most further someone something somewhere anyone
anything anybody everybody everyone nobody nothing none whom whose myself yourself himself herself itself
ourselves themselves yourselves hers ours theirs yours cannot can't won't
"""
"""Irregular forms of listed words, and pronouns that are made up of listed words."""
_IRREGULAR = frozenset(_IRREGULAR_FORMS.split())


class HardWord(msgspec.Struct, frozen=True):
    """A word that is not on the list, in lower case, and where it first occurs."""

    text: str
    count: int
    block: Block
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return self.block.text.span(self.start, self.end)


class HardWords(msgspec.Struct, frozen=True):
    """What a text's words are: how many were judged, how many of them are hard, and which, the most frequent first."""

    judged: int
    hard: int
    words: tuple[HardWord, ...]


def hard_words(sentences: Sequence[Sentence]) -> HardWords | None:
    """The hard words of English sentences; None where textstat's list cannot be read. Never raises."""
    easy = easy_words()
    if not easy:
        return None
    names = _names(sentences)
    judged = hard = 0
    found: dict[str, tuple[int, Sentence, int, int]] = {}
    for sentence in sentences:
        for text, start, end, first in _words(sentence):
            if not _is_word(text) or (text[0].isupper() and (not first or text in names)):
                continue
            judged += 1
            word = lower(text)
            if _is_easy(word):
                continue
            hard += 1
            count, where, there, to = found.get(word, (0, sentence, start, end))
            found[word] = (count + 1, where, there, to)
    words = [HardWord(word, n, s.block, start, end) for word, (n, s, start, end) in found.items()]
    words.sort(key=lambda word: -word.count)
    return HardWords(judged, hard, tuple(words))


@lru_cache(maxsize=1)
def easy_words() -> frozenset[str]:
    """The list, in lower case; empty where textstat is not installed or has none."""
    try:
        found = importlib.util.find_spec("textstat")
    except ValueError:  # a script put a textstat without a spec into sys.modules
        found = importlib.machinery.PathFinder.find_spec("textstat")
    if found is None or not found.submodule_search_locations:
        return frozenset()
    path = f"{next(iter(found.submodule_search_locations))}/resources/en/easy_words.txt"
    try:
        return frozenset(lower(line.strip()) for line in text_of(path).splitlines())
    except (OSError, UnicodeDecodeError):
        return frozenset()


@lru_cache(maxsize=16_000)
def _is_easy(word: str) -> bool:
    easy = easy_words()
    return any(base in easy or base in _IRREGULAR for base in _bases(word))


def _bases(word: str) -> Iterator[str]:
    """The word itself and the words whose regular form it may be, possessives and plurals of them too."""
    waiting = [word]
    for _ in range(2):  # hunters' -> hunters -> hunter -> hunt
        shorter: list[str] = []
        for form in waiting:
            yield form
            for ending, instead in _ENDINGS:
                if form.endswith(ending) and len(form) >= len(ending) + 2:
                    stem = form[: len(form) - len(ending)]
                    shorter.append(stem + instead)
                    if ending in _UNDOUBLED and len(stem) > 3 and stem[-1] == stem[-2]:
                        shorter.append(stem[:-1])
        waiting = shorter
    yield from waiting


def _names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words with a capital in the middle of a sentence."""
    return frozenset(
        text for sentence in sentences for text, _, _, first in _words(sentence) if not first and text[0].isupper()
    )


def _words(sentence: Sentence) -> Iterator[tuple[str, int, int, bool]]:
    """Each word of a sentence with its range in the block, and whether it is the first; code is left out."""
    first = True
    for token in tokens(sentence.block.text.value[sentence.start : sentence.end]):
        start, end = token.start + sentence.start, token.end + sentence.start
        if meets(sentence.block.code, start, end):
            continue
        yield token.text, start, end, first
        first = False


def _is_word(text: str) -> bool:
    """Whether it is a word that one can know: no number, no abbreviation, no identifier."""
    letters = text.replace("’", "'").replace("'", "")
    return len(letters) > 1 and letters.isalpha() and (letters[1:].islower() or letters.islower())
