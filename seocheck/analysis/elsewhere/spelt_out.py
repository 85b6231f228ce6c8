"""Initials that a text writes out beside the word that they belong to: ЖК Лесной and жилой комплекс «Лесной».

Two letters are the initials of many words by chance, hence the word beside them.
"""

from __future__ import annotations

import re

_BESIDE = 4
"""Letters of the word beside them that are looked for, whatever its ending."""
_MOST = 5
_QUOTE = r"[«„“\"'(]?"


def is_spelt_out(initials: str, keyword: list[str], text: str) -> bool:
    """Whether a text has words with these initials right before or behind the neighbour of the initials in a keyword.

    keyword: its words, in order.
    """
    if not (initials.isupper() and initials.isalpha() and 1 < len(initials) <= _MOST and initials in keyword):
        return False
    at = keyword.index(initials)
    words = r"\s+".join(rf"{re.escape(letter)}[^\W\d_]{{2,}}" for letter in initials)
    behind = [word for word in keyword[at + 1 : at + 2] if len(word) >= _BESIDE]
    before = [word for word in keyword[max(at - 1, 0) : at] if len(word) >= _BESIDE]
    patterns = [rf"(?<!\w){words}\s+{_QUOTE}{re.escape(word[:_BESIDE])}" for word in behind]
    patterns += [rf"(?<!\w){re.escape(word[:_BESIDE])}\w*\s+{_QUOTE}{words}" for word in before]
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
