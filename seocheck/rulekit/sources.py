"""Rules that don't ship with seocheck: read once as text, then loaded, so that every process of a run has the same.

Only what somebody at the keyboard named gets here: a folder on the command line or in a call, or an installed package.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import msgspec

from seocheck.base.files import NotRegularError, read_regular
from seocheck.base.late_pattern import late_pattern
from seocheck.base.limits import OverBudgetError, seconds_by_clock, time_limit
from seocheck.errors import SeocheckError
from seocheck.model.rule import Finding
from seocheck.rulekit.foreign import EndsProcessError, code_of, fault
from seocheck.rulekit.registry import Check, LoadedRule, as_rule, find_rules, rule_id

NAME = late_pattern(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
"""An id. Groups of a user's own are fine, and so are those of seocheck."""

RESERVED = ("house",)
"""Groups that are made from settings."""

MAX_SIZE = 1_000_000  # bytes; a rule is written by hand

LOAD_SECONDS = 3.0
"""Seconds of processor time that a rule's file may take to be loaded, at the second try, which finds imported what the
first one imports."""


class RuleSource(msgspec.Struct, frozen=True):
    """A rule as text.

    origin: the folder or the package that it comes from. file: its path. beside: tells one state of what it may import
    of its own package from another.
    """

    id: str
    origin: str
    file: str
    code: bytes
    beside: str = ""


def folder_sources(folder: str | os.PathLike[str], origin: str = "") -> list[RuleSource]:
    """The rules of a folder, `<group>/<name>.py` each. Nothing is run. Raises SeocheckError where there is none."""
    name = os.fspath(folder)
    if not os.path.isdir(name):
        raise SeocheckError(f"{name}: no such folder of rules")
    found = [_read(rule, path, origin or name) for rule, path in find_rules(os.path.abspath(name)).items()]
    if not found:
        raise SeocheckError(f"{name}: no rule in this folder; a rule is {os.path.join(name, '<group>', '<name>.py')}")
    return found


def file_source(file: str | os.PathLike[str]) -> RuleSource:
    """The rule in a file. Nothing is run. Raises SeocheckError."""
    path = os.path.abspath(file)
    if os.path.splitext(path)[1] != ".py":
        raise SeocheckError(f"{file}: not a rule: its name doesn't end in .py")
    return _read(rule_id(path), path, os.fspath(file))


def _read(rule: str, path: str, origin: str) -> RuleSource:
    if not NAME.fullmatch(rule):
        raise SeocheckError(f"{path}: “{rule}” can't be a rule's name: use small letters, digits and “_”")
    if rule.partition("/")[0] in RESERVED:
        raise SeocheckError(f"{path}: the group “{rule.partition('/')[0]}” is for rules in settings; use another")
    try:
        code = read_regular(path, MAX_SIZE)
    except (OSError, NotRegularError) as error:
        raise SeocheckError(f"{path}: can't be read: {getattr(error, 'strerror', None) or error}") from None
    if len(code) > MAX_SIZE:
        raise SeocheckError(f"{path}: too large for a rule")
    return RuleSource(rule, origin, path, code)


def load_source(source: RuleSource) -> LoadedRule:
    """Run a rule's text and give the rule. Raises SeocheckError, in one sentence, where it isn't one."""
    import hashlib

    mark = hashlib.sha256(f"{source.file}\0".encode("utf-8", "surrogateescape") + source.code).hexdigest()[:16]
    name = f"seocheck_own_rules.r{mark}"  # another text is another module: a process may have met the file before
    try:
        try:
            loaded = _load(source, name)
        except OverBudgetError as error:
            if not error.rule:
                raise  # the time of an article, and not that of the rule
            loaded = _load(source, name)
        _check_own(loaded)
    except OverBudgetError as error:
        if not error.rule:
            raise
        took = f"{seconds_by_clock(LOAD_SECONDS) if error.by_clock else LOAD_SECONDS:g} s"
        raise SeocheckError(f"{source.file}: not a rule: loading it takes longer than {took}") from None
    except SeocheckError as error:
        raise SeocheckError(f"{source.file}: not a rule: {error}") from None
    except Exception as error:
        raise SeocheckError(f"{source.file}: not a rule: {_one_line(error, source.file)}") from None
    return msgspec.structs.replace(loaded, origin=source.origin, check=_watched(source.id, loaded.check))


def _load(source: RuleSource, name: str) -> LoadedRule:
    with time_limit(LOAD_SECONDS), code_of(source.id):
        return as_rule(source.id, sys.modules.get(name) or _execute(name, source))


def _execute(name: str, source: RuleSource) -> ModuleType:
    """Run it as a module. Not by importlib's loader, which would write its cache into the folder."""
    spec = importlib.util.spec_from_loader(name, None, origin=source.file)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    module.__file__ = source.file
    sys.modules[name] = module  # dataclasses and pickling look the module up there
    try:
        exec(compile(source.code, source.file, "exec", dont_inherit=True), module.__dict__)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _one_line(error: Exception, file: str) -> str:
    """An exception and the line of the rule at which it was raised."""
    line = error.lineno if isinstance(error, SyntaxError) else None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
        trace = trace.tb_next
    where = f" in line {line}" if line else ""
    if isinstance(error, EndsProcessError):
        return fault(error).replace(" (", f"{where} (", 1)
    if isinstance(error, SyntaxError):
        return f"{type(error).__name__}{where}: {' '.join(error.msg.split())}"
    name, colon, said = fault(error).partition(": ")
    return f"{name}{where}{colon}{said}"


def _check_own(loaded: LoadedRule) -> None:
    """Raise SeocheckError for what only a rule of seocheck may do: the scores of all sites stay on one scale."""
    rule = loaded.rule
    if rule.weight:
        raise SeocheckError("a rule of your own costs no points: give it weight=0, and a severity that fails the run")
    if rule.reports:
        raise SeocheckError("only rules of seocheck report missing declarations for others: drop “reports”")
    if (rule.scope == "site") != (loaded.group == "site"):
        raise SeocheckError('scope="site" is for rules of the group “site”, and for those alone')


def _watched(rule: str, check: Check) -> Check:
    """The check, refusing what isn't a finding: it would otherwise cost the whole report, and not just this rule."""
    from seocheck.analysis import Analysis

    def watched(analysis: Any, options: Any) -> Iterator[Finding]:
        size = len(analysis.article.source.text) if isinstance(analysis, Analysis) else None
        with code_of(rule):
            for found in check(analysis, options):
                if size is not None:
                    _check_finding(found, size)
                yield found

    return watched


def _check_finding(found: object, size: int) -> None:
    if not isinstance(found, Finding):
        raise TypeError(f"check yields {type(found).__name__}, not Finding")
    msgspec.convert(msgspec.structs.asdict(found), Finding, strict=True)
    if not found.message.strip():
        raise ValueError("a finding has no message")
    if not 0 <= found.loss <= 1:
        raise ValueError(f"a finding has a loss of {found.loss:g}, which isn't from 0 to 1")
    for span in (found.span, *found.related):
        if not 0 <= span.start <= span.end <= size:
            raise ValueError(f"a finding is at {span.start} to {span.end}, but the file has {size} characters")
