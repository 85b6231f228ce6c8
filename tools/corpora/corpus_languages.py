"""Measures language detection on a folder of Markdown whose subfolders are named by language.

    python tools/corpora/corpus_languages.py FOLDER [--also FOLDER=CODE]... [--short WORDS]

FOLDER holds one folder a language (de/, pt/, zh-hant/), and the folder's name is the truth, except for
pages that were never translated: those of which English's commonest words ("the", "of", "and", "to", "is")
make up a twentieth. They are counted apart, and right when they are found to be English.
With --short only the first WORDS words of each page are shown to the detector.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from seocheck.languages.detect import detect

_FRONT_MATTER = re.compile(r"\A\ufeff?\s*(---|\+\+\+)\s*\n.*?\n\1\s*\n", re.DOTALL)
_NOT_PROSE = re.compile(
    r"^(```|~~~).*?^\1|<(pre|script|style|code)\b.*?</\2>|<[^>]*>|`[^`\n]*`|\]\([^)]*\)|https?://\S+",
    re.DOTALL | re.MULTILINE,
)


def prose(markdown: str) -> str:
    """The page without front matter, code, tags and link targets, roughly."""
    return html.unescape(_NOT_PROSE.sub(" ", _FRONT_MATTER.sub("", markdown)))


def untranslated(text: str) -> bool:
    """Whether the page is in English, by a measure that shares nothing with the detector's."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in {"the", "of", "and", "to", "is"} for word in words) > 0.05 * len(words)


def main() -> int:
    """Print one line a language, each miss, and the share that is right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--also", action="append", default=[], metavar="FOLDER=CODE")
    parser.add_argument("--short", type=int, metavar="WORDS")
    options = parser.parse_args()
    groups = [(f, f.name.partition("-")[0]) for f in sorted(options.folder.iterdir()) if f.is_dir()]
    groups += [(Path(path), code) for path, _, code in (pair.rpartition("=") for pair in options.also)]
    right = wrong = unsure = 0
    spent: list[float] = []
    for folder, named in groups:
        pages = [
            (path, prose(path.read_text(encoding="utf-8", errors="replace"))) for path in sorted(folder.rglob("*.md"))
        ]
        english = {path for path, text in pages if named != "en" and untranslated(text)}
        answers: Counter[tuple[str, str]] = Counter()
        for path, text in pages:
            truth = "en" if path in english else named
            if options.short:
                text = " ".join(text.split()[: options.short])
            start = time.perf_counter()
            answer = detect(text)
            spent.append(time.perf_counter() - start)
            answers[truth, answer] += 1
            right += answer == truth
            unsure += not answer
            wrong += bool(answer) and answer != truth
            if answer != truth and (answer or not options.short):
                print(f"  {answer or 'unsure'} for {truth}, {path}: {' '.join(text.split())[:90]}")
        line = f"{folder.name:20} {answers[named, named]:4} of {len(pages) - len(english):4}"
        if english:
            line += f"; untranslated {answers['en', 'en']:3} of {len(english):3}"
        print(line)
    total = right + wrong + unsure
    print(f"right {right}, wrong {wrong}, unsure {unsure} of {total}: {right / max(total, 1):.2%}")
    spent.sort()
    print(f"right {right}, wrong {wrong}, unsure {unsure} of {total}: {right / max(total, 1):.2%}")
    print(f"milliseconds: median {spent[len(spent) // 2] * 1e3:.2f}, greatest {spent[-1] * 1e3:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
