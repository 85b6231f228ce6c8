"""What a word in Latin letters and its spelling in Devanagari, kana or Hangul have in common: its consonants.

Names and loan words are written by their sound: glitch and ग्लिच, server and サーバー, platform and 플랫폼. Vowels
differ too much to tell anything; consonants that one of the scripts does not tell from each other are one here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern

SCRIPTS = {"hi": "hi", "mr": "hi", "ne": "hi", "ja": "ja", "ko": "ko"}
"""Language -> the table that its script has here."""
_LEAST = {"hi": 3, "ja": 2, "ko": 3}
"""Consonants from which on two words are taken for one; katakana hardly has words that are not borrowed."""

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
}  # fmt: skip
"""Table -> spelling -> the sound of that script; "c " and "g " are those before e, i and y."""
_SILENT_R = late_pattern(r"r(?![aeiouyr])")
"""An r that kana and Hangul leave out: server, port."""

_DEVANAGARI = dict(zip("कखगघङचछजझञटठडढणतथदधनपफबभमरलवशषसंँ", "kkggnccssnttddnttddnppbbmrlvsssnn", strict=True))
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
    "hi": late_pattern("[\u0900-\u0963\u0966-\u097f]+"),
    "ja": late_pattern("[\u30a1-\u30fa\u30fc]+"),
    "ko": late_pattern("[\uac00-\ud7a3]+"),
}


@lru_cache(maxsize=1_000)
def sounds_of(word: str, code: str) -> frozenset[str]:
    """The consonants of a word in Latin letters as the script of a language would write them, with c and g before e,
    i and y soft (ginger) and hard (plugin); none where they tell too little."""
    table = SCRIPTS.get(code)
    if table is None or not word.isascii() or not word.isalpha() or word.isupper():
        return frozenset()
    plain = word.lower()
    if table != "hi":
        plain = _SILENT_R.sub("", plain)
    return frozenset(told for soft in (True, False) if len(told := _told(plain, table, soft=soft)) >= _LEAST[table])


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
        if table == "hi":
            yield _evened("".join(_DEVANAGARI.get(letter, "") for letter in unicodedata.normalize("NFD", run)))
        elif table == "ja":
            yield _evened("".join(_KANA.get(letter, "") for letter in run))
        else:
            told = ""
            for letter in run:
                place = ord(letter) - _FIRST
                told += _HANGUL[place // (_VOWELS * _FINALS)] + _FINAL[place % _FINALS]
                yield _evened(told)


def _evened(sounds: str) -> str:
    """Sounds with m before b and p as n, and doubled ones once."""
    told = sounds.replace("mb", "nb").replace("mp", "np")
    return "".join(sound for at, sound in enumerate(told) if not at or told[at - 1] != sound)
