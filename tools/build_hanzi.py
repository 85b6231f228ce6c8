"""Build `seocheck/analysis/data/hanzi.txt`: traditional Chinese characters and their simplified forms.

    python tools/build_hanzi.py TSCharacters.txt     # of OpenCC, as in the package opencc-python-reimplemented 0.1.7

After a notice two lines of equally many characters; of several simplified forms the first, which OpenCC holds to be
the usual one.
"""

from __future__ import annotations

import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "seocheck" / "analysis" / "data" / "hanzi.txt"
_HEADER = "# Traditional and simplified, from OpenCC (BYVoid and contributors), Apache-2.0; see docs/third_party.md"


def main() -> None:
    """Write the file."""
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    pairs = [(traditional, forms.split()[0]) for traditional, _, forms in (line.partition("\t") for line in lines)]
    kept = sorted((a, b) for a, b in pairs if len(a) == len(b) == 1 and a != b and max(a, b) < "\U00020000")
    OUT.write_text(f"{_HEADER}\n{''.join(a for a, _ in kept)}\n{''.join(b for _, b in kept)}\n", "utf-8")


if __name__ == "__main__":
    main()
