"""A run over many articles on one screen: what fails it, the rules that cost most, how the scores spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from seocheck.base.plural import plural
from seocheck.formats.findings import RANK, fails
from seocheck.formats.people.for_people import short
from seocheck.formats.people.styled import Line, Style, Styled, cells, crop, safe, wrapped
from seocheck.formats.people.summary import Result
from seocheck.model.report import Report, ReportedFinding

MANY = 10
"""Articles above which a run is told of as a whole; each is shown with `-v`, or when it is checked alone."""
FAILING = 12
"""Findings that fail the run, or are new, that are shown."""
EACH = 3
"""Findings of one rule among them."""
RULES = 10
"""Rules that are shown."""
_BARS = " ▁▂▃▄▅▆▇█"


class _Met(msgspec.Struct):
    """What is known of a rule: its findings, the articles they are in, what they cost, and the costliest of them."""

    findings: int = 0
    articles: int = 0
    points: float = 0.0
    example: ReportedFinding | None = None
    path: str = ""


class Digest:
    """Takes reports, keeps little of each, and tells of all. fail_on: the severity that fails the run. baseline:
    whether findings are either known or new; then the new ones are what is shown. min_score: the score below which an
    article fails the run."""

    def __init__(self, fail_on: str, baseline: bool, min_score: float | None = None) -> None:
        self._min_score = min_score
        self._fail_on = "note" if baseline and fail_on != "never" else fail_on
        self._what = "New" if baseline else "What fails the run"
        self._rules: dict[str, _Met] = {}
        self._first: list[tuple[str, ReportedFinding]] = []
        self._failing = 0
        self._in: set[str] = set()

    def add(self, report: Report) -> None:
        """Take the next report."""
        here: set[str] = set()
        for finding in report.findings:
            if finding.known:
                continue
            met = self._rules.setdefault(finding.rule, _Met())
            met.findings += 1
            met.articles += finding.rule not in here
            here.add(finding.rule)
            met.points += finding.points
            if met.example is None or (finding.points, -RANK[finding.severity]) > (
                met.example.points, -RANK[met.example.severity],
            ):  # fmt: skip
                met.example, met.path = finding, report.path
            if fails(finding, self._fail_on):
                self._failing += 1
                self._in.add(report.path)
                self._first.append((report.path, finding))
        if len(self._first) > 4 * FAILING:
            self._first = self._foremost()

    def lines(self, results: Sequence[Result], width: int) -> Iterator[Line]:
        """All of it. results: of the articles, for their scores."""
        scores = [result.score for result in results if result.score is not None]
        if len(scores) > 1:
            yield from _spread(scores)
        if self._min_score is not None and (low := sum(score < self._min_score for score in scores)):
            said = f"{plural(low, 'article')} {'score' if low > 1 else 'scores'} below {self._min_score:g}"
            yield [Styled(f"What fails the run: {said}", "bold")]
            yield []
        yield from self._failures(width)
        yield from self._costliest(width)

    def _foremost(self) -> list[tuple[str, ReportedFinding]]:
        """Errors before warnings, then what costs most; some of each rule."""
        shown: Counter[str] = Counter()
        foremost = []
        for each in sorted(self._first, key=lambda each: (RANK[each[1].severity], -each[1].points)):
            shown[each[1].rule] += 1
            if shown[each[1].rule] <= EACH:
                foremost.append(each)
        return foremost[:FAILING]

    def _failures(self, width: int) -> Iterator[Line]:
        if not self._failing:
            return
        where = plural(len(self._in), "article")
        yield [Styled(f"{self._what}: {plural(self._failing, 'finding')} in {where}", "bold")]
        foremost = self._foremost()
        for path, finding in foremost:
            yield from _at(path, finding, width)
        if self._failing > len(foremost):
            yield [Styled(f"  and {self._failing - len(foremost):,} more", "dim")]
        yield []

    def _costliest(self, width: int) -> Iterator[Line]:
        met = sorted(self._rules.items(), key=lambda item: (-item[1].points, -item[1].findings, item[0]))
        shown = [
            (rule, each) for rule, each in met if each.example is not None and each.example.severity != "suggestion"
        ]
        if not shown:
            return
        name = max(len(rule) for rule, _ in shown[:RULES]) + 2
        head = "Rules, costliest first"
        heads = f"{'':<{max(name - len(head), 0)}}{'points':>9} {'findings':>9} {'articles':>9}"
        yield [Styled(head, "bold"), Styled(heads, "dim")]
        for rule, each in shown[:RULES]:
            numbers = f"{each.points:>9,.0f} {each.findings:>9,} {each.articles:>9,}"
            yield [Styled(f"  {rule:<{max(name, len(head)) - 2}}"), Styled(numbers)]
            if each.example is not None:
                yield from _example(each.path, each.example, width)
        if len(shown) > RULES:
            more = sum(each.findings for _, each in shown[RULES:])
            yield [Styled(f"  and {plural(more, 'finding')} of {plural(len(shown) - RULES, 'more rule')}", "dim")]
        yield []


def _at(path: str, finding: ReportedFinding, width: int) -> Iterator[Line]:
    place = _where(path, finding)
    style: Style = finding.severity
    yield [
        Styled(f"  {finding.severity:<8}", style), Styled(crop_left(place, width - 12 - len(finding.rule))),
        Styled(f"  {finding.rule}", "dim"),
    ]  # fmt: skip
    yield [Styled(f"          {crop(safe(short(finding.message)), width - 10)}")]


def _example(path: str, finding: ReportedFinding, width: int) -> Iterator[Line]:
    place = crop_left(_where(path, finding), width // 2 - 4)
    said = crop(safe(short(finding.message)), width - 8 - cells(place))
    yield [Styled(f"    {place}: {said}", "dim")]


def _where(path: str, finding: ReportedFinding) -> str:
    at = finding.place.start
    return f"{safe(path)}, {at.label}" if at.label else f"{safe(path)}:{at.line}"


def crop_left(text: str, width: int) -> str:
    """The end of a path that is too long, which tells more than its beginning."""
    return text if cells(text) <= width else "…" + text[-(max(width, 2) - 1) :]


def _spread(scores: Sequence[float]) -> Iterator[Line]:
    """How many articles there are in each ten points, as bars."""
    tens = Counter(min(int(score // 10), 9) for score in scores)
    most = max(tens.values())
    bars = "".join(_BARS[-(-tens[ten] * 8 // most)] for ten in range(10))
    low, high = min(scores), max(scores)
    yield [Styled("Scores", "bold"), Styled(f"  0 ▕{bars}▏ 100   lowest {low:.0f}, highest {high:.0f}")]
    yield []


def how_to_see_more(width: int) -> list[Line]:
    """What to run to see an article, all of them, or a page to click through."""
    said = "To see an article: seocheck check PATH. All of them: -v. A report to browse: --format html=report.html."
    return wrapped(said, width, "", "dim")
