"""Rows of a table on the command line: time and memory of a first run, and of one in which nothing changed.

    python benchmarks/rows.py [--rows 5000]

The rows are generated JSON Lines of about 120 words, each with findings. Time is processor time of the whole tree;
memory that of the largest process.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

WORDS = "rye bread oven flour water salt mill kitchen slow warm morning village baker stone winter summer milk".split()  # noqa: SIM905


def write_rows(path: Path, count: int) -> None:
    """Write the table."""
    made = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            body = f"{' '.join(made.choice(WORDS) for _ in range(120)).capitalize()}."
            row = {
                "id": number,
                "title": f"Loaf {number}",
                "description": "A loaf.",
                "keywords": ["oats"],
                "body": body,
            }
            file.write(f"{json.dumps(row)}\n")


def run(folder: str) -> tuple[float, float]:
    """Check the table: seconds, and megabytes of the largest process so far."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [
        sys.executable,
        "-P",
        "-m",
        "seocheck",
        "check",
        "rows.jsonl",
        "-q",
        "--cache-dir",
        "kept",
        "--exit-zero",
    ]
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, after.ru_maxrss / 1024


def main() -> None:
    """Print both runs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=5_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        write_rows(Path(folder) / "rows.jsonl", rows)
        for what in ("new", "unchanged"):
            spent, memory = run(folder)
            print(
                f"{what}: {rows:,} rows, {spent / rows * 1000:.2f} ms a row, at most {memory:.0f} MB a process so far"
            )


if __name__ == "__main__":
    main()
