"""Worker processes: tasks go out, answers come back in any order; one that dies costs the article it was busy with."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import time
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import Generic, TypeVar

import msgspec

from seocheck import child
from seocheck.child import Child
from seocheck.dictionaries import kept_in
from seocheck.errors import SettingsError
from seocheck.results import Result, decode_result
from seocheck.worker import DIGEST, PICKLED, SETTINGS, Setup

AHEAD = 2
"""Tasks that a worker has at a time, the one it does among them, so that it need not wait for the next."""

GRACE = 5.0
"""Seconds beyond an article's time after which a worker is killed: it ends what takes too long itself, unless code
that is no Python keeps it from that."""

T = TypeVar("T")


class Task(msgspec.Struct, Generic[T]):
    """A file to check: path, named and real as in a Candidate. of: whatever the answer belongs to. limit: its time in
    seconds."""

    of: T
    path: str
    named: bool
    limit: float
    real: str = ""


class Answer(msgspec.Struct, Generic[T]):
    """What came of a task.

    digest: of the bytes that were checked. result: None where the worker ended over it. encoded: the same as bytes,
    where it can be encoded. dead: whether the worker ended over it. exit_code: of that worker. over: whether it was
    ended, for its time was up.
    """

    of: T
    digest: bytes = b""
    result: Result | None = None
    encoded: bytes = b""
    over: bool = False
    exit_code: int | None = None
    dead: bool = False


class _Worker(msgspec.Struct, Generic[T]):
    child: Child
    tasks: deque[Task[T]] = msgspec.field(default_factory=deque)
    since: float = 0.0  # when it began with its first task


class Pool(Generic[T]):
    """A number of worker processes, started when there is something to do.

    They are new processes that import this package, and no copies of this one, which may have threads.
    """

    def __init__(self, count: int, setup: Setup, clock: Callable[[], float] = time.monotonic) -> None:
        self._count = count
        self._setup = setup
        self._clock = clock
        self._workers: list[_Worker[T]] = []
        self._waiting: deque[Task[T]] = deque()

    @property
    def wants_more(self) -> bool:
        """Whether a further task would soon be begun."""
        return len(self._waiting) < self._count

    def submit(self, task: Task[T]) -> None:
        """Give a task to a worker, or keep it until one is free."""
        self._waiting.append(task)
        self._hand_out()

    def answers(self) -> list[Answer[T]]:
        """Wait until at least one task is done; the answers that are there. Raises SettingsError from a worker."""
        found: list[Answer[T]] = []
        while not found and any(each.tasks for each in self._workers):
            busy = [each for each in self._workers if each.tasks]
            now = self._clock()
            patience = min(each.since + each.tasks[0].limit + GRACE - now for each in busy)
            ready = set(wait([each.child.connection for each in busy], timeout=max(patience, 0.0)))
            for each in busy:
                if each.child.connection in ready:
                    found.append(self._receive(each))
                elif self._clock() - each.since > each.tasks[0].limit + GRACE:
                    each.child.process.kill()
                    found.append(self._bury(each, over=True))
            self._hand_out()
        return found

    def close(self) -> None:
        """End all workers, whatever they do."""
        for each in self._workers:
            each.child.connection.close()
            if each.tasks:
                each.child.process.kill()
        for each in self._workers:
            try:
                each.child.process.wait(GRACE)
            except subprocess.TimeoutExpired:
                each.child.process.kill()
                each.child.process.wait()
        self._workers.clear()

    def _hand_out(self) -> None:
        for ahead in range(1, AHEAD + 1):  # first one for each, then a second
            for each in self._workers:
                if self._waiting and len(each.tasks) < ahead:
                    self._give(each)
            while ahead == 1 and self._waiting and len(self._workers) < self._count:
                self._workers.append(self._start())
                self._give(self._workers[-1])

    def _give(self, to: _Worker[T]) -> None:
        task = self._waiting.popleft()
        if not to.tasks:
            to.since = self._clock()
        to.tasks.append(task)
        with contextlib.suppress(OSError):  # it has died, which the next look at its connection tells
            to.child.connection.send((task.path, task.named, task.real))

    def _start(self) -> _Worker[T]:
        started = child.start("seocheck.worker:main")
        with contextlib.suppress(OSError):  # it has died already, which the next look at its connection tells
            started.connection.send((self._setup, kept_in()))
        return _Worker(started, since=self._clock())

    def _receive(self, each: _Worker[T]) -> Answer[T]:
        try:
            data = each.child.connection.recv_bytes()
        except (EOFError, OSError):
            return self._bury(each)
        task = each.tasks.popleft()
        each.since = self._clock()
        if data[:1] == SETTINGS:
            raise SettingsError(data[1:].decode())
        digest, rest = data[1 : 1 + DIGEST], data[1 + DIGEST :]
        if data[:1] == PICKLED:
            return Answer(task.of, digest, pickle.loads(rest))  # our own process made it
        return Answer(task.of, digest, decode_result(rest), rest)

    def _bury(self, each: _Worker[T], *, over: bool = False) -> Answer[T]:
        """A worker has ended: its first task is lost, the others are done by somebody else."""
        each.child.connection.close()
        code = each.child.exit_code()
        self._workers.remove(each)
        task = each.tasks.popleft()
        self._waiting.extendleft(reversed(each.tasks))
        return Answer(task.of, over=over, exit_code=code, dead=True)
