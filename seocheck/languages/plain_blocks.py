"""Blocks of a dictionary, decoded when a word of theirs is first looked up, and kept for the next word.

A block is kept as one string of bytes, `\\nword\\tlemma\\nword\\tlemma\\n`: searching it takes a fraction of the time
that decoding it again takes, and it is smaller by far than its words as objects.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

MOST = 4_096
"""Blocks that are kept of one dictionary, each of 32 words: about 3 MB."""

Records = Iterable[tuple[int, bytes, bytes]]


class PlainBlocks:
    """The lemmas of a dictionary by word, both as it stores them.

    firsts: the first word of each block, in order. records: the places, words and lemmas of the block with a number; it
    may raise ValueError where the dictionary is damaged.
    """

    def __init__(self, firsts: Sequence[bytes], records: Callable[[int], Records]) -> None:
        self._firsts = firsts
        self._records = records
        self._kept: dict[int, bytes] = {}

    def lemma(self, word: bytes) -> bytes | None:
        """The lemma of a word; None where there isn't one. Raises ValueError where the dictionary is damaged."""
        number = bisect_right(self._firsts, word) - 1
        if number < 0 or b"\t" in word or b"\n" in word:
            return None
        block = self._kept.get(number)
        if block is None:
            if len(self._kept) >= MOST:
                self._kept.clear()
            block = b"".join([b"\n%b\t%b" % (found, lemma) for _, found, lemma in self._records(number)]) + b"\n"
            self._kept[number] = block
        at = block.find(b"\n%b\t" % word)
        if at < 0:
            return None
        at += len(word) + 2
        return block[at : block.index(b"\n", at)]
