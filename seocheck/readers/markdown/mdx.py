"""Hides what MDX writes between the words: imports and exports, JSX tags, expressions in braces.

The text between the tags of a component is prose. Elements of HTML stay, for they may be links and images;
only their expressions are hidden.
"""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.markdown.fences import fences
from seocheck.readers.markdown.filler import FILLER, filled

_MODULE = late_pattern(
    r"^(?:import[ \t]+(?:[\w*{][^;\n]*|['\"])"
    r"|export[ \t]+(?:const|let|var|default|async|function|class|type|interface|\{|\*)(?=\W))",
    re.MULTILINE,
)
_IMPORTS = late_pattern(r"\bfrom\s*['\"]|^import\s*['\"]")
_NEXT = late_pattern(r"`+|\\.|\{|<(?=[A-Za-z/>])", re.DOTALL)
_TAG_NAME = late_pattern(r"</?([A-Za-z][\w.:-]*)?")
_IN_CODE = late_pattern(r"[{}()\[\]\"'`]|/\*|(?<!:)//[^\n]*")
_REST = {
    '"': late_pattern(r'(?:\\.|[^"\\\n])*"'),
    "'": late_pattern(r"(?:\\.|[^'\\\n])*'"),
    "`": late_pattern(r"(?:\\.|[^`\\])*`", re.DOTALL),
    "/*": late_pattern(r"(?:[^*]|\*(?!/))*\*/"),
}
"""What follows the beginning of a string, a template or a comment."""

_IN_TAG = late_pattern(r"\"[^\"]*\"|'[^']*'|\{|/?>|<")
_BLANK = late_pattern(r"[ \t\r]*(?:\n|\Z)")
_BLANK_LINE = late_pattern(r"\r?\n[ \t]*(?:\r?\n|\Z)")
_LINE = late_pattern(r"^[^\n]*$", re.MULTILINE)
_LIST = late_pattern(r"[ ]{0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_INDENTED = late_pattern(r"^(?P<indent>[ \t]{4,})(?P<list>(?:[-*+]|\d{1,9}[.)])[ \t])?(?=\S)", re.MULTILINE)
_MAX_EXPRESSION = 20_000  # characters
_BUDGET = 8  # characters looked at in vain for each character of the text


def hide_mdx(text: str, only: frozenset[str] | None = None) -> str:
    """`text` with that hidden; its length and its line ends stay as they are. Time is linear.

    `only`: nothing but the tags of the components with these names, in a file that isn't MDX.
    """
    return _Scanner(text, only).hidden()


