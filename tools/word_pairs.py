"""Hold the matching against pairs of words that meet and pairs that only look alike.

    python tools/word_pairs.py [--half tune|test]

Reads tests/accuracy/word_pairs.yml. "Met" means that a keyword of the first form is found exact or inflected
in a text that says the second. Prints each language's share of the pairs met and the traps fallen into; names
the pairs only of the half that is for tuning.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import yaml

import seocheck

FILE = Path(__file__).parent.parent / "tests" / "accuracy" / "word_pairs.yml"
MET = ("exact", "inflected")


def tier(declared: str, written: str, language: str) -> str:
    """How closely a text of the written words says the declared ones."""
    text = (
        f"---\ntitle: x\nlang: {language}\nkeywords: ['{declared.replace(chr(39), chr(39) * 2)}']\n---\n\n{written}\n"
    )
    return seocheck.check_text(text, path="pair.md", select=["keywords/unsupported"]).keywords[0].tier


def split(pair: str) -> tuple[str, str]:
    """Declared and written."""
    declared, _, written = pair.partition(" = ")
    return declared, written


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("tune", "test"), default="tune")
    half = parser.parse_args().half
    table: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load(FILE.read_text("utf-8"))
    totals: list[Any] = [0, 0, 0, 0]
    for language, halves in table.items():
        meet, apart = halves[half]["meet"], halves[half]["apart"]
        missed = [p for p in meet if tier(*split(p), language) not in MET]
        fallen = [p for p in apart if tier(*split(p), language) in MET]
        for index, count in enumerate((len(meet) - len(missed), len(meet), len(fallen), len(apart))):
            totals[index] += count
        line = f"{language}: {len(meet) - len(missed)} of {len(meet)} meet, {len(fallen)} of {len(apart)} traps"
        if half == "tune":
            line += (f"; missed: {', '.join(missed)}" if missed else "") + (
                f"; met: {', '.join(fallen)}" if fallen else ""
            )
        print(line)
    print(f"all: {totals[0]} of {totals[1]} meet ({totals[0] / totals[1]:.1%}), {totals[2]} of {totals[3]} traps")


if __name__ == "__main__":
    main()
