"""The rules of a plan over one article: what they find, what is suppressed, what cannot be assessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from seocheck.analysis import Analysis
from seocheck.base.plural import plural
from seocheck.check.score import RuleLoss
from seocheck.check.suppress import Suppressor, patterns_for
from seocheck.config import Plan, RulePlan
from seocheck.model.article import Article
from seocheck.model.report import NotAssessed, RuleFailure
from seocheck.model.rule import SEVERITIES, Finding, NotAssessedError, combined
from seocheck.model.suppressed import Suppressed
from seocheck.rulekit.foreign import fault

DECLARATIONS = ("title", "description", "keywords")
SUBJECTS = ("front-matter", "html", "links", "images", "suppressions")
"""Needs without which a rule has no subject: nothing is judged and nothing is missing, so it neither weighs nor is it
listed as not assessed."""

Found = tuple[RulePlan, int, Finding]
"""A finding with its rule and its ordinal among those of the rule."""
READ_FROM, READ_WHOLE = 150, 300
"""Words of prose from which on readability counts, and from which on its whole share does."""


class Outcome(msgspec.Struct):
    """What the rules said: losses for the score, findings with their ordinals, what was not assessed.

    all_losses: those of suppressed findings among them. ran: the rules that had something to judge. counts: of findings
    that stand for several, how many.
    """

    losses: list[RuleLoss] = msgspec.field(default_factory=list)
    all_losses: list[RuleLoss] = msgspec.field(default_factory=list)
    findings: list[Found] = msgspec.field(default_factory=list)
    suppressed: list[tuple[RulePlan, int, Finding, Suppressed]] = msgspec.field(default_factory=list)
    not_assessed: list[NotAssessed] = msgspec.field(default_factory=list)
    failures: list[RuleFailure] = msgspec.field(default_factory=list)
    ran: set[str] = msgspec.field(default_factory=set)
    counts: dict[tuple[str, int], int] = msgspec.field(default_factory=dict)


def run_rules(analysis: Analysis, plan: Plan) -> Outcome:
    """Run every rule of the plan; those that judge suppressions last, when it is known which of them were of use."""
    outcome = Outcome()
    late = [r for r in plan.rules if "suppressions" in r.loaded.rule.needs]
    _run([r for r in plan.rules if "suppressions" not in r.loaded.rule.needs], analysis, plan, outcome)
    article, settings = analysis.article, plan.settings
    patterns = patterns_for(article.source.path, settings.suppress, settings.base)
    if article.suppressions or patterns:
        suppressor = Suppressor(article.suppressions, patterns, plan.groups)
        _suppress(outcome, suppressor)
        analysis.unused_suppressions = tuple(suppressor.unused(outcome.ran, not plan.partial))
    else:
        outcome.all_losses = outcome.losses
    _run(late, analysis, plan, outcome)
    _fold(outcome)
    return outcome


def found_elsewhere(article: Article, plan: Plan, findings: Iterable[tuple[RulePlan, Finding]]) -> Outcome:
    """The outcome of findings that rules of a site made; what the article and the settings suppress is separate."""
    outcome = Outcome()
    ordinals: dict[str, int] = {}
    for rule, finding in sorted(findings, key=lambda found: (found[0].loaded.id, found[1].span)):
        ordinal = ordinals.get(rule.loaded.id, 0)
        ordinals[rule.loaded.id] = ordinal + 1
        outcome.findings.append((rule, ordinal, finding))
    settings = plan.settings
    patterns = patterns_for(article.source.path, settings.suppress, settings.base)
    if article.suppressions or patterns:
        _suppress(outcome, Suppressor(article.suppressions, patterns, plan.groups))
    return outcome


def _suppress(outcome: Outcome, suppressor: Suppressor) -> None:
    """Move what is suppressed out of the findings, and what it costs, or makes others cost, out of the losses."""
    kept: list[Found] = []
    gone: set[tuple[str, int]] = set()
    for plan, ordinal, finding in outcome.findings:
        why = suppressor(plan.loaded.id, finding.span)
        if why is None:
            kept.append((plan, ordinal, finding))
        else:
            outcome.suppressed.append((plan, ordinal, finding, why))
            gone.add((plan.loaded.id, ordinal))
    outcome.findings = kept
    outcome.all_losses = outcome.losses
    outcome.losses = [
        replace(loss, losses=tuple(0.0 if (loss.rule, i) in gone else part for i, part in enumerate(loss.losses)))
        for loss in outcome.losses
    ]


def _fold(outcome: Outcome) -> None:
    """Report many findings of a rule that asks for it as one, which costs what they cost together.

    After suppression: what is suppressed stays by itself, at its own place.
    """
    several: dict[str, list[Found]] = {}
    for found in outcome.findings:
        if found[0].loaded.rule.fold_above:
            several.setdefault(found[0].loaded.id, []).append(found)
    for name, group in several.items():
        plan, ordinal, first = group[0]
        if len(group) <= plan.loaded.rule.fold_above:
            continue
        spans = (span for _, _, finding in group[1:] for span in (finding.span, *finding.related))
        severity = min((finding.severity or plan.severity for _, _, finding in group), key=SEVERITIES.index)
        one = replace(
            first, message=plan.loaded.rule.folded.format(count=len(group)), subject="all", severity=severity,
            related=(*first.related, *spans), loss=combined(finding.loss for _, _, finding in group),
        )  # fmt: skip
        folded = {number for _, number, _ in group}
        outcome.counts[name, ordinal] = len(group)
        outcome.findings = [
            (plan, ordinal, one) if found[0].loaded.id == name and found[1] == ordinal else found
            for found in outcome.findings
            if found[0].loaded.id != name or found[1] == ordinal
        ]
        outcome.losses = [_folded_losses(loss, folded, ordinal, one.loss) if loss.rule == name else loss
                          for loss in outcome.losses]  # fmt: skip


def _folded_losses(loss: RuleLoss, folded: set[int], ordinal: int, together: float) -> RuleLoss:
    """The losses with those of the folded findings at the first one's place."""
    parts = (together if i == ordinal else 0.0 if i in folded else part for i, part in enumerate(loss.losses))
    return replace(loss, losses=tuple(parts))


