"""Hold the HTML reader against a folder of real pages: `python tools/corpora/corpus_html.py CORPORA`.

CORPORA holds `html.jsonl` (see its README): each line names a page and what another parser read there.
Prints every difference, then the pages read alike for each field, then how many of the article's words
were found (recall), how many of the words found are the article's (precision), and F1, the harmonic mean of both.
Captions count as the article's where the corpus has them; a second figure leaves them out. At last: how many
sentences lead back to the source, and those that do not.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from seocheck.analysis.prose.sentences import split_sentences
from seocheck.languages import load
from seocheck.model.article import Article, Source
from seocheck.readers.html.encoding import decode
from seocheck.readers.html.reader import read_html

MIN_CHARACTERS = 400
"""Shorter known texts are a line of a page that is no article."""


def read(path: Path) -> Article:
    """The article of a file."""
    text, encoding, mark = decode(path.read_bytes())
    return read_html(Source(str(path), text, encoding, mark))


def declared(article: Article) -> dict[str, str | list[str]]:
    """The declared fields in the shape of the corpus."""

    def values(name: str) -> list[str]:
        return [f.text.value for f in article.metadata.get(name, ())]

    return {
        # The corpus has every white space in titles made a blank, wide Japanese ones too.
        "title": " ".join(article.title.text.value.split()) if article.title else "",
        "lang": article.declared_language,
        "description": values("description"),
        "keywords": values("keywords"),
        "news_keywords": values("news_keywords"),
        "og_title": values("og:title"),
        "og_description": values("og:description"),
    }


def elsewhere(article: Article) -> str:
    """The language that a page declares elsewhere than on its root element, which the corpus leaves out."""
    fields = [*article.metadata.get("content-language", ()), *article.metadata.get("og:locale", ())]
    return next((f.text.value.strip().replace("_", "-") for f in fields), "")


def words(text: str) -> Counter[str]:
    """The words of a text, with their counts."""
    return Counter(re.findall(r"[^\W_]+", text.lower()))


class Overlap(NamedTuple):
    """Shares of words, 0 to 1: of the article's that were found, of those found that are the article's."""

    recall: float
    precision: float
    file: str

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.recall * self.precision / max(self.recall + self.precision, 1e-9)


def overlap(article: Article, known: str, file: str, *, captions: bool = True) -> Overlap:
    """The body's words against the known text."""
    blocks = [b for b in article.blocks if b.level != 1 and (captions or b.kind != "caption")]
    found = words(" ".join(b.text.value for b in blocks))
    expected = words(known)
    common = sum((found & expected).values())
    return Overlap(common / max(expected.total(), 1), common / max(found.total(), 1), file)


def misplaced(article: Article) -> tuple[int, list[str]]:
    """How many sentences an article has, and those of which a verbatim part does not stand where it says."""
    source = article.source.text
    wrong: list[str] = []
    count = 0
    for block in article.blocks:
        for start, end in split_sentences(block.text.value, load("en")):
            count += 1
            sentence = block.text.slice(start, end)
            span = sentence.span()
            faithful = span.start < span.end and all(
                sentence.value[s.start : s.end] == source[s.source_start : s.source_end]
                for s in sentence.segments
                if s.verbatim
            )
            if not faithful:
                wrong.append(sentence.value)
    return count, wrong


def main(folder: Path) -> None:
    """Print the comparison."""
    equal: Counter[str] = Counter()
    figures: dict[bool, list[Overlap]] = {True: [], False: []}
    bare: dict[bool, list[Overlap]] = {True: [], False: []}
    sentences, wrong = 0, 0
    rows = [json.loads(line) for line in (folder / "html.jsonl").read_text("utf-8").splitlines()]
    start = time.perf_counter()
    for row in rows:
        path = folder / row["file"]
        article = read(path)
        for name, ours in declared(article).items():
            theirs = row["html5lib"][name]
            if name == "lang" and not theirs:
                theirs = elsewhere(article)
            if ours == theirs:
                equal[name] += 1
            else:
                print(f"{row['file']}: {name}\n  theirs {theirs!r}\n  ours   {ours!r}")
        count, strays = misplaced(article)
        sentences, wrong = sentences + count, wrong + len(strays)
        for stray in strays:
            print(f"{row['file']}: place {stray!r}")
        known = (row.get("expected") or {}).get("body_text", "")
        if len(known) >= MIN_CHARACTERS:
            landmark = re.search(
                r"<(?:main|article)[\s>]|role=.?(?:main|article)|articlebody", article.source.text, re.I
            )
            figures[landmark is not None].append(overlap(article, known, row["file"]))
            bare[landmark is not None].append(overlap(article, known, row["file"], captions=False))
    print(f"\n{len(rows)} pages in {time.perf_counter() - start:.2f} s; read alike:")
    for name in ("title", "lang", "description", "keywords", "news_keywords", "og_title", "og_description"):
        print(f"  {name:15} {equal[name]}/{len(rows)}")
    for marked, found in figures.items():
        print(f"\nbody words, {len(found)} pages with{'' if marked else 'out'} landmarks (recall, precision, F1):")
        for page in sorted(found, key=lambda page: page.f1):
            print(f"  {page.recall:.3f} {page.precision:.3f} {page.f1:.3f} {page.file}")
        for title, pages in (("", found), (", captions left out", bare[marked])):
            for name, average in (("mean", mean), ("median", median)):
                row = (average([getattr(page, what) for page in pages]) for what in ("recall", "precision", "f1"))
                print("  " + " ".join(f"{value:.3f}" for value in row) + f" {name}{title}")
    print(f"\n{sentences} sentences, {wrong} of them not where they say")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
