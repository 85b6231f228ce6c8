"""Check every page of a corpus of Markdown articles and compare the fields as read with its manifest.

    python tools/corpora/corpus_markdown.py CORPORA

CORPORA holds markdown.jsonl: a row a page with "file", "site" and "front_matter" as a YAML or TOML library
reads it. Prints, for each site: pages, reports, fields equal, and scores; then each difference.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import seocheck
from seocheck.readers.fields import DEFAULT_ALIASES, plain


def expected(front: dict[str, Any], name: str) -> Any:
    """The manifest's value under the first alias that holds one."""
    names = DEFAULT_ALIASES[name] + (DEFAULT_ALIASES["seo_title"] if name == "title" else ())
    by_name = {plain(key): value for key, value in reversed(list(front.items()))}
    for alias in names:
        value: Any = by_name.get(plain(alias))
        if value is None and "." in alias:
            outer, _, inner = alias.partition(".")
            nested = by_name.get(plain(outer))
            value = nested.get(inner) if isinstance(nested, dict) else None
        if value not in (None, "", []):
            return value
    return None


def words(value: Any) -> str:
    """A text with its white space evened out: a folded scalar may end in a line break."""
    return " ".join(str(value).split())


def keyword_list(value: Any) -> list[str]:
    """A manifest's keywords as a list of texts."""
    items = value if isinstance(value, list) else [value] if value else []
    if len(items) == 1:
        items = str(items[0]).rstrip(" .").split(",")
    return [words(item) for item in items if words(item)]


def main(corpora: Path) -> int:
    """Run and print."""
    rows = [json.loads(line) for line in (corpora / "markdown.jsonl").open(encoding="utf-8")]
    equal: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    scores: dict[str, list[float]] = defaultdict(list)
    lost: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    fired: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    failed: dict[str, int] = defaultdict(int)
    differences = []
    started = time.perf_counter()
    for row in rows:
        path, site, front = corpora / row["file"], row["site"], row["front_matter"] or {}
        report = seocheck.check_file(path, settings={})
        equal[site]["pages"] += 1
        if report.score is not None:
            scores[site].append(report.score)
        failed[site] += any(f.severity == "error" for f in report.findings)
        for finding in report.findings:
            lost[site][finding.rule] += finding.points
            fired[site][finding.rule].add(row["file"])
        title, description, keywords = (expected(front, n) for n in ("title", "description", "keywords"))
        read = {
            "title": (words(report.title.text) if report.title else None, words(title) if title else None),
            "description": (
                words(report.description.text) if report.description and report.description.text else None,
                words(description) if description else None,
            ),
            "keywords": ([words(k.text) for k in report.keywords], keyword_list(keywords)),
        }
        for name, (mine, theirs) in read.items():
            if mine == theirs:
                equal[site][name] += 1
            else:
                differences.append(f"{row['file']}: {name}: read {mine!r}, manifest {theirs!r}")
    seconds = time.perf_counter() - started
    print(f"{len(rows)} pages, {seconds * 1000 / len(rows):.1f} ms a page")
    print(
        f"{'site':<28}{'pages':>6}{'title':>7}{'descr.':>7}{'keyw.':>7}  {'median':>7}{'p10':>6}{'p90':>6}{'errors':>8}"
    )
    for site, counts in equal.items():
        values = sorted(scores[site])
        deciles = statistics.quantiles(values, n=10)
        print(
            f"{site:<28}{counts['pages']:>6}{counts['title']:>7}{counts['description']:>7}{counts['keywords']:>7}  "
            f"{statistics.median(values):>7.1f}{deciles[0]:>6.1f}{deciles[-1]:>6.1f}{failed[site]:>8}"
        )
        worst = sorted(lost[site].items(), key=lambda item: -item[1])[:6]
        pages = counts["pages"]
        print(
            "    "
            + ", ".join(f"{rule} {cost / pages:.1f} ({len(fired[site][rule]) / pages:.0%})" for rule, cost in worst)
        )
    print(f"{len(differences)} differences")
    for line in differences:
        print("  " + line[:300])
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
