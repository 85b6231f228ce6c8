"""The baseline: how many findings of each rule each article had when the gate was put up.

A site that adopts the check late writes one, and from then on only what is new fails. It holds counts and no lines,
so that editing an article does not bring its old findings back; where a rule finds more than it did, all of them are
shown, since nobody can say which is the new one. It changes what fails, never the score.

    {"seocheck_baseline": 1, "files": {"blog/bread.md": {"title/too-wide": 1}}}
"""

from __future__ import annotations

import json
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from seocheck.base.atomic import write_atomically
from seocheck.config.globs import relative_path
from seocheck.errors import SeocheckError, why
from seocheck.model.report import Report
from seocheck.rulekit.renamed import current

VERSION = 1
FILE_NAME = "seocheck-baseline.json"
"""Where it is written when no other name is given."""

Counts = dict[str, dict[str, int]]


class BaselineError(SeocheckError):
    """A baseline that cannot be read or written."""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    seocheck_baseline: int
    files: dict[str, dict[str, int]]


class Stale(msgspec.Struct, frozen=True):
    """An entry that promises more findings than there are: the rest would let new ones through."""

    path: str
    rule: str
    count: int
    found: int


class Baseline(msgspec.Struct):
    """Counts by file and rule, and what the articles checked against them have.

    folder: that of the baseline's file, to which its paths are relative. ran: the rules that were run on each article
    that was checked: of others nothing can be said.
    """

    folder: str
    counts: Counts = msgspec.field(default_factory=dict)
    seen: Counts = msgspec.field(default_factory=dict)
    ran: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)

    def mark(self, report: Report, ran: Iterable[str]) -> Report:
        """The report with the findings that the baseline holds marked as known; remembers what it has."""
        path = self._key(report.path)
        found: Counter[str] = Counter()
        for finding in report.findings:
            if finding.severity != "suggestion":
                found[finding.rule] += finding.count
        self.seen[path] = dict(found)
        self.ran[path] = frozenset(ran)
        held = self.counts.get(path)
        if not held:
            return report
        known = {rule for rule, count in found.items() if count <= held.get(rule, 0)}
        if not known:
            return report
        findings = tuple(
            msgspec.structs.replace(f, known=True) if f.rule in known and f.severity != "suggestion" else f
            for f in report.findings
        )
        return msgspec.structs.replace(report, findings=findings)

    def mark_clean(self, path: str, ran: Iterable[str]) -> None:
        """Remember that these rules found nothing in an article, of which there is no report then."""
        self.seen.setdefault(self._key(path), {})
        self.ran.setdefault(self._key(path), frozenset(ran))

    def stale(self) -> Iterator[Stale]:
        """Entries with more findings than were found, of the articles that were checked or that are gone."""
        for path in sorted(self.counts):
            if path not in self.seen and os.path.exists(os.path.join(self.folder, path)):
                continue  # not checked this time
            found = self.seen.get(path, {})
            for rule, count in sorted(self.counts[path].items()):
                if found.get(rule, 0) < count and (path not in self.seen or rule in self.ran[path]):
                    yield Stale(path, rule, count, found.get(rule, 0))

    def pruned(self) -> Counts:
        """The counts with nothing stale in them: lowered to what was found, never raised."""
        kept: Counts = {path: dict(rules) for path, rules in self.counts.items()}
        for entry in self.stale():
            if entry.found:
                kept[entry.path][entry.rule] = entry.found
            else:
                del kept[entry.path][entry.rule]
        return {path: rules for path, rules in kept.items() if rules}

    def renewed(self) -> Counts:
        """The counts as they are now; what was not checked keeps its own, files that are gone lose theirs."""
        kept: Counts = {}
        for path, rules in self.counts.items():
            if path in self.seen:
                kept[path] = {rule: count for rule, count in rules.items() if rule not in self.ran[path]}
            elif os.path.exists(os.path.join(self.folder, path)):
                kept[path] = dict(rules)
        for path, rules in self.seen.items():
            kept[path] = {**kept.get(path, {}), **rules}
        return {path: rules for path, rules in kept.items() if rules}

    def _key(self, path: str) -> str:
        return relative_path(path, self.folder)


def load_baseline(path: str | Path, *, missing_ok: bool = False) -> Baseline:
    """A baseline from its file. Raises BaselineError for one that is missing, malformed or no baseline."""
    name = os.fspath(path)
    folder = os.path.dirname(os.path.abspath(name))
    try:
        if not stat.S_ISREG(mode := os.stat(path).st_mode) and not stat.S_ISFIFO(mode) and not stat.S_ISDIR(mode):
            raise BaselineError(f"{name}: cannot be read: not a regular file")  # /dev/zero has no end
        data = Path(path).read_bytes()
    except FileNotFoundError:
        if missing_ok:
            return Baseline(folder)
        raise BaselineError(f"{name}: no such baseline; `seocheck check --write-baseline` writes one") from None
    except OSError as error:
        raise BaselineError(f"{name}: cannot be read: {why(error)}") from None
    try:
        read = msgspec.json.decode(data, type=_File)
    except msgspec.ValidationError as error:
        raise BaselineError(f"{name}: not a seocheck baseline: {str(error)[:1].lower()}{str(error)[1:]}") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BaselineError(f"{name}: not valid JSON: {str(error)[:200]}") from None
    if read.seocheck_baseline != VERSION:
        raise BaselineError(f"{name}: version {read.seocheck_baseline} isn't known, only version {VERSION}")
    for file, rules in read.files.items():
        for rule, count in rules.items():
            if count < 1:
                raise BaselineError(f"{name}: {file}: {rule}: a count must be 1 or more, got {count}")
    counts = {file: {current(rule): count for rule, count in rules.items()} for file, rules in read.files.items()}
    return Baseline(folder, counts)


def write_baseline(path: str | Path, counts: Mapping[str, Mapping[str, int]]) -> None:
    """Write counts, sorted, so that two versions can be compared line by line. Raises BaselineError."""
    ordered = {file: dict(sorted(counts[file].items())) for file in sorted(counts) if counts[file]}
    text = json.dumps({"seocheck_baseline": VERSION, "files": ordered}, indent=1, ensure_ascii=False) + "\n"
    try:
        write_atomically(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise BaselineError(f"{os.fspath(path)}: cannot be written: {why(error)}") from None
