"""The five tools. Each takes the arguments that an agent gives and returns text, or raises SeocheckError."""

from __future__ import annotations

import hashlib
import io
import os
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from seocheck.agents.articles import Articles, in_time
from seocheck.agents.folders import RefusedPathError
from seocheck.base.plural import plural
from seocheck.edit.write import check_writable, replace_file
from seocheck.edit.written import RefusedError
from seocheck.errors import SeocheckError, UnreadableError
from seocheck.fix import FixOutcome, fixes_for
from seocheck.formats.people.keyword_map import map_lines
from seocheck.formats.people.rule_text import rule_lines, table_lines
from seocheck.formats.people.styled import plain, safe
from seocheck.formats.people.summary import Result, in_numbers
from seocheck.formats.registry import make_writer
from seocheck.formats.run import RunEnd, RunStart
from seocheck.house.rules import GROUP, house_rules
from seocheck.model.report import NotAssessed
from seocheck.model.result import PassedOver
from seocheck.rulekit.registry import LoadedRule
from seocheck.rulekit.renamed import current
from seocheck.suggest.collect import suggestions_of
from seocheck.suggest.lines import suggestion_lines

WIDTH = 100
SECONDS = 40.0
"""Seconds by the clock after which no further article is begun: most clients wait for a minute."""
CHARACTERS = 60_000
"""Characters after which no further article is begun."""
NO_KEYWORD = "keywords/missing"
"""The map needs no rule at all; a run needs one."""


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Check articles. Per article: path and score, then what to do, with the points it costs, then place and fault of
    each finding. Files or folders; without paths, everything. rules: run only these rules or groups."""

    paths: list[str] = []
    rules: list[str] = []


class Keywords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Show how closely, how often and where an article says each keyword that it declares."""

    path: str


class Suggest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Suggest keywords, shorter keywords, headings and descriptions in an article's own words."""

    path: str


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Show what a rule finds, why, its evidence and its options; for a group, list its rules."""

    name: str


class Fix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Fix what can be fixed with certainty in one article. Shows a diff and writes nothing; called again with apply,
    it writes that change, if the file is still the same."""

    path: str
    apply: bool = False


Arguments = Check | Keywords | Suggest | Rule | Fix

TOOLS: dict[str, type[Arguments]] = {"check": Check, "keywords": Keywords, "suggest": Suggest, "rule": Rule, "fix": Fix}


