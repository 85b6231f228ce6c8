"""`seocheck mcp` as agents use it: the tools, and everything that it refuses."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.agents.client import Answer, Session, talk
from tests.support import environment, hear_interrupts, markdown, python_process, run_command, write

pytest.importorskip("mcp")

SECRET = "the secret of the house next door"
DOUBLE = markdown(keywords="[sourdough bread, starter, Sourdough bread, starter]")
OUTSIDE = "lies outside the folders that this server was started with."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with articles, beside one that is nobody's business."""
    return make_site(tmp_path)


def make_site(folder: Path) -> Path:
    write(folder, {
        "site/bread.md": markdown(),
        "site/double.md": DOUBLE,
        "site/posts/rye.md": markdown(title="Rye bread"),
        "site/.git/config.md": markdown(title=SECRET),
        "site/.env": SECRET,
        "site/data.json": f'{{"title": "{SECRET}"}}',
        "site/README.md": "# Site\n",
        "other/secret.md": markdown(title=SECRET),
        "site-2/secret.md": markdown(title=SECRET),
    })  # fmt: skip
    return folder / "site"


def ask(folder: Path, tool: str, /, *args: str, **arguments: object) -> Answer:
    """One question to a server in a folder."""

    async def said(session: Session) -> Answer:
        return await session.call(tool, **arguments)

    return talk(folder, said, args)


def test_the_tools_and_what_they_say(site: Path) -> None:
    async def said(session: Session) -> None:
        tools = await session.tools()
        assert list(tools) == ["check", "keywords", "suggest", "rule", "fix"]
        for name, each in tools.items():
            assert each["description"]
            assert each["inputSchema"]["type"] == "object"
            assert each["annotations"]["readOnlyHint"] == (name != "fix")
        everything = await session.call("check")
        assert "bread.md " in everything.text
        assert re.search("\n 4:\\d+ The article .*“rye crispbread”", everything.text)
        assert "\nposts/rye.md " in everything.text
        assert SECRET not in everything.text
        last = everything.text.splitlines()[-2:]
        assert last[0].startswith("3 articles: ")
        assert last[1] == "Skipped: 1 not an article."
        one = await session.call("check", paths=["posts"], rules=["keywords"])
        assert one.text.startswith("posts/rye.md ")
        assert "bread.md " not in one.text.replace("posts/rye.md", "")
        assert (await session.call("check", paths=[str(site / "bread.md")])).text.startswith("bread.md ")
        assert "sourdough bread" in (await session.call("keywords", path="bread.md")).text
        assert "Keywords worth dropping" in (await session.call("suggest", path="bread.md")).text
        assert (await session.call("rule", name="title/too-wide")).text.startswith("title/too-wide\n===")
        assert "title/too-wide" in (await session.call("rule", name="title")).text
        assert "description/missing" in (await session.call("rule", name="description")).text

    talk(site, said)


def test_fix_shows_a_diff_first_and_writes_when_it_is_asked_to(site: Path) -> None:
    async def said(session: Session) -> None:
        file = site / "double.md"
        before = file.read_bytes()
        early = await session.call("fix", path="double.md", apply=True)
        assert early.text.splitlines()[-1].startswith("Not written: this is what would change")
        assert file.read_bytes() == before
        shown = await session.call("fix", path="double.md")
        assert "\n-keywords: [" in shown.text
        assert file.read_bytes() == before
        # Saved by somebody meanwhile: the new change has to be seen first.
        file.write_bytes(before + b"\nOne more line about the bread.\n")
        again = await session.call("fix", path="double.md", apply=True)
        assert "Not written" in again.text
        assert file.read_bytes() == before + b"\nOne more line about the bread.\n"
        done = await session.call("fix", path="double.md", apply=True)
        assert done.text.startswith("double.md: written: keywords/duplicate: ")
        assert b"keywords: [sourdough bread, starter]" in file.read_bytes()
        assert (await session.call("fix", path="double.md", apply=True)).text == "Nothing to fix automatically."

    talk(site, said)


