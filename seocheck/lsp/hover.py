"""What an editor shows on a keyword: how closely and how often the article says it, and where first; and on a list of
keywords, the map of all of them."""

from __future__ import annotations

from lsprotocol import types

from seocheck.base.late_pattern import late_pattern
from seocheck.formats.people.for_people import for_people
from seocheck.formats.people.keyword_map import keyword_map
from seocheck.formats.people.styled import plain
from seocheck.lsp.documents import Checked
from seocheck.model.report import KeywordResult, Place

_MARKS = late_pattern(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
_TICKS = late_pattern("`+")
_LETTER = late_pattern(r"\w")
WIDTH = 80
"""Columns of the map."""
NEAR = 200
"""Characters between the name of a list and its first keyword at most."""
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
    """The text for a position that lies on a declared keyword, on the words that support one best, or on a list of
    keywords: on its name, and between them."""
    at = checked.places.offset(position)
    keywords = (*checked.report.keywords, *checked.report.taxonomy)
    for keyword in keywords:
        if _holds(keyword.place, at):
            return _hover(checked, keyword, keyword.place)
    for keyword in keywords:
        if keyword.evidence is not None and _holds(keyword.evidence.place, at):
            return _hover(checked, keyword, keyword.evidence.place)
    return _map(checked, at)


def _map(checked: Checked, at: int) -> types.Hover | None:
    """The map of the keywords of one list."""
    lists: dict[str, list[KeywordResult]] = {}
    report = for_people(checked.report)
    for keyword in (*report.keywords, *report.taxonomy):
        if keyword.place.end.offset > keyword.place.start.offset:
            lists.setdefault(keyword.key, []).append(keyword)
    for key, keywords in lists.items():
        start = _start(checked.source.text, key, min(k.place.start.offset for k in keywords))
        end = max(k.place.end.offset for k in keywords)
        if start <= at <= end:
            shown = plain(keyword_map(keywords, WIDTH))
            fence = "`" * (2 + max(map(len, _TICKS.findall(shown)), default=1))
            contents = types.MarkupContent(kind=types.MarkupKind.Markdown, value=f"{fence}text\n{shown}{fence}")
            return types.Hover(contents=contents, range=checked.places.range_of(start, end))
    return None


def _start(text: str, key: str, first: int) -> int:
    """Where a list begins: at its name, if nothing but marks lies between it and the first keyword."""
    name = key.rpartition(".")[2]
    at = text.lower().rfind(name.lower(), max(0, first - NEAR), first) if name else -1
    return at if at >= 0 and not _LETTER.search(text, at + len(name), first) else first


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
