"""Other spellings in Chinese and Japanese: 網絡/网络, サーバー/サーバ, 引越し/引っ越し, 子供/こども.

Both the keyword and the text are brought to one spelling, and then compared. What that spelling is doesn't matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from seocheck.analysis.words.tokens import Token
from seocheck.base.late_pattern import late_pattern
from seocheck.base.own_files import own_path, text_of
from seocheck.languages import load

if TYPE_CHECKING:
    from seocheck.analysis.words.zones import Words

_KANJI = "\u4e00-\u9fff\u3005"
_AROUND = "のをがにはでともへや"
"""Particles, which may be around a word in hiragana; any other hiragana makes it a part of another word."""

# Letters of inflection that may be left out, after the Cabinet's notice of 1973 on okurigana (送り仮名の付け方).
_OKURIGANA = """
合わ 表わ 現わ 著わ 断わ 行な 浮か 生ま 押さ 捕ら 積も 聞こ 起こ 落と 暮ら 当た 終わ 変わ 代わ 替わ 換わ 関わ
"""
_KATAKANA = {
    "ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴ": "ブ", "ェイ": "ェー", "ウィ": "ウイ", "ウェ": "ウエ",
    "ウォ": "ウオ", "フュ": "ヒュ", "ヂ": "ジ", "ヅ": "ズ", "イゼーション": "イズ",
}  # fmt: skip
_LAST_OKURIGANA = late_pattern(f"(?<=[{_KANJI}]{{2}})(?<!組合)[きぎしせちけげめりれ]$")
"""引越 for 引越し, but not 組合 (a union) for 組合せ."""


class UnspacedVariants:
    """The words of an article in one spelling; where in it a keyword is."""

    def __init__(self, words: Words) -> None:
        self._code = words.language.code
        texts: list[str] = []
        self._places: list[int] = []
        for piece in words.pieces:
            end = piece.first + piece.count
            key, places = _key(words.words[piece.first : end], words.folded[piece.first : end], self._code)
            texts.append(f"{key}\n")
            self._places += [piece.first + place for place in places]
            self._places.append(end)
        self._text = "".join(texts)

    def places(self, tokens: Sequence[Token], folded: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where these words are in any spelling: (index of the first word, number of words)."""
        wanted, _ = _key(tokens, folded, self._code)
        for key in dict.fromkeys((wanted, _LAST_OKURIGANA.sub("", wanted))) if wanted else ():
            at = self._text.find(key)
            while at >= 0:
                start, end = self._places[at], self._places[at + len(key)]
                if not at or self._text[at - 1] == "\n" or self._places[at - 1] != start:
                    yield start, max(end - start, 1)
                at = self._text.find(key, at + 1)


def _key(tokens: Sequence[Token], folded: Sequence[str], code: str) -> tuple[str, list[int]]:
    """The words in one spelling, a space where there is one, and for each character which word it comes from."""
    written: list[str] = []
    places: list[int] = []
    for i, (token, word) in enumerate(zip(tokens, folded, strict=True)):
        if i and token.start > tokens[i - 1].end:
            written.append(" ")
            places.append(i)
        written.append(word)
        places += [i] * len(word)
    text = "".join(written)
    if code == "ja":
        return _japanese(text, places)
    return text.translate(_simplified()), places


def _japanese(text: str, places: Sequence[int]) -> tuple[str, list[int]]:
    parts: list[str] = []
    kept: list[int] = []
    at = 0
    pattern, meant = _spelt()
    for match in pattern.finditer(text):
        start, end = match.span()
        parts.append(text[at:start])
        kept += places[at:start]
        new = meant.get(match[0], "")
        parts.append(new)
        kept += [places[min(start + i, end - 1)] for i in range(len(new))]
        at = end
    parts.append(text[at:])
    kept += places[at:]
    return "".join(parts), kept


@lru_cache(maxsize=1)
def _spelt() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What is written in more than one way, and what it is taken for; what is not in there is left out."""
    groups = [group.split() for group in load("ja").spellings.split(",")]
    meant = {word: first for first, *others in groups for word in others}
    meant |= {word: word[0] for word in _OKURIGANA.split()} | _KATAKANA
    inside = f"(?<![ぁ-ん])|(?<=[{_AROUND}])", f"(?![ぁ-んー])|(?=[{_AROUND}]|たち)"
    words = {word for _, *others in groups for word in others}
    kana = [word for word in words if re.search("[ぁ-ん]$", word) and not re.match(f"[{_KANJI}]", word)]
    katakana = [word for word in words if re.fullmatch("[ァ-ヺー]+", word)]
    rest = [word for word in words if word not in {*kana, *katakana}]
    return re.compile(
        f"(?:{inside[0]})(?:{_any(kana)})(?:{inside[1]})"
        f"|(?<![ァ-ヺー])(?:{_any(katakana)})(?![ァ-ヺー])"
        f"|{_any(rest)}"
        f"|{_any(_OKURIGANA.split())}|{_any(list(_KATAKANA))}"
        "|(?<=[ァ-ヺ])ー(?![ァ-ヺー])"  # サーバー
        f"|(?<=[{_KANJI}])[ぁ-ん]{{1,2}}(?<![{_AROUND}か])(?=[{_KANJI}])"  # 引っ越し
    ), meant


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def _simplified() -> Mapping[int, int]:
    """Traditional Chinese characters, with their simplified forms."""
    data = own_path(__file__, "..", "data", "hanzi.txt")
    _, traditional, simplified = text_of(data).splitlines()
    return str.maketrans(traditional, simplified)
