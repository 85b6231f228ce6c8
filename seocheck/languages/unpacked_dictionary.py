"""A dictionary of simplemma in memory, whose blocks are decoded once: words that are looked up are near each other.

The dictionary is simplemma's own; what is said of a word is the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.languages.plain_blocks import PlainBlocks, Records
from seocheck.languages.simplemma_parts import DecodedStrMapping, StreamMap, frontcode


class UnpackedMap(DecodedStrMapping):
    """What an unpacked dictionary says, and quicker to say it again."""

    __slots__ = ("_blocks", "_whole")

    def __init__(self, whole: StreamMap) -> None:
        self._whole = whole
        self._blocks = PlainBlocks(whole._firsts, self._records)

    def _records(self, block: int) -> Records:
        data, blocks = self._whole._data, self._whole._blocks
        begin, word, lemma = blocks[block]
        end = blocks[block + 1][0] if block + 1 < len(blocks) else len(data)
        records: Records = frontcode._iter_records(data[begin:end], 0, word, lemma)
        return records

    def _lookup(self, key: str) -> str | None:
        target = key.encode()
        backwards = self._whole._rev
        lemma = self._blocks.lemma(target[::-1] if backwards else target)
        return None if lemma is None else (lemma[::-1] if backwards else lemma).decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)
