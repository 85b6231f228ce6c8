"""The help of commands with many options: every option in a group, then examples and environment variables."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from seocheck.cli import cli
from seocheck.cli.check import command as check
from seocheck.cli.common.help import CHECK_ENVIRONMENT, GroupedCommand
from seocheck.cli.site import command as site
from tests.support import run_command

PACKAGE = Path(__file__).parents[2] / "seocheck"


@pytest.mark.parametrize("command", [check, site])
def test_every_option_is_in_one_group(command: click.Command) -> None:
    assert isinstance(command, GroupedCommand)
    grouped = [name for names in command.groups.values() for name in names]
    assert sorted(grouped) == sorted(str(p.name) for p in command.params if isinstance(p, click.Option))


@pytest.mark.parametrize("name", ["check", "site"])
def test_help_is_grouped_and_no_wider_than_a_hundred_columns(name: str) -> None:
    said = CliRunner(env={"COLUMNS": "200"}).invoke(cli, [name, "--help"]).output
    headings = re.findall(r"^(\w[^:\n]*):$", said, re.MULTILINE)
    assert headings[0] == "What to check"
    assert headings[-3:] == ["Other", "Examples", "Environment variables"]
    assert max(map(len, said.splitlines())) <= 100
    assert "--help" in said


@pytest.mark.parametrize("columns", [40, 50, 60, 80, 100])
@pytest.mark.parametrize("name", ["check", "site", "suggest"])
def test_help_fits_narrow_terminals(name: str, columns: int, tmp_path: Path) -> None:
    said = run_command(name, "--help", cwd=tmp_path, COLUMNS=str(columns)).stdout.decode()
    for line in said.splitlines():
        alone = re.fullmatch(r"  (-|[A-Z]+_|seocheck ).*", line)  # names and commands, which aren't broken
        assert len(line) <= columns or alone, line


def test_examples_are_commands_that_exist() -> None:
    said = CliRunner().invoke(cli, ["check", "--help"]).output
    lines = re.findall(r"^  (seocheck .*)$", said, re.MULTILINE)
    known = {opt for p in check.params for opt in p.opts}
    assert len(lines) >= 5
    for line in lines:
        assert line.split()[1] == "check"
        assert {word for word in line.split() if re.fullmatch(r"--?[a-z][\w-]*", word)} <= known


def test_environment_variables_in_the_help_are_read() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py") if file.name != "help.py")
    for names, _ in CHECK_ENVIRONMENT:
        for name in names.split(", "):
            assert f'"{name}"' in source, name
