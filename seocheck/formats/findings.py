"""What several formats need of a report's findings: their order, which of them to show, their fingerprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from seocheck.formats.people.styled import safe
from seocheck.model.report import NotAssessed, Report, ReportedFinding, SuppressedFinding
from seocheck.model.rule import SEVERITIES, Severity

RANK: dict[Severity, int] = {severity: rank for rank, severity in enumerate(SEVERITIES)}
"""Severity -> 0 for the most severe."""

LEGEND = "Points are parts of 100, the score of an article without findings; no search engine uses this score."
"""For every report that shows points."""

UNREADABLE = "seocheck/unreadable"
RULE_FAILED = "seocheck/rule-failed"
"""Names for failures, in formats that have no place of their own for them."""


def to_fix(report: Report) -> list[ReportedFinding]:
    """The findings that are neither suppressed nor known from a baseline, by place, then rule."""
    return [f for f in by_place(report) if not f.known]


def by_place(report: Report) -> list[ReportedFinding]:
    """The findings that are not suppressed, by place, then rule."""
    return sorted(report.findings, key=_place)


def _place(finding: ReportedFinding) -> tuple[int, str, int]:
    return finding.place.start.offset, finding.rule, finding.place.end.offset


class Numbered(NamedTuple):
    """A finding with its ordinal, from 0, among those of the same rule and subject in its article."""

    finding: ReportedFinding
    ordinal: int
    suppressed: SuppressedFinding | None = None

    def fingerprint(self, path: str) -> str:
        """What it is known by from run to run: 32 hexadecimal digits, unique in a run.

        No line number in it, and no finding of another rule or subject: it stays when the text elsewhere changes.
        """
        return _hash(self.finding.rule, path, self.finding.subject, self.ordinal)


def _hash(*parts: str | int) -> str:
    import hashlib  # loads OpenSSL, and few formats have fingerprints

    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def numbered(report: Report) -> list[Numbered]:
    """All findings, suppressed and known ones too, by place; a finding keeps its ordinal when it is suppressed."""
    found: list[tuple[ReportedFinding, SuppressedFinding | None]] = [(f, None) for f in report.findings]
    found += [(s.finding, s) for s in report.suppressed]
    found.sort(key=lambda item: _place(item[0]))
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for finding, suppressed in found:
        key = (finding.rule, finding.subject)
        made.append(Numbered(finding, seen[key], suppressed))
        seen[key] += 1
    return made


def fails(finding: ReportedFinding, fail_on: str) -> bool:
    """Whether a finding fails the gate `fail_on`."""
    if finding.known or fail_on == "never":
        return False
    return RANK[finding.severity] <= SEVERITIES.index(fail_on)


def said(finding: ReportedFinding) -> str:
    """Message and hint in one line, without what could do harm in a terminal."""
    return safe(f"{finding.message} {finding.hint}".strip())


class Trouble(NamedTuple):
    """A file that could not be read, or a rule that failed on an article: the job was not done in full."""

    path: str
    name: str
    message: str

    def fingerprint(self, path: str, ordinal: int) -> str:
        """What it is known by from run to run, as a finding's."""
        return _hash(self.name, path, ordinal)


def rule_failures(report: Report) -> Iterator[Trouble]:
    """Rules that failed on an article."""
    for failure in report.failures:
        yield Trouble(report.path, RULE_FAILED, safe(f"Rule {failure.rule} failed: {failure.error}"))


def unreadable(failure: NotAssessed) -> Trouble:
    """A file that could not be read."""
    return Trouble(failure.subject, UNREADABLE, safe(f"This file could not be read: {failure.reason}"))
