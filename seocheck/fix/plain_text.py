"""Markup in a text, and how to remove it: for each kind edits that are certain, or the reason why there aren't any.

Markup that only wraps words can be removed: a pair of tags, asterisks, a link around its text. Markup with a meaning of
its own (an image, a raised figure, a list) needs a person.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from seocheck.analysis.declared.markup import ENTITY
from seocheck.base.late_pattern import late_pattern
from seocheck.edit.written import Edit, RefusedError

MAX_LENGTH = 5_000
"""Length in characters from which a value is left alone."""

_TAG = late_pattern(
    r"<(?P<close>/?)(?P<name>a|abbr|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup"
    r"|table|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_INLINE = frozenset("a abbr b code em font i small span strong u".split())  # noqa: SIM905
_BREAKS = frozenset({"br", "p", "div"})
_LINK = late_pattern(r"(?P<image>!?)\[(?P<text>[^\[\]]{0,200})\]\([^()\s]{1,500}(?:\s[^()]{0,100})?\)")
_CODE = late_pattern(r"(?<![\w`])`(?P<inner>[^`\s][^`]{0,200})`(?![\w`])")
_BOLD = late_pattern(
    r"(?<![\w*])\*\*(?P<stars>(?=\S)[^*]{1,300}(?<=\S))\*\*(?![\w*])"
    r"|(?<!\w)__(?P<lines>(?=\S)[^_]{0,100} [^_]{0,100}(?<=\S))__(?!\w)"
)
_EMPHASIS = late_pattern(r"(?<![\w*])\*(?P<inner>(?=[^\s*])[^*]{1,300}(?<=[^\s*]))\*(?![\w*])")
_HEADING = late_pattern(r"^#{1,6}\s+")
_BEFORE = late_pattern(r"(?:^|[\s(\[“‘„«»\"'—–-])\Z")
_BEHIND = late_pattern(r"\Z|[\s)\].,;:!?…”’“»«\"'—–-]")


def plain_text_edits(value: str, kinds: Sequence[str]) -> tuple[list[Edit], dict[str, str]]:
    """What removes markup from a text; and for each kind that can't be removed with certainty, why.

    kinds: the faults of `description/has-markup`.
    """
    taken: list[Edit] = []
    reasons: dict[str, str] = {}
    for kind in kinds:
        try:
            if len(value) > MAX_LENGTH:
                raise RefusedError("it is too long for a description")
            edits = list(_KINDS[kind](value))
            if any(a.start < b.end and b.start < a.end for a in taken for b in edits):
                raise RefusedError("it overlaps with markup of another kind")
        except RefusedError as error:
            reasons[kind] = str(error)
        else:
            taken += edits
    return _without_gaps(value, sorted(taken)), reasons


def _template(value: str) -> Iterator[Edit]:
    raise RefusedError("a template fills it in")
    yield  # pragma: no cover


def _tags(value: str) -> Iterator[Edit]:
    found = list(_TAG.finditer(value))
    odd = next((m for m in found if m["name"].lower() not in _INLINE | _BREAKS), None)
    if odd is not None:
        raise RefusedError(f"{odd.group()[:30]} has no equivalent in plain text")
    names = [(m["name"].lower(), bool(m["close"])) for m in found if m["name"].lower() in _INLINE]
    opened = Counter(name for name, close in names if not close)
    closed = Counter(name for name, close in names if close)
    if opened != closed:
        raise RefusedError("its HTML tags aren't in pairs; it may be about them")
    for match in found:
        yield Edit(*match.span(), "" if match["name"].lower() in _INLINE else " ")


def _entities(value: str) -> Iterator[Edit]:
    for match in ENTITY.finditer(value):
        written = match.group()
        said = html.unescape(written.lower() if written[1] != "#" else written)
        if said in '<>"' or (not said.isprintable() and said != "\xa0"):
            raise RefusedError(f"{written} may be needed when the description is printed into HTML")
        if ENTITY.match(said + value[match.end() : match.end() + 12]):
            raise RefusedError(f"{written} is escaped twice; this may be intended")
        yield Edit(*match.span(), said)


def _links(value: str) -> Iterator[Edit]:
    for match in _LINK.finditer(value):
        if match["image"] or not match["text"].strip():
            raise RefusedError("it contains an image, or a link without words")
        yield Edit(match.start(), match.start("text"), "")
        yield Edit(match.end("text"), match.end(), "")


def _markdown(value: str) -> Iterator[Edit]:
    heading = _HEADING.match(value)
    if heading is not None:
        if not value[heading.end() : heading.end() + 1].isalpha():
            raise RefusedError("its first # may be a number sign")
        yield Edit(0, heading.end(), "")
    code = [match.span() for match in _CODE.finditer(value)]
    for match in _CODE.finditer(value):
        yield from _unwrapped(value, match, "inner", certain=True)
    for match in _BOLD.finditer(value):
        yield from _unwrapped(value, match, "stars" if match["stars"] else "lines", certain=not _cuts(match, code))
    for match in _EMPHASIS.finditer(value):
        inner = match["inner"]
        certain = inner[0].isalnum() and (inner[-1].isalnum() or inner[-1] in ".!?…)”’")
        certain = certain and _BEFORE.search(value[max(match.start() - 1, 0) : match.start()]) is not None
        certain = certain and _BEHIND.match(value, match.end()) is not None
        yield from _unwrapped(value, match, "inner", certain=certain and not _cuts(match, code))


def _unwrapped(value: str, match: re.Match[str], group: str, *, certain: bool) -> Iterator[Edit]:
    if not certain:
        raise RefusedError(f"“{match.group()[:30]}” may be intended as it is")
    yield Edit(match.start(), match.start(group), "")
    yield Edit(match.end(group), match.end(), "")


def _cuts(match: re.Match[str], others: list[tuple[int, int]]) -> bool:
    """Whether asterisks are inside code."""
    return any(
        a < match.end() and match.start() < b and not (match.start() <= a and b <= match.end()) for a, b in others
    )


def _without_gaps(value: str, edits: list[Edit]) -> list[Edit]:
    """The edits, made so that they leave no white space where the text begins or ends, and no double space."""
    made: list[Edit] = []
    last = " "  # the last character of the text so far; white space isn't wanted at its beginning either
    at = 0
    for number, edit in enumerate(edits):
        before = value[at : edit.start]
        limit = edits[number + 1].start if number + 1 < len(edits) else len(value)
        last = before[-1:] or last
        new, end = edit.new, edit.end
        if new.isspace() and (last.isspace() or value[end : end + 1].isspace() or end == len(value)):
            new = ""
        last = new[-1:] or last
        if last.isspace():
            while end < limit and value[end].isspace():
                end += 1
        made.append(Edit(edit.start, end, new))
        at = end
    if made and at == len(value) and last.isspace():
        start, _, new = made.pop()
        floor = made[-1].end if made else 0
        while start > floor and value[start - 1].isspace():
            start -= 1
        made.append(Edit(start, at, new.rstrip()))
    return made


_KINDS: Mapping[str, Callable[[str], Iterator[Edit]]] = {
    "HTML": _tags,
    "an HTML entity": _entities,
    "template code": _template,
    "a Markdown link": _links,
    "Markdown": _markdown,
}
