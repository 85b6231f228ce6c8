"""The time an article may take: work counts, waiting counts only far beyond, loading counts not at all."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import seocheck
from seocheck.base import limits as budget
from seocheck.base.limits import OverBudgetError, not_counted, time_limit
from seocheck.config import Settings, SettingsFinder
from seocheck.errors import UnreadableError
from seocheck.languages.dictionaries import KeptDictionaries
from seocheck.model.report import Report
from seocheck.model.result import PassedOver, Result
from seocheck.runs.guard import check_candidate
from seocheck.runs.pool import Pool, Task
from seocheck.runs.run import Candidate, Run
from seocheck.runs.schedule import Checker
from tests.support import markdown, write

posix = pytest.mark.skipif(os.name != "posix", reason="there is no such signal here")
linux = pytest.mark.skipif(sys.platform != "linux", reason="how much a thread has worked is not known here")

DONE = PassedOver("a.md", "done")


def spin(seconds: float) -> None:
    """Work for so many seconds of processor time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def in_this_thread(work: Callable[[], Any]) -> Any:
    return work()


def in_another(work: Callable[[], Any]) -> Any:
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join()
    return found[0]


def beside_an_alarm(work: Callable[[], Any]) -> Any:
    """Somebody else uses the alarm."""
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    try:
        return work()
    finally:
        signal.signal(signal.SIGALRM, before)


everywhere = pytest.mark.parametrize(
    "where",
    [
        pytest.param(in_this_thread, marks=posix),
        pytest.param(in_another, marks=linux),
        pytest.param(beside_an_alarm, marks=linux),
    ],
)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock's part of the limit is as short as it can be."""
    monkeypatch.setattr(budget, "CLOCK_LEAST", 0.0)


class Doing:
    """What stands in for the check: it does as told, the last thing again and again."""

    def __init__(self, *what: Callable[[], Any]) -> None:
        self.what = list(what)
        self.times = 0

    def __call__(self, *_: Any) -> Result:
        work = self.what[min(self.times, len(self.what) - 1)]
        self.times += 1
        work()
        return DONE


def checked(monkeypatch: pytest.MonkeyPatch, doing: Doing, seconds: float = 0.1) -> Result:
    monkeypatch.setattr(Run, "check_data", doing)
    return check_candidate(Run(SettingsFinder(Settings(max_seconds=seconds))), Candidate("a.md", True), b"text")


