"""reStructuredText as Markdown, each line marked with its line in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import Source
from seocheck.readers.made_text import MadeText, escaped, quoted, safe_start
from seocheck.readers.rst.doctree import parse

_ROLE = late_pattern(r":[\w:+.-]+:`([^`]*)`|`([^`]*)`:[\w:+.-]+:")
_TARGET = late_pattern(r"\s*<[^<>]*>$")
_NIKOLA = late_pattern(r"(title|date|tags|category|description|slug|author|link)[ \t]*:[ \t]*(\S.*)")
_FIELDS = {"summary": "description", "abstract": "description", "lang": "lang", "authors": "author"}
"""Names of fields and what they declare in front matter, where that is another name."""
_LEFT_OUT = frozenset(
    ["system_message", "substitution_definition", "raw", "footnote", "citation", "target", "pending", "decoration",
     "colspec", "docinfo", "meta", "label", "generated", "attribution"]
)  # fmt: skip


def unpack_rst(data: bytes, path: str) -> Source:
    """The Markdown of a text. Raises UnreadableError for what isn't text, or cannot be parsed."""
    from seocheck.readers import decode_text

    source = decode_text(data, path)
    return _Maker(source.text, parse(source.text, path)).source(path)


class _Maker:
    """Makes Markdown of a tree, and finds each block in the text again, for the tree knows few lines."""

    def __init__(self, text: str, tree: Any) -> None:
        self._tree = tree
        self._source_lines = text.splitlines()
        self._at = 0  # the line, from 0, from which the next block is looked for
        self._out = MadeText()

    def source(self, path: str) -> Source:
        """The whole text."""
        self._front_matter()
        title = self._tree[0] if len(self._tree) else None
        has_title = title is not None and title.tagname == "title"
        # A title that only a comment or a field declares is printed by the template, above the sections.
        printed = has_title or any(name == "title" for name, _ in self._declared())
        self._blocks(self._tree, level=1 if printed else 0, lead="")
        return self._out.source(path)

    # -- metadata -------------------------------------------------------------------------------------

    def _front_matter(self) -> None:
        """What meta elements, the docinfo and comments of Nikola's declare, as front matter."""
        declared: dict[str, tuple[str, int]] = {}
        for name, value in self._declared():
            plain = _FIELDS.get(name, name)
            if plain not in declared and value.strip():
                declared[plain] = (value, self._line_with(f"{name}: {value}", value, f":{name}"))
        title = next((each for each in self._tree.findall() if each.tagname == "title"), None)
        if title is not None and title.parent.tagname in ("document", "section"):  # the page's, as Sphinx has it
            words = _ROLE.sub(_role_words, title.astext())
            declared.setdefault("title", (words, self._line_with(title.astext())))
        if not declared:
            return
        first = min(line for _, line in declared.values())
        self._out.add("---", first)
        for name, (value, line) in declared.items():
            self._out.add(f"{name}: {quoted(value)}", line)
        self._out.add_unmarked("---")
        self._out.add_unmarked()

    def _declared(self) -> Iterator[tuple[str, str]]:
        for node in self._tree.findall():
            tag = node.tagname
            if tag == "meta" and node.get("name") and "content" in node:
                yield str(node["name"]).lower(), str(node["content"])
            elif tag == "docinfo":
                for each in node.children:
                    if each.tagname == "field":
                        yield each[0].astext().lower(), each[1].astext()
                    else:
                        yield each.tagname, each.astext()
            elif tag == "comment" and node.parent is self._tree:
                for line in node.astext().splitlines():
                    if match := _NIKOLA.fullmatch(line.strip()):
                        yield match[1], match[2]

    def _line_with(self, *words: str) -> int:
        """The line of the file, from 1, that has one of these words; the first line if none has."""
        for word in words:
            first = word.strip().splitlines()[0] if word.strip() else ""
            for number, line in enumerate(self._source_lines, 1):
                if first and first in line:
                    return number
        return 1

    # -- blocks ---------------------------------------------------------------------------------------

    def _blocks(self, parent: Any, *, level: int, lead: str) -> None:
        for node in parent.children:
            self._block(node, level, lead)

    def _block(self, node: Any, level: int, lead: str) -> None:
        tag = node.tagname
        if tag in _LEFT_OUT:
            return
        if tag == "section":
            self._blocks(node, level=level + 1, lead=lead)
        elif tag in ("title", "subtitle") and node.parent.tagname in ("section", "document"):
            depth = level if tag == "title" else level + 1
            self._put(f"{'#' * min(max(depth, 1), 6)} {_inline(node, one_line=True)}", node, lead)
        elif tag in ("paragraph", "term", "rubric", "line"):
            self._put(safe_start(_inline(node)), node, lead)
        elif tag in ("bullet_list", "enumerated_list"):
            for item in node.children:
                self._item(item, level, lead)
        elif tag in ("literal_block", "doctest_block", "math_block"):
            self._code(node, lead)
        elif tag == "block_quote":
            self._blocks(node, level=level, lead=f"{lead}> ")
        elif tag == "figure":
            self._blocks(node, level=level, lead=lead)
        elif tag == "caption":
            self._put(f"<figcaption>{_inline(node, one_line=True)}</figcaption>", node, lead)
        elif tag == "image":
            self._put(_image(node), node, lead, of=str(node.get("uri", "")))
        elif tag == "reference" and any(each.tagname == "image" for each in node.children):
            self._put(_inline(node, one_line=True), node, lead, of=str(node[0].get("uri", "")))
        elif tag == "comment":
            words = " ".join(node.astext().split())
            if words.startswith("seocheck-"):
                self._put(f"<!-- {words.replace('-->', '')} -->", node, lead)
        elif tag == "tgroup":
            self._table(node, lead)
        elif tag == "topic" and "contents" in node.get("classes", ()):
            return
        elif tag not in ("transition", "title"):
            self._blocks(node, level=level, lead=lead)

    def _item(self, item: Any, level: int, lead: str) -> None:
        """A list item: its first block behind a dash, the others below it."""
        for number, node in enumerate(item.children):
            if number == 0 and node.tagname == "paragraph":
                self._put(f"- {safe_start(_inline(node))}", node, lead, indent="  ")
            else:
                self._block(node, level, f"{lead}  ")

    def _code(self, node: Any, lead: str) -> None:
        text = node.astext()
        fence = "`" * max(3, _longest_run(text) + 1)
        line = self._find(text)
        self._out.add(f"{lead}{fence}", line)
        for number, each in enumerate(text.splitlines()):
            self._out.add(f"{lead}{each}", line + number)
        self._out.add_unmarked(f"{lead}{fence}")
        self._out.add_unmarked(lead.rstrip())

    def _table(self, group: Any, lead: str) -> None:
        rows = [row for part in group.children if part.tagname in ("thead", "tbody") for row in part.children]
        for number, row in enumerate(rows):
            cells = [" ".join(_inline(each, one_line=True) for each in _paragraphs(entry)) for entry in row.children]
            self._out.add(f"{lead}| {' | '.join(cells)} |", self._find(row.astext()))
            if number == 0:
                self._out.add_unmarked(f"{lead}|{' --- |' * len(cells)}")
        self._out.add_unmarked(lead.rstrip())

    def _put(self, text: str, node: Any, lead: str, *, indent: str = "", of: str = "") -> None:
        """Lines of Markdown, and a blank one. of: words by which the block is found, if not its own."""
        line = self._find(of or node.rawsource or node.astext())
        for number, each in enumerate(text.split("\n")):
            self._out.add(f"{lead}{indent if number else ''}{each}", line + number)
        self._out.add_unmarked(lead.rstrip())

    def _find(self, words: str) -> int:
        """The line of the file, from 1, in which a block begins; the one after the last block if none has its words."""
        first = next((line.strip() for line in words.splitlines() if line.strip()), "")
        if first:
            for number in range(self._at, len(self._source_lines)):
                if first in self._source_lines[number]:
                    self._at = number
                    return number + 1
        return min(self._at + 1, max(len(self._source_lines), 1))


