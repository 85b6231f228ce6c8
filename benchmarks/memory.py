"""How much memory and processor time the check of one large article takes, by size, format and shape.

    python benchmarks/memory.py [--sizes 0.5 1 2] [--forms md html txt] [--shapes prose ...]

Each article is written to a file and checked in a new process, with the rules that are on by default, up to the report
in JSON. "MB": the most memory that this process had at any time (it has about 60 MB before it begins). "s": its
processor time. "x": the time of the largest article over that of the one before it, divided by the ratio of their
sizes: 1 is linear.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from measuring.large import LARGE, large

FORMS = ("md", "html", "txt")
ONE = """
import resource, sys, time
from seocheck.config import Settings, make_plan
from seocheck.runs.garbage import collect_less
from seocheck.runs.run import check_bytes
collect_less()
data = open(sys.argv[1], "rb").read()
start = time.process_time()
check_bytes(data, sys.argv[1], make_plan(Settings())).to_json()
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def measured(path: Path) -> tuple[float, float]:
    """Seconds of processor time and megabytes."""
    done = subprocess.run([sys.executable, "-c", ONE, str(path)], capture_output=True, text=True, check=True)
    seconds, peak = map(float, done.stdout.split())
    return seconds, peak


def row(shape: str, form: str, sizes: Sequence[float], folder: Path) -> str:
    """A line of the table."""
    found = []
    for size in sizes:
        path = folder / f"article.{form}"
        path.write_bytes(large(shape, form, int(size * 1_000_000)))
        found.append(measured(path))
    cells = " | ".join(f"{seconds:.1f} s, {peak:.0f} MB" for seconds, peak in found)
    growth = found[-1][0] / found[-2][0] / (sizes[-1] / sizes[-2]) if len(found) > 1 else 1.0
    return f"| {shape} | {form} | {cells} | {growth:.2f} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sizes", nargs="+", type=float, default=[0.5, 1, 2], metavar="MB", help="of the articles")
    parser.add_argument("--forms", nargs="+", choices=FORMS, default=FORMS, help="formats (%(default)s)")
    parser.add_argument("--shapes", nargs="+", choices=list(LARGE), default=list(LARGE), help="shapes (all)")
    arguments = parser.parse_args()
    print("| shape | format | " + " | ".join(f"{size:g} MB" for size in arguments.sizes) + " | x |")
    print("|---|---|" + "---:|" * (len(arguments.sizes) + 1), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for shape in arguments.shapes:
            for form in arguments.forms:
                print(row(shape, form, arguments.sizes, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
