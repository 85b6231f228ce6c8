"""Fixes in the label blocks of drafts: labels are written as usual, all else stays, and what can't be done is said."""

from __future__ import annotations

from seocheck.config import Settings, make_plan
from seocheck.fix import fixes_for

DRAFT = """\
# Rye bread

**meta-description:**  Rye bread needs a day, most of which it spends alone.
**Key words:** rye bread, crust

---

Rye bread needs a day, and the crust needs a hot stone.
"""
PLAN = make_plan(Settings())


def test_labels_of_a_draft_are_written_as_usual() -> None:
    outcome = fixes_for(DRAFT.encode(), "draft.md", PLAN)
    expected = DRAFT.replace("meta-description:", "meta description:").replace("Key words:", "Keywords:")
    assert outcome.after.decode() == expected
    assert [fixed.rule for fixed in outcome.fixed] == ["front-matter/label-variant"] * 2


def test_a_keyword_in_a_block_is_left_to_the_writer() -> None:
    text = DRAFT.replace("rye bread, crust", "rye bread, crust, rye bread")
    outcome = fixes_for(text.encode(), "draft.md", PLAN)
    assert "rye bread, crust, rye bread" in outcome.after.decode()
    assert "keywords/duplicate" in [refused.rule for refused in outcome.refused]
