"""What an article dwells on: its salient phrases and its tags, counted in the prose by themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from seocheck.analysis import Analysis
from seocheck.analysis.zones import split
from seocheck.article import Block
from seocheck.suggest.own_words import is_from_text
from seocheck.text import meets

OFTEN = 3
"""How often a phrase must be said that the title, the description or a heading says too."""
OFTEN_UNNAMED = 5
"""The same for a phrase that none of these says."""
WORDS_FOR_MORE = 1_500
"""For every so many words of prose a phrase must be said once more."""
MOST = 5
"""Topics of an article: a longer list is no choice any more."""
MAX_TAGS = 100
"""Tags that are looked at."""
LABEL = 60
"""Characters of a line that ends in a colon: a label over code or a list."""


class Spot(NamedTuple):
    """One place where a phrase is said: the block and the range in its text."""

    block: Block
    start: int
    end: int


class Topic(NamedTuple):
    """A phrase that the article dwells on, how often it is said, and where."""

    text: str
    times: int
    origin: Literal["text", "tag"]
    spots: tuple[Spot, ...]


def stems(words: str, analysis: Analysis) -> list[str]:
    """The stems of the words of a text, in order."""
    return [analysis.words.stems(token.text) for token in split(words, analysis.language)]


def topics(analysis: Analysis) -> Iterator[Topic]:
    """Those of the article's `MOST` strongest topics that no keyword names, best first.

    What is declared already takes its place among them, so that who declares the suggested ones is not offered others
    in their stead. Tags count where nothing else is declared: what an editor has filed the article under, and the text
    says as often as a topic, is the safest keyword there is.
    """
    declared = [frozenset(stems(k.text.value, analysis)) for k in analysis.keywords]
    seen: list[tuple[frozenset[str], int]] = []
    for topic in _tags(analysis):
        own = frozenset(stems(topic.text, analysis))
        if len(seen) == MOST or any(own == other for other, _ in seen):
            continue
        if own in declared:
            seen.append((own, topic.times))
        elif not analysis.keywords:
            seen.append((own, topic.times))
            yield topic
    # A tag that is not worth declaring is not made better by a phrase that says the same.
    filed = [frozenset(stems(k.text.value, analysis)) for k in analysis.article.taxonomy]
    for topic in _phrases(analysis, frozenset[str]().union(*declared, *filed)):
        own = frozenset(stems(topic.text, analysis))
        if any(own == other or _same_places(own, topic.times, other, times) for other, times in seen):
            continue
        if _named(own, [other for other, _ in seen]):
            continue  # "long task" after "long tasks" says nothing new
        if len(seen) == MOST:
            return
        if _named(own, declared):
            seen.append((own, topic.times))
        elif not _named(own, filed):
            seen.append((own, topic.times))
            yield topic


def _named(own: frozenset[str], others: list[frozenset[str]]) -> bool:
    """Whether one of these says all the words of a phrase."""
    return any(own <= other for other in others if other)


def _same_places(own: frozenset[str], times: int, other: frozenset[str], other_times: int) -> bool:
    """Whether two phrases are one: "Weekly News" where the text says "openSUSE Weekly News" just as often."""
    return times == other_times and (own < other or other < own)


def _least(analysis: Analysis, *, prominent: bool) -> int:
    return (OFTEN if prominent else OFTEN_UNNAMED) + analysis.word_count // WORDS_FOR_MORE


def _prominent(analysis: Analysis) -> list[frozenset[str]]:
    """The stems of each line that names the subject: title, headings, and a description that is not the text itself."""
    article = analysis.article
    lines = [block.text.value for block in article.headings]
    description = None if is_from_text(article) else article.description
    lines.extend(field.text.value for field in (article.title, description) if field)
    return [frozenset(stems(line, analysis)) for line in lines]


def _tags(analysis: Analysis) -> Iterator[Topic]:
    prominent = _prominent(analysis)
    article = analysis.article
    heads = [frozenset(stems(b.text.value, analysis)) for b in article.headings if b.level == 1]
    heads += [frozenset(stems(article.title.text.value, analysis))] if article.title else []
    found: list[Topic] = []
    for support in analysis.taxonomy_support[:MAX_TAGS]:
        if support.tier != "exact" or support.count < OFTEN:
            continue
        # As the text writes it most often: a tag may be a slug (rye-flour), or lack its capitals.
        written = Counter(o.words for o in support.occurrences if o.tier == "exact" and o.zone != "code")
        text = " ".join(max(written, key=lambda words: (written[words], words.islower())).split()) if written else ""
        said = _said(text, analysis)
        own = frozenset(stems(text, analysis))
        names = any(own <= line for line in prominent)
        if len(own) == 1 and text.islower() and not any(own <= line for line in heads):
            continue  # "community", "project": a common word is the subject only where the title says so
        if text and said.times >= _least(analysis, prominent=names) and said.spots:
            found.append(Topic(text, said.times, "tag", said.spots))
    yield from sorted(found, key=lambda topic: -topic.times)


def _phrases(analysis: Analysis, known: frozenset[str]) -> Iterator[Topic]:
    """The salient phrases that the text dwells on; `known` are the stems of all that is declared."""
    prominent = _prominent(analysis)
    for phrase in analysis.salience[0]:
        words = stems(phrase.text, analysis)
        own = frozenset(words)
        names = any(own <= line for line in prominent)
        if len(words) == 1 and not (phrase.name and names):
            continue
        said = _said(phrase.text, analysis)
        if said.times < _least(analysis, prominent=len(words) > 1 and names):
            continue
        if said.sections < min(2, said.all_sections) or said.labels * 2 >= said.times:
            continue
        if (
            len(words) == 1
            and own.isdisjoint(known)
            and sum(analysis.words.stems(w) in known for w in said.before) * 2 >= said.times
        ):
            continue  # the second half of "Postgres Cluster", where Postgres is declared
        if said.spots:
            yield Topic(phrase.text, said.times, "text", said.spots)


class _Said(NamedTuple):
    """How the text says a phrase: how often, a heading counted with the text below it as one; in how many of all
    sections; in how many labels; the words right before it; where."""

    times: int
    sections: int
    all_sections: int
    labels: int
    before: tuple[str, ...]
    spots: tuple[Spot, ...]


def _said(phrase: str, analysis: Analysis) -> _Said:
    if not phrase:
        return _Said(0, 0, 0, 0, (), ())
    parts = r"\s+".join(re.escape(part) for part in phrase.split())
    pattern = re.compile(rf"(?<!\w){parts}(?!\w)" if analysis.language.spaced else parts, re.IGNORECASE)
    section = labels = 0
    before: list[str] = []
    spots: list[Spot] = []
    sections: list[tuple[int, bool]] = []  # (section, whether in its heading)
    for block in analysis.prose_blocks:
        value = block.text.value
        section += block.kind == "heading"
        is_label = len(value) <= LABEL and value.endswith(":")
        for match in pattern.finditer(value):
            if meets(block.code, *match.span()):
                continue
            spots.append(Spot(block, match.start(), match.end()))
            sections.append((section, block.kind == "heading"))
            labels += is_label
            before.extend(re.findall(r"(\w+)[ -]$", value[max(match.start() - 40, 0) : match.start()]))
    text = [number for number, is_heading in sections if not is_heading]
    times = len(text) + len({number for number, is_heading in sections if is_heading} - set(text))
    return _Said(times, len(set(text)), section, labels, tuple(before), tuple(spots))
