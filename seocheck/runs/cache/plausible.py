"""Whether a report that comes from a cache can be the one of an article, so that every format can show it.

A cache may be damaged, or a stranger may have filled it. Types are checked when a report is decoded; here it is what
types do not say: scores within 0 to 100, places inside the file, numbers that lead somewhere. That a report is true
cannot be told without checking the article again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from math import isfinite

from seocheck._version import __version__
from seocheck.base.positions import Position
from seocheck.model.report import SCHEMA_VERSION, KeywordResult, Place, Report, ReportedFinding, SourceLine, Summary
from seocheck.model.result import PassedOver, Result

TIERS = frozenset(["exact", "inflected", "variant", "reordered", "apart", "partial", "related", "absent"])
"""Those of `seocheck.analysis.keywords.support`, which takes long to import."""

MOST_GROUPS = 100
FIXES = 3


def plausible(result: Result, path: str, *, named: bool, size: int) -> bool:
    """Whether a result can be that of a file.

    path: as the run has it. named: whether it was given by hand. size: of the file, in bytes.
    """
    if isinstance(result, PassedOver):
        return not named and result.path == path
    path = path.replace(os.sep, "/")
    if not isinstance(result, Report):
        return False  # failures are not kept
    return (
        (result.path, result.summary.path) == (path, path)
        and (result.schema_version, result.seocheck_version) == (SCHEMA_VERSION, __version__)
        and not result.failures
        and _scores_fit(result)
        and _numbers_fit(result)
        and all(_fits(place, size) for place in _places(result))
        and all(line.number > 0 and 0 < line.first_column <= size + 1 for line in _lines(result))
    )


def _scores_fit(report: Report) -> bool:
    shares: list[float] = []
    points: list[float | None] = [report.score, report.score_unsuppressed]
    points += [fix.score_after for fix in report.fix_first]
    for group in report.groups:
        points.append(group.score)
        shares.append(group.share)
    for finding in _findings(report):
        points += (finding.points, finding.gain)
        shares.append(finding.loss)
    return all(value is None or -0.001 <= value <= 100.001 for value in points) and all(
        -0.001 <= value <= 1.001 for value in shares
    )


def _numbers_fit(report: Report) -> bool:
    read = report.readability
    floats = [read.words_per_sentence or 0.0, *(passage.gain for passage in read.hardest)]
    if read.ease is not None:
        floats.append(read.ease.value)
    if read.school_grades is not None:
        floats += (read.school_grades.consensus, *read.school_grades.grades.values())
    return (
        len(report.groups) <= MOST_GROUPS
        and len(report.fix_first) <= FIXES
        and all(0 <= fix.finding < len(report.findings) for fix in report.fix_first)
        and min(read.words, read.sentences, read.characters) >= 0
        and all(map(isfinite, floats))
        and all(_keyword_fits(keyword) for keyword in (*report.keywords, *report.taxonomy))
        and all(keyword.tier in TIERS for keyword in report.summary.keywords)
    )


def _keyword_fits(keyword: KeywordResult) -> bool:
    if keyword.tier not in TIERS or keyword.count < 0:
        return False
    if keyword.evidence is not None and keyword.evidence.tier not in TIERS:
        return False
    return all(zone.tier in TIERS and zone.count >= 0 for zone in keyword.zones.values())


def _fits(place: Place, size: int) -> bool:
    start, end = place.start, place.end
    return (
        _inside(start, size)
        and _inside(end, size)
        and start.offset <= end.offset
        and (start.line, start.column) <= (end.line, end.column)
    )


def _inside(at: Position, size: int) -> bool:
    """A file has no more code points than bytes; each has four bytes of UTF-8 at most, and two units of UTF-16."""
    most = size + 1
    return (
        0 <= at.offset <= size
        and 0 < at.line <= most
        and 0 < at.column <= most
        and 0 < at.column_utf8 <= 4 * most
        and 0 < at.column_utf16 <= 2 * most
    )


def _findings(report: Report) -> Iterator[ReportedFinding]:
    yield from report.findings
    for suppressed in report.suppressed:
        yield suppressed.finding


def _lines(report: Report) -> Iterator[SourceLine]:
    return (finding.line for finding in _findings(report) if finding.line is not None)


def _places(report: Report) -> Iterator[Place]:
    for finding in _findings(report):
        yield finding.place
        yield from finding.related
    for keyword in (*report.keywords, *report.taxonomy):
        yield keyword.place
        if keyword.evidence is not None:
            yield keyword.evidence.place
    yield from (part.place for part in report.ignored)
    yield from (passage.place for passage in report.readability.hardest)
    declared = (report.title, report.description)
    yield from (field.place for field in declared if field is not None)
    yield from _given(suppressed.place for suppressed in report.suppressed)
    yield from _given((report.metadata,))
    yield from _of_summary(report.summary)


def _of_summary(summary: Summary) -> Iterator[Place]:
    yield from (keyword.place for keyword in summary.keywords)
    yield from (link.place for link in summary.links)
    yield from _given((summary.title_place, summary.description_place))


def _given(places: Iterable[Place | None]) -> Iterator[Place]:
    return (place for place in places if place is not None)
