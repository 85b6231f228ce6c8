"""The map of declared keywords: a table of keyword and zone, and in which tenths of the text each keyword is."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.base.plural import plural
from seocheck.formats.people.for_people import at, for_people, in_numbers
from seocheck.formats.people.styled import Line, Style, Styled, cells, crop, safe, wrapped
from seocheck.model.report import KeywordResult, Report, ZoneSupport

_ZONES = (
    ("title", "title"), ("description", "desc"), ("h1", "H1"), ("introduction", "intro"), ("headings", "heads"),
    ("body", "body"), ("alt", "alt"), ("link", "link"), ("form", "form"), ("quotation", "quote"), ("code", "code"),
    ("slug", "slug"),
)  # fmt: skip
_ASIDE = ("alt", "link", "form", "quotation", "code", "slug")
"""Zones that share a column if there isn't room for all."""
_MARKS = {
    "exact": "=",
    "inflected": "~",
    "variant": "^",
    "reordered": "+",
    "apart": "&",
    "partial": "/",
    "related": "?",
}
_STYLES: dict[str, Style] = {
    "exact": "good", "inflected": "good", "variant": "good", "reordered": "good", "apart": "good",
    "absent": "poor",
}  # fmt: skip
_LEVELS, _ASCII_LEVELS = "·▂▄▆█", ".1234"
"""Not, once, twice, three times, four times or more."""
_NARROWEST = 16
"""Columns that keywords need before zones have to share theirs."""
STRIP = 10
MOST_PARTIAL = 6
"""Keywords said in part of which it is told what is missing."""

Column = tuple[str, tuple[str, ...]]
"""The header of a column and the zones in it."""


def map_lines(report: Report, width: int, *, ascii_only: bool = False) -> list[Line]:
    """All of `seocheck keywords FILE`: the map of the declared keywords, and that of the tags."""
    lines: list[Line] = []
    report = for_people(report)
    for title, keywords in (("declared keyword", report.keywords), ("tag", report.taxonomy)):
        if keywords:
            said = f"{safe(report.path)}: {plural(len(keywords), title)}, {in_numbers(keywords)}"
            lines += [[Styled(said, "bold")], [], *keyword_map(keywords, width, ascii_only=ascii_only), []]
    if not lines:
        return [[Styled(f"{safe(report.path)}: no keywords are declared.")]]
    return lines[:-1]


def keyword_map(keywords: Sequence[KeywordResult], width: int, *, ascii_only: bool = False) -> list[Line]:
    """A line for each keyword: in each zone how closely and how often it is said, and a strip over the text.

    Zones where no keyword is met are left out. `ascii_only`: for a terminal that can show nothing else.
    """
    levels = _ASCII_LEVELS if ascii_only else _LEVELS
    longest = max(cells("keyword"), *(cells(safe(k.text)) for k in keywords))
    columns, first, room = _layout(keywords, width, longest)
    room = min(room, longest)
    head = f"  {'keyword':<{room}}   " + (f"{'first':<{_first_width(keywords)}}" if first else "")
    head += "".join(f"{name:<{_column_width(keywords, column)}}" for column in columns for name in column[:1])
    lines: list[Line] = [[Styled(f"{head}the text", "dim")]]
    for keyword in keywords:
        text = crop(safe(keyword.text), room)
        if ascii_only:
            text = text.replace("…", "~")
        line: Line = [
            Styled("  "), Styled(text, _STYLES.get(keyword.tier, "fair")), Styled(" " * (room - cells(text))),
            Styled(" * " if keyword.primary else "   "),
        ]  # fmt: skip
        if first:
            line.append(Styled(f"{_first(keyword):<{_first_width(keywords)}}", "dim"))
        for column in columns:
            line.append(Styled(f"{_cell(keyword, column):<{_column_width(keywords, column)}}"))
        said = "".join(levels[min(count, len(levels) - 1)] for count in keyword.spread)
        line.append(Styled(said) if keyword.count else Styled(_tier_name(keyword), "dim"))
        lines.append(line)
    return [*lines, *_missing(keywords, width), *_legend(keywords, width, levels)]


