"""Reports made by hand, and formats run over them without the command line."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import msgspec

import seocheck
from seocheck.base.positions import LineIndex
from seocheck.config import Settings, make_plan
from seocheck.formats.people.summary import Result
from seocheck.formats.registry import make_writer
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import NotAssessed, Place, Report, ReportedFinding, SourceLine, SuppressedFinding
from seocheck.rulekit.registry import LoadedRule

TEXT = "---\ntitle: Rye\nlang: en\n---\n\nRye bread, baked at home.\n"
BASE = seocheck.check_text(TEXT, path="a.md", select=["title/missing"])
RULES: tuple[LoadedRule, ...] = tuple(plan.loaded for plan in make_plan(Settings()).rules)
"""The rules that run by default."""


def place(start: int = 0, end: int = 3, text: str = TEXT) -> Place:
    """A place in a text, by offsets."""
    index = LineIndex(text)
    return Place(start=index.position(start), end=index.position(end))


def finding(**changes: Any) -> ReportedFinding:
    """A finding of `keywords/unsupported`, a warning on line 2."""
    made = ReportedFinding(
        rule="keywords/unsupported",
        severity="warning",
        message="The article never mentions “oats”.",
        hint="Write about it.",
        subject="oats",
        measured="absent",
        target="said",
        place=place(11, 14),
        quote="Rye",
        line=SourceLine(number=2, text="title: Rye"),
        loss=0.5,
        points=2.5,
        gain=2.0,
        id="keywords/unsupported:oats:0",
    )
    return msgspec.structs.replace(made, **changes)


def suppressed(by: str = "comment", reason: str = "as the client wants it", **changes: Any) -> SuppressedFinding:
    """A finding that was asked not to be told of."""
    at = None if by == "settings" else place(30, 40)
    return SuppressedFinding(finding=finding(**changes), by=by, reason=reason, place=at)  # type: ignore[arg-type]


def report(*findings: ReportedFinding, path: str = "a.md", **changes: Any) -> Report:
    """A report with these findings."""
    summary = msgspec.structs.replace(BASE.summary, path=path)
    changes = {"score": 84.0, "grade": "B", "partial": False, "fix_first": (), "not_assessed": (), **changes}
    return msgspec.structs.replace(BASE, path=path, summary=summary, findings=findings, **changes)


def written(
    name: str,
    *reports: Report,
    start: RunStart | None = None,
    failures: Iterable[tuple[str, str]] = (),
    passed_over: Iterable[tuple[str, str]] = (),
    rules: tuple[LoadedRule, ...] = RULES,
) -> str:
    """What a format writes for these reports."""
    out = io.StringIO()
    writer = make_writer(name, out, start or RunStart())
    for each in reports:
        writer.add(each, rules)
    writer.close(
        RunEnd(
            results=[Result.of(each) for each in reports],
            passed_over=[NotAssessed(subject=path, reason=reason) for path, reason in passed_over],
            failures=[NotAssessed(subject=path, reason=reason) for path, reason in failures],
        )
    )
    return out.getvalue()
