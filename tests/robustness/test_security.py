"""An article is data: nothing in it is run, nothing is read or written besides it, and nothing of it is a command."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pyromark
import pytest

import seocheck
from seocheck.cli import main
from seocheck.config.globs import matches
from seocheck.formats.registry import FORMATS
from seocheck.model.report import Report
from tests.formats.actions import commands
from tests.robustness.generators import KINDS
from tests.support import BODY, ROOT, environment, markdown, no_hang, python_process, run_command, write

SECRET = "the-word-nobody-is-to-see"

# -- nothing is run, read or written --------------------------------------------------------------

WATCHED = """\
import os, sys
seen = []
watched = ("open", "os.system", "os.exec", "os.posix_spawn", "os.fork", "subprocess.Popen", "socket.connect",
           "socket.getaddrinfo", "os.remove", "os.rename", "os.mkdir", "os.symlink", "os.link", "shutil.copyfile",
           "urllib.Request")
def hook(event, arguments):
    if event in watched:
        seen.append((event, *arguments[:3]))
from seocheck.cli import main
own = [os.path.realpath(p) for p in (sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path) if p]
sys.addaudithook(hook)
code = 0
try:
    main(sys.argv[1:])
except SystemExit as stop:
    code = stop.code
here, scratch = os.path.realpath(os.getcwd()), os.path.realpath(os.environ["TMPDIR"])
for event, *arguments in list(seen):
    name = arguments[0]
    if event in ("open", "os.remove") and isinstance(name, str) and os.path.realpath(name).startswith(scratch + os.sep):
        continue  # what is put aside for the moment
    if event == "open" and isinstance(name, (str, bytes)):
        path = os.path.realpath(os.fsdecode(name))
        writes = isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        inside = path.startswith(here + os.sep) and not writes
        if inside or any(path.startswith(folder + os.sep) and not path.startswith(here) for folder in own):
            continue
        if path in ("/dev/null", "/dev/tty", "/dev/urandom"):
            continue
    elif event == "open":
        continue  # a file that is open already
    print("WATCHED", event, arguments, file=sys.stderr)
sys.exit(code)
"""
"""Runs the command and says on standard error what it did besides reading below the working folder."""

CANARY = "pwned"
RUN = f"touch {CANARY}"

HOSTILE: dict[str, str | bytes] = {
    "tags.md": "---\n"
    f"title: !!python/object/apply:os.system ['{RUN}']\n"
    f"description: !!python/object/new:subprocess.Popen [['touch', '{CANARY}']]\n"
    "keywords: !!python/name:os.system\n"
    "include: !include ../secret/secret.md\n"
    f"---\n\n{BODY}",
    "toml.md": f"+++\ntitle = \"{{{{ exec('{RUN}') }}}}\"\ninclude = '../secret/secret.md'\n+++\n\n{BODY}",
    "json.md": f'{{"title": "$(touch {CANARY})", "$ref": "../secret/secret.md"}}\n\n{BODY}',
    "lang.md": "---\ntitle: Rye\nlang: ../../../secret/secret\nprofile: ../secret/secret\n"
    "extends: ../secret/settings.yml\nlayout: ../secret/secret\n"
    f"seocheck: {{extends: ../secret/settings.yml, ignore: [../secret/secret]}}\n---\n\n{BODY}",
    "includes.md": '{{< include file="../secret/secret.md" >}}\n{{% readfile "../secret/secret.md" %}}\n'
    "{% include ../secret/secret.md %}\n{% include_relative ../secret/secret.md %}\n{{> ../secret/secret.md }}\n"
    '--8<-- "../secret/secret.md"\n!include ../secret/secret.md\n:::include{file=../secret/secret.md}\n'
    "![rye bread](../secret/secret.md)\n[rye bread](../secret/secret.md)\n[^1]: file:../secret/secret.md\n"
    f"<!--#include file='../secret/secret.md' -->\n<iframe src='../secret/secret.md'></iframe>\n\n{BODY}",
    "page.mdx": "import secret from '../secret/secret.md'\n"
    f"export const x = require('child_process').execSync('{RUN}')\n\n"
    f"{{process.exit(1)}} {{`${{x}}`}} <Include src='../secret/secret.md'/>\n\n{BODY}",
    "page.html": "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a SYSTEM '../secret/secret.md'><!ENTITY % b SYSTEM "
    "'../secret/secret.md'>%b;]><html lang=en><head><title>Rye &a;</title><base href='../secret/'>"
    "<link rel=stylesheet href='../secret/secret.md'><meta http-equiv=refresh content='0;url=../secret/secret.md'>"
    "<xi:include href='../secret/secret.md' parse='text'/></head><body><main><h1>Rye</h1>"
    "<iframe src='../secret/secret.md'></iframe><object data='../secret/secret.md'></object><?php system('ls') ?>"
    f"<p>{BODY}</p><script src='../secret/secret.md'></script></main></body></html>",
    "saved.txt": f"Title: Rye\nMeta Description: `{RUN}`\nKeywords: ../secret/secret.md\n\n"
    f"@../secret/secret.md\n\n{BODY}",
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Hostile articles, and beside their folder a file that is none of their business."""
    write(tmp_path, {"secret/secret.md": f"# {SECRET}\n\n{SECRET}\n", "secret/settings.yml": f"language: {SECRET}\n"})
    write(tmp_path / "site", HOSTILE)
    return tmp_path / "site"


