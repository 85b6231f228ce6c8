"""What several rules share: checks that differ only in the field they look at, and where a snippet is cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from seocheck.analysis import Analysis
from seocheck.analysis.declared.pixel_width import cut, width
from seocheck.analysis.keywords.support import TIERS
from seocheck.analysis.words.tokens import tokens
from seocheck.base.late_pattern import late_pattern
from seocheck.base.plural import plural
from seocheck.base.text import Span, Text
from seocheck.model.article import Block
from seocheck.model.rule import Finding, Severity, rising
from seocheck.rulekit.findings import PIXELS_SLACK

_LACK: dict[str, tuple[float, Severity | None]] = {
    "related": (0.5, "note"),
    "absent": (1.0, None),
}
"""Loss and severity by the best tier at which a keyword is met; closer tiers aren't faults."""

MOSTLY_ABSENT = 1 / 3
"""Where the text says fewer of the keywords, the list is wrong, and keywords/unsupported says so."""
DWELT_ON = 3
"""How often the text must say a keyword that a title should contain, unless it is declared as the focus."""
WORDS_FOR_MORE = 100
"""Shorter texts must say it once, or twice."""

_HUMP = late_pattern(r"[A-Z][a-z]+(?=[A-Z])|(?<=[a-z])[A-Z][a-z]+|[a-z]+(?=[A-Z])")

WARNING_FROM = 1.5
"""Times the width from which on a third of a text is lost, and with it the rule's whole weight."""


def lacks_keyword(
    analysis: Analysis, zone: Literal["title", "description"], field: Text, *, called: str, hint: str
) -> Iterator[Finding]:
    """One finding when the focus keyword, or any keyword where none is the focus, is not met in a zone.

    Keywords that the article itself never says don't help a title; that they are declared is another rule's.
    """
    asked = tuple(s for s in analysis.asked if (s.tier != "absent" and not s.missing) or s.keyword.focus)
    if not asked or len(asked) < MOSTLY_ABSENT * len(analysis.asked):
        return
    often = min(DWELT_ON, 1 + analysis.word_count // WORDS_FOR_MORE)
    if zone == "title" and not any(s.keyword.focus or s.count >= often for s in asked):
        return  # a title need not name what the text says in passing
    if any(s.best(zone) not in _LACK or _is_part_of_name(s.keyword.text.value, field.value) for s in analysis.asked):
        return
    closest = min(asked, key=lambda s: TIERS.index(s.best(zone)))
    best = closest.best(zone)
    if best not in _LACK:
        return
    loss, severity = _LACK[best]
    verb = "does not mention" if best == "absent" else "only comes near"
    if best == "absent" and len(asked) > 1:
        said = "" if len(asked) == len(analysis.support) else " that the text says"
        what = f"any of the {len(asked)} keywords{said}"
    else:
        what = f"the {'focus ' if closest.keyword.focus else ''}keyword “{closest.keyword.text.value}”"
    yield Finding(
        field.span(),
        f"The {called} {verb} {what}.",
        hint=hint,
        loss=loss,
        subject=zone,
        measured=best,
        target="exact, inflected, in another spelling or reordered",
        severity=severity,
    )


def _is_part_of_name(keyword: str, said: str) -> bool:
    """Whether a keyword of one word is a part of a name that is written as one, as in HighlightCodeBlock."""
    wanted = keyword.casefold()
    return any(part.casefold() == wanted for part in _HUMP.findall(said))


def too_wide(text: Text, *, called: str, subject: str, size: float, most: int, severe: bool) -> Iterator[Finding]:
    """One finding on the part of a text that results would cut.

    size: of the font, in pixels. most: the width that is shown, in pixels. severe: a warning from one and a half times
    that width on.
    """
    pixels = width(text.value, size)
    if pixels <= most * (1.0 + PIXELS_SLACK):
        return
    at = cut(text.value, size, most)
    shown = text.value[:at].split()
    tail = " ".join(shown[-4:]) if len(shown) > 1 else text.value[:at][-30:]
    lost = at + len(text.value[at:]) - len(text.value[at:].lstrip())  # from the first lost word on
    yield Finding(
        text.span(lost),
        f"{called} is {plural(len(text.value), 'character')} long, about {pixels:,.0f} px; "
        f"aim for {most:,} px or less.",
        hint=f"Results would cut it after “{tail}”: say what matters before that, or shorten it.",
        loss=rising(pixels - most, (WARNING_FROM - 1.0) * most),
        subject=subject,
        measured=f"{pixels:,.0f} px",
        target=f"at most {most} px",
        severity="warning" if severe and pixels >= WARNING_FROM * most else None,
    )


def word_count(block: Block) -> int:
    """The words of a block; what is written together with its neighbour counts once."""
    return sum(not token.glued for token in tokens(block.text.value))


def opening(block: Block) -> Span:
    """The first words of a block, at most 80 characters."""
    value = block.text.value
    return block.text.span(0, len(value) if len(value) <= 80 else max(value.rfind(" ", 0, 80), 1))
