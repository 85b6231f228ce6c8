"""Which findings the author, or the settings, asked not to be told of; and which requests met nothing.

A finding is suppressed by the first request that names its rule, or its group, and in whose range it begins. A
request that meets nothing although its rules were run is unused: left in, it would hide the next fault.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from seocheck.base.nearest import nearest_name
from seocheck.base.text import Span
from seocheck.config.globs import fits
from seocheck.model.article import Suppression
from seocheck.model.suppressed import Suppressed, Unused
from seocheck.rulekit.renamed import current

if TYPE_CHECKING:
    from seocheck.model.report import Report

NEAREST = 1000
"""Requests before a finding that are looked at, so that time stays linear in an article made of them."""


class Suppressor:
    """Decides finding by finding, and remembers which requests were of use.

    requests: those of the article. patterns: rule or group -> the reason, from the settings that match the
    article's path. groups: rule -> its group, for every rule there is.
    """

    def __init__(self, requests: Sequence[Suppression], patterns: Mapping[str, str], groups: Mapping[str, str]) -> None:
        self._requests = requests
        self._patterns = patterns
        self._groups = groups
        self._used: set[tuple[int, str]] = set()
        self._whole: dict[str, list[int]] = {}
        self._parts: dict[str, list[tuple[int, int]]] = {}
        for number, request in enumerate(requests):
            for name in map(current, request.rules or ("",)):
                if request.scope is None:
                    self._whole.setdefault(name, []).append(number)
                else:
                    self._parts.setdefault(name, []).append((request.scope.start, number))
        for parts in self._parts.values():
            parts.sort()

    def __call__(self, rule: str, span: Span) -> Suppressed | None:
        """Why a finding of a rule at a place is suppressed; None when it is not."""
        met: list[int] = []
        for name in (rule, self._groups[rule], ""):
            for number in (*self._whole.get(name, ()), *self._around(name, span.start)):
                self._used.add((number, name))
                met.append(number)
        if met:
            request = self._requests[min(met)]
            return Suppressed(request.by, request.reason, request.span)
        for name in (rule, self._groups[rule]):
            if name in self._patterns:
                return Suppressed("settings", self._patterns[name])
        return None

    def _around(self, name: str, place: int) -> Iterator[int]:
        """The requests for a name in whose range a place lies; of those that begin before it, the nearest."""
        parts = self._parts.get(name, ())
        at = bisect_right(parts, (place, len(self._requests)))
        for _, number in reversed(parts[max(at - NEAREST, 0) : at]):
            scope = self._requests[number].scope
            if scope is not None and place < scope.end:
                yield number

    def unused(self, ran: Collection[str], everything: bool) -> list[Unused]:
        """The requests that met nothing, in the order of the text.

        ran: the rules that could have found something. everything: whether all rules of the article's settings are
        among the ones to run; a request for all rules is only then known to be unused.
        """
        ran_groups = {self._groups[rule] for rule in ran}
        all_groups = set(self._groups.values())
        found: list[Unused] = []
        for number, request in enumerate(self._requests):
            for name in map(current, request.rules or ("",)):
                if (number, name) in self._used:
                    continue
                known = not name or name in self._groups or name in all_groups
                could = everything if not name else name in ran or name in ran_groups
                if could or not known:
                    near = "" if known else nearest_name(name, [*self._groups, *sorted(all_groups)])
                    found.append(Unused(request.span, name, known, near))
        return sorted(found, key=lambda u: u.span)


def patterns_for(path: str, suppress: Mapping[str, str | Sequence[str]], base: str) -> dict[str, str]:
    """Rule or group -> which entry of the settings suppresses it; base: the folder of the settings."""
    found: dict[str, str] = {}
    for pattern, names in suppress.items():
        if fits(path, pattern, base):
            for name in (names,) if isinstance(names, str) else names:
                found.setdefault(name, f"suppress: {pattern}")
    return found


class PatternUse:
    """Over a run, which entries of `suppress:` in the settings met a finding, and which could have."""

    def __init__(self) -> None:
        self._could: dict[tuple[str, str, str], None] = {}
        self._did: set[tuple[str, str, str]] = set()

    def note(self, report: Report, suppress: Mapping[str, str | Sequence[str]], base: str, file: str) -> None:
        """Take a report and the settings that held for it. Of a partial one nothing can be said."""
        if not suppress or report.partial:
            return
        met = {(s.reason, name) for s in report.suppressed if s.by == "settings" for name in _names(s.finding.rule)}
        for pattern, names in suppress.items():
            if fits(report.path, pattern, base):
                for name in (names,) if isinstance(names, str) else names:
                    key = (file, pattern, name)
                    self._could[key] = None
                    if (f"suppress: {pattern}", name) in met:
                        self._did.add(key)

    def unused(self) -> list[str]:
        """A line for each entry that articles matched and that suppressed nothing in any of them."""
        left = [key for key in self._could if key not in self._did]
        return [
            f"{os.path.relpath(file)}: suppress: {pattern}: {name} suppresses nothing in this run"
            for file, pattern, name in left
        ]


def _names(rule: str) -> tuple[str, str]:
    return rule, rule.partition("/")[0]
