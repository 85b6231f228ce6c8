"""Links and code that Markdown's running text holds as HTML: `<a href>`, `<code>`, `<kbd>`, `<samp>`."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.model.article import Link
from seocheck.readers.blocks.open_block import OpenBlock
from seocheck.readers.markdown.html_fragment import href_of

_CODE = frozenset({"code", "kbd", "samp"})
TAG = late_pattern(r"<(/?)(a|code|kbd|samp)(?![\w.:-])", re.IGNORECASE)


class InlineTags:
    """The elements that are open in a block; one that the block doesn't end is forgotten with it."""

    def __init__(self) -> None:
        self._link: tuple[int, str, int] | None = None  # where its words begin in the block, the address, its place
        self._code: tuple[int, str] | None = None

    def forget(self) -> None:
        """A block ends."""
        self._link = self._code = None

    def tag(self, tag: str, start: int, end: int, block: OpenBlock) -> Link | None:
        """Take a tag in; the link that it ends. A link without an address is the target of others, and none itself."""
        match = TAG.match(tag)
        if match is None:
            return None
        closes, name, here = bool(match[1]), match[2].lower(), len(block.builder)
        if name in _CODE:
            if not closes:
                self._code = self._code or (here, name)
            elif self._code and self._code[1] == name:
                block.code.append(Span(self._code[0], here))
                self._code = None
        elif not closes:
            href = href_of(tag)
            self._link = (here, href, start) if href else None
        elif self._link:
            begin, href, opened = self._link
            self._link = None
            block.links.append(Span(begin, here))
            return Link(block.builder.since(begin), href, Span(opened, end))
        return None
