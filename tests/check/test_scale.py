"""A score is only comparable with scores of the same scale, so what can be lost is written down for each scale."""

from __future__ import annotations

import json
from pathlib import Path

from seocheck.check.score import SCALE
from seocheck.config.profiles import load_profile, profile_names
from seocheck.rulekit.registry import load_rules
from tests.support import write
from tools.raise_scale import CHANGES, SCALES, SCORE, raised, scored

FILE = Path(__file__).parent / "scales.json"


def test_a_new_or_changed_scored_rule_raises_the_scale() -> None:
    known = json.loads(FILE.read_text("utf-8"))
    assert str(SCALE) in known, f"write what scale {SCALE} is made of into {FILE.name}"
    assert scored() == known[str(SCALE)], (
        "rules that cost points were added, removed or weighed anew: python tools/raise_scale.py raises the scale"
    )


def test_scales_are_kept() -> None:
    assert [int(number) for number in json.loads(FILE.read_text("utf-8"))] == list(range(1, SCALE + 1))


def test_the_changelog_names_the_scale() -> None:
    changes = (FILE.parents[2] / "CHANGELOG.md").read_text("utf-8")
    assert f"\n{SCALE}: " in changes.partition("### Score scale")[2], (
        f"write a line that begins with “{SCALE}: ” below “### Score scale” in CHANGELOG.md"
    )


def test_raising_it_is_a_command(tmp_path: Path) -> None:
    write(
        tmp_path, {SCORE: "SCALE = 2\n", SCALES: "", CHANGES: "# Changes\n\n### Score scale\n\n2: that.\n\n1: this.\n"}
    )
    before = {"1": {"title/missing": 1}, "2": {"title/missing": 2, "title/too-wide": 1}}
    assert raised(tmp_path, before, before["2"]) is None
    for weight in (4, 3):  # a second try before it is committed
        assert raised(tmp_path, before, {"title/missing": weight, "title/new": 1}) == 3
    assert (tmp_path / SCORE).read_text() == "SCALE = 3\n"
    assert json.loads((tmp_path / SCALES).read_text()) == {**before, "3": {"title/missing": 3, "title/new": 1}}
    assert (tmp_path / CHANGES).read_text() == (
        "# Changes\n\n### Score scale\n\n3: new rules that cost points: `title/new`; rules that are gone or cost none "
        "any more: `title/too-wide`; weighed anew: `title/missing` (2 to 3).\n\n2: that.\n\n1: this.\n"
    )


def test_profiles_weigh_only_rules_that_exist() -> None:
    for name in profile_names():
        profile = load_profile(name)
        assert profile is not None
        assert set(profile.weights) <= set(load_rules())
