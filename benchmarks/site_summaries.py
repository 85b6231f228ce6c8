"""Processor time, memory and index of `seocheck site` over the Summaries of very many articles, in a Parquet file.

    python benchmarks/site_summaries.py --articles 50000 100000 200000

Some hundred generated articles are checked once. Their Summaries are written again and again, each time into a folder
of its own with other titles, keywords and sketches, so that about as much is shared as within the generated site. The
texts aren't there: nothing is read again.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from measuring.processes import machine
from measuring.site import generate
from scale import watched
from site_view import largest_index

import seocheck
from seocheck.model.report import Summary, encode_json

BASE = 400
"""Articles that are checked."""


def base(work: Path) -> list[Summary]:
    """Their Summaries, with paths from their folder."""
    folder = work / "site"
    generate(folder, articles=BASE, seed=5)
    reports = seocheck.check_paths(str(folder), settings={}, select=["title/missing"], workers=2)
    prefix = f"{folder}/"
    return [msgspec.structs.replace(r.summary, path=r.path.removeprefix(prefix)) for r in reports]


def varied(summaries: list[Summary], count: int) -> Iterator[bytes]:
    """So many Summaries as a site of that size would have."""
    made = random.Random(3)
    for number in range(count):
        summary, part = summaries[number % len(summaries)], number // len(summaries)
        words = tuple(
            msgspec.structs.replace(each, text=f"{each.text} {part}", stems=(*each.stems, str(part)))
            for each in summary.keywords
        )
        yield encode_json(
            msgspec.structs.replace(
                summary,
                path=f"part-{part}/{summary.path}",
                title=f"{summary.title} {part}",
                description=f"{summary.description} {part}",
                keywords=words,
                content_hash=f"{made.getrandbits(128):032x}",
                signature=tuple(sorted({made.getrandbits(32) for _ in summary.signature})),
            )
        )


def write(file: Path, cells: Iterator[bytes]) -> None:
    """The table, some thousand rows at a time."""
    schema = pa.schema([("summary", pa.binary())])
    with pq.ParquetWriter(file, schema) as writer:
        while part := [cell for cell, _ in zip(cells, range(2_000), strict=False)]:
            writer.write_table(pa.table({"summary": part}, schema=schema))


def spent() -> float:
    """Seconds of processor time of the processes that this one waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 20_000], metavar="N", help="sizes")
    sizes = parser.parse_args().articles
    print(machine())
    print("\n| articles | processor time | ms an article | memory, MB | index, bytes an article |")
    print("|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="seocheck-summaries-") as folder:
        work = Path(folder)
        summaries = base(work)
        for count in sizes:
            file = work / "summaries.parquet"
            write(file, varied(summaries, count))
            command = [sys.executable, "-m", "seocheck", "site", "-q", "--isolated", "--exit-zero", str(file)]
            before = spent()
            with largest_index(Path(tempfile.gettempdir())) as seen:
                _, peak, _, _ = watched(command, work)
            took = spent() - before
            each = f"{seen[-1] / count:,.0f}"
            print(f"| {count:,} | {took:.1f} s | {1000 * took / count:.2f} | {peak:.0f} | {each} |", flush=True)


if __name__ == "__main__":
    main()
