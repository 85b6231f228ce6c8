"""A dictionary of simplemma as a file: its stream of words, unpacked, and an index to where in it each block begins.

The file may be damaged, or a stranger may have written it: it holds numbers and bytes and nothing that could run, it is
checked before it is used, and what a lookup reads is bounded. The index makes that a lookup reads one block alone.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Iterator
from operator import sub
from typing import Annotated, BinaryIO

import msgspec

from seocheck.languages.plain_blocks import PlainBlocks, Records
from seocheck.languages.simplemma_parts import DecodedStrMapping, StreamMap, frontcode
from seocheck.languages.unpacked_dictionary import UnpackedMap

MAGIC = b"seocheck dictionary 2\n"
MOST_INDEX = 256 * 1024 * 1024
"""Bytes of an index; that of Finnish has five million."""
LONGEST_BLOCK = 16_384
"""Bytes of a block; the longest of any language has 790."""

_SUM = 4
"""Bytes before the rest: its CRC-32, for what a full disk or a crash has cut off."""
_SIZE = 8
"""Bytes that tell how long the index is."""
_PIECE = 1 << 20

Whole = Annotated[int, msgspec.Meta(ge=0)]


class DamagedError(ValueError):
    """A file that isn't a kept dictionary, or a damaged one."""


class _Index(msgspec.Struct, array_like=True):
    """reversed: words are written from their end. first: the offset of the first word. firsts: the first word of each
    block. offsets: where blocks begin. words, lemmas: what is before each block, from which it is told."""

    reversed: bool
    count: Whole
    first: Whole
    firsts: list[bytes]
    offsets: list[int]
    words: list[bytes]
    lemmas: list[bytes]


class KeptMap(DecodedStrMapping):
    """The dictionary of a file. Where a block of it turns out to be damaged, the file is removed, and the dictionary is
    unpacked anew and takes its place."""

    __slots__ = ("_blocks", "_data", "_fresh", "_index", "_lang", "_path")

    def __init__(self, lang: str, path: str, index: _Index, data: bytes) -> None:
        self._lang = lang
        self._path = path
        self._index = index
        self._data = data
        self._blocks = PlainBlocks(index.firsts, self._records)
        self._fresh: UnpackedMap | None = None

    def _lookup(self, key: str) -> str | None:
        target = key.encode()
        if self._fresh is None:
            try:
                return self._found(target[::-1] if self._index.reversed else target)
            except ValueError:
                self._renew()
        assert self._fresh is not None
        found: str | None = self._fresh.get(key)
        return found

    def _found(self, target: bytes) -> str | None:
        lemma = self._blocks.lemma(target)
        return None if lemma is None else (lemma[::-1] if self._index.reversed else lemma).decode()

    def _records(self, block: int) -> Records:
        index = self._index
        begin = index.offsets[block]
        end = index.offsets[block + 1] if block + 1 < len(index.offsets) else len(self._data)
        records: Records = frontcode._iter_records(self._data[begin:end], 0, index.words[block], index.lemmas[block])
        return records

    def _renew(self) -> None:
        with contextlib.suppress(OSError):
            os.unlink(self._path)
        self._fresh = self._unpacked()
        self._data = b""

    def _unpacked(self) -> UnpackedMap:
        from seocheck.languages import unpacking  # a file is rarely damaged

        return UnpackedMap(unpacking.unpacked(self._lang))

    def __iter__(self) -> Iterator[str]:
        if self._fresh is None:
            self._fresh = self._unpacked()
        return iter(self._fresh)

    def __len__(self) -> int:
        return self._index.count


def read_kept(lang: str, path: str) -> KeptMap:
    """The dictionary of a language from its file. Raises OSError, and DamagedError for a file that is none."""
    with open(path, "rb") as file:
        expected = int.from_bytes(file.read(_SUM), "big")
        if file.read(len(MAGIC)) != MAGIC:
            raise DamagedError("not a kept dictionary")
        found = zlib.crc32(MAGIC)
        while piece := file.read(_PIECE):
            found = zlib.crc32(piece, found)
        if found != expected:
            raise DamagedError("its sum is wrong")
        file.seek(_SUM + len(MAGIC))
        size = int.from_bytes(file.read(_SIZE), "big")
        if size > MOST_INDEX:
            raise DamagedError("its index is too large")
        try:
            index = msgspec.msgpack.decode(file.read(size), type=_Index)
        except msgspec.MsgspecError as error:
            raise DamagedError(str(error)) from None
        data = file.read()
    _check(index, len(data))
    return KeptMap(lang, path, index, data)


def _check(index: _Index, size: int) -> None:
    offsets = index.offsets
    if index.count > size or (offsets and offsets[0] < 0):
        raise DamagedError("its counts are wrong")
    if not len(index.firsts) == len(offsets) == len(index.words) == len(index.lemmas):
        raise DamagedError("its index does not fit together")
    lengths = list(map(sub, [*offsets[1:], size], offsets))
    if min(lengths, default=1) < 1 or max(lengths, default=1) > LONGEST_BLOCK:
        raise DamagedError("its blocks do not fit together")
    if any(max(map(len, column), default=0) > LONGEST_BLOCK for column in (index.words, index.lemmas)):
        raise DamagedError("its words are too long")


def write_kept(file: BinaryIO, dictionary: StreamMap) -> None:
    """Write a dictionary to a file that is open. Raises OSError, and AttributeError or TypeError where another version
    of simplemma has other dictionaries."""
    offsets, words, lemmas = map(list, zip(*dictionary._blocks, strict=True))
    index = msgspec.msgpack.encode(
        _Index(dictionary._rev, dictionary._count, dictionary._pos, dictionary._firsts, offsets, words, lemmas)
    )
    file.write(bytes(_SUM))
    found = 0
    for part in (MAGIC, len(index).to_bytes(_SIZE, "big"), index, dictionary._data):
        file.write(part)
        found = zlib.crc32(part, found)
    file.seek(0)
    file.write(found.to_bytes(_SUM, "big"))
