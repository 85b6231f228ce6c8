"""Code of a rule that is somebody's own: whatever it raises is a fault of that rule, and it ends no process.

What a person at the keyboard asks for, and the end of an article's time, are no faults of a rule: they go through.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from seocheck.base.limits import OverBudgetError
from seocheck.errors import Terminated


class EndsProcessError(Exception):
    """The code raised what would end the process. `str(error)`: what that was."""


class _ExitCalled(BaseException):
    """A function of `os` was called that ends the process, where it ends the code of a rule alone."""

    def __init__(self, name: str, given: object) -> None:
        super().__init__(given)
        self.name = name


class _Mine(threading.local):
    rule = ""


_mine = _Mine()
_announce: Callable[[str], None] | None = None


def announce(to: Callable[[str], None]) -> None:
    """Have `to` called with the id of each rule of somebody's own before it runs in this process, and with "" after."""
    global _announce
    _announce = to


@contextmanager
def code_of(rule: str) -> Iterator[None]:
    """Around code of this rule. What is raised is an Exception, unless it is not the rule's doing."""
    before, _mine.rule = _mine.rule, rule
    if _announce is not None:
        _announce(rule)
    try:
        yield
    except (Exception, GeneratorExit, Terminated):
        raise
    except OverBudgetError as error:
        error.rule = rule
        raise
    except KeyboardInterrupt as error:
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            raise  # nobody can tell it from Ctrl-C
        raise EndsProcessError(_said(error)) from None
    except BaseException as error:
        raise EndsProcessError(_said(error)).with_traceback(error.__traceback__) from None
    finally:
        _mine.rule = before
        if _announce is not None:
            _announce(before)


def fault(error: BaseException) -> str:
    """What a rule raised, in one line."""
    return f"it ends the process ({error})" if isinstance(error, EndsProcessError) else _said(error)


def _said(error: BaseException) -> str:
    name = f"os.{error.name}" if isinstance(error, _ExitCalled) else type(error).__name__
    try:
        said = " ".join(str(error).split())
    except Exception:  # it is somebody's class
        said = ""
    return f"{name}: {said}" if said else name


def refuse_exit() -> None:
    """Have `os._exit` and `os.execv` end the rule that calls them and not the process, which would end without a word
    and with the exit code that the rule gives. For processes that are ours: the command line and its workers."""
    for name in ("_exit", "execv", "execve"):
        real = getattr(os, name)
        if not hasattr(real, "of_seocheck"):
            setattr(os, name, _refused(name, real, os.getpid()))


def _refused(name: str, real: Callable[..., Any], own: int) -> Callable[..., Any]:
    def leave(*given: Any, **named: Any) -> Any:
        if _mine.rule and os.getpid() == own:
            raise _ExitCalled(name, given[0] if given else "")
        return real(*given, **named)

    leave.of_seocheck = True  # type: ignore[attr-defined]
    return leave
