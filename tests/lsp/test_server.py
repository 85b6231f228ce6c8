"""A real client and a real server, over standard input and output."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import Client, applied
from tests.support import BODY, markdown, run_command

pytest.importorskip("pygls")

ARTICLE = markdown()
OFF = "severities: {description/missing: off}\n"
TWICE = markdown(keywords="[sourdough bread, starter, Starter]")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server for all tests that need none of their own; whatever they send, it ends well."""
    with Client(tmp_path_factory.mktemp("workspace")) as made:
        yield made
        assert made.end() == 0


@pytest.fixture
def client(running: Client) -> Client:
    """The server, in a folder of this test's own."""
    running.move(Path(tempfile.mkdtemp(dir=running.workspace)))
    return running


def rules(found: list[dict[str, Any]]) -> list[str]:
    return [each["code"] for each in found]


def titles(found: list[dict[str, Any]]) -> list[str]:
    return [each["title"] for each in found]


def test_what_the_server_says_it_can(client: Client) -> None:
    said = client.initialized
    assert said["serverInfo"]["name"] == "seocheck"
    can = said["capabilities"]
    assert can["positionEncoding"] == "utf-16"
    assert can["hoverProvider"]
    assert "quickfix" in can["codeActionProvider"]["codeActionKinds"]
    assert can["textDocumentSync"]["openClose"]
    assert can["textDocumentSync"]["save"]


def test_an_opened_article_has_the_findings_of_a_check(client: Client) -> None:
    found = client.open("a.md", ARTICLE)
    (client.folder / "a.md").write_text(ARTICLE, encoding="utf-8", newline="")
    done = run_command("check", "a.md", "--format", "json", cwd=client.folder)
    report = json.loads(done.stdout)["reports"][0]
    assert sorted(rules(found)) == sorted(f["rule"] for f in report["findings"])
    assert found
    assert {each["source"] for each in found} == {"seocheck"}
    by_rule = {f["rule"]: f for f in report["findings"]}
    for each in found:
        finding = by_rule[each["code"]]
        assert finding["message"] in each["message"]
        assert each["severity"] == {"error": 1, "warning": 2, "note": 3, "suggestion": 4}[finding["severity"]]


def test_a_change_is_checked_and_only_the_last_of_many(client: Client) -> None:
    assert "description/missing" not in rules(client.open("a.md", ARTICLE))
    for version in range(2, 12):
        client.change("a.md", ARTICLE + "more " * version, version)
    client.change("a.md", markdown(description=None), 12)
    found = client.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics")
    assert found["params"]["version"] == 12
    assert "description/missing" in rules(found["params"]["diagnostics"])


def test_a_saved_article_is_checked_with_the_settings_of_now(client: Client) -> None:
    without = markdown(description=None)
    assert "description/missing" in rules(client.open("a.md", without))
    (client.folder / "seocheck.yml").write_text(OFF)
    client.notify("textDocument/didSave", {"textDocument": {"uri": client.uri("a.md")}})
    left = rules(client.diagnostics("a.md"))
    assert "keywords/unsupported" in left
    assert "description/missing" not in left


def test_changed_settings_check_what_is_open(client: Client) -> None:
    for name in ("a.md", "b.md"):
        assert "description/missing" in rules(client.open(name, markdown(description=None)))
    settings = client.folder / "seocheck.yml"
    settings.write_text(OFF)
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 1}]})
    for name in ("a.md", "b.md"):
        left = rules(client.diagnostics(name))
        assert "keywords/unsupported" in left
        assert "description/missing" not in left


def test_broken_settings_are_one_diagnostic(client: Client) -> None:
    (client.folder / "seocheck.yml").write_text("rulez: {}\n")
    found = client.open("a.md", ARTICLE)
    assert [each["severity"] for each in found] == [1]
    assert "rulez" in found[0]["message"]
    assert found[0]["range"] == {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}


def test_settings_are_watched_where_the_editor_can(tmp_path: Path) -> None:
    can = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    with Client(tmp_path, capabilities=can) as client:
        asked = client.wait(lambda m: m.get("method") == "client/registerCapability")
        registration = asked["params"]["registrations"][0]
        assert registration["method"] == "workspace/didChangeWatchedFiles"
        assert "seocheck.yml" in registration["registerOptions"]["watchers"][0]["globPattern"]
        client.send({"id": asked["id"], "result": None})
        assert client.open("a.md", ARTICLE)


def test_what_is_no_article_has_no_diagnostics(client: Client) -> None:
    assert client.open("README.md", "# A tool\n") == []
    assert client.open("notes.txt", "just a note\n", language="plaintext") == []
    assert client.open("module.py", "x = 1\n", language="python") == []
    assert client.open("layouts/page.html", "<title></title>", language="html") == []
    assert client.open("draft.md", markdown(draft="true", description=None))  # what is being written is checked


