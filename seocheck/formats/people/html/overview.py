"""What the overview shows of a run: a row for each article, and totals."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence
from statistics import fmean, median

from msgspec.structs import replace

from seocheck.analysis.declared.pixel_width import width
from seocheck.check.score import PILLARS
from seocheck.formats.people.html.plots import Bars, bars, histogram
from seocheck.formats.people.html.snippet import DESCRIPTION_SIZE, TITLE_SIZE
from seocheck.model.report import DeclaredField, Report, ReportedFinding, Struct
from seocheck.model.rule import SEVERITIES

STEP = 5
"""Points of a score that share a bar."""

MOST_RULES = 20
MOST_FIRST = 5
"""Rules whose findings the overview lists under what to fix first."""
CLEAR_GAIN = 2.0
"""Points from which a gain comes before a warning that costs none."""

SCORED = tuple(PILLARS)
"""What has a bar, each at its place in every row."""


class ArticleRow(Struct, frozen=True):
    """An article in the table. groups: its bars. title, description: their widths in pixels, 0 without one. first: what
    to fix first, "" for nothing."""

    path: str
    href: str
    score: float | None
    grade: str
    groups: Bars
    errors: int
    warnings: int
    notes: int
    words: int
    title: int
    description: int
    first: str


class FirstFix(Struct, frozen=True):
    """What to fix first in an article: for each rule the finding that gains most.

    before, after: its score without and with that, None where it gives none. more: other articles in which the same
    rule comes first.
    """

    message: str
    severity: str
    path: str
    href: str
    before: float
    after: float | None
    more: int = 0

    @property
    def places(self) -> int:
        """How many decimals the scores need to differ."""
        return 1 if self.after is not None and round(self.before) == round(self.after) else 0


class RuleCost(Struct, frozen=True):
    """A rule over the run. points: the mean cost per article."""

    rule: str
    articles: int
    findings: int
    points: float
    share: float


class GroupMean(Struct, frozen=True):
    """A group of rules over the run: its mean score."""

    group: str
    score: float


class Totals:
    """Totals over the reports of a run."""

    def __init__(self) -> None:
        self.rows: list[ArticleRow] = []
        self._findings: Counter[str] = Counter()
        self._articles: Counter[str] = Counter()
        self._points: Counter[str] = Counter()
        self._groups: dict[str, list[float]] = {}
        self._known = 0
        self.articles = 0
        self._first: dict[str, FirstFix] = {}
        self.severities: Counter[str] = Counter()

    def add(self, report: Report, href: str) -> None:
        """Take the next report. href: where its page is."""
        new = [finding for finding in report.findings if not finding.known]
        self._known += len(report.findings) - len(new)
        severities = Counter(finding.severity for finding in new)
        self.severities.update(severities)
        for finding in report.findings:
            self._findings[finding.rule] += 1
            self._points[finding.rule] += finding.points  # type: ignore[assignment]
        self._articles.update({finding.rule for finding in report.findings})
        for group in report.groups:
            self._groups.setdefault(group.group, []).append(group.score)
        self.articles += report.is_article
        costly = (report.findings[fix.finding] for fix in report.fix_first)
        first = next((finding.message for finding in (*costly, *new) if not finding.known), "")
        self._note_first(report, href, new)
        self.rows.append(
            ArticleRow(
                path=report.path, href=href, score=report.score, grade=report.grade, groups=group_bars(report),
                errors=severities["error"], warnings=severities["warning"], notes=severities["note"],
                words=report.readability.words, title=_pixels(report.title, TITLE_SIZE),
                description=_pixels(report.description, DESCRIPTION_SIZE), first=first,
            )
        )  # fmt: skip

    def _note_first(self, report: Report, href: str, new: Sequence[ReportedFinding]) -> None:
        """Keep the best candidates for what to fix first, one for each article."""
        worst = min(new, key=lambda finding: SEVERITIES.index(finding.severity), default=None)
        fix = next((each for each in report.fix_first if not report.findings[each.finding].known), None)
        if worst is None or worst.severity == "suggestion":
            return
        finding = report.findings[fix.finding] if fix is not None and worst.severity != "error" else worst
        gains = fix is not None and finding is report.findings[fix.finding] and fix is report.fix_first[0]
        entry = FirstFix(
            message=finding.message, severity=finding.severity, path=report.path, href=href,
            before=report.score or 0.0, after=fix.score_after if gains and fix is not None else None,
        )  # fmt: skip
        known = self._first.get(finding.rule)
        if known is not None:
            better, more = (entry, known.more + 1) if _urgency(entry) < _urgency(known) else (known, known.more + 1)
            entry = replace(better, more=more)
        self._first[finding.rule] = entry

    def first(self) -> list[FirstFix]:
        """What to fix first in the run, a line for each rule."""
        return heapq.nsmallest(MOST_FIRST, self._first.values(), key=_urgency)

    @property
    def known(self) -> int:
        """Findings that are not new."""
        return self._known

    @property
    def scores(self) -> list[float]:
        """All scores."""
        return [row.score for row in self.rows if row.score is not None]

    @property
    def median(self) -> float | None:
        """The median score."""
        return median(self.scores) if self.scores else None

    @property
    def group_names(self) -> list[str]:
        """The pillars of the score that were assessed anywhere, in their order."""
        return [group for group in SCORED if group in self._groups]

    def sorted_rows(self) -> list[ArticleRow]:
        """The articles, the lowest score first, those without one last."""
        return sorted(self.rows, key=lambda row: (row.score is None, row.score or 0.0, row.path))

    def groups(self) -> list[GroupMean]:
        """The mean score of each group."""
        return [GroupMean(group=group, score=fmean(self._groups[group])) for group in self.group_names]

    @property
    def costs_points(self) -> bool:
        """Whether anything costs points: findings about the site don't."""
        return any(self._points.values())

    def costs(self) -> list[RuleCost]:
        """The rules that cost most points, then those with most findings. share: 1 for the first."""
        count = max(len(self.rows), 1)
        order = sorted(self._findings, key=lambda rule: (-self._points[rule], -self._findings[rule], rule))
        weighs: Counter[str] = self._points if self.costs_points else self._findings
        highest = max((weighs[rule] for rule in order), default=0) or 1
        return [
            RuleCost(
                rule=rule, articles=self._articles[rule], findings=self._findings[rule],
                points=self._points[rule] / count, share=weighs[rule] / highest,
            )
            for rule in order[:MOST_RULES]
        ]  # fmt: skip

    def distribution(self) -> Distribution:
        """The scores in steps."""
        counts = histogram(self.scores, wide=STEP)
        steps = (
            (f"{low} to {low + STEP - (low + STEP < 100)}", n)
            for low, n in zip(range(0, 100, STEP), counts, strict=True)
        )
        label = "Articles by score: " + "; ".join(f"{step}: {n}" for step, n in steps if n)
        drawn = bars(counts, most=max(counts, default=1), step=30, gap=3, height=120, label=label, least=2)
        return Distribution(counts=counts, bars=drawn)


def _pixels(field: DeclaredField | None, size: float) -> int:
    return round(width(" ".join(field.text.split()), size)) if field is not None else 0


class Distribution(Struct, frozen=True):
    """How many articles have which score."""

    counts: Sequence[int]
    bars: Bars


def _urgency(fix: FirstFix) -> tuple[int, float, int]:
    """Errors first, then what gains points, then warnings that cost none (those of a site), then the rest."""
    gain = fix.after - fix.before if fix.after is not None else 0.0
    if fix.severity == "error":
        rank = 0
    elif gain >= CLEAR_GAIN:
        rank = 1
    else:
        rank = 2 if fix.severity == "warning" else 3
    return (rank, -gain, SEVERITIES.index(fix.severity))


def group_bars(report: Report) -> Bars:
    """A small bar for each group of an article."""
    label = ", ".join(f"{group.group} {group.score:.0f}" for group in report.groups)
    scores = {group.group: group.score for group in report.groups}
    return bars([scores.get(group, 0.0) for group in SCORED], most=100, step=7, gap=2, height=18, label=label, least=1)
