"""What an article dwells on: its salient phrases and its tags, counted in the prose by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from seocheck.analysis import Analysis
from seocheck.analysis.keywords.dwelling import OFTEN, Spot, is_declared, is_dwelt_on, least_times, said, stems_of
from seocheck.analysis.words.folding import fold
from seocheck.suggest.base_forms import in_base_form
from seocheck.suggest.own_words import is_from_text

MOST = 5
"""Topics of an article: a longer list wouldn't be a choice."""
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
    seen: list[tuple[frozenset[str], int]] = []
    for topic in _tags(analysis):
        own = frozenset(stems_of(topic.text, analysis))
        if len(seen) == MOST or any(own == other for other, _ in seen):
            continue
        if own in declared:
            seen.append((own, topic.times))
        elif not analysis.keywords:
            seen.append((own, topic.times))
            yield topic
    # A tag that is not worth declaring is not made better by a phrase that says the same.
    filed = [frozenset(stems_of(k.text.value, analysis)) for k in analysis.article.taxonomy]
    for topic in _phrases(analysis, frozenset[str]().union(*declared, *filed)):
        own = frozenset(stems_of(topic.text, analysis))
        if any(own == other or _same_places(own, topic.times, other, times) for other, times in seen):
            continue
        if _named(own, [other for other, _ in seen]):
            continue  # "long task" after "long tasks" says nothing new
        if len(seen) == MOST:
            return
        if _named(own, declared) or is_declared(topic.text, topic.spots, analysis.support):
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


def _prominent(analysis: Analysis) -> list[frozenset[str]]:
    """The stems of each line that names the subject: title, headings, and a description that is not the text itself."""
    article = analysis.article
    lines = [block.text.value for block in article.headings]
    description = None if is_from_text(article) else article.description
    lines.extend(field.text.value for field in (article.title, description) if field)
    return [frozenset(stems_of(line, analysis)) for line in lines]


def _tags(analysis: Analysis) -> Iterator[Topic]:
    prominent = _prominent(analysis)
    article = analysis.article
    heads = [frozenset(stems_of(b.text.value, analysis)) for b in article.headings if b.level == 1]
    heads += [frozenset(stems_of(article.title.text.value, analysis))] if article.title else []
    found: list[Topic] = []
    for support in analysis.taxonomy_support[:MAX_TAGS]:
        if support.tier != "exact" or support.count < OFTEN:
            continue
        # As the text writes it most often: a tag may be a slug (rye-flour), or lack its capitals.
        written = Counter(o.words for o in support.occurrences if o.tier == "exact" and o.zone != "code")
        text = " ".join(max(written, key=lambda words: (written[words], words.islower())).split()) if written else ""
        found_in_text = said(text, analysis)
        own = frozenset(stems_of(text, analysis))
        names = any(own <= line for line in prominent)
        if len(own) == 1 and text.islower() and not any(own <= line for line in heads):
            continue  # "community", "project": a common word is the subject only where the title says so
        if found_in_text.times >= least_times(analysis, prominent=names) and found_in_text.spots:
            found.append(Topic(text, found_in_text.times, "tag", found_in_text.spots))
    yield from sorted(found, key=lambda topic: -topic.times)


def _phrases(analysis: Analysis, known: frozenset[str]) -> Iterator[Topic]:
    """The salient phrases that the text dwells on; `known` are the stems of all that is declared."""
    prominent = _prominent(analysis)
    for phrase in analysis.salience[0]:
        words = stems_of(phrase.text, analysis)
        own = frozenset(words)
        names = any(own <= line for line in prominent)
        if (len(words) == 1 and not (phrase.name and names)) or _is_the_sites(phrase.text, analysis):
            continue
        if len(words) == 1 and _is_common_word(phrase.text, analysis):
            continue
        how = said(phrase.text, analysis)
        if is_dwelt_on(how, words, known, analysis, named=names):
            text = in_base_form(phrase.text, analysis)
            yield Topic(text, how.times, "text", how.spots if text == phrase.text else said(text, analysis).spots)


def _is_the_sites(phrase: str, analysis: Analysis) -> bool:
    """Whether a phrase is the site's name, or a single word of it."""
    plain = phrase.casefold()
    return plain in analysis.site_names or any(plain in name.split() for name in analysis.site_names)


def _is_common_word(word: str, analysis: Analysis) -> bool:
    """Whether a word that has a capital in headings is no name: the text writes it in small letters, too."""
    words = analysis.words
    places = words.positions.get(fold(word), ())
    return not word.isupper() and any(
        words.words[place].text.islower() and words.realms[place] == "article" for place in places
    )
