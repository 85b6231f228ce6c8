"""Hold the HTML reader against a folder of real pages: `python tools/corpus_html.py CORPORA`.

CORPORA holds `html.jsonl` (see its README): each line names a page and what another parser read there.
Prints every difference, then the pages read alike for each field, then how many of the article's words
were found (recall) and how many of the words found are the article's (precision).
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import mean, median

from seocheck.article import Article, Source
from seocheck.readers.html import read_html
from seocheck.readers.html_encoding import decode

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


def overlap(article: Article, known: str) -> tuple[float, float]:
    """Recall and precision of the body's words against the known text."""
    found = words(" ".join(b.text.value for b in article.blocks if b.level != 1))
    expected = words(known)
    common = sum((found & expected).values())
    return common / max(expected.total(), 1), common / max(found.total(), 1)


def main(folder: Path) -> None:
    """Print the comparison."""
    equal: Counter[str] = Counter()
    figures: dict[bool, list[tuple[float, float, str]]] = {True: [], False: []}
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
        known = (row.get("expected") or {}).get("body_text", "")
        if len(known) >= MIN_CHARACTERS:
            landmark = re.search(
                r"<(?:main|article)[\s>]|role=.?(?:main|article)|articlebody", article.source.text, re.I
            )
            figures[landmark is not None].append((*overlap(article, known), row["file"]))
    print(f"\n{len(rows)} pages in {time.perf_counter() - start:.2f} s; read alike:")
    for name in ("title", "lang", "description", "keywords", "news_keywords", "og_title", "og_description"):
        print(f"  {name:15} {equal[name]}/{len(rows)}")
    for marked, found in figures.items():
        print(f"\nbody words, {len(found)} pages with{'' if marked else 'out'} landmarks (recall, precision):")
        for recall, precision, name in sorted(found):
            print(f"  {recall:.2f} {precision:.2f} {name}")
        if found:
            recalls, precisions = [f[0] for f in found], [f[1] for f in found]
            for name, average in (("mean", mean), ("median", median)):
                print(f"  {average(recalls):.3f} {average(precisions):.3f} {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
