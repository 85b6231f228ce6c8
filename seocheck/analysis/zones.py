"""Where in an article words stand: the zones that keywords are looked for in, cut into words once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from seocheck.analysis.folding import fold
from seocheck.analysis.spellings import LEAST_NAME, name_key
from seocheck.analysis.stems import Stems, lemmas
from seocheck.analysis.tokens import UNSPACED, Token, tokens
from seocheck.article import Article, Block
from seocheck.languages import LanguageData
from seocheck.text import Span, Text

Zone = Literal[
    "title",
    "description",
    "h1",
    "introduction",
    "headings",
    "body",
    "alt",
    "link",
    "quotation",
    "code",
    "slug",
]
ZONES: tuple[Zone, ...] = (
    "title", "description", "h1", "introduction", "headings", "body", "alt", "link", "quotation", "code", "slug",
)  # fmt: skip

PROSE: frozenset[Zone] = frozenset(("introduction", "body"))
"""The author's own running text: what makes a keyword fully supported."""
SUPPORTING: frozenset[Zone] = frozenset(("h1", "introduction", "headings", "body", "alt", "link", "quotation", "code"))
"""Zones that belong to what the article says, as against what is declared about it."""

_FOREIGN_AND_PARTICLE = re.compile(r"([A-Za-z0-9.&'’]*[A-Za-z0-9])([\uac00-\ud7a3]+)")

FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?)|(?:IMG|DSC|Screenshot)[\w-]*\d{3}\S*", re.IGNORECASE
)
"""An alternative text that only names a file: it describes nothing."""

INTRODUCTION_WORDS = 100
"""Paragraphs that begin within so many words of prose, before the first subheading, are the introduction."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of one zone. `first` is the index of its first word among all words."""

    zone: Zone
    text: Text
    first: int
    count: int


class Words:
    """All words of an article's zones in one row, with their folded forms and stems.

    words[i] is a token of piece `piece_of(i)`; zone_of(i) takes inline code and links into account.
    """

    def __init__(self, article: Article, language: LanguageData) -> None:
        self.language = language
        self.stems = Stems(language)
        self.words: list[Token] = []
        self.folded: list[str] = []
        self.pieces: list[Piece] = []
        self.positions: dict[str, list[int]] = {}
        self.compounds: dict[str, list[tuple[int, int]]] = {}
        self._starts: list[int] = []
        self._special: dict[int, Zone] = {}
        self._stem_positions: dict[str, list[int]] | None = None
        self._name_positions: dict[str, list[int]] | None = None
        self._lemma_words: dict[str, list[str]] | None = None
        self._fill(article)

    def piece_of(self, index: int) -> Piece:
        """The piece that holds the word with this index."""
        return self.pieces[bisect_right(self._starts, index) - 1]

    def zone_of(self, index: int) -> Zone:
        """The zone of the word with this index."""
        return self._special.get(index) or self.piece_of(index).zone

    def zone_in(self, piece: Piece, start: int, size: int) -> Zone:
        """The zone of words of one piece: their own where all have the same (code, a link), else the piece's."""
        special = self._special
        zone = special.get(start) or piece.zone
        if size > 1 and special and any((special.get(i) or piece.zone) != zone for i in range(start + 1, start + size)):
            return piece.zone
        return zone

    @property
    def by_stem(self) -> dict[str, list[int]]:
        """Stem -> indexes of the words that have it."""
        if self._stem_positions is None:
            table: dict[str, list[int]] = {}
            for folded, places in self.positions.items():
                # Words that fold alike may be written differently; one written form stands for them.
                stem = self.stems.key(self.words[places[0]].text) if folded else folded
                table.setdefault(stem, []).extend(places)
            for places in table.values():
                places.sort()
            self._stem_positions = table
        return self._stem_positions

    @property
    def by_lemma(self) -> dict[str, list[str]]:
        """What the dictionary brings words back to -> the folded words that it does. Built when first asked for."""
        if self._lemma_words is None:
            table: dict[str, list[str]] = {}
            for folded, places in self.positions.items():
                if folded.isalpha():
                    for base in lemmas(self.words[places[0]].text, self.language.code):
                        table.setdefault(base, []).append(folded)
            self._lemma_words = table
        return self._lemma_words

    @property
    def by_name(self) -> dict[str, list[int]]:
        """What the transliterations of a name share -> indexes of the words with a capital that have it."""
        if self._name_positions is None:
            table: dict[str, list[int]] = {}
            for folded, places in self.positions.items():
                if len(folded) >= LEAST_NAME and folded.isalpha():
                    named = [place for place in places if self.words[place].text[0].isupper()]
                    if named:
                        table.setdefault(name_key(folded), []).extend(named)
            self._name_positions = table
        return self._name_positions

    def add(self, zone: Zone, text: Text, block: Block | None = None) -> None:
        """Cut one text into words."""
        first = len(self.words)
        found = split(text.value, self.language)
        if not found:
            return
        in_link = _inside(found, block.links if block else ())
        in_code = _inside(found, block.code if block else ())
        all_linked = len(in_link) >= 0.8 * len(found)
        for number, token in enumerate(found):
            index = len(self.words)
            folded = fold(token.text)
            self.words.append(token)
            self.folded.append(folded)
            self.positions.setdefault(folded, []).append(index)
            if number in in_code:
                self._special[index] = "code"
            elif all_linked and number in in_link:
                self._special[index] = "link"
        self._join_compounds(first, len(self.words))
        self._starts.append(first)
        self.pieces.append(Piece(zone, text, first, len(found)))

    def _join_compounds(self, first: int, end: int) -> None:
        """Hyphenated words, as one: "e-mail" is also found as "email"."""
        index = first
        while index < end:
            stop = index + 1
            while stop < end and self.words[stop].glued and stop - index < 6:
                stop += 1
            if stop - index > 1:
                joined = "".join(self.folded[index:stop])
                self.compounds.setdefault(joined, []).append((index, stop - index))
            index = stop

    def _fill(self, article: Article) -> None:
        if article.title:
            self.add("title", article.title.text)
        if article.shown_title and article.title and article.shown_title.value != article.title.text.value:
            self.add("title", article.shown_title)
        if article.description:
            self.add("description", article.description.text)
        prose = 0
        introduction = True
        self.first_of_article = len(self.words)
        for block in article.blocks:
            zone: Zone = "body"
            if block.kind == "heading":
                zone = "h1" if block.level == 1 else "headings"
                introduction = introduction and (block.level == 1 or prose == 0)
            elif block.kind == "quotation":
                zone = "quotation"
            elif block.kind == "paragraph":
                if introduction and prose < INTRODUCTION_WORDS:
                    zone = "introduction"
                before = len(self.words)
                self.add(zone, block.text, block)
                prose += len(self.words) - before
                continue
            self.add(zone, block.text, block)
        for image in article.images:
            if image.alt and not FILE_NAME.fullmatch(image.alt.value.strip()):
                self.add("alt", image.alt)
        self.end_of_article = len(self.words)
        if article.slug:
            self.add("slug", article.slug)


