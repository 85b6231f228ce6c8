"""A score is only comparable with scores of the same scale, so what can be lost is written down for each scale."""

from __future__ import annotations

import json
from pathlib import Path

from seocheck.check.score import SCALE
from seocheck.config.profiles import load_profile, profile_names
from seocheck.rulekit.registry import load_rules

FILE = Path(__file__).parent / "scales.json"


def scored() -> dict[str, float]:
    """What each rule that costs something can cost."""
    return {name: loaded.rule.weight for name, loaded in load_rules().items() if loaded.rule.weight}


def test_a_new_or_changed_scored_rule_raises_the_scale() -> None:
    known = json.loads(FILE.read_text("utf-8"))
    assert str(SCALE) in known, f"write what scale {SCALE} is made of into {FILE.name}"
    assert scored() == known[str(SCALE)], (
        "rules that cost points were added, removed or weighed anew: raise SCALE in seocheck/check/score.py, add the "
        f"new scale to {FILE.name}, and say so in CHANGELOG.md under “Score scale”"
    )


def test_scales_are_kept() -> None:
    assert [int(number) for number in json.loads(FILE.read_text("utf-8"))] == list(range(1, SCALE + 1))


def test_the_changelog_names_the_scale() -> None:
    changes = (FILE.parent.parent / "CHANGELOG.md").read_text("utf-8")
    assert f"\n{SCALE}: " in changes.partition("### Score scale")[2]


def test_profiles_weigh_only_rules_that_exist() -> None:
    for name in profile_names():
        profile = load_profile(name)
        assert profile is not None
        assert set(profile.weights) <= set(load_rules())
