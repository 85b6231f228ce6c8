"""Other spellings of one word: colour/color, Müller/Mueller, twelve/12, km/kilometres, app/application, Kyiv/Kiev.

What is merely another way to type the same letters (a German umlaut written out) counts as the word itself. All else
is a *variant*: the article says the keyword, and a careful editor would make the two agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.numbers import words_for
from seocheck.base.late_pattern import late_pattern
from seocheck.base.own_files import own_path, text_of
from seocheck.languages import load

LEAST_NAME = 5
"""Letters of a name that is looked for in another transliteration; shorter ones meet by chance."""

_WRITTEN_OUT = {
    "de": (("ä", "ae"), ("ö", "oe"), ("ü", "ue")),
    "sv": (("å", "aa"), ("ä", "ae"), ("ö", "oe")),
    "da": (("å", "aa"), ("æ", "ae"), ("ø", "oe")),
    "nb": (("å", "aa"), ("æ", "ae"), ("ø", "oe")),
    "fi": (("å", "aa"), ("ä", "ae"), ("ö", "oe")),
}

_TAIL = "(?=$|s$|ed$|ing$|ful|less|ite|able|al$|er)"
_BRITISH = tuple(
    (late_pattern(pattern), letters)
    for pattern, letters in (
        (rf"(?<=...)our{_TAIL}", "or"),
        (rf"(?<=...)or{_TAIL}", "our"),
        (r"(?<=...)is(?=e[sdr]?$|ing$|ations?$|ational$)", "iz"),
        (r"(?<=...)iz(?=e[sdr]?$|ing$|ations?$|ational$)", "is"),
        (r"(?<=...)ys(?=e[sdr]?$|ing$)", "yz"),
        (r"(?<=...)yz(?=e[sdr]?$|ing$)", "ys"),
        (r"(?<=..[bt])re(?=s?$)", "er"),
        (r"(?<=..[bt])er(?=s?$)", "re"),
        (r"(?<=..[bt])red$", "ered"),
        (r"(?<=..[bt])ered$", "red"),
        (r"(?<=...)ogue(?=s?$)", "og"),
        (r"(?<=...)og(?=s?$)", "ogue"),
        (r"(?<=...[aeiou])ll(?=ed$|ing|ers?$|ors?$|ous|ery$)", "l"),
        (r"(?<=...[aeiou])l(?=ed$|ing|ers?$|ors?$|ous|ery$)", "ll"),
        (r"[ao]e(?=.{5})", "e"),
    )
)
"""Spellings of Britain and America. What comes out need not be a word: only what is in the text can meet."""
_LEAST = 5
"""Letters of a word that the rules of British and American spelling are tried on."""


class _Names(msgspec.Struct, frozen=True):
    """`names.yml`: lines of names that mean the same, English words with two spellings, short names of software."""

    names: str
    english: str
    software: str


@lru_cache(maxsize=1)
def _lists() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """The groups of all languages, and those of English."""
    import yaml

    text = text_of(own_path(__file__, "..", "data", "names.yml"))
    found = msgspec.convert(yaml.load(text, yaml.CSafeLoader), _Names)
    return _groups(f"{found.names}, {found.software}"), _groups(found.english)


def _groups(written: str) -> Mapping[str, frozenset[str]]:
    """Word -> all the words of its group; groups are separated by commas."""
    groups = [frozenset(map(fold, group.split())) for group in written.split(",")]
    return {word: group for group in groups for word in group}


@lru_cache(maxsize=64)
def _spellings_for(code: str) -> Mapping[str, frozenset[str]]:
    return _groups(load(code).spellings)


@lru_cache(maxsize=64)
def _clippings_for(code: str) -> Mapping[str, frozenset[str]]:
    """Short word -> the full ones, and each full word -> the short one; "dev" doesn't make one of its two."""
    table: dict[str, frozenset[str]] = {}
    for short, *full in (list(map(fold, group.split())) for group in load(code).clippings.split(",") if group.strip()):
        for word, others in ((short, full), *((word, [short]) for word in full)):
            table[word] = table.get(word, frozenset()) | frozenset(others)
    return table


def _clipped(folded: str, code: str) -> frozenset[str]:
    """The full words of a short one, and the short ones of a full one; of its plural, too."""
    table = _clippings_for(code)
    found = table.get(folded)
    if found is None and folded.endswith(_PLURALS):  # the dictionary would take longer
        found = table.get(folded[:-1]) or table.get(folded[:-2])
    return found or frozenset()


_PLURALS = ("s", "n")


def clipped(one: str, other: str, code: str) -> bool:
    """Whether one word is the other cut short, in the singular or plural: apps and application."""
    full, bare = _clipped(fold(one), code), fold(other)
    return not full.isdisjoint((bare, f"{bare}s", bare[:-1], bare[:-2]))


