"""Tables whose rows leave most of their cells out: for each the parser makes an empty one, so that 5 kB become 250,000.

Markdown lets a row be shorter than the head of its table. A thousand columns over five hundred rows of one letter are
no table that anybody reads; such a one is taken for the lines of text it is.
"""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.markdown.filler import filled

_RULE = late_pattern(r"(?<![-:| \t])[-:| \t]{15,}(?=[\r\n]|\Z)")
"""What is below the head of a table of eight columns or more."""

_BLANK = late_pattern(r"(?:\r\n|\n|\r(?!\n))[ \t>]*(?=[\r\n]|\Z)")
"""The end of a table at the latest."""

_LINE_END = late_pattern(r"\r\n|\n|\r")

_FEW = 8
"""Columns of a table that can at most be four times as long by what its rows leave out."""

_MOST = 4
"""Cells that may be left out, for each character of the text."""


def without_padding(text: str) -> str:
    """`text` with the rules below heads of tables hidden where the rows leave out too much. Time is linear."""
    if "|" not in text:
        return text
    left = _MOST * len(text)
    parts: list[str] = []
    done = end = 0
    rules: list[re.Match[str]] = []
    for rule in [*_RULE.finditer(text), None]:
        if rule is not None and rule.group().count("|") < _FEW:
            continue
        if rules and (rule is None or rule.start() >= end):
            left -= _left_out(text, rules, end)
            if left < 0:
                for each in rules:
                    parts += (text[done : each.start()], filled(each.group()))
                    done = each.end()
            rules = []
        if rule is not None:
            if not rules:
                blank = _BLANK.search(text, rule.end())
                end = blank.start() if blank else len(text)
            rules.append(rule)
    return "".join((*parts, text[done:])) if parts else text


def _left_out(text: str, rules: list[re.Match[str]], end: int) -> int:
    """How many cells the rows up to `end` leave out, if all lines are rows of the widest table."""
    start = rules[0].end()
    rows = sum(1 for _ in _LINE_END.finditer(text, start, end))
    columns = max(rule.group().count("|") + 1 for rule in rules)
    return max(rows * columns - text.count("|", start, end), 0)
