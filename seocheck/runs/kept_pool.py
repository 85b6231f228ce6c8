"""A worker process that is kept from call to call: what a batch of an engine is checked in.

A text that ends its process, or doesn't return, then costs its own row, whatever engine called; and the next batch
finds the process warm. Each process that calls has its own.
"""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from seocheck.errors import UnreadableError
from seocheck.model.report import Report
from seocheck.runs.guard import killed, too_long
from seocheck.runs.pool import Pool, Task
from seocheck.runs.rows import Row
from seocheck.runs.run import Run

T = TypeVar("T")

MOST = 4
"""Pools, one for each kind of settings, that are kept; the one that was used longest ago is ended for another."""


class _Kept(msgspec.Struct):
    pid: int
    pools: dict[str, Pool[int]]


_kept = _Kept(os.getpid(), {})
_lock = threading.Lock()


def check_rows(
    run: Run, rows: Sequence[Row | UnreadableError], take: Callable[[Report | UnreadableError], T]
) -> list[T]:
    """What `take` makes of the result of each row, in order. Raises SettingsError.

    Calls of several threads wait for each other.
    """
    with _lock:
        key = repr(run.setup)
        pool = _pool(key, run)
        try:
            return _results(pool, run, rows, take)
        except BaseException:
            _kept.pools.pop(key, None)
            pool.close()
            raise


def close_kept() -> None:
    """End the processes that are kept."""
    if _kept.pid == os.getpid():
        for pool in _kept.pools.values():
            pool.close()
    _kept.pools.clear()


def _pool(key: str, run: Run) -> Pool[int]:
    if _kept.pid != os.getpid():  # a copy of the process that made them: they are not its own
        _kept.pid, _kept.pools = os.getpid(), {}
    pool = _kept.pools.pop(key, None)
    if pool is None:
        while len(_kept.pools) >= MOST:
            _kept.pools.pop(next(iter(_kept.pools))).close()
        pool = Pool(1, run.setup)
    _kept.pools[key] = pool
    return pool


def _results(
    pool: Pool[int], run: Run, rows: Sequence[Row | UnreadableError], take: Callable[[Report | UnreadableError], T]
) -> list[T]:
    found: list[T | None] = [take(row) if isinstance(row, UnreadableError) else None for row in rows]
    waiting = 0
    limit = run.settings_for("").max_seconds
    left = iter([(number, row) for number, row in enumerate(rows) if isinstance(row, Row)])
    while True:
        while pool.wants_more or not waiting:
            number, row = next(left, (0, None))
            if row is None:
                break
            pool.submit(Task(number, row.id, True, limit, row=row))
            waiting += 1
        if not waiting:
            return [each for each in found if each is not None]
        for answer in pool.answers():
            waiting -= 1
            asked = rows[answer.of]
            assert isinstance(asked, Row)
            if answer.over:
                found[answer.of] = take(
                    too_long(asked.id, run.plan_for(""), by_clock=answer.by_clock, rule=answer.rule)
                )
            elif answer.dead:
                found[answer.of] = take(killed(asked.id, answer.exit_code, rule=answer.rule))
            else:
                assert isinstance(answer.result, Report | UnreadableError)
                found[answer.of] = take(answer.result)


atexit.register(close_kept)
