"""AsciiDoc as Markdown, each line marked with its line in the file."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import Source
from seocheck.readers.asciidoc.header import ENTRY, Header, declare, joined, read_header
from seocheck.readers.asciidoc.inline import markdown, picture, plain
from seocheck.readers.made_text import MadeText, quoted, safe_start

_DELIMITER = late_pattern(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|`{3,}|~{4,}|[|,:!]={3,})(?:[\w,-]*)")
_HEADING = late_pattern(r"(={1,6}|#{1,6})[ \t]+(\S.*)")
_ITEM = late_pattern(r"[ \t]*(\*{1,5}|-|\.{1,5}|\d+\.|<(?:\d+|\.)>)[ \t]+(?:\[[ x*]\][ \t]+)?(\S.*)")
_TERM = late_pattern(r"[ \t]*(\S.*?)(?::{2,4}|;;)(?:[ \t]+(\S.*))?")
_ATTRIBUTES = late_pattern(r"\[(.*)\]")
_CAPTION = late_pattern(r"\.([^\s.].*)")
_ADMONITION = late_pattern(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=\S)")
_MACRO = late_pattern(r"([a-z][\w-]*)::([^\s\[]*)\[(.*)\]")
_CELL = late_pattern(r"(?:\d+\*)?(?:\.?\d+\+)*[<^>.]*[aehlmsdv]?\|")
_BREAKS = frozenset(["'''", "---", "***", "- - -", "* * *", "<<<", "+"])
_CODE_STYLES = ("source", "listing", "literal", "stem", "latexmath", "asciimath", "mermaid", "plantuml", "graphviz")
_CODE_FENCES = ("-", ".", "`", "~")


def unpack_asciidoc(data: bytes, path: str) -> Source:
    """The Markdown of a document. Raises UnreadableError for what isn't text."""
    from seocheck.readers import decode_text

    lines = decode_text(data, path).text.splitlines()
    return _Maker(lines, read_header(lines)).source(path)


