"""Findings -> diagnostics."""

from __future__ import annotations

from lsprotocol import types
from msgspec.structs import replace

from seocheck.formats.findings import by_place, rule_failures, said
from seocheck.lsp.documents import Checked, NotChecked
from seocheck.model.report import ReportedFinding
from seocheck.model.rule import Severity

SOURCE = "seocheck"

SEVERITY: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
    "suggestion": types.DiagnosticSeverity.Hint,
}

TOP = types.Range(start=types.Position(line=0, character=0), end=types.Position(line=0, character=0))
"""The place of what concerns the whole document."""

RELATED = 20
"""Related places of a finding that are named."""


def diagnostics(checked: Checked | NotChecked) -> list[types.Diagnostic]:
    """What an editor shows, in the order of the text. Suppressed findings are not among it."""
    if isinstance(checked, NotChecked):
        return [_trouble(checked.reason, "not-checked")] if checked.reason else []
    failed = [_trouble(trouble.message, trouble.name) for trouble in rule_failures(checked.report)]
    return [*failed, *(each for finding in by_place(checked.report) for each in _everywhere(finding, checked))]


def _everywhere(finding: ReportedFinding, checked: Checked) -> list[types.Diagnostic]:
    """The diagnostic of a finding; of one that stands for several, the same at the place of each."""
    if finding.count == 1:
        return [diagnostic(finding, checked)]
    places = (finding.place, *finding.related)
    return [diagnostic(replace(finding, place=place, related=()), checked) for place in places]


def diagnostic(finding: ReportedFinding, checked: Checked) -> types.Diagnostic:
    """One finding. `data` carries its id, so that a quick fix knows which finding it fixes."""
    return types.Diagnostic(
        range=checked.places.range(finding.place),
        message=said(finding),
        severity=SEVERITY[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(
                location=types.Location(uri=checked.document.uri, range=checked.places.range(place)),
                message=f"see {finding.rule}",
            )
            for place in finding.related[:RELATED]
        ]
        or None,
        data=finding.id,
    )


def _trouble(message: str, name: str) -> types.Diagnostic:
    return types.Diagnostic(
        range=TOP, message=message, severity=types.DiagnosticSeverity.Error, code=name, source=SOURCE
    )
