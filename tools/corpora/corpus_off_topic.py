"""Asks of each page whether its title and description speak of something else than its text; and the same of those of
other pages in its language.

    python tools/corpora/corpus_off_topic.py FOLDER...

Of their own pages as few as possible should; of others as many as possible. Titles and descriptions are drawn with a
fixed seed from pages of another folder, two for each page.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from seocheck.analysis import Analysis
from seocheck.check.given import with_given
from seocheck.check.reporter import read_article
from seocheck.config import Settings, make_plan
from seocheck.errors import SeocheckError
from seocheck.model.article import Article
from seocheck.readers import decode
from seocheck.readers.formats import extensions

SETTINGS = Settings()
SEED = 5
OTHERS = 2
ENOUGH = 50
"""Words of prose of a page that is asked."""


def pages(folders: list[Path]) -> list[tuple[Path, Analysis]]:
    """All pages with enough prose."""
    plan = make_plan(SETTINGS)
    found: list[tuple[Path, Analysis]] = []
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in extensions()):
        try:
            article = read_article(decode(path.read_bytes(), str(path)), plan)
        except SeocheckError:
            continue
        analysis = Analysis.of(article, plan.settings, grades=False)
        if analysis.word_count >= ENOUGH:
            found.append((path, analysis))
    return found


def ask(analysis: Analysis, other: Article | None, whose: str, counts: Counter[tuple[str, str, bool]]) -> None:
    """Count whether the title and the description of a page are called foreign; other: whose are put in their place."""
    article = analysis.article
    for name in ("title", "description"):
        own, given = (getattr(each, name) if each else None for each in (article, other))
        if own is None or (other is not None and (given is None or given.text.value == own.text.value)):
            continue
        asked = analysis
        if given is not None:
            asked = Analysis.of(with_given(article, **{name: given.text.value}), SETTINGS, grades=False)
        found = asked.foreign_title if name == "title" else asked.foreign_description
        counts[name, whose, found is not None] += 1


def main() -> None:
    """Print how many are foreign."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    chooser = random.Random(SEED)
    found = pages(parser.parse_args().folders)
    counts: Counter[tuple[str, str, bool]] = Counter()
    for path, analysis in found:
        ask(analysis, None, "own", counts)
        code = analysis.language.code
        others = [a.article for p, a in found if a.language.code == code and p.parent != path.parent]
        for other in chooser.sample(others, min(OTHERS, len(others))):
            ask(analysis, other, "other", counts)
    for name in ("title", "description"):
        for whose in ("own", "other"):
            foreign = counts[name, whose, True]
            print(f"{name} of the {whose} page: {foreign} of {foreign + counts[name, whose, False]} foreign")


if __name__ == "__main__":
    main()
