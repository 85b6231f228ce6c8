"""The report of one article for a person: score, what to fix first, every finding at its place."""

from __future__ import annotations

from collections import Counter

from seocheck.base.plural import plural
from seocheck.formats.people.excerpt import excerpt
from seocheck.formats.people.for_people import at, for_people
from seocheck.formats.people.styled import Line, Style, Styled, cells, crop, safe, wrapped
from seocheck.formats.people.summary import counted
from seocheck.formats.people.text_facts import facts
from seocheck.model.report import Report, ReportedFinding

BAR = 10
MIN_WIDTH, MAX_WIDTH = 60, 100
EACH = 3
"""Findings of one rule that are shown in full; the others are listed by place."""
MOST_PLACES = 20
_MINUS = "\u2212"
_NUMBERS = {1: "this", 2: "these two", 3: "these three"}


def article_lines(report: Report, *, width: int = 80, verbose: bool = False, quiet: bool = False) -> list[Line]:
    """The report's lines. `quiet`: one line. `verbose`: every finding in full, keyword map, parts ignored, ids of
    not assessed rules."""
    width = min(max(width, MIN_WIDTH), MAX_WIDTH)
    head = _head(report, width)
    if quiet:
        return [head]
    report = for_people(report)
    lines: list[Line] = [head, []]
    lines += _groups(report, width)
    lines += _fixes(report, width)
    findings = [
        f
        for f in report.findings
        if not f.known and (f.severity != "suggestion" or f.rule != "keywords/undeclared-topic")
    ]
    shown: Counter[str] = Counter()
    rest: dict[str, list[ReportedFinding]] = {}
    for finding in findings:
        shown[finding.rule] += 1
        if verbose or shown[finding.rule] <= EACH:
            lines += _finding(finding, width)
        else:
            rest.setdefault(finding.rule, []).append(finding)
    for more in rest.values():
        lines += _more(more, width)
    if not findings:
        new = "new " if any(finding.known for finding in report.findings) else ""
        lines += [[Styled(f"  Nothing {new}to fix.", "good")], []]
    lines += facts(report, width, verbose)
    return lines


def _head(report: Report, width: int) -> Line:
    new = [finding for finding in report.findings if not finding.known]
    errors = sum(finding.severity == "error" for finding in new)
    if report.is_of_site_alone:
        score, style = ", ".join(counted(new)), "dim"
    elif report.score is None:
        score, style = "not scored", "dim"
    else:
        score, style = f"{report.score:.0f}/100 {report.grade}", _score_style(report.score)
    if report.partial and not report.is_of_site_alone:
        score += " (partial)"
    if errors and not report.is_of_site_alone:  # a good score must not hide errors
        score += f", {plural(errors, 'error')}"
    path = safe(report.path)
    room = width - cells(score) - 2
    if cells(path) > room:
        path = "…" + path[-(room - 1) :]
    gap = " " * max(width - cells(path) - cells(score), 2)
    return [Styled(path, "path"), Styled(gap), Styled(score, style)]  # type: ignore[arg-type]


def _score_style(score: float) -> Style:
    return "good" if score >= 80 else "fair" if score >= 60 else "poor"


NAME = 22
"""Columns for the name of a pillar."""


def _groups(report: Report, width: int) -> list[Line]:
    if not report.groups:
        return []
    columns = 2 if width >= 2 + 2 * (NAME + BAR + 5) + 4 else 1
    rows = -(-len(report.groups) // columns)
    lines: list[Line] = []
    for row in range(rows):
        line: Line = [Styled("  ")]
        for column in range(columns):
            index = column * rows + row
            if index < len(report.groups):
                group = report.groups[index]
                filled = round(group.score / 100 * BAR)
                if group.score < 99.5 and filled == BAR:
                    filled = BAR - 1
                style = _score_style(group.score)
                line += [
                    Styled(f"{group.group:<{NAME}}"), Styled("█" * filled, style), Styled("░" * (BAR - filled), "dim"),
                    Styled(f"{group.score:>5.0f}"), Styled("    "),
                ]  # fmt: skip
        lines.append(line)
    return [*lines, []]


def _fixes(report: Report, width: int) -> list[Line]:
    if not report.fix_first or report.score is None:
        return []
    after = report.fix_first[-1].score_after
    if round(after) == round(report.score):
        return []
    count = len(report.fix_first)
    lines: list[Line] = [
        [Styled(f"  Fix {_NUMBERS.get(count, 'these')} first: {report.score:.0f} → {after:.0f}", "bold")]
    ]
    for number, fix in enumerate(report.fix_first, 1):
        finding = report.findings[fix.finding]
        place = at(finding.place)
        lead = f"  {number}. "
        tail = f"  {place}"
        message = crop(safe(finding.message), width - len(lead) - len(tail))
        gap = " " * (width - len(lead) - cells(message) - len(tail))
        lines.append([Styled(lead), Styled(message), Styled(gap), Styled(tail, "dim")])
    return [*lines, []]


def _finding(finding: ReportedFinding, width: int) -> list[Line]:
    place = at(finding.place)
    cost = f"{_MINUS}{finding.points:.1f}" if finding.points >= 0.05 else ""
    head = f"  {finding.severity:<8} {place:<8} "
    rule = finding.rule
    gap = " " * max(width - len(head) - len(rule) - len(cost), 1)
    lines: list[Line] = [
        [Styled("  "), Styled(f"{finding.severity:<8}", finding.severity), Styled(f" {place:<8} "), Styled(rule, "dim"),
         Styled(gap), Styled(cost)]
    ]  # fmt: skip
    lines += wrapped(safe(finding.message), width, "    ", "bold")
    lines += excerpt(finding, width)
    if finding.count > 1:
        places = [at(place) for place in finding.related]
        lines += wrapped(f"and at {_listed(places)}", width, "    ", "dim")
    if finding.hint:
        lines += wrapped(safe(finding.hint), width, "      ", "", first="    → ")
    return [*lines, []]


def _listed(places: list[str], between: str = ", ") -> str:
    """Places in a row; of very many, how many more there are."""
    more = len(places) - MOST_PLACES
    return between.join([*places[:MOST_PLACES], f"and {more} more"] if more > 0 else places)


def _more(findings: list[ReportedFinding], width: int) -> list[Line]:
    """The other findings of a rule, each with its place."""
    if len(findings) == 1:
        return _finding(findings[0], width)
    points = sum(finding.points for finding in findings)
    cost = f"{_MINUS}{points:.1f}" if points >= 0.05 else ""
    head = f"  and {len(findings)} more of {findings[0].rule}"
    named = []
    for finding in sorted(findings, key=lambda f: (f.place.start.line, f.place.start.column)):
        words = " ".join((finding.quote or finding.subject).split())
        named.append(f"{at(finding.place)} {crop(safe(words), 32)}".rstrip())
    lines: list[Line] = [[Styled(head, "dim"), Styled(" " * max(width - len(head) - len(cost), 1)), Styled(cost)]]
    return [*lines, *wrapped(_listed(named, "; "), width, "    "), []]
