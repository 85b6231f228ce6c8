"""Values of YAML front matter as written: found through the parser's events, which hide no alias and no tag."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import yaml
from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.edit.written import Edit, RefusedError, Written, line_end_of, line_start
from seocheck.readers.front_matter.values import FrontMatter

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORDS = frozenset("true false yes no on off null none nan inf y n".split())  # noqa: SIM905
"""Plain words that some YAML parsers don't read as text."""
_SAFE_IN_FLOW = late_pattern(r"[\w \-.'’&/+()]+")
"""What no YAML parser treats as syntax between brackets; some treat a question mark as syntax, some a colon."""
_UNPRINTED = late_pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class _Node(msgspec.Struct):
    """A value as the events describe it.

    flow: whether it is written in brackets or braces; within_flow: whether one around it is. marked: whether it
    has an anchor or a tag. parts: the entries of a list, or keys and values in turn.
    """

    kind: str
    start: int
    end: int = 0
    value: str = ""
    style: str = ""
    flow: bool = False
    within_flow: bool = False
    marked: bool = False
    parts: list[_Node] = msgspec.field(default_factory=list)

    def get(self, key: str) -> _Node | None:
        """The value of a key; the last if it is given twice."""
        found = [v for k, v in zip(self.parts[::2], self.parts[1::2], strict=True) if k.value == key]
        return found[-1] if self.kind == "mapping" and found else None


def find(source: str, front: FrontMatter, content: Span, path: Sequence[str]) -> Written:
    """The value at the end of a path of keys. Raises RefusedError if it can't be written."""
    root = node = _root(source, content)
    for key in path:
        inner = node.get(key) if node else None
        if inner is None:
            raise RefusedError(f"“{'.'.join(path)}” isn't written here but merged in from elsewhere")
        node = inner
        if key == "<<" and (node.kind != "mapping" or node.marked):
            raise RefusedError(f"“{path[-1]}” is merged in from elsewhere (by the key <<); change it there")
        if node.kind == "alias":
            raise RefusedError(f"“{key}” is an alias (*name); change it where its anchor is")
        if node.marked:
            raise RefusedError(f"“{key}” has an anchor or a tag")
    assert node is not None
    if any(part.kind == "alias" or part.marked for part in node.parts):
        raise RefusedError(f"“{path[-1]}” contains an alias, an anchor or a tag")
    written = _written(source, node, path[-1])
    if written.form == "text" and root is not None and len(path) == 1 and not root.flow:
        return replace(written, write_lines=_lines_instead(source, root, written.span))
    return written


def insertion(
    source: str, front: FrontMatter, content: Span, name: str, value: str | Sequence[str], title: Sequence[str]
) -> Edit:
    """A new key: below the title if there is one, else at the end."""
    root = _root(source, content)
    if root is not None and root.flow:
        raise RefusedError("the front matter is written in braces; add the field by hand")
    if root is not None and root.get("<<") is not None:
        raise RefusedError("the front matter merges in values with <<; add the field by hand")
    end = line_end_of(source)
    indent = source[line_start(source, root.start) : root.start] if root is not None and root.parts else ""
    near = root.get(title[0]) if root is not None and len(title) == 1 else None
    at = content.end
    style = ""
    if near is not None and near.kind == "scalar" and near.style not in ("|", ">"):
        tail = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)").match(source, near.end, content.end)
        if tail is not None:
            at, style = tail.end(), near.style
    if isinstance(value, str):
        return Edit(at, at, f"{indent}{name}: {_quoted(value, style)}{end}")
    lines = _like_tags(source, root, indent)
    if lines is not None:
        items = "".join(f"{lines}{_quoted(word)}{end}" for word in value)
        return Edit(at, at, f"{indent}{name}:{end}{items}")
    return Edit(at, at, f"{indent}{name}: {_flow(value)}{end}")


def created(name: str, value: str | Sequence[str], end: str, *, gap: bool) -> str:
    """A front matter block with one field. gap: whether to add an empty line."""
    written = _quoted(value) if isinstance(value, str) else _flow(value)
    return f"---{end}{name}: {written}{end}---{end}{end if gap else ''}"


def _like_tags(source: str, root: _Node | None, indent: str) -> str | None:
    """What comes before each entry if the article writes another list line by line."""
    for value in root.parts[1::2] if root is not None else ():
        if value.kind == "sequence" and not value.flow and value.parts:
            start = line_start(source, value.parts[0].start)
            lead = source[start : value.parts[0].start]
            if re.fullmatch(r"[ \t]*-[ \t]+", lead) and lead.startswith(indent):
                return lead
    return None


def _lines_instead(source: str, root: _Node, span: Span) -> Callable[[Sequence[str]], Edit] | None:
    """Replaces a text by a list line by line, if the file writes another list that way and nothing follows the text."""
    lead = _like_tags(source, root, source[line_start(source, root.start) : root.start])
    colon = len(source[: span.start].rstrip(" \t"))
    if lead is None or source[colon - 1] != ":" or not re.compile(r"[ \t]*(?:[\r\n]|\Z)").match(source, span.end):
        return None
    start = f"{line_end_of(source)}{lead}"
    return lambda words: Edit(colon, span.end, "".join(f"{start}{_quoted(word)}" for word in words))


