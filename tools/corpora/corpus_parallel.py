"""Compares readability over translations of the same articles: the same text isn't plain in nine languages and hard in
one.

    python tools/corpora/corpus_parallel.py FOLDER

FOLDER has a folder for each collection, and in each a folder for each language with files of the same names. A line
gives the language, its pages, their mean reading ease brought to Flesch's scale, the bound of a long sentence and the
mean share of longer ones, and how many pages readability/hard-to-read and readability/long-sentences find.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from seocheck.analysis import Analysis
from seocheck.check.reporter import read_article
from seocheck.check.run_rules import run_rules
from seocheck.config import Settings, make_plan
from seocheck.languages import load
from seocheck.readers import decode

RULES = ("readability/hard-to-read", "readability/long-sentences")
LEAST = 4
"""Sentences of a page whose share is counted."""


def line(folder: Path) -> str:
    """What is said of one language of a collection."""
    plan = make_plan(Settings(), select=RULES)
    code = folder.name.partition("-")[0]
    found = dict.fromkeys(RULES, 0)
    eases: list[float] = []
    shares: list[float] = []
    pages = [path for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".html")]
    bound = load(code).long_sentence
    for path in pages:
        analysis = Analysis.of(read_article(decode(path.read_bytes(), str(path)), plan), plan.settings, grades=False)
        if analysis.ease is not None and not isinstance(analysis.ease, str):
            eases.append(analysis.ease.flesch_equivalent)
        sentences = analysis.prose.sentences
        if len(sentences) >= LEAST:
            shares.append(sum(sentence.words > bound for sentence in sentences) / len(sentences))
        for rule in {rule.loaded.id for rule, _, _ in run_rules(analysis, plan).findings}:
            found[rule] += 1
    ease = f"{mean(eases):5.1f}" if eases else "    –"
    share = f"{mean(shares):4.0%}" if shares else "   –"
    return f"{folder.name:8} {len(pages):3} pages  ease {ease}  over {bound} words {share}  " + "  ".join(
        f"{rule.partition('/')[2]} {count}" for rule, count in found.items()
    )


def main() -> None:
    """Print a line for each language of each collection."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    for collection in sorted(path for path in parser.parse_args().folder.iterdir() if path.is_dir()):
        print(collection.name)
        for folder in sorted(path for path in collection.iterdir() if path.is_dir()):
            print(f"  {line(folder)}")


if __name__ == "__main__":
    main()
