"""What `check_table` costs beside the check: processor time of the whole tree, a row.

    python benchmarks/tables.py [--rows 10000]

Each row is a short generated article. "check" is the check of the same texts in one process; "table" is the same with
isolation, the way to the worker and back, and the columns.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import seocheck
from seocheck.runs.kept_pool import close_kept

WORDS = [
    "rye", "bread", "oven", "flour", "water", "salt", "mill", "kitchen", "slow", "warm", "morning", "village", "baker",
    "stone", "winter", "summer", "milk",
]  # fmt: skip
SETTINGS = {"topics": False, "school_grades": False}


def article(number: int, made: random.Random) -> str:
    """A short article."""
    text = " ".join(made.choice(WORDS) for _ in range(60))
    return f"---\ntitle: Loaf {number}\nkeywords: [rye bread]\n---\n\n# Loaf\n\n{text.capitalize()}.\n"


def spent() -> float:
    """Seconds of processor time of this process and of those it waited for."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def main() -> None:
    """Print milliseconds a row."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=10_000)
    rows = parser.parse_args().rows
    import pyarrow as pa

    made = random.Random(1)
    texts = [article(number, made) for number in range(rows)]
    list(seocheck.check_texts([("0", texts[0])], workers=1, settings=SETTINGS))  # imports, dictionaries
    start = spent()
    for _ in seocheck.check_texts(enumerate(texts), workers=1, settings=SETTINGS):
        pass
    check = spent() - start
    start, clock = spent(), time.perf_counter()
    table = seocheck.check_table(pa.table({"text": texts}), text="text", settings=SETTINGS)
    close_kept()
    whole, clock = spent() - start, time.perf_counter() - clock
    assert table.num_rows == rows
    print(f"{rows:,} rows, {os.cpu_count()} cores")
    print(f"check {check / rows * 1000:.2f} ms a row, table {whole / rows * 1000:.2f} ms a row ({clock:.1f} s)")
    print(f"beside the check {(whole - check) / rows * 1000:.2f} ms a row")


if __name__ == "__main__":
    main()
