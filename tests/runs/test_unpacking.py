"""A dictionary is unpacked into what simplemma's own way comes to, and a damaged one is told."""

from __future__ import annotations

import pytest

from seocheck.languages import simplemma_parts, unpacking
from seocheck.languages.simplemma_parts import StreamMap, read_decompressed

pytestmark = pytest.mark.usefixtures("dictionaries_unpacked_anew")


@pytest.mark.parametrize("lang", ["en", "el", "ja", "enm", "fa"])
def test_the_same_index(lang: str) -> None:
    if lang not in simplemma_parts.SUPPORTED_LANGUAGES:
        with pytest.raises(ValueError, match=lang):
            unpacking.unpacked(lang)
        return
    ours, own = unpacking._unpacked(lang), StreamMap(lang)
    for name in StreamMap.__slots__:
        assert getattr(ours, name) == getattr(own, name), name
    words = list(own)[::4001]
    assert [ours.get(word) for word in words] == [own.get(word) for word in words]


@pytest.mark.parametrize("left", [6, 9, 500, 100_001, -1])
def test_a_damaged_one(monkeypatch: pytest.MonkeyPatch, left: int) -> None:
    data = read_decompressed("enm")[:left]
    monkeypatch.setattr(unpacking, "read_decompressed", lambda lang: data)
    with pytest.raises((ValueError, IndexError)):
        unpacking._unpacked("enm")
    assert unpacking.unpacked("enm").get("ase") == StreamMap("enm").get("ase")


def test_long_words_and_lemmas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their lengths take two bytes; a lemma that is that of the word before; words in more than one block."""
    words = [b"a" * 200, *(b"b%03d" % number for number in range(70)), b"c" * 300]
    records, before = b"", b""
    for number, word in enumerate(words):
        shared = next(
            (i for i, (x, y) in enumerate(zip(word, before, strict=False)) if x != y), min(len(word), len(before))
        )
        rest = word[shared:]
        lemma = bytes([254]) if number % 3 == 1 else bytes([255]) + _number(200) + b"x" * 200
        records += _number(shared) + _number(len(rest)) + rest + lemma
        before = word
    data = b"SMFC1\0" + _number(len(words)) + records
    monkeypatch.setattr(unpacking, "read_decompressed", lambda lang: data)
    monkeypatch.setattr(
        simplemma_parts.import_module("seocheck_simplemma.strategies.dictionaries.stream_dictionary_factory"),
        "_read_decompressed",
        lambda lang: data,
    )
    ours, own = unpacking._unpacked("en"), StreamMap("en")
    assert [getattr(ours, name) for name in StreamMap.__slots__] == [getattr(own, name) for name in StreamMap.__slots__]
    assert len(ours._firsts) == 3


def _number(value: int) -> bytes:
    return bytes([value]) if value < 128 else bytes([value & 127 | 128, value >> 7])