def _root(source: str, content: Span) -> _Node | None:
    """The mapping that the front matter is, with everything in it."""
    stack: list[_Node] = []
    root: _Node | None = None
    try:
        for event in yaml.parse(source[content.start : content.end], Loader=_LOADER):
            if isinstance(event, yaml.CollectionEndEvent):
                done = stack.pop()
                done.end = _trimmed(source, done.start, _span(event, content.start)[1])
                continue
            node = _node(event, content.start, source)
            if node is None:
                continue
            if stack:
                stack[-1].parts.append(node)
                node.within_flow = stack[-1].flow or stack[-1].within_flow
            elif root is None:
                root = node
            if isinstance(event, yaml.CollectionStartEvent):
                stack.append(node)
    except (yaml.YAMLError, ValueError) as error:  # the reader accepted it, so nothing is certain
        raise RefusedError("the front matter can't be parsed") from error
    if root is not None and (root.kind != "mapping" or root.marked):
        raise RefusedError("the front matter isn't a plain list of keys with values")
    return root


def _node(event: yaml.Event, base: int, source: str) -> _Node | None:
    start, end = _span(event, base)
    if isinstance(event, yaml.AliasEvent):
        return _Node("alias", start, end)
    if isinstance(event, yaml.ScalarEvent):
        marked = event.anchor is not None or event.tag is not None
        return _Node("scalar", start, _trimmed(source, start, end), event.value, event.style or "", marked=marked)
    if isinstance(event, yaml.CollectionStartEvent):
        marked = event.anchor is not None or event.tag is not None
        kind = "sequence" if isinstance(event, yaml.SequenceStartEvent) else "mapping"
        return _Node(kind, start, flow=bool(event.flow_style), marked=marked)
    return None


def _span(event: yaml.Event, base: int) -> tuple[int, int]:
    assert event.start_mark is not None  # the parser marks every event
    assert event.end_mark is not None
    return base + event.start_mark.index, base + event.end_mark.index


def _trimmed(source: str, start: int, end: int) -> int:
    while end > start and source[end - 1].isspace():
        end -= 1
    return end


def _written(source: str, node: _Node, name: str) -> Written:
    span = Span(node.start, node.end)
    if node.style in ("|", ">"):  # spaces after its last word are part of it
        span = Span(node.start, re.compile(r"[ \t]*").match(source, node.end).end())  # type: ignore[union-attr]
    if node.kind == "mapping":
        raise RefusedError(f"“{name}” is a mapping")
    if node.kind == "sequence":
        if node.flow and not (source.startswith("[", node.start) and source.endswith("]", node.start, node.end)):
            raise RefusedError(f"“{name}” is a list that isn't closed")
        last = node.parts[-1] if node.parts else None
        style = last.style if last is not None else ""
        flow = node.flow
        return Written(
            span, "list", _quoted, _flow,
            write_item=lambda word: _quoted(word, style if style in ("'", '"') else "", flow=flow),
            items=tuple(Span(part.start, part.end) for part in node.parts), block=not node.flow,
        )  # fmt: skip
    lead = ""
    if node.start == node.end:  # there is nothing after the colon
        before = source[max(node.start - 1, 0) : node.start]
        if before != ":":
            raise RefusedError(f"the place of the empty “{name}” is unknown")
        lead = " "
    if not node.value.strip() or (not node.style and node.value in ("~", "null", "Null", "NULL")):
        if node.style in ("|", ">") and source[node.start : node.end].strip("|>+-0123456789"):
            raise RefusedError(f"“{name}” is an empty block of text with a comment")
        style = node.style if node.style in ("'", '"') else ""
        return Written(
            span,
            "empty",
            lambda text: lead + _quoted(text, style, flow=node.within_flow),
            lambda words: lead + _flow(words),
        )
    return Written(
        span, "text", lambda text: _in_style(source, node, text), _flow, within=lambda piece: _within(piece, node.style)
    )


def _in_style(source: str, node: _Node, text: str) -> str:
    """`text` in place of a scalar, with the same quoting or block style."""
    if node.style not in ("|", ">"):
        return _quoted(text, node.style, flow=node.within_flow)
    written = source[node.start : node.end]
    header = re.match(r"[|>][+-]?[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)", written)
    if header is None:  # an indentation given as a number
        return _quoted(text)
    body = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*([ \t]+)(?=\S)").match(written, header.end())
    if body is None or _UNPRINTED.search(text):
        return _quoted(text)
    return written[: header.end()] + body[1] + text


def _within(piece: str, style: str) -> str | None:
    """A piece of text as written inside a scalar of this style."""
    if _UNPRINTED.search(piece):
        return None
    if style == "'":
        return piece.replace("'", "''")
    if style == '"':
        return piece.replace("\\", "\\\\").replace('"', '\\"')
    return piece if style in ("|", ">") or _plain(piece, flow=True) else None


def _flow(words: Sequence[str]) -> str:
    return "[" + ", ".join(_quoted(word, flow=True) for word in words) + "]"


def _quoted(text: str, style: str = "", *, flow: bool = False) -> str:
    """`text` as a scalar of this style; without quotation marks only if every parser reads it as the same text."""
    if style not in ("'", '"'):
        if _plain(text, flow=flow):
            return text
        style = "'" if ('"' in text or "\\" in text) and not _UNPRINTED.search(text) else '"'
    if style == "'" and not _UNPRINTED.search(text):
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _UNPRINTED.sub(lambda m: f"\\u{ord(m.group()):04x}", escaped) + '"'


def _plain(text: str, *, flow: bool) -> bool:
    if not text[:1].isalpha() or text != text.strip() or text.casefold() in _WORDS or _UNPRINTED.search(text):
        return False
    if ": " in text or " #" in text or text.endswith(":") or TEMPLATE_MARKS.search(text):
        return False
    return not flow or _SAFE_IN_FLOW.fullmatch(text) is not None


TEMPLATE_MARKS = late_pattern(r"[{}]")
"""Braces are quoted everywhere: tools that look for templates in front matter do not parse YAML."""
