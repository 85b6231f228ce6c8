"""A comment for a pull request, or a summary of a build: a table of articles, the worst first, and their findings.

GitHub allows 65,536 characters in a comment: what doesn't fit is left out, and the comment says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TextIO

from seocheck.base.plural import plural
from seocheck.formats.findings import LEGEND, rule_failures, to_fix, unreadable
from seocheck.formats.people.for_people import for_people
from seocheck.formats.people.markdown_escape import MARK, html, markdown
from seocheck.formats.people.styled import crop
from seocheck.formats.people.summary import counted, in_numbers
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report, ReportedFinding
from seocheck.rulekit.registry import LoadedRule

MOST_CHARACTERS = 65_000
TABLE = MOST_CHARACTERS // 3
"""Characters available for the table."""
FOOT = 2_000
"""Characters kept for what comes below the details."""
MOST_ARTICLES = 300
EACH = 30
"""Findings of one article that are listed."""
MOST_TROUBLES = 20
LONGEST = 300
"""Columns of a message or a hint; of the table's, a third."""

Weight = tuple[int, float, int]


class _Article(NamedTuple):
    """An article as shown. weight: smallest for the one that needs work most."""

    weight: Weight
    row: str
    details: str


class MarkdownWriter:
    """Keeps the articles that need work most, already as Markdown, and writes them when all are known."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start
        self._articles: list[_Article] = []
        self._met = 0
        self._points = False
        self._troubles: list[str] = []

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Take one article."""
        report = for_people(report)
        self._met += 1
        self._points = self._points or any(finding.points >= 0.05 for finding in report.findings)
        self._troubles += [_trouble(self._start.paths.from_root(t.path), t.message) for t in rule_failures(report)]
        found = to_fix(report)
        errors = sum(finding.severity == "error" for finding in found)
        weight = (-errors, 101.0 if report.score is None else report.score, self._met)
        if len(self._articles) >= 2 * MOST_ARTICLES:
            self._articles = sorted(self._articles)[:MOST_ARTICLES]
        path = self._start.paths.from_root(report.path)
        order = {id(finding): number for number, finding in enumerate(report.findings)}
        # As everywhere: what fails the run, then what costs most.
        found.sort(key=lambda finding: (finding.severity != "error", order[id(finding)]))
        self._articles.append(_Article(weight, _row(path, report, found), _details(path, report, found)))

    def close(self, end: RunEnd) -> None:
        """Write the comment."""
        self._troubles += [
            _trouble(self._start.paths.from_root(f.subject), unreadable(f).message) for f in end.failures
        ]
        articles = sorted(self._articles)[:MOST_ARTICLES]
        parts = [MARK, "### seocheck", "", _first_line(end), ""]
        rows = 0
        if articles:
            parts += ["| article | score | errors | warnings | fix first |", "|:--|--:|--:|--:|:--|"]
            rows = _fill(parts, (article.row for article in articles), TABLE)
            parts += ["", f"<sub>{LEGEND}</sub>", ""] if self._points else [""]
        if self._troubles:
            parts += ["**The check is incomplete:**", "", *self._troubles[:MOST_TROUBLES]]
            if len(self._troubles) > MOST_TROUBLES:
                parts.append(f"- and {len(self._troubles) - MOST_TROUBLES} more")
            parts.append("")
        details = [article.details for article in articles if article.details]
        shown = _fill(parts, details, MOST_CHARACTERS - FOOT)
        parts += list(_foot(self._met - rows, len(details) - shown, self._met > MOST_ARTICLES, end))
        self._out.write("\n".join(parts).rstrip() + "\n")


def _first_line(end: RunEnd) -> str:
    if not end.results and not end.failures and not end.checked:
        return "No article was checked."
    nothing = not end.failures and not any(r.errors or r.warnings or r.notes for r in end.results)
    return f"{in_numbers(end.results, len(end.failures), checked=end.checked)}.{' Nothing to fix.' if nothing else ''}"


def _fill(parts: list[str], more: Sequence[str] | Iterator[str], most: int) -> int:
    """Add parts while there is room; returns how many were added."""
    size = sum(len(part) + 1 for part in parts)
    taken = 0
    for part in more:
        size += len(part) + 1
        if size > most:
            break
        parts.append(part)
        taken += 1
    return taken


def _row(path: str, report: Report, found: list[ReportedFinding]) -> str:
    errors, warnings = (sum(f.severity == name for f in found) for name in ("error", "warning"))
    first = next((report.findings[f.finding] for f in report.fix_first if not report.findings[f.finding].known), None)
    if errors and (first is None or first.severity != "error"):  # errors go before points
        first = found[0]
    what = ""
    if first is not None:
        at = first.place.start
        what = f"{markdown(first.message, LONGEST // 3)} ({at.line}:{at.column})"
    return f"| {markdown(path, LONGEST)} | {_score(report)} | {errors or ''} | {warnings or ''} | {what} |"


def _score(report: Report) -> str:
    score = "not scored" if report.score is None else f"{report.score:.0f} {report.grade}"
    return f"{score} (partial)" if report.partial and report.score is not None else score


def _details(path: str, report: Report, found: list[ReportedFinding]) -> str:
    """The findings of one article, folded; "" if there aren't any."""
    if not found:
        return ""
    counts = ", ".join(counted(found))
    lines = [f"<details><summary>{html(path, LONGEST)}: {_score(report)}, {counts}</summary>", ""]
    for finding in found[:EACH]:
        at = finding.place.start
        said = f"- {finding.severity} {at.line}:{at.column} **{markdown(finding.message, LONGEST)}**"
        hint = f" {markdown(finding.hint, LONGEST)}" if finding.hint else ""
        lines.append(f"{said}{hint} ({markdown(finding.rule, LONGEST)})")
    if len(found) > EACH:
        lines.append(f"- and {len(found) - EACH} more")
    return "\n".join([*lines, "", "</details>", ""])


def _foot(rows: int, details: int, cut: bool, end: RunEnd) -> Iterator[str]:
    suppressed, known = (sum(getattr(result, name) for result in end.results) for name in ("suppressed", "known"))
    if suppressed or known:
        hidden = [f"{suppressed} suppressed"] if suppressed else []
        hidden += [f"{known} not new"] if known else []
        yield f"Not shown: {', '.join(hidden)}."
    left_out = []
    if rows:
        left_out.append(plural(rows, "article"))
    if details or cut:
        many = plural(details, "article") if not cut else "more articles"
        left_out.append(f"the findings of {many}")
    if left_out:
        yield f"Left out to fit: {' and '.join(left_out)}."


def _trouble(path: str, message: str) -> str:
    return f"- {markdown(path, LONGEST)}: {markdown(crop(message, LONGEST), LONGEST)}"
