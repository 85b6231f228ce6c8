"""Two words that only look like forms of one: Küchen (kitchens) and Kuchen (cake), banka (jar) and bank.

Marks above letters don't count, since many leave them out; but where the dictionary has both words, and nothing in
common between them, they do. In languages whose keywords are often typed without any, both must be base forms.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from seocheck.analysis.inflection.stems import bases_of, close_lemmas, is_word, looked_up
from seocheck.analysis.words.folding import fold, lower
from seocheck.languages import UNINFLECTED, function_words

_MARKS_TELL = ("cs", "da", "de", "el", "fi", "hu", "nb", "pl", "sv", "tr", "uk")
"""Languages in which letters with marks are letters of their own, or are hardly ever typed without."""
_MARKS_MAY_TELL = ("es", "fr", "it", "pt", "ro")


def marks_tell(code: str) -> bool:
    """Whether marks may distinguish two words of a language, as far as is known."""
    return code in _MARKS_TELL or code in _MARKS_MAY_TELL or code in UNINFLECTED


@lru_cache(maxsize=16_000)
def differ_by_marks(mine: str, theirs: str, code: str) -> bool:
    """Whether two words that fold alike are two words: sör (beer) and sor (row)."""
    a, b = lower(mine), lower(theirs)
    if a == b or len(a) != len(b) or mine.isupper() or theirs.isupper():  # Straße and Strasse are one
        return False
    if code in UNINFLECTED:  # marks are all that many syllables differ by; hoà and hòa have the same ones
        return not (a.isascii() or b.isascii()) and sorted(normalize("NFD", a)) != sorted(normalize("NFD", b))
    if code in _MARKS_TELL:
        return is_word(a, code) and is_word(b, code) and not bases_of(mine, code) & bases_of(theirs, code)
    if code not in _MARKS_MAY_TELL or fold(a) in function_words(code):  # cómo and como
        return False
    if code == "it" and a[:-1] == b[:-1] and looked_up(fold(a), code) == fold(a):
        # A stress on the last vowel, of which the dictionary lacks many: meta (goal) and metà (half); not citta.
        return True
    return looked_up(a, code) == a and looked_up(b, code) == b


_FORMS_KNOWN = ("de", "fi", "hu", "tr")
"""Languages whose dictionary knows the forms that differ by such a letter; elsewhere it often takes them for others."""


def differ_within(mine: str, theirs: str, shared: int, code: str) -> bool:
    """Whether the letters that two words share, folded, have other marks, and the dictionary says that they are two
    words: Bar and Bären, but not Haus and Häuser."""
    a, b = lower(mine), lower(theirs)
    if code not in _FORMS_KNOWN or a[:shared] == b[:shared] or len(a) != len(fold(a)) or len(b) != len(fold(b)):
        return False
    return is_word(a, code) and is_word(b, code) and not close_lemmas(mine, code) & close_lemmas(theirs, code)


_FEMININE = {"it": ("a", "o", "e"), "ru": ("а", "", "и"), "uk": ("а", "", "и")}
"""The ending of feminine nouns, that of masculine ones which they look like forms of, and that of their plurals."""


def is_feminine_of_its_own(mine: str, theirs: str, code: str) -> bool:
    """Whether one is a noun with forms of its own, and not a form of the other: porta (door) and porto (harbour)."""
    if code not in _FEMININE:
        return False
    feminine, masculine, plural = _FEMININE[code]
    a, b = sorted((lower(mine), lower(theirs)), key=lambda word: not word.endswith(feminine))
    if not a.endswith(feminine) or b != a.removesuffix(feminine) + masculine:
        return False
    if looked_up(b, code) == a:  # книг is a form of книга
        return False
    return looked_up(a.removesuffix(feminine) + plural, code) == a or (code == "uk" and looked_up(a, code) == a)