def test_a_closed_article_is_cleared(client: Client) -> None:
    assert client.open("a.md", ARTICLE)
    client.notify("textDocument/didClose", {"textDocument": {"uri": client.uri("a.md")}})
    assert client.diagnostics("a.md") == []


def test_excluded_articles_are_left_alone(client: Client) -> None:
    (client.folder / "seocheck.yml").write_text("exclude: [old/**]\n")
    assert client.open("old/a.md", ARTICLE) == []
    assert client.open("new/a.md", ARTICLE)


def test_hover_on_a_keyword(client: Client) -> None:
    client.open("a.md", ARTICLE)
    line = next(n for n, text in enumerate(ARTICLE.splitlines()) if text.startswith("keywords:"))
    column = ARTICLE.splitlines()[line].index("starter")
    said = client.at("textDocument/hover", "a.md", line, column + 2)
    assert said["range"] == {
        "start": {"line": line, "character": column},
        "end": {"line": line, "character": column + len("starter")},
    }
    text = said["contents"]["value"]
    report = json.loads(run_command("check", "-", "-f", "json", cwd=client.folder, stdin=ARTICLE.encode()).stdout)
    keyword = next(k for k in report["reports"][0]["keywords"] if k["text"] == "starter")
    assert "**starter**" in text
    assert f"Tier: {keyword['tier']}" in text
    assert f"{keyword['count']} times" in text
    assert f"line {keyword['evidence']['place']['start']['line']}" in text
    for zone, support in keyword["zones"].items():
        assert f"- {zone}: {support['tier']}, {support['count']}" in text
    assert client.at("textDocument/hover", "a.md", 0, 0) is None
    absent = client.at("textDocument/hover", "a.md", line, ARTICLE.splitlines()[line].index("rye") + 1)
    assert "absent" in absent["contents"]["value"]


def lens(client: Client, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.request("textDocument/codeLens", {"textDocument": {"uri": client.uri(name)}})
    return found


def test_hover_on_the_list_shows_the_map_of_all_keywords(client: Client) -> None:
    tricky = markdown(keywords="[sourdough bread, starter, a ``` b, rye crispbread]")
    for text in (ARTICLE, tricky, markdown(keywords="\n  - sourdough bread\n  - starter").replace(": \n", ":\n")):
        client.open("a.md", text)
        lines = text.splitlines()
        line = next(n for n, each in enumerate(lines) if each.startswith("keywords:"))
        said = client.at("textDocument/hover", "a.md", line, 3)
        assert said["range"]["start"] == {"line": line, "character": 0}
        value = said["contents"]["value"]
        assert "sourdough bread *" in value
        assert "\n  starter " in value
        fence = value.partition("text\n")[0]
        assert set(fence) == {"`"}
        assert value.count(fence) == 2
        assert (
            "Tier: " in client.at("textDocument/hover", "a.md", *place_of(lines, "starter", line))["contents"]["value"]
        )
        client.notify("textDocument/didClose", {"textDocument": {"uri": client.uri("a.md")}})
        client.diagnostics("a.md")
    client.open("b.md", markdown(keywords=None))
    assert client.at("textDocument/hover", "b.md", 1, 2) is None


def place_of(lines: list[str], word: str, least: int) -> tuple[int, int]:
    line = next(n for n, each in enumerate(lines) if n >= least and word in each)
    return line, lines[line].index(word) + 1


def test_the_score_is_a_code_lens(client: Client) -> None:
    client.open("a.md", ARTICLE)
    (client.folder / "a.md").write_text(ARTICLE)
    done = run_command("check", "a.md", "-q", cwd=client.folder)
    (found,) = lens(client, "a.md")
    assert found["range"]["start"] == {"line": 0, "character": 0}
    title = found["command"]["title"]
    assert title.startswith("seocheck ")
    assert title.removeprefix("seocheck ").partition(":")[0] in done.stdout.decode()
    assert title.endswith("0 errors, 1 warning, 0 notes")
    client.open("README.md", "# A tool\n")
    assert lens(client, "README.md") == []
    assert lens(client, "never-opened.md") == []


def test_a_code_lens_waits_for_the_check(tmp_path: Path) -> None:
    """While somebody types, the score of before is shown; the editor is told when there is a new one."""
    with Client(tmp_path, capabilities={"workspace": {"codeLens": {"refreshSupport": True}}}) as client:
        client.open("a.md", ARTICLE)
        asked = client.wait(lambda m: m.get("method") == "workspace/codeLens/refresh")
        client.send({"id": asked["id"], "result": None})
        before = lens(client, "a.md")
        client.change("a.md", markdown(description=None), 2)
        assert lens(client, "a.md") == before
        client.diagnostics("a.md", 2)
        asked = client.wait(lambda m: m.get("method") == "workspace/codeLens/refresh")
        client.send({"id": asked["id"], "result": None})
        assert lens(client, "a.md") != before


def test_a_suggested_fix_comes_with_its_diagnostic(client: Client) -> None:
    text = markdown(description=None)
    found = next(d for d in client.open("a.md", text) if d["code"] == "description/missing")
    action = next(a for a in client.actions("a.md", found["range"]) if a["title"].startswith("Insert the description"))
    assert action["kind"] == "quickfix"
    assert action["diagnostics"][0]["code"] == "description/missing"
    after = applied(text, action["edit"]["changes"][client.uri("a.md")])
    client.change("a.md", after, 2)
    assert "description/missing" not in rules(client.diagnostics("a.md", 2))


def test_a_fix_gives_the_text_without_the_finding(client: Client) -> None:
    found = [d for d in client.open("a.md", TWICE) if d["code"] == "keywords/duplicate"]
    assert len(found) == 1
    fixes = [a for a in client.actions("a.md", found[0]["range"]) if a.get("isPreferred")]
    assert len(fixes) == 1
    assert fixes[0]["kind"] == "quickfix"
    assert fixes[0]["diagnostics"][0]["code"] == "keywords/duplicate"
    fixed_text = applied(TWICE, fixes[0]["edit"]["changes"][client.uri("a.md")])
    assert fixed_text == markdown(keywords="[sourdough bread, starter]")
    client.change("a.md", fixed_text, 2)
    assert "keywords/duplicate" not in rules(client.diagnostics("a.md", 2))


def test_fixing_all_is_what_fix_does(client: Client) -> None:
    text = TWICE.replace("\n", "\r\n").replace("busy people", "busy 👩‍🍳 people")
    client.open("a.md", text)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 999, "character": 0}}
    actions = client.actions("a.md", whole, ["source.fixAll"])
    assert [a["kind"] for a in actions] == ["source.fixAll.seocheck"]
    path = client.folder / "a.md"
    path.write_bytes(text.encode())
    run_command("check", "--fix", "a.md", cwd=client.folder)
    assert applied(text, actions[0]["edit"]["changes"][client.uri("a.md")]) == path.read_bytes().decode()
    assert path.read_bytes().decode() != text


