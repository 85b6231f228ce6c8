"""How time grows with an article's length, for the whole check and for every stage and rule of it.

    python benchmarks/length.py [--lang en] [--shapes] [--most 200000] [--all]

Articles of 100 to 200,000 words of one language, all rules on, those too that are off by default. Milliseconds of the
process's own time, the best of several runs on the same article, words already met; stages in their order, so that
what rules share is timed on its own and not charged to the rule that happens to ask first (see
`measuring/pipeline.py`).

"slope": of the logarithm of time over the logarithm of length, fitted to all lengths from 800 words on; "end": over
the three longest alone. 1 is linear, 2 quadratic; less than 1 says that fixed costs weigh. What ends above 1.15 and
takes more than a millisecond is marked with "!". An article that is longer than a processor's caches costs more by the
word: 1.05 is met without any fault.

--shapes: no stages, but the whole check on texts of other shapes (one paragraph, one sentence, list items only, ...),
where what is quadratic in the size of a part shows. With --all the stages of these too.
"""

from __future__ import annotations

import argparse
import gc
import math
import time
from collections import defaultdict
from collections.abc import Sequence

from measuring.pipeline import Case, check, default_plan, every_rule, rule_stages, timed
from measuring.shapes import SHAPES, shaped

LENGTHS = (100, 800, 3_000, 12_000, 50_000, 200_000)
FIT_FROM = 800
FLAG = 1.15
WORTH = 1.0
"""Milliseconds at the greatest length below which nothing is marked."""

Times = dict[str, list[float]]
"""Milliseconds at each length."""


def slope(lengths: Sequence[float], times: Sequence[float]) -> float:
    """The slope of log(time) over log(length), by least squares."""
    x = [math.log(length) for length in lengths]
    y = [math.log(max(ms, 1e-6)) for ms in times]
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    below = sum((a - middle_x) ** 2 for a in x)
    return sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y, strict=True)) / below if below else 0.0


def runs_for(words: int) -> int:
    """Short articles are timed more often."""
    return max(2, min(30, 60_000 // words))


def stage_times(shape: str, code: str, lengths: Sequence[int]) -> Times:
    """Each stage at each length, and the sum of all."""
    plan = every_rule()
    rules = rule_stages(plan)
    found: Times = defaultdict(list)
    for words in lengths:
        data = shaped(shape, words, code=code).encode()
        least: dict[str, float] = {}
        gc.collect()
        for _ in range(runs_for(words)):
            case = Case("article.md", data, plan)
            for stage, seconds in timed(case, rules=rules):
                name = f"{stage.kind}/{stage.name}"
                least[name] = min(least.get(name, math.inf), 1000 * seconds)
        for name, ms in least.items():
            found[name].append(ms)
        found["whole/all stages"].append(sum(ms for name, ms in least.items() if not name.startswith("part/")))
    return found


def whole_times(shape: str, code: str, lengths: Sequence[int]) -> list[float]:
    """The check with the rules that are on by default, at each length."""
    plan = default_plan()
    found = []
    for words in lengths:
        data = shaped(shape, words, code=code).encode()
        best = math.inf
        for _ in range(runs_for(words)):
            start = time.process_time()
            check("article.md", data, plan)
            best = min(best, 1000 * (time.process_time() - start))
        found.append(best)
    return found


def row(name: str, lengths: Sequence[int], times: Sequence[float]) -> str:
    """A line of the table."""
    fitted = [(length, ms) for length, ms in zip(lengths, times, strict=True) if length >= FIT_FROM]
    whole = slope(*zip(*fitted, strict=True))
    end = slope(lengths[-3:], times[-3:])
    mark = " !" if end > FLAG and times[-1] > WORTH else ""
    cells = " | ".join(f"{ms:.2f}" if ms < 100 else f"{ms:.0f}" for ms in times)
    return f"| {name} | {cells} | {whole:.2f} | {end:.2f}{mark} |"


def head(lengths: Sequence[int], first: str) -> list[str]:
    """The two lines above a table."""
    return [
        f"| {first} | " + " | ".join(f"{length:,}" for length in lengths) + " | slope | end |",
        "|---|" + "---:|" * (len(lengths) + 2),
    ]


def stage_table(found: Times, lengths: Sequence[int], *, every: bool) -> list[str]:
    """The lines of the table by stages; without `every` only what takes over a millisecond at the greatest length."""
    lines = head(lengths, "ms at … words")
    names = ["whole/all stages", *(name for name in found if name != "whole/all stages")]
    rules = sorted((n for n in names if n.startswith("rule/")), key=lambda name: -found[name][-1])
    for name in (*(n for n in names if not n.startswith("rule/")), *rules):
        if every or found[name][-1] > WORTH:
            label = name.split("/", 1)[1]
            lines.append(row(f"&nbsp;&nbsp;&nbsp;{label}" if name.startswith("part/") else label, lengths, found[name]))
    return lines


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--lang", default="en", metavar="CODE", help="of the articles (%(default)s)")
    parser.add_argument("--most", type=int, default=LENGTHS[-1], metavar="WORDS", help="longest article (%(default)s)")
    parser.add_argument("--shapes", action="store_true", help="the whole check on texts of other shapes")
    parser.add_argument("--all", action="store_true", help="a row for every stage and rule")
    arguments = parser.parse_args()
    lengths = [length for length in LENGTHS if length < arguments.most] + [arguments.most]
    gc.set_threshold(50_000, 20, 50)  # as worker processes have it
    check("article.md", shaped("article", 800, code=arguments.lang).encode(), every_rule())
    if not arguments.shapes:
        print("\n".join(stage_table(stage_times("article", arguments.lang, lengths), lengths, every=arguments.all)))
        return
    print("\n".join(head(lengths, "the whole check, ms at … words")))
    for shape in SHAPES:
        print(row(shape, lengths, whole_times(shape, arguments.lang, lengths)), flush=True)
    if arguments.all:
        for shape in SHAPES:
            print(f"\n{shape}\n")
            print("\n".join(stage_table(stage_times(shape, arguments.lang, lengths), lengths, every=False)), flush=True)


if __name__ == "__main__":
    main()
