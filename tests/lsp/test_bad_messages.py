"""Messages and bytes that make no sense: an error or nothing comes of them, and the server goes on."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lsp.client import Client
from tests.support import markdown, seocheck_process

pytest.importorskip("pygls")

from seocheck.lsp.frames import MOST, Frames

ARTICLE = markdown()
MANY = 2**31 - 1
BAD_POSITIONS: list[tuple[Any, Any]] = [(-1, 0), (0, -1), (10**30, 0), (0, 2**31), ("x", []), (None, None), ({}, True)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with Client(tmp_path_factory.mktemp("workspace")) as client:
        client.open("a.md", ARTICLE)
        yield client
        assert client.end() == 0
        assert b"Traceback" not in b"".join(client.errors)


class Numbers:
    """Each request has its own."""

    last = 10_000


def ask(client: Client, method: str, params: Any) -> dict[str, Any]:
    """What is answered to a request, be it an error."""
    Numbers.last += 1
    number = Numbers.last
    client.send({"id": number, "method": method, "params": params})
    return client.wait(lambda m: m.get("id") == number)


def goes_on(client: Client) -> None:
    keywords = next(n for n, line in enumerate(ARTICLE.splitlines()) if line.startswith("keywords:"))
    place = {"line": keywords, "character": ARTICLE.splitlines()[keywords].index("starter") + 1}
    found = ask(client, "textDocument/hover", {"textDocument": {"uri": client.uri("a.md")}, "position": place})
    assert "starter" in json.dumps(found.get("result"))


def frame(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


# -- positions --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("line", "character"), BAD_POSITIONS)
def test_a_place_that_is_none_is_an_error(server: Client, line: Any, character: Any) -> None:
    place = {"line": line, "character": character}
    document = {"uri": server.uri("a.md")}
    for method, params in (
        ("textDocument/hover", {"position": place}),
        ("textDocument/codeAction", {"range": {"start": place, "end": place}, "context": {"diagnostics": []}}),
    ):
        answer = ask(server, method, {"textDocument": document, **params})
        assert answer["error"]["code"] == -32602
        assert "data" not in answer["error"]


@pytest.mark.parametrize(("line", "character"), [(MANY, 0), (0, MANY), (MANY, MANY), (3, 5_000)])
def test_a_place_beyond_the_text_is_its_end_or_that_of_the_line(server: Client, line: int, character: int) -> None:
    place = {"line": line, "character": character}
    document = {"uri": server.uri("a.md")}
    hover = ask(server, "textDocument/hover", {"textDocument": document, "position": place})
    assert hover["result"] is None or hover["result"]["range"]["start"]["line"] == line
    for start, end in ((place, place), ({"line": 0, "character": 0}, place), (place, {"line": 0, "character": 0})):
        params = {"textDocument": document, "range": {"start": start, "end": end}, "context": {"diagnostics": []}}
        for action in ask(server, "textDocument/codeAction", params)["result"]:
            for edits in action["edit"]["changes"].values():
                assert all(edit["range"]["end"]["line"] <= ARTICLE.count("\n") for edit in edits)


# -- documents --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "uri",
    ["file:///nowhere/x.md", "http://[::1/x.md", "", "file:///a%00b.md", "file:///%ff", "file:", "::", 5, "\ud800"],
)
def test_what_is_no_open_file_has_no_answer(server: Client, uri: Any) -> None:
    place = {"line": 0, "character": 0}
    answer = ask(server, "textDocument/hover", {"textDocument": {"uri": uri}, "position": place})
    assert answer.get("result", "none") is None or "error" in answer
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": "# Rye \ud800\n"}
    server.notify("textDocument/didOpen", {"textDocument": document})
    server.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    answer = ask(server, "textDocument/hover", {"textDocument": {"uri": uri}, "position": place})
    assert answer.get("result", "none") is None or "error" in answer
    server.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    goes_on(server)


def changed(uri: str, version: Any, changes: Any) -> dict[str, Any]:
    document = {"uri": uri, "version": version}
    return {"method": "textDocument/didChange", "params": {"textDocument": document, "contentChanges": changes}}


def test_changes_in_no_order(server: Client) -> None:
    uri = server.uri("a.md")
    backwards = {"start": {"line": 99, "character": 9}, "end": {"line": 0, "character": 0}}
    for message in (
        changed("file:///never-opened.md", 2, [{"text": "x"}]),
        changed(uri, 2, []),
        changed(uri, -7, [{"text": "x"}, {"text": ARTICLE}]),
        changed(uri, "two", [{"text": "x"}]),
        changed(uri, 3, [{"range": backwards, "text": ""}, {"text": ARTICLE}]),
        changed(uri, 1, [{"text": ARTICLE}]),
        {"method": "textDocument/didChange", "params": {}},
        {"method": "textDocument/didClose", "params": {"textDocument": {"uri": "file:///never-opened.md"}}},
        {"method": "textDocument/didSave", "params": {"textDocument": {"uri": "file:///never-opened.md"}}},
    ):
        server.send(message)
        goes_on(server)


# -- messages ---------------------------------------------------------------------------------------

NO_MESSAGES: dict[str, tuple[bytes, int | None]] = {
    "cut off": (b'{"id":', -32700),
    "no text": (b"\xff\xfe\x00", -32700),
    "an array": (b"[1, 2]", -32600),
    "a number": (b"5", -32600),
    "null": (b"null", -32600),
    "a word": (b'"initialize"', -32600),
    "nested beyond measure": (b"[" * 200_000, -32700),
    "a number of 10,000 digits": (b'{"jsonrpc":"2.0","id":7,"method":"x","params":' + b"9" * 10_000 + b"}", -32700),
    "no version": (b'{"id":1,"method":"shutdown"}', -32600),
    "another version": (b'{"jsonrpc":"1.0","id":5}', None),
    "a number that is none": (b'{"jsonrpc":"2.0","id":[1],"method":"textDocument/hover","params":{}}', -32602),
    "an answer to nothing": (b'{"jsonrpc":"2.0","id":"x","result":null}', None),
    "an error to nothing": (b'{"jsonrpc":"2.0","id":5,"error":{"code":1,"message":"m"}}', None),
    "cancelled nothing": (b'{"jsonrpc":"2.0","method":"$/cancelRequest","params":{}}', None),
    "nothing at all": (b"{}", -32600),
}


@pytest.mark.parametrize("name", NO_MESSAGES)
def test_what_is_no_message(server: Client, name: str) -> None:
    body, code = NO_MESSAGES[name]
    server.raw(frame(body))
    if code is not None:
        answer = server.wait(lambda m: "error" in m and m.get("id") is None)
        assert answer["error"]["code"] == code
        assert "id" in answer
    goes_on(server)


@pytest.mark.parametrize(
    "params", [{}, [], 5, None, {"textDocument": 5}, {"textDocument": {"uri": []}, "position": {}}]
)
def test_a_request_without_its_parameters_is_answered(server: Client, params: Any) -> None:
    assert ask(server, "textDocument/hover", params)["error"]["code"] == -32602
    assert ask(server, "no/such", params)["error"]["code"] == -32601


def test_a_method_that_nobody_knows(server: Client) -> None:
    """With and without parameters, ours and the protocol's own."""
    for message in (
        {"method": "no/such", "params": {}}, {"method": "no/such"}, {"method": "no/such", "params": None},
        {"method": "$/no"}, {"method": "textDocument/rename", "params": {
            "textDocument": {"uri": server.uri("a.md")}, "position": {"line": 0, "character": 0}, "newName": "x"}},
    ):  # fmt: skip
        Numbers.last += 1
        number = Numbers.last
        server.send({"id": number, **message})
        answer = server.wait(lambda m, number=number: m.get("id") == number)  # type: ignore[misc]
        assert answer["error"]["code"] == -32601
    server.send({"method": "no/such"})  # no request: nothing to answer
    goes_on(server)


