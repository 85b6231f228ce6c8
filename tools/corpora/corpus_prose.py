"""How often the rules on passive voice, transitions and complex words would fire on real pages.

    python tools/corpora/corpus_prose.py CORPORA [--shown 40 --seed 1]

CORPORA holds markdown.jsonl, html.jsonl, news_keywords.jsonl and readability.jsonl (see its README). Prints for each
site the share of pages beyond several limits, and how the share of complex words correlates with what teachers found
easy. With --shown, prints so many sentences that are taken for passives, to be judged by hand.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from seocheck.analysis import Analysis
from seocheck.analysis.prose.easy_words import hard_words
from seocheck.analysis.prose.passive import LANGUAGES, passive_sentences
from seocheck.analysis.prose.transitions import has_transitions, without_transition
from seocheck.check.reporter import read_article
from seocheck.config import Settings, make_plan
from seocheck.model.article import Source
from seocheck.readers import decode
from tools.calibrate import Job, jobs

PLAN = make_plan(Settings())
PASSIVE_LIMITS = (0.1, 0.15, 0.2, 0.25)
TRANSITION_LIMITS = (0.3, 0.2, 0.15, 0.1)
COMPLEX_LIMITS = (0.25, 0.3, 0.35, 0.4)
LEAST_PASSIVES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A page's shares; None where they do not apply."""

    site: str
    sentences: int = 0
    passive: float | None = None
    found: tuple[tuple[str, str], ...] = ()
    transitions: float | None = None
    complex: float | None = None


def measure(job: Job) -> Row:
    """One page."""
    data = job.text.encode() if job.text is not None else Path(job.path).read_bytes()
    analysis = Analysis(read_article(decode(data, job.path), PLAN))
    code, sentences = analysis.language.code, analysis.prose.sentences
    if code not in LANGUAGES or analysis.word_count < 100 or not sentences:
        return Row(job.site)
    passive = passive_sentences(sentences, code)
    found = tuple((p.words, s.block.text.value[s.start : s.end]) for s, p in passive)
    long_enough = has_transitions(code) and analysis.word_count >= 200
    bare = without_transition(sentences, code) if long_enough else [True]
    hard = hard_words(sentences) if code == "en" else None
    return Row(
        job.site,
        len(sentences),
        len(passive) / len(sentences),
        found,
        1.0 - sum(bare) / len(bare) if long_enough else None,
        hard.hard / hard.judged if hard and hard.judged else None,
    )


def excerpt_share(row: dict[str, str]) -> float:
    """The share of complex words of an excerpt."""
    source = Source("excerpt.md", f"---\ntitle: x\nlang: en\n---\n\n{row['Excerpt']}\n")
    hard = hard_words(Analysis(read_article(source, PLAN)).prose.sentences)
    return hard.hard / hard.judged if hard and hard.judged else 0.0


def print_table(rows: Sequence[Row]) -> None:
    """A line for each site, and one for all."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.site].append(row)
    groups["all"] = list(rows)
    for site, members in sorted(groups.items(), key=lambda item: -len(item[1])):
        passive = [r.passive for r in members if r.passive is not None]
        many = [r.passive for r in members if r.passive is not None and len(r.found) >= LEAST_PASSIVES]
        transitions = [r.transitions for r in members if r.transitions is not None]
        hard = [r.complex for r in members if r.complex is not None]
        sentences = sum(r.sentences for r in members)
        if passive:
            share = sum(len(r.found) for r in members) / sentences
            beyond = _shares([[v > limit for v in many] for limit in PASSIVE_LIMITS], PASSIVE_LIMITS, len(passive))
            print(f"{site}: {len(passive)} pages, {sentences} sentences, {share:.1%} passive; above {beyond}")
        if transitions:
            below = [[v < limit for v in transitions] for limit in TRANSITION_LIMITS]
            print(f"  transitions on {len(transitions)} pages: {_middle(transitions)}; below "
                  f"{_shares(below, TRANSITION_LIMITS, len(transitions))}")  # fmt: skip
        if hard:
            above = [[v > limit for v in hard] for limit in COMPLEX_LIMITS]
            print(f"  complex words on {len(hard)} pages: {_middle(hard)}; above "
                  f"{_shares(above, COMPLEX_LIMITS, len(hard))}")  # fmt: skip


def _middle(values: Sequence[float]) -> str:
    return f"median {statistics.median(values):.0%}"


def _shares(tests: Iterable[Sequence[bool]], limits: Iterable[float], pages: int) -> str:
    return ", ".join(f"{limit:.0%}: {sum(test) / pages:.1%}" for test, limit in zip(tests, limits, strict=True))


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--shown", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    excerpts = [json.loads(line) for line in (given.corpora / "readability.jsonl").open(encoding="utf-8")]
    with ProcessPoolExecutor() as pool:
        rows = list(pool.map(measure, jobs(given.corpora), chunksize=16))
        shares = list(pool.map(excerpt_share, excerpts, chunksize=16))
    print_table(rows)
    for column in ("BT_easiness", "New Dale-Chall Readability Formula"):
        other = [float(row[column]) for row in excerpts]
        print(f"complex words of {len(shares)} excerpts with {column}: {statistics.correlation(shares, other):.3f}")
    found = [pair for row in rows for pair in row.found]
    for words, sentence in random.Random(given.seed).sample(found, min(given.shown, len(found))):
        print(f"{words} | {' '.join(sentence.split())}")


if __name__ == "__main__":
    main()
