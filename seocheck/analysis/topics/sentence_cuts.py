"""Where a ranker of phrases cuts sentences: after a mark and a space, unless what is around them says that it goes on.

YAKE was published with segtok, and what it ranks depends on the sentences; so these are cut where segtok cuts them. The
marks are found by one pattern; what may speak against an end (an abbreviation, an initial, a small letter, an open
bracket) is looked at there and nowhere else. Text is as `salience` prepares it: no square brackets, single spaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from unicodedata import category

from seocheck.base.late_pattern import late_pattern

TERMINALS = ".!?\u203c\u203d\u2047\u2048\u2049\u3002\ufe52\ufe57\uff01\uff0e\uff1f\uff61"
"""Marks that end a sentence."""
_TERMINALS = tuple(TERMINALS)
HYPHENS = "-\u00ad\u058a\u05be\u0f0c\u1400\u1806\u2010\u2011\u2012\u2e17\u30a0"
SHORT = 55
"""Characters below which a piece inside brackets is hardly a sentence of its own."""

_END = late_pattern(rf"[{TERMINALS}]['\u2019\"\u201d]?\)*\s+")
_CAPITAL = late_pattern(r"\s*[A-Z]")

_ABBREVIATED = """
    approx cf eg e.g fe f.e fig figs ie i.e iv i.v med nat nr p.e phil prof rer sci univ vol vs
    Approx Cf Eg E.g Fe F.e Fig Figs Ie I.e Iv I.v Med Nat Nr P.e Phil Prof Rer Sci Univ Vol Vs
    Capt Col Dr Gen Mag Mr Mrs Mt No Sgt Sr Sra Srta St z.B Z.b E.U U.K U.S
    Jan Jän Ene Feb Mar Mär Apr Abr May Jun Jul Aug Sep Sept Oct Okt Nov Dec Dez Dic
"""
_ABBREVIATIONS = tuple(_ABBREVIATED.split())
"""segtok's: after these a full stop ends no sentence. See docs/third_party.md."""
_TITLES = (
    "by captain commander doctor doktor general magister magiss miss mister professor señor señora señorit señorita"
)
_BEFORE_INITIALS = tuple(word for title in _TITLES.split() for word in (title, title.capitalize()))
_MONTHS = (
    *"Jan Jän Ene Feb Mar Mär Abr Apr May Jun Jul Aug Sep Oct Okt Nov Dec Dez Dic Diz".split(),  # noqa: SIM905
    *(zero + digit for zero in ("", "0") for digit in "123456789"),
)
"""How what follows a day begins: segtok's months, and numbers."""
_CARRIES_ON = frozenset(
    "and are between by from has into is of or than that through via was were whether with".split()  # noqa: SIM905
)
"""Words that no sentence begins with in small letters."""


def sentences(text: str) -> list[str]:
    """The sentences of a text, none of them empty."""
    found: list[str] = []
    last, depth = "", None
    for piece in _pieces(text if _CAPITAL.match(text) else f" {text}"):
        if last and not _belongs(last, depth, piece):
            found.append(last.strip())
            last, depth = "", None
        last += piece
        depth = _depth(piece, depth)
    found.append(last.strip())
    return list(filter(None, found))


def is_word(character: str) -> bool:
    """Whether a character is part of a word: a letter, a mark, a digit, a joiner."""
    kind = category(character)
    return (
        kind[0] in "LM"
        or kind in ("Nd", "Nl", "Pc")
        or character in "\u200c\u200d"
        or character.isupper()  # a letter in a circle
        or character.islower()
    )


def _pieces(text: str) -> Iterator[str]:
    """What is between ends of sentences, each with the marks and spaces after it."""
    ends = [end.span() for end in _END.finditer(text)]
    start = after = 0
    for (mark, stop), following in zip_longest(ends, ends[1:]):
        before = text[after:mark]
        after = stop
        if before[-1:].isspace():
            continue
        if text[mark] == "." and (
            _is_abbreviated(before) or _goes_on(before, text[stop : following[0] if following else len(text)])
        ):
            continue
        yield text[start:stop]
        start = stop
    yield text[start:]


# -- what is before a full stop ------------------------------------------------------------------


def _is_abbreviated(before: str) -> bool:
    """Whether the last word before a full stop is one that is written with it, or a number or letter of a list."""
    if before.endswith(_ABBREVIATIONS) and _ends_in_word(before, _ABBREVIATIONS):
        return True
    return (len(before) == 1 and not before.isspace()) or before.isdecimal() or _ends_in_initials(before)


def _ends_in_word(text: str, words: tuple[str, ...]) -> bool:
    return any(text.endswith(word) and not _word_at(text, len(text) - len(word) - 1) for word in words)


def _word_at(text: str, at: int) -> bool:
    """Whether there is a part of a word at this place; before the beginning there is none."""
    return at >= 0 and is_word(text[at])


def _ends_in_initials(text: str) -> bool:
    """Whether the text ends with initials of a name: "by J", "Smith, A.-B", "(J"."""
    at = _capital_before(text, len(text))
    if at < 0:
        return False
    if _expects_initial(text, at):
        return True
    if at and text[at - 1] in HYPHENS:
        at -= 1
    at = _capital_before(text, at - 1) if text[at - 1 : at] == "." else -1
    return at >= 0 and _expects_initial(text, at)


def _capital_before(text: str, end: int) -> int:
    """Where the one capital letter that ends here is, a letter of a modifier after it or not; -1 for none."""
    at = end - 1
    if at > 0 and category(text[at]) == "Lm":
        at -= 1
    return at if at >= 0 and category(text[at]) in ("Lu", "Lt") else -1


