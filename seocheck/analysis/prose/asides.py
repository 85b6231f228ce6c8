"""A sentence without what it only adds in parentheses or between two dashes.

What is left is whole and as true as before: an aside that takes something back ("unless it rains") stays, and so does
one that is part of a word or begins the sentence.
"""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern

_PARENTHESES = late_pattern(r"(?<=[^\s(（])(?:\s+\([^()]{2,}\)|\s*（[^（）]{2,}）)(?=\s|[.,;:!?…]|[^\x00-\x7f])")
_DASHES = late_pattern(r"\s[–—]\s[^–—;:]{2,}\s[–—]\s|(?<=\w)—[^–—;:]{2,}—(?=\w)")
_ANY_DASH = late_pattern(r"[–—]|\s--?\s")
_TAKES_BACK = late_pattern(
    r"\b(?:not|no|but|unless|except|without|only|though|although|however|never|if|nicht|kein\w*|aber|außer|ohne|nur"
    r"|falls"
    r"|wenn|sauf|sans|mais|pas|seulement|si|salvo|excepto|sin|pero|solo|sólo|exceto|sem|mas|só|se|tranne|senza|ma|non"
    r"|soltanto|niet|geen|behalve|zonder|maar|alleen|tenzij|inte|utan|men|utom|ikke|uden|undtagen|uten|unntatt|nie|bez"
    r"|ale|tylko|oprócz|chyba|не|без|но|только|кроме|если|але|лише|крім|якщо|ne|jen|kromě|pokud)\b|除非|除外|例外|不包括|但是?"
    r"|只有|仅限|不含|ない|ただし|除く",
    re.IGNORECASE,
)
"""Words with which an aside takes something back."""


def without_asides(sentence: str) -> str:
    """A sentence without its asides, white space evened; as it is where it has none that may be left out."""
    sentence = " ".join(sentence.split())
    kept = _PARENTHESES.sub(_kept, sentence)
    if len(_ANY_DASH.findall(kept)) == 2:
        kept = _DASHES.sub(lambda found: _kept(found, " "), kept)
    return kept


def _kept(found: re.Match[str], instead: str = "") -> str:
    return found[0] if _TAKES_BACK.search(found[0]) else instead