def test_edits_name_the_version_where_the_editor_takes_that(tmp_path: Path) -> None:
    can = {"workspace": {"workspaceEdit": {"documentChanges": True}}}
    with Client(tmp_path, capabilities=can) as client:
        found = [d for d in client.open("a.md", TWICE, version=7) if d["code"] == "keywords/duplicate"]
        edit = client.actions("a.md", found[0]["range"])[0]["edit"]
        assert edit["documentChanges"][0]["textDocument"] == {"uri": client.uri("a.md"), "version": 7}


SKIPPED = BODY + "\n#### Too deep\n\nThe cold dough waits.\n"


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
def test_suppressed_here(client: Client, name: str) -> None:
    text = markdown(body=SKIPPED)
    found = [d for d in client.open(name, text) if d["code"] == "headings/skipped-level"]
    assert len(found) == 1
    action = next(
        a for a in client.actions(name, found[0]["range"]) if a["title"] == "Suppress headings/skipped-level here"
    )
    after = applied(text, action["edit"]["changes"][client.uri(name)])
    comment = "seocheck-disable-next-line headings/skipped-level"
    written = f"{{/* {comment} */}}" if name.endswith("x") else f"<!-- {comment} -->"
    assert after == text.replace("#### Too deep", f"{written}\n#### Too deep")
    client.change(name, after, 2)
    left = client.diagnostics(name, 2)
    assert "headings/skipped-level" not in rules(left)
    assert "suppressions/unused" not in rules(left)


def test_suppressed_in_the_article(client: Client) -> None:
    text = markdown(description=None)
    found = [d for d in client.open("a.md", text) if d["code"] == "description/missing"]
    action = next(
        a
        for a in client.actions("a.md", found[0]["range"])
        if a["title"] == "Suppress description/missing in this article"
    )
    after = applied(text, action["edit"]["changes"][client.uri("a.md")])
    assert "---\n<!-- seocheck-disable-file description/missing -->\n" in after
    client.change("a.md", after, 2)
    left = client.diagnostics("a.md", 2)
    assert "description/missing" not in rules(left)
    assert "suppressions/unused" not in rules(left)


