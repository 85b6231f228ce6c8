"""What an editor shows on a keyword: how closely and how often the article says it, and where first."""

from __future__ import annotations

from lsprotocol import types

from seocheck.base.late_pattern import late_pattern
from seocheck.lsp.documents import Checked
from seocheck.model.report import KeywordResult, Place

_MARKS = late_pattern(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
_TIERS = {
    "exact": "said word for word",
    "inflected": "said in another form",
    "variant": "said in another spelling",
    "reordered": "said in another order",
    "apart": "all its words are said, far from each other",
    "partial": "said in part",
    "related": "a related word is said",
    "absent": "not said in the text",
}


def hover(checked: Checked, position: types.Position) -> types.Hover | None:
    """The text for a position that lies on a declared keyword, or on the words that support one best."""
    at = checked.places.offset(position)
    keywords = (*checked.report.keywords, *checked.report.taxonomy)
    for keyword in keywords:
        if _holds(keyword.place, at):
            return _hover(checked, keyword, keyword.place)
    for keyword in keywords:
        if keyword.evidence is not None and _holds(keyword.evidence.place, at):
            return _hover(checked, keyword, keyword.evidence.place)
    return None


def _holds(place: Place, at: int) -> bool:
    return place.start.offset < place.end.offset and place.start.offset <= at <= place.end.offset


def _hover(checked: Checked, keyword: KeywordResult, place: Place) -> types.Hover:
    contents = types.MarkupContent(kind=types.MarkupKind.Markdown, value=hover_text(keyword))
    return types.Hover(contents=contents, range=checked.places.range(place))


def hover_text(keyword: KeywordResult) -> str:
    """A keyword's tier, count, zones and first place, as Markdown; the line counts from 1 as editors show it."""
    what = "tag" if keyword.key in ("tags", "categories") else "keyword"
    lines = [f"**{escaped(keyword.text)}** ({'primary ' if keyword.primary else ''}{what})", ""]
    times = "once" if keyword.count == 1 else f"{keyword.count} times"
    counted = f", {times} in the text" if keyword.count else ""
    lines.append(f"Tier: {keyword.tier} ({_TIERS.get(keyword.tier, keyword.tier)}){counted}.")
    if keyword.missing:
        lines.append("Never said: " + ", ".join(f"“{escaped(part)}”" for part in keyword.missing) + ".")
    if keyword.evidence is not None:
        at = keyword.evidence.place.start
        lines += ["", f"First: “{escaped(keyword.evidence.words)}”, line {at.line}, in {keyword.evidence.zone}."]
    if keyword.zones:
        lines += ["", *(f"- {zone}: {found.tier}, {found.count}" for zone, found in keyword.zones.items())]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Text of the article in which no character is Markdown, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