@pytest.mark.parametrize(
    "args",
    [
        ["check", "--no-cache", "--workers", "1", "-v", "."],
        ["check", "--no-cache", "--workers", "1", "-f", "json", *HOSTILE],
        ["keywords", "tags.md"],
        ["suggest", "includes.md"],
        ["check", "--no-cache", "--workers", "1", "--diff", "."],
        ["site", "--no-cache", "--workers", "1", "."],
    ],
    ids=["text", "json", "keywords", "suggest", "diff", "site"],
)
def test_articles_are_read_and_nothing_else_is_done(site: Path, args: list[str]) -> None:
    scratch = site.parent / "scratch"
    scratch.mkdir()
    done = python_process(WATCHED, *args, cwd=site, SEOCHECK_CACHE_DIR="", TMPDIR=str(scratch))
    assert not list(scratch.iterdir())
    assert done.returncode in (0, 1), done.stderr
    assert "WATCHED" not in done.stderr
    assert SECRET not in done.stdout + done.stderr
    assert not list(site.parent.rglob(CANARY))


def test_the_watch_sees_what_is_done(tmp_path: Path) -> None:
    write(tmp_path, {"secret/secret.md": SECRET, "site/a.md": BODY})
    done = python_process(
        WATCHED, "check", "--no-cache", "--workers", "1", "-f", "json=out.json", "../secret/secret.md",
        cwd=tmp_path / "site", SEOCHECK_CACHE_DIR="", TMPDIR=str(tmp_path / "none"),
    )  # fmt: skip
    assert "secret.md" in done.stderr
    assert done.stderr.count("WATCHED open") >= 2


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret/secret.md": SECRET, "site/a.md": BODY})
    (tmp_path / "site" / "link").symlink_to(tmp_path / "secret", target_is_directory=True)
    done = run_command("check", "-f", "json", ".", cwd=tmp_path / "site")
    assert SECRET.encode() not in done.stdout + done.stderr


# -- nothing is expanded --------------------------------------------------------------------------


def test_entities_of_a_page_are_not_expanded() -> None:
    page = KINDS["entity bomb"].make("html", 30).decode()
    with no_hang(10):
        report = seocheck.check_text(page, format="html")
    assert len(report.to_json()) < 50_000


@pytest.mark.parametrize("name", ["alias bomb", "alias bomb as keywords", "an alias of itself", "merge keys"])
def test_aliases_of_front_matter_are_not_expanded(name: str) -> None:
    with no_hang(10):
        report = seocheck.check_text(KINDS[name].make("md", 200).decode())
    assert len(report.to_json()) < 50_000


BOMB = "b0: &b0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"b{i}: &b{i} [{', '.join([f'*b{i - 1}'] * 9)}]\n" for i in range(1, 40)
)


@pytest.mark.parametrize(
    "text",
    [BOMB, f"{BOMB}ignore: *b9\n", "ignore: &a [*a]\n", "rules: &a {title/too-wide: *a}\n", "suppress: {a: &a [*a]}\n"],
)
def test_aliases_of_settings_are_bounded(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"seocheck.yml": text})
    with no_hang(10), pytest.raises(seocheck.SettingsError) as caught:
        seocheck.load_settings(tmp_path / "seocheck.yml")
    assert len(str(caught.value)) < 500


