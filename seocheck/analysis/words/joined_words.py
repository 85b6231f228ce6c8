"""One word or two: homepage/home page, Milvus2.6/Milvus 2.6, e mail/email, sitespeed/sitespeed.io."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData, function_words

if TYPE_CHECKING:
    from seocheck.analysis.words.zones import Words

LEAST = 3
"""Letters of either half of a word that may also be written as two."""
LEAST_HEAD = 5
"""Letters of a word that is looked for at the end of compounds; shorter ones end too many words by chance."""
LONGEST = 200
"""Letters of the longest keyword that is looked for with other borders."""
COMPOUNDING = ("de", "nl", "sv", "da", "nb", "fi", "hu")
"""Languages that write compounds as one word, with the head at the end."""
_PARTICLES = ("away", "back", "down", "off", "out", "over", "up", "in", "on")
_BORDER = late_pattern(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_MOST_SINGLE = 4
"""Letters of an abbreviation that may have slashes between them."""
_SLASHES = ("/", "...", "…")
_PREFIXES = ("e", "i", "m", "x")
"""Letters that are before a word of their own: e mail, x ray."""


class Borders:
    """The ways to write one keyword with other borders between its words, and where an article does so.

    A place is the index of the article's first word, with the number of its words where that is not one.
    """

    def __init__(self, folded: Sequence[str], language: LanguageData, text: str = "") -> None:
        """text: the keyword as written."""
        self._has_ampersand = len(folded) == 2 and " & " in text
        self._is_shouted = text[:1].isupper() and sum(map(str.isupper, text)) > 1
        self._folded = folded
        self._language = language
        self._whole = "".join(folded)
        self._functional = function_words(language.code)
        self.is_verb = len(folded) == 2 and folded[1] in _PARTICLES
        """Whether the second of two words is a particle of English verbs: set up."""
        self._particle = ""
        if len(folded) == 1 and self._whole.endswith(_PARTICLES):
            particle = next(p for p in _PARTICLES if self._whole.endswith(p))
            self._particle = particle if len(self._whole) - len(particle) >= LEAST else ""

    @property
    def is_noun(self) -> bool:
        """Whether a single word ends in a particle of English verbs: setup."""
        return bool(self._particle)

    # -- one for two ------------------------------------------------------------------------------

    def joined(self, words: Words) -> Sequence[int]:
        """Where a keyword of two words is written as one, or one of more as a name with a capital for each."""
        places = words.positions.get(self._whole, ())
        if len(self._folded) > 2:
            return [
                place for place in places if sum(map(str.isupper, words.words[place].text)) >= len(self._folded) - 1
            ]
        return places if places and self._may_be_joined() else ()

    def _may_be_joined(self) -> bool:
        if len(self._folded) != 2 or not self._language.spaced:
            return False
        first, second = self._folded
        if first in _PREFIXES and len(second) >= LEAST:
            return True
        return (self._is_half(first) and self._is_half(second)) or bool(_BORDER.search(first[-1:] + second[:1]))

    def as_noun(self, words: Words) -> Sequence[int]:
        """Where an English verb with its particle is used as a noun: setup for set up."""
        return words.positions.get(self._whole, ()) if self.is_verb else ()

    def as_verb(self, words: Words) -> Sequence[int]:
        """Where an English noun is written as two words, a verb and its particle: rolling back for rollback."""
        if not self._particle or self._particle not in words.positions:
            return ()
        verb = self._whole.removesuffix(self._particle)
        return self._followed(words.by_stem.get(words.stems.key(verb)), self._particle, words)

    # -- two for one ------------------------------------------------------------------------------

    @cached_property
    def _parts(self) -> Sequence[tuple[str, str]]:
        """The pairs that a single word may be parted into."""
        whole = self._whole
        lettered = whole.isalpha()
        if len(self._folded) != 1 or (lettered and not self._language.spaced):
            return ()
        cuts = {match.start() for match in _BORDER.finditer(whole)}
        if lettered:
            cuts.update(range(LEAST, len(whole) - LEAST + 1))
            if whole[0] in _PREFIXES and len(whole) > LEAST:
                cuts.add(1)
        pairs = [(whole[:cut], whole[cut:]) for cut in sorted(cuts)]
        if not lettered:
            return pairs
        return [pair for pair in pairs if len(pair[0]) == 1 or (self._is_half(pair[0]) and self._is_half(pair[1]))]

    def parted(self, words: Words) -> list[int]:
        """Where a keyword of one word is written as two."""
        positions = words.positions
        halves = [*self._parts, *((first, f"{second}.0") for first, second in self._parts if second.isdecimal())]
        pairs = ((first, second) for first, second in halves if second in positions and first in positions)
        return [start for first, second in pairs for start in self._followed(positions[first], second, words)]

    def versions(self, words: Words) -> Iterator[tuple[int, bool]]:
        """Where a name and its version, in one word or two, are two words, and whether it is that version exactly.

        Oven 0.6, v0.6 and, as tags write it, 06; Oven 3.11 is an Oven 3, too.
        """
        if self._whole.isalpha():
            return  # no version, and most keywords are such
        pairs = self._parts if len(self._folded) == 1 else [tuple(self._folded)]
        for first, second in pairs if len(self._folded) < 3 else ():
            if not first.isalpha() or len(first) < 2 or not second.replace(".", "").isdecimal():
                continue
            for start in words.positions.get(first, ()):
                written = words.folded[start + 1].removeprefix("v") if start + 1 < len(words.folded) else ""
                if not written or not written[0].isdecimal():
                    continue
                if written == second or written.replace(".", "") == second:
                    yield start, True
                elif words.words[start].text[0].isupper() and written.startswith(f"{second}."):
                    yield start, False

    def with_slash(self, words: Words) -> Iterator[tuple[int, int]]:
        """Where IO is written as I/O, AB...n as A/B...N, or the other way round."""
        whole = self._whole
        if not (1 < len(whole) <= _MOST_SINGLE and whole.isalpha() and self._is_shouted):
            return
        if len(self._folded) > 1 and max(map(len, self._folded)) == 1:
            yield from ((place, 1) for place in words.positions.get(whole, ()) if words.words[place].text.isupper())
        size = len(whole)
        for start in words.positions.get(whole[0], ()):
            if words.folded[start : start + size] != list(whole):
                continue
            value = words.piece_at[start].text.value
            tokens = words.words[start : start + size]
            between = (value[one.end : two.start] for one, two in pairwise(tokens))
            if words.piece_at[start] is words.piece_at[start + size - 1] and all(gap in _SLASHES for gap in between):
                yield start, size

    def with_ampersand(self, words: Words) -> Iterator[tuple[int, int]]:
        """Where Q&A is written as Q & A, or the other way round."""
        first, _, second = self._whole.partition("&")
        if len(self._folded) == 1 and first and second and first in words.positions:
            for start in self._followed(words.positions[first], second, words):
                value = words.piece_at[start].text.value
                if value[words.words[start].end : words.words[start + 1].start].strip() == "&":
                    yield start, 2
        elif self._has_ampersand:
            yield from ((place, 1) for place in words.positions.get("&".join(self._folded), ()))

    # -- other borders ----------------------------------------------------------------------------

    @cached_property
    def _halves(self) -> frozenset[str]:
        """The words of content, of which one must be the same on both sides: letters may agree by chance."""
        return frozenset(filter(self._is_half, self._folded))

    def respaced(self, words: Words) -> list[tuple[int, int]]:
        """Where a keyword of several words is written with other borders between them.

        "lithiumion laptop batteries" for "lithium-ion laptop batteries", "NASDAQ:VVUS" for "NASDAQ: VVUS".
        """
        folded, positions, written = self._folded, words.positions, words.folded
        if len(folded) < 2 or not self._language.spaced or len(self._whole) > LONGEST:
            return []
        if positions.keys().isdisjoint(self._halves):
            return []
        found: list[tuple[int, int]] = []
        whole = self._whole
        for cut in range(len(whole) + 1):
            first = whole[:cut]
            if first not in positions:
                continue
            rest = whole[cut:]
            for start in positions[first]:
                end, left = start + 1, rest
                while left and end < len(written) and left.startswith(written[end]):
                    left = left.removeprefix(written[end])
                    end += 1
                if not left and end - start != len(folded) and not self._halves.isdisjoint(written[start:end]):
                    found.append((start, end - start))
        return sorted(found)

    # -- more of the same word --------------------------------------------------------------------

    def in_compound(self, words: Words) -> list[int]:
        """Where a word is the last part of a compound that is written as one: Pullover in Weihnachtspullover."""
        if len(self._folded) != 1 or self._language.code not in COMPOUNDING:
            return []
        if len(self._whole) < LEAST_HEAD or not self._whole.isalpha():
            return []
        stem = words.stems(self._whole)
        compounds = words.index.ending_in(
            self._whole, stem if len(stem) >= LEAST_HEAD else "", least=len(self._whole) + LEAST
        )
        return [place for compound in compounds for place in words.positions[compound]]

    def with_ending(self, words: Words) -> list[int]:
        """Where the name of a site or tool, or a version, is written with its ending: sitespeed.io, Node.js, 5.4.0."""
        whole = self._whole
        if len(self._folded) != 1 or not words.index.dotted:
            return []
        version = "." in whole and whole.replace(".", "").isdecimal()
        if not version and (not whole.isalpha() or len(whole) < LEAST):
            return []
        found: list[int] = []
        for other in words.index.dotted:
            # 5.4.0 is a 5.4, but 26.1 need not be a 26.
            if other.startswith(whole + ".") and (version or other[len(whole) + 1 :].isalpha()):
                found += words.positions[other]
        return found

    # -- helpers ----------------------------------------------------------------------------------

    def _is_half(self, word: str) -> bool:
        """Whether a word is long enough, and a word of content: "now here" is not "nowhere"."""
        return len(word) >= LEAST and word not in self._functional

    @staticmethod
    def _followed(starts: Sequence[int], second: str, words: Words) -> list[int]:
        folded = words.folded
        return [start for start in starts if start + 1 < len(folded) and folded[start + 1] == second]
