"""Whether a title or a description is in another language, or another script, than the text.

Only where it's certain. Another script: nearly all of the title's letters, and none of its words in the text. Another
language of the same script: two function words of it and none of the text's own, and the text doesn't quote the title.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from seocheck.analysis import Analysis
from seocheck.analysis.words.folding import lower, lower_text
from seocheck.analysis.words.tokens import tokens
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.languages import entry, function_words, load
from seocheck.languages.common_words import common_words
from seocheck.languages.detect import detect, languages_of, normalise, script_of

_WORD = late_pattern(r"[^\W\d_]{2,}")
_NAME = late_pattern(r"[A-Za-z][\w.+-]*")
_FORMULA = late_pattern(r"\$\$[^$]{0,20000}\$\$|\$[^$\n]{0,2000}\$|\\[A-Za-z]+(?:\{[^{}\n]{0,200}\})*")
_TWO_SIGNS = late_pattern(r"(?=([^\W\d_]{2}))")
_PART = late_pattern(r"\s+[|·•»›~–—-]\s+|[|｜:：]\s*")
_QUOTED = late_pattern(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|\"[^\"]*\"|「[^」]*」|『[^』]*』|《[^》]*》")
_TOGETHER = {"Han": "East Asian", "Kana": "East Asian"}
"""Scripts that one language is written in."""
_SAMPLE = 12_000
"""Characters of the text whose script is looked at."""
_MOST = 0.9
"""The part of the letters that makes a title, or a text, one of a script."""
_LETTERS = 3
"""Letters of another script, at least."""
_FOREIGN_WORDS = 2
"""Different function words of another language, at least."""
_LONG = 5
"""Words of a title from which on, over a text in another script, one of them is enough."""
_SHARE = 0.2
"""The least part of the title's words that they make up."""
_ALIKE = ("da nb sv", "es pt", "ru uk", "ar fa", "cs pl", "es it", "it pt")
"""Languages with so much in common that a title of a few words isn't certainly of one."""


def other_language(title: Text | None, analysis: Analysis) -> str:
    """The language or script of a title or description that isn't that of the text: "English", "the Greek script"; ""
    for the same."""
    body = analysis.own_text
    if "\\" in body:
        body = _FORMULA.sub(" ", body)
    if title is None or not body.strip():
        return ""
    parts = [part for part in _PART.split(_QUOTED.sub(" ", title.value[:500])) if part.strip()]
    own = " ".join(part for part in parts if part.strip().casefold() not in analysis.site_names)
    declared = normalise(analysis.article.declared_language)
    return _other_script(own, body, declared) or _other_language(parts, body, declared)


@lru_cache(maxsize=4)  # that of a body is asked for with its title and with its description
def _script(text: str) -> str:
    """The script of nearly all letters of a text; "" if it has several, or none."""
    scripts: Counter[str] = Counter()
    for character, count in Counter(text[:_SAMPLE]).items():
        if script := script_of(character):
            scripts[_TOGETHER.get(script, script)] += count
    if not scripts:
        return ""
    most = max(sorted(scripts), key=scripts.__getitem__)
    return most if scripts[most] >= _MOST * scripts.total() else ""


def _other_script(own: str, body: str, declared: str) -> str:
    theirs = _script(body)
    if theirs == "Latin":  # names in Latin letters are in titles of every script
        known = function_words(code := detect(body)) | common_words(code)
        own = _NAME.sub(lambda name: name[0] if lower(name[0]) in known else " ", own)
    ours = _script(own)
    if not ours or not theirs or ours == theirs or ours in ("Latin", "other") or theirs == "other":
        return ""
    if not detect(body):
        return ""  # labels and pieces of code, of which nobody can say what they are in
    if declared and _script(" ".join(sorted(function_words(declared)))) == ours:
        return ""  # what the page is said to be in; that its text isn't is another fault
    letters = [script_of(character) for character in own]
    pieces = _TWO_SIGNS.findall(own) if ours == "East Asian" else _WORD.findall(own)
    if len(letters) - letters.count("") < _LETTERS:
        return ""
    said = lower_text(body)
    if any(lower(piece) in said for piece in pieces):
        return ""
    if ours == "East Asian":
        return "Japanese" if "Kana" in letters else "Chinese characters"
    return f"the {ours} script"


def _other_language(parts: list[str], body: str, declared: str) -> str:
    code = detect(body)
    if not code:
        return ""
    words = [_words(part) for part in parts]
    title = [word for part in words for word in part]
    known = function_words(code) | common_words(code)
    script = _script(" ".join(title))
    names = {word for part in parts for word in _acronyms(part)}
    wanted = [word for word in title if word not in names and word not in function_words(code)]
    best, found, most = "", set[str](), (0, 0)
    for other in languages_of(script):
        if other != code and not any({code, other} <= set(alike.split()) for alike in _ALIKE):
            small, elided = function_words(other), _elided(other)
            hits = {word for word in wanted if word in small and word not in elided}
            if not hits:
                continue
            # "in" is a word of several languages; all that the title has of a language tell which it is.
            common = common_words(other)
            weight = len({word for word in title if word in small or word in common}), len(hits)
            if weight > most:
                best, found, most = other, hits, weight
    if _script(body) != script and len(title) >= _LONG:
        certain = bool(found) and (best == "en" or len(found) >= _FOREIGN_WORDS)  # "size" is a small word of Turkish
    else:
        certain = len(found) >= _FOREIGN_WORDS and sum(word in found for word in title) >= _SHARE * len(title)
    if not certain or best == declared:
        return ""
    foreign = function_words(best) | common_words(best)
    own = {word for word in title if word in known and word not in foreign}
    if own & function_words(code) or len(own) >= len(found):
        return ""  # words of the text's own language
    said = lower_text(body)
    for part in words:
        if not found & set(part) and any(_is_in(word, said) for word in part):
            return ""  # a subtitle in the text's own language
    phrase = r"\W+".join(map(re.escape, title[_first(title, found) : _last(title, found) + 2]))
    return "" if re.search(phrase, said) else load(best).name


@lru_cache(maxsize=64)
def _elided(code: str) -> frozenset[str]:
    """Small words that stand only before an apostrophe: dell' beside dello and della."""
    small = function_words(code) if entry(code, "apostrophe") == "elides" else frozenset()
    return frozenset(word for word in small if len(word) > 2 and {f"{word}o", f"{word}a"} <= small)


def _acronyms(part: str) -> set[str]:
    """The words in capitals of a title that has small letters too, in small ones: AI is no "ai"."""
    return {lower(word) for word in _WORD.findall(part) if word.isupper()} if not part.isupper() else set()


def _words(part: str) -> list[str]:
    """Its words in small letters. In scripts with vowel signs a plain pattern would cut them at every sign."""
    if any(unicodedata.combining(c) or unicodedata.category(c) == "Mc" for c in part):
        return [lower(token.text) for token in tokens(part) if len(token.text) > 1 and not token.text[0].isdigit()]
    return [lower(word) for word in _WORD.findall(part)]


def _is_in(word: str, said: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said) is not None


def _first(title: list[str], found: set[str]) -> int:
    return next(at for at, word in enumerate(title) if word in found)


def _last(title: list[str], found: set[str]) -> int:
    return max(at for at, word in enumerate(title) if word in found)
