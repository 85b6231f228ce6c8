"""What the rules that were met look for, and why: their own documentation, for the end of the report."""

from __future__ import annotations

from collections.abc import Iterable

from seocheck.model.report import Struct
from seocheck.rulekit.registry import LoadedRule


class RuleMet(Struct, frozen=True):
    """A rule. summary: what it finds, in a sentence. ground: the source it is based on, with the date it was read."""

    id: str
    summary: str
    finds: str
    why: str
    evidence: str
    ground: str


def rule_met(loaded: LoadedRule) -> RuleMet:
    """What is told of a rule; "" for what its documentation leaves out."""
    said = {
        name: " ".join(loaded.section(name).split()) for name in ("What it finds", "Why it matters", "Evidence")
    }  # fmt: skip
    grounds = loaded.rule.grounds
    ground = said["Evidence"].removeprefix(f"Class: {grounds}.").lstrip().removeprefix("Source: ")
    return RuleMet(
        id=loaded.id, summary=loaded.summary, finds=said["What it finds"], why=said["Why it matters"],
        evidence=grounds, ground=ground,
    )  # fmt: skip


class RulesMet:
    """The rules that findings are of."""

    def __init__(self) -> None:
        self._loaded: dict[str, LoadedRule] = {}

    def note(self, rules: Iterable[LoadedRule], met: Iterable[str]) -> None:
        """Take the rules that ran on an article, and the names of those that found something."""
        missing = set(met) - self._loaded.keys()
        if missing:
            self._loaded.update((rule.id, rule) for rule in rules if rule.id in missing)

    def __contains__(self, rule: object) -> bool:
        return rule in self._loaded

    def __len__(self) -> int:
        return len(self._loaded)

    def summary(self, rule: str) -> str:
        """What a rule finds, in a sentence."""
        return self._loaded[rule].summary

    def summaries(self) -> dict[str, str]:
        """What each finds, in a sentence."""
        return {name: loaded.summary for name, loaded in self._loaded.items()}

    def all(self) -> list[RuleMet]:
        """All, by name."""
        return [rule_met(self._loaded[name]) for name in sorted(self._loaded)]


def anchor(rule: str) -> str:
    """Where the report tells of a rule."""
    return "rule-" + rule.replace("/", "-")
