"""The initials of an article's words in a row, so that a phrase is found by its acronym without going through them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seocheck.languages import function_words


class Initials:
    """The first letters of all words, in capitals for small words (of, and)."""

    def __init__(self, folded: Sequence[str], code: str) -> None:
        """folded: the article's words in order."""
        small = function_words(code)
        first = "".join([(word[0].upper() if word in small else word[0]) if word else " " for word in folded])
        # A letter that has two capitals (ß) would move all that follow.
        self._letters = first if len(first) == len(folded) else "".join([word[:1] or " " for word in folded])

    def runs(self, letters: str) -> Iterator[tuple[int, int]]:
        """Where words with these initials follow each other, small words between them or not: (first, how many)."""
        return self._found("[A-Z]{0,3}".join(map(re.escape, letters)))

    def runs_with_small(self, letters: str) -> Iterator[tuple[int, int]]:
        """The same for acronyms that keep the letter of a small word inside: Internet of Things, IoT."""
        inner = "".join(f"[{letter}{letter.upper()}]" for letter in letters[1:-1])
        for first, size in self._found(letters[0] + inner + letters[-1]):
            if not self._letters[first : first + size].islower():
                yield first, size

    def _found(self, pattern: str) -> Iterator[tuple[int, int]]:
        for match in re.finditer(f"(?=({pattern}))", self._letters):
            yield match.start(), len(match[1])