def test_nothing_outside_is_read_written_or_told_of(site: Path) -> None:
    os.symlink("../other/secret.md", site / "link.md")
    os.symlink("../other", site / "folder")
    os.symlink("/proc/self/environ", site / "environ.md")
    os.symlink("bread.md", site / "inside.md")
    before = {path: path.read_bytes() for path in site.parent.rglob("*.md") if not path.is_symlink()}
    paths = [
        "../other/secret.md", "../other/gone.md", str(site.parent / "other" / "secret.md"), "link.md",
        "folder/secret.md", "folder/../secret.md", "../site-2/secret.md", "environ.md", "/etc/passwd", "..", "/",
        "folder", "posts/../../other/secret.md", "//etc//passwd", "~/x.md/../../../../../../../../etc/passwd",
    ]  # fmt: skip

    async def said(session: Session) -> None:
        for path in paths:
            for name, arguments in [
                ("check", {"paths": [path]}), ("check", {"paths": ["bread.md", path]}), ("keywords", {"path": path}),
                ("suggest", {"path": path}), ("fix", {"path": path}), ("fix", {"path": path, "apply": True}),
            ]:  # fmt: skip
                made = await session.call(name, **arguments)
                if path.startswith("~"):
                    assert made.failed
                    continue
                assert made == (f"“{path}” {OUTSIDE}", True), name
        # What a folder holds that leads elsewhere is left out.
        everything = await session.call("check")
        assert SECRET not in everything.text
        assert "secret" not in everything.text
        # A link within the folders is the file that it leads to, and is not written through.
        assert (await session.call("check", paths=["inside.md"])).text.startswith("bread.md ")
        os.unlink(site / "inside.md")
        os.symlink("double.md", site / "inside.md")
        refused = await session.call("fix", path="inside.md")
        assert refused == ("“inside.md” is a symbolic link: name the file itself, double.md.", True)

    talk(site, said)
    assert {path: path.read_bytes() for path in before} == before


REFUSED: list[tuple[str, dict[str, object], str]] = [
    ("keywords", {"path": "gone.md"}, "“gone.md” does not exist."),
    ("check", {"paths": ["gone.md"]}, "“gone.md” does not exist."),
    ("keywords", {"path": ".env"}, "“.env” is hidden, or in a hidden folder."),
    ("fix", {"path": ".git/config.md"}, "“.git/config.md” is hidden, or in a hidden folder."),
    ("check", {"paths": [".git"]}, "“.git” is hidden, or in a hidden folder."),
    ("suggest", {"path": "data.json"}, "“data.json” isn't a kind of file that seocheck reads."),
    ("fix", {"path": "posts"}, "“posts” is a folder: name one article."),
    ("keywords", {"path": ""}, "A path needs a name, without NUL characters."),
    ("keywords", {"path": "a\0.md"}, "A path needs a name, without NUL characters."),
    ("keywords", {"path": "x" * 5000 + ".md"}, "does not exist."),
    ("rule", {"name": "titel"}, "unknown rule or group “titel”; did you mean “title”?"),
    ("rule", {"name": ""}, "unknown rule or group “”"),
    ("check", {"rules": ["nothing/there"]}, "unknown rule or group “nothing/there”"),
    ("keywords", {}, "keywords: Object missing required field `path`."),
    ("keywords", {"path": 7}, "keywords: Expected `str`, got `int` - at `$.path`."),
    ("fix", {"path": "bread.md", "apply": "yes"}, "fix: Expected `bool`, got `str` - at `$.apply`."),
    ("fix", {"path": "bread.md", "force": True}, "fix: Object contains unknown field `force`."),
    ("delete", {"path": "bread.md"}, "There is no tool “delete”; there are check, keywords, suggest, rule, fix."),
]


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> list[Answer]:
    """What one server says to all of them, one after the other."""
    site = make_site(tmp_path_factory.mktemp("refused"))

    async def said(session: Session) -> list[Answer]:
        return [await session.call(name, **arguments) for name, arguments, _ in REFUSED]

    answers = talk(site, said)
    assert "Traceback" not in (site.parent / "stderr.txt").read_text()
    return answers


@pytest.mark.parametrize("nth", range(len(REFUSED)), ids=[says for _, _, says in REFUSED])
def test_what_is_refused_is_one_line(refused: list[Answer], nth: int) -> None:
    assert refused[nth].failed
    assert REFUSED[nth][2] in refused[nth].text
    assert "\n" not in refused[nth].text


def test_limits_hold(site: Path) -> None:
    write(site, {
        "seocheck.yml": "max_file_size: 0.01\nmax_seconds: 0.5\n",
        "huge.md": markdown() + "word " * 5_000,
        "bytes.md": b"\0" * 500,
    })  # fmt: skip
    os.mkfifo(site / "pipe.md")

    async def said(session: Session) -> None:
        for name in ("keywords", "suggest", "fix"):
            made = await session.call(name, path="huge.md")
            assert made == ("huge.md: too large: 0.0 MB, at most 0.01 (setting max_file_size)", True)
            assert (await session.call(name, path="pipe.md")) == ("pipe.md: not a regular file", True)
            assert "NUL bytes" in (await session.call(name, path="bytes.md")).text
        made = await session.call("check")
        assert "huge.md error seocheck/unreadable: This file could not be read: too large" in made.text
        assert "; 3 files could not be read" in made.text
        (site / "seocheck.yml").write_text("max_file_size: 3\nmax_seconds: 0.05\n")
        write(site, {"huge.md": markdown() + "Some words of prose about bread.\n\n" * 30_000})
        for name in ("keywords", "suggest", "fix"):
            made = await session.call(name, path="huge.md")
            assert made == ("huge.md: takes longer than 0.05 s (setting max_seconds)", True)

    talk(site, said)