def _tier_name(keyword: KeywordResult) -> str:
    """What appears instead of a strip if the keyword isn't said word for word."""
    if keyword.tier == "apart" and _only_in_code(keyword):
        return "only in code"
    return "in part" if keyword.tier == "partial" else keyword.tier


def _only_in_code(keyword: KeywordResult) -> bool:
    """Whether nothing but code says the keyword's words."""
    return [zone for zone, said in keyword.zones.items() if said.tier == "apart"] == ["code"]


def _missing(keywords: Sequence[KeywordResult], width: int) -> list[Line]:
    """What the article never says of keywords that it says in part."""
    partial = [keyword for keyword in keywords if keyword.missing]
    lines: list[Line] = []
    for keyword in partial[:MOST_PARTIAL]:
        never = ", ".join(f"“{part}”" for part in keyword.missing)
        lines += wrapped(safe(f"{keyword.text}: never {never}"), max(width, 30), "    ", "dim", first="  ")
    if len(partial) > MOST_PARTIAL:
        lines.append([Styled(f"  and {len(partial) - MOST_PARTIAL} more in part", "dim")])
    return [[], *lines] if lines else []


def _legend(keywords: Sequence[KeywordResult], width: int, levels: str) -> list[Line]:
    """What the marks in use mean."""
    met = {zone.tier for keyword in keywords for zone in keyword.zones.values()}
    names = {"variant": "another spelling", "apart": "words apart", "partial": "in part", "related": "a related word"}
    apart = {_only_in_code(k) for k in keywords if any(zone.tier == "apart" for zone in k.zones.values())}
    if True in apart:
        names["apart"] = "words apart, or only in code" if False in apart else "only in code"
    marks = [f"{mark} {names.get(tier, tier)}" for tier, mark in _MARKS.items() if tier in met]
    if any(keyword.primary for keyword in keywords):
        marks.append("* the primary keyword")
    said = ""
    if any(keyword.count for keyword in keywords):
        once = ("not said", "once", "twice", "three times", "more often")
        marked = ", ".join(f"{mark} {name}" for mark, name in zip(levels, once, strict=True))
        said = f"the text, in tenths: {marked}"
    made: list[Line] = []
    for words in (", ".join(marks), said):
        if words:
            made += [[Styled(piece.text, "dim") for piece in line] for line in wrapped(words, max(width, 30), "  ")]
    return [[], *made] if made else []


def _layout(keywords: Sequence[KeywordResult], width: int, longest: int) -> tuple[list[Column], bool, int]:
    """Columns of zones, whether there is one for the first place, and how much room that leaves to the keywords.

    Where not everything fits, the first place goes first, then the zones beside the text share one column.
    """
    met: list[Column] = [(name, (zone,)) for zone, name in _ZONES if any(zone in keyword.zones for keyword in keywords)]
    aside = [column for column in met if column[1][0] in _ASIDE]
    shared: list[Column] = [column for column in met if column not in aside]
    if len(aside) > 1:
        shared.append(("other", tuple(zone for _, zones in aside for zone in zones)))
    else:
        shared = met
    wanted = min(longest, _NARROWEST)
    for columns, first in ((met, True), (shared, True), (met, False), (shared, False)):
        taken = 5 + _first_width(keywords) * first + sum(_column_width(keywords, column) for column in columns) + STRIP
        if width - taken >= wanted:
            break
    return columns, first, max(width - taken, 8)


def _first(keyword: KeywordResult) -> str:
    """Where a keyword is said first."""
    found = keyword.evidence
    return at(found.place) if found else "-"


def _first_width(keywords: Sequence[KeywordResult]) -> int:
    return max(8, *(1 + len(_first(keyword)) for keyword in keywords))


def _column_width(keywords: Sequence[KeywordResult], column: Column) -> int:
    return 1 + max(len(column[0]), *(len(_cell(keyword, column)) for keyword in keywords))


def _cell(keyword: KeywordResult, column: Column) -> str:
    """The mark of the best tier in a column, and its count."""
    found: list[ZoneSupport] = [keyword.zones[zone] for zone in column[1] if zone in keyword.zones]
    tiers = list(_MARKS)
    best = min((zone.tier for zone in found), key=tiers.index, default="")
    return f"{_MARKS[best]}{sum(zone.count for zone in found if zone.tier == best)}" if best else ""
