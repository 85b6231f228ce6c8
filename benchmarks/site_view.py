"""Time and memory of `seocheck site` over generated sites of several sizes.

    python benchmarks/site_view.py --articles 1000 4000

Each site is looked at three times with two workers: with an empty cache, with nothing changed, and after one article
in a hundred was changed. The index is the SQLite file that the rules ask, in bytes an article.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring.processes import machine
from measuring.site import generate
from scale import watched


@contextmanager
def largest_index(folder: Path) -> Iterator[list[int]]:
    """Watches for the greatest size of the index; it is the last of the list."""
    seen = [0]
    over = threading.Event()

    def watch() -> None:
        while not over.is_set():
            for file in folder.glob("seocheck-*.sqlite"):
                try:
                    seen.append(max(seen[-1], file.stat().st_size))
                except OSError:  # it has just been removed
                    continue
            time.sleep(0.05)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join()


def change(articles: list[Path], *, every: int) -> None:
    """Write a sentence more into some articles."""
    for article in articles[::every]:
        with article.open("a", encoding="utf-8") as file:
            file.write("\nOne sentence more.\n")


def rows(count: int, work: Path) -> Iterator[str]:
    """The lines of one size."""
    folder = work / f"site-{count}"
    articles = generate(folder, articles=count, seed=5)
    command = [sys.executable, "-m", "seocheck", "site", "--quiet", "--isolated", "--workers", "2", "--cache-dir"]
    command += [str(work / f"cache-{count}"), str(folder)]
    for label in ("new", "nothing changed", "one in a hundred changed"):
        if label.startswith("one"):
            change(articles, every=100)
        with largest_index(Path(tempfile.gettempdir())) as seen:
            took, parent, workers, _ = watched(command, work)
        told = ", ".join(f"{one:.0f}" for one in workers) or "none"
        each = f"{seen[-1] / count:,.0f}" if seen[-1] else "?"
        yield f"| {count:,} | {label} | {took:.1f} s | {1000 * took / count:.1f} | {parent:.0f} | {told} | {each} |"
    shutil.rmtree(folder)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 4_000], metavar="N", help="sizes of sites")
    arguments = parser.parse_args()
    print(machine())
    print("\n| articles | run | time | ms an article | parent, MB | each worker, MB | index, bytes an article |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="seocheck-view-") as work:
        for count in arguments.articles:
            for row in rows(count, Path(work)):
                print(row, flush=True)


if __name__ == "__main__":
    main()
