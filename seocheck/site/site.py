"""What a rule of group `site/` is given: the index, the links between the articles, and a second look at an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from seocheck.model.report import Place
from seocheck.site.index import SiteIndex
from seocheck.site.links import Links
from seocheck.site.near import estimate, jaccard
from seocheck.site.pages import Page, SiteFinding

if TYPE_CHECKING:
    from seocheck.analysis import Analysis

NAMED = 3
"""Other articles that a finding names; of more it gives the number."""

FEW = 5
"""Articles up to which each but the first of a group has a finding of its own; of more, one names the group."""


class Site:
    """All articles of a run.

    read: gives an article by its path, read again; None where it cannot be read any more.
    """

    def __init__(self, index: SiteIndex, read: Callable[[str], Analysis | None]) -> None:
        self.index = index
        self.read = read

    def likeness(self, one: Page, other: Page) -> float:
        """The part of all runs of four words in two texts that are in both, 0 to 1.

        By the texts themselves; where one of them isn't there, as their sketches tell.
        """
        from seocheck.check.summary import body_words

        texts = [self.read(page.path) for page in (one, other)]
        if None in texts:
            return estimate(one.summary.signature, other.summary.signature)
        return jaccard(*(body_words(text) for text in texts if text is not None))

    @cached_property
    def links(self) -> Links:
        """Where the articles' links lead."""
        return Links(self.index.paths(), self.index.pages)

    def shared(
        self,
        numbers: Sequence[int],
        what: str,
        place: Callable[[Page], Place | None],
        words: str,
        hint: str,
        *,
        quoted: bool = True,
    ) -> list[SiteFinding]:
        """The findings for a group of articles that share something that each should have for itself.

        what: the beginning of the message ("The title"). words: what they share. quoted: whether the message quotes it.
        """
        paths = [self.index.page(number).name for number in numbers[: NAMED + 1]]
        subject = words[:80].casefold()
        shown = words if len(words) <= 80 else f"{words[:79]}…"
        said = f"{what} “{shown}”" if quoted else what
        if len(numbers) > FEW:
            message = f"{said} is the same in {len(numbers)} articles: {named(paths, len(numbers))}."
            return [self._finding(numbers[0], place, message, hint, subject, numbers, words)]
        found = []
        for number in numbers[1:]:
            others = named(self._others(numbers, number), len(numbers) - 1)
            message = f"{said} is also that of {others}." if quoted else f"{said} is the same as that of {others}."
            found.append(self._finding(number, place, message, hint, subject, numbers, words))
        return found

    def _others(self, numbers: Sequence[int], number: int) -> list[str]:
        return [self.index.page(other).name for other in numbers if other != number]

    def _finding(
        self,
        number: int,
        place: Callable[[Page], Place | None],
        message: str,
        hint: str,
        subject: str,
        numbers: Sequence[int],
        words: str,
    ) -> SiteFinding:
        where = place(self.index.page(number))
        others = tuple(other for other in numbers if other != number)
        count = f"{len(numbers)} articles"
        return SiteFinding(number, where, message, hint, subject, count, "1 article", others, words)


def named(paths: Sequence[str], count: int) -> str:
    """Some paths in words: "a.md, b.md and 12 more"."""
    listed = list(paths[:NAMED])
    more = count - len(listed)
    if more > 0:
        return f"{', '.join(listed)} and {more} more"
    return " and ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
