"""Many files: from the cache what is known, the rest here or in worker processes; results in the order asked for."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Generator, Iterable, Sized
from contextlib import closing
from typing import TYPE_CHECKING

from seocheck.cache import ResultCache
from seocheck.cache_key import article_key, code_mark, content_digest, plan_key
from seocheck.errors import UnreadableError
from seocheck.report import Report
from seocheck.results import Result, decode_result, encode_result
from seocheck.runner import Candidate, Run, read_bytes

if TYPE_CHECKING:
    from seocheck.pool import Answer, Pool

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


class Checker:
    """Checks files in turn.

    run: settings, rules and profile. cache: where results are looked up and kept, None for nowhere. workers: how many
    processes; 1 for this one alone, 0 for as many as there are cores, once it is worth the start.
    """

    def __init__(self, run: Run, *, cache: ResultCache | None = None, workers: int = 1) -> None:
        self._run = run
        self._cache = cache
        self._workers = workers or available_cores()
        self._at_once = workers > 1
        self._mark = b""
        self._keys: dict[int, tuple[object, bytes]] = {}
        self._pool: Pool[_Slot] | None = None
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
                    yield slots.popleft().candidate, result
        finally:
            if self._pool is not None:
                self._pool.close()
                self._pool = None
            if self._cache is not None:
                self._cache.close()

    def check(self, candidate: Candidate) -> Result:
        """The result for one file."""
        with closing(self.results([candidate])) as found:
            return next(found)[1]

    def _begin(self, slot: _Slot, left: int) -> None:
        """Look a file up; have it checked where it is not known."""
        data = None
        candidate = slot.candidate
        if self._cache is not None:
            try:
                data = read_bytes(candidate.path, self._run.settings_for(candidate.path))
            except UnreadableError as error:
                slot.result = error
                return
            slot.key = self._key(candidate, content_digest(data))
            known = self._cache.get(slot.key)
            if known is not None:
                try:
                    slot.result = decode_result(known)
                    return
                except ValueError:  # damaged, or of another make: made anew
                    pass
        if self._pool is None and self._workers > 1 and self._worth_it(left):
            self._start_pool()
        if self._pool is not None:
            from seocheck.pool import Task

            limit = self._run.settings_for(candidate.path).max_seconds
            self._pool.submit(Task(slot, candidate.path, candidate.named, limit))
            return
        from seocheck.checking import check_candidate

        start = time.perf_counter()
        slot.result = check_candidate(self._run, candidate, data)
        self._spent += time.perf_counter() - start
        self._keep(slot, None)

    def _worth_it(self, left: int) -> bool:
        """Whether to start processes now. left: files that come after this one."""
        return left > 0 if self._at_once else self._spent > WORTH_IT and left >= LEFT

    def _take(self, answer: Answer[_Slot]) -> None:
        from seocheck.checking import killed, too_long

        slot = answer.of
        path = slot.candidate.path
        if answer.over:
            slot.result = too_long(path, self._run.plan_for(path))
        elif answer.dead:
            slot.result = killed(path, answer.exit_code)
        else:
            slot.result = decode_result(answer.result)
            if slot.key and slot.key == self._key(slot.candidate, answer.digest):  # nobody wrote to it in between
                self._keep(slot, answer.result)

    def _keep(self, slot: _Slot, encoded: bytes | None) -> None:
        """Store what depends on the article alone: no failure, which time, memory or a fault may have caused."""
        result = slot.result
        if self._cache is None or isinstance(result, UnreadableError) or result is None:
            return
        if isinstance(result, Report) and result.failures:
            return
        self._cache.put(slot.key, encode_result(result) if encoded is None else encoded)

    def _key(self, candidate: Candidate, digest: bytes) -> bytes:
        settings = self._run.settings_for(candidate.path)
        known = self._keys.get(id(settings))
        if known is None or known[0] is not settings:
            if not self._mark:
                assert self._cache is not None
                self._mark = code_mark(self._cache)
            known = self._keys[id(settings)] = (settings, plan_key(self._mark, settings, self._run.asked))
        return article_key(known[1], candidate.path, candidate.named, digest)

    def _start_pool(self) -> None:
        from seocheck.pool import Pool

        self._pool = Pool(self._workers, self._run.setup)
