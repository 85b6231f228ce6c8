"""How many syllables a word has.

English: a guess from the groups of vowels, corrected by patterns learned from the CMU pronouncing
dictionary, and a table of the words where that guess still differs from the dictionary. So every word
the dictionary has is counted as its first pronunciation there, and any other word by rules that are
right for 95 % of words they were not learned from. `tools/build_syllables.py` makes the table.

Other languages spell nearer to how they sound: a pattern a language says which letters make one
syllable together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern
from seocheck.base.own_files import own_path

_TABLE = own_path(__file__, "..", "data", "english_syllables.xz")

LONGEST_PATTERN = 7
"""Characters of the longest learned pattern, with the marks for the word's beginning and end."""

_VOWELS = late_pattern("[aeiouy]+")
_SIBILANT = late_pattern("(?:s|x|z|ch|sh|ce|ge|se|ze)$")
_PART = late_pattern(r"[^\W_]+(?:['’ʼ＇][^\W_]+)*['’ʼ]?")
_APOSTROPHES = str.maketrans("’ʼ＇", "'''")
_SPELLED_OUT = 4  # capitals up to this length are an abbreviation unless the dictionary has the word
_CZECH_CONSONANT = "[bcčdďfghjklmnňpqrřsštťvwxzž]"
_NUCLEI = {
    # The letters that make one syllable together, longest first; a u after q isn't a vowel anywhere. Where a
    # pair can be either (German ie in "Linie" and "Familien"), the pattern takes the commoner reading.
    # Czech r, l and m can be the middle of a syllable (prst, vlk, osm), and a prefix can end before a u (používat).
    "cs": r"(?<=\bp)o(?=u[žč])|(?<=\bn)e(?=u(?![tr]))|(?<=\b[nz])a(?=u)|ou|au|eu|[aáäeéěiíoóöuúůüyý]"
    rf"|(?<={_CZECH_CONSONANT})[rl](?![aáeéěiíoóuúůyýrl])|(?<=[sd])m\b",
    "de": r"(?<=q)u[aeiouäöü]|aa|ai|au|äu|ay|ee|ei|eu(?!ms?\b)|ey|ie(?!n\b|nn|nt|tät)|oo|ou"
    r"|[aeiouyäöüáàéèêëïóôú]",
    "es": r"(?<=[qg])u(?=[eéií])(?:i?[eéóoaá]|[ií])(?:[iu](?![aeoáéíóú])|y\b)?|[iuü]y\b"
    r"|[iuü]?[aeoáéó](?:[iuü](?![aeoáéó])|y\b)?|[iuü]+|[íú]|y(?![aeiouáéíóúü])",
    "fr": r"(?<=q)u[aeiouyéèêàâîôû]*|(?<=[bcdfgptv][lr])i(?=[aeoéèêà])|a(?=ys)|(?<=g)e[aoâô][iu]?|ouï"
    r"|[iuy]?(?:eau|aoû|aou)|ou(?:i|é|e(?![st]?\b)|a)?|[iuy]?(?:œu|oeu|eu|e|a|œ)i(?=ll?)"
    r"|[iuy]?(?:œu|oeu|ai|aî|ay|au|ei|eî|ey|eu|oi|oî|oy|oû)|[iuy][aoeéèêâô]|ui|[aeiouyàâäéèêëîïôöùûüœæ]",
    "it": r"(?<=q)u[aeioàèéìò][iu]?|[iu]?[aeoàèéòù][iu]?|[iu]+|ì",
    "nl": r"aai|ooi|oei|eeu|ieu|(?<=q)u[aeio]+|aa|ai|au|ee|ei|eu(?!m)|ie|ij|oe|oi|oo|ou|ui|uu|ey|ay|oy"
    r"|[aeiouyáàâäéèêëíïóôöúûü]",
    "pt": r"(?<=[qg])u[aeoáéíóâêôãõ](?:[iu](?!n[^aeiou]|nh|m\b|[lrz]\b))?|ã[eo]|õe"
    r"|(?<=[áéíóúâêô][bcdfgjlmnpqrstvxz])[iu][aeo](?=s?\b)|(?<=[áéíóúâêô]..)[iu][aeo](?=s?\b)"
    r"|[aeoáéóâêô][iu](?!n[^aeiou]|nh|m\b|[lrz]\b)|ui(?!n|m|[lrz]\b)|iu|[aeiouyáéíóúâêôãõàü]",
    # A Polish i before another vowel only softens what is before it; na-, za- and nie- end before a u.
    "pl": r"(?<!\bn)(?<!\bz)au|(?<!ni)eu|i?[aąeęoóuiyéäöü]",
    "ru": r"[аеёиоуыэюя]",
    "tr": r"[aeıioöuüâîû]",
    "uk": r"[аеєиіїоуюя]",
}
_PATTERNS = {code: late_pattern(pattern) for code, pattern in _NUCLEI.items()}
# A final e is not spoken in French, nor -es, nor the ending of "ils parlaient".
_FRENCH_MUTE = late_pattern(r"(?<!o)es?$|(?<=ai)ent$")


