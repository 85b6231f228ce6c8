"""Which language a text is in; "" rather than a guess.

A text is judged by its script first, and where several languages share one, by function words: the
lists of this folder, and short ones of languages that have no file but resemble one that has, so that
Catalan comes out as unknown and not as Spanish. Function words, unlike names of products and terms of
programming, are always in the text's own language, so that code-heavy prose isn't a trap. A language is
ruled out by letters that it does not write.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.languages import entry, function_words
from seocheck.languages.neighbours import NEIGHBOURS
from seocheck.languages.tags import language_of_path, normalise

__all__ = ["detect", "language_of_path", "languages_of", "main_script", "normalise", "script_of"]

_SAMPLE = 12_000
"""Characters looked at, a third each from the beginning, the middle and the end of a longer text."""

_MIN_DISTINCT = 3
"""Different function words of the language that must occur."""
_MIN_EVIDENCE = 2.0
"""Function words needed, each counted as 1 / (number of languages that have it)."""
_MIN_SHARE = 0.035
"""Least part of the words that this evidence makes up; ordinary prose has 0.15 to 0.45."""
_MIN_LEAD = 2
"""Words that the best language has and a rival lacks, at least so many more than the other way round."""
_MARGIN = 2.5
"""How many times as many such words, at least."""
_MAX_FOREIGN = 0.015
"""Greatest part of a text's letters that its language does not write, as in names and quotations."""
_MIN_SCRIPT = 0.6
"""Least part of the (weighted) letters that are in the script of the text."""

_MIN_LETTERS = 200
"""Letters of a text that is told by its letters alone."""
_MIN_Y = 0.008
"""Least part of them that are ы in Russian; ordinary prose has 0.019."""

# First code point of each range, ascending, and its script; "" for what isn't a letter of any of them.
_RANGES = (
    (0x0, ""), (0xC0, "Latin"), (0x2B0, ""), (0x370, "Greek"), (0x400, "Cyrillic"), (0x530, "other"),
    (0x590, "Hebrew"), (0x600, ""), (0x620, "Arabic"), (0x660, ""), (0x66E, "Arabic"), (0x6F0, ""),
    (0x6FA, "Arabic"), (0x700, "other"), (0x750, "Arabic"), (0x780, "other"), (0x900, "Devanagari"),
    (0x966, ""), (0x971, "Devanagari"), (0x980, "other"), (0xE01, "Thai"), (0xE3F, ""), (0xE40, "Thai"),
    (0xE4F, ""), (0xE80, "other"), (0x1100, "Hangul"), (0x1200, "other"), (0x1E00, "Latin"),
    (0x1F00, "Greek"), (0x2000, ""), (0x3041, "Kana"), (0x3097, ""), (0x30A1, "Kana"), (0x30FB, ""),
    (0x3131, "Hangul"), (0x318F, ""), (0x3400, "Han"), (0x4DC0, ""), (0x4E00, "Han"), (0xA000, "other"),
    (0xAC00, "Hangul"), (0xD7A4, ""), (0xF900, "Han"), (0xFB00, ""), (0xFB50, "Arabic"), (0xFDFE, ""),
    (0xFE70, "Arabic"), (0xFEFD, ""), (0x20000, "Han"), (0x31400, ""),
)  # fmt: skip
_STARTS = tuple(start for start, _ in _RANGES)

# One sign means a syllable or a word: unweighted, a Chinese article on programming would be Latin.
_WEIGHTS = {"Kana": 2.0, "Hangul": 2.0, "Han": 3.0}

_WORDS = {
    "Latin": late_pattern(r"[a-z\u00df-\u024f\u1e00-\u1eff]+(?:'(?:s|t|re|ve|ll|d|m|n)?(?![a-z]))?"),
    "Cyrillic": late_pattern(r"[\u0400-\u052f]+"),
    "Arabic": late_pattern(r"[\u0620-\u0655\u066e-\u06d3\u06d5-\u06ff\u200c]+"),
    "Devanagari": late_pattern(r"[\u0900-\u0963\u0971-\u097f]+"),
    "Hebrew": late_pattern(r"[\u05d0-\u05ea\u05f0-\u05f2]+"),
}

