"""Requests to suppress findings in comments of Markdown, MDX and HTML.

    <!-- seocheck-disable-next-line headings/skipped-level -- the template makes it -->
    <!-- seocheck-disable readability -->  ...  <!-- seocheck-enable readability -->
    <!-- seocheck-disable-line links/generic-text -->
    <!-- seocheck-disable-file title/too-long -->
    {/* seocheck-disable-next-line headings/skipped-level */}

Without names a request applies to every rule. A comment shown in code isn't a request.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from seocheck.base.late_pattern import late_pattern
from seocheck.base.nearest import nearest_name
from seocheck.base.text import Span
from seocheck.model.article import Article, Problem, Suppression
from seocheck.readers.formats import named
from seocheck.readers.markdown.fences import fences

VERBS = ("disable-next-line", "disable-line", "disable-file", "disable", "enable")

_COMMENT = late_pattern(
    r"<!--\s{0,99}seocheck-(?P<verb>[\w-]{1,40})(?P<rest>(?:(?!-->)[\s\S]){0,2000})-->"
    r"|\{/\*\s{0,99}seocheck-(?P<mdx_verb>[\w-]{1,40})(?P<mdx_rest>(?:(?!\*/\})[\s\S]){0,2000})\*/\}"
)
_REASON = late_pattern(r"\s--+(?:\s|$)")
_RAW_TEXT = late_pattern(r"<(script|style|textarea|title)\b", re.IGNORECASE)
_LINE_PART = 2000
"""Characters of a line that are looked at for the marks of inline code."""
_LINE = late_pattern(r"[^\s][^\r\n]*")


def suppression_comments(article: Article) -> tuple[list[Suppression], list[Problem]]:
    """The requests in the order of the text, each with the range it applies to; and the invalid ones."""
    text = article.source.text
    hidden = _hidden(article)
    beginnings = [start for start, _ in hidden]
    scopes = _Scopes(article)
    found: list[Suppression] = []
    problems: list[Problem] = []
    open_requests: dict[str, tuple[Span, str]] = {}

    def close(name: str, end: int) -> None:
        opened = open_requests.pop(name, None)
        if opened is not None:
            span, reason = opened
            found.append(Suppression((name,) if name else (), "comment", span, Span(span.end, end), reason))

    for match in _COMMENT.finditer(text):
        before = bisect_right(beginnings, match.start()) - 1
        if (before >= 0 and match.start() < hidden[before].end) or _is_inline_code(text, match):
            continue
        verb = match["verb"] or match["mdx_verb"]
        rest = match["rest"] if match["verb"] else match["mdx_rest"]
        span = Span(*match.span())
        names, reason = _names(rest)
        if verb not in VERBS:
            problems.append(_unknown(verb, span))
        elif verb == "enable":
            unopened = [name for name in names if name not in open_requests]
            if unopened or (not names and not open_requests):
                what = ", ".join(unopened) or "anything"
                problems.append(Problem("suppression", span, f"Nothing above it disables {what}.", "Remove it."))
            for name in names or list(open_requests):
                close(name, span.start)
        elif verb == "disable":
            for name in names or ("",):
                open_requests.setdefault(name, (span, reason))
        else:
            found.append(Suppression(tuple(names), "comment", span, scopes.of(verb, span), reason))
    for name in list(open_requests):
        close(name, len(text) + 1)
    return sorted(found, key=lambda s: s.span), problems


def _names(rest: str) -> tuple[list[str], str]:
    """The rules named in a comment, and the reason after " -- "."""
    reason = _REASON.search(rest)
    listed = rest[: reason.start()] if reason else rest
    names = [name for name in re.split(r"[\s,]+", listed) if name]
    return list(dict.fromkeys(names)), " ".join(rest[reason.end() :].split()) if reason else ""


class _Scopes:
    """Where a request for one line, or for the whole file, applies."""

    def __init__(self, article: Article) -> None:
        self._text = article.source.text
        self._blocks = sorted(block.text.span() for block in article.blocks)
        self._starts = [start for start, _ in self._blocks]

    def of(self, verb: str, span: Span) -> Span | None:
        """The range of the source; None for the whole file, its metadata included.

        The next line is the next one that isn't blank, because formatters put a blank line after a comment, with all of
        the paragraph that begins there: an author who breaks lines by hand means the paragraph.
        """
        if verb == "disable-file":
            return None
        text = self._text
        if verb == "disable-line":
            end = text.find("\n", span.end)
            return Span(text.rfind("\n", 0, span.start) + 1, len(text) + 1 if end < 0 else end)
        behind = text.find("\n", span.end)
        line = _LINE.search(text, behind + 1) if behind >= 0 else None
        if line is None:
            return Span(span.end, len(text) + 1)
        at = bisect_left(self._starts, line.start())
        end = line.end()
        if at < len(self._starts) and self._starts[at] < end:
            end = max(end, self._blocks[at].end)
        return Span(line.start(), end + 1)


def _unknown(verb: str, span: Span) -> Problem:
    close = nearest_name(verb, VERBS)
    hint = f"Did you mean seocheck-{close}?" if close else f"Known are: {', '.join(f'seocheck-{v}' for v in VERBS)}."
    return Problem("suppression", span, f"There is no comment “seocheck-{verb}”.", hint)


def _is_inline_code(text: str, match: re.Match[str]) -> bool:
    before = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _LINE_PART)
    behind = text.find("\n", match.end(), match.end() + _LINE_PART)
    line_end = match.end() + _LINE_PART if behind < 0 else behind
    return text.count("`", before, match.start()) % 2 == 1 and "`" in text[match.end() : line_end]


def _hidden(article: Article) -> list[Span]:
    """The ranges, in order, in which a comment doesn't count: fenced code, scripts."""
    text = article.source.text
    if not named(article.format).is_page:
        return fences(text)
    found: list[Span] = []
    at = 0
    while (opening := _RAW_TEXT.search(text, at)) is not None:
        closing = re.compile(f"</{opening[1]}\\b", re.IGNORECASE).search(text, opening.end())
        at = closing.end() if closing else len(text)
        found.append(Span(opening.start(), at))
    return found
