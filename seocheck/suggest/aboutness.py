"""How much a sentence says of what its article is about, besides the keywords in it.

A description names the subject and says what it is. So a sentence counts for more with the words of the title, with
what defines something, and with what the article says of itself; and for less where it asks for something to be done,
lists things, or has no word of the subject at all.
"""

from __future__ import annotations

import re

from seocheck.analysis import Analysis
from seocheck.analysis.keywords.dwelling import stems_of
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.numbers import months_for
from seocheck.base.late_pattern import late_pattern
from seocheck.suggest.openings import calls, is_of_itself

TITLE, DEFINES, ITSELF, CALLS, NOTHING, LISTS = 1.2, 0.6, 0.7, 0.8, 1.0, 0.4
"""What each is worth; a keyword list that is said in full is worth 1."""
_COMMAS = 4
"""Commas from which on a sentence is a list."""

_DEFINING = {
    "en": late_pattern(r"\b(?:is|are) (?:an?|the|one|your|our)\b"),
    "de": late_pattern(r"\b(?:ist|sind) (?:ein\w*|der|die|das)\b"),
    "fr": late_pattern(r"\b(?:est|sont) (?:une?|le|la|les|des|l['’])"),
    "es": late_pattern(r"\b(?:es|son) (?:una?|el|la|los|las)\b"),
    "pt": late_pattern(r"\b(?:é|são) (?:uma?|o|a|os|as)\b"),
    "it": late_pattern(r"\b(?:è|sono) (?:una?|uno|il|la|lo|l['’]|i|gli|le)"),
    "nl": late_pattern(r"\b(?:is|zijn) (?:een|de|het)\b"),
    "sv": late_pattern(r"\bär (?:en|ett|den|det)\b"),
    "da": late_pattern(r"\ber (?:en|et|den|det)\b"),
    "nb": late_pattern(r"\ber (?:en|et|den|det)\b"),
    "pl": late_pattern(r"\bto\b|\bjest\b|\bsą\b"),
    "cs": late_pattern(r"\bje\b|\bjsou\b"),
    "ru": late_pattern(r"\s[—–-]\s|\bявляется\b|\bэто\b"),
    "uk": late_pattern(r"\s[—–-]\s|\bє\b|\bце\b"),
    "ro": late_pattern(r"\b(?:este|sunt) (?:un|o|cel|cea|cei|cele)\b"),
    "fi": late_pattern(r"\b(?:on|ovat)\b"),
    "id": late_pattern(r"\badalah\b"),
    "vi": late_pattern(r"\blà\b"),
    "tr": late_pattern(r"[dt][ıiuü]r\.$"),
    "hi": late_pattern(r"(?:है|हैं)[।.]$"),
    "zh": late_pattern(r"是"),
    "ja": late_pattern(r"とは|です。$|である。$"),
    "ko": late_pattern(r"입니다\.$|란 "),
}
"""What says of something what it is."""

_WE = late_pattern(
    r"(?:we are|we['’]re|wir sind|nous sommes|somos|siamo|w[ei]j? zijn|jesteśmy|мы [—–-]|ми [—–-]|jsme|vi är"
    r"|vi er|suntem|olemme) ",
    re.IGNORECASE,
)
"""How a site says what it is."""
_PRICE = late_pattern(r"[$€£¥₺₽₹₩]\s?\d|\d\s?(?:[€£¥₺₽₹₩$]|(?:zł|kr|Kč|USD|EUR|TL|руб|грн|lei|Ft)\b|[円元원])")
_DATE = late_pattern(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|\d{1,2}\s?[月월]\s?\d{1,2}"
    r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]|\(\d{4}[–-]\d{2,4}\)"
)
_DAY_AND_WORD = late_pattern(
    r"\b\d{1,2}(?:st|nd|rd|th|\.|º)?\s(?:de\s)?([^\W\d_]{3,})|([^\W\d_]{3,})\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}\b"
)
_LETTERS = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]{2,}|[A-Za-z0-9]{2,}")


class Subject:
    """What the title says the article is about, to compare sentences with."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.stems: set[str] = set()
        self._runs: set[str] = set()
        title = _title(analysis)
        if analysis.language.known and analysis.language.spaced:
            whole = set(analysis.content_stems(title))
            names = {stem for name in analysis.site_names for stem in stems_of(name, analysis)}
            self.stems = whole - names or whole
        elif not analysis.language.spaced:
            self._runs = _runs(title)

    def share(self, text: str) -> float:
        """The part of the title that a text has, from 0 to 1; 0 where there is none to compare with."""
        if self.stems:
            return len(self.stems & set(stems_of(text, self._analysis))) / len(self.stems)
        return len(self._runs & _runs(text)) / len(self._runs) if self._runs else 0.0

    def only_repeats(self, text: str) -> bool:
        """Whether a text says nothing that the title does not."""
        return bool(self.stems) and set(self._analysis.content_stems(text)) <= self.stems

    @property
    def is_known(self) -> bool:
        """Whether there is a title to compare with."""
        return bool(self.stems or self._runs)


def aboutness(text: str, subject: Subject, analysis: Analysis, *, says_keyword: bool) -> float | None:
    """What a text is worth as a description for what it says of the subject; below 0 where it says nothing of it.

    None where it only asks for something that the title does not speak of.
    """
    code = analysis.language.code
    share = subject.share(text)
    itself = is_of_itself(text, code)
    introduces = bool(_WE.match(text))
    about = says_keyword or share > 0 or itself or introduces
    asks = calls(text, code)
    if asks and share == 0 and subject.is_known:
        return None
    worth = TITLE * share + ITSELF * itself - CALLS * asks
    defining = _DEFINING.get(code)
    if about and (introduces or (defining is not None and defining.search(text))):
        worth += DEFINES
    if sum(text.count(comma) for comma in ",，、،") >= _COMMAS:
        worth -= LISTS
    return worth if about or not (subject.is_known or analysis.keywords) else worth - NOTHING


def has_date_or_price(text: str, code: str) -> bool:
    """Whether a text holds a date or a price: it says what is so today, not what the article is about."""
    if _PRICE.search(text) or _DATE.search(text):
        return True
    months = months_for(code)
    return any(fold(found[1] or found[2]) in months for found in _DAY_AND_WORD.finditer(text))


def _title(analysis: Analysis) -> str:
    """The title, or the main heading of an article that declares none; "" where there is neither."""
    if analysis.article.title:
        return analysis.article.title.text.value
    return next((block.text.value for block in analysis.article.headings if block.level == 1), "")


def _runs(text: str) -> set[str]:
    """The words in Latin letters of a text, and the pairs of characters of the others."""
    found: set[str] = set()
    for run in _LETTERS.findall(text):
        if run.isascii():
            found.add(run.lower())
        else:
            found.update(run[at : at + 2] for at in range(len(run) - 1))
    return found
