"""Check nasty files and print what comes of each: `python tools/nasty.py CORPORA`, or `--generated`.

CORPORA: a folder with files that break readers, below it or in its folder `nasty`. Each is checked alone, in every
output format; one line a format says how many got a report or were refused, and the slowest. `--generated` checks the
files of `tests/robustness/generators.py` at their full size and at a quarter of it, and prints the seconds of both:
where four times as much takes much more than four times as long, something grows faster than it should. `--table`
prints the kinds as a table for the documentation. Exit code 1 when anything raised, a rule failed, or a control
character was printed.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

import msgspec

import seocheck
from seocheck.check.reporter import check_article, read_article
from seocheck.config import Plan, Settings, make_plan
from seocheck.formats.people.summary import Result
from seocheck.formats.registry import FORMATS, make_writer
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import NotAssessed, Report
from seocheck.readers import decode
from seocheck.readers.formats import by_path
from seocheck.rulekit.registry import load_rules

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
SLOW = 0.5
"""Seconds below which a quarter's time says nothing of growth."""


class Outcome(msgspec.Struct):
    """What came of one file: a report, the reason why there is none, or what was raised."""

    seconds: float
    report: Report | None = None
    refused: str = ""
    raised: str = ""

    @property
    def said(self) -> str:
        """In a few words."""
        if self.report is None:
            return f"refused: {self.refused}" if self.refused else f"RAISED {self.raised}"
        failed = f", RULES FAILED: {', '.join(f.rule for f in self.report.failures)}" if self.report.failures else ""
        score = "no score" if self.report.score is None else f"{self.report.score:.0f}"
        return f"{score}, {len(self.report.findings)} findings{failed}"


def outcome(data: bytes, path: str, plan: Plan) -> Outcome:
    """Check a file's bytes; seconds are those of this process."""
    start = time.process_time()
    try:
        report = check_article(read_article(decode(data, path), plan), plan)
    except seocheck.UnreadableError as error:
        return Outcome(time.process_time() - start, refused=error.reason)
    except Exception as error:
        traceback.print_exc()
        return Outcome(time.process_time() - start, raised=repr(error)[:200])
    return Outcome(time.process_time() - start, report)


def every_rule() -> Plan:
    """All rules, also those that are off by default."""
    off = [name for name, loaded in load_rules().items() if loaded.rule.severity == "off"]
    return make_plan(Settings(severities=dict.fromkeys(off, "note")))


def files_of(corpora: Path) -> Iterator[Path]:
    """The files below CORPORA/nasty, or below CORPORA where there is no such folder."""
    folder = corpora / "nasty" if (corpora / "nasty").is_dir() else corpora
    yield from (p for p in sorted(folder.rglob("*")) if p.is_file() and by_path(p) is not None)


def corpus(corpora: Path, plan: Plan) -> int:
    """Check the files of a folder and write each report in every format; the number of faults."""
    found = [(path, outcome(path.read_bytes(), path.name, plan)) for path in files_of(corpora)]
    reports = [(path, each.report) for path, each in found if each.report is not None]
    refused = [(path, each) for path, each in found if each.refused]
    faults = sum(bool(each.raised) or bool(each.report and each.report.failures) for _, each in found)
    print(f"{len(found)} files: {len(reports)} reports, {len(refused)} refused, {faults} faults")
    for path, each in refused:
        print(f"  {path.relative_to(corpora)}: {each.refused}")
    for path, each in sorted(found, key=lambda item: -item[1].seconds)[:5]:
        print(f"  {each.seconds:.2f} s  {path.stat().st_size:,} bytes  {path.relative_to(corpora)}")
    rules = [rule.loaded for rule in plan.rules]
    for name in FORMATS:
        size = raw = 0
        for path, report in reports:
            out = io.StringIO()
            writer = make_writer(name, out, RunStart(actions=True))
            writer.add(report, rules)
            failures = [NotAssessed(subject=p.name, reason=each.refused) for p, each in refused]
            writer.close(RunEnd(results=[Result.of(report)], passed_over=[], failures=failures))
            size += len(out.getvalue().encode())
            if CONTROL.search(out.getvalue()):
                raw += 1
                print(f"  {name}: a raw control character: {path.relative_to(corpora)}")
        faults += raw
        print(f"{name}: {len(reports)} reports written, {size:,} bytes, {raw} with raw control characters")
    return faults


def generated(plan: Plan, wanted: list[str], *, table: bool) -> int:
    """Check the generated files at a quarter of their size and at the whole; the number of faults."""
    from tests.robustness.generators import KINDS

    outcome(b"# Rye\n\nBread.\n", "a.md", plan)
    faults = 0
    grows: list[str] = []
    if table:
        print("| kind | form | bytes | what comes of it | seconds |\n|---|---|---|---|---|")
    for kind in KINDS.values():
        if wanted and not any(word in kind.name for word in wanted):
            continue
        for form in kind.forms:
            quarter = outcome(kind.make(form, max(kind.size // 4, 1)), f"a.{form}", plan)
            data = kind.make(form, kind.size)
            whole = outcome(data, f"a.{form}", plan)
            faults += bool(whole.raised) or bool(whole.report and whole.report.failures)
            if whole.seconds > SLOW and whole.seconds > 7 * quarter.seconds:
                grows.append(f"{kind.name} ({form}): {quarter.seconds:.2f} s, then {whole.seconds:.2f} s")
            if table:
                print(f"| {kind.name.replace('|', '')} | {form} | {len(data):,} | {whole.said} | {whole.seconds:.2f} |")
            else:
                times = f"{quarter.seconds:6.2f} {whole.seconds:6.2f}"
                print(f"{times}  {kind.name} ({form}), {len(data):,} bytes: {whole.said}", flush=True)
    print("\n".join([f"{len(grows)} grow faster than their size", *grows]))
    return faults + len(grows)


def main() -> int:
    """Print what comes of the files; 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="?")
    parser.add_argument("--generated", action="store_true")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--kind", action="append", default=[], help="only kinds whose name holds this")
    given = parser.parse_args()
    if not given.generated and given.corpora is None:
        parser.error("name a folder, or give --generated")
    plan = every_rule()
    faults = generated(plan, given.kind, table=given.table) if given.generated else 0
    if given.corpora is not None:
        faults += corpus(given.corpora, plan)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
