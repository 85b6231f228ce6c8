"""`-k` finds the tests of a rule by its id and by the name of its file."""

from __future__ import annotations

import pytest


def pytest_itemcollected(item: pytest.Item) -> None:
    """`too_long` is what the file is called, `too-long` what the rule is, and people type either."""
    called = getattr(item, "callspec", None)
    rule = called.params.get("rule") if called is not None else None
    if isinstance(rule, str):
        item.extra_keyword_matches.add(rule.replace("-", "_"))
