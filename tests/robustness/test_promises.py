"""docs/robustness.md promises nothing without a test: every test that it names exists."""

from __future__ import annotations

import re

import pytest

from tests.support import ROOT

PAGE = (ROOT / "docs" / "robustness.md").read_text(encoding="utf-8")
ROWS = PAGE.partition("## What we promise")[2].partition("\n### ")[0].splitlines()
PROMISES = [line for line in ROWS if line.startswith("| ") and not line.startswith(("| promise", "|---"))]


@pytest.mark.parametrize("promise", PROMISES)
def test_its_tests_exist(promise: str) -> None:
    named = re.findall(r"`([^`]*)`", promise.rpartition(" | ")[2])
    assert named
    file = ""
    for each in named:
        path, _, test = each.partition("::")
        file = path or file
        source = (ROOT / file).read_text(encoding="utf-8")
        assert not test or f"def {test}(" in source, each


def test_there_are_promises() -> None:
    assert len(PROMISES) > 25
