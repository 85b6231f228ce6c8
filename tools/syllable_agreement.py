"""Hold our syllable counts against hyphenation dictionaries.

    python tools/syllable_agreement.py [--words 5000] [--show CODE]

Reads words from the dictionaries of simplemma (a fixed sample of each language) and counts their syllables with
seocheck and with the hyphenation patterns of pyphen (LibreOffice's dictionaries), which is not a dependency of the
project. Patterns mark where a line may be broken, which is not everywhere where a syllable ends: words are left out
where a piece between two places has no vowel, or two vowels with a consonant between them. What is left is a test of
which vowels make one syllable together.
"""

from __future__ import annotations

import argparse
import random
import re
from importlib import import_module

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from seocheck.analysis.prose.syllables import count_syllables

PATTERNS = {"cs": "cs_CZ", "de": "de_DE", "es": "es", "fr": "fr", "it": "it_IT", "nl": "nl_NL", "pl": "pl_PL"}
_UNMARKED = {"es": re.compile("[aeoáéó]{2}|[aeo][íú]|[íú][aeo]")}
"""Hiatus, where two vowels are two syllables by the rules of spelling; the dictionary allows no break there."""
_VOWELS = re.compile("[aeiouyäöüáéíóúàèìòùâêîôûëïœæãõěůýąęаеёиоуыэюя]+")


def words(code: str, count: int) -> list[str]:
    """A fixed sample of a language's words in small letters."""
    known = DefaultDictionaryFactory().get_dictionary(code)
    listed = sorted({w.decode() if isinstance(w, bytes) else w for w in known})
    fit = [word for word in listed if word.isalpha() and word.islower() and 3 <= len(word) <= 14]
    return random.Random(1).sample(fit, min(count, len(fit)))


def main() -> None:
    """Print the share of words with the same count, and the mean difference."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--words", type=int, default=5000)
    parser.add_argument("--show", metavar="CODE", help="print words of this language that differ")
    options = parser.parse_args()
    try:
        pyphen = import_module("pyphen")
    except ImportError:
        raise SystemExit("pyphen is not installed: pip install pyphen") from None
    for code, name in PATTERNS.items():
        patterns = pyphen.Pyphen(lang=name)
        rows = []
        for word in words(code, options.words):
            ours = count_syllables(word, code)
            pieces = patterns.inserted(word).split("-")
            if code in _UNMARKED and _UNMARKED[code].search(word):
                continue
            if ours is not None and all(len(_VOWELS.findall(piece)) == 1 for piece in pieces):
                rows.append((word, ours, len(patterns.positions(word)) + 1))
        if not rows:
            print(f"{code}: no syllable rules")
            continue
        same = sum(ours == theirs for _, ours, theirs in rows)
        difference = sum(ours - theirs for _, ours, theirs in rows) / len(rows)
        print(
            f"{code}: {len(rows)} words, {same / len(rows):.3f} with the same count, mean difference {difference:+.3f}"
        )
        if options.show == code:
            for word, ours, theirs in [row for row in rows if row[1] != row[2]][:60]:
                print(f"  {word}: {ours}, {patterns.inserted(word)} {theirs}")


if __name__ == "__main__":
    main()
