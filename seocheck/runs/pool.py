"""Worker processes: tasks go out, answers come back in any order; one that dies costs the article it was busy with."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import time
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from seocheck.base.kept_folder import kept_in
from seocheck.base.limits import cpu_seconds, seconds_by_clock
from seocheck.errors import SettingsError
from seocheck.model.result import Result, decode_result
from seocheck.runs import process as child
from seocheck.runs.process import Child
from seocheck.runs.rows import Row
from seocheck.runs.run import Setup
from seocheck.runs.worker import DIGEST, OVER, PICKLED, RUNNING, SETTINGS

if TYPE_CHECKING:
    from seocheck.runs.within import Part

AHEAD = 2
"""Tasks that a worker has at a time, the one it does among them, so that it need not wait for the next."""

GRACE = 5.0
"""Seconds beyond an article's time after which a worker is killed: it ends what takes too long itself, unless code
that is not Python keeps it from that."""

SOON = 1.0
"""Seconds after which the work of a task is looked at."""

T = TypeVar("T")


class Task(msgspec.Struct, Generic[T]):
    """A file to check: path, named, real, part and row as in a Candidate. of: whatever the answer belongs to. limit:
    seconds of processor time. again: it took too long once, and now has all workers to itself."""

    of: T
    path: str
    named: bool
    limit: float
    real: str = ""
    part: Part | None = None
    row: Row | None = None
    again: bool = False


class Answer(msgspec.Struct, Generic[T]):
    """What came of a task.

    digest: of the bytes that were checked. result: None where the worker ended over it. encoded: the same as bytes,
    where it is to be kept and can be encoded. dead: whether the worker ended over it. exit_code: of that worker. over:
    whether its time was up, twice. by_clock: whether it was so by the clock. rule: the rule of somebody's own that was
    running when the worker ended or the time was up.
    """

    of: T
    digest: bytes = b""
    result: Result | None = None
    encoded: bytes = b""
    over: bool = False
    by_clock: bool = False
    exit_code: int | None = None
    dead: bool = False
    rule: str = ""


class _Worker(msgspec.Struct, Generic[T]):
    child: Child
    tasks: deque[Task[T]] = msgspec.field(default_factory=deque)
    since: float = 0.0  # when it began with its first task
    before: float | None = None  # seconds of processor time it had had then at the least, once that is asked
    rule: str = ""  # of somebody's own, that it runs now

    def begin(self, now: float) -> None:
        """It goes to its first task."""
        self.since = now
        self.before = None

    def left(self, now: float) -> tuple[float, float]:
        """Seconds until it is ended at the earliest: by the clock, and by its processor time where that is known."""
        limit = self.tasks[0].limit
        by_clock = self.since + seconds_by_clock(limit) + GRACE - now
        if now - self.since < SOON:  # most are done by then, and asking the system takes a while
            return by_clock, by_clock
        used = cpu_seconds(self.child.process.pid)
        if used is not None and self.before is None:
            self.before = max(used - (now - self.since), 0.0)
        # Twice: what is loaded once for all articles is not counted, but looks the same from outside.
        return by_clock, by_clock if used is None or self.before is None else 2 * limit + GRACE - (used - self.before)


class Pool(Generic[T]):
    """A number of worker processes, started when there is something to do.

    They are new processes that import this package, and no copies of this one, which may have threads. keeps: whether
    the encoded results are wanted, to be kept.
    """

    def __init__(
        self, count: int, setup: Setup, clock: Callable[[], float] = time.monotonic, *, keeps: bool = False
    ) -> None:
        self._count = count
        self._setup = setup
        self._keeps = keeps
        self._clock = clock
        self._workers: list[_Worker[T]] = []
        self._waiting: deque[Task[T]] = deque()
        self._again: deque[Task[T]] = deque()

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
            patience = min(min(each.left(self._clock())) for each in busy)
            ready = set(wait([each.child.connection for each in busy], timeout=min(max(patience, 0.05), SOON)))
            for each in busy:
                answer = None
                if each.child.connection in ready:
                    answer = self._receive(each)
                elif min(left := each.left(self._clock())) <= 0:
                    task, by_clock, rule = each.tasks[0], left[0] <= 0, each.rule
                    each.child.process.kill()
                    self._bury(each)
                    answer = self._over(task, by_clock=by_clock, rule=rule)
                if answer is not None:
                    found.append(answer)
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
        if any(task.again for each in self._workers for task in each.tasks):
            return
        if self._again:
            if not any(each.tasks for each in self._workers):
                self._workers = self._workers or [self._start()]
                self._give(self._workers[0], self._again.popleft())
            return
        for ahead in range(1, AHEAD + 1):  # first one for each, then a second
            for each in self._workers:
                if self._waiting and len(each.tasks) < ahead:
                    self._give(each, self._waiting.popleft())
            while ahead == 1 and self._waiting and len(self._workers) < self._count:
                self._workers.append(self._start())
                self._give(self._workers[-1], self._waiting.popleft())

    def _give(self, to: _Worker[T], task: Task[T]) -> None:
        if not to.tasks:
            to.begin(self._clock())
        to.tasks.append(task)
        with contextlib.suppress(OSError):  # it has died, which the next look at its connection tells
            # As `send` does, without the pickler of its own that it makes each time.
            to.child.connection.send_bytes(pickle.dumps((task.path, task.named, task.real, task.part, task.row)))

    def _start(self) -> _Worker[T]:
        started = child.start("seocheck.runs.worker:main")
        with contextlib.suppress(OSError):  # it has died already, which the next look at its connection tells
            started.connection.send((self._setup, kept_in(), self._keeps))
        return _Worker(started, since=self._clock())

    def _receive(self, each: _Worker[T]) -> Answer[T] | None:
        try:
            data = each.child.connection.recv_bytes()
        except (EOFError, OSError):
            return self._bury(each)
        if data[:1] == RUNNING:
            each.rule = data[1:].decode()
            return None
        task = each.tasks.popleft()
        each.begin(self._clock())
        if data[:1] == SETTINGS:
            raise SettingsError(data[1:].decode())
        if data[:1] == OVER:
            return self._over(task, by_clock=data[1:2] == b"1", rule=data[2:].decode())
        digest, rest = data[1 : 1 + DIGEST], data[1 + DIGEST :]
        if data[:1] == PICKLED:
            return Answer(task.of, digest, pickle.loads(rest))  # our own process made it
        return Answer(task.of, digest, decode_result(rest), rest if self._keeps else b"")

    def _over(self, task: Task[T], *, by_clock: bool, rule: str) -> Answer[T] | None:
        """The time of a task is up. What else runs may be why: the first time it is kept until nothing does."""
        if task.again:
            return Answer(task.of, over=True, by_clock=by_clock, rule=rule)
        self._again.append(msgspec.structs.replace(task, again=True))
        return None

    def _bury(self, each: _Worker[T]) -> Answer[T]:
        """A worker has ended: its first task is lost, the others are done by somebody else."""
        each.child.connection.close()
        code = each.child.exit_code()
        self._workers.remove(each)
        task = each.tasks.popleft()
        self._waiting.extendleft(reversed(each.tasks))
        return Answer(task.of, exit_code=code, dead=True, rule=each.rule)
