"""How densely real articles say their declared keywords, and what `keywords/overused` finds in them.

    python tools/corpora/corpus_stuffing.py CORPORA [--tags] [--show]

CORPORA holds markdown.jsonl, html.jsonl and news_keywords.jsonl. Prints, for keywords of one, of two and of more
words, the quantiles of their counts in 1,000 words that belong to no keyword (texts of 200 such words or more), and
the share of pages with a finding; with --show each finding. --tags takes tags for keywords too, which many more pages
have.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import seocheck
from seocheck.analysis import Analysis
from seocheck.analysis.frequency.bursts import Close
from seocheck.analysis.frequency.stuffing import Limits, stuffing
from seocheck.check.reporter import read_article
from seocheck.config import Settings, make_plan
from seocheck.model.article import Source

RULES = ("keywords/overused", "keywords/said-late")
LEAST = 200
"""Other words of a text whose densities are worth counting."""
ANY = Limits(Close(3, 1), Close(3, 1))


@dataclass(frozen=True, slots=True)
class Page:
    """Densities by the keyword's size, and the rules' findings by rule."""

    name: str
    densities: tuple[tuple[int, float], ...]
    findings: tuple[tuple[str, str, str], ...]


def pages(corpora: Path) -> Iterator[tuple[str, str | None]]:
    """Each page's path, and its text where it is no file."""
    for manifest in ("markdown.jsonl", "html.jsonl"):
        for row in map(json.loads, (corpora / manifest).open(encoding="utf-8")):
            yield str(corpora / row["file"]), None
    for row in map(json.loads, (corpora / "news_keywords.jsonl").open(encoding="utf-8")):
        front = {key: row[key] for key in ("title", "description", "keywords", "lang") if row.get(key)}
        yield f"{row['id']}.md", f"{json.dumps(front, ensure_ascii=False, indent=1)}\n\n{row['text']}"


def look(job: tuple[str, str | None], *, tags: bool) -> Page | None:
    """One page; None where it declares no keywords or its words cannot be counted."""
    path, text = job
    text = text if text is not None else Path(path).read_bytes().decode("utf-8", "replace")
    settings = Settings(tags_are_keywords=tags)
    analysis = Analysis(read_article(Source(path, text), make_plan(settings)), tags_are_keywords=tags)
    if not analysis.keywords or not analysis.language.spaced:
        return None
    found = stuffing(analysis, ANY, ANY)
    densities = [
        (min(said.size, 3), 1000 * len(said.spans) / found.others)
        for said in found.said
        if said.spans and found.others >= LEAST
    ]
    report = seocheck.check_text(text, path=path, settings={"tags_are_keywords": tags}, select=RULES)
    findings = tuple((f.rule, f.message, f.line.text if f.line else "") for f in report.findings)
    return Page(path, tuple(densities), findings)


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--tags", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        found = pool.map(partial(look, tags=options.tags), pages(options.corpora), chunksize=16)
        read = [page for page in found if page is not None]
    print(f"{len(read)} pages with {'keywords or tags' if options.tags else 'keywords'}")
    for size, name in ((1, "one word"), (2, "two words"), (3, "more")):
        values = sorted(density for page in read for kind, density in page.densities if kind == size)
        cuts = statistics.quantiles(values, n=100)
        print(
            f"{name}: {len(values)} said; in 1,000 other words median {cuts[49]:.1f}, p90 {cuts[89]:.1f}, "
            f"p99 {cuts[98]:.1f}, most {values[-1]:.1f}"
        )
    for rule in RULES:
        with_it = [page for page in read if any(name == rule for name, _, _ in page.findings)]
        print(f"{rule}: {len(with_it)} pages ({len(with_it) / len(read):.2%})")
        for page in with_it if options.show else ():
            for name, message, line in page.findings:
                if name == rule:
                    print(f"  {page.name}: {message}\n    {line[:200]}")


if __name__ == "__main__":
    main()
