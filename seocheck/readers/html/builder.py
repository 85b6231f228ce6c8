"""Build the tree of an HTML page from its tokens, with the starts and ends of elements that HTML5 implies.

Follows the tree construction of the standard where it decides which text is in which element. Left
out: moving what is misplaced in a table before it, and reopening bold or links in the next paragraph.
"""

from __future__ import annotations

from seocheck.readers.html.elements import (
    BOUND_BY,
    BOUNDS,
    CLOSES_P,
    ENDS_FOREIGN,
    FORMATTING,
    HEAD,
    HEADINGS,
    RAW_TEXT,
    SCOPE,
    SPECIAL,
    TABLE_PARTS,
    VOID,
)
from seocheck.readers.html.tokens import SPACE, EndTag, StartTag, TextRun, Tokenizer
from seocheck.readers.html.tree import Element, Tree


def parse(source: str) -> Tree:
    """Build the tree of a page. Never fails; time is linear in the length of the source."""
    return _Builder(source).build()


_ROW_GROUPS = ("tbody", "thead", "tfoot")
_TABLE_PARENTS = {
    "tr": _ROW_GROUPS,
    "td": (*_ROW_GROUPS, "tr"),
    "th": (*_ROW_GROUPS, "tr"),
    "col": ("colgroup",),
}
_ENDED_BY_LIKES = {
    "option": ("option",),
    "optgroup": ("option",),
    "rt": ("rt", "rp"),
    "rp": ("rt", "rp"),
}


def _bound_of_end_tag(name: str) -> str:
    if name in TABLE_PARTS or name == "table":
        return "table"
    if name not in SPECIAL and name not in FORMATTING:
        return "special"
    return {"p": "button", "li": "list"}.get(name, "scope")


