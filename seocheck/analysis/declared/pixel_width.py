"""How wide a text is on a screen, in CSS pixels, when set in Arial as search results are.

Search engines cut titles and descriptions by width, not by number of characters. The widths are those of
Liberation Sans, which is metric-compatible with Arial (`data/sans_widths.txt`, notice in
docs/third_party.md). Kerning is left out; it changes a line by less than one per cent.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from seocheck.base.own_files import own_path, text_of

_TABLE = own_path(__file__, "..", "data", "sans_widths.txt")
_UNITS_PER_EM = 2048

_UNKNOWN = 1139
"""Width in units of a character that neither the table nor its class settles (Arabic, Devanagari, Thai ...):
that of a digit, near the mean of letters; real fonts for these scripts differ among themselves by a fifth."""

ELLIPSIS = "…"


def width(text: str, size: float) -> float:
    """The width of `text` in one line at a font size of `size` pixels, in pixels, without kerning.

    Combining marks and invisible characters are 0 wide, East Asian wide characters and emoji 1 em,
    other characters that Arial lacks about half an em; line breaks and tabs count as spaces.
    """
    return sum(map(_units, text)) * size / _UNITS_PER_EM


def cut(text: str, size: float, max_width: float) -> int:
    """Where `text` is cut to fit into `max_width` pixels: the index after the last character shown.

    A text that fits is not cut (`len(text)`). Else it ends at the end of a word, with room for the
    ellipsis; a first word that is too wide by itself is cut inside. East Asian text may be cut after any
    character. 0 when not even one character fits.
    """
    limit = max_width * _UNITS_PER_EM / size
    room = limit - _units(ELLIPSIS)
    used = 0
    at_word = inside = 0
    for index, character in enumerate(text):
        units = _units(character)
        if units and used <= room:
            inside = index
            if character.isspace() or _is_wide(character) or (index and _is_wide(text[index - 1])):
                at_word = index
        used += units
        if used > limit:
            return len(text[: at_word or inside].rstrip())
    return len(text)


@lru_cache(maxsize=8192)
def _units(character: str) -> int:
    """The character's advance width in 1/2048 em."""
    known = _widths().get(character)
    if known is not None:
        return known
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if character.isspace():
        return _widths()[" "]
    return _UNITS_PER_EM if _is_wide(character) else _UNKNOWN


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


@lru_cache(maxsize=1)
def _widths() -> dict[str, int]:
    found: dict[str, int] = {}
    for line in text_of(_TABLE).splitlines():
        if line.startswith("#"):
            continue
        first, *runs = line.split()
        point = int(first, 16)
        for run in runs:
            units, _, times = run.partition("*")
            for _ in range(int(times or 1)):
                found[chr(point)] = int(units)
                point += 1
    return found
