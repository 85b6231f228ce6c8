"""Many files: from the cache what is known, the rest here or in worker processes; results in the order asked for."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Generator, Iterable, Sized
from contextlib import closing
from typing import TYPE_CHECKING, Protocol

from seocheck.errors import UnreadableError
from seocheck.model.report import Report
from seocheck.model.result import Result
from seocheck.runs.run import Candidate, Run

if TYPE_CHECKING:
    from seocheck.runs.cache.known_results import Remembered
    from seocheck.runs.pool import Answer, Pool

WINDOW = 128
"""Results that may wait for one before them."""

WORTH_IT = 0.6
"""Seconds of checking after which, where nothing else is said, worker processes are started: starting them takes as
long on each core."""

LEFT = 16
"""Files that must be left for that."""


class _Slot:
    """The place of a result in the order."""

    __slots__ = ("candidate", "key", "result")

    def __init__(self, candidate: Candidate) -> None:
        self.candidate = candidate
        self.key = b""
        self.result: Result | None = None


def available_cores() -> int:
    """Cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


class Checks(Protocol):
    """What a run takes its results from."""

    checked: int
    """Articles that have been checked so far."""
    only_findings: bool
    """Whether only those articles have a result in which something was found."""

    def results(self, candidates: Iterable[Candidate]) -> Generator[tuple[Candidate, Result], None, None]:
        """The results, as they are made."""


class Checker:
    """Checks files in turn.

    run: settings, rules and profile. memory: where results are looked up and kept, None for nowhere. workers: how many
    processes; 1 for this one alone, 0 for as many as there are cores, once it is worth the start. apart: have at least
    one worker where rules of somebody's own run, so that one that ends its process costs an article and not the run.
    """

    def __init__(self, run: Run, *, memory: Remembered | None = None, workers: int = 1, apart: bool = False) -> None:
        self._run = run
        self._memory = memory
        self._workers = workers or available_cores()
        self._at_once = workers > 1
        self._apart = apart and bool(run.rules.sources)
        self._pool: Pool[_Slot] | None = None
        self.checked = 0
        """Articles that have had a Report so far."""
        self.only_findings = False
        self._spent = 0.0

    def results(self, candidates: Iterable[Candidate]) -> Generator[tuple[Candidate, Result], None, None]:
        """A result for each file, in their order, each as soon as those before it are there. Raises SettingsError.

        The cache is written and the processes are ended when the last result was taken, or the iterator is closed.
        """
        left = iter(candidates)
        many = len(candidates) if isinstance(candidates, Sized) else sys.maxsize
        slots: deque[_Slot] = deque()
        try:
            while True:
                while len(slots) < WINDOW and (self._pool is None or self._pool.wants_more):
                    candidate = next(left, None)
                    if candidate is None:
                        break
                    many -= 1
                    slots.append(_Slot(candidate))
                    self._begin(slots[-1], many)
                    if slots[0].result is not None:
                        break
                if not slots:
                    return
                if slots[0].result is None and self._pool is not None:
                    for answer in self._pool.answers():
                        self._take(answer)
                while slots and (result := slots[0].result) is not None:
                    self.checked += isinstance(result, Report)
                    yield slots.popleft().candidate, result
        finally:
            if self._pool is not None:
                self._pool.close()
                self._pool = None
            if self._memory is not None:
                self._memory.close()

    def check(self, candidate: Candidate) -> Result:
        """The result for one file."""
        with closing(self.results([candidate])) as found:
            return next(found)[1]

    def _begin(self, slot: _Slot, left: int) -> None:
        """Look a file up; have it checked where it is not known."""
        data = None
        candidate = slot.candidate
        self._run.note(candidate)
        if self._memory is not None:
            try:
                data = self._run.read(candidate)
            except UnreadableError as error:
                slot.result = error
                return
            slot.key = self._memory.key(candidate, data)
            slot.result = self._memory.result(slot.key, candidate, len(data))
            if slot.result is not None:
                return
        if self._pool is None and self._workers > 1 and self._worth_it(left):
            self._start_pool()
        if self._pool is None and self._apart:
            self._start_pool(self._workers if left >= LEFT else 1)
        if self._pool is not None:
            from seocheck.runs.pool import Task

            limit = self._run.settings_for(candidate.path).max_seconds
            task = Task(
                slot, candidate.path, candidate.named, limit, candidate.real, candidate.part, candidate.row
            )  # fmt: skip
            self._pool.submit(task)
            return
        from seocheck.runs.guard import check_candidate

        start = time.perf_counter()
        slot.result = check_candidate(self._run, candidate, data)
        self._spent += time.perf_counter() - start
        if self._memory is not None:
            self._memory.keep(slot.key, slot.result)

    def _worth_it(self, left: int) -> bool:
        """Whether to start processes now. left: files that come after this one."""
        return left > 0 if self._at_once else self._spent > WORTH_IT and left >= LEFT

    def _take(self, answer: Answer[_Slot]) -> None:
        from seocheck.runs.guard import killed, too_long

        slot = answer.of
        path = slot.candidate.path
        if answer.over:
            slot.result = too_long(path, self._run.plan_for(path), by_clock=answer.by_clock, rule=answer.rule)
        elif answer.dead:
            own = ", ".join(dict.fromkeys(source.origin for source in self._run.rules.sources))
            slot.result = killed(path, answer.exit_code, rule=answer.rule, own=own)
        else:
            slot.result = answer.result
            # Kept only where nobody wrote to the file in between.
            if (
                self._memory is not None
                and slot.result is not None
                and slot.key == self._memory.key_of(slot.candidate, answer.digest)
            ):
                self._memory.keep(slot.key, slot.result, answer.encoded or None)

    def _start_pool(self, count: int = 0) -> None:
        from seocheck.runs.pool import Pool

        self._pool = Pool(count or self._workers, self._run.setup, keeps=self._memory is not None)
