"""The lines of a text or Markdown file as a person sees them: headings, items, rows of tables, rules, text."""

from __future__ import annotations

import re
from html import unescape
from typing import Literal

import msgspec
from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text, TextBuilder, verbatim
from seocheck.readers.label_names.labels import find_label

Kind = Literal["blank", "rule", "heading", "item", "row", "text", "fence", "comment"]
Inside = Literal["", "fence", "comment", "quote"]

_LINE = late_pattern(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_RULE = late_pattern(r"(?:[-*_=]\s*){3,}$|[—–─━]{2,}$")
_HEADING = late_pattern(r"(#{1,6})\s+")
_ITEM = late_pattern(r"(?:[-*+•–·▪●]|\d{1,3}[.)])\s+(?P<box>\[[ xX]\]\s+)?")
_FENCE = late_pattern(r"(`{3,}(?!.*`)|~{3,})\s*(.*)$")  # "```x```" in one line is inline code
_QUOTE = late_pattern(r"(?:>\s?)+")
_ADMONITION = late_pattern(r"\[!\w+\]\s*$|(?:!!!|:::|\?\?\?)")
_BOX = late_pattern(r":{3,}(?:\s*\S+)?\s*$")
"""Where a box begins or ends: :::note."""
_FOLDED = late_pattern(
    r"(?:</?details[^<>]*>)?\s*(?:<summary[^<>]*>(?P<name>[^<>]*)</summary>)?(?:</details>)?\s*$", re.IGNORECASE
)
"""What begins and ends a part that can be folded, with its name."""
_SPACES = late_pattern(r"(?:&nbsp;|<br\s*/?>|\s)+$", re.IGNORECASE)
"""A line that only keeps others apart, as word processors export it."""
_CELL = late_pattern(r"(?<!\\)\|")
_NEXT_LABEL = late_pattern(r"(?<!\s)\s+[|·•]\s+(?=\*\*[^*\n]{2,60}(?::\*\*|\*\*\s?:))")
_NEXT_PLAIN = late_pattern(r"(?<!\s)\s+[|·•]\s+(?=[^\W\d_][^|·•:：\n]{1,40}[:：]\s)")
_NEXT_BOLD = late_pattern(r"(?<!\s)\s+(?=\*\*[^*\n]{2,60}(?::\*\*|\*\*\s?(?:[(（][^()（）\n]{0,60}[)）]\s?)?[:：]))")
_BOLD_NAME = late_pattern(r"\*\*(?P<name>[^*\n(（]{2,60})")
_PLAIN = 2
"""How many labels in bold have to be plain for a paragraph to be split at each, if not all are known; one of two is
enough."""
_NEXT_NOTE = late_pattern(r"(?<=\S)[.;|]\s+(?P<name>[^\W\d_][^|.:：;\n]{2,40}?)\s?[:：]\s")
_ITALIC = late_pattern(r"([*_])(?P<inside>[^*_\s][^\n]*[^*_\s])\1")
_ESCAPE = late_pattern(
    r"\\[!-/:-@\[-`{-~]|&(?:#\d{1,6}|#x[\da-f]{1,6}|[a-z]\w{1,30});|</?(?:strong|b)\s*>"
    r"|</?(?:sub|sup|small|span|p|div|center|font)\b[^<>\n]{0,200}>",
    re.IGNORECASE,
)
_BOLD_TAG = late_pattern(r"</?(?:strong|b)\s*>", re.IGNORECASE)
_COLON = late_pattern("[:：]")
_DELIMITER = late_pattern(r"[\s|:-]+$")


class Line(msgspec.Struct, frozen=True):
    """One line.

    text: without the marks of its kind, with those of bold and code. span: the whole line. indent: of a list item.
    value: the second cell of a table's row, whose first is `text`. cells: all of them.
    broken: whether a break for the reader ends it.
    linked: whether most of its words are links. boxed: whether an item has a check box.
    """

    kind: Kind
    text: Text
    span: Span
    indent: int = 0
    level: int = 0
    inside: Inside = ""
    value: Text | None = None
    cells: tuple[Text, ...] = ()
    broken: bool = False
    linked: bool = False
    boxed: bool = False


def source_lines(text: str, start: int = 0) -> list[Line]:
    """The lines of a text from `start` on."""
    lines: list[Line] = []
    fence = ""
    comment = False
    for match in _LINE.finditer(text, start):
        begin, end = match.span(1)
        written = match[1]
        if match.end() == match.start():
            break
        if comment or (not fence and written.lstrip().startswith("<!--")):
            comment, fresh = _comment(text, begin, end, comment)
            lines += [part for line in fresh for part in _noted(line)]
            continue
        delimiter = _FENCE.match(written.strip())
        if fence or delimiter:
            closes = delimiter and fence and delimiter[1].startswith(fence) and not delimiter[2]
            if delimiter and (closes or not fence):
                lines.append(
                    Line("fence", _stripped(text, begin + written.index(delimiter[1][0]), end), Span(begin, end))
                )
                fence = "" if closes else delimiter[1]
            else:
                lines.append(_line(text, begin, end, "fence"))
            continue
        lines += _labels_apart(_line(text, begin, end, ""))
    return _turned(lines, text)


def _turned(lines: list[Line], text: str) -> list[Line]:
    """A table with labels in its head and one row of values, as a row for each label."""
    for at in range(len(lines) - 3, -1, -1):
        head, rule, values = lines[at : at + 3]
        if not (head.kind == rule.kind == values.kind == "row" and head.text and not rule.text and values.text):
            continue
        alone = (at == 0 or lines[at - 1].kind != "row") and (at + 3 == len(lines) or lines[at + 3].kind != "row")
        names, cells = (_cells(text, line.span) for line in (head, values))
        known = [find_label(name.value.strip("*_` ")) for name in names]
        if alone and len(names) == len(cells) > 2 and all(known):
            rows = [
                replace(head, text=name, value=cell, span=(head if i == 0 else values).span)
                for i, (name, cell) in enumerate(zip(names, cells, strict=True))
            ]
            lines[at : at + 3] = rows
    return lines


def _labels_apart(line: Line) -> list[Line]:
    """A line for each label of one that has several: **Status:** draft | **Keyword:** rye. Labels that aren't in bold
    must be known, but for one among two that are plain."""
    words, whole_line = line.text.value, line
    if line.kind not in ("text", "item"):
        return [line]
    if (whole := _ITALIC.fullmatch(words)) is not None:
        line = replace(line, text=line.text.slice(*whole.span("inside")))
        words = line.text.value
    marks = list((_NEXT_LABEL if words.startswith("**") else _NEXT_PLAIN).finditer(words))
    if not marks:
        return [whole_line]
    if not words.startswith("**"):
        starts = [0, *(match.end() for match in marks)]
        labels = [find_label(re.split("[:：]", words[start : start + 60], maxsplit=1)[0].strip()) for start in starts]
        unknown, plain = labels.count(None), sum(label is not None and label.plain for label in labels)
        if unknown > (plain > 1):
            return [whole_line]
    found: list[Line] = []
    at, begin = 0, line.span.start
    for match in [*marks, None]:
        text = line.text.slice(at, match.start() if match else len(line.text.value)).strip()
        end = text.span().end if match else line.span.end
        found.append(replace(line, text=text, span=Span(begin, end), broken=True))
        at, begin = (match.end() if match else at), end
    return found


def bold_labels_apart(line: Line) -> list[Line]:
    """A line for each label in bold of a paragraph that an export of Markdown made of several lines."""
    words = line.text.value
    if line.kind not in ("text", "item") or not words.startswith("**"):
        return [line]
    marks = list(_NEXT_BOLD.finditer(words))
    names = [match["name"] for match in (_BOLD_NAME.match(words, at) for at in (0, *(m.end() for m in marks))) if match]
    known = [find_label(name.strip(" *:：")) for name in names]
    plain = sum(label is not None and label.plain for label in known)
    if not marks or (plain < min(_PLAIN, len(marks)) and None in known):
        return [line]
    found: list[Line] = []
    at, begin = 0, line.span.start
    for match in [*marks, None]:
        text = line.text.slice(at, match.start() if match else len(words)).strip()
        end = text.span().end if match else line.span.end
        found.append(replace(line, text=text, span=Span(begin, end), broken=True))
        at, begin = (match.end() if match else at), end
    return found


def _noted(line: Line) -> list[Line]:
    """A line for each label of a comment whose notes are separated by stops: SEO: 51 characters. Focus keyword: rye."""
    marks = [
        match for match in _NEXT_NOTE.finditer(line.text.value)
        if (label := find_label(match["name"])) is not None and label.plain
    ] if line.inside == "comment" else []  # fmt: skip
    found: list[Line] = []
    at, begin = 0, line.span.start
    for match in [*marks, None]:
        text = line.text.slice(at, match.start() if match else len(line.text.value)).strip()
        end = text.span().end if match else line.span.end
        found.append(replace(line, text=text, span=Span(begin, end), broken=True))
        at, begin = (match.start("name") if match else at), end
    return found if marks else [line]


def _comment(text: str, begin: int, end: int, inside: bool) -> tuple[bool, list[Line]]:
    """The pieces of a line in a comment, and whether the comment goes on."""
    found: list[Line] = []
    at = begin
    if not inside:
        at = text.index("<!--", begin) + 4
        found.append(Line("comment", verbatim(text, at, at), Span(begin, at)))
    close = text.find("-->", at, end)
    if text[at : end if close < 0 else close].strip() or (inside and close < 0):
        found.append(_line(text, at, end if close < 0 else close, "comment"))
    if close >= 0:
        found.append(Line("comment", verbatim(text, close, close), Span(close, close + 3)))
    return close < 0, found


def _line(text: str, begin: int, end: int, inside: Inside) -> Line:
    span = Span(begin, end)
    start, stop = begin, end
    if not inside:
        quote = _QUOTE.match(text, begin + len(text[begin:end]) - len(text[begin:end].lstrip()), end)
        if quote:
            start, inside = quote.end(), "quote"
    written = text[start:stop]
    words = written.strip()
    broken = written.endswith("  ") or words.endswith(("\\", "<br>", "<br/>", "<br />"))
    start += len(written) - len(written.lstrip())
    stop = start + len(words)
    if not words or _SPACES.match(words) or _BOX.match(words) or (inside == "quote" and _ADMONITION.match(words)):
        return Line("blank", verbatim(text, start, start), span, inside=inside)
    if words.startswith("<") and (folded := _FOLDED.match(text, start, stop)) is not None:
        if not folded["name"]:
            return Line("blank", verbatim(text, start, start), span, inside=inside)
        return Line("heading", _stripped(text, *folded.span("name")), span, level=6, inside=inside)
    if _RULE.match(words):
        return Line("rule", verbatim(text, start, stop), span, inside=inside)
    heading = _HEADING.match(text, start, stop)
    if heading and inside != "fence":
        bare = words.rstrip("#")
        closing = len(words) - len(bare) if bare.endswith((" ", "\t")) else 0
        return Line(
            "heading", _stripped(text, heading.end(), stop - closing), span, level=len(heading[1]), inside=inside
        )
    item = _ITEM.match(text, start, stop)
    if item:
        rest, indent, boxed = _stripped(text, item.end(), stop), start - begin + 1, item["box"] is not None
        return Line("item", rest, span, indent=indent, inside=inside, broken=broken, boxed=boxed)
    if words.startswith("|") and len(words) > 2:
        return _row(text, start, stop, span, inside)
    return Line("text", _stripped(text, start, stop), span, inside=inside, broken=broken)


def _row(text: str, start: int, stop: int, span: Span, inside: Inside) -> Line:
    cells = _cells(text, Span(start, stop))
    if _DELIMITER.match(text[start:stop]) or not cells:
        return Line("row", verbatim(text, start, start), span, inside=inside)
    return Line("row", cells[0], span, inside=inside, value=cells[1] if len(cells) > 1 else None, cells=tuple(cells))


def _cells(text: str, span: Span) -> list[Text]:
    """The cells of a table's row."""
    start, stop = span
    stop -= len(text[start:stop]) - len(text[start:stop].rstrip())
    bars = [match.start() for match in _CELL.finditer(text, start, stop)]
    ends = [*bars[1:], stop] if bars[-1] < stop - 1 else bars[1:]
    return [_stripped(text, bar + 1, end) for bar, end in zip(bars, ends, strict=False)]


def _stripped(text: str, start: int, end: int) -> Text:
    if not _ESCAPE.search(text, start, end):
        return verbatim(text, start, max(start, end)).strip()
    builder = TextBuilder()
    at = start
    mark = _COLON.search(text, start, end)
    label_end = mark.end() if mark else end
    opened = False
    for match in _ESCAPE.finditer(text, start, end):
        written = match.group()
        if _BOLD_TAG.match(written):
            closes = written[1] == "/"
            if closes != opened or (not closes and match.start() >= label_end):
                continue  # markup of the value
            opened = not closes
        builder.add(text[at : match.start()], at, match.start(), same=True)
        builder.add(_meant(written), *match.span(), same=False)
        at = match.end()
    builder.add(text[at:end], at, end, same=True)
    return builder.build(anchor=Span(start, end)).strip()


def _meant(written: str) -> str:
    """What an escape, an entity or a tag stands for."""
    if written[0] == "<":
        return "**" if _BOLD_TAG.match(written) else " "
    return written[1] if written[0] == "\\" else unescape(written)
