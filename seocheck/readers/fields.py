"""Which declared names mean title, description, keywords: the alias table, and how keyword lists are split."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.model.article import Keyword

PRIMARY = ("primary", "focus", "main", "target")
FURTHER = ("secondary", "supporting", "related", "lsi", "long_tail")
"""Names of parts of a mapping of keywords: {primary: rye bread, secondary: [oven, crust]}."""
_FOCUS = (
    "focus_keyword", "focus_keyphrase", "focuskw", "keyphrase", "primary_keyword", "main_keyword", "target_keyword",
)  # fmt: skip
_FURTHER = (
    "secondary_keywords", "secondary_keyword", "supporting_keywords", "related_keywords", "lsi_keywords",
    "long_tail_keywords",
)  # fmt: skip


def _nested(names: Sequence[str], parts: Sequence[str]) -> tuple[str, ...]:
    """Names as they are, within a mapping for search engines, and as parts of a mapping of keywords."""
    lists = [f"{whole}.{part}" for whole in ("keywords", "seo.keywords", "seo_keywords") for part in parts]
    return (*names, *(f"seo.{name}" for name in names), *(f"meta.{name}" for name in names), *lists)


DEFAULT_ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "linkTitle", "eleventyNavigation.title", "eleventyNavigation.key"),
    "seo_title": ("seo_title", "meta_title", "metaTitle", "seo.title", "meta.title", "page_title"),
    "description": (
        "description",
        "meta_description",
        "seo_description",
        "seo.description",
        "meta.description",
        "desc",
        "summary",
        "excerpt",
        "deck",
    ),
    "keywords": (
        "keywords",
        "keyword",
        "meta_keywords",
        "news_keywords",
        "ms.keywords",
        "seo_keywords",
        "seo.keywords",
    ),
    "focus_keyword": _nested(_FOCUS, PRIMARY),
    "secondary_keywords": _nested(_FURTHER, FURTHER),
    "taxonomy": ("tags", "tag", "topics", "topic"),
    "language": ("lang", "language", "locale"),
    "slug": ("slug", "permalink", "url"),
}
"""Names found in real front matter, most specific meaning first. Case, hyphens and underscores don't count."""


@lru_cache(maxsize=4_000)
def plain(name: str) -> str:
    """A field name without case, spaces, hyphens and underscores: metaTitle = meta_title = Meta-Title."""
    return re.sub(r"[\s_-]+", "", name).casefold()


def aliases(settings: Mapping[str, Sequence[str]] | None = None) -> dict[str, tuple[str, ...]]:
    """The names of each field in the order they are tried: those of the settings, then the defaults."""
    table = {}
    for field, names in DEFAULT_ALIASES.items():
        table[field] = (*(settings or {}).get(field, ()), *names)
    return table


SEPARATORS = ",;|\uff0c\uff1b\uff5c\u3001\u060c\u061b"
"""What separates keywords in one text, besides line breaks."""
_SEPARATOR = late_pattern(f"[{SEPARATORS}\\r\\n]")
_WIDE_SPACE = "\u3000"
_COMMAS = ",\uff0c\u3001\u060c"
_PAIRS = {
    "(": ")", "[": "]", "{": "}", "\uff08": "\uff09", "\u3010": "\u3011", "\u300c": "\u300d", "\u300e": "\u300f",
    "\u300a": "\u300b", '"': '"', "\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb",
}  # fmt: skip
"""Brackets and quotation marks, in which separators don't count, and what closes each."""
_MARK = late_pattern(f"[{re.escape(''.join(_PAIRS))}{SEPARATORS}\\r\\n]")
_QUOTES = "\"'\u201c\u201e\u00ab"
_QUOTED = late_pattern(
    rf"""\s*(?:"([^"]*)"|'([^']*)'|\u201c([^\u201d]*)\u201d|\u201e([^\u201c\u201d]*)[\u201c\u201d]|\u00ab([^\u00bb]*)\u00bb)
    \s*(?=[{SEPARATORS}\r\n]|$)""",
    re.VERBOSE,
)
_THOUSANDS = late_pattern(r"\d,\d{3}(?!\d)")
_ENTITY = late_pattern(r"&#?\w{1,10};")
_STOPS = late_pattern(r"\.[^\s,.]+\.$|\b\w\.$")


def split_keywords(text: Text, *, lines: bool = True) -> list[Text]:
    """Cut a keyword list written as one string; each part keeps its place.

    Commas, semicolons, vertical bars and their kin in other scripts separate keywords, and so do line breaks; all of
    them at once, but not in brackets or quotation marks. A keyword all in quotation marks is read without them. A full
    stop at the end of the list isn't part of the last keyword. In Japanese lists wide spaces separate, where nothing
    else does; a single one is a space between two words.
    lines: whether the ends of lines count though there are other separators; in HTML they are mere spaces.
    """
    value = text.value
    start, end = _without_brackets(value)
    if end > 1 and value[end - 1] == "." and "," in value and not _STOPS.search(value[:end]):
        end -= 1
    lines = lines or not re.search(f"[{SEPARATORS}]", value)
    if value.count(_WIDE_SPACE) > 1 and not re.search(f"[{SEPARATORS}\\r\\n]", value):
        matches = re.finditer(f"[^{_WIDE_SPACE}]+", value)
        return [part for match in matches if (part := text.slice(*match.span()).strip())]
    parts: list[Text] = []
    while start <= end:
        quoted = _QUOTED.match(value, start, end)
        if quoted:
            parts.append(text.slice(*quoted.span(quoted.lastindex or 0)).strip())
            start = quoted.end() + 1
            continue
        stop = _next(value, start, end, lines)
        parts.append(text.slice(start, stop).strip())
        start = stop + 1
    return [part for part in parts if part]


