"""Labels of drafts and saved pages in their usual form."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.check.run_rules import Found
from seocheck.edit.written import Edit
from seocheck.fix.examine import Examined
from seocheck.fix.proposal import Kind, Proposal, Proposed
from seocheck.readers.label_names.label_forms import label_variants


def propose(state: Examined, findings: Sequence[Found]) -> Proposed:
    """Write each label in its usual form; its value stays."""
    usual = {v.span: v.usual for v in label_variants(state.article)}
    known = [found for found in findings if found[2].span in usual]
    if not known:
        return Proposed()
    edits = [Edit(*found[2].span, usual[found[2].span]) for found in known]
    fixes = tuple((found, f"wrote the label as “{usual[found[2].span]}:”") for found in known)
    return Proposed(Proposal(fixes, (edits,), in_body=True))


KIND = Kind("front-matter/label-variant", propose)
