"""What a browser may show of a page in HTML, as one text: in its article, and beside it."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern

_OPENING = late_pattern(r"<(?:!--|(?P<name>script|style|svg|noscript)(?=[\s/>]))", re.IGNORECASE)
_TAG = late_pattern(r"<option(?=[\s/>])[^<>]{0,10000}>[^<]{0,1000}|<[^<>]{0,10000}>", re.IGNORECASE)
"""A tag; that of a choice with its text, of which a page shows one at most, and which needs no end."""


def shown_text(page: str) -> str:
    """A page without its tags, comments, scripts, styles, drawings and choices. Time is linear in its length."""
    pieces: list[str] = []
    done = 0
    never_closed: set[str] = set()  # from here on: nobody looks for the end of the page again and again
    for opening in _OPENING.finditer(page):
        name = (opening["name"] or "").lower()
        if opening.start() < done or name in never_closed:
            continue
        closing = re.compile(rf"</{name}(?=[\s/>])" if name else "-->", re.IGNORECASE)
        end = closing.search(page, opening.end())
        if end is None:
            never_closed.add(name)
            continue
        pieces.append(page[done : opening.start()])
        done = end.start() if name else end.end()
    return _TAG.sub(" ", " ".join((*pieces, page[done:])))
