"""No code beside the articles is ever imported: by the command, its workers, the language server, `--watch`."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import ROOT, environment, hear_interrupts, markdown, write

CANARY = "imported.txt"
THIRD_PARTY = (
    "click", "jinja2", "jellyfish", "markupsafe", "msgspec", "networkx", "nltk", "numpy", "pathspec", "platformdirs",
    "pygls", "lsprotocol", "pyphen", "pyromark", "rich", "segtok", "simplemma", "Stemmer", "textstat", "watchfiles",
    "yake", "yaml", "colorama", "regex", "seocheck_rules", "mcp", "mcp_types", "anyio", "pydantic", "pydantic_core",
    "starlette", "uvicorn", "jwt", "httpx", "httpx2", "opentelemetry", "cryptography", "jsonschema", "rpds", "h11",
    "typing_extensions", "annotated_types", "idna", "certifi", "sniffio", "sse_starlette", "attr", "attrs",
)  # fmt: skip
NAMES = (*sorted(sys.stdlib_module_names), *THIRD_PARTY, "sitecustomize", "usercustomize", "conftest", "setup")
"""Every top-level name of the standard library and more than a run imports."""


@pytest.fixture
def trapped(tmp_path: Path) -> Path:
    """A folder with eight articles, among modules that leave a note when they are imported."""
    folder = tmp_path / "work"
    write(folder, {f"{n}.md": markdown(title=f"Sourdough bread, part {n}") for n in range(8)})
    # As little as possible, so that it also runs while Python itself starts.
    trap = f"import sys\nopen({str(folder / CANARY)!r}, 'a').write(__name__ + chr(10))\n"
    write(folder, {f"{name}.py": trap for name in NAMES})
    write(folder, {"rules/title/evil.py": trap, "seocheck/cli/__init__.py": trap, "seocheck/runs/worker.py": trap})
    return folder


@pytest.fixture
def script(tmp_path: Path) -> list[str]:
    """The console script as pip writes it: its own folder is first on the path."""
    file = tmp_path / "bin" / "seocheck"
    write(tmp_path, {"bin/seocheck": "import sys\nfrom seocheck.cli import main\nsys.exit(main())\n"})
    return [sys.executable, str(file)]


def imported(folder: Path) -> list[str]:
    """The names of the traps that were imported."""
    note = folder / CANARY
    return sorted(set(note.read_text().split())) if note.exists() else []


def run(command: list[str], folder: Path, **changes: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command, cwd=folder, env=environment(**changes), capture_output=True, timeout=120, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_the_traps_work(trapped: Path) -> None:
    """They would note an import that Python makes from the working folder."""
    run([sys.executable, "-c", "import yaml, colorsys, multiprocessing"], trapped)
    assert {"yaml", "colorsys", "multiprocessing"} <= set(imported(trapped))


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("options", [[], ["--format", "html=report.html", "--format", "sarif"]], ids=str)
def test_the_console_script(trapped: Path, script: list[str], workers: str, options: list[str]) -> None:
    done = run([*script, "check", "--workers", workers, "--no-cache", *options, "--", "."], trapped)
    assert imported(trapped) == []
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "args", [["site", "."], ["suggest", "1.md"], ["keywords", "1.md"], ["init"], ["rules"]], ids=str
)
def test_other_commands(trapped: Path, script: list[str], args: list[str]) -> None:
    done = run([*script, *args], trapped)
    assert imported(trapped) == []
    assert done.returncode in (0, 1), done.stderr


def test_the_module_with_a_safe_path(trapped: Path) -> None:
    done = run([sys.executable, "-P", "-m", "seocheck", "check", "--workers", "2", "--no-cache", "."], trapped)
    assert imported(trapped) == []
    assert done.returncode == 0, done.stderr


def test_the_module_imports_nothing_from_the_folder_after_its_first_line(tmp_path: Path) -> None:
    """Python itself puts the folder first for `python -m`; what it imported by then cannot be undone."""
    before = "import sys, runpy; runpy.__name__; import seocheck; print(*sys.modules)"
    known = set(run([sys.executable, "-c", before], tmp_path).stdout.decode().split())
    folder = tmp_path / "work"
    write(folder, {f"{n}.md": markdown(title=f"Sourdough bread, part {n}") for n in range(8)})
    trap = f"open({str(folder / CANARY)!r}, 'a').write(__name__ + chr(10))\n"
    write(folder, {f"{name}.py": trap for name in NAMES if name not in known})
    done = run([sys.executable, "-m", "seocheck", "check", "--workers", "2", "--no-cache", "."], folder)
    assert imported(folder) == []
    assert done.returncode == 0, done.stderr


def test_the_language_server(trapped: Path, script: list[str]) -> None:
    body = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}'
    exit_ = b'{"jsonrpc":"2.0","method":"exit"}'
    sent = b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(each), each) for each in (body, exit_))
    done = subprocess.run(
        [*script, "lsp"], cwd=trapped, env=environment(), input=sent, capture_output=True, timeout=60, check=False
    )
    assert imported(trapped) == []
    assert b"capabilities" in done.stdout, done.stderr


def test_the_server_for_agents(trapped: Path, script: list[str]) -> None:
    pytest.importorskip("mcp")
    client = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    messages = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": client},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {
            "jsonrpc": "2.0",
            "id": 2,
            "method": "tools/call",
            "params": {"name": "suggest", "arguments": {"path": "1.md"}},
        },
    ]
    process = subprocess.Popen(
        [*script, "mcp"], cwd=trapped, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    for message in messages:
        process.stdin.write(json.dumps(message).encode() + b"\n")
    process.stdin.flush()
    answers = [process.stdout.readline() for _ in range(2)]
    process.communicate(timeout=60)
    assert imported(trapped) == []
    assert b"Keywords worth" in answers[1]


def test_watching(trapped: Path, script: list[str]) -> None:
    pytest.importorskip("watchfiles")
    process = subprocess.Popen(
        [*script, "check", "--watch", "--no-cache", "."], cwd=trapped, env=environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=hear_interrupts,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        assert process.stdout.readline()
        time.sleep(1)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert imported(trapped) == []


def test_a_script_needs_no_guard_and_its_folder_is_no_place_for_code(trapped: Path, tmp_path: Path) -> None:
    """Workers import seocheck and not the script, whose folder they never look into."""
    write(
        tmp_path,
        {
            "elsewhere/script.py": "import seocheck\nprint(sum(1 for _ in seocheck.check_paths('.', workers=2)))\n",
        },
    )
    done = run([sys.executable, str(tmp_path / "elsewhere" / "script.py")], trapped)
    assert done.stdout.split() == [b"8"], done.stderr
    assert imported(trapped) == []


def test_the_package_is_found_where_it_was_imported_from(tmp_path: Path) -> None:
    """A checkout that is on the path only because a script put it there."""
    write(tmp_path, {f"{n}.md": markdown() for n in range(4)})
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import seocheck; "
        "print(sum(1 for _ in seocheck.check_paths('.', workers=2)))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, timeout=120, check=False,
        env={k: v for k, v in environment().items() if k != "PYTHONPATH"},
    )  # fmt: skip
    assert done.stdout.split() == [b"4"], done.stderr
