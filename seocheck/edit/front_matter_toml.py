"""Values of TOML front matter as written, found by the walk that finds places for the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.edit.written import Edit, RefusedError, Written, after_line, line_end_of
from seocheck.readers.front_matter.toml_places import Items, Leaf, Node, Table, TooDeepError, scan
from seocheck.readers.front_matter.values import FrontMatter

_BARE = late_pattern(r"[A-Za-z0-9_-]+")
_CONTROL = late_pattern("[\x00-\x1f\x7f]")


def find(source: str, front: FrontMatter, content: Span, path: Sequence[str]) -> Written:
    """The value at the end of a path of keys. Raises RefusedError if it can't be written."""
    node: Node | None = _root(source, content)
    for key in path:
        keyed = node.keys.get(key) if isinstance(node, Table) else None
        node = keyed.node if keyed else None
    name = path[-1]
    if isinstance(node, Items):
        if not (node.end and source[node.end - 1] == "]"):
            raise RefusedError(f"“{name}” is a list of tables")
        leaves = [leaf for leaf in node.nodes if isinstance(leaf, Leaf) and leaf.quote]
        if len(leaves) != len(node.nodes):
            raise RefusedError(f"“{name}” has an entry that isn't a text")
        style = leaves[-1].quote if leaves else '"'
        return Written(
            Span(node.start, node.end), "list", _quoted, _array,
            write_item=lambda word: _quoted(word, style), items=tuple(leaf.span for leaf in leaves),
        )  # fmt: skip
    if not isinstance(node, Leaf) or not node.quote:
        raise RefusedError(f"“{name}” isn't a text")
    quote, width = node.quote, len(node.quote)
    empty = not source[node.span.start + width : node.span.end - width].strip()
    return Written(
        node.span, "empty" if empty else "text", lambda text: _quoted(text, quote),
        lambda words: _array(words, quote),
        within=lambda piece: _within(piece, quote),
    )  # fmt: skip


def insertion(
    source: str, front: FrontMatter, content: Span, name: str, value: str | Sequence[str], title: Sequence[str]
) -> Edit:
    """A new key: below the title if that is at the top level, else at the start, before any table."""
    at, style = content.start, '"'
    keyed = _root(source, content).keys.get(title[0]) if len(title) == 1 else None
    if keyed is not None and isinstance(keyed.node, Leaf):
        tail = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n)").match(source, keyed.node.span.end, content.end)
        if tail is not None:
            at = after_line(source, keyed.node.span.end, content.end)
            style = keyed.node.quote or '"'
    key = name if _BARE.fullmatch(name) else _quoted(name)
    written = _quoted(value, style) if isinstance(value, str) else _array(value, style)
    return Edit(at, at, f"{key} = {written}{line_end_of(source)}")


def _root(source: str, content: Span) -> Table:
    try:
        return scan(source, *content)
    except TooDeepError as error:
        raise RefusedError("the front matter is nested too deeply") from error


def _array(words: Sequence[str], style: str = '"') -> str:
    return "[" + ", ".join(_quoted(word, style) for word in words) + "]"


def _quoted(text: str, style: str = '"') -> str:
    """`text` as a string on one line; literal if the old one is and a literal can hold it."""
    if style[0] == "'" and "'" not in text and not _CONTROL.search(text):
        return f"'{text}'"
    return f'"{_escaped(text)}"'


def _within(piece: str, quote: str) -> str | None:
    if quote[0] == "'":
        return None if "'" in piece or _CONTROL.search(piece) else piece
    return _escaped(piece)


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return _CONTROL.sub(lambda m: f"\\u{ord(m.group()):04x}", text)
