"""Moves label lines of a file that is published into its front matter. In a draft they are where writers put them."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.check.run_rules import Found
from seocheck.edit.label_moves import into_front_matter
from seocheck.edit.written import RefusedError
from seocheck.fix.examine import Examined
from seocheck.fix.proposal import Kind, Proposal, Proposed
from seocheck.readers.formats import named


def propose(state: Examined, findings: Sequence[Found]) -> Proposed:
    """Move all blocks at once: half a block would no longer be one."""
    article = state.article
    if not named(article.format).has_front_matter or not article.metadata_end:
        return Proposed()
    places = [block.span for block in article.label_blocks]
    known = [f for f in findings if any(p.start <= f[2].span.start < p.end for p in places)]
    if not known:
        return Proposed()
    try:
        edits = into_front_matter(state.source, article, state.plan)
    except RefusedError as error:
        return Proposed(refused=[(found, str(error)) for found in known])
    fixes = tuple((found, "moved the label lines into the front matter") for found in known)
    return Proposed(Proposal(fixes, (edits,), reads_as_meant=True))


KIND = Kind("content/leaked-metadata", propose)
