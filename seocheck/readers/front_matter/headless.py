"""Front matter whose first line of dashes is missing: the file begins with a key, and `---` ends the block.

Hexo takes it for front matter, and others print it. Drafts begin with labels and a rule in much the same way, so each
line must be one of YAML, each key as a program's is, and one of them a key that drafts hardly have.
"""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span

_KEY = r"[a-z][\w.-]{0,40}"
_END = r"(?:\n|\r\n|\r(?!\n))"
_BLOCK = late_pattern(
    rf"\s{{0,20}}(?P<content>(?:{_KEY}:(?:[ \t][^\r\n]*)?{_END}|[ \t#-][^\r\n]*(?<!---){_END}|{_END}){{2,200}}?)"
    rf"(?P<closing>---[ \t]*(?:{_END}|\Z))"
)
_KEYS = late_pattern(rf"^({_KEY}):", re.MULTILINE)
_OF_GENERATORS = frozenset(
    "aliases author authors categories category comments cover date draft excerpt id image lastmod layout menu mathjax"  # noqa: SIM905
    " password permalink published sidebar sticky tags template thumbnail toc top type updated weight".split()
)


def find_headless(text: str) -> tuple[Span, Span] | None:
    """The lines of such a block and the whole of it, its closing line included; None where there isn't one."""
    found = _BLOCK.match(text)
    if found is None:
        return None
    keys = set(_KEYS.findall(text, found.start("content"), found.end("content")))
    if len(keys) < 2 or keys.isdisjoint(_OF_GENERATORS) or not _KEYS.match(text, found.start("content")):
        return None
    return Span(*found.span("content")), Span(found.start("content"), found.end())
