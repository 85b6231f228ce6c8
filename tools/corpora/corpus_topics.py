"""Compare the suggested topics with the publishers' own keywords, beside raw YAKE at the same length.

    python tools/corpora/corpus_topics.py CORPORA

Reads CORPORA/news_keywords.jsonl. The keywords are taken away, the topics are asked for, and those that are one of the
publisher's keywords (by stems, in any order) are counted; the same number of raw YAKE's best phrases is counted in the
same way. Recall is of the keywords that the text says word for word.
"""

from __future__ import annotations

import argparse
import json
from itertools import islice
from pathlib import Path

from msgspec.structs import replace
from yake import KeywordExtractor

from rules.keywords.undeclared_topic import topics
from seocheck.analysis import Analysis
from seocheck.analysis.words.zones import split
from seocheck.check.complete import settle
from seocheck.config.settings import Settings
from seocheck.model.article import Article, Source
from seocheck.readers import read


def stems(phrase: str, analysis: Analysis) -> frozenset[str]:
    """The stems of a phrase."""
    return frozenset(analysis.words.stems(token.text) for token in split(phrase, analysis.language))


def main() -> None:
    """Print precision and recall of both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--most", type=int, default=10, help="topics asked for at most")
    arguments = parser.parse_args()
    hits = {"topics": 0, "raw YAKE": 0}
    named = wanted = articles = literal = 0
    for line in (arguments.corpora / "news_keywords.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        front = {key: row[key] for key in ("title", "description", "keywords", "lang") if row.get(key)}
        source = Source("a.md", f"{json.dumps(front, ensure_ascii=False)}\n\n{row['text']}")
        article: Article = settle(read(source, "markdown"), Settings())
        analysis = Analysis(article)
        said = {stems(s.keyword.text.value, analysis) for s in analysis.support if s.tier == "exact"}
        bare = Analysis(replace(article, keywords=(), keywords_declared=False))
        found = list(islice(topics(bare), arguments.most))
        text = "\n\n".join(block.text.value for block in article.blocks)
        raw = KeywordExtractor(lan=article.language.code or "en", n=3, top=len(found) or 1).extract_keywords(text)
        articles += 1
        named += len(found)
        wanted += len(said)
        literal += sum(topic.text in text for topic in found)
        hits["topics"] += len({stems(topic.text, analysis) for topic in found} & said)
        hits["raw YAKE"] += len({stems(str(phrase), analysis) for phrase, _ in raw[: len(found)]} & said)
    print(f"{articles} articles, {named} topics ({literal} of them literally in the text), {wanted} keywords said")
    for name, count in hits.items():
        print(f"{name}: precision {count / max(named, 1):.3f}, recall {count / max(wanted, 1):.3f}")


if __name__ == "__main__":
    main()
