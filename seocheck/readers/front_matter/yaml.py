"""YAML front matter through PyYAML's composer: nodes with marks, nothing constructed."""

from __future__ import annotations

import re
from typing import Any

import yaml

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Segment, Span, Text
from seocheck.model.article import Problem
from seocheck.readers.front_matter.align import align
from seocheck.readers.front_matter.plain_lines import read_plain_lines
from seocheck.readers.front_matter.values import Entry, FrontMatter, Mapping, Scalar, Sequence, Value

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 60
"""Deeper nesting isn't front matter, and recursion over it could exhaust a thread's stack."""
MAX_NODES = 20_000
"""Nodes at most, after aliases are followed."""


class _Bomb(Exception):
    """Nesting or aliases beyond the limits."""


def read_yaml(text: str, start: int, end: int, span: Span, body_start: int, problems: list[Problem]) -> FrontMatter:
    """Read the YAML in text[start:end]; `problems` found before come first."""
    block = text[start:end]
    try:
        _check_depth(block)
        root = yaml.compose(block, Loader=_LOADER)
    except (yaml.YAMLError, _Bomb, RecursionError, ValueError) as error:
        problems.append(_invalid(error, text, start, end))
        found = _meant(text, start, end) if _SECOND_COLON in str(error) else None
        if found is not None:
            return FrontMatter("yaml", span, body_start, found, tuple(problems), invalid=True, meant=True)
        return FrontMatter("yaml", span, body_start, problems=tuple(problems), invalid=True)
    if root is None:
        return FrontMatter("yaml", span, body_start, Mapping((), span), tuple(problems))
    if not isinstance(root, yaml.MappingNode):
        problems.append(
            Problem(
                "invalid",
                Span(start, start + len(block.rstrip())),
                "Front matter isn't a list of keys with values.",
                "Write each value as “key: value” on a line of its own.",
                "front matter",
            )
        )
        return FrontMatter("yaml", span, body_start, problems=tuple(problems), invalid=True)
    try:
        values = _Converter(text, start, problems).mapping(root, 0)
    except _Bomb as error:
        fault = _Bomb(f"it has more than {MAX_NODES:,} values") if _are_many(block) else error
        problems.append(_invalid(fault, text, start, end))
        return FrontMatter("yaml", span, body_start, problems=tuple(problems), invalid=True)
    return FrontMatter("yaml", span, body_start, values, tuple(problems))


_SECOND_COLON = "mapping values are not allowed"


def _meant(text: str, start: int, end: int) -> Mapping | None:
    """What a person reads in a block whose values have colons without quotation marks."""

    def read(begin: int, stop: int) -> Mapping | None:
        try:
            _check_depth(text[begin:stop])
            root = yaml.compose(text[begin:stop], Loader=_LOADER)
            return _Converter(text, begin, []).mapping(root, 0) if isinstance(root, yaml.MappingNode) else None
        except (yaml.YAMLError, _Bomb, RecursionError, ValueError):
            return None

    return read_plain_lines(text, start, end, read)


def _check_depth(block: str) -> None:
    # Composing recurses once a level; events do not. Only suspicious blocks pay for the second pass.
    if block.count("[") + block.count("{") + block.count("- ") + block.count(" ?") <= MAX_DEPTH and not re.search(
        rf"^ {{{MAX_DEPTH},}}\S", block, re.MULTILINE
    ):
        return
    depth = 0
    for event in yaml.parse(block, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _Bomb("values are nested too deeply")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _are_many(block: str) -> bool:
    """Whether there are too many values even if no alias is followed."""
    nodes = (yaml.ScalarEvent, yaml.CollectionStartEvent)
    return sum(isinstance(event, nodes) for event in yaml.parse(block, Loader=_LOADER)) > MAX_NODES


def _invalid(error: Exception, text: str, start: int, end: int) -> Problem:
    at = start
    what = str(error) or type(error).__name__
    if isinstance(error, yaml.MarkedYAMLError):
        # What is never closed shows where it was opened.
        open_since = (
            error.context_mark if "while" in (error.context or "") and _UNCLOSED.search(str(error.problem)) else None
        )
        if "could not find expected ':'" in str(error.problem):
            open_since = error.context_mark  # the line without a colon, not the one after it
        mark = open_since or error.problem_mark or error.context_mark
        at = min(start + (mark.index if mark else 0), end)
        what = _plain(error.context or "", error.problem or "")
    elif isinstance(error, yaml.reader.ReaderError):
        character = error.character
        what = f"the character U+{ord(character) if isinstance(character, str) else character:04X} isn't allowed"
        bad = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]").search(
            text, start, end
        )
        at = bad.start() if bad else start
    elif isinstance(error, RecursionError):
        what = "values are nested too deeply"
    line_end = text.find("\n", at, end)
    stop = line_end if line_end > at else min(at + 1, len(text))
    hint = "Fix this line; until then nothing in the front matter is read."
    if "second colon" in what:
        hint = "Put the value in quotation marks."
    said = f"Front matter isn't valid YAML: {what}."
    if isinstance(error, _Bomb):
        said = f"Front matter can't be read: {what}."
        hint = "Shorten it; until then nothing in the front matter is read."
    return Problem("invalid", Span(at, stop), said, hint, "front matter")


