"""What is fixed is chosen by the fault, and not by the words in which a finding tells it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from seocheck.config import Settings, make_plan
from seocheck.fix import description_markup, keyword_list
from seocheck.fix.examine import examine
from seocheck.fix.proposal import Kind
from seocheck.model.article import Source


@pytest.mark.parametrize(
    ("kind", "line", "value"),
    [
        (description_markup.KIND, "description: Bread with **big** holes", "Bread with big holes"),
        (keyword_list.KIND, 'keywords: ["rye, oven"]', ("rye", "oven")),
    ],
)
def test_other_words_for_the_same_fault(kind: Kind, line: str, value: object) -> None:
    state = examine(Source("a.md", f"---\n{line}\n---\n\nRye.\n"), make_plan(Settings()))
    findings = [(plan, ordinal, replace(f, message="Eh?", measured="?")) for plan, ordinal, f in state.of(kind.rule)]
    assert findings
    proposed = kind.propose(state, findings)
    assert proposed.proposal is not None
    assert proposed.proposal.value == value
