"""A dictionary of simplemma is unpacked: its stream of words, and an index to where in it each block begins.

simplemma's own index makes an object of every word and its lemma; only those at the beginning of a block are needed,
and leaving out the others takes a third of the time away: 0.1 s of English, and a second of Polish.
"""

from __future__ import annotations

from seocheck.languages.simplemma_parts import StreamMap, frontcode, read_decompressed

BLOCK = 32
"""Words of a block, as simplemma has it."""
_ONE_BYTE = 127
"""The largest number that takes one byte."""


def unpacked(lang: str) -> StreamMap:
    """The dictionary of a language. Raises ValueError if there isn't one, or it is damaged."""
    try:
        return _unpacked(lang)
    except (AttributeError, IndexError, ValueError):  # a version of simplemma that writes them in another way
        return StreamMap(lang)


def _unpacked(lang: str) -> StreamMap:
    found = StreamMap.__new__(StreamMap)
    data = found._data = read_decompressed(lang)
    found._rev, found._count, found._pos = frontcode._read_header(data)
    found._firsts, found._blocks, count = _index(data, found._pos)
    if count != found._count:
        raise ValueError("damaged dictionary")
    return found


def _index(data: bytes, at: int) -> tuple[list[bytes], list[tuple[int, bytes, bytes]], int]:
    """The first word of each block; where it begins, with the word and the lemma before it; how many words there are.

    A word is written as how much of the one before it begins with, how long the rest is, and the rest; its lemma as how
    much of the word's end goes, how long the new end is, and that, or as a mark that it is the lemma before.
    """
    number = frontcode._read_varint
    same, literal = frontcode._SAME_AS_PREV, frontcode._LITERAL_VALUE
    firsts: list[bytes] = []
    blocks: list[tuple[int, bytes, bytes]] = []
    size, count = len(data), 0
    word = stem = b""
    begin = end = 0  # of the end of the last lemma
    try:
        while at < size:
            blocks.append((at, word, stem + data[begin:end]))
            for place in range(BLOCK):
                shared = data[at]
                at += 1
                if shared > _ONE_BYTE:
                    shared, at = number(data, at - 1)
                length = data[at]
                at += 1
                if length > _ONE_BYTE:
                    length, at = number(data, at - 1)
                stop = at + length
                word = word[:shared] + data[at:stop]
                if not place:
                    firsts.append(word)
                cut = data[stop]
                at = stop + 1
                if cut != same:
                    length = data[at]
                    at += 1
                    if length > _ONE_BYTE:
                        length, at = number(data, at - 1)
                    begin = at
                    at = end = at + length
                    stem = b"" if cut == literal else word[: len(word) - cut]
                count += 1
                if at >= size:
                    break
    except IndexError:
        raise ValueError("damaged dictionary") from None
    if at > size:
        raise ValueError("damaged dictionary")
    return firsts, blocks, count
