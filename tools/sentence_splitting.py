"""Hold sentence splitting against hard cases, beside other splitters on the same cases.

    python tools/sentence_splitting.py [--half tune|test]

Reads tests/accuracy/sentences.yml. Prints for each language the share of cases in which every sentence is right:
by seocheck, by the pattern that textstat counts sentences with, by sentencex and by pysbd, and the share in which
textstat's number of sentences is right, which is all that it gives. seocheck must give the very sentences; the
others need only agree in letters and digits, so that a quotation mark on the wrong side costs them nothing. Names
the cases that seocheck misses only in the half that is for tuning.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from seocheck.analysis.prose.sentences import split_sentences
from seocheck.languages import load

FILE = Path(__file__).parent.parent / "tests" / "accuracy" / "sentences.yml"
MARK = "¦"
_TEXTSTAT = re.compile(r"\b[^.!?]+[.!?]*")
"""The pattern in textstat 0.7.13, backend/counts/_count_sentences.py; of the pieces it counts those of
three words and more."""

Splitter = Callable[[str, str], list[str] | None]
"""The sentences of a text in a language; None for a language it does not know."""


def read_case(line: str) -> tuple[str, list[str]]:
    """A line of the file as its text and the sentences that a careful reader counts."""
    return line.replace(MARK, ""), [piece.strip() for piece in line.split(MARK)]


def by_seocheck(text: str, code: str) -> list[str] | None:
    """Sentences by seocheck."""
    return [text[start:end] for start, end in split_sentences(text, load(code))]


def by_textstat(text: str, code: str) -> list[str] | None:
    """The pieces that textstat counts."""
    return _TEXTSTAT.findall(text)


def by_sentencex(text: str, code: str) -> list[str] | None:
    """Sentences by sentencex."""
    return list(importlib.import_module("sentencex").segment(code, text))


def by_pysbd(text: str, code: str) -> list[str] | None:
    """Sentences by pysbd."""
    try:
        return list(importlib.import_module("pysbd").Segmenter(language=code, clean=False).segment(text))
    except ValueError:
        return None


OTHERS: dict[str, Splitter] = {"textstat": by_textstat, "sentencex": by_sentencex, "pysbd": by_pysbd}


def installed(name: str) -> bool:
    """Whether a library can be imported."""
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def letters(sentences: list[str]) -> list[str]:
    """Sentences by their letters and digits alone, those without any left out."""
    kept = ("".join(c for c in sentence if c.isalnum()) for sentence in sentences)
    return [sentence for sentence in kept if sentence]


def textstat_number(text: str) -> int:
    """The number of sentences by textstat."""
    return int(importlib.import_module("textstat").textstat.sentence_count(text))


def judge(text: str, wanted: list[str], code: str, names: list[str]) -> dict[str, bool | None]:
    """Which splitters are right in a case; None where one does not know the language."""
    right: dict[str, bool | None] = {"seocheck": by_seocheck(text, code) == wanted}
    for name in names:
        made = OTHERS[name](text, code)
        right[name] = None if made is None else letters(made) == letters(wanted)
        if name == "textstat":
            right["its number"] = textstat_number(text) == len(wanted)
    return right


def share(judged: list[bool | None]) -> str:
    """The share of cases that are right, or a dash where the language is not known."""
    known = [right for right in judged if right is not None]
    return f"{100 * sum(known) / len(known):.1f} %" if known else "–"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=("tune", "test"), default="tune")
    half = parser.parse_args().half
    names = [name for name in OTHERS if installed(name)]
    for name in OTHERS:
        if name not in names:
            print(f"{name} is not installed")
    table: dict[str, dict[str, str]] = yaml.safe_load(FILE.read_text("utf-8"))
    every: dict[str, list[bool | None]] = {}
    missed: list[str] = []
    header = ["seocheck", *(n for name in names for n in ((name, "its number") if name == "textstat" else (name,)))]
    print(f"{half:<6}{'cases':>6}" + "".join(f"{name:>12}" for name in header))
    for code, halves in table.items():
        columns: dict[str, list[bool | None]] = {}
        cases = [read_case(line) for line in halves[half].splitlines()]
        for text, wanted in cases:
            for name, right in judge(text, wanted, code, names).items():
                columns.setdefault(name, []).append(right)
                every.setdefault(name, []).append(right)
            if half == "tune" and not columns["seocheck"][-1]:
                missed.append(f"{code}: {f' {MARK}'.join(by_seocheck(text, code) or [])}")
        print(f"{code:<6}{len(cases):>6}" + "".join(f"{share(columns[name]):>12}" for name in header))
    print(f"{'all':<6}{len(every['seocheck']):>6}" + "".join(f"{share(every[name]):>12}" for name in header))
    for line in missed:
        print(f"missed: {line}")


if __name__ == "__main__":
    main()
