"""A rule's former name goes on working wherever names are written, and the user is told of the present one."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from seocheck import check_text
from seocheck.config.load import load_settings, settings_from
from seocheck.gates.baseline import load_baseline
from seocheck.rulekit.registry import rule_files
from seocheck.rulekit.renamed import RENAMED
from tests.cli.test_cli_gates import Cli, cli
from tests.support import markdown, write

__all__ = ["cli"]

FORMER, PRESENT = next(iter(RENAMED.items()))
LATE = markdown(
    keywords="[harbour lantern]",
    body="The road was long and the night was cold. " * 45 + "\n\nA harbour lantern hung over the door.\n",
)


def told(result: SimpleNamespace) -> bool:
    return f"“{FORMER}” is now called “{PRESENT}”" in result.err


def test_former_names_are_free_and_present_ones_exist() -> None:
    assert not set(RENAMED) & set(rule_files())
    assert set(RENAMED.values()) <= set(rule_files())


@pytest.mark.parametrize(
    "text",
    [
        f"severities:\n  {FORMER}: warning\n",
        f"overrides:\n  - files: '*.md'\n    severities:\n      {FORMER}: warning\n",
    ],
)
def test_a_setting_with_the_former_name_holds_and_is_told_once(cli: Cli, tmp_path: Path, text: str) -> None:
    write(tmp_path, {"seocheck.yml": text, "a.md": LATE, "b.md": LATE})
    result = cli("check", ".", "--format", "json")
    rules = [f["rule"] for report in json.loads(result.out)["reports"] for f in report["findings"]]
    assert rules.count(PRESENT) == 2
    assert result.err.count(FORMER) == 1
    assert told(result)


def test_the_line_of_the_former_name_is_given(tmp_path: Path) -> None:
    write(tmp_path, {"base.yml": f"profile: news\nignore:\n  - {FORMER}\n", "seocheck.yml": "extends: base.yml\n"})
    (line,) = load_settings(tmp_path / "seocheck.yml").renamed
    assert line.startswith(f"{tmp_path / 'base.yml'}:2: ")


def test_a_file_with_present_names_tells_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": f"severities:\n  {PRESENT}: note\n"})
    assert load_settings(tmp_path / "seocheck.yml").renamed == ()


@pytest.mark.parametrize("names", [FORMER, [FORMER]])
def test_plain_values_may_use_it(names: str | list[str]) -> None:
    on = {"severities": {FORMER: "note"}}
    assert PRESENT in [f.rule for f in check_text(LATE, settings=settings_from(on)).findings]
    silent = settings_from({**on, "suppress": {"*": names}})
    assert PRESENT not in [f.rule for f in check_text(LATE, path="a.md", settings=silent).findings]


def test_a_comment_may_use_it() -> None:
    text = LATE.replace("A harbour", f"<!-- seocheck-disable-next-line {FORMER} -->\nA harbour")
    report = check_text(text, settings=settings_from({"severities": {PRESENT: "note"}}))
    assert [s.finding.rule for s in report.suppressed] == [PRESENT]
    assert "suppressions/unused" not in [f.rule for f in report.findings]


def test_a_baseline_may_use_it(tmp_path: Path) -> None:
    write(tmp_path, {"b.json": json.dumps({"seocheck_baseline": 1, "files": {"a.md": {FORMER: 1}}})})
    assert load_baseline(tmp_path / "b.json").counts == {"a.md": {PRESENT: 1}}


@pytest.mark.parametrize("command", [("check", "a.md", "--select", FORMER), ("rule", FORMER)])
def test_a_command_may_use_it(cli: Cli, tmp_path: Path, command: tuple[str, ...]) -> None:
    write(tmp_path, {"a.md": LATE})
    result = cli(*command)
    assert PRESENT in result.out
    assert told(result)
