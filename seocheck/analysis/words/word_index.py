"""Ways into the words of one article: by stem, by dictionary form, by name, by ending. Each is built when needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from seocheck.analysis.inflection.stems import Stems, other_lemmas
from seocheck.analysis.words.across_scripts import OtherScript
from seocheck.analysis.words.folding import is_lettered
from seocheck.analysis.words.spellings import LEAST_NAME, name_key, steady_letters
from seocheck.analysis.words.tokens import Token


class StemIndex:
    """Stem -> the article's words that have it.

    forms: the folded words of each stem, in the order in which they first are in the article. Words that fold
    alike may be written differently; the one that is first speaks for them.
    """

    def __init__(self, positions: Mapping[str, Sequence[int]], words: Sequence[Token], stems: Stems) -> None:
        self._positions = positions
        self._places: dict[str, Sequence[int]] = {}
        self.forms: dict[str, list[str]] = {}
        forms, key = self.forms, stems.key
        for folded, places in positions.items():
            stem = key(words[places[0]][0]) if folded else folded
            if stem in forms:
                forms[stem].append(folded)
            else:
                forms[stem] = [folded]

    def get(self, stem: str, default: Sequence[int] = ()) -> Sequence[int]:
        """The indexes of all words that have a stem, in order."""
        forms = self.forms.get(stem)
        if forms is None:
            return default
        if len(forms) == 1:
            return self._positions[forms[0]]
        places = self._places.get(stem)
        if places is None:
            places = self._places[stem] = sorted(place for folded in forms for place in self._positions[folded])
        return places


class WordIndex:
    """What else words are looked up by. positions: folded word -> its indexes among `words`."""

    def __init__(
        self,
        positions: Mapping[str, Sequence[int]],
        compounds: Mapping[str, Sequence[tuple[int, int]]],
        words: Sequence[Token],
        stems: Stems,
        code: str,
    ) -> None:
        self._positions = positions
        self._compounds = compounds
        self._words = words
        self._stems = stems
        self._code = code
        self._names: dict[str, list[int]] = {}

    def of_lemma(self, base: str) -> list[str]:
        """The folded words that the dictionary brings back to `base`; that word itself among them."""
        found = self._by_lemma.get(base, [])
        return [base, *found] if base in self._positions and is_lettered(base) else found

    def of_lemmas(self, bases: Iterable[str]) -> list[str]:
        """The same for several bases, of which most are no words."""
        table, positions = self._by_lemma, self._positions
        return [form for base in bases if base in table or base in positions for form in self.of_lemma(base)]

    @cached_property
    def _by_lemma(self) -> Mapping[str, list[str]]:
        """Without what every word is brought back to: itself."""
        table: dict[str, list[str]] = {}
        words, code = self._words, self._code
        for folded, places in self._positions.items():
            if is_lettered(folded):
                for base in other_lemmas(words[places[0]][0], code):
                    table.setdefault(base, []).append(folded)
        return table

    def of_unmarked(self, stem: str) -> Sequence[str]:
        """The folded words with marks whose letters alone, as people type them, have a stem."""
        return self._by_letters_alone.get(stem, ())

    @cached_property
    def _by_letters_alone(self) -> Mapping[str, list[str]]:
        table: dict[str, list[str]] = {}
        for folded, places in self._positions.items():
            if not self._words[places[0]].text.isascii() and folded.isascii():
                table.setdefault(self._stems.key(folded), []).append(folded)
        return table

    def across_scripts(self, written: str, folded: str) -> Sequence[str]:
        """The folded words that are a word in the other script of the language: АПИ for API."""
        return list(self._other_script.of(written, folded))

    @cached_property
    def _other_script(self) -> OtherScript:
        return OtherScript(list(self._positions), self._code)

    def of_name(self, key: str) -> list[int]:
        """Where words with a capital are whose `spellings.name_key` this is."""
        known = self._names.get(key)
        if known is None:
            alike = (f for f in self._by_letters.get(steady_letters(key), ()) if name_key(f) == key)
            words = self._words
            known = [place for f in alike for place in self._positions[f] if words[place].text[0].isupper()]
            self._names[key] = known
        return known

    @cached_property
    def _by_letters(self) -> Mapping[str, list[str]]:
        """The words that could be names in Latin letters, by what is quick to tell of their `name_key`."""
        table: dict[str, list[str]] = {}
        for folded in self._positions:
            if len(folded) >= LEAST_NAME and folded.isascii() and folded.isalpha():
                table.setdefault(steady_letters(folded), []).append(folded)
        return table

    def compounds_of(self, stem: str) -> Sequence[str]:
        """The hyphenated words, each as one, that have a stem."""
        return self._compounds_by_stem.get(stem, ()) if self._compounds else ()

    @cached_property
    def _compounds_by_stem(self) -> Mapping[str, list[str]]:
        table: dict[str, list[str]] = {}
        for joined in self._compounds:
            table.setdefault(self._stems.key(joined), []).append(joined)
        return table

    @cached_property
    def dotted(self) -> Sequence[str]:
        """The folded words with a full stop in them: sitespeed.io, 5.4.0."""
        return [folded for folded in self._positions if "." in folded]

    def ending_in(self, word: str, stem: str, least: int) -> list[str]:
        """The words of at least `least` letters that end in `word`, or whose stem ends in `stem` (unless "")."""
        found = set(self._endings.of(word))
        if stem:
            found.update(self._stem_endings.of(stem))
        letters = self._lettered
        return [letters[number] for number in sorted(found) if len(letters[number]) >= least]

    @cached_property
    def _lettered(self) -> Sequence[str]:
        return [folded for folded in self._positions if folded.isalpha()]

    @cached_property
    def _endings(self) -> _Endings:
        return _Endings(self._lettered)

    @cached_property
    def _stem_endings(self) -> _Endings:
        return _Endings([self._stems(folded) for folded in self._lettered])


class _Endings:
    """Words in one string, each with a line's end after it, so that searching it finds all that end alike."""

    def __init__(self, words: Sequence[str]) -> None:
        self._joined = "\n".join(words) + "\n"
        self._starts: list[int] = []
        at = 0
        for word in words:
            self._starts.append(at)
            at += len(word) + 1

    def of(self, ending: str) -> list[int]:
        """The numbers of the words that end so."""
        found: list[int] = []
        wanted = ending + "\n"
        at = self._joined.find(wanted)
        while at >= 0:
            found.append(bisect_right(self._starts, at) - 1)
            at = self._joined.find(wanted, at + 1)
        return found
