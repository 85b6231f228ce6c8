"""Several processes: the same reports in the same order; one that dies costs the article it was busy with."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import seocheck
from seocheck.base.limits import OverBudgetError, time_limit
from seocheck.config import SettingsFinder
from seocheck.errors import SettingsError, UnreadableError
from seocheck.model.report import Report
from seocheck.runs.guard import check_candidate, killed
from seocheck.runs.pool import Answer, Pool, Task
from seocheck.runs.run import Candidate, Run
from seocheck.runs.schedule import Checker
from tests.support import environment, hear_interrupts, markdown, run_command, seocheck_process, write

posix = pytest.mark.skipif(os.name != "posix", reason="there is no such signal here")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {f"{n:02}.md": markdown(title=f"Sourdough bread, part {n}") for n in range(24)})
    write(tmp_path, {"07.md": b"\x89PNG\r\n", "11.md": markdown(draft="true"), "12.html": "<title>x</title>"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("how", ["text", "json"])
def test_the_same_whatever_the_number_of_processes(site: Path, how: str) -> None:
    done = [
        seocheck_process("check", "--workers", str(workers), "-f", how, ".", cwd=site)
        for workers in (1, 3)
    ]  # fmt: skip
    assert {(each.returncode, each.stdout, each.stderr) for each in done} == {
        (done[0].returncode, done[0].stdout, done[0].stderr)
    }
    assert b"not a text file" in done[0].stderr


def test_settings_select_and_profile_reach_the_workers(site: Path) -> None:
    write(site, {"seocheck.yml": "severities: {title/too-short: error}\n", "sub/seocheck.yml": "language: de\n"})
    write(site, {"sub/x.md": markdown(title="Brot"), "y.md": markdown(title="Brot")})
    for args in (["--select", "title,description"], ["--profile", "news", "--config", "seocheck.yml"], ["--isolated"]):
        outputs = {
            run_command("check", "--workers", n, "-f", "json", *args, "sub", "y.md", cwd=site).stdout
            for n in ("1", "2")
        }
        assert len(outputs) == 1


def test_the_cache_is_filled_by_workers(site: Path) -> None:
    folder = site / ".cache"
    first = run_command("check", "--workers", "2", "--cache-dir", str(folder), "-f", "json", ".", cwd=site)
    again = run_command("check", "--workers", "1", "--cache-dir", str(folder), "-f", "json", ".", cwd=site)
    assert first.stdout == again.stdout
    from seocheck.runs.cache.store import ResultCache

    cache = ResultCache(folder)
    cache.get(b"")
    assert cache._connection is not None
    (count,) = cache._connection.execute("select count(*) from results").fetchone()
    assert count == 24  # all but the one that cannot be read
    cache.close()


def test_broken_settings_in_a_folder_end_the_run(site: Path) -> None:
    write(site, {"sub/seocheck.yml": "rulez: {}\n", "sub/a.md": markdown()})
    done = [run_command("check", "--workers", n, "-q", ".", cwd=site) for n in ("1", "2")]
    assert {(each.returncode, each.stderr.splitlines()[-1]) for each in done} == {(2, done[0].stderr.splitlines()[-1])}
    assert b"rulez" in done[0].stderr


def test_processes_start_by_themselves_where_there_is_much_to_do(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    monkeypatch.setattr("seocheck.runs.schedule.available_cores", lambda: 2)
    monkeypatch.setattr(Checker, "_start_pool", lambda self: started.append(1) or setattr(self, "_workers", 1))
    candidates = [Candidate(f"{n:02}.md", True) for n in (*range(7), *range(13, 24))] * 2
    list(Checker(Run(SettingsFinder()), workers=0).results(candidates[:10]))
    assert not started
    monkeypatch.setattr("seocheck.runs.schedule.WORTH_IT", 0.0)
    list(Checker(Run(SettingsFinder()), workers=0).results(candidates))
    assert started


class Killing(Pool[str]):
    """A pool of which somebody kills the worker that is busy with "05.md"."""

    def answers(self) -> list[Answer[Any]]:
        for each in self._workers:
            if each.tasks and each.tasks[0].path == "05.md":
                os.kill(each.child.process.pid, signal.SIGKILL)
                each.child.process.wait()
        return super().answers()


@posix
def test_a_killed_worker_costs_one_article(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seocheck.runs.pool.Pool", Killing)
    candidates = [Candidate(f"{n:02}.md", True) for n in range(7)]
    results = [result for _, result in Checker(Run(SettingsFinder()), workers=2).results(candidates)]
    lost = [result for result in results if isinstance(result, UnreadableError)]
    assert [str(each) for each in lost] == [
        "05.md: the process that checked it was killed (SIGKILL), perhaps for want of memory"
    ]
    assert sum(isinstance(result, Report) for result in results) == 6


@posix
def test_all_workers_killed_again_and_again(site: Path) -> None:
    """From outside, at random: every article has a report or is named, and the run ends."""
    write(site, {f"more{n:02}.md": markdown(title=f"Rye, part {n}") for n in range(80)})
    process = subprocess.Popen(
        [sys.executable, "-m", "seocheck", "check", "--workers", "2", "-f", "jsonl", "."],
        cwd=site, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    first = process.stdout.readline()
    for _ in range(5):
        for child in _children(process.pid):
            os.kill(child, signal.SIGKILL)
        time.sleep(0.3)
    out, err = process.communicate(timeout=300)
    reports = (first + out).count(b'"kind":"report"') or (first + out).count(b'"path":')
    named = err.count(b"was killed (SIGKILL)")
    assert process.returncode == 2
    assert 1 <= named <= 10
    assert b"Traceback" not in err
    assert reports >= 1


def _children(pid: int) -> list[int]:
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        pytest.skip("the system does not tell which processes a process has started")
    workers = []
    for child in map(int, found):
        try:
            if b"seocheck.runs.worker" in Path(f"/proc/{child}/cmdline").read_bytes():
                workers.append(child)
        except OSError:
            continue
    return workers


class Stopped(Pool[str]):
    """A pool whose workers are stopped, as by code that never ends and hears no alarm."""

    def answers(self) -> list[Answer[Any]]:
        for each in self._workers:
            if each.tasks and each.tasks[0].path == "03.md":
                os.kill(each.child.process.pid, signal.SIGSTOP)
        return super().answers()

    def _give(self, to: Any, task: Task[str]) -> None:
        super()._give(to, task)
        if task.again:
            os.kill(to.child.process.pid, signal.SIGSTOP)


@posix
def test_a_worker_that_hears_nothing_is_ended(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seocheck.runs.pool.Pool", Stopped)
    monkeypatch.setattr("seocheck.runs.pool.GRACE", 0.2)
    monkeypatch.setattr("seocheck.base.limits.CLOCK", 1)
    write(site, {"seocheck.yml": "max_seconds: 5\n"})
    candidates = [Candidate(f"{n:02}.md", True) for n in range(7)]
    results = [result for _, result in Checker(Run(SettingsFinder()), workers=2).results(candidates)]
    lost = [str(result) for result in results if isinstance(result, UnreadableError)]
    assert "03.md: takes longer than 5 s by the clock (setting max_seconds: 5)" in lost


@posix
@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_takes_too_long_is_named(site: Path, workers: int) -> None:
    write(site, {"slow/seocheck.yml": "max_seconds: 0.000001\n", "slow/05.md": markdown()})
    done = run_command("check", "-q", "--workers", str(workers), "slow/05.md", "06.md", cwd=site)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[0] == (
        "seocheck: slow/05.md: takes longer than 1e-06 s (setting max_seconds)"
    )
    assert b"06.md" in done.stdout


@posix
def test_a_rule_does_not_swallow_the_end_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seocheck.base.limits.CLOCK_LEAST", 0.0)

    def rules() -> None:
        while True:
            with contextlib.suppress(Exception):
                time.sleep(1)

    with pytest.raises(OverBudgetError), time_limit(0.01):
        rules()
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


@posix
def test_an_alarm_of_somebody_else_is_left_alone() -> None:
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    try:
        with time_limit(0.001):
            time.sleep(0.01)
    finally:
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (MemoryError(), "a.md: there is not enough memory to check it"),
        (ZeroDivisionError("division by zero"), "a.md: could not be checked: ZeroDivisionError: division by zero"),
        (RecursionError("too deep"), "a.md: could not be checked: RecursionError: too deep"),
    ],
)
def test_whatever_goes_wrong_is_one_line(error: Exception, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(Run, "check_data", fails)
    assert str(check_candidate(Run(SettingsFinder()), Candidate("a.md", True), b"text")) == says


def test_settings_that_cannot_be_used_are_no_matter_of_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise SettingsError("seocheck.yml:1: rulez: unknown")

    monkeypatch.setattr(Run, "check_data", fails)
    with pytest.raises(SettingsError):
        check_candidate(Run(SettingsFinder()), Candidate("a.md", True), b"text")


@pytest.mark.parametrize(
    ("code", "how"), [(-9, "was killed (SIGKILL)"), (-250, "was killed"), (3, "ended (exit code 3)"), (0, "ended")]
)
def test_how_a_process_ended(code: int, how: str) -> None:
    if code == -9 and os.name != "posix":
        pytest.skip("signals have no names here")
    assert str(killed("a.md", code)) == f"a.md: the process that checked it {how}, perhaps for want of memory"


@posix
def test_ctrl_c_ends_all_processes(site: Path) -> None:
    write(site, {f"more{n:03}.md": markdown(title=f"Rye, part {n}") for n in range(300)})
    process = subprocess.Popen(
        [sys.executable, "-m", "seocheck", "check", "--workers", "2", "-f", "jsonl", "."],
        cwd=site, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=hear_interrupts,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    workers = _children(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.strip() == b"seocheck: interrupted"
    assert workers
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_names_and_titles_that_are_no_unicode(site: Path) -> None:
    (site / "ü \udcff.md").write_text(markdown(title='"\\ud800 x"'), encoding="utf-8")
    outputs = {
        run_command("check", "--cache-dir", "c", "--workers", n, "-f", "json", ".", cwd=site).stdout
        for n in ("1", "2", "1")
    }
    assert len(outputs) == 1
    assert b"internal error" not in outputs.pop()


def test_the_api_has_workers_too(site: Path) -> None:
    seen: list[str] = []
    one = list(seocheck.check_paths(".", on_failure=lambda error: seen.append(str(error))))
    two = list(seocheck.check_paths(".", workers=2, on_failure=lambda error: seen.append(str(error))))
    assert one == two
    assert len(seen) == 2


def test_tasks_are_handed_out_evenly_and_kept_few(site: Path) -> None:
    pool: Pool[int] = Pool(2, ((), None, (), (), None, None))
    try:
        for number in range(6):
            pool.submit(Task(number, f"{number:02}.md", True, 60.0))
        assert [len(each.tasks) for each in pool._workers] == [2, 2]
        assert not pool.wants_more
        found: list[int] = []
        while len(found) < 6:
            for answer in pool.answers():
                assert isinstance(answer.result, Report)
                found.append(answer.of)
        assert sorted(found) == list(range(6))
        assert pool.answers() == []
    finally:
        pool.close()


@pytest.fixture(autouse=True)
def nobody_left_behind() -> Iterator[None]:
    """Every process that a test started has ended."""
    yield
    if Path("/proc/self/task").is_dir():
        assert _children(os.getpid()) == []
