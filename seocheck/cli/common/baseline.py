"""The baseline of a run: which file it is, and how it changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from seocheck.base.plural import plural
from seocheck.cli.common.output import notify
from seocheck.config import SettingsFinder
from seocheck.formats.people.styled import safe

if TYPE_CHECKING:
    from seocheck.gates.baseline import Baseline


class KnownFindings:
    """The baseline named on the command line, else that of the settings that apply to a path.

    baseline: None if there isn't one. Raises BaselineError if it can't be read.
    """

    def __init__(self, finder: SettingsFinder, path: str, given: str | None, *, write: bool, prune: bool) -> None:
        if write and prune:
            raise click.UsageError("--write-baseline writes all findings anyway: drop --prune-baseline.")
        settings = finder.file_settings(os.path.join(path, "article") if os.path.isdir(path) else path)
        named = given or (os.path.join(settings.base, settings.baseline) if settings.baseline else "")
        if not named and prune:
            raise click.UsageError("--prune-baseline needs a baseline: name one with --baseline or in the settings.")
        self._prune = prune
        self.path = given or _shown(named)
        self.baseline: Baseline | None = None
        if named or write:
            from seocheck.gates.baseline import FILE_NAME, load_baseline

            self.path = self.path or FILE_NAME
            self.baseline = load_baseline(self.path, missing_ok=write)

    def written(self, code: int) -> int:
        """Write a new baseline; returns the exit code of the run, which its findings no longer fail.

        If a file could not be read, or a rule failed, nothing is written: their findings would be missing.
        """
        assert self.baseline is not None
        if code == 2:
            notify(f"{safe(self.path)}: not written, because not everything could be checked")
            return code
        from seocheck.gates.baseline import write_baseline

        counts = self.baseline.renewed()
        write_baseline(self.path, counts)
        findings = sum(sum(rules.values()) for rules in counts.values())
        rules = len({rule for found in counts.values() for rule in found})
        notify(safe(f"wrote {self.path}: {plural(findings, 'finding')} of {plural(rules, 'rule')} in "
                    f"{plural(len(counts), 'file')}"))  # fmt: skip
        return 0

    def close(self) -> None:
        """Report what is stale in the baseline, or remove it."""
        if self.baseline is None:
            return
        stale = list(self.baseline.stale())
        if not stale:
            return
        if self._prune:
            from seocheck.gates.baseline import write_baseline

            write_baseline(self.path, self.baseline.pruned())
            notify(safe(f"{self.path}: {plural(len(stale), 'stale entry', 'stale entries')} removed or lowered"))
            return
        for entry in stale[:10]:
            notify(safe(f"{self.path}: stale: {entry.path}: {entry.rule} has {entry.count}, found {entry.found}"))
        more = f" and {len(stale) - 10} more" if len(stale) > 10 else ""
        notify(safe(f"{self.path}: stale entries{more} let new findings through; --prune-baseline removes them"))


def _shown(path: str) -> str:
    try:
        return os.path.relpath(path) if path else ""
    except ValueError:  # another drive
        return path