def _paragraphs(entry: Any) -> Iterator[Any]:
    for node in entry.children:
        if node.tagname == "paragraph":
            yield node
        elif hasattr(node, "children") and node.tagname not in _LEFT_OUT:
            yield from _paragraphs(node)


def _role_words(match: re.Match[str]) -> str:
    """What readers see of a role that docutils doesn't know: its words, without the target."""
    return str(_TARGET.sub("", match[1] or match[2] or "")).lstrip("~!")


def _inline(node: Any, *, one_line: bool = False) -> str:
    made = "".join(_pieces(node)).strip()
    return " ".join(made.split()) if one_line else "\n".join(line.strip() for line in made.split("\n"))


def _pieces(parent: Any) -> Iterator[str]:
    for node in parent.children:
        tag = node.tagname
        if tag == "#text":
            yield escaped(node.astext())
        elif tag in ("literal", "math"):
            yield _code(node.astext())
        elif tag == "problematic":
            match = _ROLE.search(node.astext())
            yield escaped(_role_words(match) if match else node.astext().strip("|*`_"))
        elif tag == "reference":
            words = "".join(_pieces(node))
            target = node.get("refuri") or (f"#{node['refid']}" if node.get("refid") else "")
            yield f"[{words}](<{target}>)" if target else words
        elif tag in ("emphasis", "strong", "title_reference"):
            mark = "**" if tag == "strong" else "*"
            words = "".join(_pieces(node))
            yield f"{mark}{words}{mark}" if words.strip() == words and words else words
        elif tag == "image":
            yield _image(node)
        elif tag not in _LEFT_OUT and tag not in ("footnote_reference", "citation_reference"):
            yield from _pieces(node)


def _image(node: Any) -> str:
    return f"![{escaped(str(node.get('alt', '')))}](<{node.get('uri', '')}>)"


def _code(text: str) -> str:
    mark = "`" * (_longest_run(text) + 1)
    gap = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{mark}{gap}{text}{gap}{mark}"


def _longest_run(text: str) -> int:
    longest = run = 0
    for character in text:
        run = run + 1 if character == "`" else 0
        longest = max(longest, run)
    return longest
