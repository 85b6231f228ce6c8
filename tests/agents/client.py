"""The SDK's own client, speaking to `seocheck mcp` over standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from tests.support import environment

T = TypeVar("T")
PATIENCE = 120.0


class Answer(NamedTuple):
    """What a tool said, and whether it refused."""

    text: str
    failed: bool


class Session:
    """An initialized session."""

    def __init__(self, session: Any) -> None:
        self._session = session

    async def call(self, name: str, /, **arguments: Any) -> Answer:
        """The answer of a tool."""
        made = (await self._session.call_tool(name, arguments)).model_dump(by_alias=True)
        return Answer("\n".join(each["text"] for each in made["content"]), made["isError"])

    async def tools(self) -> dict[str, Any]:
        """The tools by name."""
        made = (await self._session.list_tools()).model_dump(by_alias=True)
        return {each["name"]: each for each in made["tools"]}


def talk(
    folder: Path, said: Callable[[Session], Awaitable[T]], args: Sequence[str] = (), *, errors: Path | None = None
) -> T:
    """Start a server in a folder, talk to it, and end it. errors: the file for its standard error."""
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    parameters = StdioServerParameters(
        command=sys.executable, args=["-P", "-m", "seocheck", "mcp", *args], env=environment(), cwd=folder
    )

    async def main() -> T:
        with open(errors or folder.parent / "stderr.txt", "w", encoding="utf-8") as log:
            async with (
                stdio_client(parameters, errlog=log) as (incoming, outgoing),
                ClientSession(incoming, outgoing) as session,
            ):
                await session.initialize()
                return await said(Session(session))

    try:
        # In a thread of its own: tests of the browser leave an event loop that runs in this one.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: asyncio.run(asyncio.wait_for(main(), PATIENCE))).result()
    except BaseExceptionGroup as group:
        raise _first(group) from None


def _first(group: BaseException) -> BaseException:
    """What went wrong first: the SDK wraps it several times."""
    while isinstance(group, BaseExceptionGroup):
        group = group.exceptions[0]
    return group
