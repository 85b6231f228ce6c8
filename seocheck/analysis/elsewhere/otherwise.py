"""Keywords of which nobody can say that the page lacks them: in another script, by a variable, beside the article.

A page in Hindi, Japanese or Korean writes foreign names by their sound. And where a generator puts a name in the place
of a variable ({{ product.name }}), the text that readers see is not in the file. What a page shows beside the article
is found in `beside`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from seocheck.analysis import Analysis
from seocheck.analysis.keywords.matching import support as support_in
from seocheck.analysis.keywords.support import Support
from seocheck.analysis.words.sounds import SCRIPTS, all_sounds, joined_sounds, sounds_of, tells
from seocheck.analysis.words.splitting import split
from seocheck.analysis.words.unspaced import is_katakana
from seocheck.analysis.words.zones import SUPPORTING
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import function_words
from seocheck.languages.detect import main_script
from seocheck.readers.formats import named

_CAPTION = late_pattern(r"\{:[^{}\n]{0,200}\bcaption\s*=\s*[\"']([^\"'\n]{1,300})")
"""A caption as kramdown has it among the attributes of a table."""
_INITIALS = 5
"""Letters of an abbreviation, at most, whose words are looked for."""
_INITIALS_IN_NAME = 3
"""Letters of an abbreviation that is looked for at the end of a name (openWXY)."""
_VERSION = late_pattern(r"\d+(?:\.\d+)+")
_PART_OF_NAME = 4
"""Letters of a word that is looked for inside the names of code (onAuthorizationFailure)."""
_SIGNS = {
    word: sign
    for sign, words in (
        ("%", "percent percentage prozent procent pourcent porcentaje percentuale процент процентов відсотків odsetek"),
        ("$", "dollar dollars dólar dólares dollari доллар долларов"), ("€", "euro euros eur"),
        ("£", "pound pounds gbp"), ("°", "degree degrees grad degrés grados gradi graus градус градусов"),
    )
    for word in words.split()
}  # fmt: skip
"""Words for which texts have signs."""
_PART_OF_RUN = 5
"""Consonants of a word that is looked for inside longer ones in katakana."""
_LATIN = late_pattern(r"[A-Za-z]{4,}")
_FOR_SCRIPT = 1_000
"""Characters of a text by which its script is told."""
_HANGUL = late_pattern("[\uac00-\ud7a3]{2,}")


def may_be_said(support: Support, analysis: Analysis, *, variables: bool = True) -> bool:
    """Whether the words of a keyword that the article never says may be in it all the same.

    variables: whether any variable in the text may stand for it.
    """
    missing = support.missing if support.tier == "partial" else (support.keyword.text.value,)
    words = [word for part in missing for word in _words(part, analysis)]
    small = function_words(analysis.language.code)
    words = [word for word in words if word.lower() not in small] or words
    if not words:
        return False
    if _is_beside(support, analysis):
        return True
    code = analysis.language.code
    if code in SCRIPTS and _by_sound(words, analysis, code):
        return True
    if code == "ko" and _by_spelling(words, analysis):
        return True
    asked = _words(support.keyword.text.value, analysis)
    if all(
        _in_other_letters(word, analysis) or (word.isupper() and _is_spelt_out(word, asked, _shown(analysis)))
        for word in words
    ):
        return True
    source = analysis.article.source.text
    if not variables or ("{{" not in source and "{%" not in source):
        return False
    from seocheck.analysis.elsewhere.template_variables import may_stand_for  # most articles have none

    return may_stand_for(support.keyword.text.value, words, analysis)


def _is_spelt_out(word: str, asked: list[str], text: str) -> bool:
    from seocheck.analysis.elsewhere.spelt_out import is_spelt_out  # few keywords have initials

    return is_spelt_out(word, asked, text)


def _words(text: str, analysis: Analysis) -> list[str]:
    """The words of a text; a run of katakana is one."""
    found: list[str] = []
    end = -1
    for token in split(text, analysis.language):
        if found and end == token.start and is_katakana(found[-1]) and is_katakana(token.text):
            found[-1] += token.text
        else:
            found.append(token.text)
        end = token.end
    return found


def is_of_another_script(keyword: str, analysis: Analysis) -> bool:
    """Whether a keyword is in Latin letters, more than an abbreviation, and the article is not."""
    if not keyword.isascii() or not any(map(str.islower, keyword)):
        return False
    text = _shown(analysis)[:_FOR_SCRIPT]
    return not text.isascii() and main_script(text) not in ("", "Latin")


def _is_latin_there(word: str, text: str, code: str) -> bool:
    """Whether the text has a word in Latin letters that sounds as this one in the script of its language."""
    told = set(all_sounds(word, code))
    if code == "ko":  # of which the others are only the beginning
        told = {max(told, key=len, default="")}
    return any(told & sounds_of(latin, code) for latin in set(_LATIN.findall(text)))


def _is_beside(support: Support, analysis: Analysis) -> bool:
    """Whether what the page shows beside the article says the rest of a keyword."""
    words = analysis.words_with_beside
    if words is None:
        return False
    again = support_in(support.keyword, words)
    return again.tier != "absent" and not again.missing


def _by_sound(words: list[str], analysis: Analysis, code: str) -> bool:
    """Whether the text has these words in the script of its language; in Korean, inside a longer word too.

    Short words and abbreviations have too few consonants to tell: one of the others must be there.
    """
    text = _shown(analysis)
    if code == "ja" and len(words) > 1 and any(_is_in_run(told, text) for told in joined_sounds(words, code)):
        return True
    met = 0
    for word in words:
        if code == "ko" and _HANGUL.fullmatch(word) and word in text:
            met += 1
        elif not word.isascii():
            if _is_latin_there(word, text, code):
                met += 1
            elif tells(word, code):
                return False
        elif told := sounds_of(word, code):
            if told.isdisjoint(_heard(text, code)) and not (code == "ja" and any(_is_in_run(t, text) for t in told)):
                return False
            met += 1
    return met > 0


def _shown(analysis: Analysis) -> str:
    """What the article says, and what the page shows beside it."""
    pieces = (analysis.words_with_beside or analysis.words).pieces
    return "\n".join(piece.text.value for piece in pieces if piece.zone in SUPPORTING)


def _by_spelling(words: list[str], analysis: Analysis) -> bool:
    """Whether the text has all words, Korean loan words in other spellings."""
    from seocheck.analysis.words.hangul_spelling import is_spelt_otherwise  # for Korean alone

    text = _shown(analysis)
    return all(word in text or is_spelt_otherwise(word, text) for word in words)


def _is_in_run(told: str, text: str) -> bool:
    """Whether a word in katakana has these sounds as a part, so many that they are none by chance."""
    return len(told) >= _PART_OF_RUN and any(told in run for run in _heard(text, "ja"))


def _in_other_letters(word: str, analysis: Analysis) -> bool:
    """Whether a word stands in a longer sign, or for one: 24 in 24h, 6.1 in 6.1.0, a part of a name in code."""
    text = _body(analysis)
    if word.lower() in _SIGNS:
        return _SIGNS[word.lower()] in text
    if word.isupper() and 1 < len(word) <= _INITIALS and word.isalpha() and _stand_for(word, text):
        return True
    if word[:1].isdigit() and word not in text:
        return False
    if _VERSION.fullmatch(word):
        return re.search(rf"(?<![\w.]){re.escape(word)}\.\d", text) is not None
    if word.isdigit():
        return re.search(rf"(?<![\w.,]){word}(?:h|hrs?|ч|km|kg|cm|mm|m²)(?!\w)", text) is not None
    if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", caption, re.IGNORECASE) for caption in _captions(text)):
        return True
    if (
        word.isupper()
        and word.isalpha()
        and len(word) >= _INITIALS_IN_NAME
        and re.search(rf"(?<=[a-z]){word}(?![A-Za-z])", text)
    ):
        return True
    if not (word.isascii() and word.isalpha() and len(word) >= _PART_OF_NAME):
        return False
    plain = word.lower()
    big = plain.capitalize()
    return any(_begins_name(text, at, len(plain)) for at in _places(plain, text)) or any(
        _is_in_name(text, at, len(plain)) for at in _places(big, text)
    )


def _places(word: str, text: str) -> Iterator[int]:
    """Where a text has these letters: a pattern for every word would take longer than the rest of the rule."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _begins_name(text: str, at: int, size: int) -> bool:
    """authorizationFailure"""
    return not _letter(text[at - 1 : at] if at else "") and _capital(text[at + size : at + size + 1])


