"""JUnit's XML as Jenkins, GitLab and most other build servers read it: a suite for each file, a testcase for each rule
that found something in it, and one that passes where none did.

A testcase fails where a finding of its rule is at or above `--fail-on`; what lies below is in `<system-out>`. The
schema is Jenkins' junit-10.xsd. There are no times in it, so that two runs can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TextIO

from seocheck.formats.findings import RULE_FAILED, UNREADABLE, fails, to_fix
from seocheck.formats.machines.encode import xml_attribute, xml_text
from seocheck.formats.people.styled import safe
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report, ReportedFinding
from seocheck.rulekit.registry import LoadedRule


class _Case(NamedTuple):
    """A testcase: its name, the element with its outcome, and what it prints."""

    name: str
    outcome: str = ""
    kind: str = ""
    printed: str = ""


class JunitWriter:
    """Writes a suite as each report comes."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start
        self._empty = True
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="seocheck">\n')

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Write the suite of one article."""
        path = self._start.paths.from_folder(report.path)
        score = () if report.score is None else (("score", f"{report.score:.1f}"), ("grade", report.grade))
        self._suite(path, self._cases(path, report), score)

    def close(self, end: RunEnd) -> None:
        """Write what could not be read, and the end of the document. A run over nothing is one testcase that passes:
        readers treat a file without any as broken."""
        for failure in end.failures:
            path = self._start.paths.from_folder(failure.subject)
            self._suite(path, [_Case(UNREADABLE, _outcome("error", failure.reason, failure.reason), "errors")])
        if self._empty:
            self._suite("seocheck", [_Case("no article found")])
        self._out.write("</testsuites>\n")

    def _cases(self, path: str, report: Report) -> list[_Case]:
        found: dict[str, list[ReportedFinding]] = {}
        for finding in to_fix(report):
            found.setdefault(finding.rule, []).append(finding)
        broken = {failure.rule: failure.error for failure in report.failures}
        names = sorted({*found, *broken})
        cases = [self._case(path, name, found.get(name, []), broken.get(name)) for name in names]
        if self._start.min_score is not None and report.score is not None:
            cases.append(_score_case(report.score, self._start.min_score))
        return cases or [_Case("all rules")]

    def _case(self, path: str, name: str, found: list[ReportedFinding], broken: str | None) -> _Case:
        if broken is not None:
            return _Case(name, _outcome("error", broken, broken, RULE_FAILED), "errors")
        failing = [finding for finding in found if fails(finding, self._start.fail_on)]
        printed = "\n".join(_told(path, finding) for finding in found if finding not in failing)
        if not failing:
            return _Case(name, printed=printed)
        more = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
        text = "\n".join(_told(path, finding) for finding in failing)
        first = failing[0]
        return _Case(name, _outcome("failure", safe(first.message) + more, text, first.severity), "failures", printed)

    def _suite(self, path: str, cases: Sequence[_Case], properties: Sequence[tuple[str, str]] = ()) -> None:
        self._empty = False
        write = self._out.write
        counts = "".join(
            f' {kind}="{sum(case.kind == kind for case in cases)}"' for kind in ("failures", "errors", "skipped")
        )
        write(f'  <testsuite name={xml_attribute(path)} tests="{len(cases)}"{counts}>\n')
        if properties:
            listed = "".join(f"<property name={xml_attribute(n)} value={xml_attribute(v)}/>" for n, v in properties)
            write(f"    <properties>{listed}</properties>\n")
        for case in cases:
            printed = f"<system-out>{xml_text(case.printed)}</system-out>" if case.printed else ""
            head = f"    <testcase classname={xml_attribute(path)} name={xml_attribute(case.name)}"
            inside = case.outcome + printed
            write(f"{head}>{inside}</testcase>\n" if inside else f"{head}/>\n")
        write("  </testsuite>\n")


def _score_case(score: float, least: float) -> _Case:
    if score >= least:
        return _Case("score")
    message = f"score {score:.1f} is below {least:g}"
    return _Case("score", _outcome("failure", message, message, "score"), "failures")


def _outcome(element: str, message: str, text: str, kind: str = UNREADABLE) -> str:
    return f"<{element} message={xml_attribute(safe(message))} type={xml_attribute(kind)}>{xml_text(text)}</{element}>"


def _told(path: str, finding: ReportedFinding) -> str:
    """A finding in full, on one or two lines."""
    at = finding.place.start
    hint = f"\n    {safe(finding.hint)}" if finding.hint else ""
    return f"{safe(path)}:{at.line}:{at.column}: {finding.severity}: {safe(finding.message)}{hint}"
