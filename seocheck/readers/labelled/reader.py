"""A page saved as plain text -> Article.

Such a file holds the site's name, the title (often twice), a longer headline, label lines such as
`Meta Description:` and `Keywords:`, paragraphs, headings as bare lines, and scraps of page furniture.
Nothing marks them; their shape and order do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text, TextBuilder, meets, verbatim
from seocheck.model.article import Article, Block, Field, Ignored, Source
from seocheck.readers.labelled.declared import with_labels
from seocheck.readers.labelled.find import find_label_blocks
from seocheck.readers.labelled.page_furniture import FURNITURE
from seocheck.readers.labelled.settings import READ, LabelSettings, label_settings
from seocheck.readers.markdown.shortcodes import without_shortcodes

MAX_HEADING_WORDS = 14
MIN_PARAGRAPH_WORDS = 12
_SENTENCE_END = late_pattern(r"[.!?…。！？؟।][\"'”’»)\]]*$")
_CLOSING = late_pattern(r"[.!…,;:。！،؛।][\"'”’»)\]]*$")
_ITEM = late_pattern(r"(?:[-*•–·]|\d{1,3}[.)])\s+")
_MARKED_HEADING = late_pattern(r"(#{1,6})\s+")


class _Line(NamedTuple):
    """A line without the spaces around it. `alone`: no other line touches it."""

    text: str
    start: int
    end: int
    alone: bool


def read_labelled_text(
    source: Source, *, aliases: Mapping[str, Sequence[str]] | None = None, labels: LabelSettings = READ
) -> Article:
    """Read a labelled text. Any text gives an article; what was taken for page furniture is in `ignored`."""
    names = {**label_settings(aliases or {}).names, **labels.names}
    return _Reader(source, LabelSettings(names)).read()


class _Reader:
    """One pass over the lines: labels first, then the head of the page, then its body."""

    def __init__(self, source: Source, labels: LabelSettings) -> None:
        self._source = source
        self._found = find_label_blocks(source.text, 0, labels, saved_page=True)
        self._ignored: list[Ignored] = []
        self._blocks: list[Block] = []

    def read(self) -> Article:
        lines = [line for line in _lines(self._source.text) if not meets(self._found.spans, line.start, line.end)]
        head, body = _split_head(lines)
        repeated = {text for text, count in Counter(line.text for line in lines).items() if count > 1}
        title, h1, rest = self._page_head(head, repeated)
        blocks = self._found.blocks
        titled = any(label.field in ("title", "seo_title") for block in blocks for label in block.labels)
        if titled and h1 is None and title is not None:
            h1 = title
        if h1 is not None:
            self._blocks.append(Block("heading", self._text(h1), 1))
        self._body([*rest, *body], repeated)
        first = next((label.value.key_span for block in blocks for label in block.labels), Span(0, 0))
        article = Article(
            source=self._source,
            format="labelled-text",
            title=None if titled or title is None else Field("title", self._text(title), self._text(title).span()),
            blocks=tuple(self._blocks),
            metadata_span=first,
            ignored=tuple(sorted(self._ignored, key=lambda i: i.span)),
        )
        return with_labels(article, blocks, title_from_h1=False)

    def _text(self, line: _Line) -> Text:
        marks = _MARKED_HEADING.match(line.text)
        return _unwrapped(self._source.text, line.start + (marks.end() if marks else 0), line.end)

    def _ignore(self, line: _Line, reason: str) -> None:
        self._ignored.append(Ignored(Span(line.start, line.end), line.text[:60], reason))

    def _page_head(self, head: list[_Line], repeated: set[str]) -> tuple[_Line | None, _Line | None, list[_Line]]:
        """Title and H1 among the lines before the first paragraph, and the headings that follow the H1."""
        useful: list[_Line] = []
        for line in head:
            if line.text.casefold().strip(" :") in FURNITURE:
                self._ignore(line, "page furniture")
            else:
                useful.append(line)
        title = next((line for line in useful if line.text in repeated and len(line.text.split()) > 2), None)
        if title is None:
            marked = next((line for line in useful if _MARKED_HEADING.match(line.text)), None)
            title = marked or next((line for line in useful if len(line.text.split()) > 2), None)
            title = title or (useful[0] if useful else None)
        if title is None:
            return None, None, []
        h1 = None
        others = [line for line in useful if line.text != title.text]
        words = _words(title.text)
        for line in others:
            shared = len(words & _words(line.text))
            if line.start > title.start and shared >= max(2, len(words) * 0.5) and len(line.text) >= len(title.text):
                h1 = line
        if h1 is None:
            h1 = next((line for line in reversed(useful) if line.text == title.text), title)
        rest = []
        for line in useful:
            if line.text == title.text or line == h1:
                if line not in (title, h1):
                    self._ignore(line, "the title again")
            elif line.start > h1.start and line.text not in repeated and not _byline(line.text):
                rest.append(line)
            else:
                self._ignore(line, "page head")
        return title, h1, rest

    def _body(self, lines: list[_Line], repeated: set[str]) -> None:
        groups = _groups(lines, self._source.text)
        for index, (start, end, text) in enumerate(groups):
            line = _Line(text, start, end, True)
            item = _ITEM.match(text)
            marked = _MARKED_HEADING.match(text)
            if text.casefold().strip(" :") in FURNITURE:
                self._ignore(line, "page furniture")
            elif marked:
                inner = _unwrapped(self._source.text, start + marked.end(), end)
                self._blocks.append(Block("heading", inner, len(marked[1])))
            elif item:
                self._blocks.append(Block("item", _unwrapped(self._source.text, start + item.end(), end)))
            elif _like_heading(text):
                following = groups[index + 1][2] if index + 1 < len(groups) else ""
                if not following or (text in repeated and len(text.split()) <= 3):
                    self._ignore(line, "page furniture")
                else:
                    self._blocks.append(Block("heading", _unwrapped(self._source.text, start, end), 2))
            else:
                self._blocks.append(Block("paragraph", _unwrapped(self._source.text, start, end)))


def _lines(text: str) -> list[_Line]:
    found: list[tuple[str, int, int]] = []
    for match in re.finditer(r"[^\r\n]+", text):
        parts = without_shortcodes(text, Span(*match.span()), spaces=False)
        words = "".join(text[slice(*part)] for part in parts)
        if words.strip():
            start = parts[0].start + len(words) - len(words.lstrip())
            last = text[slice(*parts[-1])]
            found.append((words.strip(), start, parts[-1].start + len(last.rstrip())))
    lines = []
    for i, (words, start, end) in enumerate(found):
        before = i > 0 and _touching(text, found[i - 1][2], start)
        after = i + 1 < len(found) and _touching(text, end, found[i + 1][1])
        lines.append(_Line(words, start, end, not before and not after))
    return lines


def _touching(text: str, end: int, start: int) -> bool:
    """Whether two lines follow each other without a blank line between them."""
    gap = text[end:start]
    return gap.count("\n") + (gap.count("\r") if "\n" not in gap else 0) <= 1


def _like_paragraph(text: str) -> bool:
    count = len(text.split())
    return count > MAX_HEADING_WORDS + 8 or (
        count >= MIN_PARAGRAPH_WORDS // 2 and _SENTENCE_END.search(text) is not None
    )


def _like_heading(text: str) -> bool:
    """A short line without closing punctuation; a short question may head a section."""
    count = len(text.split())
    if count > MAX_HEADING_WORDS or _CLOSING.search(text) or not any(c.isalpha() for c in text):
        return False
    if len(text) > 120:  # scripts without spaces
        return False
    return not text.endswith(("?", "？", "؟")) or count <= 10


def _split_head(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Lines before the first paragraph, and the rest."""
    for index, line in enumerate(lines):
        if _ITEM.match(line.text) or (_like_paragraph(line.text) and not (index == 0 and _like_heading(line.text))):
            return lines[:index], lines[index:]
    return lines, []


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 1}


