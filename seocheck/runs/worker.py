"""What runs in a worker process: it takes paths, checks the files, and sends results back as bytes.

A task is `(path, named, real, part, row)`, the parts of a Candidate. The answer is one byte and the rest: `R`, the
digest of what was read, the encoded result; `P` and the same with the result pickled, where it cannot be encoded; `O`
for an article whose time is up, `1` where it is so by the clock or `0`, and the rule of somebody's own that was
running; or `S` and a message, for settings that cannot be used. Before an answer may come `W` and the id of such a
rule that begins now, `W` alone where it has ended.
"""

from __future__ import annotations

import pickle
import signal
from multiprocessing.connection import Connection

from seocheck.base.digest import SIZE, digest
from seocheck.base.ending import end_at_once
from seocheck.base.kept_folder import keep_in
from seocheck.base.limits import OverBudgetError
from seocheck.config import SettingsFinder
from seocheck.errors import SeocheckError, SettingsError, UnreadableError
from seocheck.model.result import Result, encode_result
from seocheck.rulekit.foreign import announce, refuse_exit
from seocheck.rulekit.rule_set import RuleSet
from seocheck.runs.garbage import collect_less
from seocheck.runs.guard import check_once
from seocheck.runs.run import Candidate, Run

RESULT, PICKLED, OVER, SETTINGS, RUNNING = b"R", b"P", b"O", b"S", b"W"
DIGEST = SIZE


def main(connection: Connection) -> None:
    """Answer until the other end is closed, then end the process."""
    _answer_all(connection)
    end_at_once(0)


def _answer_all(connection: Connection) -> None:
    """Answer until the other end is closed.

    What comes first is the setup, the folder of kept dictionaries, and whether encoded results will be kept.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends this
    try:
        (sources, settings, select, ignore, profile, built), dictionaries, keeps = connection.recv()
    except (EOFError, OSError):
        return
    fault = b""
    refuse_exit()
    try:
        run = Run(
            SettingsFinder(settings, RuleSet(sources)), select=select, ignore=ignore, profile=profile, built=built
        )
    except SeocheckError as error:  # a rule that imports what only the other process finds
        fault = SETTINGS + str(error).encode()
    if sources:
        announce(lambda rule: connection.send_bytes(RUNNING + rule.encode()))
    collect_less()
    keep_in(dictionaries)
    while True:
        try:
            path, named, real, part, row = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer = fault or _answer(run, Candidate(path, named, real, part, row), keeps=keeps)
        except SettingsError as error:
            answer = SETTINGS + str(error).encode()
        try:
            connection.send_bytes(answer)
        except OSError:
            return  # the parent is gone


def _answer(run: Run, candidate: Candidate, *, keeps: bool) -> bytes:
    data = b""
    try:
        if candidate.row is None:
            data = run.read(candidate)
    except UnreadableError as error:
        return _encoded(bytes(DIGEST), error, keeps=keeps)
    try:
        result = check_once(run, candidate, data)
    except OverBudgetError as error:
        return OVER + (b"1" if error.by_clock else b"0") + error.rule.encode()
    return _encoded(digest(data), result, keeps=keeps)


def _encoded(digest: bytes, result: Result, *, keeps: bool) -> bytes:
    try:
        return RESULT + digest + encode_result(result, deflated=keeps)
    except UnicodeEncodeError:  # half a surrogate pair in a name or an escape
        return PICKLED + digest + pickle.dumps(result)
