"""Starts a Python process of our own that imports seocheck, and no code from the working folder.

`multiprocessing` starts its processes with `python -c`, and so has them look for every module in the working folder
first, where a stranger's `signal.py` may lie. It also runs the caller's script once more in each of them. This does
neither.
"""

from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any

import msgspec

OWN = Path(__file__).resolve().parents[1] / "__init__.py"

_LOAD = (
    "import importlib.util as u; s = u.spec_from_file_location('seocheck', {file!a}); m = u.module_from_spec(s); "
    "sys.modules['seocheck'] = m; s.loader.exec_module(m); "
)


class Child(msgspec.Struct):
    """A process, and the connection to it. The connection ends where the process does."""

    process: subprocess.Popen[bytes]
    connection: Connection

    def exit_code(self) -> int:
        """Wait for its end: its exit code, or a signal's number below zero."""
        return self.process.wait()


def start(entry: str) -> Child:
    """Start a process that calls a function with its end of a connection.

    entry: "package.module:function" of seocheck.
    """
    module, _, function = entry.partition(":")
    here, there = Pipe()
    handle = there.fileno()
    code = (
        f"import sys; sys.path[:] = {module_path()!a}; {_LOAD.format(file=str(OWN))}"
        f"from {module} import {function}; "
        f"from seocheck.runs.process import connection_of; {function}(connection_of({handle}))"
    )
    inherit: dict[str, Any]
    if sys.platform == "win32":
        os.set_handle_inheritable(handle, True)
        inherit = {"startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})}
    else:
        # A group of its own: Ctrl-C in a terminal is for this process, which then ends the other.
        inherit = {"pass_fds": (handle,), "process_group": 0}
    try:
        process = subprocess.Popen([sys.executable, *_flags(), "-c", code], stdin=subprocess.DEVNULL, **inherit)
    except BaseException:
        here.close()
        raise
    finally:
        there.close()  # the other process has the only one then, and it closes with that process
    return Child(process, here)


def connection_of(handle: int) -> Connection:
    """The connection that `start` passed on."""
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

        return PipeConnection(handle)
    return Connection(handle)


def module_path() -> list[str]:
    """Where another process looks for modules: where this one does, except the working folder and the script's.

    seocheck itself is not looked for: it is loaded from where this process has it, whatever else is installed.
    """
    script = getattr(sys.modules.get("__main__"), "__file__", None)
    avoided = {os.path.realpath(os.curdir)}
    if script:
        avoided.add(os.path.realpath(os.path.dirname(script)))
    return [each for each in sys.path if each and os.path.isabs(each) and os.path.realpath(each) not in avoided]


def _flags() -> list[str]:
    """This interpreter's options that change what a check does, and -P: no folder comes first on the path unasked."""
    flags = sys.flags
    given = {"-I": flags.isolated, "-E": flags.ignore_environment, "-s": flags.no_user_site, "-S": flags.no_site}
    return [
        "-P",
        *(name for name, on in given.items() if on),
        *["-O"] * flags.optimize,
        *(["-X", "utf8"] if flags.utf8_mode else []),
    ]