def _byline(text: str) -> bool:
    return (
        re.match(r"(?:by|von|par|por|di|от)\s+[A-ZÀ-ÞА-Я]", text, re.IGNORECASE) is not None and len(text.split()) <= 6
    )


def _groups(lines: list[_Line], text: str) -> list[tuple[int, int, str]]:
    """Join the lines of hard-wrapped paragraphs: (start, end, words)."""
    groups: list[tuple[int, int, str]] = []
    wrapped_at = max((len(line.text) for line in lines), default=0)
    open_end = -1
    for line in lines:
        joins = (
            groups
            and open_end >= 0
            and wrapped_at <= 130
            and _touching(text, open_end, line.start)
            and not _ITEM.match(line.text)
            and not _MARKED_HEADING.match(line.text)
        )
        if joins:
            start, _, words = groups[-1]
            groups[-1] = (start, line.end, f"{words} {line.text}")
        else:
            groups.append((line.start, line.end, line.text))
        # A line much shorter than the longest one was ended on purpose.
        open_end = line.end if len(line.text) > wrapped_at * 0.6 else -1
    return groups


def _unwrapped(source: str, start: int, end: int) -> Text:
    """The words of source[start:end] with each line break read as a space."""
    if not re.search(r"[\r\n\[]", source[start:end]):
        return verbatim(source, start, end).strip()
    builder = TextBuilder()
    for part in without_shortcodes(source, Span(start, end)):
        for piece in re.finditer(r"[ \t]*[\r\n]\s*|(?:(?![ \t]*[\r\n]).)+", source[slice(*part)], re.DOTALL):
            a, b = part.start + piece.start(), part.start + piece.end()
            words = piece.group()
            if words.isspace() and ("\n" in words or "\r" in words):
                builder.add(" ", a, b, same=False)
            else:
                builder.add(words, a, b, same=True)
    return builder.build(anchor=Span(start, end)).strip()