def test_a_check_ends_in_time_and_says_what_is_missing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from seocheck.agents import tools
    from seocheck.agents.articles import Articles
    from seocheck.agents.folders import Folders
    from seocheck.rulekit.rule_set import built_in

    monkeypatch.chdir(site)
    made = tools.Tools(Articles(Folders(["."]), built_in()))
    assert "more article" not in made.call("check", {})
    monkeypatch.setattr(tools, "CHARACTERS", 10)
    assert made.call("check", {}).endswith("\n2 more articles not checked: name a few, or a smaller folder.")
    monkeypatch.setattr(tools, "SECONDS", -1)
    left = made.call("check", {"paths": ["bread.md", "double.md"]}).splitlines()[-1]
    assert left == "1 more article not checked: name a few, or a smaller folder."


def test_settings_hold_and_broken_ones_are_named(site: Path) -> None:
    async def said(session: Session) -> None:
        """Each call reads the settings anew."""
        assert "keywords/" in (await session.call("check")).text
        write(site, {"seocheck.yml": "ignore: [keywords]\n"})
        left = await session.call("check")
        assert not left.failed
        assert "keywords/" not in left.text
        write(site, {"seocheck.yml": "ignroe: [title]\n"})
        made = await session.call("check")
        assert made.failed
        assert "seocheck.yml:1: unknown key" in made.text

    talk(site, said)
    assert not ask(site, "check", "--isolated").failed
    write(site.parent, {"mine.yml": "ignore: [title]\n"})
    assert "keywords/unsupported" in ask(site, "check", "--config", str(site.parent / "mine.yml")).text


def test_no_rule_of_the_folders_is_loaded(site: Path) -> None:
    canary = site.parent / "canary"
    trap = f"open({str(canary)!r}, 'w').write('imported')\n"
    write(site, {"rules/boats/rowing.py": trap, "mcp.py": trap, "seocheck_rules.py": trap, "anyio.py": trap})
    write(site, {
        "venv/site.dist-info/METADATA": "Metadata-Version: 2.1\nName: site\nVersion: 1\n",
        "venv/site.dist-info/entry_points.txt": "[seocheck.rules]\nx = site_rules\n",
        "venv/site_rules/boats/rowing.py": trap,
    })  # fmt: skip
    write(site.parent, {"first/a.md": markdown()})

    async def said(session: Session) -> str:
        return (await session.call("rule", name="boats/rowing")).text

    for args in ((), (str(site.parent / "first"), str(site))):
        assert "unknown rule or group “boats/rowing”" in talk(site, said, args)
    assert not canary.exists()


