"""Keywords in one text become a list, in the style of the file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from seocheck.base.text import Span
from seocheck.check.run_rules import Found
from seocheck.edit.written import Edit, RefusedError, line_end_of, line_start
from seocheck.fix.examine import Examined
from seocheck.fix.listed import Listed, check_nothing_lost, list_with
from seocheck.fix.proposal import Kind, Proposal, Proposed, Way
from seocheck.readers.front_matter.values import Scalar

_UNCERTAIN = "it isn't certain where one keyword ends and the next begins"


def propose(state: Examined, findings: Sequence[Found]) -> Proposed:
    """Write each keyword of a text, or of the only entry of a list, as an entry of its own."""
    proposed = Proposed()
    fixes: list[tuple[Found, str]] = []
    way: list[Edit] = []
    paths: list[tuple[str, ...]] = []
    for found in findings:
        if found[2].fault != "one-text":
            continue  # a title with tags, an empty entry
        try:
            listed = list_with(state, found[2].span.start)
            if listed is None:
                raise RefusedError("its place is unknown")
            way += _as_list(state.source.text, listed)
            fixes.append((found, f"made “{listed.path[-1]}” a list of {len(listed.texts)} keywords"))
            paths.append(listed.path)
        except RefusedError as error:
            proposed.refused.append((found, str(error)))
    if len(set(paths)) > 1:  # each is verified alone: only one value may change at a time
        raise RefusedError("several lists")
    if fixes:
        words = tuple(k.text.value for k in (*state.article.keywords, *state.article.taxonomy))
        proposed.proposal = Proposal(tuple(fixes), (way,), "keywords", words, paths[0])
    return proposed


def _as_list(source: str, listed: Listed) -> Way:
    words = [text.value for text in listed.texts]
    if len(words) < 2:
        raise RefusedError(_UNCERTAIN)
    for one, other in pairwise(listed.texts):
        between = source[one.span().end : other.span().start]
        if "/" in between:
            raise RefusedError(_UNCERTAIN)
    written = listed.written
    spans = [text.span() for text in listed.texts]
    check_nothing_lost(source, written.span, spans)
    if isinstance(listed.value, Scalar):
        if written.write_lines is not None:
            return [written.write_lines(words)]
        return [Edit(*written.span, written.write_list(words))]
    item: Span = written.items[0]
    if not written.block:
        return [Edit(*item, ", ".join(map(written.write_item, words)))]
    start = line_start(source, item.start)
    lead = f"{line_end_of(source)}{source[start : item.start]}"
    return [Edit(*item, lead.join(map(written.write_item, words)))]


KIND = Kind("front-matter/wrong-type", propose)