@everywhere
def test_waiting_is_no_work(where: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    doing = Doing(lambda: time.sleep(0.5))
    assert where(lambda: checked(monkeypatch, doing)) is DONE
    assert doing.times == 1


@everywhere
def test_work_is_cut_off(where: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    doing = Doing(lambda: spin(60))
    assert str(where(lambda: checked(monkeypatch, doing))) == "a.md: takes longer than 0.1 s (setting max_seconds)"
    assert doing.times == 2


@everywhere
@pytest.mark.usefixtures("at_once")
def test_waiting_is_cut_off_in_the_end(where: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def wait_long() -> None:
        for _ in range(1_000):
            time.sleep(0.02)

    assert str(where(lambda: checked(monkeypatch, Doing(wait_long)))) == (
        "a.md: takes longer than 1.2 s by the clock (setting max_seconds: 0.1)"
    )


@everywhere
def test_what_was_cut_off_is_tried_once_more(where: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    doing = Doing(lambda: spin(60), lambda: None)
    assert where(lambda: checked(monkeypatch, doing)) is DONE
    assert doing.times == 2


@everywhere
def test_what_is_loaded_is_not_counted(where: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[int] = []

    def load() -> None:
        with not_counted():
            spin(0.4)
            with not_counted():
                loaded.append(1)
        spin(0.02)

    assert where(lambda: checked(monkeypatch, Doing(load))) is DONE
    assert loaded == [1]


@everywhere
def test_what_comes_after_it_is_counted(where: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> None:
        with not_counted():
            spin(0.2)
        spin(60)

    assert "takes longer than 0.1 s" in str(where(lambda: checked(monkeypatch, Doing(load))))


@everywhere
def test_no_import_is_interrupted(where: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any import: where nobody said that it is not counted the second try finds it done."""
    write(tmp_path, {"slow_to_import.py": "from tests.runs.test_time_limit import spin\nspin(0.4)\nDONE = 1\n"})
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "slow_to_import", raising=False)
    imported: list[int] = []

    def load() -> None:
        import slow_to_import  # type: ignore[import-not-found]

        imported.append(slow_to_import.DONE)

    doing = Doing(load)
    assert where(lambda: checked(monkeypatch, doing)) is DONE
    assert imported[-1] == 1
    assert doing.times <= 2


def test_a_dictionary_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(lang: str) -> dict[str, str]:
        spin(0.4)
        return {lang: lang}

    monkeypatch.setattr("seocheck.languages.dictionaries._unpacked", slow)
    doing = Doing(lambda: KeptDictionaries().get_dictionary("en"))
    assert checked(monkeypatch, doing) is DONE
    assert doing.times == 1


@everywhere
def test_who_swallows_the_end_is_told_again(where: Any) -> None:
    def swallow() -> None:
        with contextlib.suppress(BaseException):
            spin(60)
        spin(60)

    def limited() -> bool:
        with contextlib.suppress(OverBudgetError), time_limit(0.05):
            swallow()
            return False
        return True

    assert where(limited)


@everywhere
def test_nothing_is_left_behind(where: Any) -> None:
    def one_after_the_other() -> int:
        count = 0
        for _ in range(20):
            try:
                with time_limit(0.005):
                    spin(0.0045 + 0.0001 * count)
            except OverBudgetError:
                pass
            spin(0.005)
            count += 1
        spin(0.3)
        return count

    assert where(one_after_the_other) == 20
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert not [thread for thread in threading.enumerate() if thread.name == "seocheck-time-limit" and _stays(thread)]


def _stays(thread: threading.Thread) -> bool:
    thread.join(10)
    return thread.is_alive()


@everywhere
def test_a_limit_within_a_limit_is_the_outer_one(where: Any) -> None:
    def nested() -> bool:
        with time_limit(30), time_limit(0.01):
            spin(0.1)
        return True

    assert where(nested)


def test_several_threads_have_limits_of_their_own(tmp_path: Path) -> None:
    """The Python API, called from threads: the article that is too much for its settings is named in each."""
    write(tmp_path, {"a.md": markdown(), "slow/seocheck.yml": "max_seconds: 0.000001\n", "slow/b.md": markdown()})
    told: list[list[str]] = []

    def one() -> None:
        failures: list[str] = []
        reports = list(seocheck.check_paths(tmp_path, on_failure=lambda error: failures.append(error.reason)))
        told.append([*failures, *(os.path.basename(report.path) for report in reports)])

    threads = [threading.Thread(target=one) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 3
    for each in told:
        assert each[1:] == ["a.md"]
        assert each[0].startswith("takes longer than")


# -- with worker processes -------------------------------------------------------------------------


class Stopping(Pool[Any]):
    """A pool of which the worker with "03.md" is stopped, as by code that never ends and hears no alarm."""

    beside: list[int]

    def answers(self) -> list[Any]:
        for each in self._workers:
            if each.tasks and each.tasks[0].path == "03.md":
                os.kill(each.child.process.pid, signal.SIGSTOP)
        return super().answers()

    def _give(self, to: Any, task: Task[Any]) -> None:
        if task.again:
            self.beside.append(sum(len(each.tasks) for each in self._workers))
        super()._give(to, task)


@pytest.fixture
def stopping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[Stopping]:
    write(tmp_path, {f"{n:02}.md": markdown(title=f"Sourdough bread, part {n}") for n in range(7)})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("seocheck.runs.pool.Pool", Stopping)
    monkeypatch.setattr("seocheck.runs.pool.GRACE", 0.2)
    monkeypatch.setattr(budget, "CLOCK", 1)
    monkeypatch.setattr(Stopping, "beside", [], raising=False)
    return Stopping


def results_of(seconds: float) -> list[Result]:
    run = Run(SettingsFinder(Settings(max_seconds=seconds)))
    candidates = [Candidate(f"{n:02}.md", True) for n in range(7)]
    return [result for _, result in Checker(run, workers=2).results(candidates)]


@posix
def test_a_worker_is_ended_and_the_article_tried_again_alone(stopping: type[Stopping]) -> None:
    results = results_of(10)
    assert all(isinstance(result, Report) for result in results)
    assert stopping.beside
    assert set(stopping.beside) == {0}


class Counting(Pool[Any]):
    given: list[tuple[str, int]]

    def _give(self, to: Any, task: Task[Any]) -> None:
        self.given.append((task.path, sum(len(each.tasks) for each in self._workers) if task.again else -1))
        super()._give(to, task)


@posix
def test_what_a_worker_cut_off_is_tried_again_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {f"{n:02}.md": markdown(title=f"Sourdough bread, part {n}") for n in range(7)})
    write(tmp_path, {"slow/seocheck.yml": "max_seconds: 0.000001\n", "slow/05.md": markdown()})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Counting, "given", [], raising=False)
    monkeypatch.setattr("seocheck.runs.pool.Pool", Counting)
    candidates = [Candidate(name, True) for name in ("00.md", "slow/05.md", *(f"{n:02}.md" for n in range(1, 7)))]
    results = [result for _, result in Checker(Run(SettingsFinder()), workers=2).results(candidates)]
    assert [str(each) for each in results if isinstance(each, UnreadableError)] == [
        "slow/05.md: takes longer than 1e-06 s (setting max_seconds)"
    ]
    assert sum(isinstance(each, Report) for each in results) == 7
    assert [beside for path, beside in Counting.given if path == "slow/05.md"] == [-1, 0]


@linux
def test_a_worker_that_works_and_hears_nothing_is_ended_by_its_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a worker has had of a processor is read from outside."""
    write(tmp_path, {f"{n:02}.md": markdown() for n in range(7)})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("seocheck.runs.pool.GRACE", 0.2)
    monkeypatch.setattr("seocheck.runs.pool.SOON", 0.0)
    used = iter(range(0, 10_000, 1_000))
    asked: list[int | None] = []

    def worked(process: int | None) -> float:
        asked.append(process)
        return float(next(used, 10_000))

    monkeypatch.setattr("seocheck.runs.pool.cpu_seconds", worked)
    pool: Pool[str] = Pool(1, ((), Settings(max_seconds=50), (), (), None))
    try:
        pool.submit(Task("a", "00.md", True, 50.0))
        os.kill(pool._workers[0].child.process.pid, signal.SIGSTOP)
        (answer,) = pool.answers()
    finally:
        pool.close()
    assert answer.over
    assert not answer.by_clock
    assert len(asked) > 2


@linux
def test_the_work_of_another_process() -> None:
    assert budget.cpu_seconds(None) is None
    assert budget.cpu_seconds(-5) is None
    before = budget.cpu_seconds(os.getpid())
    assert before is not None
    spin(0.2)
    after = budget.cpu_seconds(os.getpid())
    assert after is not None
    assert after - before >= 0.15
