"""A report as a piece of HTML for a notebook: score, what to fix, keywords. No style sheet, no script, no address."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seocheck.model.report import Report

MOST = 20
"""Findings that are shown; the others are counted."""


def report_html(report: Report) -> str:
    """The report as HTML; everything that an article holds is escaped."""
    return "".join(_parts(report))


def _parts(report: Report) -> Iterator[str]:
    score = "not scored" if report.score is None else f"{report.score:.0f}/100 {report.grade}"
    yield f"<div><p><strong>{escape(report.path)}</strong>: {escape(score)}"
    if report.groups:
        yield f" ({', '.join(f'{escape(group.group)} {group.score:.0f}' for group in report.groups)})"
    yield "</p>"
    if report.findings:
        yield "<table><thead><tr>"
        yield "".join(f'<th scope="col">{name}</th>' for name in ("Line", "Severity", "Rule", "Points", "Message"))
        yield "</tr></thead><tbody>"
        for finding in report.findings[:MOST]:
            points = f"{finding.points:.1f}" if finding.points >= 0.05 else ""
            cells = (
                finding.place.start.label or str(finding.place.start.line),
                finding.severity,
                finding.rule,
                points,
                finding.message,
            )
            yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
        yield "</tbody></table>"
        if len(report.findings) > MOST:
            yield f"<p>and {len(report.findings) - MOST:,} more</p>"
    if report.keywords:
        yield f"<p>Keywords: {', '.join(f'{escape(each.text)} ({each.tier})' for each in report.keywords)}</p>"
    yield "</div>"