def _run(rules: Sequence[RulePlan], analysis: Analysis, plan: Plan, outcome: Outcome) -> None:
    unknown = analysis.article.fields_unknown
    for rule_plan in rules:
        rule = rule_plan.loaded.rule
        name, group = rule_plan.loaded.id, rule_plan.loaded.group
        if any(need in SUBJECTS and analysis.unavailable(need) for need in rule.needs):
            continue  # nothing to judge, and nothing missing either
        missing = [need for need in rule.needs if need in DECLARATIONS and (not analysis.declared(need))]
        if unknown and (missing or rule.reports):
            # One fault, one finding: front matter that cannot be read hides fields, it does not lack them.
            outcome.not_assessed.append(NotAssessed(subject=name, reason="the front matter can't be read"))
            continue
        elsewhere = [name for name in (*missing, *rule.reports) if name in analysis.article.given_elsewhere]
        if elsewhere:
            reason = f"the site gives the {_plain(elsewhere[0])} where seocheck can't read it"
            outcome.not_assessed.append(NotAssessed(subject=name, reason=reason))
            continue
        if missing:
            outcome.not_assessed.append(NotAssessed(subject=name, reason=f"no {_plain(missing[0])} declared"))
            continue
        try:
            reason, fade = _means(analysis, rule_plan)
            found = [] if reason else list(rule_plan.loaded.check(analysis, rule_plan.options))
        except NotAssessedError as error:
            reason = str(error)
        except Exception as error:  # a rule is somebody's code; the rest of the report must not fall with it
            outcome.failures.append(RuleFailure(rule=name, error=fault(error)))
            reason = "the rule failed"
        if reason:
            outcome.not_assessed.append(NotAssessed(subject=name, reason=reason))
            continue
        outcome.ran.add(name)
        outcome.losses.append(RuleLoss(name, group, rule_plan.weight * fade, tuple(f.loss for f in found)))
        outcome.findings.extend((rule_plan, ordinal, finding) for ordinal, finding in enumerate(found))


def _means(analysis: Analysis, rule_plan: RulePlan) -> tuple[str, float]:
    """Why a rule cannot be assessed, "" when it can; and the part of its weight that the length of the text allows.

    Of readability the whole pillar fades in, and not its rules.
    """
    rule = rule_plan.loaded.rule
    reason = next((r for need in rule.needs if (r := analysis.unavailable(need))), "")
    if reason or not rule.min_words:
        return reason, 1.0
    # A keyword said again right beside itself isn't text that can be judged.
    words = analysis.word_count - analysis.repeated_words
    fade = min(1.0, (words - rule.min_words) / rule.min_words)
    if fade > 0:
        return "", 1.0 if rule_plan.loaded.group == "readability" else fade
    return f"too little text: {plural(max(words, 0), 'word')} of prose, more than {rule.min_words} are needed", 0.0


def pillar_parts(analysis: Analysis) -> Mapping[str, float]:
    """Of pillars that count in part, which part of their share does: too little text says little of its readability."""
    words = analysis.word_count - analysis.repeated_words
    part = (words - READ_FROM) / (READ_WHOLE - READ_FROM)
    return {"readability": min(max(part, 0.0), 1.0)}


def _plain(need: str) -> str:
    return {"description": "meta description", "keywords": "keywords", "title": "title"}.get(need, need)
