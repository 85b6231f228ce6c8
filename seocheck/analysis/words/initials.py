"""The initials of an article's words in a row, so that a phrase is found by its acronym without going through them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seocheck.languages import function_words


class Initials:
    """The first letters of all words, and those of the words that aren't small ones."""

    def __init__(self, folded: Sequence[str], code: str) -> None:
        """folded: the article's words in order."""
        small = function_words(code)
        self._small = [word in small for word in folded]
        self._telling = [index for index, is_small in enumerate(self._small) if not is_small]
        self._of_all = "".join(word[:1] or " " for word in folded)
        self._of_telling = "".join(folded[index][:1] or " " for index in self._telling)

    def runs(self, letters: str) -> Iterator[tuple[int, int]]:
        """Where words with these initials follow each other, small words between them or not: (first, how many)."""
        for at in _places(self._of_telling, letters):
            first, last = self._telling[at], self._telling[at + len(letters) - 1]
            yield first, last - first + 1

    def runs_with_small(self, letters: str) -> Iterator[tuple[int, int]]:
        """The same for acronyms that keep the letter of a small word inside: Internet of Things, IoT."""
        small = self._small
        for at in _places(self._of_all, letters):
            end = at + len(letters)
            if any(small[at:end]) and not small[at] and not small[end - 1]:
                yield at, len(letters)


def _places(initials: str, letters: str) -> Iterator[int]:
    at = initials.find(letters)
    while at >= 0:
        yield at
        at = initials.find(letters, at + 1)
