"""The articles within a file as it was: an export or a table is gone through again, in a copy."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable

from seocheck.errors import UnreadableError
from seocheck.model.report import Report
from seocheck.runs.guard import check_candidate
from seocheck.runs.run import Candidate, Run
from seocheck.runs.within import articles_within, is_export, is_table


def old_articles(data: bytes, shown: str, run: Run, fail: Callable[[UnreadableError], None]) -> dict[str, Report]:
    """The reports of all articles in a file that held these bytes, by what is behind its path: "#12", or "" for a file
    that is an article itself. What can't be read is told."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "old" + os.path.splitext(shown)[1])
        with open(copy, "wb") as file:
            file.write(data)
        if not is_table(copy) and not is_export(copy):
            return _checked([(Candidate(shown, named=False), data)], shown, run, fail)
        within = articles_within(copy, shown, {}, lambda _: None, fail)
        return _checked([(Candidate(path, False, copy, part), None) for path, part in within], shown, run, fail)


def _checked(
    candidates: list[tuple[Candidate, bytes | None]], shown: str, run: Run, fail: Callable[[UnreadableError], None]
) -> dict[str, Report]:
    found = {}
    for candidate, data in candidates:
        result = check_candidate(run, candidate, data)
        if isinstance(result, UnreadableError):
            fail(result)
        elif isinstance(result, Report):
            found[candidate.path[len(shown) :]] = result
    return found
