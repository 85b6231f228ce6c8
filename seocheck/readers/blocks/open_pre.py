"""A `<pre>` within Markdown: a blank line in it ends the HTML block, but not the code."""

from __future__ import annotations

import re
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span

_TAG = late_pattern(r"<(/?)pre(?=[\s>])", re.IGNORECASE)
PRE_END = late_pattern(r"</pre\s*>", re.IGNORECASE)


class Collected(NamedTuple):
    """How much was collected of each when a `<pre>` began: all that comes until its end is code."""

    blocks: int
    links: int
    images: int
    empty_headings: int


def is_open_pre(text: str, span: Span) -> bool:
    """Whether a piece of HTML ends inside a `<pre>`."""
    tags = [match[1] for match in _TAG.finditer(text, *span)]
    return bool(tags) and tags[-1] == ""
