"""Markup in a declared text, which is plain text: tags, entities, template code, Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.model.rule import Finding, Severity

ENTITY = late_pattern(
    r"&(?:amp|lt|gt|quot|apos|nbsp|hellip|copy|reg|trade|euro|middot|bull|times|deg|szlig|[lr]aquo|[lr][sd]quo|[sbn]dquo"
    r"|[nm]dash|[a-z](?:acute|grave|circ|uml|tilde|ring|cedil|caron|slash)|#\d{2,5}|#x[0-9a-f]{2,5});",
    re.IGNORECASE,
)


class _Kind(NamedTuple):
    name: str
    loss: float
    severity: Severity | None
    pattern: re.Pattern[str]


_KINDS = (
    _Kind(
        "HTML",
        0.6,
        None,
        # A name alone (the <title> tag) is a mention; what people paste has an end tag, or needs none.
        late_pattern(
            r"<(a|abbr|b|blockquote|code|div|em|font|h[1-6]|i|li|ol|p|small|span|strong|sub|sup|table|u|ul)\b[^<>]*>"
            r"(?=[^<]{0,500}</)|</(?:a|em|i|b|strong|p|span|div|code|li|ul)\s*>|<(?:br|hr)\s*/?>|<(?:img|a)\s[^<>]*>",
            re.IGNORECASE,
        ),
    ),
    _Kind("an HTML entity", 0.6, None, ENTITY),
    _Kind(
        "template code",
        1.0,
        None,
        late_pattern(
            r"\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|<%[^<>]{0,200}%>|\$\{[^{}]{1,100}\}|%%[a-z_]{2,40}%%"
            r"|(?<![\w{%])(?:\{(?:NAME)\}|%(?:NAME)%)(?![\w}%])".replace(
                "NAME", r"(?:page|post|site|blog)[ _-]?(?:title|name)|title|sep"
            ),
            re.IGNORECASE,
        ),
    ),
    _Kind("a Markdown link", 0.6, None, late_pattern(r"!?\[[^\[\]]{0,200}\]\([^()\s]{1,500}(?:\s[^()]{0,100})?\)")),
    _Kind(
        "Markdown",
        0.6,
        None,
        late_pattern(
            r"(?<![\w*])\*\*(?=\S)[^*]{1,300}(?<=\S)\*\*(?![\w*])|^#{1,6}\s"
            r"|(?<!\w)__(?=\S)[^_]{0,100} [^_]{0,100}(?<=\S)__(?!\w)"
        ),
    ),
    _Kind(
        "Markdown",
        0.3,
        "note",
        late_pattern(r"(?<![\w*])\*(?=[^\s*])[^*]{1,300}(?<=[^\s*])\*(?![\w*])|(?<![\w`])`[^`\s][^`]{0,200}`(?![\w`])"),
    ),
)


def markup_findings(text: Text, *, called: str, subject: str) -> Iterator[Finding]:
    """One finding for each kind of markup in a text, at its first place."""
    told: set[str] = set()
    for kind in _KINDS:
        match = kind.pattern.search(text.value)
        if match is None or kind.name in told:
            continue
        told.add(kind.name)
        yield Finding(
            text.span(*match.span()),
            f"{called} contains {kind.name} ({match.group()[:40].strip()}), which results print as it is.",
            hint="Write plain text.",
            loss=kind.loss,
            subject=subject,
            measured=kind.name,
            fault=kind.name,
            target="plain text",
            severity=kind.severity,
        )