class _Builder:
    def __init__(self, source: str) -> None:
        self.tree = Tree(source)
        self.tokens = Tokenizer(source)
        self.stack: list[Element] = []
        self.open: dict[str, list[Element]] = {}
        self.nearest: dict[str, list[Element]] = {bound: [] for bound in BOUNDS}
        self.html = self._push(StartTag("html", 0, 0, (), False))

    def build(self) -> Tree:
        for token in self.tokens:
            if isinstance(token, TextRun):
                self._text(token)
            elif isinstance(token, StartTag):
                self._start(token)
            else:
                self._end(token)
        while self.stack:
            self._pop(len(self.tree.source))
        return self.tree

    # The stack of open elements.

    def _push(self, tag: StartTag) -> Element:
        parent = self.stack[-1] if self.stack else None
        index, depth = len(self.tree.nodes), len(self.stack)
        element = Element(tag.name, tag.start, tag.end, tag.end, tag.attributes, parent, index, depth=depth)
        self.tree.nodes.append(element)
        self.stack.append(element)
        self.open.setdefault(tag.name, []).append(element)
        for bound in BOUND_BY.get(tag.name, ()):
            self.nearest[bound].append(element)
        return element

    def _finish(self, element: Element, end: int) -> None:
        element.stop = len(self.tree.nodes)
        element.end = max(end, element.start_end)
        self.open[element.tag].pop()
        for bound in BOUND_BY.get(element.tag, ()):
            self.nearest[bound].pop()

    def _pop(self, end: int) -> None:
        self._finish(self.stack.pop(), end)
        while self.stack and self.stack[-1].stop >= 0:  # ended earlier, in the middle of the stack
            self.stack.pop()

    def _close(self, element: Element, end: int, implied: int) -> None:
        """End `element` at `end`; what is still open inside ends where the closing tag begins."""
        while element.stop < 0:
            self._pop(end if self.stack[-1] is element else implied)

    def _void(self, tag: StartTag) -> None:
        element = self._push(tag)
        self._close(element, tag.end, tag.end)

    def _in_scope(self, name: str, bound: str) -> Element | None:
        """The innermost open element `name` with no element of the bound between it and here."""
        candidates = self.open.get(name)
        if not candidates:
            return None
        limits = self.nearest[bound]
        return candidates[-1] if not limits or candidates[-1].depth >= limits[-1].depth else None

    def _innermost(self, names: tuple[str, ...], inside: Element) -> Element:
        """The innermost open element of these names within `inside`, or that itself."""
        found = inside
        for name in names:
            if self.open.get(name) and self.open[name][-1].depth > found.depth:
                found = self.open[name][-1]
        return found

    def _open_body(self, at: int) -> None:
        if self.tree.body is None and not self.open.get("template") and not self.open.get("noscript"):
            if self.tree.head and self.tree.head.stop < 0:
                self._close(self.tree.head, at, at)
            self.tree.body = self._push(StartTag("body", at, at, (), False))

    # Tokens.

    def _text(self, run: TextRun) -> None:
        if self.tree.body is None and self.stack[-1].tag in ("html", "head"):
            if not self.tree.source[run.start : run.end].strip(SPACE):
                return
            self._open_body(run.start)
        self.tree.nodes.append(run)

    def _foreign(self) -> bool:
        tag = self.stack[-1].tag
        return tag in ("svg", "math") or (tag.startswith("svg:") and tag not in SCOPE)

    def _start(self, tag: StartTag) -> None:
        name = tag.name
        if name in ("html", "head", "body"):
            self._start_root(tag)
            return
        if self._foreign():
            if name not in ENDS_FOREIGN:
                inner = tag._replace(name=name if name in ("svg", "math") else f"svg:{name}")
                if tag.self_closing:
                    self._void(inner)
                else:
                    self._push(inner)
                return
            while self._foreign():
                self._pop(tag.start)
        if name not in HEAD:
            self._open_body(tag.start)
        elif self.tree.body is None and self.tree.head is None:
            self.tree.head = self._push(StartTag("head", tag.start, tag.start, (), False))
        if name in TABLE_PARTS or name in ("table", "form"):
            if not self._start_in_table(tag):
                return
        else:
            self._imply_ends(tag)
        if name in VOID or name == "image" or (tag.self_closing and name in ("svg", "math")):
            self._void(tag._replace(name="img") if name == "image" else tag)
            return
        self._push(tag)
        if name in RAW_TEXT:
            self.tokens.raw_text = name

    def _start_root(self, tag: StartTag) -> None:
        """`<html>`, `<head>`, `<body>`: once each; the attributes of a second one are added to the first."""
        element = {"html": self.html, "head": self.tree.head, "body": self.tree.body}[tag.name]
        if element is None:
            if tag.name == "body":
                self._open_body(tag.start)
                element = self.tree.body
            elif self.tree.body is None:
                element = self.tree.head = self._push(tag)
        if element is None or self._foreign():
            return
        if not element.attributes and element.start == element.start_end:
            element.start, element.start_end = tag.start, tag.end
        known = {a.name for a in element.attributes}
        element.attributes += tuple(a for a in tag.attributes if a.name not in known)

    def _imply_ends(self, tag: StartTag) -> None:
        """Close what this start tag closes."""
        name, at = tag.name, tag.start
        if name in ("li", "dd", "dt"):
            for sibling in ("li",) if name == "li" else ("dd", "dt"):
                if item := self._in_scope(sibling, "item"):
                    self._close(item, at, at)
        if name in CLOSES_P and (p := self._in_scope("p", "button")):
            self._close(p, at, at)
        if name in HEADINGS and self.stack[-1].tag in HEADINGS:
            self._pop(at)
        elif name in ("a", "button") and (same := self._in_scope(name, "scope")):
            self._end_formatting(same, at, at)
        elif self.stack[-1].tag in _ENDED_BY_LIKES.get(name, ()):
            self._pop(at)

    def _start_in_table(self, tag: StartTag) -> bool:
        """Prepare for a table, a part of one or a form; False if the tag must be skipped."""
        name, at = tag.name, tag.start
        table = self._in_scope("table", "table")
        directly = table is not None and self._in_scope("table", "cell") is table
        if name == "form":
            if self.open.get("form") and not self.open.get("template"):
                return False
            if directly:  # a form among rows ends at once; its fields are in the cells
                self._void(tag)
                return False
            self._imply_ends(tag)
        elif name == "table":
            if directly and table:
                self._close(table, at, at)
            self._imply_ends(tag)
        elif table is None:
            return False
        else:
            keep = self._innermost(_TABLE_PARENTS.get(name, ()), table)
            while self.stack[-1] is not keep:
                self._pop(at)
        return True

    def _end_formatting(self, element: Element, end: int, implied: int) -> None:
        special = self.nearest["special"]
        if special and special[-1].depth > element.depth:
            self._finish(element, end)  # a block is open inside: it stays open, without this format
        else:
            self._close(element, end, implied)

    def _end(self, tag: EndTag) -> None:
        name = tag.name
        if name in ("html", "body"):
            return  # what follows still belongs to the body
        if name == "head":
            if self.tree.head and self.tree.head.stop < 0 and self.tree.body is None:
                self._close(self.tree.head, tag.end, tag.start)
            return
        if self._foreign() or self.stack[-1].tag in SCOPE:
            foreign = self.open.get(name if name in ("svg", "math") else f"svg:{name}")
            if foreign:
                self._close(foreign[-1], tag.end, tag.start)
                return
            if name in ("p", "br"):
                while self._foreign():
                    self._pop(tag.start)
        if name == "br" or (name == "p" and not self._in_scope("p", "button")):
            self._start(StartTag(name, tag.start, tag.end, (), False))  # "</p>" alone is an empty paragraph
        if name in HEADINGS and self.nearest["heading"]:  # any heading's end tag ends the open one
            element = self._in_scope(self.nearest["heading"][-1].tag, "scope")
        else:
            element = self._in_scope(name, _bound_of_end_tag(name))
        if element is None:
            return
        if name in FORMATTING or name == "form":
            self._end_formatting(element, tag.end, tag.start)
        else:
            self._close(element, tag.end, tag.start)
