"""Components in files that don't say they are MDX: `.md` pages of generators that read them as MDX or Vue do.

A file that begins with imports, or uses what it imports, is MDX whatever it is called. Without imports a
capitalised tag is a component where it is written as one: closed by a tag of its name, closed by itself, or with an
expression for an attribute. HTML in capitals, as old pages have it, isn't; nor is `List<String>`, or a `<Name>` that
the reader is to fill in.
"""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.html.elements import ELEMENTS
from seocheck.readers.markdown.fences import fences

_IMPORT = late_pattern(
    r"^import[ \t]+(?:(?P<names>[\w*{][^;'\"]{0,500}?)\bfrom[ \t]*)?"
    r"(?P<quote>['\"])[^'\"\n]{1,300}(?P=quote)[ \t]*;?[ \t\r]*$",
    re.MULTILINE,
)
_NAME = late_pattern(r"\w+")
_EXPORT = late_pattern(
    r"\s*export[ \t]+(?:(?:const|let)[ \t]+\w+[^\n=]{0,100}=|default[ \t{]|(?:async[ \t]+)?function[ \t]+\w+[ \t]*\()"
)
_OPENING = late_pattern(r"<(?<![\w`.\\]<)(?P<name>[A-Z]\w*(?:\.\w+)*)(?=[\s/>])(?P<own>[^<>{}]{0,500}(?:/>|=\{))?")
_CLOSING = late_pattern(r"</([A-Z]\w*(?:\.\w+)*)[ \t]*>")
_EXPRESSION = "={"


def is_mdx(text: str) -> bool:
    """Whether the body of a Markdown file begins with imports or an export, or uses a component that it imports."""
    if "import" not in text and "export" not in text:
        return False
    if _EXPORT.match(text):
        return True
    begins = len(text) - len(text.lstrip())
    used = {match["name"].split(".")[0] for match in _OPENING.finditer(text)}
    at = 0
    for fence in (*fences(text), None):
        for found in _IMPORT.finditer(text, at, fence.start if fence else len(text)):
            if found.start() == begins or not used.isdisjoint(_NAME.findall(found["names"] or "")):
                return True
        at = fence.end if fence else at
    return False


def components(text: str) -> frozenset[str]:
    """The names of the components that a Markdown text uses, outside its fenced code."""
    if _OPENING.search(text) is None:
        return frozenset()
    opened: set[str] = set()
    found: set[str] = set()
    closed: set[str] = set()
    at = 0
    for fence in (*fences(text), None):
        end = fence.start if fence else len(text)
        closed.update(match[1] for match in _CLOSING.finditer(text, at, end))
        for match in _OPENING.finditer(text, at, end):
            if (match["own"] or "").endswith(_EXPRESSION):
                found.add(match["name"])
            elif match["name"].lower() not in ELEMENTS:
                (found if match["own"] else opened).add(match["name"])
        at = fence.end if fence else at
    return frozenset(found | (opened & closed))
