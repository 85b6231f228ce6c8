"""A client that speaks JSON-RPC to `python -m seocheck lsp`, and knows nothing of pygls."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.support import environment

PATIENCE = 60.0
"""Seconds to wait for an answer before a test fails; nearly all come at once."""


class Client:
    """A running server. Messages are read by a thread, so that waiting for one always ends."""

    def __init__(
        self,
        folder: Path,
        *,
        capabilities: dict[str, Any] | None = None,
        start: bool = True,
        initialization_options: object = None,
        command: Sequence[str] = ("-m", "seocheck", "lsp"),
    ) -> None:
        self.workspace = self.folder = folder
        self._process = subprocess.Popen(
            [sys.executable, *command],
            cwd=folder, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self._messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._kept: list[dict[str, Any]] = []
        self._number = 0
        self._opened: set[str] = set()
        self.errors: list[bytes] = []
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=lambda: self.errors.extend(self._process.stderr), daemon=True).start()  # type: ignore[arg-type]
        if start:
            self.initialized = self.request(
                "initialize",
                {
                    "processId": None,
                    "rootUri": folder.as_uri(),
                    "capabilities": capabilities or {},
                    "initializationOptions": initialization_options,
                },
            )
            self.notify("initialized", {})

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()

    def _read(self) -> None:
        out = self._process.stdout
        assert out is not None
        while True:
            length = None
            while (line := out.readline()).strip():
                name, _, value = line.partition(b":")
                assert name.lower() in (b"content-length", b"content-type"), line  # nothing but the protocol
                if name.lower() == b"content-length":
                    length = int(value)
            if length is None:
                self._messages.put(None)
                return
            self._messages.put(json.loads(out.read(length)))

    def raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def send(self, message: dict[str, Any]) -> None:
        """Send a message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method: str, params: Any) -> None:
        """Send a notification."""
        self.send({"method": method, "params": params})

    def request(self, method: str, params: Any = None) -> Any:
        """Send a request and wait for its result."""
        self._number += 1
        number = self._number
        self.send({"id": number, "method": method, **({} if params is None else {"params": params})})
        answer = self.wait(lambda m: m.get("id") == number and "method" not in m)
        assert "error" not in answer, answer
        return answer["result"]

    def wait(self, wanted: Any, seconds: float = PATIENCE) -> dict[str, Any]:
        """The next message that is wanted; others are kept for later."""
        for message in self._kept:
            if wanted(message):
                self._kept.remove(message)
                return message
        while True:
            message = self._messages.get(timeout=seconds)
            assert message is not None, b"".join(self.errors).decode()
            if wanted(message):
                return message
            self._kept.append(message)

    def move(self, folder: Path) -> None:
        """Close what is open, and go on in another folder of the workspace."""
        while self._opened:
            uri = self._opened.pop()
            self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
            self.wait(lambda m, uri=uri: m.get("params", {}).get("uri") == uri and "version" not in m["params"])
        self._kept.clear()
        self.folder = folder

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, version: int = 1, language: str = "markdown") -> list[dict[str, Any]]:
        """Open a document; the diagnostics for it."""
        self._opened.add(self.uri(name))
        document = {"uri": self.uri(name), "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return self.diagnostics(name, version)

    def change(self, name: str, text: str, version: int) -> None:
        document = {"uri": self.uri(name), "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def diagnostics(self, name: str, version: int | None = None) -> list[dict[str, Any]]:
        """The next diagnostics of a document, of a version where one is given."""
        found: list[dict[str, Any]] = self.wait(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics"
                and m["params"]["uri"] == self.uri(name)
                and (version is None or m["params"].get("version") == version)
            )
        )["params"]["diagnostics"]
        return found

    def at(self, method: str, name: str, line: int, character: int) -> Any:
        """A request about a position."""
        place = {"line": line, "character": character}
        return self.request(method, {"textDocument": {"uri": self.uri(name)}, "position": place})

    def actions(self, name: str, where: dict[str, Any], only: list[str] | None = None) -> list[dict[str, Any]]:
        """The code actions for a range."""
        context: dict[str, Any] = {"diagnostics": [], **({"only": only} if only else {})}
        params = {"textDocument": {"uri": self.uri(name)}, "range": where, "context": context}
        return self.request("textDocument/codeAction", params) or []

    def end(self) -> int:
        """Shut the server down; its exit code."""
        self.request("shutdown")
        self.notify("exit", None)
        return self._process.wait(PATIENCE)

    def gone(self) -> int:
        """Hang up; the server's exit code."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(PATIENCE)


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """A text with an editor's edits made: lines from 0, columns in UTF-16, counted here a second time by hand."""

    def offset(place: dict[str, int]) -> int:
        at = 0
        for _ in range(place["line"]):
            ends = [i for i in (text.find("\n", at), text.find("\r", at)) if i >= 0]
            at = min(ends) + 1
            if text[at - 1 : at + 1] == "\r\n":
                at += 1
        return at + len(text[at:].encode("utf-16-le")[: 2 * place["character"]].decode("utf-16-le"))

    made = [(offset(e["range"]["start"]), offset(e["range"]["end"]), e["newText"]) for e in edits]
    for start, end, new in sorted(made, reverse=True):
        text = text[:start] + new + text[end:]
    return text
