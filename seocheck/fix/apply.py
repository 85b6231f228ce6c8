"""One kind of fix after the other: proposed, made, read again, and kept only if nothing else changed."""

from __future__ import annotations

from msgspec.structs import replace

from seocheck.check.run_rules import Found
from seocheck.edit.encoded import reencoded
from seocheck.edit.written import RefusedError, edited
from seocheck.fix import (
    description_markup,
    description_white_space,
    duplicate_keywords,
    keyword_list,
    label_blocks,
    labels,
    not_first,
)
from seocheck.fix.examine import Examined, examine
from seocheck.fix.proposal import Kind, Proposal, Way
from seocheck.fix.reading import reads_as_meant
from seocheck.model.article import Source

KINDS: tuple[Kind, ...] = tuple(
    module.KIND
    for module in (
        not_first,
        labels,
        label_blocks,
        keyword_list,
        duplicate_keywords,
        description_markup,
        description_white_space,
    )
)
"""In the order in which they are made: a text has to become a list before an entry can be removed from it."""

ONE_BY_ONE = 10
"""Findings of a kind that are tried one by one if they can't be fixed together."""


def apply_kind(state: Examined, kind: Kind) -> tuple[Examined, tuple[tuple[Found, str], ...], list[tuple[Found, str]]]:
    """Apply one kind of fix: the article afterwards, what was done about which finding, and what was refused.

    All findings of its rule are fixed together. If that is refused, each is tried alone, the last first, so that the
    others keep their ids.
    """
    findings = state.of(kind.rule)
    try:
        proposed = kind.propose(state, findings)
        if proposed.proposal is None:
            return state, (), proposed.refused
        return _made(state, proposed.proposal), proposed.proposal.fixes, proposed.refused
    except RefusedError as error:
        if len(findings) == 1:
            return state, (), [(findings[0], str(error))]
    fixes: list[tuple[Found, str]] = []
    refused: list[tuple[Found, str]] = []
    many = findings[::-1]
    for found in many[:ONE_BY_ONE]:
        # Its place may have changed with those after it; its number among the findings of its rule has not.
        now = next((f for f in state.of(kind.rule) if f[1] == found[1]), None)
        if now is None:
            fixes.append((found, "was fixed together with another"))
            continue
        try:
            proposed = kind.propose(state, [now])
            if proposed.proposal is not None:
                state = _made(state, proposed.proposal)
                fixes.append((found, proposed.proposal.fixes[0][1]))
            refused += [(found, reason) for _, reason in proposed.refused]
        except RefusedError as error:
            refused.append((found, str(error)))
    refused += [
        (found, "there are too many findings of this rule to fix them one by one") for found in many[ONE_BY_ONE:]
    ]
    return state, tuple(fixes), refused


def fixed_alone(state: Examined, kind: Kind, found: Found) -> tuple[Way, bool] | None:
    """The edits that fix one finding alone, and whether the byte order mark goes; None if there aren't any."""
    try:
        proposal: Proposal | None = kind.propose(state, [found]).proposal
        if proposal is None:
            return None
        way, _ = _written(state, proposal)
    except RefusedError:
        return None
    return way, proposal.drop_mark


def _made(state: Examined, proposal: Proposal) -> Examined:
    """The article with the change, if the rules no longer find what was fixed, and nothing new."""
    _, source = _written(state, proposal)
    after = examine(source, state.plan)
    was, now = state.counts(), after.counts()
    for (plan, _, finding), _ in proposal.fixes:
        was[plan.loaded.id, finding.subject] -= 1
    new = now - was
    if new:
        rule = min(rule for rule, _ in new)
        fixed_rules = {plan.loaded.id for (plan, _, _), _ in proposal.fixes}
        raise RefusedError(
            "the rule would still find it" if rule in fixed_rules else f"it would cause a finding of {rule}"
        )
    return after


def _written(state: Examined, proposal: Proposal) -> tuple[Way, Source]:
    """The first way to make a change that reads back as intended, and the new source. Raises RefusedError if there
    isn't one."""
    why = "it can't be written so that it reads back as intended"
    for way in proposal.ways:
        try:
            source = replace(
                state.source,
                text=edited(state.source.text, way),
                byte_order_mark=state.source.byte_order_mark and not proposal.drop_mark,
            )
            reencoded(source)
        except RefusedError as error:
            why = str(error)
            continue
        if proposal.reads_as_meant or reads_as_meant(
            state.article, examine(source, state.plan, only=()).article, proposal
        ):
            return way, source
    raise RefusedError(why)
