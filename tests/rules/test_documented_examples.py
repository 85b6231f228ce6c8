"""The examples in each rule's documentation are true: the rule finds the fault in “Example”, and none in “Use instead”.

An example is an indented block, read like this:

- `key: value` lines at its beginning, up to a blank line, are front matter; the rest is the body. What an example
  doesn't declare comes from a default article, and so does the body where it has none.
- One that begins with `<` is an HTML page.
- `(12 times)` on a line of its own repeats the paragraph above it.
- `== name.md` on a line of its own begins a file: in examples of several files, and where a file is read as it is.
- `settings: {...}` on the first line sets options.
- Text in parentheses that fills the block's first line is a remark and left out.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml

import seocheck
from seocheck.rule_cases import site_findings
from seocheck.rulekit.registry import load_rules
from seocheck.rulekit.rule_set import built_in
from tests.support import BODY, META, write

RULES = load_rules()


def article(text: str) -> tuple[str, str]:
    """An example as a file: its name and its content."""
    text = re.sub(r"\A\([^()\n]*\)\n", "", text)
    text = re.sub(
        r"((?:[^\n]+\n)+)\s*\((\d+) times\)\n", lambda match: "\n".join([match[1]] * int(match[2])) + "\n", text
    )
    if text.startswith("<"):
        return "article.html", text
    if text.startswith(("---", "+++", "\ufeff", "\n---")):
        return "article.md", text
    match = re.match(r"(?:[\w-]+:(?: .*)?\n(?:[ \t-].*\n)*)+(?=\n|\Z)", text)
    declared = match[0] if match else ""
    body = text[len(declared) :].strip("\n") or BODY
    known = set(re.findall(r"^([\w-]+):", declared, re.MULTILINE))
    rest = "".join(f"{key}: {value}\n" for key, value in META.items() if key not in known)
    return "article.md", f"---\n{declared}{rest}---\n\n{body}\n"


def findings(rule: str, text: str, folder: Path) -> list[str]:
    """The messages of a rule on an example."""
    text = textwrap.dedent(f"    {text}").strip("\n") + "\n"
    settings: dict[str, Any] = {}
    if text.startswith("settings: "):
        first, _, text = text.partition("\n")
        settings = yaml.safe_load(first)["settings"]
    if RULES[rule].rule.scope == "site":
        parts = re.split(r"^== (\S+)\n", text, flags=re.MULTILINE)
        for name, content in zip(parts[1::2], parts[2::2], strict=True):
            write(folder, {name: article(content)[1] if name.endswith(".md") else content})
        return [finding.message for _, finding in site_findings(rule, settings, built_in())]
    if text.startswith("== "):
        first, _, content = text.partition("\n")
        name = first.removeprefix("== ")
    else:
        name, content = article(text)
    report = seocheck.check_text(content, path=name, settings=settings, select=[rule])
    assert not report.failures
    return [finding.message for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize("rule", RULES)
def test_examples_are_true(rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"bad/.keep": "", "good/.keep": ""})
    monkeypatch.chdir(tmp_path / "bad")
    bad = RULES[rule].section("Example")
    assert findings(rule, bad, Path()), f"{rule} finds nothing in its own example:\n{bad}"
    monkeypatch.chdir(tmp_path / "good")
    good = RULES[rule].section("Use instead")
    assert not findings(rule, good, Path()), f"{rule} finds a fault in what it says to use instead:\n{good}"
