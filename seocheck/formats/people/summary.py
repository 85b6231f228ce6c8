"""The last lines of a run: how many articles, the worst first, what was skipped, what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from seocheck.base.plural import plural
from seocheck.formats.people.styled import Line, Style, Styled, cells, safe, wrapped
from seocheck.model.report import Report, ReportedFinding, Struct
from seocheck.model.rule import SEVERITIES

WORST = 10


class Result(Struct, frozen=True, kw_only=True):
    """The part of a report that the summary needs, so that reports need not be kept. is_article: not a sitemap's."""

    path: str
    score: float | None
    grade: str
    errors: int
    warnings: int
    notes: int
    suppressed: int = 0
    known: int = 0
    costliest: tuple[tuple[str, float], ...] = ()
    is_article: bool = True

    @classmethod
    def of(cls, report: Report) -> Result:
        """The summary of one report. Findings that are in a baseline are counted separately, not by severity."""
        points: Counter[str] = Counter()
        for finding in report.findings:
            points[finding.rule] += finding.points  # type: ignore[assignment]
        severities = Counter(finding.severity for finding in report.findings if not finding.known)
        return cls(
            path=report.path,
            score=report.score,
            grade=report.grade,
            errors=severities["error"],
            warnings=severities["warning"],
            notes=severities["note"],
            suppressed=len(report.suppressed),
            known=sum(finding.known for finding in report.findings),
            costliest=tuple(points.most_common(8)),
            is_article=report.is_article,
        )


def summary_lines(
    results: Sequence[Result],
    passed_over: Sequence[str],
    failures: int,
    *,
    checked: int = 0,
    width: int,
    quiet: bool = False,
    costs: bool = True,
) -> list[Line]:
    """The summary of a run over any number of articles. checked: as in `in_numbers`. costs: what rules cost."""
    lines: list[Line] = []
    if len(results) > 1 and not quiet:
        lines += _worst(results, width, costs)
    serious = failures or any(result.errors for result in results)
    style: Style = "error" if serious else "warning" if any(result.warnings for result in results) else "good"
    line: Line = [Styled(in_numbers(results, checked=checked), style)]
    if failures:
        line.append(Styled(f"; {plural(failures, 'file')} could not be read", "error"))
    lines.append(line)
    if passed_over:
        reasons = Counter(passed_over)
        listed = ", ".join(f"{number} {reason}" for reason, number in reasons.most_common())
        lines.append([Styled(f"Skipped: {listed}.", "dim")])
    return lines


def in_numbers(results: Sequence[Result], failures: int = 0, *, checked: int = 0) -> str:
    """A run in a line: articles, findings by severity, median score, what is not shown, what could not be read.

    checked: how many articles were checked, if only those with findings have a result.
    """
    count = sum(result.is_article for result in results)
    errors, warnings, notes, suppressed, known = (
        sum(getattr(r, name) for r in results) for name in ("errors", "warnings", "notes", "suppressed", "known")
    )
    if checked:
        said = f"{count} of {plural(checked, 'article')}: " if count else f"{plural(checked, 'article')}: "
    else:
        said = f"{plural(count, 'article')}: " if count != 1 else ""
    said += ", ".join(plural(n, word) for n, word in ((errors, "error"), (warnings, "warning"), (notes, "note")))
    scores = sorted(r.score for r in results if r.score is not None)
    if len(scores) > 1:
        middle = len(scores) // 2
        median = scores[middle] if len(scores) % 2 else (scores[middle - 1] + scores[middle]) / 2
        said += f"; median score {median:.0f}"
    if suppressed:
        said += f"; {suppressed} suppressed"
    if known:
        said += f"; {known} not new"
    return f"{said}; {plural(failures, 'file')} could not be read" if failures else said


def counted(findings: Sequence[ReportedFinding]) -> list[str]:
    """How many findings of each severity, the most severe first: "2 errors", "1 note"."""
    numbers = Counter(finding.severity for finding in findings)
    return [plural(numbers[severity], severity) for severity in SEVERITIES if numbers[severity]]


def _worst(results: Sequence[Result], width: int, with_costs: bool) -> list[Line]:
    scored = sorted((r for r in results if r.score is not None), key=lambda r: (r.score, r.path))
    if not scored:
        return []
    lines: list[Line] = [[Styled("Lowest scores" if len(scored) > WORST else "Scores, lowest first", "bold")]]
    for result in scored[:WORST]:
        path = safe(result.path)
        tail = f"  {result.errors}E {result.warnings}W {result.notes}N"
        room = width - 12 - len(tail)
        path = path if cells(path) <= room else "…" + path[-(room - 1) :]
        score = result.score or 0.0
        style: Style = "good" if score >= 80 else "fair" if score >= 60 else "poor"
        gap = " " * max(room - cells(path), 0)
        lines.append(
            [Styled(f"  {score:>4.0f} {result.grade}  ", style), Styled(path), Styled(gap), Styled(tail, "dim")]
        )
    costs: Counter[str] = Counter()
    for result in results if with_costs else ():
        for rule, points in result.costliest:
            costs[rule] += points  # type: ignore[assignment]
    total = len(results)
    if costs:
        top = ", ".join(f"{rule} {cost / total:.1f}" for rule, cost in costs.most_common(4) if cost / total >= 0.05)
        if top:
            lines += wrapped(f"Most points lost per article: {top}", width, "  ")
    return [*lines, []]