class _Scanner:
    def __init__(self, text: str, only: frozenset[str] | None) -> None:
        self._text = text
        self._only = only
        self._parts: list[str] = []
        self._done = 0
        self._budget = _BUDGET * len(text) + _MAX_EXPRESSION
        self._depth = 0
        self._inside: list[tuple[int, int]] = []  # where components hold text

    def hidden(self) -> str:
        at = 0
        for fence in fences(self._text):
            self._scan(at, fence.start)
            at = fence.end
        self._scan(at, len(self._text))
        self._parts.append(self._text[self._done :])
        text = "".join(self._parts)
        text = re.sub(rf"^[ \t]*{FILLER}[{FILLER} \t]*$", lambda m: " " * len(m.group()), text, flags=re.MULTILINE)
        return self._unindented(text)

    def _hide(self, start: int, end: int) -> None:
        self._parts += (self._text[self._done : start], filled(self._text[start:end]))
        self._done = end

    def _scan(self, at: int, end: int) -> None:
        text = self._text
        module = _MODULE.search(text, at, end) if self._only is None else None
        paragraph = -1  # where the current one ends, as far as a backtick asked
        unclosed: set[str] = set()
        found = _NEXT.search(text, at, end)
        while True:
            if found and found.start() < at:  # one that lies far ahead is looked for only once
                found = _NEXT.search(text, at, end)
            while module and module.start() < at:
                module = _MODULE.search(text, at, end)
            if module and (found is None or module.start() <= found.start()):
                stop = self._module_end(module.start(), end)
                if stop:
                    self._hide(module.start(), stop)
                at = stop or module.end()
                continue
            if found is None:
                return
            mark = found.group()
            at = found.end()
            if mark[0] == "`":
                if at > paragraph:
                    blank = _BLANK_LINE.search(text, at, end)
                    paragraph = blank.end() if blank else end
                    unclosed.clear()
                close = -1 if mark in unclosed else text.find(mark, at, paragraph)
                if close < 0:
                    unclosed.add(mark)
                at = close + len(mark) if close >= 0 else at
            elif mark == "{" and self._only is None:
                stop = self._expression_end(found.start(), end)
                if stop:
                    self._hide(found.start(), stop)
                    at = stop
            elif mark == "<":
                at = self._tag(found.start(), end) or at

    def _module_end(self, start: int, end: int) -> int:
        """Where an import or export ends: at a blank line or the next one, with all its brackets closed."""
        text = self._text
        at = start
        while at < end:
            line = text.find("\n", at, end)
            line = end if line < 0 else line
            stop = self._brackets_end(at, line, end)
            if stop > line:
                at = stop
                continue
            at = line + 1
            if line >= end or _BLANK.match(text, at, end) or text.startswith(("import ", "export "), at):
                break
            if self._text.startswith("import", start) and _IMPORTS.search(text, start, line):
                break
        stop = min(line, end)
        if text.startswith("import", start) and not _IMPORTS.search(text[start:stop]):
            return 0
        return stop

    def _brackets_end(self, at: int, line: int, end: int) -> int:
        """The end of the last bracket that opens before `line`, or `line` where all are closed in it."""
        while True:
            found = _IN_CODE.search(self._text, at, line)
            if found is None:
                return line
            at = found.end()
            if found.group() in ("{", "(", "["):
                stop = self._expression_end(found.start(), end)
                if not stop:
                    return line
                if stop > line:
                    return stop
                at = stop

    def _expression_end(self, start: int, end: int) -> int:
        """Where the bracket that opens at `start` is closed; 0 where it is not."""
        text = self._text
        end = min(end, start + min(_MAX_EXPRESSION, self._budget))
        depth = 0
        at = start
        unclosed: dict[str, int] = {}  # up to where no further string or comment of a kind is looked for
        while True:
            found = _IN_CODE.search(text, at, end)
            if found is None:
                self._budget -= max(end - start, 1)
                return 0
            at = found.end()
            mark = found.group()
            if mark in "{([":
                depth += 1
            elif mark in "})]":
                depth -= 1
                if depth == 0:
                    return at
            elif mark in _REST and at > unclosed.get(mark, 0):
                rest = _REST[mark].match(text, at, end)
                if rest:
                    at = rest.end()
                else:
                    line = text.find("\n", at, end) if mark in "'\"" else end
                    unclosed[mark] = line if line >= 0 else end

    def _tag(self, start: int, end: int) -> int:
        """Hide the tag at `start` and return its end; 0 if it isn't one."""
        text = self._text
        named = _TAG_NAME.match(text, start, end)
        name = (named[1] or "") if named else ""
        at = named.end() if named else start
        if self._only is not None and name not in self._only:
            return 0
        component = not name or name[0].isupper() or "." in name
        expressions: list[tuple[int, int]] = []
        limit = min(end, start + min(_MAX_EXPRESSION, self._budget))
        while True:
            found = _IN_TAG.search(text, at, limit)
            if found is None or found.group() == "<":
                self._budget -= (found.start() if found else limit) - start
                return 0
            at = found.end()
            if found.group() == "{":
                stop = self._expression_end(found.start(), end)
                if not stop:
                    return 0
                expressions.append((found.start(), stop))
                at = stop
            elif found.group() in (">", "/>"):
                break
        if component:
            self._hide(start, at)
            self._count(start, at, closing=text.startswith("</", start), empty=found.group() == "/>")
        else:
            for first, last in expressions:
                self._hide(first, last)
        return at

    def _count(self, start: int, end: int, *, closing: bool, empty: bool) -> None:
        if closing and self._depth:
            self._depth -= 1
            if not self._depth:
                self._inside[-1] = (self._inside[-1][0], start)
        elif not closing and not empty:
            if not self._depth:
                self._inside.append((end, len(self._text)))
            self._depth += 1

    def _unindented(self, text: str) -> str:
        """In MDX no text is code because it is indented: indented text in a component becomes a paragraph.

        Not what belongs to a list that is less indented, nor what is in a fence.
        """
        code = fences(self._text)
        parts: list[str] = []
        done = fence = 0
        for start, end in self._inside:
            in_list = False
            blank = True
            for line in _LINE.finditer(text, start, end):
                while fence < len(code) and code[fence].end <= line.start():
                    fence += 1
                if fence < len(code) and code[fence].start <= line.start():
                    continue
                indented = _INDENTED.match(text, line.start(), end)
                if not line.group().strip():
                    blank = True
                    continue
                if indented is None:
                    in_list = _LIST.match(text, line.start(), end) is not None or (in_list and line.group()[0] in " \t")
                elif in_list and blank and not indented["list"] and indented["indent"].startswith(" " * 8):
                    # In a component in a list item: four columns belong to the item.
                    if not text.startswith(("```", "~~~"), indented.end()):
                        parts += (text[done : line.start() + 4], FILLER)
                        done = line.start() + 5
                elif blank and not in_list and not text.startswith(("```", "~~~"), indented.end()):
                    indent = indented["indent"]
                    first = len(indent) % 4
                    # "-   - bread" is a list in an item; a filler begins a paragraph.
                    new = (
                        " " * first + "-   " * (len(indent) // 4)
                        if indented["list"] and "\t" not in indent
                        else FILLER + indent[1:]
                    )
                    parts += (text[done : line.start()], new)
                    done = line.start() + len(indent)
                blank = False
        parts.append(text[done:])
        return "".join(parts)
