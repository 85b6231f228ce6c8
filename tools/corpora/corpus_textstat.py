"""Holds our reading ease and school grades, and textstat's own, against published ones.

    NLTK_DATA=DIR python tools/corpora/corpus_textstat.py FOLDER

FOLDER holds `readability.jsonl`: excerpts of the CLEAR corpus with published scores, and `BT_easiness`, how easy
teachers found each. textstat counts syllables by the CMU pronouncing dictionary, which it fetches from the network: DIR
holds it as nltk keeps it (corpora/cmudict/cmudict). seocheck itself needs none of this.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from statistics import correlation
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from seocheck.analysis.prose.reading_ease import prose, reading_ease
from seocheck.analysis.prose.school_grades import school_grades
from seocheck.base.text import verbatim
from seocheck.languages import load
from seocheck.model.article import Block

COLUMNS = (
    ("Flesch-Reading-Ease", "flesch_reading_ease"),
    ("Flesch-Kincaid-Grade-Level", "flesch_kincaid_grade"),
    ("SMOG Readability", "smog_index"),
    ("New Dale-Chall Readability Formula", "dale_chall_readability_score"),
    ("Automated Readability Index", "automated_readability_index"),
)
"""A published column, and textstat's name for the same."""


def main() -> None:
    """Print for each column how ours and textstat's correlate with it, and with how easy teachers found the texts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=None, help="only so many excerpts")
    options = parser.parse_args()
    from textstat import textstat  # fetches what NLTK_DATA does not have

    lines = (options.folder / "readability.jsonl").read_text(encoding="utf-8").splitlines()
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines[: options.first]]
    language = load("en")
    ours: dict[str, list[float]] = {name: [] for _, name in COLUMNS}
    theirs: dict[str, list[float]] = {name: [] for _, name in COLUMNS}
    for row in rows:
        text = row["Excerpt"]
        found = prose([Block("paragraph", verbatim(x, 0, len(x))) for x in text.split("\n") if x.strip()], language)
        grades = school_grades(found.texts, "en")
        ease = reading_ease(found.counts, language)
        assert grades is not None
        assert ease is not None
        measured = {**grades.grades, "flesch_reading_ease": ease.value}
        for _, name in COLUMNS:
            ours[name].append(measured[name])
            theirs[name].append(getattr(textstat, name)(text))
    easy = [float(row["BT_easiness"]) for row in rows]
    print("| column | ours with it | textstat with it | ours with BT_easiness | textstat with BT_easiness |")
    print("|---|--:|--:|--:|--:|")
    for column, name in COLUMNS:
        published = [float(row[column]) for row in rows]
        cells = [correlation(values, against) for against in (published, easy) for values in (ours[name], theirs[name])]
        print(f"| {column} | {' | '.join(f'{cell:.4f}' for cell in cells)} |")


if __name__ == "__main__":
    main()
