"""Makes seocheck/analysis/data/english_syllables.xz from the CMU pronouncing dictionary.

    python tools/build_syllables.py INDEX_JS [--check]

INDEX_JS is `index.js` of the npm package `cmu-pronouncing-dictionary` (the dictionary as JavaScript; its
notice is kept in docs/third_party.md). `--check` writes nothing: it learns from four fifths of the words,
and says how many of the other fifth the rules get right.

The corrections are learned greedily, as in transformation-based learning (Brill 1995): of all pieces of
words, take the one for which adding or taking away a syllable mends most words, until none mends two
more than it breaks.
"""

from __future__ import annotations

import argparse
import heapq
import json
import lzma
import random
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from seocheck.analysis.prose import syllables

_LINE = re.compile(r'\s*"((?:[^"\\]|\\.)*)":\s*"([^"]*)"')
_TARGET = Path(__file__).parent.parent / "seocheck" / "analysis" / "data" / "english_syllables.xz"
_RAREST = 4  # words that must hold a piece before it may become a correction
_SMALLEST_GAIN = 2


def read_dictionary(path: Path) -> tuple[dict[str, int], set[str]]:
    """Each word of letters and apostrophes with the syllables of its first pronunciation; the initialisms."""
    counts: dict[str, int] = {}
    initialisms: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        word: str = json.loads(f'"{match[1]}"')
        # Later pronunciations are written "word(2)"; a few interjections ("shh") have no vowel at all.
        number = sum(sound.isdigit() for sound in match[2])
        if re.fullmatch("[a-z']*[a-z][a-z']*", word) and number:
            counts[word] = number
        elif re.fullmatch(r"(?:[a-z]\.){2,}", word):
            initialisms.add(word.replace(".", ""))
    return counts, initialisms


def learn(counts: dict[str, int]) -> dict[str, int]:
    """Corrections to `syllables.guess`, a piece of a word -> what it adds."""
    words = sorted(word for word in counts if "'" not in word)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        for piece in syllables.patterns(word):
            holders[piece].append(index)
    holders = {piece: where for piece, where in holders.items() if len(where) >= _RAREST}
    pieces: list[list[str]] = [[] for _ in words]
    for piece in sorted(holders):
        for index in holders[piece]:
            pieces[index].append(piece)
    missing = [counts[word] - syllables.guess(word) for word in words]
    # How many holders of each piece have too many syllables, the right number, too few.
    tallies: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    for index, difference in enumerate(missing):
        tallies[_sign(difference) + 1].update(pieces[index])
    many, right, few = tallies

    def gain(piece: str, step: int) -> int:
        mended, broken = (few, many) if step > 0 else (many, few)
        return mended[piece] - right[piece] - broken[piece]

    heap: list[tuple[int, int, str, int]] = []

    def offer(piece: str) -> None:
        step = 1 if few[piece] >= many[piece] else -1
        if gain(piece, step) >= _SMALLEST_GAIN:
            heapq.heappush(heap, (-gain(piece, step), len(piece), piece, step))

    for piece in holders:
        offer(piece)
    corrections: dict[str, int] = {}
    while heap:
        offered, _, piece, step = heapq.heappop(heap)
        if gain(piece, step) != -offered:
            offer(piece)
            continue
        corrections[piece] = corrections.get(piece, 0) + step
        touched: set[str] = set()
        for index in holders[piece]:
            before, after = _sign(missing[index]), _sign(missing[index] - step)
            missing[index] -= step
            if before != after:
                for other in pieces[index]:
                    tallies[before + 1][other] -= 1
                    tallies[after + 1][other] += 1
                touched.update(pieces[index])
        for other in sorted(touched):
            offer(other)
    return {piece: step for piece, step in corrections.items() if step}


def find_exceptions(counts: dict[str, int], corrections: dict[str, int]) -> dict[str, int]:
    """The words that the rules get wrong; shorter ones first, since a possessive rests on its noun."""
    exceptions: dict[str, int] = {}
    for word in sorted(counts, key=lambda w: (len(w), w)):
        if syllables.by_rule(word, corrections, exceptions) != counts[word]:
            exceptions[word] = counts[word]
    return exceptions


def write(corrections: dict[str, int], exceptions: dict[str, int], short: list[str]) -> int:
    """Write the table; answers its size in bytes."""
    sections = []
    for entries in (corrections, exceptions):
        by_number: dict[int, list[str]] = defaultdict(list)
        for name, number in sorted(entries.items()):
            by_number[number].append(name)
        sections.append("\n".join(f"{n} " + " ".join(names) for n, names in sorted(by_number.items())))
    sections.append(" ".join(short))
    # A small dictionary, because whoever unpacks the table takes that much memory (64 MB by default).
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 18}]
    packed = lzma.compress("\n\n".join(sections).encode("ascii"), filters=filters)
    _TARGET.parent.mkdir(exist_ok=True)
    _TARGET.write_bytes(packed)
    return len(packed)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _share_right(counts: dict[str, int], corrections: dict[str, int]) -> float:
    return sum(syllables.by_rule(w, corrections, {}) == n for w, n in counts.items()) / len(counts)


def main() -> None:
    """Build the table, or check the method on words held out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index_js", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    counts, initialisms = read_dictionary(arguments.index_js)
    if arguments.check:
        words = sorted(word for word in counts if "'" not in word)
        random.Random(7).shuffle(words)
        cut = len(words) // 5
        corrections = learn({word: counts[word] for word in words[cut:]})
        for name, part in (("learned from", words[cut:]), ("held out", words[:cut])):
            share = _share_right({word: counts[word] for word in part}, corrections)
            print(f"{name}: {len(part)} words, {share:.4f} right with {len(corrections)} corrections")
        return
    corrections = learn(counts)
    exceptions = find_exceptions(counts, corrections)
    # In capitals US, UN and AM are what the dictionary has as u.s., u.n. and a.m.
    short = sorted(w for w in counts.keys() - initialisms if 2 <= len(w) <= 4 and "'" not in w)
    size = write(corrections, exceptions, short)
    wrong = [w for w, n in counts.items() if syllables.by_rule(w, corrections, exceptions) != n]
    print(f"{len(counts)} words, {len(corrections)} corrections, {len(exceptions)} exceptions, {size} bytes")
    print(f"{len(wrong)} words of the dictionary counted otherwise")


if __name__ == "__main__":
    main()
