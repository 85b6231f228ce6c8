"""Hold publishers' own keywords against their own articles, and list what is supported how.

    python tools/corpora/corpus_keywords.py CORPORA [--show TIER]

CORPORA holds news_keywords.jsonl: "title", "description", "text", "keywords", "lang". Prints the mean and median share
of keywords by tier; with --show each keyword of a tier with the words that support it.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections import Counter
from pathlib import Path

import seocheck
from seocheck.model.report import Report


def reports(corpora: Path) -> list[tuple[str, Report]]:
    """A report an article, each made into Markdown with the keywords as its front matter."""
    made = []
    for line in (corpora / "news_keywords.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        front = {key: row[key] for key in ("title", "description", "keywords", "lang") if row.get(key)}
        article = f"{json.dumps(front, ensure_ascii=False)}\n\n{row['text']}"
        made.append((row["id"], seocheck.check_text(article, path=f"{row['id']}.md", select=["keywords/unsupported"])))
    return made


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--show", metavar="TIER")
    options = parser.parse_args()
    tiers: Counter[str] = Counter()
    exact, supported = [], []
    for name, report in reports(options.corpora):
        found = Counter(keyword.tier for keyword in report.keywords)
        tiers += found
        if report.keywords:
            exact.append(found["exact"] / len(report.keywords))
            supported.append(1 - found["absent"] / len(report.keywords))
        for keyword in report.keywords:
            if keyword.tier == options.show:
                words = keyword.evidence.words if keyword.evidence else ""
                print(f"{name}: {keyword.text!r} -> {words!r}")
    print(f"{len(exact)} articles, {sum(tiers.values())} keywords: {dict(tiers.most_common())}")
    for label, shares in (("exact", exact), ("supported at any tier", supported)):
        none = sum(share == 0 for share in shares) / len(shares)
        print(f"{label}: mean {statistics.mean(shares):.2f}, median {statistics.median(shares):.2f}, none {none:.0%}")


if __name__ == "__main__":
    main()
