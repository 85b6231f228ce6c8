"""Parts of a Report that are drawn from the analysis alone: keyword map and readability."""

from __future__ import annotations

from collections.abc import Callable

from seocheck.analysis import Analysis
from seocheck.analysis.keywords.support import Support
from seocheck.analysis.prose.hardest import Passage, hardest
from seocheck.base.text import Span
from seocheck.check.summary import stems_of
from seocheck.model.report import (
    Evidence,
    HardPassage,
    KeywordResult,
    Place,
    Readability,
    ReadingEaseResult,
    SchoolGradesResult,
    ZoneSupport,
)

QUOTE = 300
"""Characters of a hard passage that the report quotes."""


def keyword_result(analysis: Analysis, support: Support, place: Callable[[Span], Place]) -> KeywordResult:
    """A keyword of the keyword map."""
    found = support.evidence
    keyword = support.keyword
    return KeywordResult(
        text=keyword.text.value,
        rank=keyword.rank,
        primary=keyword.primary,
        key=keyword.key,
        place=place(keyword.text.span()),
        tier=support.tier,
        missing=support.missing,
        count=support.count,
        zones={zone: ZoneSupport(tier=tier, count=count) for zone, (tier, count) in support.zones.items()},
        evidence=None
        if found is None
        else Evidence(tier=found.tier, zone=found.zone, words=found.words, place=place(found.span)),
        stems=stems_of(analysis, keyword.text.value),
        spread=analysis.spread.of(support),
    )


NOT_READ = Readability(words=0, sentences=0, words_per_sentence=None, ease=None, school_grades=None)
"""What a Report says of a text that nobody asked about."""


def readability(analysis: Analysis, place: Callable[[Span], Place]) -> Readability:
    """The counts of the prose, reading ease, school grades and hardest passages."""
    counts = analysis.prose.counts
    ease = analysis.ease
    grades = analysis.school_grades
    return Readability(
        words=counts.words,
        characters=counts.letters,
        sentences=counts.sentences,
        words_per_sentence=round(counts.words / counts.sentences, 2)
        if counts.sentences and analysis.language.spaced
        else None,
        ease=None
        if ease is None
        else ReadingEaseResult(value=round(ease.value, 2), band=ease.band, formula=ease.formula, source=ease.source),
        school_grades=None
        if grades is None
        else SchoolGradesResult(
            grades={name: round(value, 2) for name, value in grades.grades.items()},
            consensus=round(grades.consensus, 2),
        ),
        hardest=tuple(
            _hard_passage(passage, place)
            for passage in (hardest(analysis.prose, analysis.language) if ease is not None else ())
        ),
    )


def _hard_passage(passage: Passage, place: Callable[[Span], Place]) -> HardPassage:
    words = " ".join(passage.text.split())
    return HardPassage(
        kind=passage.kind,
        place=place(passage.span),
        quote=words if len(words) <= QUOTE else words[: QUOTE - 1].rstrip() + "…",
        words=passage.words,
        gain=round(passage.gain, 2),
    )
