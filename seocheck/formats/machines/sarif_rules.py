"""What SARIF says of each rule, from the rule's own documentation."""

from __future__ import annotations

from typing import Any, Literal

from seocheck.base.late_pattern import late_pattern
from seocheck.formats.findings import RULE_FAILED, UNREADABLE
from seocheck.model.report import ReportedFinding
from seocheck.model.rule import Severity
from seocheck.rulekit.registry import LoadedRule

Level = Literal["error", "warning", "note"]
LEVEL: dict[Severity, Level] = {"error": "error", "warning": "warning", "note": "note", "suggestion": "note"}
DISTRIBUTION = "seocheck-lint"
LONGEST = 1024
"""Characters that GitHub takes of a description."""
_ADDRESS = late_pattern(r"https://[^\s,;()]+")


def descriptor(loaded: LoadedRule) -> dict[str, Any]:
    """A rule as code scanning shows it beside its findings."""
    severity = loaded.rule.severity
    sections = [loaded.summary, loaded.section("What it finds"), loaded.section("Why it matters")]
    full = " ".join(" ".join(sections).split())
    made: dict[str, Any] = {
        "id": loaded.id,
        "shortDescription": {"text": _cut(loaded.summary)},
        "fullDescription": {"text": _cut(full)},
        "help": {"text": loaded.doc, "markdown": loaded.doc},
        # A rule that is off by default warns where it is selected by name.
        "defaultConfiguration": {"level": "warning" if severity == "off" else LEVEL[severity]},
        "properties": {"tags": [loaded.group, f"evidence-{loaded.rule.evidence}"]},
    }
    if address := _ADDRESS.search(loaded.section("Evidence")):
        made["helpUri"] = address[0].rstrip(".:")
    return made


def home_page() -> str:
    """The address that whoever distributes seocheck gave as its home page, or documentation; "" without one."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        about = metadata(DISTRIBUTION)
    except PackageNotFoundError:
        return ""
    links = dict(line.split(", ", 1) for line in about.get_all("Project-URL") or () if ", " in line)
    return next((links[name] for name in ("Documentation", "Homepage") if name in links), "")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def unknown_rule(finding: ReportedFinding) -> dict[str, Any]:
    """The same for a finding of a rule that was not among those to run."""
    text = {"text": finding.rule}
    return {
        "id": finding.rule,
        "shortDescription": text,
        "fullDescription": text,
        "help": text,
        "defaultConfiguration": {"level": LEVEL[finding.severity]},
    }


def broken_descriptors() -> list[dict[str, Any]]:
    """What can go wrong with the check itself."""
    return [
        {"id": UNREADABLE, "shortDescription": {"text": "A file that could not be read."}},
        {"id": RULE_FAILED, "shortDescription": {"text": "A rule that failed on an article."}},
    ]
