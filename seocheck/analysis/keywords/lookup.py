"""One keyword compared with the words of one article: which of them are forms of its own, and which are adjacent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from seocheck.analysis.inflection.inflection import same_by_code
from seocheck.analysis.inflection.lookalikes import differ_by_marks, marks_tell
from seocheck.analysis.inflection.stems import is_word
from seocheck.analysis.keywords.asked import Asked
from seocheck.analysis.words.capitals import all_capitals, capital_enough, is_capital_inside
from seocheck.analysis.words.folding import lower
from seocheck.analysis.words.unspaced import is_whole
from seocheck.analysis.words.zones import Words
from seocheck.base.late_pattern import late_pattern

# What may be between two words of a phrase: spaces, hyphens, quotation marks, brackets of emphasis.
_GAP = late_pattern(r"[\s\-\u2010-\u2015\u00ad/\"'“”„‘’«»*_·&+]{0,6}")
_STOP = late_pattern("[.!?;…。！？।]")


def _outside(places: Sequence[int], first: int, end: int) -> Sequence[int]:
    """Of places in order those before the article's words and those after them: a common word has many inside."""
    return [*places[: bisect_left(places, first)], *places[bisect_left(places, end) :]]


class Lookup:
    """What the lookups of all tiers share.

    capitals_tell: whether capitals say anything in the list. is_careful: whether those of the keyword do.
    """

    __slots__ = (
        "_forms", "_lookalikes", "_places", "asked", "capitals_tell", "has_lookalikes", "is_careful", "keys", "words",
    )  # fmt: skip

    def __init__(self, asked: Asked, words: Words, capitals_tell: bool) -> None:
        self.asked = asked
        self.words = words
        self.capitals_tell = capitals_tell
        self.is_careful = capitals_tell and asked.has_telling_capitals
        self.keys = asked.keys(words.stems)
        self._lookalikes = [self._looking_alike(own) for own in range(asked.size)]
        self.has_lookalikes = any(self._lookalikes)
        self._forms: list[Sequence[str] | None] = [None] * asked.size
        self._places: dict[tuple[int, bool], Sequence[int]] = {}

    def _looking_alike(self, own: int) -> frozenset[str]:
        """The ways in which the article writes another word that folds to one of the keyword's: Küchen, Kuchen."""
        text, folded, words = self.asked.texts[own], self.asked.folded[own], self.words
        marked = words.marked.get(folded, ())
        if not marked and (text.isascii() or folded not in words.positions):
            return frozenset()
        code = words.language.code
        return frozenset(other for other in (folded, *marked) if differ_by_marks(text, other, code))

    def are_these_words(self, start: int, size: int) -> bool:
        """Whether none of the words is another one that only folds alike. Addresses are written without marks."""
        words = self.words
        if size != self.asked.size or words.zones[start] == "slug":
            return True
        written = words.words[start : start + size]
        return all(
            token.text not in others and lower(token.text) not in others
            for token, others in zip(written, self._lookalikes, strict=True)
        )

    def forms(self, own: int) -> Sequence[str]:
        """The article's words, folded, that share the stem of one of the keyword's and are forms of it."""
        found = self._forms[own]
        if found is None:
            mine, words = self.asked.folded[own], self.words
            found = words.by_stem.forms.get(self.keys[own], ())
            text, code = self.asked.texts[own], words.language.code
            if found and (len(found) > 1 or found[0] != mine):
                found = [f for f in found if f == mine or same_by_code(text, words.written(f), code)]
            if not found and text.isascii() and marks_tell(code) and not is_word(text, code):
                # Typed without marks: lectie, where the text has lecții.
                unmarked = words.index.of_unmarked(self.keys[own])
                found = [f for f in unmarked if f == mine or same_by_code(mine, f, code)]
            self._forms[own] = found
        return found

    def any_forms(self, own: int) -> Sequence[str]:
        """`forms`, and those that only the dictionary brings to one base: knife, knives."""
        words = self.words
        found = self.forms(own)
        if not words.language.known or not words.language.spaced:
            return found
        mine, key = self.asked.folded[own], self.keys[own]
        more = {form for base in self.asked.bases[own] for form in words.index.of_lemma(base)} - {mine, *found}
        by_beginning = words.language.by_beginning
        # What shares a stem has been looked at, and was no form.
        more = {form for form in more if by_beginning or words.stems.key(words.written(form)) != key}
        return [*found, *sorted(more)] if more else found

    def places(self, own: int, outside: bool) -> Sequence[int]:
        """Where a word of the keyword is in any form. outside: only in title, description and slug."""
        found = self._places.get((own, outside))
        if found is None:
            words = self.words
            positions = words.positions
            forms = self.forms(own) if outside else self.any_forms(own)
            if outside:
                first, end, some = words.first_of_article, words.end_of_article, words.outside
                found = ()
                if not some.isdisjoint(forms):
                    found = sorted([i for f in forms if f in some for i in _outside(positions[f], first, end)])
            elif len(forms) == 1:
                found = positions[forms[0]]
            else:
                found = sorted(chain.from_iterable(map(positions.__getitem__, forms)))
            if self.is_careful:
                found = [i for i in found if self._capitals_agree(i, (own,))]
            if others := self._lookalikes[own]:
                found = [i for i in found if words.words[i].text not in others]
            self._places[own, outside] = found
        return found

    def is_only_in_article(self) -> bool:
        """Whether none of the keyword's words is in title, description or slug."""
        return all(self.words.outside.isdisjoint(self.forms(own)) for own in range(self.asked.size))

    # -- which are adjacent ---------------------------------------------------------------------

    def together(self, starts: Iterable[int], size: int) -> list[int]:
        """Of places of `size` words those where nothing is between the words but what may."""
        found: list[int] = []
        tokens, pieces = self.words.words, self.words.piece_at
        end = len(tokens)
        for start in starts:
            last = start + size - 1
            if start < 0 or last >= end:
                continue
            piece = pieces[start]
            if pieces[last] is not piece:
                continue
            value = piece.text.value
            _, _, after, _ = tokens[start]
            for _, begin, stop, _ in tokens[start + 1 : last + 1]:
                if (begin - after != 1 or value[after] != " ") and not self._may_part(value, after, begin):
                    break
                after = stop
            else:
                found.append(start)
        return found

    def _may_part(self, value: str, after: int, begin: int) -> bool:
        """Whether what is in a text from `after` to `begin` may separate two words of the keyword."""
        return _GAP.fullmatch(value, after, begin) is not None or self.asked.marks.issuperset(value[after:begin])

    def are_one_sentence(self, start: int, size: int) -> bool:
        """Whether no sentence ends between the words."""
        piece = self.words.piece_of(start)
        if start + size > piece.first + piece.count:
            return False
        written = self.words.words[start : start + size]
        value = piece.text.value
        gaps = pairwise(written)
        return not any(_STOP.search(value, before.end, after.start) for before, after in gaps)

    # -- what a place must be to count -------------------------------------------------------------

    def are_whole(self, start: int, size: int) -> bool:
        """Whether the words, in scripts without spaces, aren't parts of longer ones."""
        words = self.words
        text = words.piece_of(start).text.value
        return is_whole(text, words.words[start].start, words.words[start + size - 1].end)

    def is_written_so(self, place: int, own: int) -> bool:
        """Whether a word of the article has the capitals that one word of the keyword asks for."""
        return self._capitals_agree(place, (own,))

    def are_written_so(self, start: int, size: int) -> bool:
        """Whether the words have the capitals that the whole keyword asks for."""
        return size != self.asked.size or self._capitals_agree(start, range(size))

    def _capitals_agree(self, start: int, owns: Sequence[int]) -> bool:
        """Keywords in capitals are other words than their lower-case twins: IT/it, US/us, WHO/who."""
        asked = self.asked
        pairs = [(asked.texts[own], self.words.words[start + i].text) for i, own in enumerate(owns)]
        mine, theirs = pairs[0]
        if len(pairs) == 1 and asked.is_two_words and mine[0].isupper() and theirs.islower():
            return False
        if asked.as_written and any(mine[0].isupper() != theirs[0].isupper() for mine, theirs in pairs):
            return False
        code = self.words.language.code
        return all(
            not all_capitals(mine) or capital_enough(mine, theirs, code) or self._is_named(start + i)
            for i, (mine, theirs) in enumerate(pairs)
        )

    def _is_named(self, place: int) -> bool:
        """Whether a word of running text has a capital for itself, not for the beginning of a sentence."""
        words = self.words
        token = words.words[place]
        if words.zones[place] in ("title", "h1", "headings"):
            return False
        return is_capital_inside(token.start, words.piece_of(place).text.value, token.text, words.language.code)
