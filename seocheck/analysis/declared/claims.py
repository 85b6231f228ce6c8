"""What a description promises that can be checked word for word: its numbers, dates and names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from seocheck.analysis.declared.plain_names import dateline, is_abbreviated, is_plain
from seocheck.analysis.inflection.stems import looked_up
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.numbers import months_for, multiplier, values, words_for
from seocheck.analysis.words.tokens import UNSPACED, Token, tokens
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData, function_words

ClaimKind = Literal["number", "date", "name"]

MAX_CHARACTERS = 4_000
"""Characters of a description that are looked at; the longest met on a real page has 3,316."""
TITLE_CASE = 0.6
"""Share of capitalised words from which on capitals tell no names."""
_SENTENCE_END = late_pattern(
    r"[.!?:;…|•–—\"“”«»(\[]\s*[\"“«‘'(\[]*\s*$|^\W*$|\n\s*$|\s-\s+$"
    r"|[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]\s*$"
)
"""The last three: a new line, a hyphen between spaces, and an arrow, a tick or an emoji, which advertisements have for
a full stop."""
_MARKUP = late_pattern(
    r"(?<!\w)\w*+(?:&#?\w{1,10};\w*+)+|<[^<>]{0,300}>|`[^`\n]{0,200}`|\{\{[^{}]{0,200}\}\}"
    r"|(?<![\w.])[\w.]++\([^()]{0,100}\)|(?<!\S)-{1,2}\w[\w-]*+"
    r"|(?<![\w=.-])[\w.-]++=[\w.-]+"
)
"""Entities with the word around them, tags, code, calls, options of a command, assignments."""
_PHONE = late_pattern(
    r"(?<![\w.,])(?<!\d-)(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))(?:\+|\(?0)\d[\d ()./·\u00a0–-]{5,}\d(?!\w)"
)
"""Whom to call is on every page of a site, or on none but the last."""
_ROLE = r"(?:reporter|columnist|editor|correspondent|writer|author|critic|journalist|blogger|analyst|host)s?"
_AUTHOR = late_pattern(rf"\b(?:{_ROLE}|by|with)\s+$", re.IGNORECASE)
_AUTHOR_FOLLOWS = late_pattern(rf"(?:['’]s)?,?\s+(?:\w+\s+){{0,2}}{_ROLE}\b", re.IGNORECASE)
"""Who wrote it is in a byline, and that isn't part of the article."""
_OURS = late_pattern(r"\b(?:we|our|us|we['’]\w+)\b", re.IGNORECASE)
"""Where the publisher speaks of itself, a single name may be its own, which its pages need not say."""
_NAMED = late_pattern(r"\d+[A-Z](?<![KMB])[A-Za-z]*")
"""18F, 4H: a name, not a number with a unit."""
_SIGNS = late_pattern(r"(?:\+\+|#)(?![\w+#])")
"""At the end of a name: Notepad++."""
_NUMBERING = late_pattern(r"\.[^\W\d_]")
"""What follows the number of a step in a list that was joined: "2.Stir"."""
_IN_COMPOUND = late_pattern(r"[^\W\d_A-Z][\w’']*[-\u2010\u2011]$")
"""What stands before the last part of a word with hyphens: late-Ice-Age."""
_ELIDED = late_pattern(r"^[^\W\d_A-Z]{1,2}['’](?=[^\W\d_])")
_CASED = late_pattern(r"[^\W\d_]")
_MAX_NAME = 5
_LINKS = late_pattern(r"[\s\u2010\u2011-]+")
"""What is between the words of a name: Department of the Treasury, Basse-de-Brame."""
_COORDINATING = frozenset(("and", "und", "et", "y", "e"))
_LINKING = frozenset(("and", "of", "de", "du", "del", "von", "van", "und", "et", "y", "e"))
_ARTICLES = frozenset(("the", "la", "le", "los", "las", "der", "den", "dem"))
"""May follow a linking word in a name: Department of the Treasury, Simone de la Tour."""
_BEFORE = 12  # characters that are looked at before a word


