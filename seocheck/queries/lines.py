"""Queries for a person, as styled lines: the pages that miss most come first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seocheck.base.plural import plural
from seocheck.formats.people.styled import Line, Style, Styled, safe
from seocheck.queries.compare import GROUPS, Group, PageQueries, Query, of_group

SHOWN = 5
"""Queries of a group that are shown; the others are counted."""
_STYLES: dict[Group, Style] = {"unwritten": "poor", "undeclared": "fair", "declared": "good", "unasked": "dim"}


def query_lines(pages: Sequence[PageQueries], every: bool) -> Iterator[Line]:
    """The queries of each page, by group. every: show all, and not only the most asked."""
    if pages:
        yield [Styled("impressions  clicks  position  query", "bold")]
        yield []
    for page in sorted(pages, key=lambda each: (-_missed(each), each.path)):
        yield [Styled(safe(page.path), "path")]
        for group, what in GROUPS:
            found = of_group(page.queries, group)
            if not found:
                continue
            yield [Styled(f"  {what}", _STYLES[group])]
            shown = found if every else found[:SHOWN]
            for query in shown:
                asked = group != "unasked"
                numbers = f"{query.impressions:>11,.0f} {query.clicks:>7,.0f}" if asked else " " * 19
                place = f"{query.position:>9.1f}" if query.position else " " * 9
                yield [Styled(f"{numbers} {place}  "), Styled(safe(query.text)), Styled(_beside(query), "dim")]
            if len(found) > len(shown):
                yield [Styled(f"    and {len(found) - len(shown):,} more", "dim")]
        if page.left_out:
            yield [Styled(f"  {plural(page.left_out, 'rarer query', 'rarer queries')} not looked up", "dim")]
        yield []


def _beside(query: Query) -> str:
    if query.keyword and query.keyword.casefold() != query.text.casefold():
        return f"  ({safe(query.keyword)})"
    return "  (in part)" if query.group == "unwritten" and query.tier == "partial" else ""


def _missed(page: PageQueries) -> float:
    return sum(query.impressions for query in of_group(page.queries, "unwritten"))
