"""The lines of a page as a person sees them, for the reader of label blocks: an editor's paste has its labels in them.

Bold and code get the marks of Markdown, so that one reader knows labels by them in every kind of file.
"""

from __future__ import annotations

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text, TextBuilder, verbatim
from seocheck.readers.html.elements import BLOCKS, HEADINGS
from seocheck.readers.html.text import add_collapsed
from seocheck.readers.html.tokens import TextRun
from seocheck.readers.html.tree import Element, Tree
from seocheck.readers.labelled.lines import Inside, Kind, Line, bold_labels_apart

_LEFT_OUT = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "nav", "footer", "aside", "form", "button", "select",
     "textarea", "title")
)  # fmt: skip
_LINKED = 0.5
"""The part of a line that is link text where a site prints its tags on purpose."""
_BETWEEN_ITEMS = "; "
_CELLS = ("td", "th", "dt", "dd")
"""What a row is made of: of a table, or a term with its description."""
_LINE = late_pattern(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_MARKS = {"strong": "**", "b": "**", "code": "`"}


def page_lines(tree: Tree) -> list[Line]:
    """The lines of a page's body, with an empty one between paragraphs."""
    from seocheck.readers.labelled.columns import with_columns  # most pages have no labels

    return with_columns([part for line in _Lines(tree).read() for part in bold_labels_apart(line)])


class _Lines:
    """Walks the nodes once, in document order."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._lines: list[Line] = []
        self._builder = TextBuilder()
        self._open: list[tuple[int, str]] = []  # where elements end that matter, and their tags
        self._marks: list[tuple[int, str]] = []
        self._at = 0
        self._start = self._end = -1
        self._cells: list[Text] = []
        self._link_stop = self._linked = 0  # the node where a link ends, and the letters in links

    def read(self) -> list[Line]:
        nodes = self._tree.nodes
        at = 0
        while at < len(nodes):
            node = nodes[at]
            self._at = at
            self._close(at)
            if isinstance(node, TextRun):
                self._say(node)
            elif node.tag in _LEFT_OUT:
                at = node.stop
                continue
            else:
                self._enter(node)
            at += 1
        self._close(len(nodes) + 1)
        self._flush()
        return self._lines

    def _say(self, run: TextRun) -> None:
        if self._open and self._open[-1][1] == "pre":
            self._say_lines(run)
            return
        self._add(run.start, run.end)

    def _say_lines(self, run: TextRun) -> None:
        """What is preformatted keeps its lines."""
        for match in _LINE.finditer(self._tree.source, run.start, run.end):
            self._add(*match.span(1))
            if match[2]:
                self._flush(broken=True)

    def _add(self, start: int, end: int) -> None:
        words = self._tree.source[start:end]
        if words.strip():
            begin = start + len(words) - len(words.lstrip())
            self._start = begin if self._start < 0 else self._start
            self._end = start + len(words.rstrip())
        before = len(self._builder)
        add_collapsed(self._builder, self._tree.source, start, end)
        if self._at < self._link_stop:
            self._linked += len(self._builder) - before

    def _enter(self, element: Element) -> None:
        tag = element.tag
        if self._in_cell() and (tag == "br" or (tag in BLOCKS and tag not in (*_CELLS, "tr"))):
            if len(self._builder):
                self._builder.fill(_BETWEEN_ITEMS if tag == "li" else " ")
        elif tag == "br":
            self._flush(broken=True)
        elif tag == "hr":
            self._flush()
            self._blank(element)
            place = verbatim(self._tree.source, element.start, element.start)
            self._lines.append(Line("rule", place, Span(element.start, element.end)))
        elif tag == "a":
            self._link_stop = element.stop
        elif tag in _MARKS:
            self._builder.fill(_MARKS[tag])
            self._marks.append((element.stop, _MARKS[tag]))
        elif tag in _CELLS:
            if tag == "dt":
                self._flush()
            self._builder = TextBuilder()
            self._open.append((element.stop, tag))
        elif tag in BLOCKS:
            self._flush()
            if tag not in ("li", "tr"):
                self._blank(element)
            self._open.append((element.stop, tag))

    def _in_cell(self) -> bool:
        """Whether the innermost open element that matters is a cell of a table, a term or its description.

        What is in it is one value.
        """
        return bool(self._open) and self._open[-1][1] in _CELLS

    def _close(self, at: int) -> None:
        while self._marks and self._marks[-1][0] <= at:
            self._builder.fill(self._marks.pop()[1])
        while self._open and self._open[-1][0] <= at:
            tag = self._open[-1][1]
            if tag in _CELLS:
                self._cells.append(self._builder.build().strip())
                self._builder = TextBuilder()
            else:
                self._flush()
            self._open.pop()

    def _blank(self, element: Element) -> None:
        if self._lines and self._lines[-1].kind != "blank":
            place = verbatim(self._tree.source, element.start, element.start)
            self._lines.append(Line("blank", place, Span(element.start, element.start)))

    def _flush(self, *, broken: bool = False) -> None:
        text, cells = self._builder.build().strip(), self._cells
        span = Span(max(self._start, 0), max(self._end, 0))
        linked = self._linked > _LINKED * len(text.value)
        self._builder, self._cells, self._start, self._end, self._linked = TextBuilder(), [], -1, -1, 0
        for _, mark in self._marks:
            self._builder.fill(mark)
        if cells:
            value = cells[1] if len(cells) > 1 else None
            self._lines.append(Line("row", cells[0], span, value=value, cells=tuple(cells)))
            return
        if not any(c.isalnum() for c in text.value):
            return
        tags = {tag for _, tag in self._open}
        inside: Inside = "fence" if "pre" in tags else "quote" if "blockquote" in tags else ""
        kind: Kind = "text"
        level = indent = 0
        for _, tag in self._open:
            if tag in HEADINGS:
                kind, level = "heading", int(tag[1])
            elif tag == "li":
                kind = "item"
            indent += tag in ("ul", "ol")
        self._lines.append(
            Line(kind, text, span, indent=indent, level=level, inside=inside, broken=broken, linked=linked)
        )
