"""What an article dwells on: its salient phrases and its tags, counted in the prose by themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from seocheck.analysis import Analysis
from seocheck.analysis.declared.own_names import (
    behind_the_bar,
    letters_of,
    linked_labels,
    own_labels,
)
from seocheck.analysis.frequency.dwelling import (
    OFTEN,
    Spot,
    is_declared,
    least_times,
    said,
    stems_of,
)
from seocheck.analysis.frequency.subjects import Prominence, is_a_part, subjects
from seocheck.analysis.topics.word_class import is_infinitive
from seocheck.base.late_pattern import late_pattern
from seocheck.languages.common_words import common_words

MOST = 3
"""Topics of an article: more than two that nobody declared are rare, and a longer list wouldn't be a choice."""
_ENDING = late_pattern(r"\.?(?<=[\w.])js$|\.(?:io|jl|net|py|rs|org|com)$", re.IGNORECASE)
"""An ending that a name may have or not: React.js."""
_WORD_IN_LONGER, _NAME_IN_LONGER = 0.5, 0.75
"""The part of its times that a word, or a name, must be said in a longer phrase for that to be what is meant."""
MAX_TAGS = 100
"""Tags that are looked at."""


class Topic(NamedTuple):
    """A phrase that the article dwells on, how often it is said, and where."""

    text: str
    times: int
    origin: Literal["text", "tag"]
    spots: tuple[Spot, ...]


def topics(analysis: Analysis) -> Iterator[Topic]:
    """Those of the article's `MOST` strongest topics that no keyword names, best first.

    What is declared already takes its place among them, so that who declares the suggested ones is not offered others
    in their stead. Tags count where nothing else is declared: what an editor has filed the article under, and the text
    says as often as a topic, is the safest keyword there is.
    """
    declared = [frozenset(stems_of(k.text.value, analysis)) for k in analysis.keywords]
    # A tag that is not worth declaring is not made better by a phrase that says the same.
    filed = [frozenset(stems_of(k.text.value, analysis)) for k in analysis.article.taxonomy]
    known = frozenset[str]().union(*declared)
    phrases = list(islice(_phrases(analysis, known.union(*filed)), 2 * MOST))
    seen: list[tuple[frozenset[str], Topic]] = []
    for topic in _telling([*_tags(analysis)], phrases, analysis):
        own = frozenset(stems_of(topic.text, analysis))
        if len(seen) == MOST or any(own == other or _is_one(topic, before) for other, before in seen):
            continue
        if own in declared:
            seen.append((own, topic))
        elif not analysis.keywords:
            seen.append((own, topic))
            yield topic
    for topic in phrases:
        own = frozenset(stems_of(topic.text, analysis))
        if any(
            own == other or _is_one(topic, before) or _same_places(own, topic.times, other, before.times)
            for other, before in seen
        ):
            continue
        if _named(own, [other for other, _ in seen]):
            continue  # "long task" after "long tasks" says nothing new
        if len(seen) == MOST:
            return
        made_up = bool(known) and frozenset(analysis.content_stems(topic.text)) <= known
        if made_up or _named(own, declared) or is_declared(topic.text, topic.spots, analysis.support):
            seen.append((own, topic))
        elif not _named(own, filed):
            seen.append((own, topic))
            yield topic


def _telling(tags: list[Topic], phrases: list[Topic], analysis: Analysis) -> Iterator[Topic]:
    """The tags without common words that say less than another: "starter" beside "rye starter", "project" beside the
    name of what it is done with."""
    common = common_words(analysis.language.code)
    stems = {topic.text: frozenset(stems_of(topic.text, analysis)) for topic in (*tags, *phrases)}
    telling = [topic for topic in (*tags, *phrases) if not topic.text.islower() or topic.text not in common]
    for tag in tags:
        own = stems[tag.text]
        if len(own) == 1:
            part = (_WORD_IN_LONGER if tag.text.islower() else _NAME_IN_LONGER) * tag.times
            longer = any(own < stems[other.text] and other.times >= part for other in (*tags, *phrases))
            if longer or (telling and tag not in telling):
                continue
        yield tag


def _is_one(topic: Topic, other: Topic) -> bool:
    """Whether two are one name, with its ending and without: Mill.js and Mill."""
    mine, theirs = (_ENDING.sub("", text).casefold() for text in (topic.text, other.text))
    return mine == theirs


def _named(own: frozenset[str], others: list[frozenset[str]]) -> bool:
    """Whether one of these says all the words of a phrase."""
    return any(own <= other for other in others if other)


def _same_places(own: frozenset[str], times: int, other: frozenset[str], other_times: int) -> bool:
    """Whether two phrases are one: "Weekly News" where the text says "openSUSE Weekly News" just as often."""
    return times == other_times and (own < other or other < own)


def _tags(analysis: Analysis) -> Iterator[Topic]:
    prominence = Prominence.of(analysis)
    article = analysis.article
    labels = own_labels(article) | (behind_the_bar(article.title.text.value) if article.title else frozenset())
    linked = linked_labels(article)
    found: list[Topic] = []
    for support in analysis.taxonomy_support[:MAX_TAGS]:
        if support.tier != "exact" or support.count < OFTEN:
            continue
        # As the text writes it most often: a tag may be a slug (rye-flour), or lack its capitals.
        written = Counter(o.words for o in support.occurrences if o.tier == "exact" and o.zone != "code")
        text = " ".join(max(written, key=lambda words: (written[words], words.islower())).split()) if written else ""
        found_in_text = said(text, analysis)
        own = frozenset(stems_of(text, analysis))
        if len(own) == 1 and text.islower() and not prominence.in_title(own):
            continue  # "community", "project": a common word is the subject only where the title says so
        letters = letters_of(text)
        if letters in labels or (letters in linked and not prominence.in_title(own)):
            continue  # the site's own name
        if len(own) == 1 and text.islower() and is_infinitive(text, analysis.language.code):
            continue  # what somebody does is no subject
        if len(own) == 1 and text.islower() and is_a_part(found_in_text.spots, analysis):
            continue  # "modal" where the text says nothing but "bottom sheet modal"
        least = least_times(analysis, prominent=prominence.anywhere(own))
        if found_in_text.times >= least and found_in_text.spots:
            found.append(Topic(text, found_in_text.times, "tag", found_in_text.spots))
    yield from sorted(found, key=lambda topic: -topic.times)


def _phrases(analysis: Analysis, known: frozenset[str]) -> Iterator[Topic]:
    """What the article is about besides; `known` are the stems of all that is declared."""
    for subject in subjects(analysis, known):
        yield Topic(subject.text, subject.how.times, "text", subject.how.spots)
