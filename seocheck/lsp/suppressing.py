"""Comments that suppress a finding, placed where they don't change what the article says.

A comment in the wrong place splits a paragraph, ends a list or breaks a table. So several ways are tried, and one is
offered only when the article reads with it as it did and the finding is suppressed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.edit.verify import same_but
from seocheck.edit.written import Edit, edited, line_end_of, line_start
from seocheck.errors import SeocheckError
from seocheck.fix.examine import examine
from seocheck.lsp.documents import Checked
from seocheck.model.report import ReportedFinding
from seocheck.readers.formats import named

_NEXT_LINE = late_pattern(
    r"[ \t]*(?:<!--|\{/\*)[ \t]*seocheck-disable-next-line[ \t]+(?!--)(?=[^\s<>*])", re.IGNORECASE
)
_LINE_END = late_pattern(r"\r\n|\n|\r|\Z")


def here(checked: Checked, finding: ReportedFinding) -> Edit | None:
    """The edit that suppresses a finding in place; None if no comment can do that."""
    return next((edit for edit in _here(checked, finding) if _works(checked, finding, edit)), None)


def everywhere(checked: Checked, finding: ReportedFinding) -> Edit | None:
    """The edit that suppresses a rule in the whole article; None where no comment can do that."""
    return next((edit for edit in _everywhere(checked, finding.rule) if _works(checked, finding, edit)), None)


def _here(checked: Checked, finding: ReportedFinding) -> Iterator[Edit]:
    text, at = checked.source.text, finding.place.start.offset
    ends = line_end_of(text)
    blocks = [block.text.span() for block in checked.article.blocks]
    holding = [start for start, end in blocks if start <= at < max(end, start + 1)]
    for start in dict.fromkeys([line_start(text, at), *(line_start(text, each) for each in holding)][::-1]):
        above = line_start(text, start - len(ends)) if start >= len(ends) else start
        named = _NEXT_LINE.match(text, above)
        if named is not None and named.end() <= start:
            yield Edit(named.end(), named.end(), f"{finding.rule}, ")
            continue
        indent = text[start : start + len(text[start:]) - len(text[start:].lstrip(" \t"))]
        yield Edit(start, start, indent + _comment(checked, f"disable-next-line {finding.rule}") + ends)
    found = _LINE_END.search(text, at)
    end = found.start() if found else len(text)
    yield Edit(end, end, " " + _comment(checked, f"disable-line {finding.rule}"))


def _everywhere(checked: Checked, rule: str) -> Iterator[Edit]:
    text, ends = checked.source.text, line_end_of(checked.source.text)
    comment = _comment(checked, f"disable-file {rule}")
    metadata = checked.report.metadata
    if named(checked.article.format).has_front_matter and metadata is not None:
        found = _LINE_END.search(text, metadata.end.offset)
        behind = found.end() if found else len(text)
        if metadata.end.column == 1:  # the place ends after the line with the closing mark
            behind = metadata.end.offset
        yield Edit(behind, behind, f"{comment}{ends}" if text[behind:].startswith(ends) else f"{comment}{ends}{ends}")
        yield Edit(behind, behind, f"{ends}{comment}{ends}")
    gap = "" if text.endswith(ends * 2) or not text else ends if text.endswith(ends) else ends * 2
    yield Edit(len(text), len(text), gap + comment + ends)


def _comment(checked: Checked, request: str) -> str:
    return named(checked.article.format).comment(checked.source.path, f"seocheck-{request}")


def _works(checked: Checked, finding: ReportedFinding, edit: Edit) -> bool:
    """Whether the article with an edit reads as it did, and of the rule's findings this one is suppressed."""
    source, plan, rule = checked.source, checked.plan, finding.rule
    try:
        after = examine(replace(source, text=edited(source.text, [edit])), plan, only=(rule,))
    except SeocheckError:
        return False
    if not same_but(checked.article, after.article, "", ""):
        return False
    before = Counter(f.subject for f in checked.report.findings if f.rule == rule)
    left = Counter(found[2].subject for found in after.findings)
    return left[finding.subject] < before[finding.subject] and not left - before