def test_packages_in_any_of_the_folders_have_no_rules(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from seocheck.agents.folders import Folders
    from seocheck.agents.own_rules import rules_for
    from tests.config.test_user_rules import PADDLE

    write(site, {
        "venv/boats-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: boats\nVersion: 1\n",
        "venv/boats-1.dist-info/entry_points.txt": "[seocheck.rules]\nboats = boats_rules\n",
        "venv/boats_rules/__init__.py": "",
        "venv/boats_rules/boats/rowing_word.py": PADDLE,
    })  # fmt: skip
    monkeypatch.syspath_prepend(str(site / "venv"))
    other = str(site.parent / "other")
    assert "boats/rowing-word" in rules_for(Folders([other])).loaded
    for folders in ([str(site)], [other, str(site)], [str(site), other]):
        assert "boats/rowing-word" not in rules_for(Folders(folders)).loaded


def test_several_folders(site: Path) -> None:
    write(site.parent, {"more/wine.md": markdown(title="Wine"), "more/bread.md": markdown(title="Other bread")})
    args = (str(site), str(site.parent / "more"))

    async def said(session: Session) -> None:
        made = await session.call("check", paths=["wine.md"])
        assert made.text.startswith(f"{site.parent}/more/wine.md ")
        assert (await session.call("check", paths=["bread.md"])).text.startswith("bread.md ")
        assert "5 articles: " in (await session.call("check")).text
        assert (await session.call("check", paths=["../other/secret.md"])).failed

    talk(site.parent / "other", said, args)


def test_wrong_starts_are_one_line(site: Path) -> None:
    done = run_command("mcp", "gone", cwd=site)
    assert (done.returncode, done.stderr) == (2, b"seocheck: gone: not a folder\n")
    done = run_command("mcp", "--isolated", "--config", "x.yml", cwd=site)
    assert done.returncode == 2
    done = run_command("mcp", "--config", "x.yml", cwd=site)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_without_the_library_one_line_says_so(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name == "mcp" or name.startswith(("mcp.", "seocheck.agents.server"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    done = run_command("mcp", cwd=site)
    assert (done.returncode, done.stderr) == (2, b"seocheck: the server for agents needs mcp: pip install mcp\n")


def started(site: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "seocheck", "mcp"], cwd=site, env=environment(), stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=hear_interrupts,
    )  # fmt: skip


INITIALIZE = (
    b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},'
    b'"clientInfo":{"name":"test","version":"1"}}}\n'
)


def test_what_is_no_message_does_not_end_it(site: Path) -> None:
    sent = b"\n{\n[]\n\xff\xfe\nnull\n" + b"[" * 5000 + b"\n" + INITIALIZE
    process = started(site)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(sent)
    process.stdin.flush()
    answer: list[bytes] = []

    def read() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            if b"serverInfo" in line:
                answer.append(line)
                return

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(60)
    assert answer
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"seocheck" not in errors or b"Traceback" not in errors


def test_a_link_made_meanwhile_is_not_read(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder or a file that becomes a link between the look at its path and the reading."""
    from seocheck.agents import articles
    from seocheck.agents.folders import Folders
    from seocheck.agents.tools import Tools
    from seocheck.errors import SeocheckError
    from seocheck.rulekit.rule_set import built_in

    monkeypatch.chdir(site)
    tools = Tools(articles.Articles(Folders(["."]), built_in()))
    real = articles.read_bytes

    def swapped(path: str, *args: Any, **more: Any) -> bytes:
        os.rename(swap, f"{swap}.old")
        os.symlink(target, swap)
        return real(path, *args, **more)

    write(site, {"posts/secret.md": markdown()})
    monkeypatch.setattr(articles, "read_bytes", swapped)
    for swap, target, path in (  # noqa: B007  the function above uses them
        (site / "posts", site.parent / "other", "posts/secret.md"),
        (site / "bread.md", site.parent / "other" / "secret.md", "bread.md"),
    ):
        for name in ("keywords", "suggest", "fix"):
            with pytest.raises(SeocheckError) as refused:
                tools.call(name, {"path": path})
            assert SECRET not in str(refused.value)
            os.unlink(swap)
            os.rename(f"{swap}.old", swap)
        assert SECRET not in tools.call("check", {"paths": [path]})
        os.unlink(swap)
        os.rename(f"{swap}.old", swap)


def test_a_signal_waits_for_the_file_that_is_written(site: Path) -> None:
    code = """
import os, signal, sys, threading, time
from seocheck.agents import server, tools
from seocheck.agents.articles import Articles
from seocheck.agents.folders import Folders
from seocheck.rulekit.rule_set import built_in
real = tools.replace_file
def slow(*given):
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(0.5)
    real(*given)
tools.replace_file = slow
made = tools.Tools(Articles(Folders(["."]), built_in()))
server._end_at_once(made)
made.call("fix", {"path": "double.md"})
threading.Thread(target=made.call, args=("fix", {"path": "double.md", "apply": True})).start()
time.sleep(30)
"""
    before = sorted(os.listdir(site))
    done = python_process(code, cwd=site)
    assert done.returncode == 128 + signal.SIGTERM
    assert b"keywords: [sourdough bread, starter]" in (site / "double.md").read_bytes()
    assert sorted(os.listdir(site)) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_end_it_without_a_traceback(site: Path, number: signal.Signals) -> None:
    process = started(site)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(INITIALIZE)
    process.stdin.flush()
    assert process.stdout.readline()
    time.sleep(0.1)
    process.send_signal(number)
    process.wait(timeout=30)
    assert process.returncode == 128 + number
    assert b"Traceback" not in (process.stderr.read() if process.stderr else b"")
    process.communicate()


def test_no_network_is_asked_for(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every socket raises: what an agent asks needs none."""
    import socket

    from seocheck.agents.articles import Articles
    from seocheck.agents.folders import Folders
    from seocheck.agents.own_rules import rules_for
    from seocheck.agents.tools import Tools

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.chdir(site)
    below = Folders(["."])
    tools = Tools(Articles(below, rules_for(below)))
    for name, arguments in [
        ("check", {}), ("keywords", {"path": "bread.md"}), ("suggest", {"path": "bread.md"}),
        ("rule", {"name": "title"}), ("fix", {"path": "double.md"}),
    ]:  # fmt: skip
        assert tools.call(name, arguments)
