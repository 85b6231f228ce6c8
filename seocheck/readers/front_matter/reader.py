"""Front matter: finds the block before the body and reads it with the place of every key and value.

YAML between `---` lines, TOML between `+++` lines, JSON from `{`. Readers of the article need
the words as written (`no`, `12:30`, `1.10` and dates stay text), so YAML is composed to nodes and never
constructed: no tag can run code, no alias is expanded, no date can be impossible.
"""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.model.article import Problem
from seocheck.readers.front_matter import yaml as front_matter_yaml
from seocheck.readers.front_matter.headless import find_headless
from seocheck.readers.front_matter.values import FrontMatter

_OPENING = late_pattern(
    r"(?P<before>(?:\s*<!--(?:[^-]|-(?!->)){0,2000}-->(?=[ \t]*[\r\n]))*"
    r"(?:[ \t\u00a0\u200b]*(?:\r\n|\n|\r))*[ \t]*)(?P<mark>---|\+\+\+)[ \t]*(?:\r\n|\n|\r|\Z)"
)
_CLOSING = {
    "---": late_pattern(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE),
    "+++": late_pattern(r"^\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE),
}
_KEY_LINE = late_pattern(
    r"""^[ \t]*(?:[\w.$@-][^\n:]{0,80}|"[^"\n]{1,80}"|'[^'\n]{1,80}')[ \t]*:(?:[ \t\r\n]|\Z)""", re.MULTILINE
)


_NONE = FrontMatter("none", Span(0, 0), 0)


def read_front_matter(text: str, *, byte_order_mark: bool = False) -> FrontMatter:
    """Find and read the front matter at the start of `text`.

    Where its first line of dashes is missing, or white space or a comment comes before it, or a byte order mark, some
    generators publish the block as text. It is still read, and a problem `not-first` reports it.
    """
    opening = _OPENING.match(text)
    if opening is None:
        start = len(text) - len(text.lstrip())
        if text.startswith("{", start):
            from seocheck.readers.front_matter.json import read_json  # most files have YAML or none

            return read_json(text, start)
        return _headless(text)
    mark = opening["mark"]
    content = opening.end()
    closing = _CLOSING[mark].search(text, content)
    before = opening["before"]
    if closing is None:
        if mark == "---" and (before or not _KEY_LINE.match(text, content)):
            return _NONE  # a thematic break, not front matter
        at = Span(opening.start("mark"), opening.end("mark"))
        problem = Problem(
            "invalid",
            at,
            f"Front matter opens with {mark} but is never closed.",
            f"Add a line {mark} after the last key.",
            "front matter",
        )
        return FrontMatter("yaml" if mark == "---" else "toml", at, content, problems=(problem,), invalid=True)
    end = closing.start()
    comment = "<!--" in before
    keys = _KEY_LINE.match(text, content, end) if comment else _KEY_LINE.search(text, content, end)
    if mark == "---" and before and not keys:
        return _NONE  # two thematic breaks below a blank line, or below a comment
    problems: list[Problem] = []
    if before or byte_order_mark:
        what = "a byte order mark" if byte_order_mark and not before else "a comment" if comment else "white space"
        problems.append(
            Problem(
                "not-first",
                Span(opening.start("mark"), opening.end("mark")),
                f"Front matter doesn't begin at the very start of the file: there is {what} before it.",
                "Delete everything before the opening marker; some generators publish the block as text.",
                "front matter",
            )
        )
    span = Span(opening.start("mark"), closing.end())
    if mark == "---":
        return front_matter_yaml.read_yaml(text, content, end, span, closing.end(), problems)
    from seocheck.readers.front_matter.toml import read_toml

    return read_toml(text, content, end, span, closing.end(), problems)


def _headless(text: str) -> FrontMatter:
    """Front matter without its first line of dashes."""
    found = find_headless(text)
    if found is None:
        return _NONE
    content, span = found
    problem = Problem(
        "not-first",
        Span(content.start, content.start + 1),
        "Front matter has no opening line: the file begins with its first key.",
        "Add a line --- before the first key; most generators publish the block as text.",
        "front matter",
    )
    front = front_matter_yaml.read_yaml(text, content.start, content.end, span, span.end, [problem])
    return _NONE if front.invalid else front