_UNCLOSED = late_pattern(
    r"unexpected end of stream|unexpected document indicator|expected ',' or|expected the node content"
)
_IN_PLAIN_WORDS = (
    (_SECOND_COLON, "a second colon in a value without quotation marks"),
    ("while scanning a quoted scalar", "a quotation mark that is never closed"),
    ("while parsing a flow", "a bracket that is never closed, or a missing comma in it"),
    ("found character that cannot start any token", "a character that can't begin a value (a tab, @, ` or %)"),
    ("could not find expected ':'", "a line without a colon after its key"),
    ("did not find expected key", "a line that isn't “key: value”, or text after a closing quotation mark"),
    ("did not find expected '-' indicator", "a list whose entries have different indents"),
    ("found undefined alias", "an alias (*name) without its anchor"),
)
"""Parts of libyaml's messages and what they mean to somebody who writes articles."""


def _plain(context: str, problem: str) -> str:
    said = f"{context} {problem}"
    for part, words in _IN_PLAIN_WORDS:
        if part in said:
            return words
    return problem or context or "it can't be parsed"


def _merged(value: Value) -> list[Entry]:
    """What a merge key (<<) brings in: the keys of a mapping, or of several of which the first counts."""
    mappings = value.items if isinstance(value, Sequence) else (value,)
    return [entry for mapping in mappings if isinstance(mapping, Mapping) for entry in mapping.entries]


class _Converter:
    """Turns composed nodes into values with places; counts nodes so that aliases cannot multiply."""

    def __init__(self, text: str, base: int, problems: list[Problem]) -> None:
        self._text = text
        self._base = base
        self._problems = problems
        self._nodes = 0

    def mapping(self, node: yaml.MappingNode, depth: int) -> Mapping:
        self._count(depth)
        entries: dict[str, Entry] = {}
        merged: list[Entry] = []
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                continue
            key = key_node.value
            key_span = self._span(key_node)
            if key in entries and key != "<<":
                line = self._text.count("\n", 0, entries[key].key_span.start) + 1
                self._problems.append(
                    Problem(
                        "duplicate-key",
                        key_span,
                        f"The key “{key}” is declared twice (first on line {line}).",
                        "Keep one; YAML silently takes the last.",
                        key,
                    )
                )
                del entries[key]
            entries[key] = Entry(key, key_span, self._value(value_node, depth + 1))
            if key == "<<":
                merged += _merged(entries[key].value)
        for entry in merged:
            entries.setdefault(entry.key, entry)
        return Mapping(tuple(entries.values()), self._span(node))

    def _value(self, node: yaml.Node, depth: int) -> Value:
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            self._count(depth)
            return Sequence(tuple(self._value(item, depth + 1) for item in node.value), self._span(node))
        self._count(depth)
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node)

    def _count(self, depth: int) -> None:
        self._nodes += 1
        if depth > MAX_DEPTH:
            raise _Bomb("its aliases nest values too deeply")
        if self._nodes > MAX_NODES:
            raise _Bomb("its aliases expand to too many values")

    def _span(self, node: yaml.Node) -> Span:
        start = self._base + node.start_mark.index
        end = self._base + node.end_mark.index
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def _scalar(self, node: yaml.ScalarNode) -> Scalar:
        start, end = self._span(node)
        null = node.tag == "tag:yaml.org,2002:null"
        if null:
            return Scalar(Text("", (), anchor=Span(start, end)), null=True)
        value: str = node.value
        style = node.style or ""
        if style in ("'", '"') and end - start >= 2:
            text = align(self._text, start + 1, end - 1, value, quote=style)
        elif style in ("|", ">"):
            header = self._text.find("\n", start, end)
            text = align(self._text, header + 1 if header >= 0 else start, end, value.rstrip())
        else:
            text = align(self._text, start, end, value)
        if len(text.value) != len(value) and not text.segments:
            text = Text(value, (Segment(0, len(value), start, end, False),), anchor=Span(start, end))
        return Scalar(text, quoted=style in ("'", '"'))
