"""Google's examples of what is bad and better: the rule speaks of the first, and is silent on the second."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from seocheck.rulekit.registry import load_rules
from tests.support import ROOT

sys.path.insert(0, str(ROOT / "tools"))

from google_examples import Example, guides


def examples() -> Iterator[Any]:
    for guide in guides():
        for example in guide.examples:
            yield pytest.param(example, id=f"{guide.title}: {example.what}")


@pytest.mark.parametrize("example", list(examples()))
def test_the_bad_one_is_found_and_the_better_one_is_not(example: Example) -> None:
    if example.silent:
        assert not example.rule
        assert not example.bad
        assert not example.better
        return
    assert example.rule in load_rules()
    assert example.says(), "the rule is silent on the bad one"
    assert example.says(better=True) == []


def test_most_examples_have_a_rule() -> None:
    found = [example for guide in guides() for example in guide.examples]
    assert sum(bool(example.rule) for example in found) >= 30
