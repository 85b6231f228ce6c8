"""Holds sentence counts, word counts and reading ease against published ones.

    python tools/corpora/corpus_readability.py FOLDER

FOLDER holds `readability.jsonl`: excerpts of the CLEAR corpus with published counts and scores, and
`BT_easiness`, how easy teachers found each. A line break ends a block. Published numbers differ from tool
to tool, so what counts is the median difference and the correlation.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from statistics import correlation, mean, median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from seocheck.analysis.prose.reading_ease import Prose, prose, reading_ease, words_of
from seocheck.analysis.prose.school_grades import school_grades
from seocheck.analysis.prose.syllables import count_syllables
from seocheck.base.text import verbatim
from seocheck.languages import load
from seocheck.model.article import Block


def blocks(text: str) -> list[Block]:
    """Each line as a paragraph."""
    return [Block("paragraph", verbatim(line, 0, len(line))) for line in text.split("\n") if line.strip()]


def report_counts(name: str, pairs: list[tuple[int, int]]) -> None:
    """Print how ours differ from the published counts."""
    differences = [ours - published for ours, published in pairs]
    relative = [100 * (ours - published) / published for ours, published in pairs]
    print(
        f"{name}: median difference {median(differences):g}, mean {mean(relative):+.2f} %, "
        f"mean of absolute differences {mean(map(abs, relative)):.2f} %, "
        f"equal in {sum(not d for d in differences)} of {len(pairs)}"
    )


def own_grades(found: Prose) -> dict[str, float]:
    """The published formulas over our counts; characters as textstat counts them, stops among them."""
    counts = found.counts
    words = [word for text in found.texts for word in words_of(text)]
    characters = counts.sentences + sum(len("-".join(part.text for part in word).replace(".", "")) for word in words)
    hard = sum(sum(count_syllables(part.text, "en") or 1 for part in word) >= 3 for word in words)
    per_sentence = counts.words / counts.sentences
    return {
        "flesch_kincaid_grade": 0.39 * per_sentence + 11.8 * (counts.syllables or 0) / counts.words - 15.59,
        "automated_readability_index": 4.71 * characters / counts.words + 0.5 * per_sentence - 21.43,
        "smog_index": 1.043 * (30 * hard / counts.sentences) ** 0.5 + 3.1291,
    }


def main() -> None:
    """Print the figures, one a line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    path = parser.parse_args().folder / "readability.jsonl"
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.open(encoding="utf-8")]
    english = load("en")
    started = time.perf_counter()
    found = [prose(blocks(row["Excerpt"]), english) for row in rows]
    spent = time.perf_counter() - started
    print(f"{len(rows)} excerpts, {1000 * spent / len(rows):.2f} ms each")
    report_counts("sentences", [(p.counts.sentences, r["Sentence Count"]) for p, r in zip(found, rows, strict=True)])
    report_counts("words", [(p.counts.words, r["Google WC"]) for p, r in zip(found, rows, strict=True)])
    eases = [ease.value for p in found if (ease := reading_ease(p.counts, english))]
    published = [row["Flesch-Reading-Ease"] for row in rows]
    teachers = [row["BT_easiness"] for row in rows]
    print(f"correlation of our ease with the published Flesch: {correlation(eases, published):.4f}")
    print(f"correlation of our ease with BT_easiness: {correlation(eases, teachers):.4f}")
    long = [sum(s.words > 20 for s in p.sentences) / len(p.sentences) for p in found]
    print(f"correlation of the share of sentences over 20 words with BT_easiness: {correlation(long, teachers):.4f}")
    print(f"correlation of the published Flesch with BT_easiness: {correlation(published, teachers):.4f}")

    started = time.perf_counter()
    graded = [school_grades(p.texts, "en") for p in found]
    spent = time.perf_counter() - started
    grades = [g for g in graded if g]
    print(f"textstat: {len(grades)} of {len(rows)} graded, {1000 * spent / len(rows):.2f} ms each")
    if len(grades) < len(rows):
        return
    whole = [(p, g) for p, g in zip(found, grades, strict=True) if min(s.words for s in p.sentences) > 2]
    for name in own_grades(found[0]):
        worst = max(abs(own_grades(p)[name] - g.grades[name]) for p, g in whole)
        print(f"{name}: at most {worst:.4f} from our own, {len(whole)} texts without sentences of 1-2 words")
    for name, column in (
        ("flesch_kincaid_grade", "Flesch-Kincaid-Grade-Level"),
        ("automated_readability_index", "Automated Readability Index"),
        ("smog_index", "SMOG Readability"),
        ("dale_chall_readability_score", "New Dale-Chall Readability Formula"),
    ):
        values = [g.grades[name] for g in grades]
        print(f"{name}: correlation with the published one {correlation(values, [r[column] for r in rows]):.4f}")
    consensus = correlation([g.consensus for g in grades], teachers)
    print(f"consensus: correlation with BT_easiness {consensus:.4f}")


if __name__ == "__main__":
    main()
