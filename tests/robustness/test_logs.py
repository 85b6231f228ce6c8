"""What is printed may be the log of a build: no words of an article, a name or a setting are a command there."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import seocheck
from seocheck.cli import main
from seocheck.formats.logs import defused, harmless
from seocheck.formats.machines.encode import harmless_json, json_text, xml_text
from seocheck.formats.registry import FORMATS
from tests.formats.actions import commands
from tests.support import BODY, markdown, run_command, write

TRICKS = (
    "##vso[task.setvariable variable=PATH]/tmp", "##vso[task.complete result=Succeeded;]", "##[group]x", "##[error]x",
    "##[add-path]/tmp", "##teamcity[buildStatus status='SUCCESS' text='x']", "##teamcity[a b='c']",
    "::error file=x.md::gone", "::add-mask::the", "::stop-commands::x", "section_start:1700000000:x\r\x1b[0K",
    "section_end:1700000000:x\r\x1b[0K", "travis_fold:start:x\r\x1b[0K", "travis_time:end:x:start=1,finish=2",
    "\x1b[8mha:AAAA\x1b[0m", "\x1b]1338;url='x'\x07",
)  # fmt: skip
LINE = " ".join(TRICKS)
HEADS = ("--- x", "+++ x", "~~~ x", "^^^ +++")


def obeyed(log: str, *, annotated: bool = False, diff: bool = False) -> list[str]:
    """The lines in which a build server finds a command, as far as each of them looks.

    annotated: GitHub's annotations are meant. diff: lines that begin a file's part of a diff are meant.
    """
    found = []
    for line in re.split("\r\n|\n|\r", log):
        marks = [re.search(r"##\w*\[", line), re.search(r"section_(start|end):|travis_(fold|time):", line)]
        marks += [re.match(r"\s*::", line)] if not (annotated and re.match(r"::(error|warning|notice) ", line)) else []
        marks += (
            [re.match(r"(---|\+\+\+|~~~|\^\^\^) ", line)] if not (diff and re.match(r"--- a/|\+\+\+ b/", line)) else []
        )
        marks += [re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", line)]
        found += [line] if any(marks) else []
    return found


def test_what_is_looked_for_is_found() -> None:
    for trick in (*TRICKS, *HEADS):
        assert obeyed(trick), trick
    assert obeyed("  ::error::x")
    assert not obeyed("::error file=a.md::x", annotated=True)
    assert not obeyed("--- a/x.md", diff=True)


@pytest.mark.parametrize("text", [*TRICKS, *HEADS, LINE, "  ::x", "a ##é[b", "###vso[x]", "##[##[x]", "##vso[##vso[x]"])
def test_lines_are_harmless(text: str) -> None:
    made = harmless(text.replace("\x1b", "").replace("\r", " ").replace("\x07", ""))
    assert obeyed(made) == []
    assert harmless(made) == made
    assert re.sub(r"\s", "", made) == re.sub(r"[\s\x1b\x07]", "", text), "nothing but spaces is added"


@pytest.mark.parametrize("text", ["## Heading [link](x)", "a::b", "#[x]", "## [x]", "--", "---", "----- x",
                                  "### vso[x]", "section_start", "a --- b", "[##]"])  # fmt: skip
def test_other_words_stay(text: str) -> None:
    assert harmless(text) == defused(text) == text


# -- all commands ---------------------------------------------------------------------------------


@pytest.fixture
def tricky(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    quoted = json.dumps(LINE)
    line = LINE.replace("\x1b", "").replace("\r", "").replace("\x07", "")
    lines = "\n\n".join((*TRICKS, *HEADS))
    write(
        tmp_path,
        {
            "a.md": f"---\ntitle: {quoted}\ndescription: {quoted}\nkeywords: [{quoted}, rye, rye, '##vso[x]']\n"
            f"lang: en\n---\n\n# {LINE}\n\n#### {LINE}\n\n{BODY}\n\n{LINE}. TODO: {LINE}\n\n{lines}\n\n![]({line})\n",
            "b.html": f"<html lang=en><title>{line}</title><meta name=description content=\"{line}\"><main>"
            f"<h1>{line}</h1><p>{line} {BODY}</p></main></html>",
            "c.txt": f"Title: {line}\nMeta Description: {line}\nKeywords: {line}\n\n{line}\n\n{BODY}\n",
            "d.md": f"---\ntitle: [{line}\n---\n\n{BODY}",
            "##vso[x]::error::.md": markdown(),
            "::error::x.md": "---\ntitle: x\nkeywords: [rye, rye]\n---\n\nRye.\n",
            "--- x.md": b"\x89PNG",
            "travis_fold:start:x.md": "---\ntitle: x\n---\n\nRye.\n",
        },
    )  # fmt: skip
    monkeypatch.chdir(tmp_path)
    return tmp_path


COMMANDS: dict[str, list[str]] = {
    **{f"check {name}": ["check", "--exit-zero", "-f", name, "."] for name in FORMATS},
    "check -v": ["check", "--exit-zero", "-v", "."],
    "check -q": ["check", "--exit-zero", "-q", "."],
    "check by name": ["check", "-q", "::error::x.md", "##vso[x]::error::.md", "--- x.md", "::gone::", "##vso[gone]"],
    "check --diff": ["check", "--diff", "."],
    "check --exclude": ["check", "-q", "--exclude", "##vso[x]*", "--exclude", "[", "."],
    "check --select": ["check", "--select", "##vso[x],::error::x", "."],
    "check --format": ["check", "-f", "##vso[x]", "."],
    "check --config": ["check", "--config", "##vso[x]\n::error::x", "."],
    "check --baseline": ["check", "--baseline", "##vso[x]", "."],
    "check --output": ["check", "-o", "no/##vso[x]", "."],
    "check --history": ["check", "--history", "no/##vso[x]", "."],
    "a wrong option": ["check", "--##vso[x]\n::error::x"],
    "a wrong command": ["\n::error::##vso[x]"],
    "keywords": ["keywords", "a.md"],
    "keywords json": ["keywords", "-f", "json", "a.md"],
    "suggest": ["suggest", "a.md"],
    "suggest json": ["suggest", "-f", "json", "a.md"],
    "suggest a file that is not there": ["suggest", "##vso[x]"],
    "suggest --dry-run": ["suggest", "--apply", "keywords", "--drop", "--dry-run", "::error::x.md"],
    "suggest --apply": ["suggest", "--apply", "keywords", "--drop", "::error::x.md"],
    "site": ["site", "."],
    "site markdown": ["site", "--format", "markdown", "."],
    "show-config": ["show-config", "a.md"],
    "init": ["init", "--print"],
    "rule": ["rule", "##vso[x]"],
    "trend": ["trend", "##vso[x]"],
    "compare": ["compare", "##vso[x]", "."],
}


def run(*args: str, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(list(args))
    out, err = capsys.readouterr()
    assert stopped.value.code in (0, 1, 2)
    assert "Traceback" not in err
    assert "internal error" not in err
    return out, err


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("server", ["", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"])
def test_no_command_reaches_a_log(
    tricky: Path, name: str, server: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("CI", "GITHUB_ACTIONS"):
        monkeypatch.delenv(variable, raising=False)
    if server:
        monkeypatch.setenv(server, "true")
    if not server and ("diff" in name or "dry-run" in name):
        pytest.skip("a patch is for programs: below")
    for out in run(*COMMANDS[name], capsys=capsys):
        diff = "diff" in name or "dry-run" in name
        assert obeyed(out, annotated=name == "check github" or server == "GITHUB_ACTIONS", diff=diff) == []


def test_settings_full_of_tricks(tricky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(
        tricky,
        {
            "seocheck.yml": "suppress: {'::error::x': [title], '##vso[x]': [links], '##vso[y].md': [title]}\n"
            "exclude: ['##vso[task.x]', '::add-mask::x']\nfields: {title: ['##teamcity[x]', '::error::']}\n",
            "broken/seocheck.yml": "##vso[x]: 1\n'##vso[y]': 1\n",
            "broken/a.md": markdown(),
        },
    )
    for args in (["show-config", "a.md"], ["check", "-q", "a.md"], ["check", "broken"], ["show-config", "broken/a.md"]):
        for text in run(*args, capsys=capsys):
            assert obeyed(text) == []


def test_a_history_and_a_comparison(tricky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", "--exit-zero", "-q", "--history", "runs.db", "-f", "json=before.json", ".", capsys=capsys)
    write(tricky, {"##vso[x]::error::.md": "---\ntitle: x\n---\n\nOats.\n", "::error::x.md": markdown()})
    before = Path("before.json").read_text()
    Path("before.json").write_text(before.replace('"rule":"', '"rule":"\\n::error::x ##vso[x]\\u001b'))
    run("check", "--exit-zero", "-q", "--history", "runs.db", ".", capsys=capsys)
    for args in (
        ["trend", "runs.db"], ["trend", "-f", "json", "runs.db"], ["compare", "before.json", "."],
        ["compare", "before.json", "-f", "json", "."], ["compare", "before.json", "-f", "markdown", "."],
    ):  # fmt: skip
        out, err = run(*args, capsys=capsys)
        assert out
        assert obeyed(out) == obeyed(err) == []
        if "json" in args:
            assert "##vso[x]" in json.dumps(json.loads(out))


# -- data stay data -------------------------------------------------------------------------------


def words(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("name", ["json", "jsonl", "gitlab", "sarif", "rdjson"])
def test_json_says_the_same_words(tricky: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run("check", "--exit-zero", "-f", name, "::error::x.md", "##vso[x]::error::.md", "a.md", capsys=capsys)
    read = [json.loads(line) for line in out.splitlines()] if name == "jsonl" else json.loads(out)
    assert "##vso[x]::error::.md" in words(read) or name == "sarif"  # paths are URLs there
    if name in ("json", "jsonl"):
        (report,) = (r for r in (read if name == "jsonl" else read["reports"]) if r["path"] == "a.md")
        assert report == json.loads(seocheck.check_file("a.md").to_json())
        assert report["title"]["text"] == LINE


@pytest.mark.parametrize("text", [*TRICKS, LINE])
def test_escapes_are_read_back(text: str) -> None:
    assert json.loads(json_text({"a": text})) == {"a": text}
    made = xml_text(text)
    assert obeyed(made) == []
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text)
    assert ET.fromstring(f"<a>{made}</a>".encode()).text == clean
    assert obeyed(json_text([text])) == []
    pretty = harmless_json(json.dumps({"##vso[": [text]}, indent=2))
    assert obeyed(pretty) == []
    assert json.loads(pretty) == {"##vso[": [text]}


def test_commands_and_columns_of_csv(tricky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run("check", "--exit-zero", "-f", "csv", ".", capsys=capsys)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == len(list(tricky.iterdir())) - 1
    assert all(None not in row for row in rows)


def test_a_page_shows_the_words(tricky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run("check", "--exit-zero", "-f", "html", "::error::x.md", "##vso[x]::error::.md", capsys=capsys)
    from html import unescape

    assert "&amp;#" not in out
    assert "##vso[x]::error::.md" in unescape(out)


# -- patches --------------------------------------------------------------------------------------

PATCHED = "---\ntitle: x\n'##vso[x]': 1\nkeywords: [rye, rye]\nlang: en\n---\n::error::x\n\nRye.\n"


@pytest.mark.parametrize("how", ["a pipe", "a file in a build"])
def test_a_patch_for_a_program_is_left_as_it_is(tmp_path: Path, how: str) -> None:
    write(tmp_path, {"a.md": PATCHED})
    environment = {"CI": "" if how == "a pipe" else "true", "GITHUB_ACTIONS": ""}
    if how == "a pipe":
        diff = run_command("check", "--diff", "a.md", cwd=tmp_path, **environment).stdout
    else:
        import sys

        from tests.support import environment as variables

        with (tmp_path / "diff").open("wb") as file:
            subprocess.run(
                [sys.executable, "-m", "seocheck", "check", "--diff", "a.md"],
                cwd=tmp_path, stdout=file, stderr=subprocess.DEVNULL, env=variables(**environment), check=False,
            )  # fmt: skip
        diff = (tmp_path / "diff").read_bytes()
    assert b"##vso[x]" in diff
    done = subprocess.run(["git", "apply", "-"], input=diff, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.md").read_text() == PATCHED.replace("rye, rye", "rye")


def test_a_patch_in_a_log_is_harmless(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": PATCHED})
    done = run_command("check", "--diff", "a.md", cwd=tmp_path, CI="true")
    assert obeyed(done.stdout.decode(), diff=True) == []
    assert b"-keywords: [rye, rye]\n+keywords: [rye]\n" in done.stdout


def test_a_patch_without_commands_applies_from_a_pipe_on_a_build_server(tmp_path: Path) -> None:
    before = b"\xef\xbb\xbf---\r\ntitle: Oats\r\nlang: en\r\nkeywords: [rye, rye]\r\n---\r\n\r\nOats.\r\n"
    write(tmp_path, {"a.md": before})
    diff = run_command("check", "--diff", "a.md", cwd=tmp_path, CI="true").stdout
    done = subprocess.run(["git", "apply", "-"], input=diff, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    after = before.removeprefix(b"\xef\xbb\xbf").replace(b"rye, rye", b"rye")
    assert (tmp_path / "a.md").read_bytes() == after


def test_annotations_are_whole(tricky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run("check", "--exit-zero", "-f", "github", "::error::x.md", "a.md", capsys=capsys)
    found = commands(out)
    assert found
    assert {kind for kind, *_ in found} <= {"error", "warning", "notice"}
    assert {properties["file"] for _, properties, _ in found} <= {"::error::x.md", "a.md"}
