"""The tools over the Model Context Protocol, on standard input and output, with the official SDK, 1 or 2."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from types import FrameType
from typing import Any

import msgspec
from mcp import types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from seocheck._version import __version__
from seocheck.agents.tools import TOOLS, Tools
from seocheck.errors import SeocheckError
from seocheck.formats.people.styled import safe

log = logging.getLogger(__name__)


def make_server(tools: Tools) -> Any:
    """A server that lists the tools and has one thread answer, one question after the other."""
    worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tools")

    async def call(name: str, arguments: object) -> types.CallToolResult:
        text, failed = await asyncio.get_running_loop().run_in_executor(worker, _answer, tools, name, arguments)
        content = [{"type": "text", "text": text}]
        return types.CallToolResult.model_validate({"content": content, "isError": failed})

    listed = types.ListToolsResult.model_validate({"tools": [_described(name) for name in TOOLS]})
    if hasattr(Server, "call_tool"):  # SDK 1
        return _as_in_sdk_1(Server, types, listed, call)

    async def list_tools(_: Any, __: Any) -> types.ListToolsResult:
        return listed

    async def call_tool(_: Any, params: Any) -> types.CallToolResult:
        return await call(params.name, params.arguments)

    return Server("seocheck", version=__version__, on_list_tools=list_tools, on_call_tool=call_tool)


def _as_in_sdk_1(server_class: Any, kinds: Any, listed: Any, call: Callable[[str, object], Awaitable[Any]]) -> Any:
    server = server_class("seocheck", __version__)

    async def list_tools(_: Any) -> Any:
        return kinds.ServerResult(listed)

    async def call_tool(request: Any) -> Any:
        return kinds.ServerResult(await call(request.params.name, request.params.arguments))

    server.request_handlers[kinds.ListToolsRequest] = list_tools
    server.request_handlers[kinds.CallToolRequest] = call_tool
    return server


def _answer(tools: Tools, name: str, arguments: object) -> tuple[str, bool]:
    """The text of an answer, and whether it says why there is none."""
    try:
        return tools.call(name, arguments), False
    except SeocheckError as error:
        return safe(str(error)), True
    except MemoryError:
        return "There is not enough memory for this.", True
    except Exception as error:
        log.exception("%s", name)
        return safe(f"seocheck could not do this: {type(error).__name__}: {error}"), True


def _described(name: str) -> dict[str, Any]:
    """A tool as the protocol has it: its arguments are those of the class."""
    from seocheck.base.documentation import documentation

    kind = TOOLS[name]
    schema = msgspec.json.schema(kind)["$defs"][kind.__name__]
    schema.pop("title", None)
    schema.pop("description", None)
    writes = name == "fix"
    return {
        "name": name,
        "description": " ".join(documentation(kind).split()),
        "inputSchema": schema,
        "annotations": {"readOnlyHint": not writes, "destructiveHint": False, "openWorldHint": False},
    }


def serve(tools: Tools) -> int:
    """Answer until standard input ends."""
    _end_at_once(tools)
    asyncio.run(_serve(make_server(tools)))
    tools.ended.set()
    return 0


async def _serve(server: Any) -> None:
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def _end_at_once(tools: Tools) -> None:
    """Signals end the process: what waits for standard input can't be interrupted. A file that is being replaced is
    replaced first."""

    def leave(number: int, frame: FrameType | None) -> None:
        with tools.writing:
            os._exit(128 + number)

    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, leave)
