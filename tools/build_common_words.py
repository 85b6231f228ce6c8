"""Writes the lists of common words that tell which words of a keyword carry it: `seocheck/languages/common/<code>.txt`.

    python tools/build_common_words.py FOLDER

FOLDER: the data of the package wordfreq (`wordfreq/data` in its wheel), which seocheck itself does not need. Its lists
are sorted by frequency; the first thousand of each language are kept, without numbers and single letters.
"""

from __future__ import annotations

import argparse
import gzip
from itertools import islice
from pathlib import Path

import msgspec

from seocheck.languages import available

MOST = 1_000
TO = Path(__file__).resolve().parent.parent / "seocheck" / "languages" / "common"
HEADER = """\
# The most common words of running text, most common first; from wordfreq 3.1.1 by Robyn Speer,
# doi 10.5281/zenodo.7199437.
# CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/; sources and credits: docs/third_party.md.
"""


def main() -> None:
    """Read the lists of all languages that have a file, and write theirs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    for code in available():
        source = folder / f"small_{code}.msgpack.gz"
        if not source.is_file():
            print(f"{code}: no list")
            continue
        _, *bins = msgspec.msgpack.decode(gzip.decompress(source.read_bytes()))
        ordered = (word for group in bins for word in sorted(group))
        words = list(islice((w for w in ordered if any(c.isalpha() for c in w) and len(w) > 1), MOST))
        lines = [" ".join(words[at : at + 15]) for at in range(0, len(words), 15)]
        (TO / f"{code}.txt").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
        print(f"{code}: {len(words)} words")


if __name__ == "__main__":
    main()
