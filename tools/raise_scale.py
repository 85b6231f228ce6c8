"""Raise the score's scale after a rule that costs points was added, removed or weighed anew.

python tools/raise_scale.py

Writes SCALE in seocheck/check/score.py, what the scale is made of into tests/check/scales.json, and a line into
CHANGELOG.md. What isn't committed yet is one scale, however often this is run.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from seocheck.rulekit.registry import load_rules

ROOT = Path(__file__).resolve().parent.parent
SCALES = "tests/check/scales.json"
SCORE = "seocheck/check/score.py"
CHANGES = "CHANGELOG.md"
HEADING = "### Score scale\n\n"

Scale = Mapping[str, float]


def scored() -> dict[str, float]:
    """What each rule that costs something can cost, in the order of the rules."""
    return {name: loaded.rule.weight for name, loaded in load_rules().items() if loaded.rule.weight}


def difference(before: Scale, after: Scale) -> str:
    """What makes the scores of two scales differ, in a sentence; "" for nothing."""
    parts = {
        "new rules that cost points": [f"`{rule}`" for rule in after if rule not in before],
        "rules that are gone or cost none any more": [f"`{rule}`" for rule in before if rule not in after],
        "weighed anew": [
            f"`{rule}` ({before[rule]:g} to {weight:g})"
            for rule, weight in after.items()
            if before.get(rule, weight) != weight
        ],
    }
    return "; ".join(f"{what}: {', '.join(rules)}" for what, rules in parts.items() if rules)


def raised(root: Path, committed: Mapping[str, Scale], rules: Scale) -> int | None:
    """Write the scale that these rules make; returns its number, or None where the committed one is as they are."""
    newest = max(committed, key=int)
    said = difference(committed[newest], rules)
    if not said:
        return None
    number = int(newest) + 1
    scales = json.dumps({**committed, str(number): rules}, indent=1, ensure_ascii=False)
    (root / SCALES).write_text(f"{scales}\n", encoding="utf-8")
    score = (root / SCORE).read_text(encoding="utf-8")
    (root / SCORE).write_text(re.sub(r"(?m)^SCALE = \d+$", f"SCALE = {number}", score), encoding="utf-8")
    before, heading, after = (root / CHANGES).read_text(encoding="utf-8").partition(HEADING)
    after = re.sub(rf"\A{number}: .*?\n\n", "", after, flags=re.DOTALL)
    (root / CHANGES).write_text(f"{before}{heading}{number}: {said}.\n\n{after}", encoding="utf-8")
    return number


def main() -> int:
    """Raise it, and say so."""
    shown = subprocess.run(["git", "show", f"HEAD:{SCALES}"], cwd=ROOT, capture_output=True, check=True).stdout
    number = raised(ROOT, json.loads(shown), scored())
    print("the scale is as the rules are" if number is None else f"scale {number}; see what {CHANGES} says of it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
