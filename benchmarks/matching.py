"""Time the lookup of 16 keywords in an article of about 1,000 words, its words cut beforehand.

    python benchmarks/matching.py

Prints milliseconds for all 16, the best of many runs, beside the time of cutting the words; the ratio of the two is
what can be compared between machines.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from seocheck.analysis import Analysis
from seocheck.analysis.matching import support
from seocheck.analysis.zones import Words
from seocheck.article import Source
from seocheck.config.settings import Settings
from seocheck.readers import read
from seocheck.settle import settle

PARAGRAPH = (
    "A sourdough starter wants flour and water twice a day, and a warm place where nobody forgets it. Rye flour makes "
    "it lively, wheat makes it mild; whoever bakes on Saturdays feeds it on Friday evening and again at dawn. The "
    "bakeries in our street keep theirs in buckets, and their bakers will give you a spoonful if you ask before nine. "
)
KEYWORDS = (
    "sourdough starter", "rye flour", "feeding schedule", "bakery", "wheat", "baker's yeast", "water temperature",
    "Saturday", "bread recipe", "warm places", "bucket", "flour mill", "starter", "twice a day", "spoonful", "oven",
)  # fmt: skip


def best(run: Callable[[], object], times: int = 200) -> float:
    """The shortest of many runs, in milliseconds."""
    shortest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest * 1000


def main() -> None:
    """Print the figures."""
    listed = ", ".join(KEYWORDS)
    text = f"---\ntitle: Bread\nlang: en\nkeywords: [{listed}]\n---\n\n" + "\n\n".join([PARAGRAPH] * 15)
    article = settle(read(Source("bread.md", text), "markdown"), Settings())
    analysis = Analysis(article)
    cutting = best(lambda: Words(article, analysis.language), 50)
    words = analysis.words
    first = time.perf_counter()
    found = [support(keyword, words) for keyword in article.keywords]
    cold = (time.perf_counter() - first) * 1000
    matching = best(lambda: [support(keyword, words) for keyword in article.keywords])
    tiers = [s.tier for s in found]
    counts = ", ".join(f"{tier} {tiers.count(tier)}" for tier in sorted(set(tiers)))
    print(f"{len(words.words)} words, {len(found)} keywords: {counts}")
    print(f"cutting the words {cutting:.2f} ms; matching {matching:.2f} ms ({matching / cutting:.2f} of it)")
    print(f"the first time, with the dictionary loaded for what stems leave unmatched: {cold:.1f} ms")


if __name__ == "__main__":
    main()