def test_aliases_of_settings_may_be_used(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "ignore: &few [title, links]\nsuppress: {a.md: *few, b.md: *few}\n"})
    assert seocheck.load_settings(tmp_path / "seocheck.yml").suppress == {
        "a.md": ("title", "links"),
        "b.md": ("title", "links"),
    }


# -- settings run no code -------------------------------------------------------------------------

CODE = f"open({CANARY!r}, 'w').close()\n"
TRAPS = (
    "yaml.py", "click.py", "textstat.py", "yake.py", "msgspec.py", "simplemma.py", "sitecustomize.py",
    "seocheck_rules.py",
    "rules/title/evil.py", "rules/headings/no_h1.py", "seocheck/rules/title/evil.py", "conftest.py", "setup.py",
    "evil.py",
)  # fmt: skip


@pytest.mark.parametrize("options", [[], ["--isolated"]], ids=["settings", "isolated"])
def test_no_code_beside_the_articles_is_imported(tmp_path: Path, options: list[str]) -> None:
    import subprocess

    write(tmp_path, {**dict.fromkeys(TRAPS, CODE), "a.md": markdown(), "seocheck.yml": "profile: news\n"})
    # As the installed command runs: its own folder on the path, not the working one.
    done = subprocess.run(
        [sys.executable, "-P", "-m", "seocheck", "check", "-v", *options, "."],
        cwd=tmp_path, env=environment(PYTHONPATH=str(ROOT)), capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / CANARY).exists()


@pytest.mark.parametrize(
    "text",
    [
        "rules_from: evil.py\n",
        "plugins: [evil]\n",
        "rules: {evil: {file: evil.py}}\n",
        "rules: evil.py\n",
        "profile: ../evil\n",
        "extends: evil.py\n",
        f"profile: !!python/object/apply:os.system ['{RUN}']\n",
        f"language: !!python/object/new:subprocess.Popen [['touch', '{CANARY}']]\n",
    ],
)
def test_settings_name_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    write(tmp_path, {"seocheck.yml": text, "evil.py": CODE, "evil.yml": "description: x\n"})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(seocheck.SettingsError):
        seocheck.load_settings("seocheck.yml")
    assert not (tmp_path / CANARY).exists()


def test_isolated_reads_no_settings(tmp_path: Path) -> None:
    write(tmp_path, {"seocheck.yml": "broken: [\n", "pyproject.toml": "[tool.seocheck]\nx = 1\n", "a.md": markdown()})
    assert run_command("check", "a.md", cwd=tmp_path).returncode == 2
    assert run_command("check", "--isolated", "a.md", cwd=tmp_path).returncode == 0


def test_a_file_given_stands_instead_of_the_one_beside_the_articles(tmp_path: Path) -> None:
    write(tmp_path, {"site/seocheck.yml": "broken: [\n", "own.yml": "profile: docs\n", "site/a.md": markdown()})
    done = run_command("check", "-f", "jsonl", "--config", "own.yml", "site", cwd=tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["profile"] == "docs"


@pytest.mark.parametrize("secret", [f"password: {SECRET}\n", f"{SECRET}\n", f"a: [{SECRET}\n", f"a: 1\na: {SECRET}\n"])
@pytest.mark.parametrize("key", ["extends", "baseline"])
def test_what_another_file_holds_is_not_printed(
    tmp_path: Path, key: str, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"secret.yml": secret, "site/seocheck.yml": f"{key}: ../secret.yml\n", "site/a.md": markdown()})
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(tmp_path / "site")])
    out, err = capsys.readouterr()
    assert stopped.value.code == 2
    assert err.count("\n") == 1
    assert SECRET not in out + err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
@pytest.mark.parametrize("key", ["extends", "baseline"])
def test_a_file_without_end_is_not_read(tmp_path: Path, key: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"site/seocheck.yml": f"{key}: endless\n", "site/a.md": markdown()})
    (tmp_path / "site" / "endless").symlink_to("/dev/zero")
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(tmp_path / "site")])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


# -- nothing of an article is a command, an escape or markup --------------------------------------

