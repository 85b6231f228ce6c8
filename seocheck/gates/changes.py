"""Which articles, and which of their findings, git says are changed against a commit."""

from __future__ import annotations

import os
from functools import cached_property

import msgspec

from seocheck.gates.git import ChangedFile, Lines, Repository, default_base
from seocheck.model.report import Report, ReportedFinding
from seocheck.readers.formats import file_of


class Changes:
    """The changes of the repository around a folder since HEAD branched off from `ref`.

    ref: "" for the base of a pull or merge request in CI, else HEAD. Raises GitError.
    """

    def __init__(self, ref: str = "", folder: str = ".") -> None:
        self.repository = Repository(folder)
        self.ref = ref or default_base()
        self.base = self.repository.merge_base(self.ref)
        self.changes = tuple(self.repository.changes(self.base))
        self._by_path = {change.path: change for change in self.changes if change.status != "deleted"}

    @cached_property
    def _lines(self) -> dict[str, Lines]:
        return self.repository.changed_lines(self.base)

    def of(self, path: str) -> ChangedFile | None:
        """The change of a file, None where it has none."""
        return self._by_path.get(self.repository.relative(file_of(path)))

    def lines(self, path: str) -> Lines:
        """The changed lines of a file; all of one that git does not know yet."""
        change = self.of(path)
        if change is None:
            return Lines()
        if (change.status == "added" and not change.old_path) or file_of(path) != path:
            return Lines(whole=True)  # the lines of an article within an export are not those of the file
        return self._lines.get(change.path, Lines())

    def before(self, change: ChangedFile) -> bytes:
        """A file as it was. Raises GitError."""
        return self.repository.content(self.base, change.old_path)

    def shown(self, path: str) -> str:
        """A path of the repository as seen from the working folder, with slashes."""
        return os.path.relpath(os.path.join(self.repository.root, path)).replace(os.sep, "/")

    def mark(self, report: Report) -> Report:
        """The report with the findings outside the changed lines marked as known."""
        lines = self.lines(report.path)
        if lines.whole:
            return report
        findings = tuple(
            finding if _is_touched(finding, report, lines) else msgspec.structs.replace(finding, known=True)
            for finding in report.findings
        )
        return msgspec.structs.replace(report, findings=findings)


def _is_touched(finding: ReportedFinding, report: Report, lines: Lines) -> bool:
    """Whether a finding is on a changed line, or is about a declaration that is missing where one was changed."""
    start = finding.place.start
    places = (finding.place, *finding.related) if finding.count > 1 else (finding.place,)
    if any(lines.touch(place.start.line, max(place.end.line, place.start.line)) for place in places):
        return True
    metadata = report.metadata
    if metadata is None or start.offset != metadata.start.offset:
        return False
    return lines.touch_or_shrink(metadata.start.line, metadata.end.line)