_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"
_ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْٰٱٕٔٓ"

# The letters outside a-z with which a language writes its own words.
_LETTERS = {
    "cs": "áčďéěíňóřšťúůýž", "da": "æøåéè", "de": "äöüß", "en": "éèïêñç", "es": "áéíóúüñ", "fi": "äöå",
    "fr": "àâæçéèêëîïôœùûüÿ", "hu": "áéíóöőúüű", "id": "é", "it": "àèéìíîòóù", "nb": "æøåéèòóôê",
    "nl": "éèëïóöüáê", "pl": "ąćęłńóśźż", "pt": "áàâãéêíóôõúüç", "ro": "ăâîșțşţ", "sv": "åäöé",
    "tr": "çğıöşüâîû", "ru": _RUSSIAN, "uk": "абвгдежзийклмнопрстуфхцчшщьюяіїєґ", "ar": _ARABIC,
    "fa": _ARABIC + "پچژگکیۀ\u200c",
}  # fmt: skip
_LANGUAGES = {
    "Latin": (
        "cs",
        "da",
        "de",
        "en",
        "es",
        "fi",
        "fr",
        "hu",
        "id",
        "it",
        "nb",
        "nl",
        "pl",
        "pt",
        "ro",
        "sv",
        "tr",
    ),
    "Cyrillic": ("ru", "uk"),
    "Arabic": ("ar", "fa"),
    "Devanagari": ("hi",),
    "Hebrew": ("he",),
}
# New Norwegian is judged by the file for Norwegian, here as in `tags.normalise`.
_WRITTEN_AS = {"nn": "nb"}

# Common in every Chinese text, simplified or traditional, and all but unknown in Japanese without kana.
_CHINESE = frozenset("了是这這们們你她没沒么麼吗嗎还還让讓把吧很")


@lru_cache(maxsize=4)  # the title and the description are both compared with the same text
def detect(text: str) -> str:
    """The language of `text`: a code that has a file in this folder, or "" when it is not certain.

    Short texts, lists of names, texts in two languages and languages without a file give "". Same
    text, same answer; about a millisecond, however long the text.
    """
    sample = unicodedata.normalize("NFC", _sample(text).lower().replace("’", "'"))
    letters = Counter(sample)
    scripts: Counter[str] = Counter()
    for character, count in letters.items():
        scripts[script_of(character)] += count
    del scripts[""]
    if not scripts:
        return ""
    weights = {script: count * _WEIGHTS.get(script, 1.0) for script, count in scripts.items()}
    weights["East Asian"] = weights.pop("Han", 0.0) + weights.pop("Kana", 0.0)
    latin = ""
    if "Latin" in weights:
        latin, share = _by_words("Latin", sample, letters, scripts["Latin"])
        # Names and code in a text of another script are Latin letters, but hardly a sentence of them.
        if len(weights) > 2 or weights["East Asian"]:
            weights["Latin"] *= min(1.0, share / 0.25)
    script = max(sorted(weights), key=lambda name: weights[name])
    if weights[script] < _MIN_SCRIPT * sum(weights.values()):
        return ""
    if script == "Latin":
        return latin
    if script == "East Asian":
        return _east_asian(letters, scripts["Han"], scripts["Kana"])
    if script in _LANGUAGES:
        found = _by_words(script, sample, letters, scripts[script])[0]
        return found or (_russian_by_letters(letters, scripts[script]) if script == "Cyrillic" else "")
    alone = {"Greek": "el", "Thai": "th", "Hangul": "ko"}
    return alone.get(script, "") if scripts[script] >= 8 else ""


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    third = _SAMPLE // 3
    middle = (len(text) - third) // 2
    return f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"


def languages_of(script: str) -> tuple[str, ...]:
    """The languages with a file that are written in a script and told by their function words."""
    return _LANGUAGES.get(script, ())


@lru_cache(maxsize=16_384)
def script_of(character: str) -> str:
    """The script of a letter: "Latin", "Cyrillic", "Han", "Kana" ...; "" for what is none."""
    if not character:
        return ""
    if character.isascii():
        return "Latin" if character.isalpha() else ""
    return _RANGES[bisect_right(_STARTS, ord(character)) - 1][1] if character not in "ªº×÷" else ""


