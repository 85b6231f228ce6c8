"""One file through the check, whatever happens: a result, and never an exception of the article's making."""

from __future__ import annotations

import contextlib
import signal

from seocheck.base.limits import OverBudgetError, seconds_by_clock, time_limit
from seocheck.config import Plan
from seocheck.errors import SettingsError, UnreadableError
from seocheck.model.result import Result
from seocheck.runs.rows import check_row
from seocheck.runs.run import Candidate, Run, check_size


def check_candidate(run: Run, candidate: Candidate, data: bytes | None = None) -> Result:
    """Check a file, or bytes as if they were the file's. Raises SettingsError alone.

    What takes longer than the settings allow, twice, runs out of memory, or meets a fault of ours is a failure that is
    named.
    """
    with contextlib.suppress(OverBudgetError):
        return check_once(run, candidate, data)
    try:
        return check_once(run, candidate, data)
    except OverBudgetError as error:
        return too_long(candidate.path, run.plan_for(candidate.path), by_clock=error.by_clock, rule=error.rule)


def check_once(run: Run, candidate: Candidate, data: bytes | None = None) -> Result:
    """The same, but what takes longer raises OverBudgetError."""
    plan = run.plan_for(candidate.path)
    try:
        with time_limit(plan.settings.max_seconds):
            if candidate.row is not None:
                check_size(candidate.path, len(candidate.row.text), plan.settings)
                return check_row(candidate.row, plan)
            if data is None:
                data = run.read(candidate)
            check_size(candidate.path, len(data), plan.settings)
            return run.check_data(data, candidate)
    except SettingsError:
        raise
    except UnreadableError as error:
        return error
    except MemoryError:
        return UnreadableError(candidate.path, "there is not enough memory to check it")
    except Exception as error:
        return UnreadableError(candidate.path, f"could not be checked: {type(error).__name__}: {error}")


def too_long(path: str, plan: Plan, *, by_clock: bool = False, rule: str = "") -> UnreadableError:
    """The failure of an article whose time is up.

    by_clock: whether by the clock, and not of a processor. rule: the rule of somebody's own that was running.
    """
    return UnreadableError(path, says_too_long(plan.settings.max_seconds, by_clock=by_clock, rule=rule))


def says_too_long(seconds: float, *, by_clock: bool, rule: str = "") -> str:
    """What is said of such an article."""
    busy = f"; the rule {rule} was running" if rule else ""
    if by_clock:
        return (
            f"takes longer than {seconds_by_clock(seconds):g} s by the clock (setting max_seconds: {seconds:g}){busy}"
        )
    return f"takes longer than {seconds:g} s (setting max_seconds){busy}"


def killed(path: str, code: int | None, *, rule: str = "", own: str = "") -> UnreadableError:
    """The failure of an article that a worker process was busy with when it ended.

    code: as multiprocessing has it. rule: the rule of somebody's own that was running. own: where the run has its rules
    from.
    """
    how = "ended"
    if code is not None and code < 0:
        how = "was killed"
        with contextlib.suppress(ValueError):
            how = f"was killed ({signal.Signals(-code).name})"
    elif code:
        how = f"ended (exit code {code})"
    if rule:
        why = f" while the rule {rule} was running"
    else:
        why = f", perhaps by a rule of {own} or for want of memory" if own else ", perhaps for want of memory"
    return UnreadableError(path, f"the process that checked it {how}{why}")