class Corrections(dict[str, int]):
    """What pieces of a word add to the guess, with an index by which few of them need be tried in a word."""

    def __init__(self, learned: dict[str, int]) -> None:
        super().__init__(learned)
        self._by_start: dict[str, list[str]] = {}
        for pattern in learned:
            self._by_start.setdefault(pattern[:3], []).append(pattern)
        self._starts = frozenset(self._by_start)
        self._pairs = [pattern for pattern in learned if len(pattern) < 3]

    def of(self, word: str) -> int:
        """What all `patterns` of a word together add, each once however often it is met."""
        marked = f"^{word}$"
        added = 0
        for start in self._starts.intersection([marked[at : at + 3] for at in range(len(word))]):
            for pattern in self._by_start[start]:
                if pattern in marked:
                    added += self[pattern]
        for pattern in self._pairs:
            if pattern in marked:
                added += self[pattern]
        return added


class _Table(NamedTuple):
    """What was learned from the dictionary.

    corrections: a pattern -> what it adds to the guess. exceptions: a word -> its syllables.
    words: the dictionary's words of two to four letters, to tell NATO from BBC.
    """

    corrections: Corrections
    exceptions: dict[str, int]
    words: frozenset[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    # Sections separated by blank lines; in each, lines of a number and the entries that have it.
    import lzma  # for English alone

    with open(_TABLE, "rb") as file:
        sections = lzma.decompress(file.read()).decode("ascii").split("\n\n")
    read: list[dict[str, int]] = []
    for section in sections[:2]:
        entries: dict[str, int] = {}
        for line in section.splitlines():
            number, *names = line.split(" ")
            entries.update(dict.fromkeys(names, int(number)))
        read.append(entries)
    return _Table(Corrections(read[0]), read[1], frozenset(sections[2].split()))


def spell(letters: str) -> int:
    """Syllables of letters said one by one: one each, three for W."""
    return sum(3 if letter in "wW" else 1 for letter in letters)


def guess(word: str) -> int:
    """Groups of vowels, less a silent e at the end; letters without a vowel are spelled."""
    groups = len(_VOWELS.findall(word))
    if not groups:
        return spell(word)
    if len(word) > 2 and word[-1] == "e" and word[-2] not in "aeiouy":
        groups -= 1
    return groups


def patterns(word: str) -> set[str]:
    """All pieces of the word up to `LONGEST_PATTERN` characters, `^` and `$` marking its ends."""
    marked = f"^{word}$"
    length = len(marked)
    return {
        marked[start : start + size] for size in range(2, LONGEST_PATTERN + 1) for start in range(length - size + 1)
    }


def by_rule(word: str, corrections: dict[str, int], exceptions: dict[str, int]) -> int:
    """Syllables of a lower-case English word of letters and apostrophes."""
    known = exceptions.get(word)
    if known is not None:
        return known
    stem = word
    if stem.endswith("'s") and len(stem) > 2:
        # As the dictionary says possessives: "church's" has one more than "church", "Putin's" has none.
        stem = stem[:-2]
        return by_rule(stem, corrections, exceptions) + (_SIBILANT.search(stem) is not None)
    if stem.endswith("'") and len(stem) > 1:
        return by_rule(stem[:-1], corrections, exceptions)
    letters = stem.replace("'", "")
    if isinstance(corrections, Corrections):
        added = corrections.of(letters)
    else:
        added = sum(corrections.get(pattern, 0) for pattern in patterns(letters))
    return max(guess(letters) + added, 1)


def _english(part: str) -> int:
    table = _table()
    if part.isascii() and part.isalpha() and part.islower():
        return by_rule(part, table.corrections, table.exceptions)
    if any(character.isdigit() for character in part):
        return 1
    stem, _, ending = part.partition("'")
    if part.isupper() or (stem.isupper() and ending == "s"):
        plain = stem.lower()
        if 1 < len(plain) <= _SPELLED_OUT and plain.isascii() and plain not in table.words:
            return spell(plain)
    if not part.isascii():
        # A final é is spoken, unlike e: café, fiancé.
        part = re.sub("[éèê](?=s?$)", "ay", part.lower())
        part = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode("ascii")
    return by_rule(part.lower(), table.corrections, table.exceptions) if part else 1


def _other(part: str, code: str) -> int:
    if any(character.isdigit() for character in part):
        return 1
    # "I".lower() is i in Turkish too, and both are one syllable.
    part = unicodedata.normalize("NFC", part).lower()
    if code == "fr" and len(part) > 3:
        part = _FRENCH_MUTE.sub("", part)
    return max(len(_PATTERNS[code].findall(part)), 1)


@lru_cache(maxsize=16_000)
def count_syllables(word: str, code: str) -> int | None:
    """The syllables of a word as spoken, at least 1; None for a language without rules here.

    `code` is an ISO 639-1 code. Hyphens part a compound, and its parts are added up. A figure
    ("2014", "3.14", "4th") is one syllable, which is Flesch's own rule (How to Write Plain English,
    1979: count abbreviations, figures and symbols as one-syllable words). English abbreviations in
    capitals are spelled (UN, IMF) unless the dictionary has them as words (NATO); so are letters with
    full stops (U.S.).
    """
    if code != "en" and code not in _PATTERNS:
        return None
    if code == "en" and word.isascii() and word.isalpha():
        return _english(word)
    word = word.translate(_APOSTROPHES)
    if word[:1].isdigit():
        return 1
    total = 0
    for part in _PART.findall(word):
        total += _english(part) if code == "en" else _other(part, code)
    return max(total, 1)
