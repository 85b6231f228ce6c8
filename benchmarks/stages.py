"""Where the time of a check goes, stage by stage.

    python benchmarks/stages.py [FOLDER] [--articles N] [--rounds N] [--ignore RULES]

What a language needs (dictionaries, word lists) is loaded before anything is timed. Each article is then sent through
the stages of the check one after the other: reading, the facts that rules share, each rule, the report, the output.
"new": its words may have been met in other articles, it has not. "again": the same article once more, right away. Mean
milliseconds an article, of the process's own time; of several rounds, each a process of its own, the least for each
article and stage counts, so that what else the machine does weighs little.

Rows that are indented are parts of the row above, timed apart. "The check itself" is the same work in one go, in
processes of its own, taken in turn with the others: what its stages come to should come near it.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from measuring.articles import add_arguments, chosen, described
from measuring.pipeline import Case, check, default_plan, rule_stages, timed
from measuring.shapes import shaped

from seocheck.check.reporter import read_article
from seocheck.readers import decode

Row = tuple[str, str]
"""A stage: its kind and its name."""

SMALL = 0.02
"""Milliseconds below which a rule has no row of its own."""


def one_pass(paths: Sequence[str], ignore: tuple[str, ...]) -> list[list[dict[str, float]]]:
    """For each article two times each stage, in seconds: when it is new, and again."""
    plan = default_plan(ignore=ignore)
    rules = rule_stages(plan)
    found = []
    settle_down(paths)
    for path in paths:
        data = Path(path).read_bytes()
        runs = []
        for _ in range(2):
            case = Case(path, data, plan)
            runs.append({f"{stage.kind}/{stage.name}": seconds for stage, seconds in timed(case, rules=rules)})
        found.append(runs)
    return found


def whole_pass(paths: Sequence[str], ignore: tuple[str, ...]) -> list[list[dict[str, float]]]:
    """The same of the whole check."""
    plan = default_plan(ignore=ignore)
    found = []
    settle_down(paths)
    for path in paths:
        data = Path(path).read_bytes()
        runs = []
        for _ in range(2):
            start = time.process_time()
            report = check(path, data, plan)
            took = time.process_time() - start
            runs.append({"whole/check": took, "words": float(report.readability.words)})
        found.append(runs)
    return found


def settle_down(paths: Sequence[str]) -> None:
    """What is loaded once for all articles, or for all of a language, is loaded, and the garbage of loading is gone."""
    plan = default_plan()
    codes = {read_article(decode(Path(path).read_bytes(), path), plan).language.code for path in paths}
    for code in sorted(codes | {"en"}):
        check("article.md", shaped("one paragraph", 200, code=code).encode(), plan)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)  # as worker processes have it


def least(rounds: Sequence[list[list[dict[str, float]]]]) -> list[dict[str, float]]:
    """New and again: the mean over the articles of the least over the rounds, in milliseconds."""
    sums: list[dict[str, float]] = [defaultdict(float), defaultdict(float)]
    articles = len(rounds[0])
    for at in range(articles):
        for run in range(2):
            for name in rounds[0][at][run]:
                sums[run][name] += min(one[at][run][name] for one in rounds)
    return [{name: 1000 * seconds / articles for name, seconds in one.items()} for one in sums]


def measure(paths: Sequence[str], rounds: int, ignore: str) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """Stages and whole check, each in processes of their own, in turn."""
    found: dict[str, list[list[list[dict[str, float]]]]] = {"stages": [], "whole": []}
    for _ in range(rounds):
        for what, kept in found.items():
            command = [sys.executable, __file__, "--pass", what, "--ignore", ignore]
            done = subprocess.run(command, input="\n".join(paths), capture_output=True, text=True, check=True)
            kept.append(json.loads(done.stdout))
    return least(found["stages"]), least(found["whole"])


def table(stages: list[dict[str, float]], whole: list[dict[str, float]], *, every: bool = False) -> list[str]:
    """The lines of the table, as Markdown."""
    new, again = stages
    total = sum(ms for name, ms in new.items() if not _apart(name))
    total_again = sum(ms for name, ms in again.items() if not _apart(name))
    lines = ["| stage | new, ms | share | again, ms |", "|---|---:|---:|---:|"]

    def row(label: str, first: float, second: float) -> None:
        lines.append(f"| {label} | {first:.3f} | {100 * first / total:.1f} % | {second:.3f} |")

    small: list[str] = []
    kinds = {"read": "reading", "facts": "facts", "rule": "rules", "report": "report and output"}
    for kind, title in kinds.items():
        names = [name for name in new if name.split("/", 1)[0] == kind]
        if names:
            row(f"**{title}**", sum(map(new.__getitem__, names)), sum(map(again.__getitem__, names)))
        listed = _with_parts(kind, new) if kind != "rule" else sorted(names, key=lambda name: -new[name])
        for name in listed:
            if kind == "rule" and new[name] < SMALL and not every:
                small.append(name)
                continue
            label = name.split("/", 1)[1]
            row(f"&nbsp;&nbsp;&nbsp;{label}" if name.startswith("part/") else label, new[name], again[name])
        if kind == "rule" and small:
            row(f"{len(small)} other rules", sum(new[n] for n in small), sum(again[n] for n in small))
    row("**all stages**", total, total_again)
    row("the check itself, without output", whole[0]["whole/check"], whole[1]["whole/check"])
    return lines


def _apart(name: str) -> bool:
    return name.startswith("part/")


def _with_parts(kind: str, new: dict[str, float]) -> list[str]:
    """The stages of a kind in order, each followed by its parts."""
    listed, inside = [], False
    for name in new:
        if not _apart(name):
            inside = name.startswith(f"{kind}/")
        if inside:
            listed.append(name)
    return listed


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    add_arguments(parser, articles=150)
    parser.add_argument("--rounds", type=int, default=3, help="processes for each kind of measurement (%(default)s)")
    parser.add_argument("--ignore", default="", metavar="RULES", help="rules to leave out, parted by commas")
    parser.add_argument("--all", action="store_true", help="a row for every rule")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--pass", dest="what", choices=("stages", "whole"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.what:
        left_out = tuple(name for name in arguments.ignore.split(",") if name)
        work = one_pass if arguments.what == "stages" else whole_pass
        json.dump(work(sys.stdin.read().splitlines(), left_out), sys.stdout)
        return
    with chosen(arguments) as paths:
        stages, whole = measure(paths, arguments.rounds, arguments.ignore)
        if arguments.json:
            print(json.dumps({"stages": stages, "whole": whole}, indent=2))
            return
        words = whole[0]["words"] / 1000
        print(f"{described(arguments, paths)}, {words:.0f} words each on average, {arguments.rounds} rounds\n")
        print("\n".join(table(stages, whole, every=arguments.all)))


if __name__ == "__main__":
    main()
