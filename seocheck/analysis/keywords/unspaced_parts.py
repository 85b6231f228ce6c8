"""The parts of a keyword in a script without spaces: the runs of characters that an article says, and what is left.

Nothing says where the words of such a keyword end. So it is cut into runs of two characters or more that the article
says, in the way that leaves the fewest characters over; where two ways leave as many, into the fewest runs.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from seocheck.analysis.keywords.clipped_katakana import clipped
from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.keywords.part import Part
from seocheck.analysis.keywords.parts import places_of_word
from seocheck.analysis.words.joined_words import LEAST_HEAD
from seocheck.analysis.words.tokens import UNSPACED
from seocheck.analysis.words.unspaced import begins_no_word, is_katakana, is_whole, whole_katakana
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import function_words, load
from seocheck.languages.common_words import common_words

LEAST_BEGINNING = 7
"""Letters of a word in katakana that is looked for at the beginning of longer ones, whose end says what they are."""
LEAST_BEFORE = 3
"""Letters before a short word that ends a longer one in katakana: of fewer, such as the レ of レコード, the word isn't
made."""
LEAST, LEAST_SYLLABIC = 2, 3
"""Characters of a run that says anything, and consonants where each is but a letter (Thai, Khmer): fewer are in too
many words."""
_ENDINGS = frozenset(("アップ", "トップ", "ライン"))
"""Words that make others of the word before them: スタートアップ (start-up), デスクトップ (desktop)."""
_PARTICLES = frozenset("のをがにはでとへやも的")
"""Japanese particles, and the Chinese one, that join two words of a keyword."""
_QUESTIONS = frozenset((
    "怎么", "怎麼", "如何", "怎样", "怎樣", "怎么样", "怎麼樣", "怎么办", "怎麼辦", "怎么做",
    "怎麼做", "多少", "多少钱", "多少錢", "什么", "什麼", "是什么", "是什麼", "什么是", "什麼是",
    "哪些", "哪个", "哪個", "哪里", "哪裡", "为什么", "為什麼", "官网", "官網", "官方网站",
    "官方網站",
))  # fmt: skip
"""What Chinese keywords ask of their subject, which no text need say: how, how much, what is, which site."""
_HALF_VERB = late_pattern("[\u4e00-\u9fff][\u3041-\u3096]")
"""A Japanese verb of two characters, which longer words begin or end with: 組み in 組み換え and 取り組み."""
_SYLLABIC = late_pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def is_cut_by_guess(text: str) -> bool:
    """Whether nothing tells where words of a text end but which of its letters an article has (Thai, Khmer): what is
    left over may be half a word."""
    return _SYLLABIC.search(text) is not None


class _Run(NamedTuple):
    """Tokens of the keyword from `first` on; places: (first word, number of words) where the article says them."""

    first: int
    size: int
    places: Sequence[tuple[int, int]] = ()
    spare: bool = False


def in_compounds(lookup: Lookup) -> Iterator[tuple[int, int]]:
    """Where a keyword is an end of a longer word in katakana: フランスパン in ミニフランスパン, and a long one its
    beginning, too."""
    asked, words = lookup.asked, lookup.words
    folded, size = words.folded, asked.size
    if size < LEAST_BEFORE or not is_katakana(asked.joined):
        return
    short = size < LEAST_HEAD and not _is_short_word(asked.joined)
    for place in words.positions.get(asked.folded[0], ()):
        if folded[place : place + size] == asked.folded:
            start, whole = whole_katakana(words.words, words.folded, place, size)
            ends = not short and _ends(start, whole, place, size)
            rest = "".join(folded[place + size : start + whole]) if start == place else ""
            if ends or (rest and (size >= LEAST_BEGINNING or _is_short_word(rest))):
                yield start, whole


def _is_short_word(text: str) -> bool:
    """Whether a short text in katakana is a word that everybody uses (game, card), so that it is one in others, too."""
    return LEAST_BEFORE <= len(text) < LEAST_HEAD and text in common_words("ja") and text not in _ENDINGS


def _ends(start: int, whole: int, place: int, size: int) -> bool:
    """Whether a word in katakana is the end of a longer one, or all of it."""
    return start + whole == place + size and (size >= LEAST_HEAD or whole - size >= LEAST_BEFORE)


def unspaced_parts(lookup: Lookup, *, asks: bool = False) -> list[Part]:
    """The parts of a keyword, in its order, as the article itself says them.

    asks: whether words for a question are none of its subject.
    """
    kinds = _kinds(lookup.asked.language.code) | (_QUESTIONS if asks else frozenset())
    code = lookup.words.language.code
    skipped, common = function_words(code), common_words(code)
    found: list[Part] = []
    for whole in _runs(lookup, kinds):
        run = _without_particles(whole, lookup.asked.texts)
        text = "".join(lookup.asked.texts[run.first : run.first + run.size])
        alone = run.size < LEAST and UNSPACED.match(text) is not None
        if not run.places and (text in skipped or text in _PARTICLES):
            continue
        spare = run.spare or (not run.places and (alone or _is_ending(run, lookup.asked.texts)))
        small = bool(run.places) and (text in skipped or _HALF_VERB.fullmatch(text) is not None)
        weak = run.spare or text in common or small
        found.append(Part(text, run.places, weak=weak, spare=spare))
    return found if not all(part.spare for part in found) else [Part(p.text, p.places) for p in found]


def _without_particles(run: _Run, texts: Sequence[str]) -> _Run:
    """A run without the particles at its ends, unless they are part of a word in hiragana: 発酵 of の発酵."""
    first, size = run.first, run.size
    while size > 1 and texts[first] in _PARTICLES and not _is_hiragana(texts[first + 1]):
        first, size = first + 1, size - 1
    while size > 1 and texts[first + size - 1] in _PARTICLES and not _is_hiragana(texts[first + size - 2]):
        size -= 1
    if size == run.size:
        return run
    return _Run(first, size, [(start + first - run.first, size) for start, _ in run.places], run.spare)


def _is_ending(run: _Run, texts: Sequence[str]) -> bool:
    """Whether nothing but an ending of the word before is left over: させる of 発酵させる."""
    before = texts[run.first - 1] if run.first else ""
    return bool(before) and not _is_hiragana(before) and all(map(_is_hiragana, texts[run.first : run.first + run.size]))


def _is_hiragana(text: str) -> bool:
    return "\u3041" <= text[0] <= "\u309f"


def _runs(lookup: Lookup, kinds: Container[str]) -> Iterator[_Run]:
    """The keyword in runs. A word of another script, and what a space or a border of scripts ends, is cut by itself."""
    asked = lookup.asked
    at = 0
    while at < asked.size:
        if not UNSPACED.match(asked.texts[at]):
            places = [place for place in places_of_word(lookup, at) if lookup.words.realms[place[0]] == "article"]
            yield _Run(at, 1, places, asked.texts[at].lower() in kinds)
            at += 1
            continue
        end = at + 1
        while (
            end < asked.size
            and UNSPACED.match(asked.texts[end])
            and asked.tokens[end].start == asked.tokens[end - 1].end
        ):
            end += 1
        yield from _best_cut(lookup, at, end, kinds)
        at = end


def _best_cut(lookup: Lookup, begin: int, end: int, kinds: Container[str]) -> Iterator[_Run]:
    """The runs of one piece of text, from its beginning to its end; what the article doesn't say is one run, too."""
    size = end - begin
    # From each character on: how many are left over, in how many runs, and the first of these.
    best: list[tuple[int, int, _Run | None]] = [(0, 0, None)] * (size + 1)
    for at in range(size - 1, -1, -1):
        left, count, _ = best[at + 1]
        best[at] = (left + 1, count, None)
        for run in _beginning(lookup, begin + at, end, kinds, most=size):
            behind = best[at + run.size]
            best[at] = min(best[at], (behind[0], behind[1] + 1, run), key=lambda option: option[:2])
    at, unsaid = 0, 0
    while at < size:
        chosen = best[at][2]
        if chosen is None:
            unsaid += 1
            at += 1
            continue
        if unsaid:
            yield _Run(chosen.first - unsaid, unsaid)
        unsaid = 0
        yield chosen
        at += chosen.size
    if unsaid:
        yield _Run(end - unsaid, unsaid)


