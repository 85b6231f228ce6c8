"""Writes the table of advance widths that `seocheck/analysis/declared/pixel_width.py` reads.

    python tools/build_widths.py /usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf

Needs fonttools, which seocheck itself does not. Take Liberation Sans 2 (Debian's fonts-liberation2): it is
under the SIL Open Font License and has Hebrew; the 1.x versions are under the GPL.
"""

from __future__ import annotations

import argparse
import unicodedata
from itertools import groupby
from pathlib import Path

_TABLE = Path(__file__).resolve().parent.parent / "seocheck" / "analysis" / "data" / "sans_widths.txt"

# Latin, Greek, Cyrillic, Hebrew; punctuation, currency, letterlike signs, arrows, mathematics; ligatures.
_RANGES = (
    (0x0020, 0x007F), (0x00A0, 0x0530), (0x0590, 0x0600), (0x1E00, 0x2200), (0x2200, 0x2300),
    (0x25A0, 0x2600), (0xFB00, 0xFB50),
)  # fmt: skip

_HEADER = """\
# Advance widths of Liberation Sans 2, metric-compatible with Arial, in 1/2048 em; see docs/third_party.md.
# Digitized data copyright (c) 2010 Google Corporation. Copyright (c) 2012 Red Hat, Inc.
# SIL Open Font License 1.1, https://openfontlicense.org.
# A line holds the first code point (hexadecimal) and the widths from there on; "1139*3" is three times 1139.
"""


def main() -> None:
    """Read the font named on the command line and write the table."""
    from fontTools.ttLib import TTFont

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("font", type=Path)
    font = TTFont(parser.parse_args().font)
    if font["head"].unitsPerEm != 2048:
        raise SystemExit("widths are expected in 1/2048 em")
    glyphs, metrics = font.getBestCmap(), font["hmtx"]
    points = [
        point
        for start, end in _RANGES
        for point in range(start, end)
        if point in glyphs and unicodedata.category(chr(point)) not in ("Mn", "Me", "Cf")
    ]
    lines = []
    for _, run in groupby(enumerate(points), key=lambda pair: pair[1] - pair[0]):
        part = [point for _, point in run]
        widths = (metrics[glyphs[point]][0] for point in part)
        counted = ((width, len(list(same))) for width, same in groupby(widths))
        lines.append(f"{part[0]:04X} " + " ".join(f"{w}*{n}" if n > 1 else f"{w}" for w, n in counted))
    _TABLE.parent.mkdir(exist_ok=True)
    _TABLE.write_text(_HEADER + "\n".join(lines) + "\n", encoding="ascii")
    print(f"{_TABLE}: {len(points)} characters, {_TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
