"""What the text report says besides its findings: keywords, readability, language, what was left out."""

from __future__ import annotations

from seocheck.base.plural import plural
from seocheck.formats.people.for_people import at, supported
from seocheck.formats.people.keyword_map import keyword_map
from seocheck.formats.people.styled import Line, Styled, crop, safe, wrapped
from seocheck.model.report import KeywordResult, Report


def facts(report: Report, width: int, verbose: bool) -> list[Line]:
    """The lines below the findings. `verbose`: all there is."""
    lines: list[Line] = []
    for label, words in (
        ("Suppressed", _suppressed(report)),
        ("Not new", _known(report)),
        ("Keywords", _keywords(report)),
        ("Also said", _topics(report)),
        ("Readability", "" if report.is_of_site_alone else _readability(report)),
        ("Language", "" if report.is_of_site_alone else _language(report)),
        ("Not assessed", _not_assessed(report, verbose)),
        ("Rules failed", "; ".join(f"{f.rule}: {f.error}" for f in report.failures)),
    ):
        if words:
            lead = f"  {label:<13}"
            made = wrapped(safe(words), width, " " * 15, first=lead)
            made[0] = [Styled(lead, "dim"), Styled(made[0][0].text[len(lead) :])] if made else []
            lines += made
    if verbose:
        lines += _suppressed_lines(report, width)
        lines += _grades(report, width)
        lines += _hardest(report, width)
        lines += _map(report, width)
        lines += _ignored(report, width)
    return lines


def _suppressed(report: Report) -> str:
    count = len(report.suppressed)
    if not count:
        return ""
    said = plural(count, "finding")
    if report.score is None or report.score_unsuppressed is None:
        return said
    return f"{said}; score {report.score:.0f}, {report.score_unsuppressed:.0f} with {'them' if count > 1 else 'it'}"


def _known(report: Report) -> str:
    count = sum(finding.known for finding in report.findings)
    if count == 1:
        return "1 finding in the baseline or on an unchanged line"
    return f"{count} findings in the baseline or on unchanged lines" if count else ""


def _keywords(report: Report) -> str:
    if not report.keywords:
        return ""
    said, in_part, absent = supported(report.keywords)
    words = f"{len(said):,} of {len(report.keywords):,} supported by the text"
    for what, which, most in (("only in part", in_part, 6), ("absent", absent, 12)):
        if which:
            more = f" and {len(which) - most:,} more" if len(which) > most else ""
            words += f"; {what}: {', '.join(which[:most])}{more}"
    return words


def _topics(report: Report) -> str:
    found = [f for f in report.findings if f.rule == "keywords/undeclared-topic"]
    if not found:
        return ""
    if not report.keywords:
        return f"{found[0].measured}; only a suggestion"
    return ", ".join(f"“{f.subject}” ({f.measured})" for f in found) + ": not covered by any keyword; only a suggestion"


def _readability(report: Report) -> str:
    read = report.readability
    counts = plural(read.words, "word")
    if read.words_per_sentence:
        counts += f", {read.words_per_sentence:.0f} per sentence"
    elif read.sentences:  # written without spaces
        counts = f"{read.characters:,} characters, {read.characters / read.sentences:.0f} per sentence"
    if read.ease is None:
        return counts
    ease = "below 0" if read.ease.value < 0 else f"{read.ease.value:.0f}"
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
    """What wasn't assessed, by reason. Without `verbose` rules are counted, and a reason is told without its numbers.

    What isn't declared is left out then: it is a finding already.
    """
    by_reason: dict[str, list[str]] = {}
    for item in report.not_assessed:
        if verbose:
            by_reason.setdefault(item.reason, []).append(item.subject)
        elif not item.reason.endswith(" declared"):
            by_reason.setdefault(_without_numbers(item.reason), []).append(item.subject)
    name = ", ".join if verbose else _counted
    return "; ".join(f"{name(subjects)}: {reason}" for reason, subjects in by_reason.items())


def _without_numbers(reason: str) -> str:
    """ "too little text: 14 words of prose, more than 50 are needed" without what differs from rule to rule."""
    general, _, numbers = reason.partition(": ")
    return general if any(character.isdigit() for character in numbers) else reason


def _counted(subjects: list[str]) -> str:
    """Two rules or fewer by name, more as a number; then what is no rule."""
    rules = [subject for subject in subjects if "/" in subject]
    measures = [subject for subject in subjects if "/" not in subject]
    return ", ".join([*(rules if len(rules) < 3 else [plural(len(rules), "rule")]), *measures])


def _grades(report: Report, width: int) -> list[Line]:
    grades = report.readability.school_grades
    if grades is None:
        return []
    named = ", ".join(f"{name.replace('_', ' ')} {value:.1f}" for name, value in grades.grades.items())
    words = f"{named}; consensus (their median) {grades.consensus:.1f}"
    return [[], [Styled("  School grades, as textstat defines them", "bold")], *wrapped(words, width, "  ")]


def _hardest(report: Report, width: int) -> list[Line]:
    hardest = report.readability.hardest
    if not hardest:
        return []
    lines: list[Line] = [[], [Styled("  Hardest passages, and how much easier the text reads without them", "bold")]]
    for passage in hardest:
        place = at(passage.place)
        lead = f"  {place:<8} {passage.kind:<10}+{passage.gain:<6.2f}{passage.words:>4} words  "
        lines.append([Styled(lead, "dim"), Styled(crop(safe(passage.quote), width - len(lead)))])
    return lines


def _map(report: Report, width: int) -> list[Line]:
    entries: list[tuple[str, tuple[KeywordResult, ...]]] = [
        ("Keyword map", report.keywords),
        ("Tags", report.taxonomy),
    ]
    lines: list[Line] = []
    for title, keywords in entries:
        if keywords:
            lines += [[], [Styled(f"  {title}", "bold")], *keyword_map(keywords, width)]
    return lines


def _suppressed_lines(report: Report, width: int) -> list[Line]:
    if not report.suppressed:
        return []
    lines: list[Line] = [[], [Styled("  Suppressed", "bold")]]
    for item in report.suppressed:
        why = f"{item.by}: {item.reason}" if item.reason else item.by
        said = f"  {at(item.finding.place):<8} {item.finding.rule} ({safe(why)}): {safe(item.finding.message)}"
        lines.append([Styled(crop(said, width), "dim")])
    return lines


def _ignored(report: Report, width: int) -> list[Line]:
    if not report.ignored:
        return []
    lines: list[Line] = [[], [Styled("  Not counted as the article's words", "bold")]]
    for part in report.ignored[:30]:
        place = at(part.place)
        lines.append([Styled(crop(f"  {place:<8} {part.reason}: {safe(part.text)}", width), "dim")])
    if len(report.ignored) > 30:
        lines.append([Styled(f"  and {len(report.ignored) - 30} more", "dim")])
    return lines
