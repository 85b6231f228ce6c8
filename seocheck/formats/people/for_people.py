"""A report as people read it: what an article holds at length is shortened, with dots. Machines get it whole."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.formats.people.styled import cells, crop
from seocheck.model.report import KeywordResult, Place, Report, ReportedFinding

KEYWORD = 80
"""Columns of a keyword."""
QUOTED = 120
"""Columns of what a message quotes."""
MESSAGE = 1_000
"""Columns of a message or a hint."""

_QUOTED = late_pattern(f"“([^“”]{{{QUOTED // 2},}}+)”")


def at(place: Place) -> str:
    """Where a place is: "12:5", line and column, or what a file without lines has instead."""
    return place.start.label or f"{place.start.line}:{place.start.column}"


def for_people(report: Report) -> Report:
    """The report with its keywords, messages and hints at a length that a person reads."""
    findings = tuple(map(_finding, report.findings))
    keywords, taxonomy = tuple(map(_keyword, report.keywords)), tuple(map(_keyword, report.taxonomy))
    suppressed = tuple(replace(each, finding=_finding(each.finding)) for each in report.suppressed)
    failures = tuple(replace(each, error=short(each.error)) for each in report.failures)
    return replace(
        report, findings=findings, keywords=keywords, taxonomy=taxonomy, suppressed=suppressed, failures=failures
    )


def short(text: str) -> str:
    """A message with what it quotes, and itself, at that length."""
    if len(text) <= QUOTED // 2:
        return text
    return crop(_QUOTED.sub(lambda match: f"“{crop(match[1], QUOTED)}”", text), MESSAGE)


def supported(keywords: Sequence[KeywordResult]) -> tuple[list[str], list[str], list[str]]:
    """Which keywords the text says, which in part alone, and which not at all."""
    found: tuple[list[str], list[str], list[str]] = ([], [], [])
    for keyword in keywords:
        found[{"partial": 1, "related": 1, "absent": 2}.get(keyword.tier, 0)].append(keyword.text)
    return found


def in_numbers(keywords: Sequence[KeywordResult]) -> str:
    """The same in numbers: "4 supported by the text, 1 in part, 1 absent"."""
    said, in_part, absent = map(len, supported(keywords))
    also = [f"{number:,} {name}" for number, name in ((in_part, "in part"), (absent, "absent")) if number]
    return ", ".join([f"{said:,} supported by the text", *also])


def _finding(finding: ReportedFinding) -> ReportedFinding:
    if (
        len(finding.message) <= QUOTED // 2
        and len(finding.hint) <= QUOTED // 2
        and len(finding.subject) <= KEYWORD // 2
    ):
        return finding
    return replace(
        finding, message=short(finding.message), hint=short(finding.hint), subject=crop(finding.subject, KEYWORD)
    )


def _keyword(keyword: KeywordResult) -> KeywordResult:
    if max(map(len, (keyword.text, *keyword.missing))) <= KEYWORD // 2 or (
        max(map(cells, (keyword.text, *keyword.missing))) <= KEYWORD
    ):
        return keyword
    missing = tuple(crop(part, KEYWORD) for part in keyword.missing)
    return replace(keyword, text=crop(keyword.text, KEYWORD), missing=missing)