class Claim(msgspec.Struct, frozen=True):
    """A number, a date or a name, the range of the description that says it, and its words.

    values: what a number may mean; for a year or a plain number one value, both readings where the
    separators are ambiguous. cut: whether a number ends the description, which may have been cut there.
    """

    kind: ClaimKind
    start: int
    end: int
    words: tuple[str, ...]
    values: frozenset[float] = frozenset()
    cut: bool = False


def claims(description: str, language: LanguageData) -> Iterator[Claim]:
    """The claims of a description, in order. Where capitals mean nothing, names are left out."""
    # Another rule reports markup in a description; as many spaces keep the places.
    description = _MARKUP.sub(lambda found: " " * len(found.group()), description[:MAX_CHARACTERS])
    description = _PHONE.sub(lambda found: " " * len(found.group()), description)
    placed = dateline(description)
    description = " " * placed + description[placed:]
    found = _joined(tokens(description))
    yield from sorted((*_numbers(found, description, language), *_names(found, description, language)), key=_start)


def _joined(found: Sequence[Token]) -> list[Token]:
    """The words, with Asp.NET and VB.NET as one: a text that says .NET alone doesn't say these."""
    joined: list[Token] = []
    for token in found:
        if token.text == ".NET" and joined and joined[-1].end == token.start:
            before = joined.pop()
            token = Token(before.text + token.text, before.start, token.end, before.glued)
        joined.append(token)
    return joined


def _start(claim: Claim) -> int:
    return claim.start


def _numbers(found: Sequence[Token], text: str, language: LanguageData) -> Iterator[Claim]:
    months = months_for(language.code)
    for index, token in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if not token.text[0].isdigit():
            month = fold(token.text) in months and token.text[0].isupper() and not _opens(token, text)
            if month and language.code != "de":
                yield Claim("date", token.start, token.end, (token.text,))
            continue
        if _NAMED.fullmatch(token.text):
            continue
        if token.glued or (following is not None and following.glued and following.text[0].isalpha()):
            continue  # COVID-19, 12-volt: a part of a word
        meant = values(token.text)
        if not meant or _NUMBERING.match(text, token.end):
            continue
        end = token.end
        times = multiplier(following.text, language.code) if following is not None else 1
        if times > 1 and following is not None:
            meant |= {value * times for value in meant}
            end = following.end
        yield Claim("number", token.start, end, (token.text,), meant, cut=not text[end:].strip(" .…"))


def _names(found: Sequence[Token], text: str, language: LanguageData) -> Iterator[Claim]:
    if not language.spaced:  # names in Latin letters, which the words around them are written against
        found = tokens(UNSPACED.sub(" ", text))
    cased = [token for token in found if _CASED.match(token.text)]
    capitals = sum(token.text[0].isupper() for token in cased)
    # In German every noun has a capital; scripts without spaces know no headline style.
    titled = capitals > TITLE_CASE * len(cased) and language.spaced and language.code != "de"
    if not cased or titled or (language.spaced and not any(c.islower() for c in text)):
        return
    # In German the words on either side are as likely two nouns.
    linking = _LINKING if language.code != "de" else frozenset()
    run: list[Token] = []
    linked = 0  # words inside the name
    for index, token in enumerate((*found, None)):
        if linked and token is not None:
            linked -= 1
            run.append(token)
            continue
        if run and token is not None and fold(token.text) in linking and len(run) < _MAX_NAME:
            inside = _inside_name(found[index : index + 3], run[-1], text)
            if inside:  # "Globe and Mail", "Bank of Canada"
                linked = inside - 1
                run.append(token)
                continue
        joins = (
            token is not None
            and _is_capital(token)
            and (not run or _adjoins(run[-1], token, text))
            and len(run) < _MAX_NAME
        )
        if joins and token is not None:
            run.append(token)
            continue
        yield from _name(run, text, language)
        run = [token] if token is not None and _is_capital(token) else []


def _inside_name(following: Sequence[Token], last: Token, text: str) -> int:
    """How many of the words after a capitalised one lead on to the next capitalised one: of, of the."""
    if fold(following[0].text) in _COORDINATING and not (len(following) > 1 and _is_word(last, following[1])):
        return 0  # C++ and F#, NASA and ESA: two names
    for size in (1, 2):
        if len(following) <= size or (size == 2 and fold(following[1].text) not in _ARTICLES):
            return 0
        words = [token.text for token in following[:size]]
        if following[size].text[0].isupper() and _LINKS.split(text[last.end : following[size].start])[1:-1] == words:
            return size
    return 0