def _expects_initial(text: str, at: int) -> bool:
    """Whether the text before a capital lets expect a name: a bracket, a title, a list of authors."""
    if text[at - 1 : at] in ("(", "["):
        return True
    if not text[at - 1 : at].isspace():
        return False
    before = text[: at - 1]
    if before.endswith(",") and not _ends_in_initial(before[:-1]):
        return True
    if before.endswith("and") and before[-4:-3].isspace():
        listed = before[:-4]
        if listed.endswith(",") and not _ends_in_initial(listed[:-1]):
            return True
        return not _ends_in_initial(listed, or_comma=True)
    return before.endswith(_BEFORE_INITIALS) and _ends_in_word(before, _BEFORE_INITIALS)


def _ends_in_initial(text: str, *, or_comma: bool = False) -> bool:
    """Whether the text ends with one capital letter alone, or with a comma right after a word."""
    at = len(text) - 1
    if at > 0 and category(text[at]) == "Lm":
        at -= 1
    if at < 0:
        return False
    if text[at] == ",":
        return or_comma and _word_at(text, at - 1)
    return category(text[at]) == "Lu" and not _word_at(text, at - 1)


def _goes_on(before: str, following: str) -> bool:
    """Whether what follows a full stop, up to the next mark, belongs to what is before it."""
    if not before or not following:
        return False
    kind = category(following[0])
    if kind == "Ll" and " " not in following:  # a word alone
        return all(c in HYPHENS or category(c) in ("Ll", "Nd") for c in following)
    last = before[-1]
    if last in "0123456789" and following.startswith(_MONTHS):  # 3. Oct, 3. 10
        return not _word_at(before, len(before) - 2) or (before[-2] in "0123" and not _word_at(before, len(before) - 3))
    return kind == "Lu" and category(last) == "Lu" and _is_middle_initial(before) and _is_name(following)


def _is_middle_initial(text: str) -> bool:
    """Whether the capital at the end comes after a word with a capital: "Anna B"."""
    at = len(text) - 2
    end = at
    while at >= 0 and not is_word(text[at]):
        at -= 1
    small = at
    while at >= 0 and category(text[at]) == "Ll":
        at -= 1
    return at < small < end and at >= 0 and category(text[at]) == "Lu" and not _word_at(text, at - 1)


def _is_name(text: str) -> bool:
    """Whether a text begins with a capital and small letters, and nothing else in that word."""
    end = 1
    while end < len(text) and category(text[end]) == "Ll":
        end += 1
    return end > 1 and not (end < len(text) and is_word(text[end]))


# -- what is after the end of a piece ------------------------------------------------------------


def _belongs(last: str, depth: int | None, piece: str) -> bool:
    """Whether a piece goes on with the sentence before it."""
    if category(piece[:1] or " ") == "Ll":
        end = 1
        while end < len(piece) and category(piece[end]) == "Ll":
            end += 1
        if not (end < len(piece) and is_word(piece[end])):
            if _lets_go_on(last):
                return True
            if piece[:end] in _CARRIES_ON:
                return True
    if depth is None or depth <= 0 or (len(piece) >= SHORT and len(last) >= SHORT):
        return False
    return _closes(piece) or last.endswith(" et al. ") or (_ends_in_capitalised(last) and _begins_as_reference(piece))


def _depth(piece: str, depth: int | None) -> int | None:
    """How many brackets are open after a piece; None before the first has been opened."""
    if depth is None:
        first = piece.find("(")
        return None if first < 0 else piece.count("(", first) - piece.count(")", first)
    return depth + piece.count("(") - piece.count(")")


def _closes(piece: str) -> bool:
    """Whether a piece closes a bracket that it has not opened."""
    end = piece.rfind(")") + 1
    return piece.count(")", 0, end) > piece.count("(", 0, end)


def _lets_go_on(last: str) -> bool:
    """Whether a sentence that ends like this may go on with a small letter: a quote, a bracket, an abbreviation."""
    text = last.rstrip()
    if text == last:
        return False
    bare = text.rstrip(")]")
    if bare.endswith('"') and bare[:-1].endswith(_TERMINALS):
        return True
    if len(bare) < len(text):
        return bare.endswith(_TERMINALS)
    if not text.endswith("."):
        return False
    if text.endswith("spp.") and not _word_at(text, len(text) - 5):
        return True
    at = len(text) - 2
    if at < 0 or category(text[at])[0] != "L":
        return False
    if not _word_at(text, at - 1):
        return True
    return category(text[at]) == "Ll" and category(text[at - 1])[0] == "L" and not _word_at(text, at - 2)


def _ends_in_capitalised(last: str) -> bool:
    """Whether a piece ends with a word with a capital and a full stop, as the names of journals do."""
    text = last.rstrip()
    if text == last or not text.endswith("."):
        return False
    at = end = len(text) - 1
    while at > 0 and category(text[at - 1])[0] == "L":
        at -= 1
    return at < end and category(text[at]) in ("Lu", "Lt") and not _word_at(text, at - 1)


def _begins_as_reference(piece: str) -> bool:
    """Whether a piece begins as the rest of a reference does: "Biol. ", "12, ", "(2004) Cell: "."""
    at = 0
    if piece[:1] == "(" and piece[1:5].isdecimal() and piece[5:6] == ")" and piece[6:7].isspace() and len(piece) > 7:
        at = 7
    if category(piece[at : at + 1] or " ") in ("Lu", "Lt"):
        while at < len(piece) and category(piece[at])[0] == "L":
            at += 1
    elif at == 0:
        while at < len(piece) and piece[at].isdecimal():
            at += 1
    else:
        return False
    return at > 0 and piece[at : at + 1] in (".", ",", ":") and piece[at + 1 : at + 2].isspace()
