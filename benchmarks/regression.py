"""Fail when a stage of the check has become a third slower than `benchmarks/baseline.json` says.

    python benchmarks/regression.py            compare; exit code 1 where something is slower
    python benchmarks/regression.py --add      write stages that are new, such as rules, into the baseline
    python benchmarks/regression.py --update   write the baseline anew

For CI: needs nothing but Python and seocheck, takes about half a minute, and some more before it fails. Sixteen
generated articles of seven languages go through the stages of the check again and again; after each article the same
fixed piece of Python is run (`measuring/gate.py`). A stage's figure is its least time over all articles, divided by
the least time of that piece: a ratio within one run, in processor time. What looks slower is measured again up to
three times, and the least counts. Stages that are too short to be told from noise are judged together. "words never
met" is the whole check, salience left out, with everything forgotten that a process remembers of single words.

The baseline holds for the Python it was made with: under another minor version what is slower is said, and nothing
fails, for interpreters do not become faster evenly.

--slow STAGE=1.4 makes a stage slower by that factor, to see the gate work.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from measuring.gate import LIMIT, OTHERS, SMALL, judged, reference
from measuring.pipeline import Case, check, default_plan, rule_stages, timed
from measuring.site import article

BASELINE = Path(__file__).resolve().parent / "baseline.json"
LANGUAGES = ("en", "en", "de", "fr", "es", "ru", "ja", "it")
WORDS = (500, 1100)
ROUNDS = 5
NEW_WORDS = "words never met"


def cases() -> list[tuple[str, bytes]]:
    """The articles, which are always the same."""
    listed = [(number, code, words) for words in WORDS for number, code in enumerate(LANGUAGES)]
    return [(f"{code}-{n}-{words}.md", article(n, 7, words=words, code=code)[2].encode()) for n, code, words in listed]


def forget_words() -> None:
    """Clear what this process remembers of single words: every cache of seocheck that holds a thousand or more."""
    for name, module in list(sys.modules.items()):
        if name.startswith("seocheck"):
            for value in list(vars(module).values()):
                info: Any = getattr(value, "cache_info", None)
                if info is not None and ((info().maxsize or math.inf) >= 1000 or value.__name__ == "word_sums"):
                    value.cache_clear()


class Measure:
    """Measures all stages; called again, it measures again. slow: how many times slower a stage is to be made."""

    def __init__(self, slow: Mapping[str, float]) -> None:
        self._slow = slow
        self._cases = cases()
        self._plan = default_plan()
        self._quick = default_plan(ignore=("keywords/undeclared-topic",))
        self._rules = rule_stages(self._plan)
        for path, data in self._cases:
            check(path, data, self._plan)

    def __call__(self) -> dict[str, float]:
        """Each stage's ratio to the reference."""
        found: list[dict[str, float]] = [{} for _ in self._cases]
        fixed = math.inf
        gc.collect()
        gc.freeze()
        gc.disable()
        for _ in range(ROUNDS):
            for at, (path, data) in enumerate(self._cases):
                for name, seconds in self._one(path, data):
                    found[at][name] = min(found[at].get(name, math.inf), seconds)
                start = time.process_time()
                reference()
                fixed = min(fixed, time.process_time() - start)
            gc.collect()
        gc.enable()
        gc.unfreeze()
        names = found[0]
        return {name: sum(one.get(name, 0.0) for one in found) / len(found) / fixed for name in names}

    def _one(self, path: str, data: bytes) -> Iterator[tuple[str, float]]:
        for stage, seconds in timed(Case(path, data, self._plan), rules=self._rules):
            if stage.kind != "part":
                yield stage.name, self._slowed(stage.name, seconds)
        forget_words()
        start = time.process_time()
        check(path, data, self._quick)
        yield NEW_WORDS, self._slowed(NEW_WORDS, time.process_time() - start)
        check(path, data, self._quick)  # what the next stages need of words is met again

    def _slowed(self, name: str, seconds: float) -> float:
        """What a stage takes, with the work that makes it slower really done."""
        more = seconds * (self._slow.get(name, 1.0) - 1.0)
        if more <= 0:
            return seconds
        start = time.process_time()
        while time.process_time() - start < more:
            pass
        return seconds + time.process_time() - start


def version() -> str:
    """The minor version of this Python."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def write(found: Mapping[str, float], path: Path = BASELINE, *, python: str = "") -> None:
    """Write the baseline. python: that it holds for, by default this one."""
    kept = {"python": python or version(), "stages": {name: round(value, 5) for name, value in sorted(found.items())}}
    path.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def add(found: Mapping[str, float], path: Path = BASELINE) -> list[str]:
    """Write the stages that the baseline doesn't have into it, and leave the others; returns their names."""
    kept = json.loads(path.read_text("utf-8"))
    write({**found, **kept["stages"]}, path, python=kept["python"])
    return sorted(found.keys() - kept["stages"].keys())


def main() -> None:
    """Compare, or write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--add", action="store_true", help="write what is new into the baseline")
    parser.add_argument("--update", action="store_true", help="write the baseline")
    parser.add_argument("--baseline", type=Path, default=BASELINE, help="another baseline")
    parser.add_argument("--slow", action="append", default=[], metavar="STAGE=FACTOR", help="make a stage slower")
    parser.add_argument("-v", "--verbose", action="store_true", help="a line for each stage")
    arguments = parser.parse_args()
    slow = {name: float(factor) for name, _, factor in (one.rpartition("=") for one in arguments.slow)}
    measure = Measure(slow)
    if arguments.add:
        new = add(measure(), arguments.baseline)
        print(f"{arguments.baseline.name}: {', '.join(new) or 'nothing'} added")
        return
    if arguments.update:
        from measuring.gate import least

        found = measure()
        for _ in range(2):
            found = least(found, measure())
        write(found, arguments.baseline)
        print(f"{arguments.baseline.name}: {len(found)} stages, under Python {version()}")
        return
    kept = json.loads(arguments.baseline.read_text("utf-8"))
    baseline: dict[str, float] = kept["stages"]
    unknown = [name for name in slow if name not in baseline]
    if unknown:
        parser.error(f"no stage {unknown[0]!r}; there are {', '.join(baseline)}")
    found, worse = judged(measure, baseline)
    if arguments.verbose:
        for name in sorted(found, key=lambda name: -found[name]):
            was = baseline.get(name)
            change = "new" if was is None else f"{100 * (found[name] / was - 1):+.0f} %"
            print(f"{name:36} {found[name]:9.4f} {change:>7}" + (f"  (in “{OTHERS}”)" if (was or 1) < SMALL else ""))
    for one in worse:
        print(f"slower: {one.stage} takes {one.factor:.2f} times what the baseline says (at most {LIMIT:g} times)")
    missing = [name for name in baseline if name not in found]
    if missing:
        print(f"no longer there: {', '.join(missing)}")
    if worse and kept["python"] != version():
        print(f"the baseline was made under Python {kept['python']}, this is {version()}: nothing fails")
        return
    if worse:
        print("If that is meant, run benchmarks/regression.py --update and say why.")
        raise SystemExit(1)
    print(f"{len(found)} stages, none slower than the baseline by more than a third")


if __name__ == "__main__":
    main()
