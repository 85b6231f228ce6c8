"""Hold the search for the passive voice against sentences in the passive and in the active voice.

    python tools/passive_voice.py [--half tune|test]

Reads tests/accuracy/passive.yml. Prints precision, recall and F1 for each language; names the sentences that went
wrong only of the half that is for tuning.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import yaml

from seocheck.analysis.prose.passive import find_passive

FILE = Path(__file__).parent.parent / "tests" / "accuracy" / "passive.yml"
Halves = dict[str, dict[str, list[str]]]


def judged(halves: Halves, half: str, code: str) -> tuple[list[str], list[str], int]:
    """The passives that were missed, the active sentences that were taken for passives, and how many are passive."""
    passive = halves[half]["passive"]
    active = halves[half]["active"] + halves[half]["participle"]
    missed = [s for s in passive if find_passive(s, code) is None]
    wrong = [s for s in active if find_passive(s, code) is not None]
    return missed, wrong, len(passive)


def scores(missed: int, wrong: int, passive: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    right = passive - missed
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / passive
    return precision, recall, 2 * right / (2 * right + wrong + missed)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("tune", "test"), default="tune")
    half = parser.parse_args().half
    table: dict[str, Halves] = yaml.safe_load(FILE.read_text("utf-8"))
    totals = [0, 0, 0]
    for code, halves in table.items():
        missed, wrong, count = judged(halves, half, code)
        totals = [a + b for a, b in zip(totals, (len(missed), len(wrong), count), strict=True)]
        print(_line(code, len(missed), len(wrong), count))
        if half == "tune":
            for sentence in missed:
                print(f"  missed: {sentence}")
            for sentence in wrong:
                print(f"  taken for a passive: {sentence}")
    print(_line("all", *totals))


def _line(name: str, missed: int, wrong: int, count: int) -> str:
    precision, recall, f1 = scores(missed, wrong, count)
    return f"{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} ({count} passive sentences)"


if __name__ == "__main__":
    main()