class Tools:
    """Answers one question at a time.

    writing: held while a file is replaced, so that nothing ends the process in the middle of it.
    """

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self._folders = articles.folders
        self._shown: dict[str, bytes] = {}
        self.writing = threading.Lock()
        self.ended = threading.Event()

    def call(self, name: str, arguments: object) -> str:
        """The answer of a tool. Raises SeocheckError."""
        if name not in TOOLS:
            raise SeocheckError(f"There is no tool “{safe(name)}”; there are {', '.join(TOOLS)}.")
        try:
            asked = msgspec.convert(arguments or {}, TOOLS[name])
        except msgspec.ValidationError as error:
            raise SeocheckError(f"{name}: {safe(str(error))}.") from None
        match asked:
            case Check():
                return self._check(asked)
            case Keywords():
                return self._keywords(asked.path)
            case Suggest():
                return self._suggest(asked.path)
            case Rule():
                return self._rule(asked.name)
            case Fix():
                return self._fix(asked)

    def _check(self, asked: Check) -> str:
        run = self._articles.run(asked.rules)
        run.check_names(".")
        found, passed_over, failures = self._articles.find(asked.paths or self._folders.roots, run)
        out = io.StringIO()
        writer = make_writer("llm", out, RunStart())
        results: list[Result] = []
        until = time.monotonic() + SECONDS
        done = 0
        for candidate in found:
            if done and (time.monotonic() > until or out.tell() > CHARACTERS or self.ended.is_set()):
                break
            done += 1
            result = self._articles.check(candidate, run)
            if isinstance(result, UnreadableError):
                failures.append(result)
            elif isinstance(result, PassedOver):
                passed_over.append(result)
            else:
                results.append(Result.of(result))
                writer.add(result, ())
        told = [NotAssessed(subject=each.path, reason=each.reason) for each in failures]
        writer.close(RunEnd(failures=told))
        return out.getvalue() + "\n".join(_end(results, passed_over, len(failures), len(found) - done))

    def _keywords(self, path: str) -> str:
        report = self._articles.report(path, self._articles.run([NO_KEYWORD]))
        return plain(map_lines(report, WIDTH))

    def _suggest(self, path: str) -> str:
        real, run = self._articles.one(path), self._articles.run()
        shown = self._folders.shown(real)
        plan = run.plan_for(shown)
        data = self._articles.read(real, plan.settings)
        return plain(suggestion_lines(in_time(shown, run, lambda: suggestions_of(data, shown, plan)), width=WIDTH))

    def _rule(self, name: str) -> str:
        known, name = self._articles.rules, current(name)
        house: Mapping[str, LoadedRule] = {}
        if name.partition("/")[0] == GROUP:
            house = house_rules(self._articles.finder().file_settings("article.md").house)
        if name in known.groups or (name == GROUP and house):
            return "\n".join(table_lines({**known.loaded, **house}, name))
        if name not in known.loaded and name not in house:
            raise SeocheckError(safe(known.unknown(name)))
        return "\n".join(rule_lines(name, house.get(name) or known.loaded[name]))

    def _fix(self, asked: Fix) -> str:
        real, run = self._articles.one(asked.path), self._articles.run()
        if self._folders.is_link(asked.path):
            raise RefusedPathError(
                f"“{safe(asked.path)}” is a symbolic link: name the file itself, {safe(self._folders.shown(real))}."
            )
        shown = self._folders.shown(real)
        plan = run.plan_for(shown)
        data = self._articles.read(real, plan.settings)
        outcome = in_time(shown, run, lambda: fixes_for(data, shown, plan))
        if outcome.after == data:
            return "\n".join(["Nothing to fix automatically.", *_refused(outcome)])
        try:
            check_writable(real)
            change = hashlib.sha256(data + b"\0" + outcome.after).digest()
            was_shown = self._shown.get(real) == change
            self._shown[real] = change
            if asked.apply and was_shown:
                self._write(real, data, outcome.after)
        except RefusedError as error:
            raise SeocheckError(f"{safe(shown)}: not written: {error}") from None
        if asked.apply and was_shown:
            done = [f"{safe(shown)}: written: {each.rule}: {safe(each.done)}" for each in outcome.fixed]
            return "\n".join([*done, *_refused(outcome)])
        diff = "\n".join(map(safe, outcome.diff.splitlines()))
        end = "Not written: this is what would change; call fix with apply: true to write it."
        return "\n".join([diff, *_refused(outcome), end])

    def _write(self, real: str, before: bytes, after: bytes) -> None:
        with self.writing:
            if os.path.realpath(real) != real:
                raise RefusedError("a folder above it is a symbolic link now")
            replace_file(real, before, after)


def _refused(outcome: FixOutcome) -> Iterator[str]:
    for each in outcome.refused:
        yield safe(f"{outcome.path}:{each.line}: not fixed: {each.rule}: {each.reason}")


def _end(results: Iterable[Result], passed_over: Iterable[PassedOver], failures: int, left: int) -> Iterator[str]:
    """What a run is as a whole, so that an agent knows that there is no more."""
    yield in_numbers(list(results), failures)
    reasons = Counter(each.reason for each in passed_over)
    if reasons:
        yield f"Skipped: {', '.join(f'{number} {safe(reason)}' for reason, number in reasons.most_common())}."
    if left:
        yield f"{plural(left, 'more article')} not checked: name a few, or a smaller folder."
