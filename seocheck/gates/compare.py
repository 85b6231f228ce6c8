"""Each changed article's score before and after: what got worse, what got better.

Both sides are judged by the same rules and by today's settings. Where those differ for the two sides, because the
article was moved to where another profile holds or the other side is a saved report, the scores are not compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from seocheck._version import __version__
from seocheck.model.report import SCHEMA_VERSION, Report, ReportedFinding, Struct

Status = Literal["added", "modified", "renamed", "deleted"]


class Side(Struct, frozen=True, kw_only=True):
    """An article as it was or as it is: the little of its report that is compared."""

    score: float | None
    grade: str
    errors: int
    warnings: int
    notes: int


class ArticleComparison(Struct, frozen=True, kw_only=True):
    """One article. before: None where it was not there; after: None where it is gone.

    change: points of the score, above 0 where it rose; None where nothing can be compared, and then `refused` says
    why, unless one side is not there. worse: findings that are new; better: those that are gone, with their old places.
    """

    path: str
    old_path: str
    status: Status
    before: Side | None
    after: Side | None
    change: float | None = None
    refused: str = ""
    worse: tuple[ReportedFinding, ...] = ()
    better: tuple[ReportedFinding, ...] = ()


class Comparison(Struct, frozen=True, kw_only=True):
    """All changed articles against one base: a commit, or a saved report. What `compare --format json` writes."""

    schema_version: int = SCHEMA_VERSION
    seocheck_version: str = __version__
    base: str
    articles: tuple[ArticleComparison, ...]

    @property
    def fallen(self) -> tuple[ArticleComparison, ...]:
        """The articles whose score fell, the deepest fall first."""
        return tuple(sorted((a for a in self.articles if (a.change or 0) < 0), key=lambda a: (a.change or 0, a.path)))

    @property
    def risen(self) -> tuple[ArticleComparison, ...]:
        """The articles whose score rose, the highest rise first."""
        up = (a for a in self.articles if (a.change or 0) > 0)
        return tuple(sorted(up, key=lambda a: (-(a.change or 0), a.path)))


def compare(before: Report | None, after: Report | None, status: Status) -> ArticleComparison:
    """Compare two reports of one article. One of them may be None, not both."""
    known = after or before
    if known is None:
        raise ValueError("nothing to compare")
    refused = _refused(before, after) if before is not None and after is not None else ""
    change = None
    if before is not None and after is not None and not refused and None not in (before.score, after.score):
        change = round((after.score or 0.0) - (before.score or 0.0), 4)
    both = before is not None and after is not None and not refused
    return ArticleComparison(
        path=known.path,
        old_path=before.path if before is not None else "",
        status=status,
        before=_side(before),
        after=_side(after),
        change=change,
        refused=refused,
        worse=tuple(_beyond(after, before)) if both or before is None else (),
        better=tuple(_beyond(before, after)) if both else (),
    )


def match(before: Mapping[str, Report], after: Iterable[Report]) -> Iterator[ArticleComparison]:
    """Compare reports with saved ones by path; those that are only on one side are added or deleted."""
    left = dict(before)
    for report in after:
        old = left.pop(report.path, None)
        found = compare(old, report, "modified" if old is not None else "added")
        if old is None or found.change or found.worse or found.better or found.refused:
            yield found
    for report in left.values():
        yield compare(report, None, "deleted")


def _refused(before: Report, after: Report) -> str:
    """Why two scores are not comparable, "" when they are."""
    if before.scale != after.scale:
        return f"the scale of scores changed: {before.scale}, now {after.scale}"
    if before.profile != after.profile:
        return f"another profile applies: {before.profile}, now {after.profile}"
    if before.weights != after.weights:
        return "other rules are on, or their weights differ"
    if before.partial or after.partial:
        return "rules were left out on the command line"
    return ""


def _side(report: Report | None) -> Side | None:
    if report is None:
        return None
    return Side(
        score=report.score,
        grade=report.grade,
        errors=report.count("error"),
        warnings=report.count("warning"),
        notes=report.count("note"),
    )


def _beyond(one: Report | None, other: Report | None) -> Iterator[ReportedFinding]:
    """The findings that one report has and the other lacks; suggestions aren't faults and are left out.

    Findings are the same by rule and subject, whatever their lines; of several with one subject those are named whose
    words the other does not have.
    """
    if one is None:
        return
    there = other.findings if other is not None else ()
    counts = Counter((f.rule, f.subject) for f in there)
    quoted = Counter((f.rule, f.subject, f.quote) for f in there)
    more = Counter((f.rule, f.subject) for f in one.findings)
    extra = {key: more[key] - counts[key] for key in more if more[key] > counts[key]}
    unquoted: list[ReportedFinding] = []
    chosen: list[ReportedFinding] = []
    for finding in one.findings:
        key = (finding.rule, finding.subject)
        if finding.severity == "suggestion" or not extra.get(key):
            continue
        if quoted[*key, finding.quote] > 0:
            quoted[*key, finding.quote] -= 1
            unquoted.append(finding)
        else:
            extra[key] -= 1
            chosen.append(finding)
    for finding in unquoted:
        key = (finding.rule, finding.subject)
        if extra[key]:
            extra[key] -= 1
            chosen.append(finding)
    yield from sorted(chosen, key=lambda f: (-f.points, f.place.start.offset, f.rule))