def _beginning(lookup: Lookup, at: int, end: int, kinds: Container[str], *, most: int) -> Iterator[_Run]:
    """The runs from one character on that the article says, and those that nobody misses.

    most: characters of the piece that it is cut from.
    """
    asked, words = lookup.asked, lookup.words
    wanted, folded = asked.folded[at:end], words.folded
    if begins_no_word(wanted[0]):
        return
    lengths: dict[int, int] = {}
    for start in words.positions.get(wanted[0], ()):
        if words.realms[start] != "article":
            continue
        length = 1
        while length < len(wanted) and start + length < len(folded) and folded[start + length] == wanted[length]:
            length += 1
        lengths[start] = length
    is_syllabic = _SYLLABIC.match(wanted[0]) is not None
    least = min(LEAST_SYLLABIC if is_syllabic else LEAST, most)
    source, begins = asked.source, asked.tokens[at].start
    for size in range(least, len(wanted) + 1):
        if size < len(wanted) and begins_no_word(wanted[size]):
            continue
        if is_syllabic and not is_whole(source, begins, asked.tokens[at + size - 1].end):
            continue
        spare = "".join(wanted[:size]) in kinds
        starts = sorted(start for start, length in lengths.items() if length >= size)
        places = [place for start in lookup.together(starts, size) for place in _in_word(lookup, start, at, size)]
        if places or spare:
            yield _Run(at, size, places, spare)
    if asked.language.code == "ja" and is_katakana(wanted[0]) and not (at and is_katakana(asked.folded[at - 1])):
        yield from _katakana_otherwise(lookup, at, end)


def _katakana_otherwise(lookup: Lookup, at: int, end: int) -> Iterator[_Run]:
    """A whole word in katakana that the article has in another spelling, or cut short."""
    asked, words = lookup.asked, lookup.words
    size = len(list(takewhile(is_katakana, asked.folded[at:end])))
    folded = asked.folded[at : at + size]
    found = [*words.unspaced_variants.places(asked.tokens[at : at + size], folded), *clipped(folded, words)]
    places = [place for place in found if words.realms[place[0]] == "article" and lookup.are_whole(*place)]
    if size >= LEAST and places:
        yield _Run(at, size, places)


def _in_word(lookup: Lookup, start: int, own: int, size: int) -> Iterator[tuple[int, int]]:
    """Where a part is a word, or the first or last of a longer one in katakana: カテゴリー in シリーズカテゴリー.

    own: where it begins in the keyword, of which it must be a whole word then, too.
    """
    texts = lookup.asked.texts
    around = [*texts[max(own - 1, 0) : own], *texts[own + size : own + size + 1]]
    if lookup.are_whole(start, size):
        yield start, size
        return
    text = "".join(texts[own : own + size])
    if is_katakana(text) and (size >= LEAST_HEAD or _is_short_word(text)) and not any(map(is_katakana, around)):
        first, whole = whole_katakana(lookup.words.words, lookup.words.folded, start, size)
        if _ends(first, whole, start, size) or (first == start and size >= LEAST_HEAD):
            yield first, whole


@lru_cache(maxsize=16)
def _kinds(code: str) -> frozenset[str]:
    return frozenset(load(code).kinds_of_text.split())