BAD_INPUT = {
    "no header": (b"hello\r\n\r\n", "ignored 5 bytes that aren't a message: no header “Content-Length: N”"),
    "no number": (b"Content-Length: abc\r\n\r\n{}", "ignored 25 bytes that aren't a message"),
    "a negative number": (b"Content-Length: -5\r\n\r\n{}", "aren't a message"),
    "much of it": (b"x" * 50_000, "ignored 50000 bytes that aren't a message"),
    "headers without end": (b"Content-Length: 5\r\n", "aren't a message"),
    "a message that is cut off": (
        b"Content-Length: 99\r\n\r\n{}",
        "the input ends within a message of 99 bytes, after 2",
    ),
    "nothing": (b"", ""),
}


@pytest.mark.parametrize(("data", "says"), BAD_INPUT.values(), ids=BAD_INPUT)
def test_input_that_ends_without_a_message_is_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    done = seocheck_process("lsp", cwd=tmp_path, stdin=data)
    assert done.returncode == 1
    assert done.stdout == b""
    said = done.stderr.decode().splitlines()
    assert len(said) == bool(says)
    assert says in "".join(said)


def test_a_request_before_all_is_answered(tmp_path: Path) -> None:
    with Client(tmp_path, start=False) as client:
        place = {"line": 0, "character": 0}
        answer = ask(client, "textDocument/hover", {"textDocument": {"uri": "file:///a.md"}, "position": place})
        assert "error" in answer
        assert "data" not in answer["error"]
        assert client.gone() == 1
        assert b"Traceback" not in b"".join(client.errors)


# -- headers ----------------------------------------------------------------------------------------

HEADERS: dict[str, bytes] = {
    "zero": b"Content-Length: 0\r\n\r\n",
    "negative": b"Content-Length: -5\r\n\r\n",
    "a word": b"Content-Length: many\r\n\r\n",
    "empty": b"Content-Length:\r\n\r\n",
    "more than there is memory": b"Content-Length: 99999999999999999999\r\n\r\n",
    "10 GB": b"Content-Length: 10000000000\r\n\r\n",
    "90 MB that never come": b"Content-Length: 90000000\r\n\r\n",
    "6,000 digits": b"Content-Length: " + b"9" * 6_000 + b"\r\n\r\n",
    "too small": b'Content-Length: 10\r\n\r\n{"jsonrpc":"2.0","id":900,"method":"x"}',
    "too large": b'Content-Length: 60\r\n\r\n{"jsonrpc":"2.0","method":"$/x"}',
    "without": b"Content-Type: text\r\n\r\n{}",
    "two": b"Content-Length: 7\r\n",
    "another before it": b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n",
    "headers without end": b"Content-Length: 5\r\n" + b"X: y\r\n" * 9_000,
    "binary": bytes(range(256)) * 50,
    "binary without lines": b"\x00\xff" * 50_000,
    "empty lines": b"\r\n\r\n\n\n",
}


