"""`python -OO` drops docstrings and asserts: no report changes, and nothing that is said of rules and settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seocheck.cli import _COMMANDS
from seocheck.rulekit.registry import load_rules
from tests.support import EXAMPLES, markdown, python_process, write

COMMANDS = [
    ["check", "-v", "."],
    ["check", "-f", "json", "."],
    ["check", "-f", "sarif", "."],
    ["check", "-f", "html", "."],
    ["check", "-f", "markdown", "."],
    ["check", "--diff", "twice.md"],
    ["site", "."],
    ["suggest", "rushed.md"],
    ["keywords", "rushed.md"],
    ["rules"],
    *(["schema", what] for what in ("settings", "report", "trend")),
    ["--help"],
    *([name, "--help"] for name in _COMMANDS),
    *(["rule", name] for name in load_rules()),
]
RUN = """
import contextlib, io, json, sys
from seocheck.cli import main
def said(command):
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(command)
        except SystemExit as end:
            code = end.code
    out.flush()
    return code, out.buffer.getvalue().decode(), err.getvalue()
print(json.dumps([sys.flags.optimize, [said(command) for command in json.loads(sys.argv[1])]]))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("articles")
    write(made, {Path(path).name: Path(path).read_bytes() for path in EXAMPLES})
    write(made, {"twice.md": markdown(keywords="[sourdough bread, starter, sourdough bread]")})
    return made


def test_the_same_words_without_docstrings_and_asserts(folder: Path) -> None:
    outputs = []
    for optimize in ("", "2"):
        changes = {"PYTHONOPTIMIZE": optimize, "SOURCE_DATE_EPOCH": "1700000000"}
        done = python_process(RUN, json.dumps(COMMANDS), cwd=folder, **changes)
        level, said = json.loads(done.stdout)
        assert level == int(optimize or 0)
        outputs.append(said)
    for command, full, without in zip(COMMANDS, *outputs, strict=True):
        assert full[0] in (0, 1), (command, full)
        assert len(full[1]) > 20, (command, full)
        assert without == full, command
    rules = [
        full[1]
        for command, full in zip(COMMANDS, outputs[0], strict=True)
        if command[0] == "rule" and command[1] != "--help"
    ]
    assert all("What it finds\n---" in shown for shown in rules)


def test_worker_processes_without_docstrings_and_asserts(folder: Path) -> None:
    code = "from seocheck.cli import main; main(['check', '-f', 'json', '--workers', '2', '.'])"
    full, without = (python_process(code, cwd=folder, PYTHONOPTIMIZE=optimize) for optimize in ("", "2"))
    assert json.loads(full.stdout)["reports"]
    assert (without.returncode, without.stdout, without.stderr) == (full.returncode, full.stdout, full.stderr)


def test_a_check_reads_no_documentation(folder: Path) -> None:
    """It would cost more than a small article does."""
    code = (
        "import atexit, sys; from seocheck.cli import main;"
        "atexit.register(lambda: print('read:', 'seocheck.base.documentation' in sys.modules));"
        "main(['check', '-q', '--exit-zero', '.'])"
    )
    done = python_process(code, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "read: False" in done.stdout