def split(value: str, language: LanguageData) -> Sequence[Token]:
    """The words of a text as this language parts them at apostrophes and between characters."""
    found = tokens(value)
    if not language.spaced or UNSPACED.search(value):
        found = [part for token in found for part in _characters(token)]
    if language.code == "ko":
        found = [part for token in found for part in _without_particle(token)]
    if language.apostrophe == "joins":
        return found
    parted: list[Token] = []
    for token in found:
        cut = next((i for i, c in enumerate(token.text) if c in "'\u2019\u02bc"), -1)
        if cut <= 0 or cut == len(token.text) - 1:
            parted.append(token)
        elif language.apostrophe == "elides":
            parted.append(Token(token.text[:cut], token.start, token.start + cut, token.glued))
            parted.append(Token(token.text[cut + 1 :], token.start + cut + 1, token.end, False))
        else:  # what follows is an ending of the word before: İstanbul’da
            parted.append(Token(token.text[:cut], token.start, token.start + cut, token.glued))
    return parted


def _without_particle(token: Token) -> list[Token]:
    """Korean writes particles right behind names and numbers in other letters: Python을, 3.0의."""
    found = _FOREIGN_AND_PARTICLE.fullmatch(token.text)
    if found is None:
        return [token]
    border = token.start + found.end(1)
    return [Token(found[1], token.start, border, token.glued), Token(found[2], border, token.end, False)]


def _characters(token: Token) -> list[Token]:
    """Scripts without blanks: each character a token, so that any run of them can be found."""
    if not UNSPACED.search(token.text):
        return [token]
    parts: list[Token] = []
    start = 0
    for i, character in enumerate(token.text):
        if UNSPACED.match(character):
            if start < i:
                parts.append(Token(token.text[start:i], token.start + start, token.start + i, False))
            parts.append(Token(character, token.start + i, token.start + i + 1, False))
            start = i + 1
    if start < len(token.text):
        parts.append(Token(token.text[start:], token.start + start, token.end, False))
    return parts


def _inside(found: Sequence[Token], spans: tuple[Span, ...]) -> set[int]:
    """Which of the tokens, by number, lie within one of the spans."""
    inside: set[int] = set()
    ordered = sorted(spans)
    at = 0
    reach = -1  # how far the spans that have begun go
    for number, token in enumerate(found):
        while at < len(ordered) and ordered[at].start <= token.start:
            reach = max(reach, ordered[at].end)
            at += 1
        if token.end <= reach:
            inside.add(number)
    return inside
