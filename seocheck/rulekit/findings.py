"""Findings on a number that misses its limit: slack, loss, measured value and target, in one place for all rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seocheck.base.text import Span, Text
from seocheck.model.rule import Finding, Severity, rising

WORDS_SLACK = 0.1
"""The part of a limit in words by which a text may miss it before that's worth a finding: nobody rewrites for 355 words
where 350 are the limit. The loss grows from the limit on."""

PIXELS_SLACK = 0.1
"""The same for a width in pixels, which is an estimate, of a limit that search engines don't publish."""

STUB_WORDS = 3
"""Words from which on a description is a text that can be judged; fewer are a stub."""

SHARE_SLACK = 0.05
"""The same for a share, added to it: in most articles, one sentence."""

Findings = Iterator[Finding]


def over(
    place: Text | Span,
    value: float,
    limit: float,
    unit: str,
    *,
    full: float,
    says: str,
    hint: str,
    subject: str = "",
    slack: float = WORDS_SLACK,
    severity: Severity | None = None,
    related: Sequence[Span] = (),
    target: str = "",
) -> Findings:
    """One finding where a value is above its limit by more than the slack.

    place: what it points at. unit: of both numbers ("words", "px"). full: the multiple of the limit from which on the
    loss is 1; above the limit it grows evenly. says, hint: the message and what to do, in which {value} and {limit}
    are filled in. subject: by default the first 80 characters of the text. slack: the part of the limit by which the
    value may exceed it unreported.
    """
    if value <= limit * (1.0 + slack):
        return
    yield _finding(
        place, value, limit, unit, says, hint, subject, severity, related, target or f"at most {_number(limit)} {unit}",
        rising(value - limit, (full - 1.0) * limit),
    )  # fmt: skip


def under(
    place: Text | Span,
    value: float,
    limit: float,
    unit: str,
    *,
    says: str,
    hint: str,
    full: float = 0.0,
    subject: str = "",
    slack: float = WORDS_SLACK,
    severity: Severity | None = None,
    related: Sequence[Span] = (),
    target: str = "",
) -> Findings:
    """The same where a value is below its limit. full: the part of the limit at which the loss is 1."""
    if value >= limit * (1.0 - slack):
        return
    yield _finding(
        place, value, limit, unit, says, hint, subject, severity, related,
        target or f"at least {_number(limit)} {unit}", rising(limit - value, (1.0 - full) * limit),
    )  # fmt: skip


def share_over(
    place: Text | Span,
    part: int,
    whole: int,
    limit: float,
    *,
    full: float,
    says: str,
    hint: str,
    subject: str = "prose",
    slack: float = SHARE_SLACK,
    severity: Severity | None = None,
    related: Sequence[Span] = (),
) -> Findings:
    """One finding where a share, from 0 to 1, is above its limit by more than the slack.

    full: so far above the limit the loss is 1. In says and hint {part}, {whole}, {value} and {limit} are filled in,
    the last two as percentages.
    """
    if not whole or part / whole <= limit + slack:
        return
    share = part / whole
    words = {"part": f"{part:,}", "whole": f"{whole:,}", "value": f"{share:.0%}", "limit": f"{limit:.0%}"}
    yield Finding(
        place.span() if isinstance(place, Text) else place,
        _filled(says, words),
        hint=_filled(hint, words),
        loss=rising(share - limit, full),
        subject=subject,
        measured=words["value"],
        target=f"at most {words['limit']}",
        severity=severity,
        related=tuple(related),
    )


def _finding(
    place: Text | Span, value: float, limit: float, unit: str, says: str, hint: str, subject: str,
    severity: Severity | None, related: Sequence[Span], target: str, loss: float,
) -> Finding:  # fmt: skip
    words = {"value": _number(value), "limit": _number(limit)}
    return Finding(
        place.span() if isinstance(place, Text) else place,
        _filled(says, words),
        hint=_filled(hint, words),
        loss=loss,
        subject=subject or (place.value[:80] if isinstance(place, Text) else ""),
        measured=f"{words['value']} {unit}".strip(),
        target=target,
        severity=severity,
        related=tuple(related),
    )


def _filled(template: str, words: dict[str, str]) -> str:
    """A message with its numbers. Not str.format: the template may hold words of the article, braces among them."""
    for name, value in words.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 10 or value == int(value) else f"{value:.1f}"
