"""What the tests of engines share: many small articles, one of them poisoned, and what one process finds in them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support import ROOT, environment

ARTICLES = """
import seocheck

COUNT = 2_000
POISONED = 77
IDS = [f"{number}.md" for number in range(COUNT)]
TEXTS = [f"---\\ntitle: Loaf {number // 2}\\n---\\n\\nRye bread number {number}.\\n" for number in range(COUNT)]
TEXTS[POISONED] = "POISON"
OPTIONS = {"id": "id", "text": "text", "rules": RULES, "select": ["title", "traps"], "settings": {"topics": False}}


def compare(found):
    # Rows may come in any order: (id, score, errors, error, summary).
    found = sorted(found, key=lambda row: int(row[0].removesuffix(".md")))
    assert [row[0] for row in found] == IDS
    failed = [number for number, row in enumerate(found) if isinstance(row[3], str)]
    assert failed == [POISONED], [row[3] for row in found if isinstance(row[3], str)]
    pairs = [(path, text) for path, text in zip(IDS, TEXTS) if text != "POISON"]
    alone = seocheck.check_texts(pairs, select=["title"], settings={"topics": False}, workers=1)
    checked = [row for row in found if row[0] != IDS[POISONED]]
    for report, (path, score, errors, _, _) in zip(alone, checked, strict=True):
        assert (path, score, errors) == (report.path, report.score, report.count("error"))
    titles = seocheck.site_table([row[4] for row in checked], settings={}, select=["site/duplicate-title"])
    assert titles.num_rows == COUNT // 2 - 1
    print("equal")
"""


def ends_with_equal(script: str, folder: Path, rules: str, **changes: str) -> None:
    """Run a script that has an engine check `ARTICLES` and compares the result."""
    (folder / "articles.py").write_text(f"RULES = {rules!r}\n{ARTICLES}", encoding="utf-8")
    (folder / "cluster.py").write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "cluster.py"], cwd=folder, capture_output=True, text=True, check=False,
        env=environment(PYTHONPATH=f"{ROOT}:{folder}", **changes),
    )  # fmt: skip
    assert done.stdout == "equal\n", done.stderr[-3000:]