@lru_cache(maxsize=5_000)
def alternatives(word: str, code: str) -> frozenset[str]:
    """Folded ways to type the letters of a word: marks left off, umlauts written out, Node.js as NodeJS."""
    plain = lower(word)
    found = {fold(word)}
    if "." in plain and plain.replace(".", "").isalpha():
        found.add(fold(plain.replace(".", "")))
    elif plain.endswith("js") and len(plain) > _LEAST:
        found.add(f"{fold(plain[:-2])}.js")
    found |= _grouped(plain, code)
    for letter, pair in _WRITTEN_OUT.get(code, ()):
        if letter in plain:
            found.add(fold(plain.replace(letter, pair)))
        if pair in plain:
            found.add(fold(plain.replace(pair, letter)))
    return frozenset(found)


_GROUPED = late_pattern(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*")


def _grouped(figures: str, code: str) -> set[str]:
    """10000 for 10,000, and 10,000 for 10000. A stop groups figures in most languages, but not in English."""
    if (found := _GROUPED.fullmatch(figures)) and not (found[1] == "." and code == "en"):
        return {figures.replace(found[1], "")}
    if figures.isdecimal() and figures.isascii() and 4 <= len(figures) <= 15:
        grouped = f"{int(figures):,}"
        return {grouped} if code == "en" else {grouped, grouped.replace(",", ".")}
    return set()


@lru_cache(maxsize=5_000)
def variants(word: str, code: str, *, measured: bool = False) -> frozenset[str]:
    """Folded words that are the same one in another spelling; without the word itself.

    measured: whether a number is beside it, so that it may be a unit.
    """
    folded = fold(word)
    names, english = _lists()
    found = {*names.get(folded, ()), *_spellings_for(code).get(folded, ())}
    found |= _clipped(folded, code)
    if code == "en":
        found |= english.get(folded, frozenset())
        found |= _over_the_ocean(folded)
    found |= _figures(folded, code)
    if folded.isdecimal():
        found.add(f"{folded}.0")
    elif folded.endswith(".0"):
        found.add(folded.removesuffix(".0"))
    if measured:
        found |= _units_for(code).get(folded, frozenset())
    return frozenset(found - {folded})


def _over_the_ocean(folded: str) -> set[str]:
    if len(folded) < _LEAST or not folded.isalpha():
        return set()
    return {pattern.sub(letters, folded) for pattern, letters in _BRITISH}


def _figures(folded: str, code: str) -> set[str]:
    """12 for twelve, and twelve for 12."""
    table = words_for(code)
    if folded in table:
        return {f"{table[folded]:.0f}"} if table[folded] >= 2 else set()
    if folded.isdecimal() and len(folded) <= 9:
        value = float(folded)
        return {word for word, meant in table.items() if meant == value} if value >= 2 else set()
    return set()


@lru_cache(maxsize=64)
def _units_for(code: str) -> Mapping[str, frozenset[str]]:
    return _groups(load(code).units)


_TRANSLITERATED = tuple(
    (late_pattern(pattern), letters)
    for pattern, letters in (
        ("tsch|tch|cz", "ch"),
        ("sch|sz", "sh"),
        ("ph|ff", "f"),
        ("^q(?=[aou])", "g"),
        ("dj", "j"),
        ("(?<=[aeou])[jyi](?=[aeou])", ""),
        ("^[yj](?=e)", ""),
        ("[iy]+[jy]*$|ij$", "i"),
        ("j|y", "i"),
        ("ou|oo|u", "u"),
        ("w", "v"),
        ("ff$|v$|f$", "v"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=16_000)
def name_key(folded: str) -> str:
    """What the transliterations of a name have in common: Zelensky, Zelenskyy; Tchaikovsky, Tschaikowski."""
    key = folded
    for pattern, letters in _TRANSLITERATED:
        key = pattern.sub(letters, key)
    return key


# The letters that no transliteration changes: however a name is spelt, they come in the same order.
_STEADY = dict.fromkeys(i for i in range(128) if chr(i) not in "abeklmnrx")


@lru_cache(maxsize=16_000)
def steady_letters(folded: str) -> str:
    """What is the same for all words of Latin letters that have one `name_key`, and quicker to tell."""
    return "".join(dict.fromkeys(folded.translate(_STEADY)))


class Spelling(NamedTuple):
    """One word of a keyword, with the other ways to spell it.

    typed: other ways to type its letters. variants: the same word spelt otherwise. name: its `name_key`, or "" where
    it is too short for a name or not in Latin letters.
    """

    text: str
    folded: str
    typed: frozenset[str]
    variants: frozenset[str]
    name: str


def spellings(texts: Sequence[str], code: str) -> list[Spelling]:
    """The words of a keyword as they may be spelt; beside a number a word may be a unit."""
    found = []
    for i, text in enumerate(texts):
        measured = any(texts[beside][:1].isdigit() for beside in (i - 1, i + 1) if 0 <= beside < len(texts))
        folded = fold(text)
        is_name = len(folded) >= LEAST_NAME and folded.isalpha() and text.isascii()
        typed = alternatives(text, code) - {folded}
        key = name_key(folded) if is_name else ""
        found.append(Spelling(text, folded, typed, variants(text, code, measured=measured), key))
    return found
