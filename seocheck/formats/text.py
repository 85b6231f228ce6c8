"""The report of one article for a person: score, what to fix first, every finding at its place."""

from __future__ import annotations

from collections import Counter

from seocheck.formats.excerpt import excerpt
from seocheck.formats.keyword_map import keyword_map
from seocheck.formats.styled import Line, Piece, Style, cells, crop, safe, wrapped
from seocheck.report import KeywordResult, Report, ReportedFinding

BAR = 10
MIN_WIDTH, MAX_WIDTH = 60, 100
EACH = 3
"""Findings of one rule that are shown in full; the others are listed by their place."""
MOST_PLACES = 20
_MINUS = "\u2212"
_NUMBERS = {1: "this", 2: "these two", 3: "these three"}


def article_lines(report: Report, *, width: int = 80, verbose: bool = False, quiet: bool = False) -> list[Line]:
    """The report's lines. `quiet`: one line. `verbose`: every finding in full, keyword map, parts ignored, ids of
    not assessed rules."""
    width = min(max(width, MIN_WIDTH), MAX_WIDTH)
    head = _head(report, width)
    if quiet:
        return [head]
    lines: list[Line] = [head, []]
    lines += _groups(report, width)
    lines += _fixes(report, width)
    findings = [f for f in report.findings if f.severity != "suggestion" or f.rule != "keywords/undeclared-topic"]
    shown: Counter[str] = Counter()
    rest: dict[str, list[ReportedFinding]] = {}
    for finding in findings:
        shown[finding.rule] += 1
        if verbose or shown[finding.rule] <= EACH:
            lines += _finding(finding, width)
        else:
            rest.setdefault(finding.rule, []).append(finding)
    for more in rest.values():
        lines += _more(more, width)
    if not findings:
        lines += [[Piece("  Nothing to mend.", "good")], []]
    lines += _facts(report, width, verbose)
    return lines


def _head(report: Report, width: int) -> Line:
    if report.score is None:
        score, style = "not scored", "dim"
    else:
        score, style = f"{report.score:.0f}/100 {report.grade}", _score_style(report.score)
    if report.partial:
        score += " (partial)"
    errors = sum(finding.severity == "error" for finding in report.findings)
    if errors:  # a good score must not hide what no editor would defend
        score += f", {errors} error{'s' if errors > 1 else ''}"
    path = safe(report.path)
    room = width - cells(score) - 2
    if cells(path) > room:
        path = "…" + path[-(room - 1) :]
    gap = " " * max(width - cells(path) - cells(score), 2)
    return [Piece(path, "path"), Piece(gap), Piece(score, style)]  # type: ignore[arg-type]


def _score_style(score: float) -> Style:
    return "good" if score >= 80 else "fair" if score >= 60 else "poor"


