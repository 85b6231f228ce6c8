"""A report as a row of a table: the same columns for every article, for people who want the data in tools of their own.

docs/data.md says what each column means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from seocheck.analysis.declared.pixel_width import width
from seocheck.analysis.keywords.support import TIERS
from seocheck.check.score import PILLARS
from seocheck.model.report import DeclaredField, Report
from seocheck.model.rule import SEVERITIES
from seocheck.rulekit.registry import rule_files

Kind = Literal["text", "integer", "number", "boolean"]
Value = str | int | float | bool | None

TITLE_SIZE, DESCRIPTION_SIZE = 20.0, 14.0
"""Pixels of Arial, as the rules title/too-wide and description/too-long measure them."""


@lru_cache(maxsize=1)
def columns() -> Mapping[str, Kind]:
    """The columns in their order, with what they hold."""
    found: dict[str, Kind] = {
        "path": "text", "format": "text", "language": "text", "profile": "text", "partial": "boolean",
        "score": "number", "grade": "text",
    }  # fmt: skip
    found |= {f"score:{group}": "number" for group in PILLARS}
    found |= {f"{severity}s": "integer" for severity in SEVERITIES}
    found |= {"known": "integer", "suppressed": "integer"}
    found |= {
        "words": "integer", "characters": "integer", "sentences": "integer", "words_per_sentence": "number",
        "ease": "number", "ease_formula": "text", "school_grade": "number",
    }  # fmt: skip
    for field in ("title", "description"):
        found |= {field: "text", f"{field}_characters": "integer", f"{field}_pixels": "number"}
    found |= {"keywords": "integer", "primary_keyword": "text", "primary_tier": "text"}
    found |= {f"keywords:{tier}": "integer" for tier in TIERS}
    found |= {"tags": "integer", "links": "integer", "headings": "integer"}
    found |= {f"rule:{rule}": "integer" for rule in rule_files()}
    found["own_rules"] = "integer"  # one for all, so that the columns are the same in every run
    return found


@lru_cache(maxsize=1)
def core_columns() -> Mapping[str, str]:
    """The columns that aren't those of single rules, each under a name that is an identifier: `score_keywords` for
    `score:keywords`."""
    return {
        name.replace(":", "_").replace(" ", "_"): name
        for name in columns()
        if name != "own_rules" and not name.startswith("rule:")
    }


def row(report: Report) -> dict[str, Value]:
    """What each column holds for an article; None where there is nothing to say."""
    return dict(zip(columns(), _values(report), strict=True))


def _values(report: Report) -> Iterator[Value]:
    yield from (report.path, report.format, report.language.tag or report.language.code or None, report.profile)
    yield from (report.partial, report.score, report.grade if report.score is not None else None)
    groups = {group.group: group.score for group in report.groups}
    yield from (groups.get(group) for group in PILLARS)
    severities = Counter(finding.severity for finding in report.findings)
    yield from (severities[severity] for severity in SEVERITIES)
    yield from (sum(finding.known for finding in report.findings), len(report.suppressed))
    read = report.readability
    yield from (read.words, read.characters, read.sentences, read.words_per_sentence)
    yield from (read.ease.value, read.ease.formula) if read.ease is not None else (None, None)
    yield read.school_grades.consensus if read.school_grades is not None else None
    yield from _declared(report.title, TITLE_SIZE)
    yield from _declared(report.description, DESCRIPTION_SIZE)
    yield len(report.keywords)
    primary = next((keyword for keyword in report.keywords if keyword.primary), None)
    yield from (primary.text, primary.tier) if primary is not None else (None, None)
    tiers = Counter(keyword.tier for keyword in report.keywords)
    yield from (tiers[tier] for tier in TIERS)
    yield from (len(report.taxonomy), len(report.summary.links), len(report.summary.anchors))
    rules: Counter[str] = Counter()
    for finding in report.findings:
        rules[finding.rule] += finding.count
    yield from (rules.pop(rule, 0) for rule in rule_files())
    yield rules.total()


def _declared(field: DeclaredField | None, size: float) -> tuple[Value, Value, Value]:
    if field is None:
        return None, None, None
    text = " ".join(field.text.split())
    return text, len(text), round(width(text, size), 1)
