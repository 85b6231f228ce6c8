"""What a word in Latin letters and its spelling in the script of a language have in common: its consonants.

Names and loan words are written by their sound: glitch and ग्लिच, server and サーバー, platform and 플랫폼, camera and
كاميرا. Vowels differ too much to tell anything; consonants that one of the scripts does not tell from each other are
one here. The scripts of India have their letters in one order, so that one table does for all but Tamil.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern

SCRIPTS = {
    **dict.fromkeys(("hi", "mr", "ne", "gu", "pa", "or", "te", "kn", "ml"), "hi"),
    **dict.fromkeys(("fa", "ur", "ckb", "ps", "sd", "ug"), "fa"),
    "bn": "bn", "as": "bn", "ta": "ta", "ja": "ja", "ko": "ko", "ar": "ar", "he": "he",
}  # fmt: skip
"""Language -> the table that its script has here."""
_INDIC, _WITH_VOWELS = ("hi", "bn", "ta"), ("ar", "fa", "he")
_LEAST = {"hi": 3, "bn": 3, "ta": 3, "ja": 2, "ko": 3, "ar": 3, "fa": 3, "he": 3}
"""Consonants from which on two words are taken for one; katakana hardly has words that are not borrowed."""
_FEW = 2
"""Consonants that are enough where a script writes the vowels of borrowed words, and both words begin or end in one."""

_LATIN = late_pattern(r"tch|ch|sh|th|ph|gh|ck|qu|[ts]ion|gn(?![a-z])|c(?=[eiy])|g(?=[eiy])|[bcdfghjklmnpqrstvwxz]")
_ENGLISH = {
    "hi": {
        "tch": "c", "ch": "c", "sh": "s", "th": "t", "ph": "p", "gh": "", "ck": "k", "qu": "kv", "tion": "sn",
        "sion": "sn", "gn": "n", "c ": "s", "g ": "s", "c": "k", "f": "p", "h": "", "j": "s", "q": "k", "w": "v",
        "x": "ks", "z": "s",
    },
    "ja": {
        "tch": "t", "ch": "t", "sh": "s", "th": "s", "ph": "h", "gh": "", "ck": "k", "qu": "k", "tion": "sn",
        "sion": "sn", "gn": "n", "c ": "s", "g ": "s", "c": "k", "f": "h", "j": "s", "l": "r", "q": "k", "v": "b",
        "w": "", "x": "ks", "z": "s",
    },
    "ko": {
        "tch": "s", "ch": "s", "sh": "s", "th": "s", "ph": "p", "gh": "", "ck": "k", "qu": "k", "tion": "sn",
        "sion": "sn", "gn": "n", "c ": "s", "g ": "s", "b": "p", "c": "k", "d": "t", "f": "p", "g": "k", "j": "s",
        "l": "r", "q": "k", "v": "p", "w": "", "x": "ks", "z": "s",
    },
    "ar": {
        "tch": "ts", "ch": "ts", "sh": "s", "th": "t", "ph": "f", "gh": "", "ck": "k", "qu": "k", "tion": "sn",
        "sion": "sn", "gn": "n", "c ": "s", "g ": "g", "c": "k", "h": "", "j": "g", "p": "b", "q": "k", "v": "f",
        "w": "", "x": "ks", "z": "s",
    },
}  # fmt: skip
_ENGLISH["bn"] = {**_ENGLISH["hi"], "v": "b", "w": "", "qu": "k"}
_ENGLISH["ta"] = {**_ENGLISH["hi"], "b": "p", "d": "t", "g": "k", "g ": "s"}
_ENGLISH["fa"] = {**_ENGLISH["ar"], "v": ""}
_ENGLISH["he"] = {**_ENGLISH["fa"], "f": "p", "ph": "p", "p": "p"}
"""Table -> spelling -> the sound of that script; "c " and "g " are those before e, i and y."""
_GREEK_CH = late_pattern(r"(?<!t)ch(?=[aeiou])")
"""What may be a k: orchestra, technology."""
_SILENT_R = late_pattern(r"r(?![aeiouyr])")
"""An r that kana and Hangul leave out: server, port."""

_DEVANAGARI = dict(zip("कखगघङचछजझञटठडढणतथदधनऩपफबभमरऱलळऴवशषसंँ", "kkggnccssnttddnttddnnppbbmrrlllvsssnn", strict=True))
_INDIC_BLOCK = 0x80
"""Letters between one script of India and the next in Unicode, each at the place of the same one of Devanagari."""
_BENGALI_Y = late_pattern("\u09cd\u09af|\u09af\u09bc")
"""A y that only colours a vowel; alone the letter is a j."""
_CHILLU = str.maketrans("ൺൻർൽൾൿ", "ണനരലളക")
"""Malayalam consonants without a vowel, which have letters of their own."""
_TAMIL = str.maketrans("bdg", "ptk")
_ARABIC = {
    letter: sound
    for sound, letters in (
        ("b", "بپ"), ("t", "تطثٹ"), ("g", "جغگژ"), ("ts", "چ"), ("k", "خقكک"), ("d", "دضذڈ"), ("r", "رڑ"),
        ("s", "زظسصش"), ("f", "فڤ"), ("l", "ل"), ("m", "م"), ("n", "نں"),
    )
    for letter in letters
}  # fmt: skip
_HEBREW = {
    letter: sound
    for sound, letters in (
        ("b", "ב"), ("g", "ג"), ("d", "ד"), ("s", "זסש"), ("k", "חכךק"), ("t", "טת"), ("l", "ל"), ("m", "מם"),
        ("n", "נן"), ("ts", "צץ"), ("p", "פף"), ("r", "ר"),
    )
    for letter in letters
}  # fmt: skip
_LETTERS = {"ar": _ARABIC, "fa": _ARABIC, "he": _HEBREW}
_VOWEL_LETTERS = frozenset("اآأإويیىےةهہאהוי")
_BEFORE = late_pattern("(?:[وفبكل]?ال|لل|[وبל])(?=....)|[הבלמשו](?=....)")
"""What Arabic and Hebrew write before a word as a part of it: the article, and, in."""
_KANA = {
    row: sound
    for sounds, rows in (
        ("k", "カキクケコ"), ("g", "ガギグゲゴ"), ("s", "サシスセソザジズゼゾ"), ("t", "タチツテト"), ("d", "ダデド"),
        ("s", "ヂヅ"), ("n", "ナニヌネノン"), ("h", "ハヒフヘホ"), ("b", "バビブベボヴ"), ("p", "パピプペポ"),
        ("m", "マミムメモ"), ("r", "ラリルレロ"),
    )
    for row in rows
    for sound in sounds
}  # fmt: skip
_HANGUL = ["k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "", "s", "s", "s", "k", "t", "p", "h"]
_FIRST, _VOWELS, _FINALS = 0xAC00, 21, 28
_FINAL = (
    "", "k", "k", "ks", "n", "ns", "n", "t", "r", "rk", "rm", "rp", "rs", "rt", "rp", "r", "m", "p", "ps", "t", "t",
    "n", "s", "s", "k", "t", "p", "",
)  # fmt: skip

_RUNS = {
    **dict.fromkeys(_INDIC, late_pattern("[\u0900-\u0963\u0966-\u0d7f]+")),
    **dict.fromkeys(("ar", "fa"), late_pattern("[\u0620-\u064a\u066e-\u06d3]+")),
    "he": late_pattern("[\u05d0-\u05ea]+"),
    "ja": late_pattern("[\u30a1-\u30fa\u30fc]+"),
    "ko": late_pattern("[\uac00-\ud7a3]+"),
}


@lru_cache(maxsize=1_000)
def sounds_of(word: str, code: str) -> frozenset[str]:
    """The consonants of a word in Latin letters as the script of a language would write them, with c and g before e,
    i and y soft (ginger) and hard (plugin), ch as in chat and in echo; none where they tell too little."""
    table = SCRIPTS.get(code)
    if table is None or not word.isascii() or not word.isalpha() or word.isupper():
        return frozenset()
    plain = word.lower()
    if table in ("ja", "ko"):
        plain = _SILENT_R.sub("", plain)
    ways = (_told(way, table, soft=soft) for soft in (True, False) for way in {plain, _GREEK_CH.sub("k", plain)})
    if table in _WITH_VOWELS:
        ends = plain.removesuffix("e")
        ways = (_edged(told, ends[:1] in _LATIN_VOWELS, ends[-1:] in _LATIN_VOWELS) for told in ways)
    return frozenset(told for told in ways if len(told) >= _LEAST[table])


_LATIN_VOWELS = frozenset("aeiouy")


def _edged(told: str, begins: bool, ends: bool) -> str:
    """A few consonants with whether a vowel is before and behind them; one of the two must be."""
    return told if len(told) != _FEW else f"{'+' * begins}{told}{'-' * ends}"


def _told(plain: str, table: str, *, soft: bool) -> str:
    found = []
    for match in _LATIN.finditer(plain):
        spelt = match.group()
        is_soft = soft and spelt in ("c", "g") and plain[match.end() : match.end() + 1] in ("e", "i", "y")
        found.append(_ENGLISH[table].get(f"{spelt} " if is_soft else spelt, spelt))
    return _evened("".join(found))


def all_sounds(text: str, code: str) -> Iterator[str]:
    """The consonants of each word of a text in the script of its language, in Korean of all that one begins with."""
    table = SCRIPTS[code]
    for run in _RUNS[table].findall(unicodedata.normalize("NFC", text)):
        if table in _INDIC:
            yield _indic(run, table)
        elif table in _WITH_VOWELS:
            before = _BEFORE.match(run)
            for word in {run, run[before.end() :] if before else run}:
                told = _evened("".join(_LETTERS[table].get(letter, "") for letter in word))
                yield _edged(told, word[0] in _VOWEL_LETTERS, word[-1] in _VOWEL_LETTERS)
        elif table == "ja":
            yield _evened("".join(_KANA.get(letter, "") for letter in run))
        else:
            told = ""
            for letter in run:
                place = ord(letter) - _FIRST
                told += _HANGUL[place // (_VOWELS * _FINALS)] + _FINAL[place % _FINALS]
                yield _evened(told)


def joined_sounds(words: Sequence[str], code: str) -> frozenset[str]:
    """The same of several words that are written as one: multi-agent."""
    found = {""}
    for word in words:
        found = {_evened(before + told) for before in found for told in sounds_of(word, code)}
    return frozenset(found)


def tells(word: str, code: str) -> bool:
    """Whether a word in the script of a language has so many consonants that it would be known by them."""
    return any(len(told) >= _LEAST[SCRIPTS[code]] for told in all_sounds(word, code))


def _indic(run: str, table: str) -> str:
    plain = unicodedata.normalize("NFD", run).translate(_CHILLU)
    if table == "bn":
        plain = _BENGALI_Y.sub("", plain)
    found = []
    for letter in plain:
        same = chr(0x900 + (ord(letter) - 0x900) % _INDIC_BLOCK)
        found.append("s" if letter == "\u09af" else _DEVANAGARI.get(same, ""))
    told = "".join(found)
    return _evened(told.translate(_TAMIL) if table == "ta" else told)


def _evened(sounds: str) -> str:
    """Sounds with m before b and p as n, and doubled ones once."""
    told = sounds.replace("mb", "nb").replace("mp", "np")
    return "".join(sound for at, sound in enumerate(told) if not at or told[at - 1] != sound)