def _is_word(*tokens: Token) -> bool:
    """Whether they are words with a capital and nothing else, as the parts of "Globe and Mail" are."""
    return all(token.text.isalpha() and not _is_telling(token.text) for token in tokens)


def _name(run: list[Token], text: str, language: LanguageData) -> Iterator[Claim]:
    common = function_words(language.code)
    if not language.spaced:
        common |= function_words("en")  # "The ..." in a Chinese text
    number_words, months = words_for(language.code), months_for(language.code)
    if run and _opens(run[0], text):
        plain = fold(run[0].text) in common or not _is_telling(run[0].text)
        adjective = language.code == "de" and (looked_up(lower(run[0].text), "de") or "A")[0].islower()
        if plain and (len(run) == 1 or adjective or fold(run[0].text) in common):
            run = run[1:]
    words = [t for t in run if fold(t.text) not in common and len(t.text) > 1 and fold(t.text) not in number_words]
    words = [t for t in words if fold(t.text) not in months and not (t.text[0].islower() and "." in t.text)]
    words = [t for t in words if not is_abbreviated(t.text, text[t.end :], language.code)]
    around = text[: words[0].start if words else 0], text[run[-1].end if run else 0 :]
    if words and (is_plain([t.text for t in words], around, language) or _IN_COMPOUND.search(around[0])):
        return
    if not words or _AUTHOR.search(text[max(run[0].start - 40, 0) : run[0].start]):
        return
    if _AUTHOR_FOLLOWS.match(text, run[-1].end) or (len(words) == 1 and _OURS.search(text)):
        return
    if (
        language.code == "de"
        and any(fold(t.text) in common for t in run)
        and not any(_is_telling(t.text) for t in words)
    ):
        return  # nouns with a word like "Ihrer" between them, which politeness gives a capital
    joined = all(text[one.end : two.start] == "-" for one, two in pairwise(words))
    if language.code == "de" and joined and not any(_is_telling(t.text) for t in words):
        return  # every noun has a capital, and every part of one with a hyphen
    if (
        text[run[0].start - 1 : run[0].start] == "("
        and text[run[-1].end : run[-1].end + 1] == ")"
        and (len(words) == 1 and words[0].text.isupper())
    ):
        return  # the short form of the words before it
    end = run[-1].end
    signs = _SIGNS.match(text, end)
    suffixes = language.apostrophe == "suffixes"
    yield Claim(
        "name", run[0].start, signs.end() if signs else end, tuple(_bare(t.text, suffixes=suffixes) for t in words)
    )


def _bare(word: str, *, suffixes: bool) -> str:
    """A word without its possessive ending and an elided one before it, with the letter case that `fold` would take
    away; in Turkish any ending behind the apostrophe."""
    word = _unelided(word)
    return re.split("['’]", word)[0] if suffixes else re.sub(r"['’]s?$", "", word)


def _is_capital(token: Token) -> bool:
    return _unelided(token.text)[0].isupper() or _is_telling(token.text)


def _is_telling(word: str) -> bool:
    """Whether a word is a name wherever it is: NASA, iPhone, McKelvey."""
    word = _unelided(word)
    return sum(c.isupper() for c in word) > 1 or (word[0].islower() and any(c.isupper() for c in word))


def _unelided(word: str) -> str:
    """A word without the article or preposition that is written against it: l'Académie, d'Airbus."""
    return _ELIDED.sub("", word)


def _adjoins(before: Token, token: Token, text: str) -> bool:
    between = text[before.end : token.start]
    return between in (" ", "-", "\u2010", "\u2011", "\u00a0", " & ", ". ", "’s ", "'s ") and (
        between != ". " or (len(before.text) <= 2 and before.text.isalpha())
    )


def _opens(token: Token, text: str) -> bool:
    """Whether the word begins a sentence, a quotation or a clause after a colon, where capitals mean nothing."""
    return _SENTENCE_END.search(text[max(token.start - _BEFORE, 0) : token.start]) is not None