def test_positions_count_utf16_units(client: Client) -> None:
    text = markdown(keywords="[👩‍🍳 bread, starter, Starter]")
    found = next(d for d in client.open("a.md", text) if d["code"] == "keywords/duplicate")
    line = text.splitlines()[found["range"]["start"]["line"]].encode("utf-16-le")
    start, end = (2 * found["range"][side]["character"] for side in ("start", "end"))
    assert line[start:end].decode("utf-16-le") == "Starter"


def test_other_units_where_the_editor_wants_them(tmp_path: Path) -> None:
    text = markdown(keywords="[👩‍🍳 bread, starter, Starter]")
    with Client(tmp_path, capabilities={"general": {"positionEncodings": ["utf-8", "utf-16"]}}) as client:
        assert client.initialized["capabilities"]["positionEncoding"] == "utf-8"
        found = next(d for d in client.open("a.md", text) if d["code"] == "keywords/duplicate")
        line = text.splitlines()[found["range"]["start"]["line"]].encode()
        start, end = (found["range"][side]["character"] for side in ("start", "end"))
        assert line[start:end].decode() == "Starter"


def test_nonsense_does_not_end_the_server(client: Client) -> None:
    for body in (b"{", b"[]", b"null", b'"text"', b"{}", b"\xff\xfe", b'{"jsonrpc": "2.0"}', b"[" * 100_000):
        client.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    client.raw(b"Nonsense: 1\r\n\r\nContent-Length: x\r\n\r\n")
    client.notify("textDocument/didChange", {"textDocument": {"uri": "file:///none.md"}, "contentChanges": "no"})
    client.notify("textDocument/didOpen", {})
    client.notify("no/such/thing", {})
    client.notify("textDocument/didClose", {"textDocument": {"uri": "file:///never-opened.md"}})
    client.send({"id": 99, "method": "no/such/request", "params": {}})
    assert client.wait(lambda m: m.get("id") == 99)["error"]["code"] == -32601
    assert client.at("textDocument/hover", "never-opened.md", 3, 3) is None
    assert client.open("a.md", ARTICLE)
    assert client.at("textDocument/hover", "a.md", 99_999, 99_999) is None


BROKEN = ["", "---\n", "---\na: [\n---\n", "\ufeff---\ntitle: x\n---\n", "\0" * 50, "<!--", "\r"]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_documents_do_not_end_the_server(client: Client, text: str) -> None:
    client.open("a.md", text)
    client.open("b.html", text, language="html")
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 9}}
    client.actions("a.md", whole)
    client.actions("b.html", whole)
    assert client.open("c.md", ARTICLE)


def test_the_end(tmp_path: Path) -> None:
    with Client(tmp_path) as client:
        assert client.end() == 0
    with Client(tmp_path) as client:
        client.notify("exit", None)
        assert client._process.wait(60) == 1
    with Client(tmp_path, start=False) as client:
        assert client.gone() == 1


WITHOUT = """\
import sys
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Block())
from seocheck.cli import main
main(sys.argv[1:])
"""


def test_without_pygls(tmp_path: Path) -> None:
    from tests.support import python_process

    done = python_process(WITHOUT, "lsp", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "seocheck: the language server needs pygls: pip install pygls\n"
    assert done.stdout == ""
    (tmp_path / "a.md").write_text(ARTICLE)
    assert python_process(WITHOUT, "check", "--exit-zero", "a.md", cwd=tmp_path).returncode == 0


def test_nothing_else_imports_pygls(tmp_path: Path) -> None:
    from tests.support import python_process

    (tmp_path / "a.md").write_text(ARTICLE)
    code = (
        "import sys\nimport seocheck\nfrom seocheck.cli import main\ntry:\n    main(sys.argv[1:])\nfinally:\n"
        "    found = {m.partition('.')[0] for m in sys.modules}\n"
        "    print('MODULES', sorted(found & {'pygls', 'lsprotocol', 'watchfiles'}))\n"
    )
    for args in (["--version"], ["--help"], ["check", "--exit-zero", "a.md"]):
        assert python_process(code, *args, cwd=tmp_path).stdout.splitlines()[-1] == "MODULES []"


def test_an_article_that_takes_too_long_is_said(client: Client) -> None:
    (client.folder / "seocheck.yml").write_text("overrides: []\nmax_seconds: 0.000001\n")
    (found,) = client.open("a.md", ARTICLE)
    assert found["code"] == "not-checked"
    assert found["message"].startswith("Not checked: takes longer than ")
    (client.folder / "seocheck.yml").write_text("max_seconds: 10\n")
    client.notify("textDocument/didSave", {"textDocument": {"uri": client.uri("a.md")}})
    assert "keywords/unsupported" in rules(client.diagnostics("a.md"))
