"""Where the running text of an article says a phrase that another article is about."""

from __future__ import annotations

from seocheck.analysis import Analysis
from seocheck.analysis.inflection.stems import has_dictionary, looked_up
from seocheck.analysis.keywords.matching import support
from seocheck.analysis.keywords.parts import is_telling
from seocheck.analysis.keywords.support import RANK, TIERS, Occurrence
from seocheck.analysis.words.folding import lower
from seocheck.analysis.words.zones import PROSE, split
from seocheck.base.text import Origin, Span, Text
from seocheck.model.article import Keyword

EXACT, CLOSE = RANK["exact"], RANK["variant"]
"""Words in any order, or far from each other, are no phrase to put a link on."""


_OWN_LETTERS = frozenset({"ja", "ko", "th", "zh"})
"""Languages without a dictionary in whose texts a word in Latin letters is a name."""


class Mentions:
    """Looks phrases up in one article."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        words = analysis.words
        self.stems = frozenset(words.stems(word) for word in words.positions)
        """The stems of all its words: a phrase with others needn't be looked up."""
        article, language = analysis.article, analysis.language
        self._links = [link.span for link in article.links]
        self._linked = [
            frozenset(words.stems(token.text) for token in split(link.text.value, language))
            for link in article.links
            if "://" not in link.href  # another site's page is none of this one's
        ]
        self._cells = {id(block.text) for block in analysis.article.blocks if block.kind == "cell"}

    def first(self, phrase: str) -> Occurrence | None:
        """The first place in running text, outside links and tables, that says a phrase word by word; None without one.

        A single word counts only as a name: what a dictionary knows ("installation") is said for its own sake.
        """
        analysis = self._analysis
        said = support(Keyword(Text(phrase, (), Origin("derived"), Span(0, 0)), 0), analysis.words)
        if said.tier not in TIERS[: CLOSE + 1]:
            return None
        alone = len(split(phrase, analysis.language)) == 1
        for hit in said.hits:
            if hit.zone in PROSE and hit.rank <= (EXACT if alone else CLOSE):
                found = said.hits.occurrence(hit)
                if id(found.text) not in self._cells and not self._is_linked(found.span):
                    return found if not alone or self._is_name(phrase) else None
        return None

    def links_to(self, stems: frozenset[str]) -> bool:
        """Whether a link says all words of a phrase: where its address leads need not be known."""
        return any(stems <= said for said in self._linked)

    def _is_linked(self, span: Span) -> bool:
        return any(link.start < span.end and span.start < link.end for link in self._links)

    def _is_name(self, word: str) -> bool:
        """Whether a word is declared as a name (SQL, GitHub), or isn't in the dictionary; capitals of a sentence, a
        heading or a German noun prove nothing."""
        if any(character.isupper() or character.isdigit() for character in word[1:]):
            named = True
        elif has_dictionary(code := self._analysis.language.code):
            named = looked_up(lower(word), code) is None
        else:
            named = code in _OWN_LETTERS and word.isascii()
        return named and is_telling(word, self._analysis.words)
