"""Whether a value declares something: not if it's empty, tells what to write, or says what its field is for."""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.label_names.labels import field_nouns, find_label, words
from seocheck.readers.label_values.values import units

_UNFILLED = late_pattern(r"[\[<{(（【][^\])}>）】]*[\])}>）】]+[.\s]*$|[\W_x]*$", re.IGNORECASE)
_PLACEHOLDER = late_pattern(r"\{[^\W\d_][^{}\n]{0,60}\}")
_MATH = late_pattern(r"\$(?=[^$\n]*[\\^_])[^$\n]{1,200}\$")
"""A formula, whose braces are no gaps: $\\mathbb{Z}$."""
_NAMED_GAP = late_pattern(
    r"\[(?:your |primary |main |secondary |target )?(?:brand|product|service|category|topic|keyword|industry|city"
    r"|location|name|company|year|number|audience|action|problem|benefit|tool|client)[^\]\n]{0,30}\](?!\()",
    re.IGNORECASE,
)
"""What a template has in brackets where a name is to be: [Brand] plans and prices."""
_MUST = late_pattern(
    r"\b(?:must|should|has to|needs to|soll|sollte|muss|doit|devrait|debe|debería|deve|dovrebbe|moet|должн\w+)\b",
    re.IGNORECASE,
)
_RATING = late_pattern(r"\d{1,3}(?:[.,]\d)?\s*(?:/\s*\d{1,3}|%)")
_FORMULA = late_pattern(r"\w\s\+\s\w")
_BRAND = late_pattern(r"\b(?:brand|marke|marque|marca|merk|бренд|marka)\b", re.IGNORECASE)
_FROM_FIELD = late_pattern(
    r"(?:\w+\s){0,2}?(?:from|aus|du|depuis|desde|del|dal|do|из|z|uit|från)\s[^.!?]{0,30}"
    r"(?:`[^`]+`|\b(?:field|feld|champ|campo|поля|pola|veld)\W*$)",
    re.IGNORECASE,
)
"""Where a program takes a value from: From the `title` field."""
_SENTENCE = late_pattern(r"[.!?。！？।]['\"”»)]*$")
_FEW_WORDS, _LONGEST_LABEL = 9, 30
_SENTENCE_LETTERS = 15  # of scripts without spaces
_HAN = late_pattern("[\u3040-\u30ff\u3400-\u9fff]{4}")
LINK = late_pattern(r"\[([^\]\n]*)\]\([^)\n]*\)")


@lru_cache(maxsize=1)
def _limit() -> re.Pattern[str]:
    """A length that a text is to have."""
    return re.compile(rf"\d{{2,3}}\s*(?:[-–—]\s*\d{{2,3}}\s*)?(?:{units()})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _allowed() -> re.Pattern[str]:
    """A range of lengths at the beginning of brackets."""
    return re.compile(rf"[(（]\s*~?\d{{2,3}}\s*[-–—~〜]\s*\d{{2,3}}\s*(?:{units()})", re.IGNORECASE)


def is_unfilled(value: str) -> bool:
    """Whether a value is empty, in brackets, or says that it is still to come."""
    words_of = value.casefold().strip(" .*_`\"'()")
    label = find_label(value) if len(value) < _LONGEST_LABEL else None  # the head of another column
    if is_gap(value) or (label is not None and label.plain):
        return True
    return any(words_of == name or (name.endswith("*") and words_of.startswith(name[:-1])) for name in words("nothing"))


def is_gap(value: str) -> bool:
    """Whether a value is empty, or what a template has where one is to be."""
    value = _MATH.sub("math", value)
    return any(p.search(value) for p in (_PLACEHOLDER, _NAMED_GAP)) or _UNFILLED.fullmatch(value) is not None


def is_instruction(value: str) -> bool:
    """Whether a value tells the writer what to write: a length, or "Enter your title"."""
    if len(value) <= 120 and _limit().search(value):
        return True
    if _RATING.fullmatch(value.strip()):
        return True
    lower = value.casefold()
    if lower.lstrip("*_`\"'“„(").startswith(words("for_example")):
        return True
    begins = any(lower.startswith(name) and not lower[len(name) :][:1].isalpha() for name in words("instructions"))
    return begins and names_field(value)


def is_demand(value: str) -> bool:
    """Whether a value tells the writer what to write, or says in many words how a field has to be."""
    must = _MUST.search(value) is not None and _limit().search(value) is not None and names_field(value)
    return must or is_instruction(value)


def is_formula(value: str) -> bool:
    """Whether a value says what to put together: "Keyword + brand"."""
    return _FORMULA.search(value) is not None and (names_field(value) or _BRAND.search(value) is not None)


def is_from_field(value: str) -> bool:
    """Whether a value says where a program takes it from: "From the `title` field"."""
    return len(value.split()) <= _FEW_WORDS and _FROM_FIELD.match(value) is not None


def is_about_descriptions(value: str) -> bool:
    """Whether a value says in a few words what a description is for: "Page description for search results"."""
    if len(value.split()) > _FEW_WORDS or _SENTENCE.search(value) is not None:
        return False
    return any(name in value.casefold() for name in words("description") if len(name) > 4)


def is_limit_of_field(value: str) -> bool:
    """Whether a value says what a field is for and, in brackets, how long it may be: "the title (50-60 characters)"."""
    return _allowed().search(value) is not None and names_field(value)


def is_advice(value: str) -> bool:
    """Whether a value tells how to write a field, in however many words."""
    return is_instruction(value) or (_limit().search(value) is not None and names_field(value))


def names_field(value: str) -> bool:
    """Whether a value speaks of titles, descriptions or keywords."""
    lower = value.casefold()
    return any(noun in lower for noun in field_nouns())


def is_sentence(value: str, *, at_least: int = 5) -> bool:
    """Whether a value is a sentence, as those of a glossary are."""
    if _SENTENCE.search(value) is None:
        return False
    return len(value.split()) >= at_least or (len(value) >= _SENTENCE_LETTERS and _HAN.search(value) is not None)


def is_mostly_links(value: str) -> bool:
    """Whether a value is made of links, as a line of tags is that leads to other articles."""
    linked = sum(len(match.group()) for match in LINK.finditer(value))
    return linked > 0.6 * max(len(value), 1)
