"""A comparison as lines for a terminal: whose score fell, whose rose, and by which findings."""

from __future__ import annotations

from seocheck.base.plural import plural
from seocheck.formats.people.for_people import at, short
from seocheck.formats.people.styled import Line, Style, Styled, cells, crop, safe
from seocheck.gates.compare import ArticleComparison, Comparison, Side
from seocheck.model.report import ReportedFinding

SHOWN = 5
"""Findings named for each article on either side."""


def comparison_lines(comparison: Comparison, width: int) -> list[Line]:
    """Articles whose score fell first, then those that rose, then the others."""
    lines: list[Line] = []
    fallen, risen = comparison.fallen, comparison.risen
    rest = [a for a in comparison.articles if a not in fallen and a not in risen]
    for article in (*fallen, *risen, *rest):
        lines += _article(article, width)
    lines.append([Styled(summary(comparison), "error" if fallen else "good")])
    return lines


def summary(comparison: Comparison) -> str:
    """One sentence on all articles."""
    count = len(comparison.articles)
    base = safe(comparison.base)
    if not count:
        return f"No article changed compared with {base}."
    said = [f"{plural(count, 'article')} changed compared with {base}"]
    for number, what in (
        (len(comparison.fallen), "fell"),
        (len(comparison.risen), "rose"),
        (sum(a.before is None for a in comparison.articles), "new"),
        (sum(a.after is None for a in comparison.articles), "deleted"),
        (sum(bool(a.refused) for a in comparison.articles), "not comparable"),
    ):
        if number:
            said.append(f"{number} {what}")
    worse = sum(len(a.worse) for a in comparison.articles if a.before is not None)
    better = sum(len(a.better) for a in comparison.articles)
    return f"{', '.join(said)}; {plural(worse, 'new finding')}, {better} gone."


def score(side: Side | None) -> str:
    """A score with its grade: "84 B"."""
    if side is None:
        return "–"
    return "no score" if side.score is None else f"{side.score:.0f} {side.grade}"


def moved(article: ArticleComparison) -> str:
    """How far a score moved: "−3.1", "+0.4", "±0"."""
    if article.change is None:
        return ""
    return "±0" if abs(article.change) < 0.05 else f"{article.change:+.1f}".replace("-", "−")


def _article(article: ArticleComparison, width: int) -> list[Line]:
    if article.after is None:
        what = f"deleted, was {score(article.before)}"
    elif article.before is None:
        what = f"new, {score(article.after)}"
    else:
        what = f"{score(article.before)} → {score(article.after)}  {moved(article)}".rstrip()
    path = safe(article.path)
    style: Style = "" if not article.change else "good" if article.change > 0 else "error"
    gap = max(width - cells(path) - cells(what), 2)
    lines: list[Line] = [[Styled(path, "bold"), Styled(" " * gap), Styled(what, style)]]
    if article.status == "renamed" and article.old_path != article.path:
        lines.append([Styled(f"  was {safe(article.old_path)}", "dim")])
    if article.refused:
        lines.append([Styled(crop(f"  scores not compared: {article.refused}", width), "warning")])
    for sign, found, colour in (("−", article.worse, "error"), ("+", article.better, "good")):
        lines += [_finding(sign, finding, colour, width) for finding in found[:SHOWN]]  # type: ignore[arg-type]
        if len(found) > SHOWN:
            lines.append([Styled(f"  {sign} and {len(found) - SHOWN} more", "dim")])
    return [*lines, []]


def _finding(sign: str, finding: ReportedFinding, style: Style, width: int) -> Line:
    place = at(finding.place)
    text = f"  {sign} {finding.rule}: {safe(short(finding.message))}"
    room = width - cells(place) - 2
    text = crop(text, room)
    return [Styled(text, style), Styled(" " * max(room - cells(text) + 2, 2)), Styled(place, "dim")]
