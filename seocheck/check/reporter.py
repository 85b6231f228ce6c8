"""One article through all its steps: read, settle, analyse, run the rules, score, report.

A function of the article's text, its path and the plan alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from seocheck._version import __version__
from seocheck.analysis import Analysis
from seocheck.base.positions import LineIndex, Position
from seocheck.base.text import Span
from seocheck.check.complete import language_name, settle, site_name
from seocheck.check.facts import NOT_READ, keyword_result, readability
from seocheck.check.run_rules import Outcome, found_elsewhere, pillar_parts, run_rules
from seocheck.check.score import SCALE, Scored, grade_of, score_rules
from seocheck.check.summary import summarise
from seocheck.config import Plan, RulePlan
from seocheck.model.article import Article, Format, Source
from seocheck.model.report import (
    DeclaredField,
    Fix,
    GroupResult,
    IgnoredPart,
    LanguageResult,
    NotAssessed,
    Place,
    Report,
    ReportedFinding,
    SourceLine,
    Summary,
    SuppressedFinding,
)
from seocheck.model.rule import SEVERITIES, Finding, Need, Severity
from seocheck.readers import read
from seocheck.readers.formats import choose
from seocheck.readers.labelled.settings import label_settings

_SEVERITY = {severity: rank for rank, severity in enumerate(SEVERITIES)}
QUOTE = 200
LINE_BEFORE, LINE_AFTER = 160, 240
"""Characters of a long source line kept before and after the place of a finding."""


def read_article(
    source: Source,
    plan: Plan,
    format: Format | None = None,  # noqa: A002
    given: Callable[[Article], Article] | None = None,
) -> Article:
    """Read and settle an article. given: puts in what is known of it besides."""
    settings = plan.settings
    aliases = {k: (v,) if isinstance(v, str) else tuple(v) for k, v in settings.fields.items()}
    labels = label_settings(settings.labels, read=settings.label_blocks == "read")
    article = read(source, format or choose(source.text, source.path).name, aliases=aliases, labels=labels)
    return settle(given(article) if given is not None else article, settings)


def check_article(article: Article, plan: Plan) -> Report:
    """Run the plan's rules on a settled article and report."""
    settings = plan.settings
    analysis = Analysis.of(article, settings, grades=settings.school_grades and _reads(plan))
    return _Reporter(analysis, plan, run_rules(analysis, plan)).report()


def report_findings(
    article: Article,
    plan: Plan,
    findings: Iterable[tuple[RulePlan, Finding]],
    summary: Summary,
    positions: Mapping[int, Position] | None = None,
) -> Report:
    """A Report with findings that were made elsewhere, and what the article and the settings suppress of them.

    plan: with the rules that they are of. No rule is run, and nothing is analysed: there is neither a score nor a
    keyword map. summary: of the article. positions: offset -> its line and column, for an article without its text.
    """
    outcome = found_elsewhere(article, plan, findings)
    return _Reporter(
        Analysis(article), msgspec.structs.replace(plan, partial=True), outcome, summary, positions
    ).report()


def _reads(plan: Plan) -> bool:
    """Whether the plan looks at readability at all; textstat is not imported for a look at headings."""
    return not plan.partial or any(rule.loaded.group == "readability" for rule in plan.rules)


