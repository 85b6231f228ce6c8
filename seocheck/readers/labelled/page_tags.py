"""Tags of a page that a draft shows in a listing: <title>Rye bread</title>, <meta name="description" content="...">."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text

_LONGEST = 2_000
_TAG = late_pattern(
    r"<(?P<title>title)>(?P<words>[^<]+)</title>"
    r"|<meta\s+name=([\"'])(?P<name>title|description|keywords)\3\s+content=([\"'])(?P<value>.*)\5\s*/?>",
    re.IGNORECASE,
)


def tag_parts(text: Text) -> tuple[Text, Text] | None:
    """The name of a tag and what it says; None for text that is no such tag."""
    bare = text.strip()
    marked = len(bare.value) - len(bare.value.lstrip("` "))  # as code in a page has them
    bare = bare.slice(marked, max(marked, len(bare.value.rstrip("` "))))
    found = _TAG.fullmatch(bare.value[:_LONGEST])
    if found is None:
        return None
    name, words = ("title", "words") if found["title"] else ("name", "value")
    return bare.slice(*found.span(name)), bare.slice(*found.span(words))
