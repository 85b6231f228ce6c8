"""Keywords worth declaring, each with its sentence, and declared ones worth dropping."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from seocheck.analysis import Analysis
from seocheck.analysis.elsewhere.otherwise import may_be_said
from seocheck.analysis.frequency.dwelling import Spot
from seocheck.analysis.keywords.declared_alike import are_one, is_author
from seocheck.analysis.prose.reading_ease import Sentence
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.tokens import Token
from seocheck.analysis.words.zones import split
from seocheck.base.text import Span
from seocheck.model.report import Place
from seocheck.suggest.suggestions import DroppableKeyword, ShorterKeyword, SuggestedKeyword
from seocheck.suggest.topics import Topic, topics

MAX_KEYWORDS = 200
"""Declared keywords that are compared with each other."""
ENOUGH = 50
"""Words of prose below which nothing is said to be absent."""

Placed = Callable[[Span], Place]


def worth_declaring(analysis: Analysis, place: Placed) -> Iterator[SuggestedKeyword]:
    """The phrases that the text dwells on and no keyword names, each with the first sentence that says it."""
    by_block: dict[int, list[Sentence]] = {}
    for sentence in analysis.prose.sentences:
        by_block.setdefault(id(sentence.block), []).append(sentence)
    for topic in topics(analysis):
        found = _first_sentence(topic, by_block)
        if found is None:
            continue  # only headings and fragments say it: nothing supports it
        sentence, spot = found
        yield SuggestedKeyword(
            text=topic.text,
            count=topic.times,
            origin=topic.origin,
            sentence=" ".join(sentence.block.text.value[sentence.start : sentence.end].split()),
            place=place(spot.block.text.span(spot.start, spot.end)),
        )


def _first_sentence(topic: Topic, by_block: dict[int, list[Sentence]]) -> tuple[Sentence, Spot] | None:
    for spot in topic.spots:
        sentences = by_block.get(id(spot.block), [])
        at = bisect_right(sentences, spot.start, key=lambda s: s.start) - 1
        if at >= 0 and sentences[at].end >= spot.end:
            return sentences[at], spot
    return None


def worth_dropping(analysis: Analysis, place: Placed) -> Iterator[DroppableKeyword]:
    """Declared keywords that the article never says, and those that repeat an earlier one.

    A focus keyword stays: it is what the article was meant to be about, and its absence is the text's fault.
    """
    repeated = dict(_repeated(analysis))
    judged = analysis.article.blocks and analysis.word_count >= ENOUGH
    for index, support in enumerate(analysis.support):
        keyword = support.keyword
        if keyword.focus or keyword.text.origin.kind != "source":
            continue
        same_as = repeated.get(index, "")
        absent = judged and support.tier == "absent" and not is_author(analysis, keyword)
        if not same_as and (not absent or may_be_said(support, analysis)):
            continue
        yield DroppableKeyword(
            text=keyword.text.value,
            key=keyword.key,
            reason="duplicate" if same_as else "absent",
            same_as=same_as,
            place=place(keyword.text.span()),
        )


def worth_shortening(analysis: Analysis, place: Placed) -> Iterator[ShorterKeyword]:
    """Declared keywords of which the article says several words and never the rest, unless these are declared too."""
    declared = {fold(keyword.text.value) for keyword in analysis.keywords}
    for support in analysis.support:
        keyword = support.keyword
        if not support.missing or keyword.text.origin.kind != "source" or is_author(analysis, keyword):
            continue
        instead = max(support.said, key=lambda words: len(words.split()))
        if " " in instead and fold(instead) not in declared and not may_be_said(support, analysis):
            yield ShorterKeyword(
                text=keyword.text.value, key=keyword.key, instead=instead, missing=support.missing,
                place=place(keyword.text.span()),
            )  # fmt: skip


def _repeated(analysis: Analysis) -> Iterator[tuple[int, str]]:
    """(index of a keyword, the earlier one that says the same)."""
    by_stems: dict[tuple[str, ...], list[tuple[str, Sequence[Token]]]] = {}
    by_letters: dict[str, str] = {}
    for index, keyword in enumerate(analysis.keywords[:MAX_KEYWORDS]):
        value = keyword.text.value
        words = split(value, analysis.language)
        if not words:
            continue
        letters = "".join(fold(word.text) for word in words)
        alike = by_stems.setdefault(tuple(analysis.words.stems(word.text) for word in words), [])
        earlier = by_letters.get(letters) or next(
            (other for other, theirs in alike if are_one(words, theirs, analysis)), None
        )
        if earlier is not None:
            yield index, earlier
        by_letters.setdefault(letters, value)
        alike.append((value, words))