def _groups(report: Report, width: int) -> list[Line]:
    if not report.groups:
        return []
    cell = 13 + BAR + 6
    columns = max(1, min(2, (width - 2) // (cell + 2)))
    rows = -(-len(report.groups) // columns)
    lines: list[Line] = []
    for row in range(rows):
        line: Line = [Piece("  ")]
        for column in range(columns):
            index = column * rows + row
            if index < len(report.groups):
                group = report.groups[index]
                filled = round(group.score / 100 * BAR)
                if group.score < 99.5 and filled == BAR:
                    filled = BAR - 1
                style = _score_style(group.score)
                line += [
                    Piece(f"{group.group:<13}"), Piece("█" * filled, style), Piece("░" * (BAR - filled), "dim"),
                    Piece(f"{group.score:>5.0f}"), Piece("     "),
                ]  # fmt: skip
        lines.append(line)
    return [*lines, []]


def _fixes(report: Report, width: int) -> list[Line]:
    if not report.fix_first or report.score is None:
        return []
    after = report.fix_first[-1].score_after
    if round(after) == round(report.score):
        return []
    count = len(report.fix_first)
    lines: list[Line] = [
        [Piece(f"  Fix {_NUMBERS.get(count, 'these')} first: {report.score:.0f} → {after:.0f}", "bold")]
    ]
    for number, fix in enumerate(report.fix_first, 1):
        finding = report.findings[fix.finding]
        place = f"{finding.place.start.line}:{finding.place.start.column}"
        lead = f"  {number}. "
        tail = f"  {place}"
        message = crop(safe(finding.message), width - len(lead) - len(tail))
        gap = " " * (width - len(lead) - cells(message) - len(tail))
        lines.append([Piece(lead), Piece(message), Piece(gap), Piece(tail, "dim")])
    return [*lines, []]


def _finding(finding: ReportedFinding, width: int) -> list[Line]:
    place = f"{finding.place.start.line}:{finding.place.start.column}"
    cost = f"{_MINUS}{finding.points:.1f}" if finding.points >= 0.05 else ""
    head = f"  {finding.severity:<8} {place:<8} "
    rule = finding.rule
    gap = " " * max(width - len(head) - len(rule) - len(cost), 1)
    lines: list[Line] = [
        [Piece("  "), Piece(f"{finding.severity:<8}", finding.severity), Piece(f" {place:<8} "), Piece(rule, "dim"),
         Piece(gap), Piece(cost)]
    ]  # fmt: skip
    lines += wrapped(safe(finding.message), width, "    ", "bold")
    lines += excerpt(finding, width)
    if finding.hint:
        lines += wrapped(safe(finding.hint), width, "      ", "", first="    → ")
    return [*lines, []]


def _more(findings: list[ReportedFinding], width: int) -> list[Line]:
    """The further findings of a rule, each with its place."""
    if len(findings) == 1:
        return _finding(findings[0], width)
    points = sum(finding.points for finding in findings)
    cost = f"{_MINUS}{points:.1f}" if points >= 0.05 else ""
    head = f"  and {len(findings)} more of {findings[0].rule}"
    named = []
    for finding in sorted(findings, key=lambda f: (f.place.start.line, f.place.start.column)):
        words = " ".join((finding.quote or finding.subject).split())
        named.append(f"{finding.place.start.line}:{finding.place.start.column} {crop(safe(words), 32)}".rstrip())
    if len(named) > MOST_PLACES:
        named[MOST_PLACES:] = [f"and {len(named) - MOST_PLACES} more"]
    lines: list[Line] = [[Piece(head, "dim"), Piece(" " * max(width - len(head) - len(cost), 1)), Piece(cost)]]
    return [*lines, *wrapped("; ".join(named), width, "    "), []]


def _facts(report: Report, width: int, verbose: bool) -> list[Line]:
    lines: list[Line] = []
    for label, words in (
        ("Keywords", _keywords(report)),
        ("Also said", _topics(report)),
        ("Readability", _readability(report)),
        ("Language", _language(report)),
        ("Not assessed", _not_assessed(report, verbose)),
        ("Rules failed", "; ".join(f"{f.rule}: {f.error}" for f in report.failures)),
    ):
        if words:
            lead = f"  {label:<13}"
            made = wrapped(safe(words), width, " " * 15, first=lead)
            made[0] = [Piece(lead, "dim"), Piece(made[0][0].text[len(lead) :])] if made else []
            lines += made
    if verbose:
        lines += _grades(report, width)
        lines += _hardest(report, width)
        lines += _map(report, width)
        lines += _ignored(report, width)
    return lines


def _keywords(report: Report) -> str:
    if not report.keywords:
        return ""
    absent = [k.text for k in report.keywords if k.tier == "absent"]
    loose = [k.text for k in report.keywords if k.tier in ("partial", "related")]
    total = len(report.keywords)
    said = f"{total - len(absent)} of {total} supported by the text"
    if absent:
        said += f"; absent: {', '.join(absent[:12])}" + (f" and {len(absent) - 12} more" if len(absent) > 12 else "")
    if loose:
        said += f"; only in part: {', '.join(loose[:6])}"
    return said


def _topics(report: Report) -> str:
    found = [f for f in report.findings if f.rule == "keywords/undeclared-topic"]
    if not found:
        return ""
    if not report.keywords:
        return f"{found[0].measured}; only a suggestion"
    return ", ".join(f"“{f.subject}” ({f.measured})" for f in found) + ": no keyword names these; only a suggestion"


def _readability(report: Report) -> str:
    read = report.readability
    counts = f"{read.words:,} words"
    if read.words_per_sentence:
        counts += f", {read.words_per_sentence:.0f} a sentence"
    elif read.sentences:  # written without blanks
        counts = f"{read.characters:,} characters, {read.characters / read.sentences:.0f} a sentence"
    if read.ease is None:
        return counts
    ease = f"{read.ease.value:.0f}".replace("-", _MINUS)
    said = f"ease {ease} by {read.ease.formula}, {read.ease.band}; {counts}"
    if read.school_grades is not None:
        said += f"; school grade {read.school_grades.consensus:.0f}"
    return said


def _language(report: Report) -> str:
    if report.language.source == "detected" and report.language.code == "en":
        return ""
    if not report.language.code:
        return "unknown; declare it as lang, or set language in the settings"
    name = report.language.name or report.language.code
    how = {"article": "declared", "path": "from the path", "settings": "from the settings"}
    return f"{name} ({how.get(report.language.source, report.language.source)})"


def _not_assessed(report: Report, verbose: bool) -> str:
    # What is missing is already a finding; a person wants to hear what could not be judged although it is there.
    shown = [n for n in report.not_assessed if verbose or not n.reason.endswith(" declared")]
    by_reason: dict[str, list[str]] = {}
    for item in shown:
        by_reason.setdefault(item.reason, []).append(item.subject)
    return "; ".join(f"{', '.join(subjects)}: {reason}" for reason, subjects in by_reason.items())


def _grades(report: Report, width: int) -> list[Line]:
    grades = report.readability.school_grades
    if grades is None:
        return []
    named = ", ".join(f"{name.replace('_', ' ')} {value:.1f}" for name, value in grades.grades.items())
    words = f"{named}; consensus (their median) {grades.consensus:.1f}"
    return [[], [Piece("  School grades, as textstat defines them", "bold")], *wrapped(words, width, "  ")]


def _hardest(report: Report, width: int) -> list[Line]:
    hardest = report.readability.hardest
    if not hardest:
        return []
    lines: list[Line] = [[], [Piece("  Hardest passages, and how much easier the text reads without them", "bold")]]
    for passage in hardest:
        place = f"{passage.place.start.line}:{passage.place.start.column}"
        lead = f"  {place:<9}{passage.kind:<10}+{passage.gain:<6.2f}{passage.words:>4} words  "
        lines.append([Piece(lead, "dim"), Piece(crop(safe(passage.quote), width - len(lead)))])
    return lines


def _map(report: Report, width: int) -> list[Line]:
    entries: list[tuple[str, tuple[KeywordResult, ...]]] = [
        ("Keyword map", report.keywords),
        ("Tags", report.taxonomy),
    ]
    lines: list[Line] = []
    for title, keywords in entries:
        if keywords:
            lines += [[], [Piece(f"  {title}", "bold")], *keyword_map(keywords, width)]
    return lines


def _ignored(report: Report, width: int) -> list[Line]:
    if not report.ignored:
        return []
    lines: list[Line] = [[], [Piece("  Not counted as the article's words", "bold")]]
    for part in report.ignored[:30]:
        place = f"{part.place.start.line}:{part.place.start.column}"
        lines.append([Piece(crop(f"  {place:<9}{part.reason}: {safe(part.text)}", width), "dim")])
    if len(report.ignored) > 30:
        lines.append([Piece(f"  and {len(report.ignored) - 30} more", "dim")])
    return lines