def main_script(text: str) -> str:
    """The script of most letters of a text, "Han" for kana, too; "" for a text without letters."""
    scripts = [script_of(character) for character in text if character.isalpha()]
    known = ["Han" if script == "Kana" else script for script in scripts if script]
    return max(sorted(set(known)), key=known.count, default="")


def _east_asian(letters: Mapping[str, int], han: int, kana: int) -> str:
    """Chinese or Japanese, by the part of kana; text in Han alone must show that it is Chinese."""
    if kana >= 4 and kana >= 0.1 * (han + kana):
        return "ja"
    if kana > 0.03 * han or han < 6:
        return ""
    sure = sum(letters.get(sign, 0) for sign in _CHINESE)
    return "zh" if sure or letters.get("的", 0) >= 2 else ""


@lru_cache(maxsize=8)
def _index(script: str) -> dict[str, tuple[str, ...]]:
    """Each function word of the script's languages with the languages that have it."""
    lists: dict[str, set[str]] = {}
    for code in _LANGUAGES[script]:
        words = lists[code] = set(function_words(code))
        if entry(code, "apostrophe") == "elides":
            elided = {word for word in words if len(word) == 1 and word not in "aeiouyàéèô"} | (words & {"qu"})
            words -= elided
            words |= {f"{word}'" for word in elided}
    for code, text in NEIGHBOURS.items():
        words = set(text.split())
        if script_of(next(filter(str.isalpha, text))) == script:
            lists.setdefault(_WRITTEN_AS.get(code, code), set()).update(words)
    found: dict[str, list[str]] = {}
    for code in sorted(lists):
        for word in lists[code]:
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


def _by_words(script: str, sample: str, letters: Mapping[str, int], total: int) -> tuple[str, float]:
    """The language that the function words speak for, or "", and the part of the words they make up."""
    words = Counter(_WORDS[script].findall(sample))
    index = _index(script)
    evidence: Counter[str] = Counter()
    weighed: dict[str, float] = {}
    hits: list[tuple[float, tuple[str, ...]]] = []
    for word, count in words.items():
        codes = index.get(word) or index.get(word.rstrip("'"))
        if codes is None:
            continue
        # A single letter may as well be a variable or an enumeration.
        weight = count if len(word) > 1 else count / 2
        hits.append((weight, codes))
        for code in codes:
            evidence[code] += count
            weighed[code] = weighed.get(code, 0.0) + weight / len(codes)
    if not weighed:
        return "", 0.0
    best = max(sorted(weighed), key=lambda code: weighed[code])
    number = words.total()
    share = evidence[best] / number
    if (
        best not in _LANGUAGES[script]
        or sum(1 for _, codes in hits if best in codes) < _MIN_DISTINCT
        or weighed[best] < max(_MIN_EVIDENCE, _MIN_SHARE * number)
        or _foreign(best, script, letters) > _MAX_FOREIGN * total
    ):
        return "", share
    for rival, weight in weighed.items():
        if rival == best or weight < 0.2 * weighed[best]:
            continue
        ours = sum(count for count, codes in hits if best in codes and rival not in codes)
        theirs = sum(count for count, codes in hits if rival in codes and best not in codes)
        impossible = _foreign(rival, script, letters) > _MAX_FOREIGN * total
        if ours < (theirs if impossible else max(theirs + _MIN_LEAD, _MARGIN * theirs)):
            return "", share
    return best, share


def _russian_by_letters(letters: Mapping[str, int], total: int) -> str:
    """Russian, by ы, which of its neighbours only those write that have letters of their own, too; "" otherwise.

    Lists of goods and of works are hardly more than nouns, with few function words between.
    """
    is_enough = total >= _MIN_LETTERS and letters.get("ы", 0) >= _MIN_Y * total
    return "ru" if is_enough and _foreign("ru", "Cyrillic", letters) == 0 else ""


def _foreign(code: str, script: str, letters: Mapping[str, int]) -> int:
    """How many letters of the script the language does not write."""
    own = _LETTERS.get(code)
    if own is None:
        return 0
    return sum(
        count
        for letter, count in letters.items()
        if not letter.isascii() and letter not in own and script_of(letter) == script
    )