def _is_in_name(text: str, at: int, size: int) -> bool:
    """onAuthorization, AuthorizationFailure"""
    before, behind = text[at - 1 : at] if at else "", text[at + size : at + size + 2]
    if _letter(before):
        return before.islower() and not (_letter(behind[:1]) and behind[:1].islower())
    return _capital(behind[:1]) and _letter(behind[1:]) and behind[1:].islower()


def _letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _capital(character: str) -> bool:
    return _letter(character) and character.isupper()


def _stand_for(initials: str, text: str) -> bool:
    """Whether a text has a name of words with these initials, small words between them: RJ, Rio de Janeiro."""
    between = r"\s+(?:(?:of|the|and|de|da|do|dos|das|del|la|di|du|des|e|y|und|für|van)\s+){0,2}"
    return re.search(r"(?<!\w)" + between.join(rf"{letter}[^\W\d_]+" for letter in initials), text) is not None


def _body(analysis: Analysis) -> str:
    """What the file says below its metadata, code included; of a whole page only its article."""
    article = analysis.article
    if named(article.format).is_page:
        return "\n".join(block.text.value for block in article.blocks)
    return article.source.text[article.metadata_span.end :]


@lru_cache(maxsize=4)
def _captions(text: str) -> tuple[str, ...]:
    return tuple(_CAPTION.findall(text)) if "caption" in text else ()


@lru_cache(maxsize=4)
def _heard(text: str, code: str) -> frozenset[str]:
    return frozenset(all_sounds(text, code))
