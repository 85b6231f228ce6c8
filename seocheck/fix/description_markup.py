"""A description as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.check.run_rules import Found
from seocheck.edit.written import RefusedError
from seocheck.fix.described import declared_description, ways_to_write, written_description
from seocheck.fix.examine import Examined
from seocheck.fix.plain_text import plain_text_edits
from seocheck.fix.proposal import Kind, Proposal, Proposed

_DONE = {
    "HTML": "removed the HTML tags from the description",
    "an HTML entity": "wrote the HTML entities of the description as characters",
    "a Markdown link": "removed the addresses of links from the description",
    "Markdown": "removed the Markdown marks from the description",
}


def propose(state: Examined, findings: Sequence[Found]) -> Proposed:
    """Remove the markup of each finding's kind, wherever it is in the description."""
    field = declared_description(state)
    written, path = written_description(state, field)
    kinds = [found[2].fault for found in findings]
    changes, reasons = plain_text_edits(field.text.value, kinds)
    proposed = Proposed(refused=[(f, reasons[f[2].fault]) for f in findings if f[2].fault in reasons])
    if changes:
        value, ways = ways_to_write(state, field, written, changes)
        if not value:
            raise RefusedError("no words would be left")
        fixes = tuple((f, _DONE[f[2].fault]) for f in findings if f[2].fault not in reasons)
        proposed.proposal = Proposal(fixes, tuple(ways), "description", value, path)
    return proposed


KIND = Kind("description/has-markup", propose)
