"""Suggestions for a person, as styled lines."""

from __future__ import annotations

from seocheck.base.plural import plural
from seocheck.formats.people.for_people import at
from seocheck.formats.people.styled import Line, Styled, safe, wrapped
from seocheck.model.report import Place
from seocheck.suggest.choose import Applied
from seocheck.suggest.suggestions import Suggestions

MIN_WIDTH, MAX_WIDTH = 60, 100
_MINUS = "\u2212"
_KINDS = {
    "sentence": "a sentence", "sentences": "two sentences", "clause": "a clause", "standfirst": "the standfirst",
}  # fmt: skip


def suggestion_lines(found: Suggestions, *, width: int = 80) -> list[Line]:
    """All suggestions of an article, each part under its own heading."""
    width = min(max(width, MIN_WIDTH), MAX_WIDTH)
    score = "" if found.score is None else f", {found.score:.0f}/100"
    lines: list[Line] = [[Styled(safe(found.path), "path"), Styled(score)], []]
    lines += _keywords(found, width)
    lines += _drop(found, width)
    lines += _shorten(found)
    lines += _headings(found, width)
    lines += _descriptions(found, width)
    for item in found.not_assessed:
        lines += wrapped(safe(f"Not assessed: {item.subject}: {item.reason}"), width, "    ", "dim", first="  ")
    return lines


def _keywords(found: Suggestions, width: int) -> list[Line]:
    if not found.keywords:
        return []
    lines: list[Line] = [[Styled("  Keywords worth declaring", "bold")]]
    for keyword in found.keywords:
        tag = ", a tag" if keyword.origin == "tag" else ""
        said = f"  ({plural(keyword.count, 'time')}{tag})"
        lines.append(_entry("+", keyword.text, said, keyword.place, keyword.gain))
        lines += wrapped(safe(keyword.sentence), width, "        ", "dim")
    return [*lines, []]


def _drop(found: Suggestions, width: int) -> list[Line]:
    if not found.drop:
        return []
    lines: list[Line] = [[Styled("  Keywords worth dropping", "bold")]]
    for keyword in found.drop:
        why = f"says the same as “{keyword.same_as}”" if keyword.same_as else "the article never says it"
        lines.append(_entry(_MINUS, keyword.text, f"  ({why})", keyword.place, keyword.gain))
    return [*lines, []]


def _shorten(found: Suggestions) -> list[Line]:
    if not found.shorten:
        return []
    lines: list[Line] = [[Styled("  Keywords worth shortening", "bold")]]
    for keyword in found.shorten:
        why = f"  (never says {', '.join(f'“{part}”' for part in keyword.missing[:3])})"
        lines.append(_entry("~", f"{keyword.text} → {keyword.instead}", why, keyword.place, None))
    return [*lines, []]


def _headings(found: Suggestions, width: int) -> list[Line]:
    if not found.headings:
        return []
    lines: list[Line] = [[Styled("  Headings that could carry a keyword", "bold")]]
    for heading in found.headings:
        said = f"  ({heading.in_section} of {plural(heading.count, 'time')} below it)"
        lines.append(_entry("#", heading.keyword, said, heading.place, 0.0))
        lines += wrapped(safe(heading.heading), width, "        ", "dim")
    return [*lines, []]


def _descriptions(found: Suggestions, width: int) -> list[Line]:
    if not found.descriptions:
        return [[Styled("  No sentence of the article fits as its description.")], []]
    title = "Descriptions from the article's own sentences"
    lines: list[Line] = [[Styled(f"  {title}", "bold")]]
    for number, candidate in enumerate(found.descriptions, 1):
        now = ", declared now" if candidate.text == found.description else ""
        says = f"; says {', '.join(candidate.keywords)}" if candidate.keywords else ""
        kind = _KINDS[candidate.kind]
        about = f"{kind}, about {candidate.pixels} px{now}{says}"
        lines += wrapped(safe(candidate.text), width, "       ", first=f"    {number}. ")
        where = at(candidate.place)
        lines += wrapped(safe(f"{where}  {about}{_gain(candidate.gain)}"), width, "       ", "dim")
    return [*lines, []]


def _entry(mark: str, name: str, about: str, place: Place, gain: float | None) -> Line:
    where = at(place)
    return [Styled(f"    {mark} "), Styled(safe(name), "bold"), Styled(f"{safe(about)}  {where}{_gain(gain)}", "dim")]


def _gain(gain: float | None) -> str:
    return f"  +{gain:.1f}" if gain is not None and gain >= 0.05 else ""


def applied_lines(path: str, applied: Applied) -> list[Line]:
    """What was written, a line each; in the end a line for what was left alone."""
    lines: list[Line] = []
    if applied.description is not None:
        lines.append([Styled(safe(f"{path}: description: {applied.description}"))])
    if applied.added:
        lines.append([Styled(safe(f"{path}: keywords added: {', '.join(applied.added)}"))])
    if applied.dropped:
        lines.append([Styled(safe(f"{path}: keywords dropped: {', '.join(applied.dropped)}"))])
    if applied.moved:
        where = "front matter" if applied.moved == "front-matter" else "label lines"
        lines.append([Styled(safe(f"{path}: the metadata are {where} now"))])
    lines += [[Styled(safe(f"{path}: {why}"), "dim")] for why in applied.left_alone]
    if not applied.written:
        lines.append([Styled(safe(f"{path}: nothing was written"))])
    return lines
