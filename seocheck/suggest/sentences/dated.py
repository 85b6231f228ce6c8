"""Whether a sentence says what is so on a day or at a price only."""

from __future__ import annotations

from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.numbers import months_for
from seocheck.base.late_pattern import late_pattern

_PRICE = late_pattern(r"[$€£¥₺₽₹₩]\s?\d|\d\s?(?:[€£¥₺₽₹₩$]|(?:zł|kr|Kč|USD|EUR|TL|руб|грн|lei|Ft)\b|[円元원])")
_DATE = late_pattern(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|\d{1,2}\s?[月월]\s?\d{1,2}"
    r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]|\(\d{4}[–-]\d{2,4}\)|\b\d{1,2}[:.]\d\d\s?[–-]\s?\d{1,2}[:.]\d\d\b"
)
_DAY_AND_WORD = late_pattern(
    r"\b\d{1,2}(?:st|nd|rd|th|\.|º)?\s(?:de\s)?([^\W\d_]{3,})|([^\W\d_]{3,})\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}\b"
)
_YEAR = late_pattern(r",?\s(?:de\s|del\s)?(?:19|20)\d\d\b")


def has_date_or_price(text: str, code: str, title: str = "", *, opens: bool = False) -> bool:
    """Whether a text holds a date or a price that the title has not: it says what is so today, not what the article is
    about. opens: whether it is the first sentence, which says of an event when it was: a date with its year may stay.
    """
    if any(found[0].strip() not in title for pattern in (_PRICE, _DATE) for found in pattern.finditer(text)):
        return True
    months = months_for(code)
    return any(
        fold(found[1] or found[2]) in months and not (opens and (found[2] or _YEAR.match(text, found.end())))
        for found in _DAY_AND_WORD.finditer(text)
    )
