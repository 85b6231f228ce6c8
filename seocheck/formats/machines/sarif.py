"""SARIF 2.1.0 as GitHub's code scanning and other readers need it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html and
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning.
Columns are code points, ends are exclusive, URIs are relative to the repository's root (`%SRCROOT%`).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any, TextIO
from urllib.parse import quote

from seocheck._version import __version__
from seocheck.formats.findings import RANK, Numbered, Trouble, numbered, rule_failures, said, unreadable
from seocheck.formats.machines.encode import json_text
from seocheck.formats.machines.sarif_rules import LEVEL, broken_descriptors, descriptor, home_page, unknown_rule
from seocheck.formats.people.styled import safe
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Place, Report, SuppressedFinding
from seocheck.rulekit.registry import LoadedRule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000
MOST_BYTES = 10_000_000
"""GitHub refuses a run with more results, or a larger file (gzipped)."""
MOST_RELATED = 20
BASE = "%SRCROOT%"
KIND = {"comment": "inSource", "front matter": "inSource", "settings": "external"}

Result = tuple[int, int, str]
"""Severity, ordinal in the run, and the result as JSON."""


class SarifWriter:
    """Keeps the most severe results, already as JSON and never more than twice as many as can be sent; writes them at
    the end, below the rules."""

    def __init__(self, out: TextIO, start: RunStart) -> None:
        self._out = out
        self._start = start
        self._rules: dict[str, tuple[int, dict[str, Any]]] = {}
        self._results: list[Result] = []
        self._met = 0
        self._troubles: list[Trouble] = []

    def add(self, report: Report, rules: Sequence[LoadedRule]) -> None:
        """Take the findings of one article, suppressed and known ones too."""
        for loaded in rules:
            if loaded.id not in self._rules:
                self._rules[loaded.id] = (len(self._rules), descriptor(loaded))
        self._troubles += rule_failures(report)
        path = self._start.paths.from_root(report.path)
        where = location_of(path)
        for item in numbered(report):
            self._met += 1
            severity = RANK[item.finding.severity]
            if item.suppressed is not None or item.finding.known:
                severity += len(RANK)  # the first to go if there isn't room
            self._results.append((severity, self._met, json_text(self._result(item, path, where))))
        if len(self._results) > 2 * MOST_RESULTS:
            self._results = _most_severe(self._results, MOST_RESULTS)

    def close(self, end: RunEnd) -> None:
        """Write the document."""
        self._troubles += [unreadable(failure) for failure in end.failures]
        results = _fitting(_most_severe(self._results, MOST_RESULTS))
        notifications = [self._notification(trouble) for trouble in self._troubles]
        if left_out := self._met - len(results):
            said_so = f"{left_out} of {self._met} results left out: GitHub accepts {MOST_RESULTS:,} and 10 MB"
            notifications.append({"level": "warning", "message": {"text": f"{said_so}. The most severe were kept."}})
            self._start.notify(said_so)
        invocation: dict[str, Any] = {"executionSuccessful": not self._troubles}
        if notifications:
            invocation["toolExecutionNotifications"] = notifications
        write = self._out.write
        write(f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{\n"tool":{{"driver":{{')
        if home := home_page():
            write(f'"informationUri":{json_text(home)},')
        write(f'"name":"seocheck","version":"{__version__}","semanticVersion":"{__version__}","rules":[\n')
        write(",\n".join(json_text(rule) for _, rule in self._rules.values()))
        write(f'\n],"notifications":{json_text(broken_descriptors())}}}}},\n')
        write(f'"invocations":[{json_text(invocation)}],\n')
        base = {BASE: {"description": {"text": "The root of the repository."}}}
        write(f'"originalUriBaseIds":{json_text(base)},\n')
        write('"columnKind":"unicodeCodePoints","newlineSequences":["\\r\\n","\\n","\\r"],\n"results":[')
        for number, (_, _, result) in enumerate(results):
            write(",\n" if number else "\n")
            write(result)
        write("\n]}]}\n" if results else "]}]}\n")

    def _result(self, item: Numbered, path: str, where: dict[str, Any]) -> dict[str, Any]:
        finding = item.finding
        index, _ = self._rules.setdefault(finding.rule, (len(self._rules), unknown_rule(finding)))
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": index,
            "level": LEVEL[finding.severity],
            "message": {"text": plain_message(said(finding))},
            "locations": [physical(where, finding.place)],
            "partialFingerprints": {"seocheckFinding/v1": item.fingerprint(path)},
        }
        if related := list(dict.fromkeys(finding.related))[:MOST_RELATED]:  # the schema requires each once
            result["relatedLocations"] = [physical(where, place) for place in related]
        if self._start.baseline:
            result["baselineState"] = "unchanged" if finding.known else "new"
        # The standard requires it in all results or in none.
        result["suppressions"] = [_suppression(item.suppressed, where)] if item.suppressed else []
        result["properties"] = {"points": finding.points, "gain": finding.gain}
        return result

    def _notification(self, trouble: Trouble) -> dict[str, Any]:
        path = self._start.paths.from_root(trouble.path)
        return {
            "level": "error",
            "message": {"text": plain_message(f"{safe(path)}: {trouble.message}")},
            "descriptor": {"id": trouble.name},
            "locations": [{"physicalLocation": {"artifactLocation": location_of(path)}}],
        }


def plain_message(text: str) -> str:
    """`text` without links: SARIF readers take `[words](target)` for one even in plain messages."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def location_of(path: str) -> dict[str, str]:
    """A path as a URI: relative to the repository's root, or as it is if it is outside."""
    uri = _quoted(path)
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    if path[1:3] == ":/":
        return {"uri": f"file:///{path[:2]}{_quoted(path[2:])}"}
    if path == "-" or path.startswith("../"):
        return {"uri": uri}
    return {"uri": uri, "uriBaseId": BASE}


def _quoted(path: str) -> str:
    try:
        return quote(path, safe="/", errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(path, safe="/", errors="replace")


def physical(where: dict[str, Any], place: Place) -> dict[str, Any]:
    """A place in a file, with all four fields of the region."""
    start, end = place.start, place.end
    region = {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
    return {"physicalLocation": {"artifactLocation": where, "region": region}}


def _suppression(suppressed: SuppressedFinding, where: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": KIND[suppressed.by], "status": "accepted"}
    if suppressed.reason:
        made["justification"] = safe(suppressed.reason)
    if suppressed.place is not None:
        made["location"] = physical(where, suppressed.place)
    return made


def _most_severe(results: list[Result], most: int) -> list[Result]:
    """The most severe results, in the order of the run."""
    return sorted(sorted(results)[:most], key=lambda result: result[1])


def _fitting(results: list[Result]) -> list[Result]:
    """As many of the most severe as GitHub accepts once they are compressed."""
    while len(results) > 1 and sum(len(text) for _, _, text in results) > MOST_BYTES // 4:
        size = _compressed(results)
        room = MOST_BYTES * 0.9  # for the rules, and for differences between gzips
        if size <= room:
            break
        results = _most_severe(results, max(1, int(len(results) * room / size * 0.98)))
    return results


def _compressed(results: list[Result]) -> int:
    packer = zlib.compressobj(6)
    return sum(len(packer.compress(text.encode())) for _, _, text in results) + len(packer.flush())
