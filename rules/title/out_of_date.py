"""A title with an old year, over a text of a later one.

What it finds
-------------
A title with one year, or one season (2019/20), where the H1 on the same subject has another and the
text speaks of that; or where the text never says the year of the title and again and again one of
the five years after it. The year of the article's date counts as once said.

Why it matters
--------------
Readers who want this year's prices skip a result that says last year's. What is new in the text
isn't found.

Evidence
--------
Class: documented.
Source: Google, on how it makes titles, calls a title obsolete if the same page is used year after
year and the title isn't updated ("2020 admissions criteria" above a heading with 2021), and shows
the heading instead, https://developers.google.com/search/blog/2021/09/more-info-about-titles.
Read: 2026-11-30.

Example
-------
    title: 2023 flour prices

    # 2024 flour prices

    The flour prices of 2024 are those of the mill on the river.

Use instead
-----------
    title: 2024 flour prices

    # 2024 flour prices

    The flour prices of 2024 are those of the mill on the river.

Not flagged
-----------
A year that the text says, too: in history, in the name of a product, in a comparison with the year
before. Ranges (2019–2021), two years in a title, versions (2019.1), a year in the article's own
date or address.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, late_pattern

RULE = Rule(weight=4, severity="warning", evidence="documented", needs=("title", "body"))

LATER = 5
"""Years after that of the title in which a yearly text may have been updated last."""
EARLIEST = 1995
"""Titles with earlier years are about the past, not of it."""
SAID = 2
"""How often the text must say the later year."""

_PERIOD = late_pattern(
    r"(?<![0-9A-Za-z./–-])(?:19|20)\d\d(?:\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d))?(?![0-9A-Za-z]|[./–-]\d)"
)
"""A year or a season: 2019/20."""
_ANY_YEAR = late_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE_NAMES = late_pattern(r"date|time|publish|modif|updated|json-?ld|created", re.IGNORECASE)


def check(analysis: Analysis) -> Findings:
    """One finding, at the year in the title, where the page is of a later one."""
    title = analysis.own_title
    periods = list(_PERIOD.finditer(title.value)) if title is not None else []
    if title is None or len(periods) != 1 or len(_years(title.value)) != 1:
        return
    year = periods[0].group()
    texts = [block.text.value for block in analysis.article.blocks if block.level != 1]
    other = _of_heading(analysis, title.value, year)
    if other and sum(text.count(other) for text in texts) >= sum(text.count(year) for text in texts):
        where = "its H1 says"
    else:
        said = Counter(found for text in texts for found in _years(text))
        other = _of_text(analysis, year, said)
        where = f"the text never does, but {said[other]} times says" if said[other] > 1 else "the text says"
    if other:
        yield Finding(
            title.span(*periods[0].span()),
            f"The title says {year}; {where} {other}.",
            hint=f"Write {other} in the title, or leave the year out.",
            subject="title",
            measured=year,
            target=other,
        )


def _years(value: str) -> list[str]:
    return _ANY_YEAR.findall(value)


def _of_heading(analysis: Analysis, title: str, year: str) -> str:
    """The year of an H1 that is otherwise about what the title is about; "" if it has none, or that of the title."""
    headings = [block.text.value for block in analysis.article.headings if block.level == 1][:1]
    article = analysis.article
    if article.title_is_h1 and article.title is not None and article.shown_title is not None:
        headings = [article.title.text.value]
    for heading in headings:
        theirs = _PERIOD.findall(heading)
        if len(theirs) != 1 or len(_years(heading)) != 1 or theirs[0] == year or len(theirs[0]) != len(year):
            continue
        ours = set(analysis.content_stems(title.replace(year, " ")))
        others = set(analysis.content_stems(heading.replace(theirs[0], " ")))
        if ours and others and len(ours & others) * 2 >= min(len(ours), len(others)):
            return str(theirs[0])
    return ""


def _of_text(analysis: Analysis, year: str, said: Counter[str]) -> str:
    """The later year that the text speaks of where it never says that of the title; "" if there isn't one."""
    if not year.isdecimal() or int(year) < EARLIEST or said[year]:
        return ""
    if any(year in _years(elsewhere) for elsewhere in _elsewhere(analysis)):
        return ""
    dates = {found for value in _dates(analysis) for found in _years(value)}
    counts = Counter(said)
    counts.update(dates)
    for other, count in sorted(counts.items(), reverse=True):
        later = 0 < int(other) - int(year) <= LATER
        if later and said[other] and count >= SAID and count * 2 > sum(counts.values()):
            return other
    return ""


def _elsewhere(analysis: Analysis) -> Iterator[str]:
    """Where else an article says of which year it is: dates, addresses, code, headings, pictures."""
    article = analysis.article
    yield article.source.path
    yield from _dates(analysis)
    for name in ("canonical", "og:url", "slug", "url", "permalink"):
        yield from (field.text.value for field in article.metadata.get(name, ()))
    yield from (link.href for link in article.links)
    yield from (image.src for image in article.images)
    yield from (block.text.value for block in article.headings)
    yield from (ignored.text for ignored in article.ignored)
    if analysis.format.has_front_matter:
        yield article.source.text[article.metadata_end :]


def _dates(analysis: Analysis) -> Iterator[str]:
    for name, fields in analysis.article.metadata.items():
        if _DATE_NAMES.search(name):
            yield from (field.text.value for field in fields)
