"""Where in an article words are: the zones that keywords are looked for in, cut into words once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Literal

import msgspec

from seocheck.analysis.inflection.lookalikes import marks_tell
from seocheck.analysis.inflection.stems import Stems
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.initials import Initials
from seocheck.analysis.words.splitting import split as split
from seocheck.analysis.words.tokens import Token
from seocheck.analysis.words.unspaced_variants import UnspacedVariants
from seocheck.analysis.words.word_index import StemIndex, WordIndex
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text
from seocheck.languages import LanguageData
from seocheck.model.article import Article, Block

Zone = Literal[
    "title",
    "description",
    "h1",
    "introduction",
    "headings",
    "body",
    "alt",
    "link",
    "form",
    "quotation",
    "code",
    "slug",
]
ZONES: tuple[Zone, ...] = (
    "title", "description", "h1", "introduction", "headings", "body", "alt", "link", "form", "quotation", "code",
    "slug",
)  # fmt: skip

PROSE: frozenset[Zone] = frozenset(("introduction", "body"))
"""The author's own running text: what makes a keyword fully supported."""
SUPPORTING: frozenset[Zone] = frozenset(
    ("h1", "introduction", "headings", "body", "alt", "link", "form", "quotation", "code")
)
"""Zones that belong to what the article says, as against what is declared about it."""

FILE_NAME = late_pattern(
    r"\S+\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?)|(?:IMG|DSC|Screenshot)[\w-]*\d{3}\S*", re.IGNORECASE
)
"""An alternative text that only names a file: it describes nothing."""

INTRODUCTION_WORDS = 100
"""Paragraphs that begin within so many words of prose, before the first subheading, are the introduction."""

Realm = Literal["title", "description", "article", "slug"]
REALMS: tuple[Realm, ...] = ("title", "description", "article", "slug")
"""Where a keyword may be said or not, each for itself: that the text says it does not make the title say it."""


class Piece(msgspec.Struct, frozen=True):
    """A text of one zone. `first` is the index of its first word among all words."""

    zone: Zone
    text: Text
    first: int
    count: int


class Words:
    """All words of an article's zones in one row, with their folded forms.

    words[i] is a token of piece_at[i] and folds to folded[i]. zones[i] takes inline code and links into
    account; `mixed` says whether any differs from the zone of its piece.
    positions: folded word -> its indexes, in order.
    marked: folded word -> the ways in which it is written that aren't plain Latin letters.
    compounds: hyphenated words as one -> (index of the first, number of words).
    Words from `first_of_article` to `end_of_article` are what the article itself says.
    """

    def __init__(self, article: Article, language: LanguageData) -> None:
        self.language = language
        self.stems = Stems(language)
        self.words: list[Token] = []
        self.folded: list[str] = []
        self.zones: list[Zone] = []
        self.realms: list[Realm] = []
        self.pieces: list[Piece] = []
        self.positions: dict[str, list[int]] = {}
        self._marks_tell = marks_tell(language.code)
        self.marked: dict[str, set[str]] = {}
        self.compounds: dict[str, list[tuple[int, int]]] = {}
        self.piece_at: list[Piece] = []
        self.mixed = False
        self._fill(article)

    def piece_of(self, index: int) -> Piece:
        """The piece that holds the word with this index."""
        return self.piece_at[index]

    def zone_of(self, index: int) -> Zone:
        """The zone of the word with this index."""
        return self.zones[index]

    def zone_in(self, start: int, size: int) -> Zone:
        """The zone of words of one piece: their own where all have the same (code, a link), else the piece's."""
        zone = self.zones[start]
        if size > 1 and self.mixed and self.zones[start : start + size].count(zone) != size:
            return self.piece_at[start].zone
        return zone

    @cached_property
    def by_stem(self) -> StemIndex:
        """Stem -> indexes of the words that have it."""
        return StemIndex(self.positions, self.words, self.stems)

    @cached_property
    def index(self) -> WordIndex:
        """Other ways to look words up: by dictionary form, by name, by ending."""
        return WordIndex(self.positions, self.compounds, self.words, self.stems, self.language.code)

    @cached_property
    def initials(self) -> Initials:
        """The first letters of its words, to look acronyms up in."""
        return Initials(self.folded, self.language.code)

    @cached_property
    def unspaced_variants(self) -> UnspacedVariants:
        """Its words in one spelling, for scripts without spaces."""
        return UnspacedVariants(self)

    @cached_property
    def outside(self) -> frozenset[str]:
        """The folded words of title, description and slug."""
        return frozenset((*self.folded[: self.first_of_article], *self.folded[self.end_of_article :]))

    def written(self, folded: str) -> str:
        """A word as it is written where it first is."""
        return self.words[self.positions[folded][0]].text

    def _fill(self, article: Article) -> None:
        positions: defaultdict[str, list[int]] = defaultdict(list)
        self.positions = positions
        if article.title:
            self._add("title", article.title.text)
        if article.shown_title and article.title and article.shown_title.value != article.title.text.value:
            self._add("title", article.shown_title)
        if article.description:
            self._add("description", article.description.text)
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
                self._add(zone, block.text, block)
                prose += len(self.words) - before
                continue
            self._add(zone, block.text, block)
        for image in article.images:
            if image.alt and not FILE_NAME.fullmatch(image.alt.value.strip()):
                self._add("alt", image.alt)
        for text in article.form_words:
            self._add("form", text)
        self.end_of_article = len(self.words)
        if article.slug:
            self._add("slug", article.slug)
        positions.default_factory = None  # from here on a word that is not there is not there

    def _add(self, zone: Zone, text: Text, block: Block | None = None) -> None:
        """Cut one text into words."""
        found = split(text.value, self.language)
        if "[!" in text.value:
            found = _without_includes(found, text.value)
        if not found:
            return
        first, count = len(self.words), len(found)
        folded = [fold(token[0]) for token in found]
        positions = self.positions
        for index, word in enumerate(folded, first):
            positions[word].append(index)
        if self._marks_tell and not text.value.isascii():
            for written in {token[0] for token in found if not token[0].isascii()}:
                self.marked.setdefault(fold(written), set()).add(written)
        piece = Piece(zone, text, first, count)
        self.words += found
        self.folded += folded
        self.pieces.append(piece)
        self.piece_at += [piece] * count
        self.zones += [zone] * count
        self.realms += [_realm(zone)] * count
        if block and block.links:
            in_link = _inside(found, block.links)
            if len(in_link) >= 0.8 * count:
                self._mark("link", in_link, first)
        if block and block.code:
            self._mark("code", _inside(found, block.code), first)
        if any(map(_GLUED, found)):
            self._join_compounds(first, first + count)

    def _mark(self, zone: Zone, inside: Iterable[int], first: int) -> None:
        for number in inside:
            self.zones[first + number] = zone
            self.mixed = True

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


def _without_includes(found: Sequence[Token], value: str) -> Sequence[Token]:
    """The words without the names of files that a generator puts in there: [!INCLUDE name.md]."""
    spans = [match.span() for match in _INCLUDE.finditer(value)]
    return [token for token in found if not any(start <= token.start < end for start, end in spans)]


_INCLUDE = late_pattern(r"(?i)\[!(?:include|code(?:-\w+)?)\b[^\]\n]{0,500}\]")
_GLUED = itemgetter(3)  # Token.glued, without a call of Python's for each


def _realm(zone: Zone) -> Realm:
    return zone if zone == "title" or zone == "description" or zone == "slug" else "article"


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
