"""Make written forms comparable: case, accents, apostrophes, Unicode form, possessives.

`fold("Café’s")` and `fold("CAFE'S")` are the same. Letters that merely look related are not
folded together, and marks that distinguish words in scripts other than Latin, Greek, Cyrillic and
Arabic stay (Japanese voicing marks, Hindi vowel signs).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern

_APOSTROPHE = str.maketrans(dict.fromkeys("\u2019\u02bc\u2018\u00b4`\uff07", "'"))
# Marks written above or below letters, Hebrew and Arabic vowels, which most texts leave out,
# and what nobody sees: joiners, soft hyphens, selectors of a form.
_DROPPED = late_pattern(
    "[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670"
    "\u180b-\u180e\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]"
)
# Hindi writes a nasal before a consonant as a letter or as a dot, the sign of a nasal vowel with a moon or without, and
# the letters of Persian words with a dot below or without.
_NASAL = late_pattern(
    "\u0901|\u0919\u094d(?=[\u0915-\u0918])|\u091e\u094d(?=[\u091a-\u091d])|\u0923\u094d(?=[\u091f-\u0922])"
    "|\u0928\u094d(?=[\u0924-\u0927])|\u092e\u094d(?=[\u092a-\u092d])"
)
_LOAN = late_pattern("(?<=[\u0915-\u0917\u091c\u092b])\u093c")
_LETTERS = str.maketrans({
    "\u2044": "/",
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ſ": "s",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك",
})  # fmt: skip


@lru_cache(maxsize=16_000)
def lower(word: str) -> str:
    """`word` in lower case and composed form, apostrophes made straight, accents kept: what stemmers want."""
    return lower_text(word)


def lower_text(word: str) -> str:
    """The same for a text, which is not kept."""
    if word.isascii():
        return word.lower()
    low = word.lower() if "İ" not in word else word.replace("İ", "i").lower()
    return unicodedata.normalize("NFC", low.translate(_APOSTROPHE))


@lru_cache(maxsize=16_000)
def fold(word: str) -> str:
    """`word` without case, accents, typographic variants and possessive ending."""
    if word.isascii() and word.isalpha():  # most words of many languages have nothing else to fold
        return word.lower()
    low = strip_possessive(lower(word))
    if low.isascii():
        return low.replace(".", "") if _INITIALISM.fullmatch(low) else low
    low = unicodedata.normalize("NFKD", low).translate(_LETTERS)
    low = unicodedata.normalize("NFC", _DROPPED.sub("", low))
    if "\u0900" <= low[:1] <= "\u097f":
        low = _NASAL.sub("\u0902", _LOAN.sub("", low))
    return low.replace(".", "") if _INITIALISM.fullmatch(low) else low


def is_lettered(word: str) -> bool:
    """Whether a word has letters and their marks and nothing else. `isalpha` says no to most Hindi and Thai words."""
    return word.isalpha() or (not word.isascii() and not _NO_LETTER.search(word))


_NO_LETTER = late_pattern(r"[\d_.,:;&+#/'-]")
_INITIALISM = late_pattern(r"(?:[^\W\d_]\.)+[^\W\d_]?|(?:[^\W\d_]{1,2}\.){2,}")


def strip_possessive(word: str) -> str:
    """Without a closing 's or ', in lower-case words with straight apostrophes."""
    if word.endswith("'s") and len(word) > 3:
        return word[:-2]
    return word.rstrip("'") or word
