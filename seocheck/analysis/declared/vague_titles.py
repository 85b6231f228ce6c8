"""Titles that say nothing of the page: a part that a template left empty, or words that fit any page."""

from __future__ import annotations

from typing import NamedTuple

from seocheck.analysis import Analysis
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.languages import generic_titles

_BEGINS = late_pattern(r"\s*(?:\|(?=\s|$)|｜|(?:::?|[·–—-])(?=\s|$)|»(?=\s)(?!.*«)|«(?=\s)(?!.*»))")
_ENDS = late_pattern(r"(?:(?<=\s)(?:\||::|·)|(?<=\s)«|｜|(?<!\d)(?<!\d\s)(?<=\s)[–—-])\s*$")
"""Not where a number is before a dash: from 1990 on."""
_MIDDLE = late_pattern(r":\s+[|｜–—-](?=\s)|“\s*”|„\s*[“”]|«\s*»|[|｜]\s+[|｜](?=\s)|\s[|–—-]\s+[|–—-](?=\s)")
_PART = late_pattern(r"\s+(?:[|·–—-]|::)\s+|\s*[|｜]\s*")
_UNFILLED = frozenset(("undefined", "null", "none", "nan", "nil", "[object object]", "(null)", "(undefined)"))
"""What programs print for a value that isn't there."""
_DASH_SPEAKS = frozenset("fr es pt it ro ru uk pl cs hu fi sv nb da tr el".split())  # noqa: SIM905
"""Languages in which a dash at the beginning introduces somebody's words."""
_AT_MOST = 500
"""Characters of a title that are looked at."""
_SITE_WORDS = 4
"""Words of a site's name, at most."""
_DWELT_ON = 3
"""How often a text on documents, or on blogs, says so."""


class HalfEmpty(NamedTuple):
    """The title that has nothing in one of its parts, and where: "nothing comes before “|”"."""

    title: Text
    says: str


def half_empty(analysis: Analysis) -> HalfEmpty | None:
    """The title as declared, or else as the site prints it, if a part of it is missing."""
    for title in (analysis.own_title, analysis.shown_title):
        if title is not None and (says := _what_is_missing(title.value[:_AT_MOST], analysis)):
            return HalfEmpty(title, says)
    return None


def _what_is_missing(value: str, analysis: Analysis) -> str:
    begins, ends, middle = _BEGINS.match(value), _ENDS.search(value), _MIDDLE.search(value)
    speaks = analysis.language.code in _DASH_SPEAKS and value.lstrip()[:1] in "–—-"
    if begins and (ends or begins.end() == len(value.rstrip())):
        return f"nothing but “{value.strip()}”"
    if begins and not (speaks and value[begins.end() :].strip().casefold() not in analysis.site_names):
        return f"nothing comes before “{begins.group().strip()}”"
    if ends:
        return f"nothing follows “{ends.group().strip()}”"
    if middle:
        return f"nothing is between the marks of “{middle.group().strip()}”"
    for part in _PART.split(value):
        if part.strip().casefold() in _UNFILLED and not _said(part.strip(), analysis):
            return f"“{part.strip()}” is what a program prints for nothing"
    return ""


def _said(words: str, analysis: Analysis) -> int:
    return sum(block.text.value.casefold().count(words.casefold()) for block in analysis.article.blocks)


def generic_title(analysis: Analysis) -> str:
    """The words of a title that could be that of any page, with or without the site's name; "" where it says more.

    A text that is about documents may be called "Document".
    """
    title = analysis.own_title
    if title is None:
        return ""
    parts = [part.strip() for part in _PART.split(title.value[:_AT_MOST]) if part.strip()]
    known = generic_titles(analysis.language.code)
    vague = [part for part in parts if part.casefold().strip(" .!:()[]<>«»*") in known]
    others = [part for part in parts if part not in vague]
    if not vague or len(others) > 1 or (others and not _is_site(others[0], analysis)):
        return ""
    return "" if _is_about(vague[0], analysis) else vague[0]


def _is_site(part: str, analysis: Analysis) -> bool:
    """Whether a part of a title is a site's name: known to be, or short, with capitals, and not what the page heads."""
    named = analysis.article.metadata.get("og:site_name", ())
    if any(field.text.value.casefold() == part.casefold() for field in named):
        return True
    words = part.split()
    headings = [block.text.value[:_AT_MOST] for block in analysis.article.headings if block.level == 1]
    headed = {stem for heading in headings for stem in analysis.content_stems(heading)}
    return (
        len(words) <= _SITE_WORDS
        and not any(word[0].islower() for word in words)
        and not headed & set(analysis.content_stems(part))
    )


def _is_about(words: str, analysis: Analysis) -> bool:
    headings = [block.text.value.casefold() for block in analysis.article.headings if block.level == 1]
    if any(words.casefold() not in heading for heading in headings):
        return False
    return _said(words, analysis) - len(headings) >= _DWELT_ON
