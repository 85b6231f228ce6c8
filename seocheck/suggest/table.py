"""The table of what could be suggested for each article of a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from seocheck.base.plural import plural
from seocheck.formats.people.folder_table import Row, named, table
from seocheck.formats.people.styled import Line
from seocheck.suggest.suggestions import Suggestions


def suggestion_table(found: Iterable[Suggestions], width: int) -> Iterator[Line]:
    """How much could be suggested for each article, and the keywords by name."""

    def rows() -> Iterator[Row]:
        for each in found:
            parts = (
                ("add", [keyword.text for keyword in each.keywords]),
                ("drop", [keyword.text for keyword in each.drop]),
                ("shorten", [f"{keyword.text} → {keyword.instead}" for keyword in each.shorten]),
            )
            said = [f"{kind}: {named(which)}" for kind, which in parts if which]
            numbers = (*(len(which) for _, which in parts), len(each.headings), len(each.descriptions))
            yield Row(each.path, numbers, "; ".join(said))

    return table(("add", "drop", "shorten", "headings", "descriptions"), rows(), width, _suggested_in_all)


def _suggested_in_all(sums: Sequence[int], none: int) -> str:
    add, drop, shorten = sums[:3]
    without = f"; {none:,} without suggestions" if none else ""
    return f"{plural(add, 'keyword')} to add, {drop:,} to drop, {shorten:,} to shorten{without}"
