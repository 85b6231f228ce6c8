"""Removes what comes before front matter: blank lines, spaces, a byte order mark. Adds its first line where it's
missing."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.check.run_rules import Found
from seocheck.edit.written import Edit, RefusedError
from seocheck.fix.examine import Examined
from seocheck.fix.proposal import Kind, Proposal, Proposed


def propose(state: Examined, findings: Sequence[Found]) -> Proposed:
    """Delete everything up to the opening marker or the first key; there is nothing but white space."""
    source = state.source
    start = findings[0][2].span.start
    mark = source.byte_order_mark
    if mark and source.encoding != "utf-8":
        raise RefusedError(f"the byte order mark says that the file is {source.encoding.upper()}; save it as UTF-8")
    before = [what for what, there in (("byte order mark", mark), ("white space", start > 0)) if there]
    done = f"removed the {' and the '.join(before)} before the front matter"
    if source.text[:start].strip(" \t\r\n\u00a0\u200b"):
        raise RefusedError("a comment comes before it, which belongs below the front matter")
    edits = [Edit(0, start, "")] if start else []
    if not source.text.startswith(("---", "+++"), start):
        newline = "\r\n" if "\r\n" in source.text else "\n"
        edits = [Edit(0, start, f"---{newline}")]
        done = " and ".join([*([done] if before else []), "added the opening line of the front matter"])
    return Proposed(Proposal(tuple((found, done) for found in findings), (edits,), drop_mark=mark))


KIND = Kind("front-matter/not-first", propose)
