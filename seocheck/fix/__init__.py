"""Fixing what can be fixed automatically and with certainty. Each fix removes a finding, is read again, and touches
one value alone.

    from seocheck.fix import fixes_for

    outcome = fixes_for(data, "article.md", plan)
    print(outcome.diff, [fixed.done for fixed in outcome.fixed], [refused.reason for refused in outcome.refused])

Nothing is written here; `seocheck.edit.write.replace_file` puts the new bytes in a file's place.
"""

from __future__ import annotations

from seocheck.base.positions import LineIndex
from seocheck.check.run_rules import Found
from seocheck.config import Plan
from seocheck.edit.encoded import opened, reencoded
from seocheck.edit.written import RefusedError
from seocheck.fix.apply import KINDS, apply_kind, fixed_alone
from seocheck.fix.examine import Examined, examine, finding_id
from seocheck.fix.outcome import Fixed, FixOutcome, NotFixed, TextEdit
from seocheck.fix.proposal import Kind
from seocheck.model.article import Source
from seocheck.readers import decode

__all__ = ["FIXABLE", "FixOutcome", "Fixed", "NotFixed", "TextEdit", "fixes_for"]

FIXABLE = frozenset(kind.rule for kind in KINDS)
"""The rules some of whose findings can be fixed."""

ALONE = 50
"""Findings for which the edits that fix each of them alone are computed."""

ROUNDS = 4
"""Rounds over all kinds at most: a fix that fails may work after another one."""


def fixes_for(data: bytes, path: str, plan: Plan) -> FixOutcome:
    """Fix what can be fixed in a file, in its own encoding.

    Only findings of the plan's rules are fixed, and no suppressed ones. Fixing the result again changes nothing. path:
    determines the format, and which settings by pattern apply. Raises UnreadableError if the data isn't text.
    """
    found = examine(decode(data, path), plan, only=FIXABLE)
    if not found.findings:
        return FixOutcome(after=data, path=path)
    try:
        source = opened(data, path)
    except RefusedError as error:
        refusal = _Refusals(found)
        refused = tuple(refusal(f, str(error)) for f in found.findings)
        return FixOutcome(after=data, path=path, refused=refused)
    state = first = examine(source, plan)
    refusal = _Refusals(first)
    fixed: list[Fixed] = []
    left_over: list[NotFixed] = []
    for _ in range(ROUNDS):
        before = state
        left_over = []
        for kind in KINDS:
            if state.of(kind.rule):
                state, fixes, left = apply_kind(state, kind)
                fixed += [
                    _fixed(first, kind, f, done, alone=len(fixed) + i < ALONE) for i, (f, done) in enumerate(fixes)
                ]
                left_over += [refusal(f, reason) for f, reason in left]
        if state is before:
            break
    if state is first:
        return FixOutcome(after=data, path=path, refused=tuple(left_over))
    return FixOutcome(
        after=reencoded(state.source),
        fixed=tuple(fixed),
        refused=tuple(left_over),
        path=path,
        text_before=_shown(source),
        text_after=_shown(state.source),
    )


def _fixed(first: Examined, kind: Kind, found: Found, done: str, *, alone: bool) -> Fixed:
    """What was done about a finding, and what would fix it alone in the file as it was read."""
    name = finding_id(found)
    edits: tuple[TextEdit, ...] = ()
    drops = False
    if alone:
        same = next((f for f in first.of(kind.rule) if finding_id(f) == name), None)
        made = fixed_alone(first, kind, same) if same is not None else None
        if made is not None:
            edits = tuple(TextEdit(start=e.start, end=e.end, new=e.new) for e in made[0])
            drops = made[1]
    return Fixed(rule=kind.rule, finding=name, done=done, edits=edits, drops_byte_order_mark=drops)


class _Refusals:
    """Finds the place of a finding that was not fixed, in the file as it was read."""

    def __init__(self, first: Examined) -> None:
        self._places = {finding_id(found): found[2].span.start for found in first.findings}
        self._lines = LineIndex(first.source.text)

    def __call__(self, found: Found, reason: str) -> NotFixed:
        name = finding_id(found)
        line = self._lines.line_of(self._places.get(name, found[2].span.start))
        return NotFixed(rule=found[0].loaded.id, finding=name, reason=" ".join(reason.split()), line=line)


def _shown(source: Source) -> str:
    return ("\ufeff" if source.byte_order_mark else "") + source.text