class _Reporter:
    """Resolves positions and puts the Report together."""

    def __init__(
        self,
        analysis: Analysis,
        plan: Plan,
        outcome: Outcome,
        only_findings: Summary | None = None,
        positions: Mapping[int, Position] | None = None,
    ) -> None:
        self._analysis = analysis
        self._positions = positions or {}
        self._only_findings = only_findings
        self._article = analysis.article
        self._plan = plan
        self._outcome = outcome
        parts = pillar_parts(analysis) if outcome.losses else {}
        errors = {
            (plan.loaded.id, ordinal)
            for plan, ordinal, finding in outcome.findings
            if (finding.severity or plan.severity) == "error"
        }
        self._scored = score_rules(outcome.losses, parts=parts, urgent=errors)
        self._unsuppressed = score_rules(outcome.all_losses, parts=parts) if outcome.suppressed else self._scored
        self._text = analysis.article.source.text
        self._lines = LineIndex(self._text, analysis.article.source.marks)

    def report(self) -> Report:
        article, analysis, scored = self._article, self._analysis, self._scored
        settings = self._plan.settings
        order, findings = self._findings()
        known = self._only_findings
        words_read = NOT_READ if known else readability(analysis, self.place)
        return Report(
            seocheck_version=__version__,
            path=article.source.path,
            format=article.format,
            encoding=article.source.encoding,
            language=LanguageResult(
                code=article.language.code,
                tag=article.language.tag,
                name=language_name(article.language.code),
                source=article.language.source,
            ),
            score=None if scored.score is None else round(scored.score, 4),
            grade=grade_of(scored.score, error=any(finding.severity == "error" for finding in findings)),
            scale=SCALE,
            profile=settings.profile,
            weights=self._plan.weights_hash,
            partial=self._plan.partial,
            groups=tuple(
                GroupResult(group=g.group, score=round(g.score, 4), share=round(g.share, 6)) for g in scored.groups
            ),
            findings=findings,
            suppressed=self._suppressed(),
            score_unsuppressed=None if self._unsuppressed.score is None else round(self._unsuppressed.score, 4),
            fix_first=tuple(
                Fix(finding=order[key], rule=key[0], message=findings[order[key]].message, score_after=round(after, 4))
                for key, after in scored.fix_first
                if key in order
            ),
            metadata=self._metadata(),
            title=self._declared("title"),
            description=self._declared("description"),
            keywords=() if known else tuple(keyword_result(analysis, s, self.place) for s in analysis.support),
            taxonomy=() if known else tuple(keyword_result(analysis, s, self.place) for s in analysis.taxonomy_support),
            readability=words_read,
            not_assessed=(*self._outcome.not_assessed, *(() if known else self._figures_not_assessed())),
            ignored=tuple(IgnoredPart(text=i.text, reason=i.reason, place=self.place(i.span)) for i in article.ignored),
            failures=tuple(self._outcome.failures),
            summary=known or summarise(analysis, self.place, site_name(article, settings)),
        )

    def place(self, span: Span) -> Place:
        return Place(start=self._position(span.start), end=self._position(max(span.end, span.start)))

    def _position(self, offset: int) -> Position:
        return self._positions[offset] if offset in self._positions else self._lines.position(offset)

    def _findings(self) -> tuple[dict[tuple[str, int], int], tuple[ReportedFinding, ...]]:
        """Errors, then findings by gain, severity and place; and where each (rule, ordinal) went."""
        scored = self._scored

        def rank(item: tuple[RulePlan, int, Finding]) -> tuple[bool, float, int, int, str]:
            plan, ordinal, finding = item
            gain = scored.gains.get((plan.loaded.id, ordinal), 0.0)
            severity = finding.severity or plan.severity
            return (severity != "error", -round(gain, 6), _SEVERITY[severity], finding.span.start, plan.loaded.id)

        ordered = sorted(self._outcome.findings, key=rank)
        order = {(plan.loaded.id, ordinal): index for index, (plan, ordinal, _) in enumerate(ordered)}
        return order, tuple(self._finding(*item, self._scored) for item in ordered)

    def _suppressed(self) -> tuple[SuppressedFinding, ...]:
        """What doesn't count against the article, in the order of the text, with what it would cost."""
        ordered = sorted(self._outcome.suppressed, key=lambda item: (item[2].span.start, item[0].loaded.id, item[1]))
        return tuple(
            SuppressedFinding(
                finding=self._finding(plan, ordinal, finding, self._unsuppressed),
                by=why.by,
                reason=why.reason,
                place=None if why.span is None else self.place(why.span),
            )
            for plan, ordinal, finding, why in ordered
        )

    def _finding(self, plan: RulePlan, ordinal: int, finding: Finding, scored: Scored) -> ReportedFinding:
        key = (plan.loaded.id, ordinal)
        span = finding.span
        return ReportedFinding(
            rule=plan.loaded.id,
            severity=self._severity(plan, finding),
            message=finding.message,
            hint=finding.hint,
            subject=finding.subject,
            measured=finding.measured,
            target=finding.target,
            place=self.place(span),
            quote=self._text[span.start : min(span.end, span.start + QUOTE)],
            line=self._line(span),
            loss=round(finding.loss, 6) if plan.weight else 0.0,
            points=round(scored.points.get(key, 0.0), 4),
            gain=round(scored.gains.get(key, 0.0), 4),
            id=f"{plan.loaded.id}:{finding.subject}:{ordinal}",
            related=tuple(self.place(other) for other in finding.related),
            count=self._outcome.counts.get(key, 1),
        )

    def _severity(self, plan: RulePlan, finding: Finding) -> Severity:
        """What the settings or the profile say about a rule overrides what the rule says about a finding."""
        if finding.severity is None or plan.severity != plan.loaded.rule.severity:
            return plan.severity
        return finding.severity

    def _line(self, span: Span) -> SourceLine | None:
        if not self._text:
            return None
        number = self._lines.line_of(span.start)
        text = self._lines.line_text(number)
        column = span.start - self._lines.line_start(number)
        first = max(column - LINE_BEFORE, 0) if len(text) > LINE_BEFORE + LINE_AFTER else 0
        return SourceLine(
            number=self._lines.shown_line(number),
            text=text[first : column + LINE_AFTER + LINE_BEFORE],
            first_column=first + 1,
        )

    def _metadata(self) -> Place | None:
        start, end = self._article.metadata_span.start, self._article.metadata_end
        return self.place(Span(start, end)) if end > start else None

    def _declared(self, name: str) -> DeclaredField | None:
        field = getattr(self._article, name)
        if field is None:
            return None
        return DeclaredField(
            key=field.key,
            text=field.text.value,
            origin=field.text.origin.kind,
            place=self.place(field.text.span()),
        )

    def _figures_not_assessed(self) -> Iterator[NotAssessed]:
        if self._article.keywords and self._analysis.language.by_beginning:
            why = self._analysis.unavailable("language") or f"no stemmer for {self._analysis.language.name}"
            yield NotAssessed(subject="inflected forms", reason=f"{why}: words that begin alike count as one")
        figures: tuple[tuple[str, Need], ...] = (
            ("reading ease", "reading-ease"),
            ("school grades", "school-grades"),
        )
        for subject, need in figures:
            if need == "school-grades" and self._article.language.code != "en":
                continue  # US school grades aren't figures of a report on another language
            reason = self._analysis.unavailable(need)
            if reason:
                yield NotAssessed(subject=subject, reason=reason)
