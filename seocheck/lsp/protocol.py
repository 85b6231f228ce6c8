"""What pygls does with a message, and an answer to those it can make nothing of: an error, and no traceback."""

from __future__ import annotations

import logging
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcMethodNotFound
from pygls.protocol import LanguageServerProtocol

INVALID, UNREADABLE = -32600, -32700
"""Error codes of JSON-RPC: no message; no JSON."""


class Protocol(LanguageServerProtocol):
    """Answers each request, whatever it holds."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message, or a part of one, as an object."""
        try:
            return super().structure_message(data)
        except JsonRpcException as caught:
            error = caught
            if isinstance(data.get("method"), str) and data["method"] not in types.METHOD_TO_TYPES:
                error = JsonRpcMethodNotFound.of(data["method"])  # pygls trips over one without parameters
            if "method" in data and "id" in data:
                number = data["id"]
                if isinstance(number, (str, int)) and not isinstance(number, bool):
                    self._send_response(number, error=error.to_response_error())
                else:
                    self.refuse(error.code, error.message)
            raise error from None

    def handle_message(self, message: Any) -> None:
        """Have a message answered."""
        if isinstance(message, (dict, list, str, int, float)) or message is None:
            self.refuse(INVALID, "not a message of JSON-RPC 2.0")
            return
        super().handle_message(message)

    def refuse(self, code: int, why: str) -> None:
        """Answer what has no number to answer to."""
        # Not as pygls would write it: it leaves out an id of null, which the protocol asks for.
        self._send_data({"jsonrpc": "2.0", "id": None, "error": {"code": code, "message": why}})

    def _send_response(self, msg_id: Any, result: Any = None, error: types.ResponseError | None = None) -> None:
        if error is not None:  # what pygls says besides is a traceback, with paths of this machine
            error = types.ResponseError(code=error.code, message=error.message)
        super()._send_response(msg_id, result, error)


class OneLine(logging.Formatter):
    """Log records on one line each: tracebacks are for --log debug."""

    def format(self, record: logging.LogRecord) -> str:
        """The first line of the message, and what kind of error was raised."""
        said = record.getMessage().splitlines()
        kind = f": {record.exc_info[0].__name__}" if record.exc_info and record.exc_info[0] else ""
        plain = logging.makeLogRecord(
            {
                **record.__dict__,
                "msg": f"{said[0] if said else ''}{kind}",
                "args": (),
                "exc_info": None,
                "exc_text": None,
            }
        )
        return super().format(plain)
