"""A dictionary in a file: it says what simplemma's own says, and whatever the file holds, looking up goes on."""

from __future__ import annotations

import io
import random
import zlib
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import pytest
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamMap

from seocheck.languages import kept_dictionary, plain_blocks
from seocheck.languages.kept_dictionary import MAGIC, DamagedError, read_kept, write_kept
from seocheck.languages.unpacked_dictionary import UnpackedMap
from tests.support import no_hang

HEAD = 4 + len(MAGIC) + 8


@pytest.fixture(scope="module")
def english() -> StreamMap:
    return StreamMap("en")


@pytest.fixture(scope="module")
def words(english: StreamMap) -> list[str]:
    return list(english)


@pytest.fixture(scope="module")
def kept(english: StreamMap) -> bytes:
    file = io.BytesIO()
    write_kept(file, english)
    return file.getvalue()


def summed(data: bytes) -> bytes:
    """With the right sum, as who means harm writes it."""
    return zlib.crc32(data[4:]).to_bytes(4, "big") + data[4:]


def parts(data: bytes) -> tuple[list[Any], bytes]:
    size = int.from_bytes(data[HEAD - 8 : HEAD], "big")
    return msgspec.msgpack.decode(data[HEAD : HEAD + size]), data[HEAD + size :]


def joined(index: object, stream: bytes) -> bytes:
    encoded = msgspec.msgpack.encode(index)
    return summed(bytes(4) + MAGIC + len(encoded).to_bytes(8, "big") + encoded + stream)


def test_it_says_what_the_unpacked_one_says(tmp_path: Path, english: StreamMap, kept: bytes) -> None:
    (tmp_path / "en.bin").write_bytes(kept)
    read = read_kept("en", str(tmp_path / "en.bin"))
    words = [*islice(english, 0, None, 97), "", "a", "zzzz", "xyzzy", "łódź", "\U0010ffff"]
    assert [read.get(word) for word in words] == [english.get(word) for word in words]
    assert len(read) == len(english)
    assert list(islice(read, 5)) == list(islice(english, 5))


@pytest.mark.parametrize("lang", ["hi", "he", "ka"])
def test_other_scripts_and_words_written_from_their_end(tmp_path: Path, lang: str) -> None:
    unpacked = StreamMap(lang)
    with (tmp_path / "x.bin").open("wb") as file:
        write_kept(file, unpacked)
    read = read_kept(lang, str(tmp_path / "x.bin"))
    words = list(islice(unpacked, 0, None, 53))
    assert [read.get(word) for word in words] == [unpacked.get(word) for word in words]


