"""Check every file of the corpora and time each: `python tools/corpora/corpus_time.py CORPORA`.

Prints how many files got a report, every file that got none and why, and the five slowest with their seconds.
A file that raises anything but the one error for unreadable files is a bug, and ends the run with exit code 1.
"""

from __future__ import annotations

import sys
import time
import traceback
from pathlib import Path

import seocheck

FOLDERS = ("markdown", "html", "nasty")
SUFFIXES = (".md", ".markdown", ".mdx", ".html", ".htm", ".txt")
SLOWEST = 5


def main(corpora: Path) -> int:
    """Check the files one after the other in this process; the number of those that raised."""
    files = [p for folder in FOLDERS for p in sorted((corpora / folder).rglob("*")) if p.suffix.lower() in SUFFIXES]
    times: list[tuple[float, str]] = []
    reports = failed_rules = unreadable = raised = 0
    begun = time.perf_counter()
    for path in files:
        if not path.is_file():
            continue
        start = time.perf_counter()
        try:
            report = seocheck.check_file(path)
        except seocheck.UnreadableError as error:
            unreadable += 1
            print(f"unreadable: {path.relative_to(corpora)}: {error.reason}")
        except Exception:
            raised += 1
            print(f"raised: {path.relative_to(corpora)}")
            traceback.print_exc()
        else:
            reports += 1
            for failure in report.failures:
                failed_rules += 1
                print(f"rule failed: {path.relative_to(corpora)}: {failure}")
        times.append((time.perf_counter() - start, str(path.relative_to(corpora))))
    print(
        f"{len(times)} files in {time.perf_counter() - begun:.1f} s: {reports} reports, {unreadable} unreadable,"
        f" {raised} raised, {failed_rules} rules failed; slowest:"
    )
    for seconds, name in sorted(times, reverse=True)[:SLOWEST]:
        print(f"  {seconds:6.2f} s  {name}")
    return 1 if raised or failed_rules else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