def split_entry(text: Text, *, alone: bool, quoted: bool = False) -> list[Text]:
    """The keywords in an entry of a list, which should be one.

    Among others a comma may be part of a name ("Washington, D.C."; "Curie, Marie"): there a single one separates only
    what goes on in small letters, or in a script without any, and isn't in quotation marks.
    alone: whether it is the only entry. quoted: whether it is in quotation marks.
    """
    parts = split_keywords(text)
    if alone or len(parts) != 2:
        return parts
    between = text.value[: text.value.rfind(parts[1].value)].rstrip()
    named = between.endswith(",") and (quoted or parts[1].value[0].isupper())
    return [text.strip()] if named else parts


def has_gap(text: Text) -> bool:
    """Whether a list written as one text has nothing between two commas."""
    return re.search(rf"[{_COMMAS}][^\S\r\n]*[{_COMMAS}]", text.value) is not None


def _without_brackets(value: str) -> tuple[int, int]:
    """Where a list begins and ends, without square brackets around all of it."""
    start, end = len(value) - len(value.lstrip()), len(value.rstrip())
    inside = value[start + 1 : end - 1]
    if value[start:end].startswith("[") and value[:end].endswith("]") and not re.search(r"[\[\]]", inside):
        return start + 1, end - 1
    return start, end


def _next(value: str, start: int, end: int, lines: bool) -> int:
    """Where the next separator is that separates: not in brackets, not in a number (1,000 miles)."""
    at = start
    while mark := _MARK.search(value, at, end):
        stop, sign = mark.start(), mark.group()
        at = stop + 1
        if sign in _PAIRS:
            at = _closed(value, stop, end, start) or at
        elif not (
            (sign == "," and _THOUSANDS.match(value, max(stop - 1, 0)))
            or (sign in "\r\n" and not lines)
            or (sign == ";" and _ENTITY.fullmatch(value, max(value.rfind("&", start, stop), 0), at))
            or (sign == ";" and _is_inside_word(value, stop))
        ):
            return stop
    return end


def _is_inside_word(value: str, stop: int) -> bool:
    """Whether a semicolon is in a word of a list that commas separate: tl;dr."""
    beside = (value[:stop][-1:], value[stop + 1 :][:1])
    return value.count(";") == 1 and value.count(", ") > 1 and all(map(str.isalnum, beside))


def _closed(value: str, opening: int, end: int, start: int) -> int:
    """What follows a pair of brackets or quotation marks; 0 where it isn't closed in the line, or is a sign of inches.

    Brackets within brackets are looked past.
    """
    sign = value[opening]
    if sign == '"' and opening > start and not value[opening - 1].isspace():
        return 0
    closers, depth = _PAIRS[sign], 0
    for at in range(opening + 1, min(end, opening + _LONGEST_PAIR)):
        if value[at] in "\r\n":
            return 0
        if value[at] in closers and depth == 0:
            return at + 1
        if sign not in _QUOTES:
            depth += (value[at] == sign) - (value[at] in closers)
    return 0


_LONGEST_PAIR = 200
"""Characters between brackets; what is closed later isn't closed."""


def primary_index(words: Sequence[str]) -> int | None:
    """Which keyword of a list is the primary one: the first, unless the list is sorted alphabetically.

    The order of an alphabetical list of three or more says nothing about what matters most.
    """
    if not words:
        return None
    # Decomposed, so that Äpfel sorts before Birne, however the file encodes it.
    folded = [unicodedata.normalize("NFD", word).casefold() for word in words]
    if len(folded) > 2 and folded == sorted(folded):
        return None
    return 0


_IN_BRACKETS = late_pattern(r"(\S.*?)(?:\s+\(|\s*\uff08)([^()\uff08\uff09]+)[)\uff09]", re.DOTALL)


def readings(keyword: str) -> tuple[str, ...]:
    """The two ways to say "content management system (CMS)": who says one of them says the keyword."""
    found = _IN_BRACKETS.fullmatch(keyword[:_LONGEST_PAIR].strip())
    return (found[1], found[2].strip()) if found and found[2].strip() else ()


def make_keywords(texts: Sequence[Text], key: str = "keywords") -> tuple[Keyword, ...]:
    """Declared keywords in order, the primary one marked."""
    primary = primary_index([text.value for text in texts])
    return tuple(
        Keyword(text, rank, rank == primary, key, also=readings(text.value)) for rank, text in enumerate(texts)
    )