TRICKS = (
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x9b2J", "\u202eturned", "\u2066", "\u200b", "\x00", "\x08\x7f",
    "::error file=x.md::gone", "::set-output name=a::b", "##[add-mask]x", "##vso[task.setvariable variable=a]b",
    "%0A::warning::x",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "'\"><svg/onload=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)", "]]><x/>", "&lt;b&gt;", "@everyone", "```", "|", "-->",
)  # fmt: skip
LINE = " ".join(TRICKS)
COMMANDS = {
    **{f"check {name}": ["check", "--exit-zero", "-f", name, "."] for name in FORMATS},
    "check -v": ["check", "--exit-zero", "-v", "."],
    "check -q": ["check", "--exit-zero", "-q", "."],
    "keywords": ["keywords", "a.md"],
    "suggest": ["suggest", "a.md"],
    "site": ["site", "."],
    "site markdown": ["site", "--format", "markdown", "."],
    "show-config": ["show-config", "a.md"],
}


@pytest.fixture
def tricky(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles, names and settings full of tricks."""
    quoted = json.dumps(LINE)
    line = LINE.replace("\x00", "")
    write(
        tmp_path,
        {
            "a.md": f"---\ntitle: {quoted}\ndescription: {quoted}\nkeywords: [{quoted}, rye, rye]\nlang: en\n---\n\n"
            f"# {line}\n\n#### {line}\n\n{BODY}\n\n{line}. TODO: {line}\n\n![]({line})\n\n"
            f"Keywords: {line}\n\n::error::x\n",
            "b.html": f"<html lang=en><title>{line}</title><meta name=description content='{line}'><meta name=keywords "
            f"content='{line}'><main><h1>{line}</h1><p>{line} {BODY}</p><h5>x</h5></main></html>",
            "c.txt": f"Title: {line}\nMeta Description: {line}\nKeywords: {line}\n\n{line}\n\n{BODY}\n\nclose\n",
            "d.md": f"---\ntitle: [{line}\n---\n\n{BODY}",
            "::error::\x1b[31m\u202e<b>.md": markdown(),
            "gone\x1b[2J::error::.md": b"\x89PNG",
        },
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("actions", [False, True], ids=["alone", "in Actions"])
def test_no_trick_reaches_a_terminal_or_a_log(
    tricky: Path, name: str, actions: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if actions:
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
    with pytest.raises(SystemExit):
        main(COMMANDS[name])
    out, err = capsys.readouterr()
    assert out
    assert "Traceback" not in err
    for text in (out, err):
        assert CONTROL.search(text) is None
    if actions:
        found = [*commands(out), *commands(err)]
        assert not found or name in ("check github", "check -v", "check -q", "site")  # they annotate unasked
        for kind, properties, _ in found:
            assert kind in ("error", "warning", "notice")
            assert "/" in properties["title"]
            assert "gone" not in properties


def test_a_markdown_report_is_words_alone(tricky: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(COMMANDS["check markdown"])
    page = pyromark.html(capsys.readouterr().out, options=pyromark.Options.ENABLE_TABLES)
    tags = {tag.lower() for tag in re.findall(r"<\s*([a-zA-Z!][\w-]*)", page)}
    assert tags.isdisjoint({"script", "img", "svg", "iframe", "a", "x", "object"})
    assert "onerror=" not in re.sub(r">[^<]*<", "><", page)


def test_a_report_read_back_holds_the_words_as_they_are(tricky: Path) -> None:
    """What is escaped in print is whole in the data."""
    report = seocheck.check_file(tricky / "a.md")
    assert report.title is not None
    assert report.title.text == LINE
    assert Report.from_json(report.to_json()).title == report.title


def test_there_is_a_folder_of_rules_and_only_one() -> None:
    """Rules come from the package's own folder; nothing a settings file says leads to another."""
    from seocheck.rulekit.registry import RULES, load_rules

    assert Path(RULES).is_relative_to(ROOT)
    assert len(load_rules()) > 30


def test_globs_of_many_stars() -> None:
    with no_hang(5):
        assert not matches("x/" + "a" * 200 + ".md", "x/" + "*a" * 40 + "b")
        assert matches("x/" + "a" * 200 + ".md", "x/" + "*a" * 40 + "*.md")
        assert not matches("x/" * 30 + "a" * 100 + ".md", "**/" * 4 + "*a" * 10 + "b")
