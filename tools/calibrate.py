"""Score every page of a corpus with the default settings, and say how the scores lie.

    python tools/calibrate.py CORPORA > tables.md

CORPORA holds markdown.jsonl, html.jsonl and news_keywords.jsonl (see its README). Prints Markdown tables: by site,
by genre and by language the median, the tenth and ninetieth percentile, the share of pages that the default gate
passes, and the rules that cost most; then, for each rule, how often it fires on a site at most, and the largest
part of the whole weight that it keeps.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import starmap
from pathlib import Path

import seocheck

LEAST = 10
"""Groups of fewer pages have no percentiles worth printing."""
COSTLY = 4
"""Rules that are named as costing most."""


@dataclass(frozen=True, slots=True)
class Job:
    """One page: where it lies, or its text where it is none of the corpus's files."""

    site: str
    genre: str
    path: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What is kept of a page's report."""

    site: str
    genre: str
    language: str
    score: float | None
    passes: bool
    points: dict[str, float]


def genre_of(site: str, path: str) -> str:
    """News, blog or documentation, by where a page lies."""
    if "news" in site:
        return "news"
    if site.startswith(("gohugoio/", "docker/")) or "/documentation/" in path:
        return "documentation"
    return "blog"


def jobs(corpora: Path) -> Iterator[Job]:
    """All pages of the corpus."""
    for row in _rows(corpora / "markdown.jsonl"):
        yield Job(row["site"], genre_of(row["site"], row["file"]), str(corpora / row["file"]))
    for row in _rows(corpora / "html.jsonl"):
        yield Job("news pages in HTML", "news", str(corpora / row["file"]))
    for row in _rows(corpora / "news_keywords.jsonl"):
        front = {key: row[key] for key in ("title", "description", "keywords", "lang") if row.get(key)}
        text = f"{json.dumps(front, ensure_ascii=False, indent=1)}\n\n{row['text']}"
        yield Job("news texts with keywords", "news", f"{row['id']}.md", text)


def check(job: Job) -> Row:
    """One page's row."""
    if job.text is None:
        report = seocheck.check_file(job.path, settings={})
    else:
        report = seocheck.check_text(job.text, path=job.path, settings={})
    points: dict[str, float] = defaultdict(float)
    for finding in report.findings:
        if finding.severity != "suggestion":
            points[finding.rule] += finding.points
    passes = not any(finding.severity == "error" for finding in report.findings)
    return Row(job.site, job.genre, report.language.code or "unknown", report.score, passes, dict(points))


def table(rows: Sequence[Row], name: str, key: Callable[[Row], str]) -> None:
    """One table, a line a group."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    print(f"| {name} | pages | median | p10 | p90 | p90 − p10 | gate passes | costs most: points (share of pages) |")
    print("|---|---:|---:|---:|---:|---:|---:|---|")
    for group, members in sorted(groups.items(), key=lambda item: -len(item[1])):
        scores = [row.score for row in members if row.score is not None]
        if len(scores) < LEAST:
            continue
        deciles = statistics.quantiles(scores, n=10)
        passing = sum(row.passes for row in members) / len(members)
        print(
            f"| {group} | {len(members)} | {statistics.median(scores):.1f} | {deciles[0]:.1f} | {deciles[-1]:.1f} "
            f"| {deciles[-1] - deciles[0]:.1f} | {passing:.1%} | {', '.join(starmap(_cost, _costly(members)))} |"
        )
    print()


def _costly(rows: Sequence[Row]) -> list[tuple[str, float, float]]:
    cost: Counter[str] = Counter()
    fires: Counter[str] = Counter()
    for row in rows:
        cost.update(row.points)
        fires.update(row.points.keys())
    return [(rule, total / len(rows), fires[rule] / len(rows)) for rule, total in cost.most_common(COSTLY)]


def _cost(rule: str, points: float, share: float) -> str:
    return f"{rule} {points:.1f} ({share:.0%})"


def rules_table(rows: Sequence[Row]) -> None:
    """How widely each rule fires, and what it costs at most."""
    sites: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        sites[row.site].append(row)
    fires: dict[str, tuple[float, str]] = {}
    most: dict[str, float] = defaultdict(float)
    for site, members in sites.items():
        counts = Counter(rule for row in members for rule in row.points)
        for rule, count in counts.items():
            fires[rule] = max(fires.get(rule, (0.0, "")), (count / len(members), site))
        for row in members:
            for rule, points in row.points.items():
                most[rule] = max(most[rule], points)
    pages = Counter(rule for row in rows for rule in row.points)
    print("| rule | fires on | at most on | points where it fires: median | points: most |")
    print("|---|---:|---|---:|---:|")
    for rule, count in pages.most_common():
        share, site = fires[rule]
        median = statistics.median(row.points[rule] for row in rows if rule in row.points)
        print(f"| {rule} | {count / len(rows):.1%} | {share:.0%} of {site} | {median:.1f} | {most[rule]:.1f} |")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main(corpora: Path) -> None:
    """Run and print."""
    with ProcessPoolExecutor() as pool:
        rows = list(pool.map(check, jobs(corpora), chunksize=16))
    table(rows, "site", lambda row: row.site)
    table(rows, "genre", lambda row: row.genre)
    common = {code for code, count in Counter(row.language for row in rows).items() if count >= LEAST}
    table(rows, "language", lambda row: row.language if row.language in common else "others")
    table(rows, "all", lambda row: "all pages")
    rules_table(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
