"""How much each phrase of a text stands out of it: the statistics of YAKE.

Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", Information Sciences 509
(2020), https://doi.org/10.1016/j.ins.2019.09.013. For each term of a text

    S(t) = T_rel * T_pos / (T_case + TF_norm / T_rel + T_sentence / T_rel)

T_case: how often it is written with a capital. T_pos: how late it is said. TF_norm: how often, beside other terms.
T_rel: beside how many different terms. T_sentence: in how many sentences. For a phrase, the lower the better,

    S(kw) = product of S(t) / (TF(kw) * (1 + sum of S(t)))

with a stop word between two terms weighed by how likely it is there. The numbers are those of the authors' package
(yake 0.7.3) for phrases of up to three words and a window of one, which `tests/analysis/topics/test_yake_scores.py`
holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt
from string import punctuation
from typing import Any, NamedTuple, cast

from seocheck.analysis.topics.ranked_words import ranked_words
from seocheck.analysis.topics.sentence_cuts import sentences
from seocheck.base.median import median

_MARKS = frozenset(punctuation)
_NO_MARKS = str.maketrans("", "", punctuation)
_SHORTEST = 3
"""Letters of the shortest term that is no stop word."""
_CAPITALS, _NAME = 1, 2


class _Word(NamedTuple):
    """A word as YAKE takes it. capital: 0, `_CAPITALS`, or `_NAME` for one that begins with its only capital.

    said: in small letters. term: without the -s of a plural, under which it is counted. usable: whether it may be part
    of a phrase; numbers and what mixes letters and digits may not.
    """

    said: str
    term: str
    usable: bool
    capital: int


class _Term:
    """What is counted of a term: times said, in capitals, as a name; the numbers of its sentences; its neighbours."""

    __slots__ = ("after", "before", "capitals", "followed", "follows", "last", "names", "sentences", "stop", "times")

    def __init__(self, *, stop: bool) -> None:
        self.stop = stop
        self.times = self.capitals = self.names = 0
        self.sentences: list[int] = []
        self.last = -1
        self.before = self.after = self.follows = self.followed = 0


def yake_scores(text: str, stop_words: Collection[str], limit: int) -> list[tuple[str, float]]:
    """The phrases of one to three words that stand out most, in small letters, best first, each with its score.

    text: as `salience` prepares it. Equal scores are in the order in which the phrases are first said.
    """
    terms: dict[str, _Term] = {}
    row: list[str | None] = []
    found = sentences(text)
    for number, sentence in enumerate(found):
        row += _counted(ranked_words(sentence), number, terms, stop_words)
        row.append(None)
    term_of = dict(map(_said_and_term, set(row)))
    pairs = _pairs([term_of[said] for said in row], terms)
    weights = _weights(terms, len(found))
    ranked = sorted(_phrases(row, term_of, terms, pairs, weights), key=lambda phrase: phrase[1])
    return [(" ".join(words), score) for words, score in ranked[:limit]]


def _counted(
    words: list[str], number: int, terms: dict[str, _Term], stop_words: Collection[str]
) -> Iterator[str | None]:
    """Count the words of a sentence, and give those that phrases are made of, None where a phrase ends."""
    for place, token in enumerate(words):
        word = _word(token)
        if word is None:
            yield None
            continue
        said, name, usable, capital = word
        term = terms.get(name)
        if term is None:
            short = len(name.translate(_NO_MARKS)) < _SHORTEST
            term = terms[name] = _Term(stop=short or said in stop_words or name in stop_words)
        term.times += 1
        if capital:
            if capital == _CAPITALS:
                term.capitals += 1
            elif place:
                term.names += 1
        if term.last != number:
            term.sentences.append(number)
            term.last = number
        yield said if usable else None


@lru_cache(maxsize=8_000)
def _word(token: str) -> _Word | None:
    """What YAKE takes a word for; None for punctuation."""
    if _MARKS.issuperset(token):
        return None
    said = token.lower()
    term = said[:-1] if said.endswith("s") and len(said) > _SHORTEST else said
    bare = token.replace(",", "")
    if bare.isdigit() or bare.replace(".", "", 1).isdigit():
        return _Word(said, term, False, 0)
    digits, letters = any(map(str.isdigit, token)), any(map(str.isalpha, token))
    if digits == letters or sum(c in _MARKS for c in token) > 1:
        return _Word(said, term, False, 0)
    if token.isupper():
        return _Word(said, term, True, _CAPITALS)
    name = len(token) > 1 and token[0].isupper() and sum(map(str.isupper, token)) == 1
    return _Word(said, term, True, _NAME if name else 0)


def _said_and_term(said: str | None) -> tuple[str | None, str | None]:
    word = _word(said) if said is not None else None
    return said, word and word.term


def _pairs(row: list[str | None], terms: dict[str, _Term]) -> dict[tuple[str | None, str | None], int]:
    """How often each two terms follow each other; the numbers of neighbours are added to the terms."""
    pairs: dict[tuple[str | None, str | None], int] = Counter(pairwise(row))
    for (left, right), times in pairs.items():
        if left is not None and right is not None:
            first, second = terms[left], terms[right]
            first.after += 1
            first.followed += times
            second.before += 1
            second.follows += times
    return pairs


def _weights(terms: dict[str, _Term], sentence_count: int) -> dict[str | None, float]:
    """S(t) of each term that is no stop word."""
    times = [term.times for term in terms.values() if not term.stop]
    if not times:
        return {}
    mean = sum(times) / len(times)
    usual = mean + sqrt(_sum([(n - mean) * (n - mean) for n in times]) / len(times))
    most = max(term.times for term in terms.values())
    return {name: _weight(term, usual, most, sentence_count) for name, term in terms.items() if not term.stop}


def _sum(values: list[float]) -> float:
    """A sum in the order in which numpy adds, eight side by side and halves of what is long, to its last digit.

    Candidates whose scores differ in the last digit alone would otherwise change places.
    """
    count = len(values)
    if count > _BLOCK:
        half = count // 2 - count // 2 % 8
        return _sum(values[:half]) + _sum(values[half:])
    if count < 8:
        return _left_to_right(values)
    even = count - count % 8
    a, b, c, d, e, f, g, h = (_left_to_right(values[lane:even:8]) for lane in range(8))
    return _left_to_right([((a + b) + (c + d)) + ((e + f) + (g + h)), *values[even:]])


def _left_to_right(values: list[float]) -> float:
    total = 0.0
    for value in values:  # sum() of Python 3.12 is more exact
        total += value
    return total


_BLOCK = 128


def _weight(term: _Term, usual: float, most: int, sentence_count: int) -> float:
    share = term.times / most
    left = term.before / term.follows if term.follows else 0.0
    right = term.after / term.followed if term.followed else 0.0
    related = (0.5 + left * share) + (0.5 + right * share)
    case = max(term.capitals, term.names) / (1.0 + log(term.times))
    position = log(log(3.0 + median(term.sentences)))
    spread = len(term.sentences) / sentence_count
    return position * related / (case + term.times / usual / related + spread / related)


def _phrases(
    row: list[str | None],
    term_of: dict[str | None, str | None],
    terms: dict[str, _Term],
    pairs: dict[tuple[str | None, str | None], int],
    weights: dict[str | None, float],
) -> Iterator[tuple[tuple[str, ...], float]]:
    """Each phrase that begins and ends with a term, in the order in which they are first said, and its score."""
    weight = {said: weights.get(term) for said, term in term_of.items()}
    for phrase, times in _counted_phrases(row, weight).items():
        first, last = cast("float", weight[phrase[0]]), cast("float", weight[phrase[-1]])
        if len(phrase) == 1:
            yield phrase, first / ((first + 1) * times)
            continue
        if len(phrase) == 2:
            yield phrase, first * last / ((first + last + 1) * times)
            continue
        middle = weight[phrase[1]]
        if middle is not None:
            product, total = first * middle * last, first + middle + last
        else:
            left, between, right = (term_of[said] for said in phrase)
            before = pairs[left, between] / terms[left].times  # type: ignore[index]
            gap = 1 - before * (pairs[between, right] / terms[right].times)  # type: ignore[index]
            product, total = first * (1 + gap) * last, first - gap + last
        yield phrase, product / ((total + 1) * times)


def _counted_phrases(row: list[str | None], weight: dict[str | None, float | None]) -> dict[tuple[str, ...], int]:
    """How often each phrase is said that begins and ends with a term, in the order in which they are first said."""
    counted: dict[tuple[Any, ...], int] = {}
    two, one = None, None  # the words before, which may be a stop word or, where a phrase ends, None
    starts_at_two = starts_at_one = False
    for said in row:
        is_term = weight[said] is not None
        if is_term:
            counted[said,] = counted.get((said,), 0) + 1
            if starts_at_one:
                counted[one, said] = counted.get((one, said), 0) + 1
            if starts_at_two and one is not None:
                counted[two, one, said] = counted.get((two, one, said), 0) + 1
        two, one, starts_at_two, starts_at_one = one, said, starts_at_one, is_term
    return counted