@pytest.mark.parametrize("seed", range(60))
def test_random_damage_is_found(tmp_path: Path, kept: bytes, seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(kept)
    for _ in range(chance.randint(1, 4)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    if seed % 3 == 0:
        del damaged[chance.randrange(len(damaged)) :]
    (tmp_path / "en.bin").write_bytes(damaged)
    with pytest.raises(DamagedError):
        read_kept("en", str(tmp_path / "en.bin"))


@pytest.mark.parametrize("seed", range(120))
def test_damage_with_the_right_sum_costs_no_lookup(tmp_path: Path, words: list[str], kept: bytes, seed: int) -> None:
    """Whatever the bytes are, each lookup gives a text or None."""
    chance = random.Random(seed)
    damaged = bytearray(kept)
    index_end = HEAD + int.from_bytes(kept[HEAD - 8 : HEAD], "big")
    for _ in range(2000 if seed % 2 else 3):
        at = chance.randrange(index_end, len(damaged)) if seed % 4 else chance.randrange(4, index_end)
        damaged[at] = chance.randrange(256)
    (tmp_path / "en.bin").write_bytes(summed(bytes(damaged)))
    try:
        read = read_kept("en", str(tmp_path / "en.bin"))
    except DamagedError:
        return
    for word in words[seed::997]:
        assert isinstance(read.get(word), str | None)
    assert read._lookup("xyzzy") is None or isinstance(read._lookup("xyzzy"), str)


def test_a_damaged_block_is_unpacked_anew(tmp_path: Path, english: StreamMap, kept: bytes) -> None:
    index, stream = parts(kept)
    path = tmp_path / "en.bin"
    path.write_bytes(joined(index, stream[:9] + b"\xff" * (len(stream) - 9)))
    read = read_kept("en", str(path))
    words = ["mice", "baked", "better", "bread", "xyzzy"]
    assert [read.get(word) for word in words] == [english.get(word) for word in words]
    assert not path.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda i: i[:-1],
        lambda i: {"a": i},
        lambda i: [i[0], 1 << 62, *i[2:]],
        lambda i: [i[0], -1, *i[2:]],
        lambda i: [*i[:3], i[3][:-1], *i[4:]],
        lambda i: [*i[:3], [1] * len(i[3]), *i[4:]],
        lambda i: [*i[:4], i[4][::-1], *i[5:]],
        lambda i: [*i[:4], [0] * len(i[4]), *i[5:]],
        lambda i: [*i[:4], [-5, *i[4][1:]], *i[5:]],
        lambda i: [*i[:3], i[3][:1], i[4][:1], i[5][:1], i[6][:1]],  # one block of a megabyte
        lambda i: [*i[:5], [b"x" * 100_000, *i[5][1:]], i[6]],
        lambda i: [*i[:5], ["text"] * len(i[5]), i[6]],
    ],
)  # fmt: skip
def test_an_index_that_does_not_fit_is_refused(tmp_path: Path, kept: bytes, change: Any) -> None:
    index, stream = parts(kept)
    (tmp_path / "en.bin").write_bytes(joined(change(index), stream))
    with pytest.raises(DamagedError):
        read_kept("en", str(tmp_path / "en.bin"))


def test_a_length_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "en.bin").write_bytes(summed(bytes(4) + MAGIC + (1 << 60).to_bytes(8, "big") + b"x"))
    with pytest.raises(DamagedError, match="too large"):
        read_kept("en", str(tmp_path / "en.bin"))


def test_a_lookup_reads_one_block(tmp_path: Path, kept: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that are never greater than the one that is looked for would else have all of the file read each time."""
    read_from: list[int] = []
    real = kept_dictionary.frontcode._iter_records

    def noted(data: bytes, *rest: Any) -> Any:
        read_from.append(len(data))
        return real(data, *rest)

    monkeypatch.setattr(kept_dictionary.frontcode, "_iter_records", noted)
    index, stream = parts(kept)
    index[3] = [b""] * len(index[3])
    (tmp_path / "en.bin").write_bytes(joined(index, stream))
    read = read_kept("en", str(tmp_path / "en.bin"))
    with no_hang(20):
        for number in range(2000):
            read.get(f"zz{number}")
    assert max(read_from) <= kept_dictionary.LONGEST_BLOCK


@pytest.mark.parametrize("lang", ["en", "el"])
def test_blocks_that_are_kept_say_what_the_unpacked_dictionary_says(lang: str) -> None:
    unpacked = StreamMap(lang)
    quick = UnpackedMap(unpacked)
    known = list(islice(unpacked, 0, None, 997))
    asked = [*known, *(word[:-1] for word in known), *(f"{word}x" for word in known), "", "a\tb", "a\nb", "\U0010ffff"]
    assert [quick.get(word) for word in asked] == [unpacked.get(word) for word in asked]
    assert len(quick) == len(unpacked)
    assert list(islice(quick, 3)) == list(islice(unpacked, 3))


def test_not_more_blocks_are_kept_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_blocks, "MOST", 2)
    read: list[int] = []

    def records(block: int) -> list[tuple[int, bytes, bytes]]:
        read.append(block)
        return [(0, b"abc"[block : block + 1], b"x")]

    blocks = plain_blocks.PlainBlocks([b"a", b"b", b"c"], records)
    assert [blocks.lemma(word) for word in (b"a", b"b", b"a", b"c", b"a", b"cc", b"A")] == [b"x"] * 5 + [None] * 2
    assert read == [0, 1, 2, 0]
