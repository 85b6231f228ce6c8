"""What a keyword asks for: its words, which of them carry it, what its writing tells; the same for all articles."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cached_property, lru_cache

from seocheck.analysis.inflection.derivations import families
from seocheck.analysis.inflection.stems import Stems, lemmas
from seocheck.analysis.words.capitals import all_capitals
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.joined_words import Borders
from seocheck.analysis.words.spellings import Spelling, spellings
from seocheck.analysis.words.splitting import split
from seocheck.analysis.words.tokens import UNSPACED, Token
from seocheck.languages import LanguageData, function_words, load

MAX_WORDS = 12
"""Longer keywords are sentences; only their first words are looked for."""
MAX_CHARACTERS = 60
"""The same for scripts without spaces, of which each character is a token."""
_MARKED = 500
"""Characters of a keyword in which its own marks are looked for."""
_KEPT = 200
"""Characters of the longest keyword that is kept for the next article that declares it."""
_NO_ARTICLES = frozenset("why how what when who where which us we me my our your".split())  # noqa: SIM905
"""Function words of English that make more of the word after them: "why adoption", "us government"."""


_BETWEEN = frozenset({"vs", "versus"})
"""Set between two things that are compared, in all languages: a text that compares them need not write it."""


class Asked:
    """One keyword in one language. Nothing of it changes, so that all articles that declare it share it.

    source: the keyword as declared. tokens, texts, folded: its words. joined: them as one. borders: the ways to write
    it with other borders between.
    content: which of them carry it, each once. head: the head word of the phrase; a number at its end ("election
    2016") isn't. whole: which of them must be there for the keyword to be said in another order.
    relatives: whether words are listed as related to one of its own.
    marks: what may be between them besides spaces. unspaced: whether a word is in a script without spaces.
    is_compound: whether hyphens tie all of them; has_hyphen: whether one does.
    as_written: whether its capitals must be kept; is_two_words: whether it is another word with a capital.
    """

    def __init__(self, text: str, language: LanguageData) -> None:
        self.language = language
        self.source = text
        self.tokens = tokens = _beginning(split(text, language))
        self.size = len(tokens)
        self.texts = [token.text for token in tokens]
        self.folded = folded = [fold(word) for word in self.texts]
        self.joined = "".join(folded)
        # Marks that the keyword has itself may be in the text too: "Vivus Inc. (NASDAQ: VVUS)".
        self.marks = frozenset((" ", *(c for c in text[:_MARKED] if not c.isalnum())))
        self.has_hyphen = any(token.glued for token in tokens)
        self.is_compound = all(token.glued for token in tokens[1:])
        self.unspaced = not text.isascii() and any(UNSPACED.search(word) for word in self.texts)
        shouted = [all_capitals(word) for word in self.texts]
        functional = function_words(language.code) | _BETWEEN
        content = [
            i
            for i in range(self.size)
            if shouted[i] or not language.spaced or not _is_small(self.texts[i], folded[i], functional, language.code)
        ]
        self.content = self.distinct(content) or list(range(self.size))
        numberless = [i for i in self.content if not folded[i].isdigit()] or self.content
        self.head = -1 if not numberless else numberless[-1] if language.head == "last" else numberless[0]
        # Whether all that goes before the one word of content is a single small word: "the Bachelor", "in Paris". Of
        # "how we work" and "join us" the word alone says only a part.
        has_article = self.size == 2 and self.content == [1] and folded[0] not in _NO_ARTICLES
        is_enough = len(self.content) > 1 or self.size == 1 or has_article
        self.whole = self.content if is_enough else self.distinct(range(self.size))
        self.borders = Borders(folded, language, text)
        relatives = families(language.code)
        self.relatives = any(word in relatives for word in folded)
        # A keyword of function words only ("The Who") is a name, and a name keeps its capitals.
        self.as_written = not content and any(word[0].isupper() for word in self.texts)
        # Polish isn't polish, though most words may have a capital or none.
        self.is_two_words = bool(folded) and folded[0] in language.capital_words.split()
        self.has_telling_capitals = self.as_written or self.is_two_words or any(shouted)
        self._keys: list[str] | None = None

    def distinct(self, content: Sequence[int]) -> list[int]:
        """Content words, each once: "state of the state" asks for one word, not for two."""
        return list({self.folded[i]: i for i in reversed(content)}.values())[::-1]

    def keys(self, stems: Stems) -> list[str]:
        """The stems that its words are looked up by. stems: those of the keyword's language."""
        if self._keys is None:
            self._keys = [stems.key(word) for word in self.texts]
        return self._keys

    @cached_property
    def bases(self) -> list[frozenset[str]]:
        """Of each word, all that the dictionary brings it back to."""
        return [lemmas(word, self.language.code) for word in self.texts]

    @cached_property
    def spellings(self) -> list[Spelling]:
        """Of each word, the other ways to spell it."""
        return spellings(self.texts, self.language.code)

    @property
    def is_slug(self) -> bool:
        """Whether hyphens tie words that are no compound, as in the name of a page: council-budget-2015."""
        return self.is_compound and (self.size > 3 or (self.size > 2 and self.folded[-1].isdigit()))


def _is_small(text: str, folded: str, functional: Container[str], code: str) -> bool:
    """Whether a word is a function word, in all its marks or, where it is short, without them: și, si."""
    if folded in functional or lower(text) in functional:
        return True
    return text.isascii() and len(folded) <= _TYPED and folded in _folded_functional(code)


_TYPED = 3
"""Letters of a function word that may be typed without its marks; a longer one may be another word."""


@lru_cache(maxsize=64)
def _folded_functional(code: str) -> frozenset[str]:
    return frozenset(map(fold, function_words(code)))


def _beginning(tokens: Sequence[Token]) -> Sequence[Token]:
    """As many words as are looked for; characters that follow each other without a space are one word."""
    if len(tokens) <= MAX_WORDS:
        return tokens
    words = 0
    for i, token in enumerate(tokens[:MAX_CHARACTERS]):
        words += not i or token.glued or token.start > tokens[i - 1].end
        if words > MAX_WORDS:
            return tokens[:i]
    return tokens[:MAX_CHARACTERS]


def asked(text: str, language: LanguageData) -> Asked:
    """What a keyword asks for, worked out once for all articles that declare it."""
    return _kept(text, language.code) if len(text) <= _KEPT else Asked(text, language)


@lru_cache(maxsize=4_096)
def _kept(text: str, code: str) -> Asked:
    return Asked(text, load(code))


def forget() -> None:
    """Let go of the keywords that are kept."""
    _kept.cache_clear()
