"""seocheck on a whole site, and on one article from the shell: processes, cache, memory.

    python benchmarks/scale.py [FOLDER] [--articles N] [--rounds N] [--memory N ...] [--only PART]

Four parts, each with the commands as a user calls them (`seocheck check --quiet`), the least of several rounds by the
clock and in processor time; what is compared with each other is called in turn. Only the clock tells what a second
process gains, and only on a machine that does nothing else.

* "site": the folder with one process and with two, without the cache; then into an empty cache, and again with nothing
  changed. With salience and without (`--ignore keywords/undeclared-topic`).
* "start": one article of about 900 words from the shell: for the first time on a machine, changed since an earlier
  run, and known from one, beside what importing click and yaml costs. Each has a folder of its own as the user's cache
  (`XDG_CACHE_HOME`).
* "unchanged": `--unchanged N` articles (made beforehand) of which nothing has changed since the run before.
* "memory": the most that the parent and each of two workers had after 1,000, 4,000, ... articles of a generated site.

What the installed seocheck does not know (an option) makes its rows say "not available".
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from measuring.articles import add_arguments, spread
from measuring.processes import children_of, machine, peak_of, python_path, wall
from measuring.site import generate

SALIENCE = ("--ignore", "keywords/undeclared-topic")
MISSING = float("nan")


def seocheck(*arguments: str) -> list[str]:
    """A call of `seocheck check` that writes a line an article."""
    return [sys.executable, "-m", "seocheck", "check", "--quiet", "--isolated", "--exit-zero", *arguments]


def seconds(command: Sequence[str], folder: Path, cache: Path | None = None) -> tuple[float, float]:
    """Seconds by the clock and of processor time; not numbers where seocheck does not know an option.

    cache: the user's own folder for caches. There is none on a build server, so this is none.
    """
    env = python_path()
    if cache is not None:
        env = {name: value for name, value in env.items() if name not in ("CI", "SEOCHECK_CACHE_DIR")}
        env["XDG_CACHE_HOME"] = str(cache)
    took, worked, done = wall(command, folder=folder, env=env)
    if done.returncode == 2 and "No such option" in done.stderr:
        return MISSING, MISSING
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr[-2000:]}")
    return took, worked


class Rows:
    """Times by name, by the clock and of processors, the least of all rounds."""

    def __init__(self) -> None:
        self.least: dict[str, tuple[float, float]] = {}

    def add(self, name: str, took: tuple[float, float]) -> None:
        """Note a time."""
        known = self.least.get(name, took)
        self.least[name] = (min(known[0], took[0]), min(known[1], took[1]))

    def said(self, name: str, per: int = 0) -> str:
        """The cells of a time: by the clock, of processors, and by article where it is known how many there were."""
        took, worked = self.least[name]
        if took != took:
            return "not available | " + ("| " if per else "")
        return f"{took:.2f} s | {worked:.2f} s" + (f" | {1000 * worked / per:.1f} ms" if per else "")

    def ratio(self, above: str, below: str) -> str:
        """How many times one is the other, by the clock and of processors."""
        pairs = list(zip(self.least[above], self.least[below], strict=True))
        if any(a != a or b != b for a, b in pairs):
            return "not available |"
        return " | ".join(f"{a / b:.2f}" for a, b in pairs)


def site(folder: str, articles: int, rounds: int, work: Path) -> list[str]:
    """A folder with one process, two processes, an empty cache, a full one."""
    paths = spread(folder, articles)
    copy = work / "site"
    for number, path in enumerate(paths):
        (copy / f"{number // 100}").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy / f"{number // 100}" / f"{number}{Path(path).suffix}")
    rows = Rows()
    plain = seocheck("--no-cache", "--workers", "1", str(copy))
    for _ in range(rounds):
        for label, more in (("salience on", ()), ("salience off", SALIENCE)):
            cache = work / "cache"
            shutil.rmtree(cache, ignore_errors=True)
            cached = ("--cache-dir", str(cache), str(copy))
            rows.add(f"one process, {label}", seconds([*plain, *more], work))
            two = seocheck("--no-cache", "--workers", "2", *more, str(copy))
            rows.add(f"two processes, {label}", seconds(two, work))
            rows.add(f"as by default, no cache, {label}", seconds(seocheck("--no-cache", *more, str(copy)), work))
            rows.add(f"into an empty cache, {label}", seconds(seocheck("--workers", "1", *more, *cached), work))
            rows.add(f"nothing changed, {label}", seconds(seocheck("--workers", "1", *more, *cached), work))
    lines = [
        f"{len(paths)} articles; the last columns say how many times as long one process takes",
        "",
        "| run | by the clock | processors | an article | times | in processor time |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name in rows.least:
        label = name.rsplit(", ", 1)[1]
        lines.append(f"| {name} | {rows.said(name, len(paths))} | {rows.ratio(f'one process, {label}', name)} |")
    return lines


def start(folder: str, rounds: int, work: Path) -> list[str]:
    """One article from the shell."""
    paths = spread(folder, 10**9)
    article = min(paths, key=lambda path: abs(len(Path(path).read_text("utf-8", "replace").split()) - 900))
    base = "import click, yaml"
    runs: dict[str, tuple[list[str], str]] = {
        "python -c pass": ([sys.executable, "-c", "pass"], ""),
        base: ([sys.executable, "-c", base], ""),
        "seocheck --version": ([sys.executable, "-m", "seocheck", "--version"], ""),
        "first run on a machine": (seocheck(article), FIRST),
        "first run, salience off": (seocheck(*SALIENCE, article), FIRST),
        "changed": (seocheck(article), CHANGED),
        "changed, salience off": (seocheck(*SALIENCE, article), CHANGED),
        "known from before": (seocheck(article), KNOWN),
    }
    for command, cache in runs.values():
        seconds(command, work, work / cache if cache else None)
    rows = Rows()
    for _ in range(5 * rounds):
        for name, (command, cache) in runs.items():
            if cache == FIRST:
                shutil.rmtree(work / cache)
            elif cache == CHANGED:
                forget_results(work / cache / "seocheck")
            rows.add(name, seconds(command, work, work / cache if cache else None))
    lines = [
        f"{len(Path(article).read_text('utf-8').split())} words with the markup",
        "",
        f"| one article from the shell | by the clock | processor | of {base}, by the clock | processor |",
        "|---|---:|---:|---:|---:|",
    ]
    return [*lines, *(f"| {name} | {rows.said(name)} | {rows.ratio(name, base)} |" for name in runs)]


FIRST, CHANGED, KNOWN = "cache-first", "cache-changed", "cache-known"
"""Folders for caches: one that is emptied before each run, one that only forgets the results, one that is left."""


def forget_results(folder: Path) -> None:
    """Take out of a cache what articles came to; the dictionaries stay."""
    for known in folder.glob("results-*.sqlite"):
        with closing(sqlite3.connect(known)) as connection:
            connection.execute("delete from results")
            connection.commit()


def unchanged(count: int, rounds: int, work: Path) -> list[str]:
    """Many articles of which nothing has changed."""
    folder, cache = work / "many", work / "cache-many"
    generate(folder, articles=count, seed=2)
    command = seocheck("--cache-dir", str(cache), *SALIENCE, str(folder))
    rows = Rows()
    rows.add("cold", seconds(command, work))
    for _ in range(rounds):
        rows.add("unchanged", seconds(command, work))
    lines = [f"| {count:,} articles, salience off | by the clock | processors | an article |", "|---|---:|---:|---:|"]
    lines += [f"| {name} | {rows.said(name, count)} |" for name in rows.least]
    return [*lines, f"| cold is … times as long | {rows.ratio('cold', 'unchanged')} | |"]


MOST_ALONE = 10_000
"""Articles that one process is given alone: it does what a worker does, and takes twice as long."""


def memory(counts: Sequence[int], work: Path) -> list[str]:
    """The most memory of parent and workers."""
    lines = ["| articles | run | time | parent, MB | each worker, MB |", "|---:|---|---:|---:|---:|"]
    for count in counts:
        folder = work / f"memory-{count}"
        generate(folder, articles=count, seed=3)
        for label, options in (
            ("one process", ("--workers", "1", "--no-cache")),
            ("two workers", ("--workers", "2", "--no-cache")),
            ("two workers, into a cache", ("--workers", "2", "--cache-dir", str(work / f"cache-{count}"))),
            ("nothing changed", ("--workers", "2", "--cache-dir", str(work / f"cache-{count}"))),
        ):
            if count > MOST_ALONE and label == "one process":
                continue
            took, parent, workers, known = watched(seocheck(*options, *SALIENCE, str(folder)), work)
            told = ", ".join(f"{one:.0f}" for one in workers) or "none"
            if known:
                lines.append(f"| {count:,} | {label} | {took:.1f} s | {parent:.0f} | {told} |")
            else:
                lines.append(f"| {count:,} | {label} | not available | | |")
        shutil.rmtree(folder)
    return lines


def watched(command: Sequence[str], folder: Path) -> tuple[float, float, list[float], bool]:
    """Seconds of a command, the most memory of its process and of each it started, and whether it knew its options."""
    begun = time.perf_counter()
    workers: dict[int, float] = {}
    parent = 0.0
    with (folder / "watched.log").open("w+b") as log:
        process = subprocess.Popen(command, cwd=folder, env=python_path(), stdout=subprocess.DEVNULL, stderr=log)
        while process.poll() is None:
            parent = max(parent, peak_of(process.pid))
            for child in children_of(process.pid):
                workers[child] = max(workers.get(child, 0.0), peak_of(child))
            time.sleep(0.02)
        took = time.perf_counter() - begun
        log.seek(0)
        known = b"No such option" not in log.read()
    # multiprocessing's resource tracker is a process too, and none that checks.
    return took, parent, sorted((peak for peak in workers.values() if peak > 40), reverse=True), known


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    add_arguments(parser, articles=400)
    parser.add_argument("--rounds", type=int, default=3, help="of each call (%(default)s)")
    parser.add_argument("--memory", type=int, nargs="*", default=[1_000, 4_000], metavar="N", help="articles")
    parser.add_argument("--unchanged", type=int, default=2_000, metavar="N", help="articles that have not changed")
    parser.add_argument("--only", choices=("site", "start", "unchanged", "memory"), help="one part")
    arguments = parser.parse_args()
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="seocheck-scale-")))
        folder = arguments.folder
        if folder is None:
            folder = str(work / "generated")
            generate(Path(folder), articles=arguments.articles, seed=arguments.seed)
        folder = os.path.abspath(folder)
        print(machine())
        parts: dict[str, Callable[[], list[str]]] = {
            "site": lambda: site(folder, arguments.articles, arguments.rounds, work),
            "start": lambda: start(folder, arguments.rounds, work),
            "unchanged": lambda: unchanged(arguments.unchanged, arguments.rounds, work),
            "memory": lambda: memory(arguments.memory, work),
        }
        for name, part in parts.items():
            if arguments.only in (None, name):
                print(f"\n{name}\n")
                print("\n".join(part()), flush=True)


if __name__ == "__main__":
    main()
