"""The score as a code lens above the first line."""

from __future__ import annotations

from lsprotocol import types

from seocheck.formats.people.summary import Result, in_numbers
from seocheck.lsp.diagnostics import TOP
from seocheck.lsp.documents import Checked


def lenses(checked: Checked) -> list[types.CodeLens]:
    """One lens: score, grade and the number of findings. Its command is empty: there is nothing to run."""
    report = checked.report
    score = "not scored" if report.score is None else f"{report.score:.0f}/100 {report.grade}"
    title = f"seocheck {score}: {in_numbers([Result.of(report)])}"
    return [types.CodeLens(range=TOP, command=types.Command(title=title, command=""))]