@pytest.mark.parametrize("name", HEADERS)
def test_after_any_header_the_next_message_is_read(server: Client, name: str) -> None:
    server.raw(HEADERS[name])
    goes_on(server)


def test_other_ways_to_write_a_header(server: Client) -> None:
    place = {"textDocument": {"uri": "file:///x.md"}, "position": {"line": 0, "character": 0}}
    for number, header in enumerate(
        (b"content-length: %d\r\n\r\n", b"Content-Length:%d\n\n", b"CONTENT-LENGTH: %d \r\n\r\n")
    ):
        message = {"jsonrpc": "2.0", "id": f"h{number}", "method": "textDocument/hover", "params": place}
        body = json.dumps(message).encode()
        server.raw(header % len(body) + body)
        assert server.wait(lambda m, want=f"h{number}": m.get("id") == want)["result"] is None


def test_what_is_claimed_is_not_allocated(server: Client) -> None:
    status = Path(f"/proc/{server._process.pid}/status")
    if not status.exists():
        pytest.skip("the system does not tell how much memory a process has")

    def most() -> int:
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))

    goes_on(server)
    before = most()
    for size in (MOST, MOST + 1, 10**12, 10**30):
        server.raw(b"Content-Length: %d\r\n\r\n" % size)
        goes_on(server)
    assert most() - before < 20_000  # kB


# -- the stream -------------------------------------------------------------------------------------


class Slowly(io.BytesIO):
    """A stream that gives a few bytes at a time."""

    def __init__(self, data: bytes, step: int) -> None:
        super().__init__(data)
        self._step = step

    def read1(self, size: int | None = -1) -> bytes:
        return self.read(self._step)


def messages(data: bytes, step: int) -> list[bytes]:
    frames = Frames(Slowly(data, step))
    found = []
    while (body := frames.message()) is not None:
        found.append(body)
    return found


@given(
    st.lists(st.sampled_from([b'{"a": 1}', b"[]", b'{"t": "Content-Length: 5\\r\\n"}', b"x" * 300]), max_size=5),
    st.integers(1, 400),
)
def test_messages_one_after_the_other(bodies: list[bytes], step: int) -> None:
    assert messages(b"".join(map(frame, bodies)), step) == bodies


@given(
    st.lists(
        st.one_of(
            st.binary(max_size=60),
            st.sampled_from(
                [*HEADERS.values(), b"Content-Length: 9", b"\r\n", b"Content-Length: 200\r\n", b"X: y\r\n"]
            ),
        ),
        max_size=6,
    ),
    st.integers(1, 9_000),
)
def test_after_anything_a_message_is_found(garbage: list[bytes], step: int) -> None:
    data = b"".join(garbage) + frame(b'{"whole": 1}') + frame(b'{"last": 1}')
    assert messages(data, step)[-1] == b'{"last": 1}'


def test_lines_as_pygls_reads_them() -> None:
    frames = Frames(io.BytesIO(b"garbage" + frame(b"{}") + b"content-length:3\n\n[1]"))
    assert [frames.readline(), frames.readline(), frames.read(2)] == [b"Content-Length: 2\r\n", b"\r\n", b"{}"]
    assert [frames.readline(), frames.readline(), frames.read(3)] == [b"Content-Length: 3\r\n", b"\r\n", b"[1]"]
    assert frames.readline() == b""


# -- what lies in the folder ------------------------------------------------------------------------

MARK = "import pathlib; pathlib.Path(__file__ + '.ran').touch(); raise SystemExit('code of the workspace')\n"
LATE = ("yake", "textstat", "simplemma", "networkx", "numpy", "jellyfish", "segtok")
EARLY = ("yaml", "click", "msgspec", "pygls", "lsprotocol", "json", "asyncio", "sitecustomize", "seocheck")


@pytest.mark.parametrize(
    ("command", "modules"),
    [(("-m", "seocheck", "lsp"), LATE), (("-P", "-m", "seocheck", "lsp"), LATE + EARLY)],
    ids=["python -m", "python -P -m"],
)
def test_no_code_of_the_workspace_is_imported(
    tmp_path: Path, command: tuple[str, ...], modules: tuple[str, ...]
) -> None:
    for name in modules:
        (tmp_path / f"{name}.py").write_text(MARK)
    with Client(tmp_path, command=command) as client:
        assert client.open("a.md", ARTICLE)
        assert client.open("b.md", markdown(lang="de", description=None))
        assert client.end() == 0
    assert list(tmp_path.glob("*.ran")) == []
