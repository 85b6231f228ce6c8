"""What people read is present-day English: none of the phrases that the project's style replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

REPLACED = {
    "parted by": "separated by",
    "mend": "fix",
    "passed over": "skipped",
    "at hand": "available",
    "graver": "more severe",
    "told apart": "distinguished",
    "so it is with": "and N more like it",
}
"""Phrase -> what to write instead."""

_PHRASES = re.compile(
    r"\b(?:parted by|mend(?:s|ed)?|passed over|at hand|graver|told apart|so it is with)\b".replace(" ", r"[\s#]+"),
    re.IGNORECASE,
)


def read_by_people() -> list[Path]:
    """The files whose words people read: rules, code, templates, documents."""
    found = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "action.yml", ".pre-commit-hooks.yaml")]
    found += (ROOT / "docs").rglob("*.md")
    for folder in ("rules", "seocheck"):
        found += (file for ending in ("*.py", "*.j2") for file in (ROOT / folder).rglob(ending))
    return sorted(found)


def old_phrases(text: str) -> Iterator[tuple[int, str]]:
    """Lines with a phrase to replace, from 1; one that is broken over two lines counts for the first."""
    for match in _PHRASES.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, " ".join(match.group().split())


@pytest.mark.parametrize(
    "text",
    ["names parted by commas", "Mend this line.", "what is mended", "files are passed\n    over", "a text at hand",
     "a Graver one", "cannot be told apart", "So it is with the others."],
)  # fmt: skip
def test_old_phrases_are_found(text: str) -> None:
    assert [line for line, _ in old_phrases(text)] == [1]


@pytest.mark.parametrize(
    "text", ["recommend an amendment", "passed_over", "engraver", "at handover", "departed by train"]
)
def test_other_words_are_not_taken_for_them(text: str) -> None:
    assert not list(old_phrases(text))


def test_what_people_read_is_in_plain_english() -> None:
    files = read_by_people()
    assert len(files) > 300
    found = [
        f"{file.relative_to(ROOT)}:{line}: “{phrase}”"
        for file in files
        for line, phrase in old_phrases(file.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join([*found, f"write instead: {REPLACED}"])


@pytest.mark.parametrize(
    ("file", "phrase"),
    [("rules/keywords/unsupported.py", "never mentions “"), ("rules/keywords/missing.py", "No keywords are declared")],
)
def test_two_well_known_messages_stay(file: str, phrase: str) -> None:
    assert phrase in (ROOT / file).read_text(encoding="utf-8")
