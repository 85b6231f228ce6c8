"""Time the lookup of 16 keywords in an article of about 1,000 words, its words cut beforehand.

    python benchmarks/matching.py [PAGE ...]

Prints milliseconds for all 16, the best of many runs, beside the time of what comes before: cutting the words, and
the index of their stems, which the check needs for other rules too (`keywords/overused`). Matching itself is timed
twice. "All known": keywords and article have been met before. "All new": neither has, so that the keywords' own
words are cut and stemmed, the article's other indexes (dictionary forms, names) are built, and only what the process
keeps of single words (stems, dictionary entries) is at hand, as in a run over many articles.

With pages, their declared keywords and tags are looked up instead, and the figures are for all of them together.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from seocheck.analysis.keywords.asked import forget
from seocheck.analysis.keywords.matching import support
from seocheck.analysis.keywords.support import Support
from seocheck.analysis.words.zones import Words
from seocheck.check.complete import settle
from seocheck.config.settings import Settings
from seocheck.languages import load
from seocheck.model.article import Article, Source
from seocheck.readers import read
from seocheck.readers.formats import choose

PARAGRAPH = (
    "A sourdough starter wants flour and water twice a day, and a warm place where nobody forgets it. Rye flour makes "
    "it lively, wheat makes it mild; whoever bakes on Saturdays feeds it on Friday evening and again at dawn. The "
    "bakeries in our street keep theirs in buckets, and their bakers will give you a spoonful if you ask before nine. "
)
KEYWORDS = (
    "sourdough starter", "rye flour", "feeding schedule", "bakery", "wheat", "baker's yeast", "water temperature",
    "Saturday", "bread recipe", "warm places", "bucket", "flour mill", "starter", "twice a day", "spoonful", "oven",
)  # fmt: skip


def best(run: Callable[[], object], times: int, prepare: Callable[[], object] = lambda: None) -> float:
    """The shortest of many runs, in milliseconds; what prepares a run is not timed."""
    shortest = float("inf")
    for _ in range(times):
        prepare()
        start = time.perf_counter()
        run()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest * 1000


def article_of(path: str, text: str) -> Article:
    """An article as the check sees it."""
    return settle(read(Source(path, text), choose(text, path).name), Settings())


def own_article() -> Article:
    """The article that is here, with its keywords."""
    listed = ", ".join(KEYWORDS)
    return article_of(
        "bread.md", f"---\ntitle: Bread\nlang: en\nkeywords: [{listed}]\n---\n\n" + "\n\n".join([PARAGRAPH] * 15)
    )


class Pages:
    """Articles whose words can be cut and indexed anew."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self.words: list[Words] = []
        self.cut()

    def cut(self) -> None:
        """Cut the words."""
        self.words = [Words(article, load(article.language.code)) for article in self._articles]

    def index(self) -> None:
        """Look all stems up."""
        for words in self.words:
            words.by_stem  # noqa: B018

    def match(self) -> list[Support]:
        """Look all keywords up."""
        pairs = zip(self._articles, self.words, strict=True)
        return [support(keyword, words) for a, words in pairs for keyword in (*a.keywords, *a.taxonomy)]

    def renew(self) -> None:
        """As if neither keywords nor articles had been met before."""
        forget()
        self.cut()
        self.index()


def main() -> None:
    """Print the figures."""
    given = [article_of(path, Path(path).read_text("utf-8", "replace")) for path in sys.argv[1:]]
    pages = Pages(given or [own_article()])
    times = 5 if given else 200
    first = best(lambda: (pages.index(), pages.match()), 1)
    found = pages.match()
    tiers = Counter(one.tier for one in found)
    cutting = best(pages.cut, times)
    index = best(pages.index, times, pages.cut)
    new = best(pages.match, times, pages.renew)
    known = best(pages.match, times)
    count = sum(len(words.words) for words in pages.words)
    places = sum(len(one.occurrences) for one in found)
    print(f"{count} words, {len(found)} keywords: {', '.join(f'{t} {n}' for t, n in sorted(tiers.items()))}")
    print(f"before:   cutting the words {cutting:.2f} ms, the index of their stems {index:.2f} ms")
    print(f"matching: all new {new:.2f} ms, all known {known:.2f} ms; {places} places")
    print(f"the first time, with index and with the dictionary loaded for what stems leave unmatched: {first:.1f} ms")


if __name__ == "__main__":
    main()