class _Maker:
    """Goes through the lines of the body once."""

    def __init__(self, lines: list[str], header: Header) -> None:
        self._lines = lines
        self._header = header
        self._out = MadeText()
        self._at = header.end
        self._style = ""
        self._open: list[str] = []  # delimiters of blocks that hold blocks
        self._ready = True  # whether the line before ends what is before it

    def source(self, path: str) -> Source:
        """The whole text."""
        self._front()
        while self._at < len(self._lines):
            line = self._lines[self._at].rstrip()
            for step in _STEPS:
                if step(self, line):
                    break
            self._at += 1
        return self._out.source(path)

    def _front(self) -> None:
        header = self._header
        if header.front:
            for number, line in enumerate(header.front, 1):
                self._out.add(line, number)
            self._out.add_unmarked()
        declared = dict(header.declared)
        if header.title is not None:
            declared.setdefault("title", header.title)
        if declared and not header.front:
            self._out.add("---", min(each.line for each in declared.values()))
            for name, each in declared.items():
                self._out.add(f"{name}: {quoted(plain(each.value, header.attributes))}", each.line)
            self._out.add_unmarked("---")
            self._out.add_unmarked()
        if header.title is not None:
            self._put(f"# {self._prose(header.title.value)}", line=header.title.line)

    # -- steps: each takes the line, or leaves it to the next --------------------------------------------

    def _blank(self, line: str) -> bool:
        if line.strip():
            return False
        self._style = self._style if self._ready else ""
        self._end()
        return True

    def _comment(self, line: str) -> bool:
        if line.startswith("////"):
            self._skip_to(line)
        elif line.startswith("//"):
            words = line.lstrip("/").strip()
            if words.startswith("seocheck-"):
                self._put(f"<!-- {words.replace('-->', '')} -->")
        else:
            return False
        return True

    def _attribute(self, line: str) -> bool:
        entry = ENTRY.fullmatch(line)
        if entry is None or not self._ready:
            return False
        at = self._at
        value, self._at = joined(entry[2] or "", self._lines, at)
        declare(self._header, entry[1], value, at + 1)
        return True

    def _block(self, line: str) -> bool:
        if _DELIMITER.fullmatch(line) is None:
            return False
        self._end()
        first = line[0]
        if first in "|,:!":
            self._table(line)
        elif first == "+":
            self._skip_to(line)
        elif (first in _CODE_FENCES and line != "--") or (line == "--" and self._style in _CODE_STYLES):
            self._code(line)
        elif self._open and self._open[-1] == line:
            self._open.pop()
        else:
            self._open.append(line)
        self._style = ""
        return True

    def _styled(self, line: str) -> bool:
        found = _ATTRIBUTES.fullmatch(line)
        if found is None or not self._ready:
            return False
        named = found[1].split(",")[0].split("%")[0].split(".")[0].split("#")[0].strip().lower()
        self._style = named or self._style
        return True

    def _caption(self, line: str) -> bool:
        found = _CAPTION.fullmatch(line)
        if found is None or not self._ready:
            return False
        self._put(f"<figcaption>{escape(plain(found[1], self._header.attributes), quote=False)}</figcaption>")
        return True

    def _heading(self, line: str) -> bool:
        found = _HEADING.fullmatch(line)
        if found is None or not self._ready:
            return False
        self._put(f"{'#' * len(found[1])} {self._prose(found[2].rstrip(' ='))}")
        return True

    def _macro(self, line: str) -> bool:
        found = _MACRO.fullmatch(line)
        if found is None:
            return False
        if found[1] == "image":
            self._put(picture(_filled(found[2], self._header.attributes), found[3]))
        return True

    def _item(self, line: str) -> bool:
        found = _ITEM.fullmatch(line)
        if found is None:
            return False
        depth = len(found[1]) - 1 if found[1][0] in "*." else 0
        self._ready = False
        self._out.add(f"{self._lead()}{'  ' * depth}- {safe_start(self._prose(found[2]))}", self._at + 1)
        return True

    def _term(self, line: str) -> bool:
        found = _TERM.fullmatch(line) if self._ready else None
        if found is None:
            return False
        self._put(safe_start(self._prose(found[1])))
        if found[2]:
            self._put(safe_start(self._prose(found[2])))
        return True

    def _literal(self, line: str) -> bool:
        """A paragraph of code: it is indented, or its style says so."""
        if not self._ready or not (line.startswith((" ", "\t")) or self._style in _CODE_STYLES):
            return False
        self._out.add(f"{self._lead()}```", self._at + 1)
        while self._at < len(self._lines) and self._lines[self._at].strip():
            self._out.add(f"{self._lead()}{self._lines[self._at]}", self._at + 1)
            self._at += 1
        self._out.add_unmarked(f"{self._lead()}```")
        self._style = ""
        self._end()
        return True

    def _prose_line(self, line: str) -> bool:
        if line.strip() in _BREAKS:
            self._end()
            return True
        if self._ready:
            line = _ADMONITION.sub("", line, count=1)
        words = self._prose(line.strip().removesuffix(" +"))
        quote = "> " if self._style in ("quote", "verse") else ""
        self._ready = False
        if words.strip():
            self._out.add(f"{self._lead()}{quote}{safe_start(words)}", self._at + 1)
        return True

    # -- parts -----------------------------------------------------------------------------------------

    def _prose(self, words: str) -> str:
        return markdown(words, self._header.attributes)

    def _lead(self) -> str:
        return "> " * sum(each[0] == "_" for each in self._open)

    def _put(self, text: str, line: int = 0) -> None:
        """A line that is a block of its own."""
        self._end()
        self._out.add(f"{self._lead()}{text}", line or self._at + 1)
        self._end()

    def _end(self) -> None:
        self._out.add_unmarked(self._lead().rstrip())
        self._ready = True

    def _skip_to(self, delimiter: str) -> None:
        self._at += 1
        while self._at < len(self._lines) and self._lines[self._at].rstrip() != delimiter:
            self._at += 1

    def _code(self, delimiter: str) -> None:
        start = self._at + 1
        closing = delimiter if delimiter[0] != "`" else delimiter[:3]
        self._skip_to(closing)
        held = self._lines[start : self._at]
        fence = "`" * max(3, max((len(each) - len(each.lstrip("`")) for each in held), default=0) + 1)
        self._out.add(f"{self._lead()}{fence}", start)
        for number, each in enumerate(held, start + 1):
            self._out.add(f"{self._lead()}{each}", number)
        self._out.add_unmarked(f"{self._lead()}{fence}")
        self._end()

    def _table(self, delimiter: str) -> None:
        """A table of HTML, a row for each line: how many columns there are is told in ways that need not be known."""
        start = self._at + 1
        self._skip_to(delimiter)
        self._out.add("<table>", start)
        for number, line in enumerate(self._lines[start : self._at], start + 1):
            cells = _CELL.split(line) if delimiter[0] in "|!" else line.split(delimiter[0])
            words = [plain(cell.strip(), self._header.attributes) for cell in cells]
            made = "".join(f"<td>{escape(each, quote=False)}</td>" for each in words if each)
            if made:
                self._out.add(f"<tr>{made}</tr>", number)
        self._out.add_unmarked("</table>")
        self._end()


def _filled(target: str, attributes: dict[str, str]) -> str:
    """An address with its attributes filled in."""
    for name, value in attributes.items():
        target = target.replace(f"{{{name}}}", value)
    return target.replace("<", "").replace(">", "")


_STEPS: tuple[Callable[[_Maker, str], bool], ...] = (
    _Maker._blank, _Maker._comment, _Maker._block, _Maker._attribute, _Maker._styled, _Maker._caption, _Maker._heading,
    _Maker._macro, _Maker._item, _Maker._term, _Maker._literal, _Maker._prose_line,
)  # fmt: skip
