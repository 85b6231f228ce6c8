"""A report as a row of a table: the same columns for every article, for people who want the data in tools of their own.

docs/data.md says what each column means.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    return dict(zip(columns(), cells(report), strict=True))


def cells(report: Report) -> list[Value]:
    """The same without the columns' names, in their order."""
    found: list[Value] = [
        report.path, report.format, report.language.tag or report.language.code or None, report.profile, report.partial,
        report.score, report.grade if report.score is not None else None,
    ]  # fmt: skip
    groups = {group.group: group.score for group in report.groups}
    found += [groups.get(group) for group in PILLARS]
    severities = [finding.severity for finding in report.findings]
    found += [severities.count(severity) for severity in SEVERITIES]
    found += [sum(finding.known for finding in report.findings), len(report.suppressed)]
    read = report.readability
    found += [read.words, read.characters, read.sentences, read.words_per_sentence]
    found += [read.ease.value, read.ease.formula] if read.ease is not None else [None, None]
    found.append(read.school_grades.consensus if read.school_grades is not None else None)
    found += _declared(report.title, TITLE_SIZE)
    found += _declared(report.description, DESCRIPTION_SIZE)
    primary = next((keyword for keyword in report.keywords if keyword.primary), None)
    found += [len(report.keywords), *((primary.text, primary.tier) if primary is not None else (None, None))]
    tiers = [keyword.tier for keyword in report.keywords]
    found += [tiers.count(tier) for tier in TIERS]
    found += [len(report.taxonomy), len(report.summary.links), len(report.summary.anchors)]
    rules = dict.fromkeys(rule_files(), 0)
    own = 0
    for finding in report.findings:
        if finding.rule in rules:
            rules[finding.rule] += finding.count
        else:
            own += finding.count
    return [*found, *rules.values(), own]


def _declared(field: DeclaredField | None, size: float) -> tuple[Value, Value, Value]:
    if field is None:
        return None, None, None
    text = " ".join(field.text.split())
    return text, len(text), round(width(text, size), 1)
