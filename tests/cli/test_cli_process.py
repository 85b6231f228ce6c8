"""The command in a process of its own: standard input, pipes, locales, broken output, exit codes for real."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import environment, markdown, seocheck_process, write

BROKEN = "---\ntitle: [never closed\n---\n\nBread.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {"fine.md": markdown(), "broken.md": BROKEN})
    return tmp_path


def shell(line: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    command = line.replace("seocheck", f"{shlex.quote(sys.executable)} -m seocheck", 1)
    return subprocess.run(
        ["sh", "-c", command], cwd=cwd, capture_output=True, env=environment(), timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["fine.md"], 0),
        (["fine.md", "broken.md"], 1),
        (["fine.md", "broken.md", "nowhere.md"], 2),
        (["--select", "nothing", "fine.md"], 2),
        (["--nothing"], 2),
    ],
)
def test_exit_codes(folder: Path, args: list[str], code: int) -> None:
    done = seocheck_process("check", "-q", "--select", "front-matter", *args, cwd=folder)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert bool(done.stderr) == (code == 2)


def test_standard_input(folder: Path) -> None:
    article = markdown().encode()
    named = seocheck_process(
        "check", "--select", "title", "-f", "json", "-", "--stdin-filename", "blog/bread.md", cwd=folder, stdin=article
    )
    report = json.loads(named.stdout)["reports"][0]
    assert (report["path"], report["format"]) == ("blog/bread.md", "markdown")
    page = b"<!doctype html><html lang=en><title>Bread</title><main><h1>Bread</h1><p>Bake it.</p></main></html>"
    unnamed = seocheck_process("check", "--select", "title", "-f", "json", "-", cwd=folder, stdin=page)
    report = json.loads(unnamed.stdout)["reports"][0]
    assert (report["path"], report["format"]) == ("-", "html")


def test_standard_input_takes_the_settings_of_its_name(folder: Path) -> None:
    write(folder, {"seocheck.yml": "profile: docs\n", "news/seocheck.yml": "profile: news\n"})
    done = seocheck_process(
        "check",
        "--select",
        "title",
        "-f",
        "json",
        "-",
        "--stdin-filename",
        "news/a.md",
        cwd=folder,
        stdin=markdown().encode(),
    )
    assert json.loads(done.stdout)["reports"][0]["profile"] == "news"


def test_standard_input_that_is_no_text(folder: Path) -> None:
    done = seocheck_process("check", "-", cwd=folder, stdin=b"%PDF-1.7")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"seocheck: -: not a text file\n"


@pytest.mark.parametrize(
    "command", ["seocheck check --select headings fine.md", "seocheck schema", "seocheck rule title/missing"]
)
def test_a_reader_that_has_seen_enough(folder: Path, command: str) -> None:
    done = shell(f"{command} | head -1", folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("target", ["> /dev/full", "-o /dev/full", "-f json > /dev/full", ">&-"])
def test_output_that_cannot_be_written(folder: Path, target: str) -> None:
    done = shell(f"seocheck check --select headings fine.md {target}", folder)
    assert done.returncode == 2
    assert done.stderr.startswith(b"seocheck: ")
    assert done.stderr.count(b"\n") == 1
    assert b"internal error" not in done.stderr


def test_closed_standard_input(folder: Path) -> None:
    done = shell("seocheck check - <&-", folder)
    assert (done.returncode, done.stderr) == (2, b"seocheck: standard input is closed\n")


ASCII = [
    {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "FORCE_COLOR": "1"},
]


@pytest.mark.parametrize("variables", ASCII, ids=["ascii", "C", "ascii-colour"])
def test_a_terminal_without_utf8(folder: Path, variables: dict[str, str]) -> None:
    write(folder, {"käse.md": markdown(title="Käsebrot – ganz einfach")})
    done = seocheck_process("check", "--select", "keywords/unsupported", "fine.md", "käse.md", cwd=folder, **variables)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"keywords/unsupported" in done.stdout


def test_json_is_utf8_whatever_the_locale(folder: Path) -> None:
    write(folder, {"cheese.md": markdown(title="Käsebrot – ganz einfach")})
    done = seocheck_process("check", "--select", "title", "-f", "json", "cheese.md", cwd=folder, **ASCII[0])
    assert json.loads(done.stdout.decode("utf-8"))["reports"][0]["title"]["text"] == "Käsebrot – ganz einfach"


def test_narrow_terminals(folder: Path) -> None:
    done = seocheck_process("check", "fine.md", cwd=folder, COLUMNS="60")
    assert max(len(line) for line in done.stdout.decode().splitlines()) <= 60
