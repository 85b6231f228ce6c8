"""A description on one line with single spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seocheck.analysis.declared.white_space import stray_white_space
from seocheck.base.text import Span
from seocheck.check.run_rules import Found
from seocheck.edit.written import LINE_END, Edit, Written
from seocheck.fix.described import declared_description, ways_to_write, written_description
from seocheck.fix.examine import Examined
from seocheck.fix.proposal import Kind, Proposal, Proposed, Way


def propose(state: Examined, findings: Sequence[Found]) -> Proposed:
    """Replace each stray run of white space by one space, and remove it at the edges."""
    field = declared_description(state)
    written, path = written_description(state, field)
    text = state.source.text
    inside, edges = stray_white_space(text, field.text)
    changes = [Edit(a, b, " ") for a, b in inside]
    around = [Edit(a, b, "") for a, b in edges]
    value, ways = ways_to_write(state, field, written, changes, around)
    if written is not None:
        ways.insert(0, [*_lines_kept(text, written, [field.text.span(a, b) for a, b in inside]), *around])
    fixes = tuple((found, "tidied the white space of the description") for found in findings)
    return Proposed(Proposal(fixes, tuple(ways), "description", value, path))


def _lines_kept(source: str, written: Written, runs: Sequence[Span]) -> Way:
    """The white space tidied with as few changes to line breaks as possible: a single one reads as a space.

    That is so in a folded scalar of YAML; a literal one becomes folded.
    """
    way = [Edit(written.span.start, written.span.start + 1, ">")] if source.startswith("|", written.span.start) else []
    for start, end in runs:
        run = source[start:end]
        found = LINE_END.search(run)
        new = found.group() + re.split(r"[\r\n]", run)[-1] if found else " "
        if new != run:
            way.append(Edit(start, end, new))
    return way


KIND = Kind("description/stray-white-space", propose)
